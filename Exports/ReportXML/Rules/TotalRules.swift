import ExportKit

/// The rules about totals, which are the sums of their rows.
extension DocumentRule {
  static let totalRules = [
    DocumentRule(
      "total_of_rows",
      Text(
        "The present value of the map, of a stakeholder and of a domain is the sum of that of their outcomes, the present value of the inputs that of theirs, and the benefits of a period the sum of the outcomes’ values in it; where a row is absent, so is the total.",
        nl:
          "De contante waarde van de kaart, van een belanghebbende en van een domein is de som van die van hun effecten, de contante waarde van de inzet die van haar regels, en de opbrengst van een periode de som van de waarden van de effecten daarin; ontbreekt een regel, dan ook het totaal."
      ), breaches: totalOfRows),
    DocumentRule(
      "total_of_groups",
      Text(
        "The groups of a breakdown that is said to be a whole add up to the measure.",
        nl: "De groepen van een uitsplitsing die een geheel heet te zijn, tellen op tot de meting."),
      breaches: totalOfGroups),
    DocumentRule(
      "ratio_of_totals",
      Text(
        "The ratio is the present value divided by that of the inputs, the net present value their difference, and the net ratio the ratio less one.",
        nl:
          "De ratio is de contante waarde gedeeld door die van de inzet, de netto contante waarde hun verschil en de nettoratio de ratio min één."
      ), breaches: ratioOfTotals),
  ]

  @Sendable private static func totalOfRows(_ report: DocumentNode) -> [Breach] {
    guard let map = report.first("valueMap") else { return [] }
    let outcomes = map.all("outcome")
    let inputs = report.first("inputs")?.all("input") ?? []
    let stakeholders = report.first("stakeholders")?.all("stakeholder") ?? []
    let domains = Dictionary(
      stakeholders.map { ($0["id"] ?? "", $0["domain"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    func values(_ rows: [DocumentNode]) -> [Double?] {
      rows.map { $0.first("presentValue")?.value }
    }
    var totals: [(DocumentNode?, [Double?])] = [
      (map.first("presentValue"), values(outcomes)),
      (map.first("inputsPresentValue"), values(inputs)),
    ]
    for stakeholder in stakeholders {
      let own = outcomes.filter { $0["stakeholder"] == stakeholder["id"] }
      if !own.isEmpty { totals.append((stakeholder.first("presentValue"), values(own))) }
    }
    for domain in map.all("domain") {
      let own = outcomes.filter { domains[$0["stakeholder"] ?? ""] == domain["id"] }
      if !own.isEmpty { totals.append((domain.first("presentValue"), values(own))) }
    }
    for benefits in map.all("benefits") {
      totals.append((benefits, outcomes.map { value(of: $0, in: benefits["period"]) }))
    }
    return totals.compactMap { total, rows in total.flatMap { breach($0, of: rows) } }
  }

  private static func value(of outcome: DocumentNode, in period: String?) -> Double? {
    outcome.all("periodValue").first { $0["period"] == period }?.number
  }

  private static func breach(_ total: DocumentNode, of rows: [Double?]) -> Breach? {
    // Who withholds a total claims nothing.
    guard let stated = total.value else { return nil }
    let known = rows.compactMap(\.self)
    guard known.count == rows.count else {
      return Breach(
        total,
        Text(
          "\(total.called) is there, although one of its rows has no value",
          nl: "\(total.called) is er, hoewel een van de regels geen waarde heeft"))
    }
    let sum = known.reduce(0, +)
    let size = known.reduce(0) { $0 + $1.magnitude }
    guard !isSame(sum, stated, size: size) else { return nil }
    return Breach(
      total,
      Text(
        "\(total.called) is \(DecimalText.exact(stated)), its rows come to \(DecimalText.exact(sum))",
        nl:
          "\(total.called) is \(DecimalText.exact(stated)), de regels komen op \(DecimalText.exact(sum))"
      ))
  }

  @Sendable private static func totalOfGroups(_ report: DocumentNode) -> [Breach] {
    let measures = (report.first("indicators")?.all("indicator") ?? []).flatMap {
      $0.all("measure")
    }
    return measures.flatMap { measure -> [Breach] in
      guard let value = measure.value else { return [] }
      return measure.all("breakdown").filter { $0.isTrue("whole") }.compactMap { breakdown in
        let groups = breakdown.all("entry").compactMap(\.value)
        let sum = groups.reduce(0, +)
        let size = groups.reduce(0) { $0 + $1.magnitude }
        guard !isSame(sum, value, size: size) else { return nil }
        return Breach(
          breakdown,
          Text(
            "the groups of \(breakdown.called) do not add up to \(measure.called)",
            nl: "de groepen van \(breakdown.called) tellen niet op tot \(measure.called)"))
      }
    }
  }

  @Sendable private static func ratioOfTotals(_ report: DocumentNode) -> [Breach] {
    guard let map = report.first("valueMap") else { return [] }
    let benefits = map.first("presentValue")?.value
    let inputs = map.first("inputsPresentValue")?.value
    let ratio = map.first("ratio")?.value
    let expected: [(String, Double?, Double)] = [
      ("ratio", quotient(benefits, inputs), 0),
      ("netPresentValue", difference(benefits, inputs), benefits?.magnitude ?? 0),
      ("netRatio", ratio.map { $0 - 1 }, 1),
    ]
    return expected.compactMap { name, expected, size in
      guard let node = map.first(name), let stated = node.value,
        !(expected.map { isSame($0, stated, size: size) } ?? false)
      else { return nil }
      return Breach(
        node,
        Text(
          "\(node.called) does not follow from the totals",
          nl: "\(node.called) volgt niet uit de totalen"))
    }
  }

  private static func quotient(_ above: Double?, _ below: Double?) -> Double? {
    guard let above, let below, below != 0 else { return nil }
    return above / below
  }

  private static func difference(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other else { return nil }
    return one - other
  }
}
