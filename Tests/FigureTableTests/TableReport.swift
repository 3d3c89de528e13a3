import ExportKit

/// A report with three measures, of which one has a range, one no value and one is negative.
enum TableReport {
  static func report(label: String = "Harvest") throws -> Report {
    guard let year = Period(year: 2025), let date = Day(iso: "2026-02-01") else {
      throw Unbuildable()
    }
    let project = ProjectDescription(
      id: "garden", revision: "1", name: "Garden", summary: nil, organisation: "Garden",
      identifiers: [],
      neighbourhood: Neighbourhood(
        name: "Garden", municipality: nil, codes: [], codesYear: nil, country: .netherlands,
        area: PostcodeArea(prefixes: [])),
      period: year, previousPeriod: nil, start: year.first, currency: .euro, language: .english,
      perspective: .evaluation, reportDate: date, discountRate: 0.0225,
      discountRateOrigin: .combined([]), benefitTiming: .startOfPeriod,
      inputTiming: .startOfPeriod, priceBaseYear: 2025, grants: [], themes: [], author: nil,
      leftOut: [], releasedBelowFive: [:])
    return Report(
      program: "Wijkwaarde test", project: project, isDraft: false, stakeholders: [], inputs: [],
      valueMap: nil, indicators: [indicator(label)], findings: [], sources: [], parameters: [])
  }

  struct Unbuildable: Error {}

  private static func indicator(_ label: String) -> ReportIndicator {
    let rule = Text("a rule", nl: "een regel")
    func card(_ id: String, _ label: String) -> MeasureCard {
      MeasureCard(
        id, Text(verbatim: label), help: Text(verbatim: ""), kind: .computed, unit: .money,
        aggregation: .none)
    }
    func computed(_ id: String, _ value: Double, _ label: String) -> Measure {
      Measure(
        card: card(id, label), result: .measured(.computed(value, inputs: [], rule: rule)),
        origin: .combined([]))
    }
    let measures = [
      computed("third", 1.0 / 3.0, label).ranging(0.25...0.5)
        .noting(Text("Nearby is the garden.", nl: "Nabij is de tuin."))
        .noting(Text("Classic variant.", nl: "Klassieke variant.")),
      computed("negative", -1e-7, "Loss"),
      Measure(
        card: card("absent", "Bees"),
        result: .notMeasurable(Text("nobody counted", nl: "niemand telde")),
        origin: .combined([])),
    ]
    return ReportIndicator(
      id: "garden", title: Text(verbatim: "Garden"), summary: Text(verbatim: ""), references: [],
      measures: measures.map {
        ReportMeasure(
          id: FigureID(joining: "garden", $0.card.id), measure: $0, isIncomplete: false)
      })
  }
}
