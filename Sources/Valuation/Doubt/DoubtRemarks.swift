import ImpactModel

/// The sentences that an analysis says about itself.
enum DoubtRemarks {
  static let noRatio = Text(
    "There is no ratio: the inputs are not above zero in every draw.",
    nl: "Er is geen ratio: de inbreng is niet in elke trekking groter dan nul.")

  static let tooManyShared = Text(
    "So many rows share a doubt that the parts of the variance were not computed.",
    nl: "Zoveel rijen delen een onzekerheid dat de delen van de variantie niet zijn berekend.")

  static func common(_ model: DoubtModel, _ moments: MapMoments, share: Double) -> [Text] {
    var remarks: [Text] = []
    if share < DoubtAnalysis.leastShareForInterval, model.isUncertain {
      remarks.append(lowShare(share))
    }
    if moments.benefits == nil { remarks.append(tooManyShared) }
    return remarks
  }

  private static func lowShare(_ share: Double) -> Text {
    func percent(_ share: Double, _ language: Language) -> String {
      DecimalText.rounded(share * 100, decimals: 0, in: language)
    }
    let least = DoubtAnalysis.leastShareForInterval
    return Text(
      "Only \(percent(share, .english)) % of the value has a range; below "
        + "\(percent(least, .english)) % the percentiles are no interval of the ratio.",
      nl: "Slechts \(percent(share, .dutch)) % van de waarde heeft een bandbreedte; onder "
        + "\(percent(least, .dutch)) % vormen de percentielen geen interval van de ratio.")
  }

  static func drawn(_ ratio: Spread?, draws: Int, wanted: Int) -> [Text] {
    var remarks: [Text] = []
    if draws < wanted {
      remarks.append(
        Text(
          "The value map is so large that \(draws) draws were made.",
          nl: "De waardenkaart is zo groot dat er \(draws) trekkingen zijn gedaan."))
    }
    if let ratio, let remark = digits(ratio, draws) { remarks.append(remark) }
    return remarks
  }

  private static func digits(_ ratio: Spread, _ draws: Int) -> Text? {
    let decimals = [ratio.low, ratio.median, ratio.high].map(\.decimals).min() ?? 0
    if decimals >= DoubtAnalysis.decimalsShown { return nil }
    let english =
      decimals == 0 ? "no decimal" : "\(decimals) decimal\(decimals == 1 ? "" : "s")"
    let dutch =
      decimals == 0
      ? "geen decimaal betrouwbaar"
      : "\(decimals) \(decimals == 1 ? "decimaal" : "decimalen") betrouwbaar"
    return Text(
      "With \(draws) draws the percentiles of the ratio bear \(english); make more draws for "
        + "\(DoubtAnalysis.decimalsShown).",
      nl: "Met \(draws) trekkingen is van de percentielen van de ratio \(dutch); doe meer "
        + "trekkingen voor \(DoubtAnalysis.decimalsShown).")
  }

  /// The most rows of which the mean is told; of more the largest differences.
  static let mostShifted = 20

  static func shifted(_ rows: [DoubtAnalysis.ShiftedRow]) -> [Text] {
    guard rows.count > mostShifted else { return rows.map(shifted) }
    let sizes = rows.map { abs($0.mean - $0.value) }
    let largest = rows.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(mostShifted)
    let more = rows.count - mostShifted
    return largest.sorted().map { shifted(rows[$0]) } + [
      Text(
        "The same holds for \(more) more rows, with smaller differences.",
        nl: "Hetzelfde geldt voor nog \(more) rijen, met kleinere verschillen.")
    ]
  }

  private static func shifted(_ row: DoubtAnalysis.ShiftedRow) -> Text {
    func percent(_ language: Language) -> String {
      row.shift.map { DecimalText.rounded(abs($0) * 100, decimals: 0, in: language) + " % " } ?? ""
    }
    let isAbove = row.mean > row.value
    return Text(
      "The mean of row \(row.row) is \(percent(.english))\(isAbove ? "above" : "below") its value, "
        + "because its ranges are lopsided.",
      nl: "Het gemiddelde van rij \(row.row) ligt \(percent(.dutch))"
        + "\(isAbove ? "boven" : "onder") haar waarde, doordat haar bandbreedtes scheef zijn.")
  }
}
