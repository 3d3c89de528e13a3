import ExportKit
import Valuation

/// How sure the ratio is, as the report shows it.
struct DoubtReport {
  /// The seed of every report, so that the same project gives the same draws.
  static let seed: UInt64 = 2009

  private let reported: ReportedMap
  private let analysis: DoubtAnalysis
  /// The place of each uncertain number, so that many drivers find their members at once.
  private let places: [FigureID: Int]

  /// Analyses the doubts of a map, or gives `nil` where it has none.
  ///
  /// - Throws: `ValuationError` where a result is no finite number.
  init?(_ reported: ReportedMap) throws(ValuationError) {
    guard !reported.numbers.isEmpty else { return nil }
    self.reported = reported
    places = Dictionary(
      reported.numbers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    analysis = try reported.doubtful.analysed(seed: DoubtReport.seed)
  }

  /// The doubt of the report.
  var doubt: ReportDoubt {
    let ratio = analysis.ratio
    return ReportDoubt(
      ratioLow: figure(
        "ratio_p5", Text("Ratio, 5th percentile", nl: "Ratio, 5e percentiel"), ratio?.low.value),
      ratioMedian: figure(
        "ratio_p50", Text("Ratio, median", nl: "Ratio, mediaan"), ratio?.median.value),
      ratioHigh: figure(
        "ratio_p95", Text("Ratio, 95th percentile", nl: "Ratio, 95e percentiel"),
        ratio?.high.value),
      ratioMean: figure(
        "ratio_mean", Text("Ratio, mean", nl: "Ratio, gemiddelde"), ratio?.mean,
        origin: ratioMeanOrigin),
      presentValueMean: figure(
        "present_value_mean", Text("Present value, mean", nl: "Contante waarde, gemiddelde"),
        analysis.presentValue.mean, unit: .money, origin: momentOrigin(DoubtRules.mean)),
      presentValueDeviation: figure(
        "present_value_deviation",
        Text("Present value, standard deviation", nl: "Contante waarde, standaardafwijking"),
        analysis.presentValue.deviation, unit: .money, origin: momentOrigin(DoubtRules.deviation)),
      chanceBelowOne: figure(
        "chance_below_one",
        Text("Chance that the ratio is below 1", nl: "Kans dat de ratio onder 1 ligt"),
        analysis.chanceBelowOne, unit: .percent),
      shareWithDoubt: figure(
        "share_with_doubt",
        Text("Share of the value with doubt attached", nl: "Deel van de waarde met een marge"),
        analysis.shareWithDoubt, unit: .percent,
        origin: .computation(
          rule: DoubtRules.shareWithDoubt,
          inputs: reported.map.rows.map {
            FigureID(joining: "outcome", $0.id.description, "present_value")
          })),
      isInterval: analysis.isInterval, method: analysis.methodText, remarks: analysis.remarks,
      drivers: analysis.drivers.map(driver),
      drawing: ReportDoubt.Drawing(seed: DoubtReport.seed, draws: DoubtfulMap.usualDraws))
  }

  private func driver(_ driver: DoubtAnalysis.Driver) -> ReportDriver {
    let id = FigureID(driver.group) ?? FigureID(joining: "shared", driver.group)
    // In the order of the tables.
    let members = driver.members.compactMap { places[$0] }.sorted().map { reported.numbers[$0] }
    let labels = DoubtReport.shortened(members.map(\.label))
    let figures = members.flatMap(\.figures)
    return ReportDriver(
      id: id,
      label: Text(
        labels.map(\.english).joined(separator: "; "),
        nl: labels.map(\.dutch).joined(separator: "; ")),
      members: driver.members,
      firstOrder: Figure(
        id: id.extended(by: "first_order"),
        label: Text("First-order index", nl: "Eerste-orde-index"),
        value: driver.firstOrder.roundedToNineDigits, unit: .percent,
        origin: .computation(rule: DoubtRules.firstOrder, inputs: figures)),
      totalEffect: Figure(
        id: id.extended(by: "total_effect"), label: Text("Total effect", nl: "Totaal effect"),
        value: driver.totalEffect.roundedToNineDigits, unit: .percent,
        origin: .computation(rule: DoubtRules.totalEffect, inputs: figures)))
  }

  /// The first twelve labels; many rows may share a doubt.
  private static func shortened(_ labels: [Text]) -> [Text] {
    let more = labels.count - 12
    guard more > 0 else { return labels }
    return labels.prefix(12) + [Text("and \(more) more", nl: "en nog \(more)")]
  }

  /// How the percentiles, and the chance that is one of them, were had.
  private var percentileOrigin: Origin {
    .computation(rule: analysis.methodText, inputs: reported.uncertainFigures)
  }

  private func momentOrigin(_ exact: Text) -> Origin {
    analysis.areMomentsExact
      ? .computation(rule: exact, inputs: reported.uncertainFigures) : percentileOrigin
  }

  /// By certain inputs the mean may be divided; by uncertain ones it may not.
  private var ratioMeanOrigin: Origin {
    guard analysis.areMomentsExact, analysis.inputsPresentValue.deviation == 0 else {
      return percentileOrigin
    }
    return .computation(
      rule: DoubtRules.ratioMean,
      inputs: [
        FigureID(joining: "sroi", "present_value_mean"),
        FigureID(joining: "sroi", "inputs_present_value"),
      ])
  }

  private func figure(
    _ name: String, _ label: Text, _ value: Double?, unit: Unit = .ratio, origin: Origin? = nil
  ) -> Figure {
    let id = FigureID(joining: "sroi", name)
    let origin = origin ?? percentileOrigin
    guard let value else {
      return Figure(id: id, label: label, absent: DoubtReport.noRatio, unit: unit, origin: origin)
    }
    return Figure(
      id: id, label: label, value: value.roundedToNineDigits, unit: unit, origin: origin)
  }

  private static let noRatio = Text(
    "the inputs are not above zero in every draw",
    nl: "de inbreng is niet in elke trekking groter dan nul")
}

extension FigureID {
  /// The identifier with one more segment, as in `outcome.o1.deadweight.total_effect`.
  func extended(by segment: String) -> FigureID {
    FigureID("\(description).\(segment)") ?? FigureID(joining: "figure", segment)
  }
}
