import ExportKit

/// The rules about identifiers, names and what refers to them.
extension DocumentRule {
  static let rowRules = [
    DocumentRule(
      "names_unique",
      Text(
        "Within their list, names and identifiers that the schema does not hold apart stand once: breakdowns and rankings of a measure, their entries, parts, domains, conventions, questions, swings and switches.",
        nl:
          "Namen en kenmerken die het schema niet uit elkaar houdt, staan binnen hun lijst één keer: uitsplitsingen en ranglijsten van een meting, hun onderdelen, delen, domeinen, afspraken, vragen, uitslagen en omslagpunten."
      ), breaches: namesUnique),
    DocumentRule(
      "references_resolve",
      Text(
        "What is named by its identifier is in the document: the figure that a number was taken from, that a computation, a driver, a swing, a switch or a change names, the group of a node and the ends of a tie. Some names stand for no single element: outcome.X.first_period and outcome.X.benefit_periods for the attributes of an outcome, proxy.X.value for all proxies of one row, every_outcome.deadweight, .displacement and .attribution for those of all outcomes, and a shared doubt for the numbers that share it.",
        nl:
          "Wat met zijn kenmerk wordt genoemd, staat in het document: het cijfer waaruit een getal is overgenomen, dat een berekening, een oorzaak, een uitslag, een omslagpunt of een wijziging noemt, de groep van een knoop en de einden van een band. Sommige namen staan niet voor één element: outcome.X.first_period en outcome.X.benefit_periods voor de attributen van een effect, proxy.X.value voor alle proxy’s van één rij, every_outcome.deadweight, .displacement en .attribution voor die van alle effecten, en een gedeelde twijfel voor de getallen die haar delen."
      ), breaches: referencesResolve),
    DocumentRule(
      "identifier_form",
      Text(
        "The number of an organisation can belong to its register: eight digits for KvK, the eleven-test for RSIN, twenty digits for OIN, the check number for KBO.",
        nl:
          "Het nummer van een organisatie kan bij zijn register horen: acht cijfers bij de KvK, de elfproef bij het RSIN, twintig cijfers bij het OIN, het controlegetal bij de KBO."
      ), breaches: identifierForm),
    DocumentRule(
      "errors_make_draft",
      Text(
        "A report with a finding that is an error is a draft.",
        nl: "Een verslag met een bevinding die een fout is, is een concept."),
      breaches: errorsMakeDraft),
    DocumentRule(
      "withheld_without_value",
      Text(
        "A measure that is absent or withheld has no range, breakdown, ranking, flow or network, and an outcome without a value has no value in any period.",
        nl:
          "Een meting die ontbreekt of wordt achtergehouden heeft geen marge, uitsplitsing, ranglijst, stroom of netwerk, en een effect zonder waarde heeft in geen enkele periode een waarde."
      ), breaches: withheldWithoutValue),
    DocumentRule(
      "deductions_given",
      Text(
        "An outcome with a value has all four deductions, if only as 0.",
        nl: "Een effect met een waarde heeft alle vier de aftrekken, al is het als 0."),
      breaches: deductionsGiven),
    DocumentRule(
      "small_groups",
      Text(
        "No group of a breakdown or a ranking stands for one to four people.",
        nl: "Geen groep van een uitsplitsing of ranglijst staat voor één tot vier mensen."),
      breaches: smallGroups),
  ]

  @Sendable private static func namesUnique(_ report: DocumentNode) -> [Breach] {
    report.everything.flatMap { owner -> [Breach] in
      listKeys(in: owner).flatMap { name, attribute in
        repeated(owner.all(name), attribute)
      }
    }
  }

  /// The children of an element that are told apart, with the attribute that does.
  private static func listKeys(in owner: DocumentNode) -> [(name: String, attribute: String)] {
    switch owner.name {
    case "measure": [("breakdown", "name"), ("ranking", "name")]
    case "breakdown", "ranking": [("entry", "name")]
    case "parts": [("part", "name")]
    case "valueMap": [("domain", "id")]
    case "sensitivity": [("convention", "name"), ("swing", "input"), ("switch", "input")]
    case "assurance": [("question", "name")]
    case "network": [("group", "name"), ("node", "name")]
    default: []
    }
  }

  private static func repeated(_ nodes: [DocumentNode], _ attribute: String) -> [Breach] {
    var seen: Set<String> = []
    return nodes.filter { node in
      node[attribute].map { !seen.insert($0).inserted } ?? false
    }.map { node in
      let name = node[attribute] ?? ""
      return Breach(
        node,
        Text(
          "\(node.name) “\(name)” stands twice in one list",
          nl: "\(node.name) ‘\(name)’ staat twee keer in één lijst"))
    }
  }

  @Sendable private static func referencesResolve(_ report: DocumentNode) -> [Breach] {
    let all = report.everything
    let figures = Set(all.compactMap { $0["id"] }).union(namesOfMap(report))
    let named = all.compactMap { node -> (DocumentNode, String)? in
      reference(of: node).map { (node, $0) }
    }
    let networks = all.filter { $0.name == "network" }.flatMap(unresolvedInNetwork)
    return named.filter { !figures.contains($0.1) }.map { unresolved($0.0, $0.1) } + networks
  }

  /// The numbers of the map that are no element with an identifier of their own, or several at once.
  private static func namesOfMap(_ report: DocumentNode) -> Set<String> {
    let outcomes = report.first("valueMap")?.all("outcome") ?? []
    let rows = outcomes.compactMap { $0["id"] }
    let periods = rows.flatMap { ["outcome.\($0).first_period", "outcome.\($0).benefit_periods"] }
    let proxies = outcomes.compactMap { $0.first("proxy")?["proxy"] }.map { "proxy.\($0).value" }
    let shares = ["deadweight", "displacement", "attribution"].map { "every_outcome.\($0)" }
    let shared = report.everything.compactMap { $0["sharedDoubt"] }
    return Set(periods + proxies + shares + shared)
  }

  private static func reference(of node: DocumentNode) -> String? {
    switch node.name {
    case "of", "member", "change": node["figure"]
    case "swing", "switch": node["input"]
    case "quantity", "rate", "deadweight", "displacement", "attribution", "dropOff": node["from"]
    default: nil
    }
  }

  private static func unresolvedInNetwork(_ network: DocumentNode) -> [Breach] {
    let groups = Set(network.all("group").compactMap { $0["name"] })
    let nodes = Set(network.all("node").compactMap { $0["name"] })
    let ofNodes = network.all("node").compactMap { node in node["group"].map { (node, $0) } }
      .filter { !groups.contains($0.1) }
    let ofTies = network.all("tie").flatMap { tie in
      [tie["one"], tie["other"]].compactMap(\.self).map { (tie, $0) }
    }.filter { !nodes.contains($0.1) }
    return (ofNodes + ofTies).map { unresolved($0.0, $0.1) }
  }

  private static func unresolved(_ node: DocumentNode, _ name: String) -> Breach {
    Breach(
      node,
      Text(
        "\(node.name) names “\(name)”, which is not in the document",
        nl: "\(node.name) noemt ‘\(name)’, dat niet in het document staat"))
  }

  @Sendable private static func identifierForm(_ report: DocumentNode) -> [Breach] {
    let identifiers =
      report.first("project")?.first("organisation")?.all("identifier") ?? []
    return identifiers.compactMap { node in
      // A register that this version does not know has rules of its own.
      guard let code = node["scheme"], let scheme = OrganisationIdentifier.Scheme(rawValue: code),
        OrganisationIdentifier(scheme: scheme, number: node.text)?.number != node.text
      else { return nil }
      return Breach(
        node,
        Text(
          "“\(node.text.prefix(40))” cannot be a number of \(code)",
          nl: "‘\(node.text.prefix(40))’ kan geen nummer van \(code) zijn"))
    }
  }

  @Sendable private static func errorsMakeDraft(_ report: DocumentNode) -> [Breach] {
    guard !report.isTrue("draft") else { return [] }
    let errors = (report.first("findings")?.all("finding") ?? []).filter {
      $0["severity"] == Finding.Severity.error.rawValue
    }
    return errors.map { node in
      Breach(
        node,
        Text(
          "\(node.called) is an error, and the report is no draft",
          nl: "\(node.called) is een fout, en het verslag is geen concept"))
    }
  }

  @Sendable private static func withheldWithoutValue(_ report: DocumentNode) -> [Breach] {
    let measures = (report.first("indicators")?.all("indicator") ?? []).flatMap {
      $0.all("measure")
    }
    let numbers = ["range", "breakdown", "ranking", "flow", "network"]
    let absent = measures.filter { $0.first("absent") != nil }.flatMap { measure in
      measure.children.filter { numbers.contains($0.name) }.map { (measure, $0) }
    }
    let outcomes = (report.first("valueMap")?.all("outcome") ?? []).filter {
      $0.first("impact")?.value == nil
    }.flatMap { outcome in outcome.all("periodValue").map { (outcome, $0) } }
    return (absent + outcomes).map { owner, part in
      Breach(
        part,
        Text(
          "\(owner.called) has no value and yet a \(part.name)",
          nl: "\(owner.called) heeft geen waarde en toch een \(part.name)"))
    }
  }

  @Sendable private static func deductionsGiven(_ report: DocumentNode) -> [Breach] {
    let valued = (report.first("valueMap")?.all("outcome") ?? []).filter {
      $0.first("impact")?.value != nil
    }
    return valued.flatMap { outcome in
      ["deadweight", "displacement", "attribution", "dropOff"].filter { outcome.first($0) == nil }
        .map { name in
          Breach(
            outcome,
            Text(
              "\(outcome.called) has a value without a \(name)",
              nl: "\(outcome.called) heeft een waarde zonder \(name)"))
        }
    }
  }

  @Sendable private static func smallGroups(_ report: DocumentNode) -> [Breach] {
    report.everything.filter { $0.name == "entry" }.filter { entry in
      entry.whole("people").map { (1..<5).contains($0) } ?? false
    }.map { entry in
      Breach(
        entry,
        Text(
          "\(entry.called) stands for fewer than five people",
          nl: "\(entry.called) staat voor minder dan vijf mensen"))
    }
  }
}
