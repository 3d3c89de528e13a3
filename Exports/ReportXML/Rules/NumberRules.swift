import ExportKit

/// The rules about single numbers and what they are made of.
extension DocumentRule {
  static let numberRules = [
    DocumentRule(
      "one_currency",
      Text(
        "All amounts are in the currency of the conventions.",
        nl: "Alle bedragen zijn in de munt van de afspraken."), breaches: oneCurrency),
    DocumentRule(
      "currency_of_money",
      Text(
        "A number has a currency where its unit is money, and only there.",
        nl: "Een getal heeft een munt als de eenheid geld is, en alleen dan."),
      breaches: currencyOfMoney),
    DocumentRule(
      "share_bounds",
      Text(
        "Deadweight, displacement, attribution and drop-off, the ends of their ranges, and the chances of the doubt lie between 0 and 1.",
        nl:
          "Deadweight, verdringing, attributie en drop-off, de einden van hun marges en de kansen van de twijfel liggen tussen 0 en 1."
      ), breaches: shareBounds),
    DocumentRule(
      "range_order",
      Text(
        "A low end is at most the value and a high end at least; the percentiles of the ratio rise.",
        nl:
          "Een laag einde is hoogstens de waarde en een hoog einde minstens; de percentielen van de ratio stijgen."
      ), breaches: rangeOrder),
    DocumentRule(
      "value_of_parts",
      Text(
        "A measure has the parts of its kind, and its value follows from them: the count, the sum, numerator ÷ denominator, total ÷ number.",
        nl:
          "Een meting heeft de delen van haar soort, en haar waarde volgt daaruit: de telling, de som, teller ÷ noemer, totaal ÷ aantal."
      ), breaches: valueOfParts),
  ]

  @Sendable private static func oneCurrency(_ report: DocumentNode) -> [Breach] {
    guard let own = report.first("conventions")?.first("currency")?.text else { return [] }
    return report.everything.compactMap { node in
      guard let currency = node["currency"], currency != own else { return nil }
      return Breach(
        node,
        Text(
          "\(node.called) is in \(currency), the report in \(own)",
          nl: "\(node.called) is in \(currency), het verslag in \(own)"))
    }
  }

  @Sendable private static func currencyOfMoney(_ report: DocumentNode) -> [Breach] {
    let units = report.first("units")?.all("unit") ?? []
    let money = Set(units.filter { $0.isTrue("money") }.compactMap { $0["code"] })
    // An outcome’s quantity has a unit in the author’s own words, which is in no list.
    let ownWords = (report.first("valueMap")?.all("outcome") ?? []).compactMap {
      $0.first("quantity")?["id"]
    }
    let words = Set(ownWords)
    return report.everything.compactMap { node in
      guard let unit = node["unit"], node["id"].map({ !words.contains($0) }) ?? true,
        money.contains(unit) != (node["currency"] != nil)
      else { return nil }
      return Breach(
        node,
        money.contains(unit)
          ? Text(
            "\(node.called) is money without a currency", nl: "\(node.called) is geld zonder munt")
          : Text(
            "\(node.called) has a currency and is no money",
            nl: "\(node.called) heeft een munt en is geen geld"))
    }
  }

  @Sendable private static func shareBounds(_ report: DocumentNode) -> [Breach] {
    let deductions = ["deadweight", "displacement", "attribution", "dropOff"]
    let rows = report.first("valueMap")?.all("outcome") ?? []
    let shares = rows.flatMap { $0.children.filter { deductions.contains($0.name) } }
    let chances = ["chanceBelowOne", "shareWithDoubt"].compactMap {
      report.first("doubt")?.first($0)
    }
    return (shares + chances).filter { share in
      ["value", "low", "high"].compactMap { share.first($0)?.number }
        .contains { !(0...1).contains($0) }
    }.map { share in
      Breach(
        share,
        Text(
          "\(share.called) lies outside 0 to 1", nl: "\(share.called) ligt buiten 0 tot 1"))
    }
  }

  @Sendable private static func rangeOrder(_ report: DocumentNode) -> [Breach] {
    let ranges = report.everything.filter { $0.first("low") != nil && $0.first("high") != nil }
    let percentiles = ["ratioLow", "ratioMedian", "ratioHigh"].compactMap {
      report.first("doubt")?.first($0)
    }
    let wrong = ranges.filter { node in
      !isRising(["low", "value", "high"].compactMap { node.first($0)?.number })
    }
    let fallen = isRising(percentiles.compactMap(\.value)) ? [] : percentiles.prefix(1)
    return (wrong + fallen).map { node in
      Breach(
        node,
        Text(
          "the ends and the value of \(node.called) are not in their order",
          nl: "de einden en de waarde van \(node.called) staan niet op volgorde"))
    }
  }

  @Sendable private static func priceOfSource(_ report: DocumentNode) -> [Breach] {
    let outcomes = report.first("valueMap")?.all("outcome") ?? []
    return outcomes.compactMap { $0.first("proxy") }.filter { !followsSource($0) }.map { proxy in
      Breach(
        proxy,
        Text(
          "\(proxy.called) is not the proxy of its source × the price factor",
          nl: "\(proxy.called) is niet de proxy van de bron × de prijsfactor"))
    }
  }

  private static func followsSource(_ proxy: DocumentNode) -> Bool {
    guard let source = proxy.first("inSource") else { return true }
    let factor = proxy["priceFactor"].flatMap { ReportXMLPass.number($0) } ?? 1
    return ["value", "low", "high"].allSatisfy { name in
      guard let own = proxy.first(name)?.number, let given = source.first(name)?.number else {
        return true
      }
      return isSame(own, given * factor, size: 0)
    }
  }

  private static func isRising(_ numbers: [Double]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }

  @Sendable private static func valueOfParts(_ report: DocumentNode) -> [Breach] {
    let measures = (report.first("indicators")?.all("indicator") ?? []).flatMap {
      $0.all("measure")
    }
    return measures.compactMap { measure in
      guard let value = measure.value, let parts = measure.first("parts"),
        let kind = measure["kind"], !follows(value, kind, parts)
      else { return nil }
      return Breach(
        measure,
        Text(
          "the value of \(measure.called) does not follow from the parts of a \(kind)",
          nl: "de waarde van \(measure.called) volgt niet uit de delen van een \(kind)"))
    }
  }

  private static func follows(_ value: Double, _ kind: String, _ parts: DocumentNode) -> Bool {
    func part(_ name: String) -> Double? { parts.first(name)?.number }
    let made: Double? =
      switch kind {
      case MeasureCard.Kind.count.rawValue: part("count")
      case MeasureCard.Kind.sum.rawValue: part("sum")
      case MeasureCard.Kind.share.rawValue: quotient(part("numerator"), part("denominator"))
      case MeasureCard.Kind.mean.rawValue: quotient(part("total"), part("number"))
      // Its rule is in words.
      default: parts.first("rule") == nil ? nil : value
      }
    return made.map { isSame($0, value, size: value.magnitude) } ?? false
  }

  private static func quotient(_ above: Double?, _ below: Double?) -> Double? {
    guard let above, let below, below != 0 else { return nil }
    return above / below
  }

  /// Whether two numbers are the same but for the rounding of their computation.
  static func isSame(_ one: Double, _ other: Double, size: Double) -> Bool {
    (one - other).magnitude <= 1e-9 * max(size, one.magnitude, other.magnitude)
  }
}
