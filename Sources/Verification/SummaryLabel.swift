/// What a line outside the rows of a value map states.
enum SummaryLabel: Hashable, Sendable {
  case discountRate
  case timing
  case discountFactor
  case ratio
  /// What a reader is told first; it states the ratio only where it is written as `1 : 3`.
  case headline
  case netRatio
  case netPresentValue
  case presentValue
  case inputs
  case total

  /// Recognises a label, English or Dutch: some words may stand anywhere, others come first.
  init?(_ text: String) {
    let words = Words(text)
    guard !words.isEmpty, words.count <= 14, let label = SummaryLabel.label(words) else {
      return nil
    }
    self = label
  }

  private static func label(_ words: Words) -> SummaryLabel? {
    if words.has(timings) || words.starts(timingOpenings) { return .timing }
    if words.has(factors) { return .discountFactor }
    if words.has(rates) { return .discountRate }
    if words.starts(netRatios) { return .netRatio }
    if words.has(netPresentValues) { return .netPresentValue }
    if words.starts(ratios) { return .ratio }
    if words.starts(headlines) { return .headline }
    if words.starts(inputNames) { return .inputs }
    if words.starts(presentValues) { return .presentValue }
    let endsAsTotal = words.all.last.map { lastWords.contains($0) } ?? false
    return words.starts(totals) || endsAsTotal ? .total : nil
  }

  private static let timings: Set<String> = [
    "timing", "discounting convention", "moment van verdisconteren", "moment van disconteren",
    "disconteringsmoment", "verdisconteringsmoment",
  ]
  /// Words that name the timing only where they come first.
  private static let timingOpenings: Set<String> = [
    "disconteren", "discontering", "verdisconteren", "verdiscontering", "tijdstip",
  ]
  private static let headlines: Set<String> = ["headline", "kop", "kopregel", "koptekst"]
  private static let factors: Set<String> = [
    "factor", "factors", "factoren", "disconteringsfactor",
  ]
  private static let rates: Set<String> = [
    "discount rate", "discontovoet", "disconteringsvoet", "discount", "rentevoet",
  ]
  private static let netRatios: Set<String> = [
    "net sroi", "netto sroi", "net ratio", "netto ratio", "net social return",
  ]
  private static let netPresentValues: Set<String> = [
    "npv", "net present value", "netto contante waarde", "ncw",
  ]
  private static let ratios: Set<String> = [
    "sroi", "ratio", "social return", "blended sroi", "blended ratio", "blended", "total sroi",
    "overall sroi", "value per amount", "maatschappelijk rendement", "return per", "opbrengst per",
    "waarde per geinvesteerde", "social value per", "sociaal rendement", "elke euro levert",
    "iedere euro levert", "every euro gives", "every euro yields", "every pound gives",
    "every pound yields", "each euro gives", "each pound gives",
  ]
  private static let presentValues: Set<String> = [
    "present value", "contante waarde", "pv", "cw", "tpv", "total present value", "total pv",
    "totale contante waarde", "totaal contante waarde", "compounded", "discounted",
  ]
  private static let totals: Set<String> = [
    "total", "totaal", "totale", "totals", "sum", "som", "subtotal", "subtotaal", "grand total",
    "eindtotaal",
  ]
  private static let lastWords: Set<String> = ["total", "totaal", "subtotal", "subtotaal"]

  private static let inputNames: Set<String> = {
    let names = [
      "inputs", "input", "investment", "investering", "inbreng", "costs", "kosten", "inzet",
    ]
    let openings = [
      "", "total ", "totale ", "totaal ", "value of ", "value of the ", "waarde van de ",
      "present value of ", "present value of the ", "contante waarde van de ", "contante waarde ",
      "pv of ", "pv ", "total value of ", "sum of ", "implied ",
    ]
    return Set(openings.flatMap { opening in names.map { opening + $0 } })
  }()
}
