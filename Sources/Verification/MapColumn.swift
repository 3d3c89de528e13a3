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
    if words.has(reasons), !words.has(["value", "waarde"]) || words.starts(["source", "bron"]) {
      return .other
    }
    if words.has([
      "number in group", "in groep", "groepsgrootte", "group size", "sample", "steekproef",
      "involved", "betrokken", "indicator",
    ]) {
      return .other
    }
    if let deduction = deduction(words) { return deduction }
    if words.has([
      "present value", "contante waarde", "pv", "cw", "discounted", "verdisconteerd",
      "verdisconteerde", "npv",
    ]) {
      return .presentValue
    }
    if let period = words.period { return .period(period) }
    return timing(words) ?? value(words) ?? label(words)
  }

  private static let reasons = [
    "reason", "reden", "source", "bron", "rationale", "toelichting", "onderbouwing", "evidence",
    "bewijs", "justification", "notes", "opmerkingen", "opmerking", "comment",
  ]

  private static func deduction(_ words: Words) -> MapColumn? {
    let isAfter = words.has(["after", "na", "net of", "less", "minus"])
    if words.has(["attribution", "attributie", "toerekening", "toegerekend"]) {
      return isAfter || words.has(["impact"]) ? .impact : .attribution
    }
    if words.has(["displacement", "verdringing", "verplaatsing", "substitution"]) {
      return isAfter ? .afterDisplacement : .displacement
    }
    if words.has([
      "deadweight", "dead weight", "zonder ons", "zonder ons ook", "counterfactual",
      "nulalternatief",
    ]) {
      return isAfter ? .afterDeadweight : .deadweight
    }
    if words.has([
      "drop off", "dropoff", "afname", "uitdoving", "verval", "decay", "terugval",
    ]) {
      return .dropOff
    }
    return nil
  }

  private static func timing(_ words: Words) -> MapColumn? {
    if words.has([
      "duration", "duur", "looptijd", "number of years", "aantal jaren", "jaren met effect",
      "benefit periods", "aantal perioden", "number of periods", "lasts", "how long", "hoe lang",
      "years of benefit",
    ]) {
      return .duration
    }
    if words.has([
      "starts", "start", "begins", "begint", "eerste jaar", "first year", "first period",
      "eerste periode", "aanvang", "starts in",
    ]) {
      return .start
    }
    return nil
  }

  private static func value(_ words: Words) -> MapColumn? {
    if words.has([
      "multiplier", "net factor", "netto factor", "impact factor", "retained share",
    ]) {
      return .multiplier
    }
    if words.has(["gross", "bruto", "quantity x proxy", "aantal x proxy"]) { return .gross }
    if words.has([
      "impact", "net value", "netto waarde", "net", "netto", "net benefit",
    ]) {
      return .impact
    }
    if words.has([
      "input", "inputs", "inbreng", "investment", "investering", "inzet", "costs", "kosten",
    ]) {
      return .inputValue
    }
    if words.has(["quantity", "aantal", "hoeveelheid", "qty", "amount of change", "count"]) {
      return .quantity
    }
    if words.has(["total", "totaal"]) { return .rowTotal }
    if words.has([
      "proxy", "value", "waarde", "unit value", "unit cost", "price", "prijs", "tarief", "bedrag",
      "amount",
    ]) {
      return words.has(["description", "omschrijving"]) ? .other : .proxy
    }
    return nil
  }

  private static func label(_ words: Words) -> MapColumn? {
    if words.has(["stakeholder", "stakeholders", "belanghebbende", "belanghebbenden"]) {
      return .stakeholder
    }
    if words.has([
      "category", "categorie", "domain", "domein", "theme", "thema", "section", "group", "groep",
    ]) {
      return .category
    }
    if words.has([
      "outcome", "outcomes", "effect", "effecten", "uitkomst", "resultaat", "change",
      "verandering", "description", "omschrijving", "aspect", "item", "row", "rij",
    ]) {
      return .outcome
    }
    return nil
  }
}
