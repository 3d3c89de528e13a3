/// What a line outside the rows of a value map states.
enum SummaryLabel: Hashable, Sendable {
  case discountRate
  case timing
  case discountFactor
  case ratio
  case netRatio
  case netPresentValue
  case presentValue
  case inputs
  case total

  /// Recognises a label by the words that it begins with, English or Dutch.
  init?(_ text: String) {
    let words = Words(text)
    guard !words.isEmpty, words.count <= 14, let label = SummaryLabel.label(words) else {
      return nil
    }
    self = label
  }

  private static func label(_ words: Words) -> SummaryLabel? {
    if words.has(["timing", "discounting convention", "moment van verdisconteren"]) {
      return .timing
    }
    if words.has(["factor", "factors", "factoren", "disconteringsfactor"]) {
      return .discountFactor
    }
    if words.has([
      "discount rate", "discontovoet", "disconteringsvoet", "discount", "rentevoet",
    ]) {
      return .discountRate
    }
    if words.starts(["net sroi", "netto sroi", "net ratio", "netto ratio", "net social return"]) {
      return .netRatio
    }
    if words.has(["npv", "net present value", "netto contante waarde", "ncw"]) {
      return .netPresentValue
    }
    let names = [
      "inputs", "input", "investment", "investering", "inbreng", "costs", "kosten", "inzet",
    ]
    let isRatio =
      words.starts([
        "sroi", "ratio", "social return", "blended sroi", "blended ratio", "blended",
        "value per amount", "maatschappelijk rendement", "sroi ratio", "overall sroi", "return per",
        "opbrengst per", "waarde per geinvesteerde", "social value per", "total sroi",
      ])
    if isRatio { return .ratio }
    if words.starts(
      names
        + names.flatMap {
          [
            "total \($0)", "totale \($0)", "totaal \($0)", "value of \($0)", "value of the \($0)",
            "waarde van de \($0)", "present value of \($0)", "present value of the \($0)",
            "contante waarde van de \($0)", "contante waarde \($0)", "pv of \($0)", "pv \($0)",
            "total value of \($0)", "sum of \($0)", "implied \($0)",
          ]
        })
    {
      return .inputs
    }
    if words.starts([
      "present value", "contante waarde", "pv", "cw", "tpv", "total present value", "total pv",
      "totale contante waarde", "totaal contante waarde", "compounded", "discounted",
    ]) {
      return .presentValue
    }
    if words.starts([
      "total", "totaal", "totale", "totals", "sum", "som", "subtotal", "subtotaal", "grand total",
      "eindtotaal",
    ])
      || words.all.last.map({ ["total", "totaal", "subtotal", "subtotaal"].contains($0) }) == true
    {
      return .total
    }
    return nil
  }
}
