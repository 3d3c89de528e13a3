/// What a column of a value map holds.
enum MapColumn: Hashable, Sendable {
  case stakeholder
  case outcome
  case category
  case quantity
  case proxy
  case gross
  case deadweight
  case displacement
  case attribution
  case dropOff
  case duration
  case start
  case afterDeadweight
  case afterDisplacement
  case multiplier
  case impact
  /// The value of a period: `year 1`, or a calendar year.
  case period(Int)
  /// The undiscounted sum of a row over the periods.
  case rowTotal
  case presentValue
  case inputValue
  /// A heading that is known and of no use here: a reason, a source, an indicator.
  case other

  /// Whether its cells hold numbers.
  var isNumeric: Bool {
    switch self {
    case .stakeholder, .outcome, .category, .other: false
    default: true
    }
  }

  /// Whether its numbers are typed by the author of the map, and not computed.
  var isGiven: Bool {
    switch self {
    case .quantity, .proxy, .deadweight, .displacement, .attribution, .dropOff, .duration, .start,
      .inputValue:
      true
    default: false
    }
  }

  /// Whether its numbers are shares.
  var isShare: Bool {
    switch self {
    case .deadweight, .displacement, .attribution, .dropOff, .multiplier: true
    default: false
    }
  }

  /// Whether a total under it is a sum of its rows.
  var isSummed: Bool {
    switch self {
    case .gross, .afterDeadweight, .afterDisplacement, .impact, .period, .rowTotal, .presentValue,
      .inputValue:
      true
    default: false
    }
  }

  /// Recognises a heading, English or Dutch, with whatever stands around the usual words.
  init?(heading: String) {
    let words = Words(heading)
    guard !words.isEmpty, words.count <= 25, let column = MapColumn.column(words) else {
      return nil
    }
    self = column
  }

  private static func column(_ words: Words) -> MapColumn? {
    let isReason = words.has(reasons)
    if isReason, !words.has(valueWords) || words.starts(sources) { return .other }
    if words.has(aside) { return .other }
    if let deduction = deduction(words) { return deduction }
    if words.has(presentValues) { return .presentValue }
    if let period = words.period { return .period(period) }
    for (column, phrases) in numbers where words.has(phrases) {
      return column == .proxy && words.has(descriptions) ? .other : column
    }
    return labels.first { words.has($0.1) }?.0
  }

  private static func deduction(_ words: Words) -> MapColumn? {
    let isAfter = words.has(afters)
    if words.has(attributions) { return isAfter || words.has(impacts) ? .impact : .attribution }
    if words.has(displacements) { return isAfter ? .afterDisplacement : .displacement }
    if words.has(deadweights) { return isAfter ? .afterDeadweight : .deadweight }
    return words.has(dropOffs) ? .dropOff : nil
  }

  private static let reasons: Set<String> = [
    "reason", "reden", "source", "bron", "rationale", "toelichting", "onderbouwing", "evidence",
    "bewijs", "justification", "notes", "opmerkingen", "opmerking", "comment",
  ]
  private static let valueWords: Set<String> = ["value", "waarde"]
  private static let sources: Set<String> = ["source", "bron"]
  private static let descriptions: Set<String> = ["description", "omschrijving"]
  private static let aside: Set<String> = [
    "number in group", "in groep", "groepsgrootte", "group size", "sample", "steekproef",
    "involved", "betrokken", "indicator",
  ]
  private static let afters: Set<String> = ["after", "na", "net of", "less", "minus"]
  private static let impacts: Set<String> = ["impact"]
  private static let attributions: Set<String> = [
    "attribution", "attributie", "toerekening", "toegerekend",
  ]
  private static let displacements: Set<String> = [
    "displacement", "verdringing", "verplaatsing", "substitution",
  ]
  private static let deadweights: Set<String> = [
    "deadweight", "dead weight", "zonder ons", "counterfactual", "nulalternatief",
  ]
  private static let dropOffs: Set<String> = [
    "drop off", "dropoff", "afname", "uitdoving", "verval", "decay", "terugval",
  ]
  private static let presentValues: Set<String> = [
    "present value", "contante waarde", "pv", "cw", "discounted", "verdisconteerd",
    "verdisconteerde", "npv",
  ]

  /// What other headings of numbers say, the more particular ones first.
  private static let numbers: [(MapColumn, Set<String>)] = [
    (
      .duration,
      [
        "duration", "duur", "looptijd", "number of years", "aantal jaren", "jaren met effect",
        "benefit periods", "aantal perioden", "number of periods", "lasts", "how long",
        "hoe lang", "years of benefit",
      ]
    ),
    (
      .start,
      [
        "starts", "start", "begins", "begint", "eerste jaar", "first year", "first period",
        "eerste periode", "aanvang",
      ]
    ),
    (.multiplier, ["multiplier", "net factor", "netto factor", "impact factor", "retained share"]),
    (.gross, ["gross", "bruto", "quantity x proxy", "aantal x proxy"]),
    (.impact, ["impact", "net", "netto"]),
    (
      .inputValue,
      ["input", "inputs", "inbreng", "investment", "investering", "inzet", "costs", "kosten"]
    ),
    (.quantity, ["quantity", "aantal", "hoeveelheid", "qty", "amount of change", "count"]),
    (.rowTotal, ["total", "totaal"]),
    (
      .proxy,
      [
        "proxy", "value", "waarde", "unit cost", "price", "prijs", "tarief", "bedrag", "amount",
      ]
    ),
  ]

  private static let labels: [(MapColumn, Set<String>)] = [
    (.stakeholder, ["stakeholder", "stakeholders", "belanghebbende", "belanghebbenden"]),
    (
      .category,
      ["category", "categorie", "domain", "domein", "theme", "thema", "section", "group", "groep"]
    ),
    (
      .outcome,
      [
        "outcome", "outcomes", "effect", "effecten", "uitkomst", "resultaat", "change",
        "verandering", "description", "omschrijving", "aspect", "item", "row", "rij",
      ]
    ),
  ]
}
