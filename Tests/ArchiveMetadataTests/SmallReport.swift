import ExportKit

/// A report of which only the project matters here.
enum SmallReport {
  static func report(named name: String = "Buurthuis <Groenhof> & Zn.") throws -> Report {
    guard let year = Period(year: 2025), let date = Day(iso: "2026-02-01") else {
      throw Unbuildable()
    }
    let project = ProjectDescription(
      id: "groenhof", revision: "3", name: name, summary: nil, organisation: "Stichting Groenhof",
      identifiers: [],
      neighbourhood: Neighbourhood(
        name: "Groenhof", municipality: "GM0344", codes: [], codesYear: nil,
        country: .netherlands, area: PostcodeArea(prefixes: [])),
      period: year, previousPeriod: nil, start: year.first, currency: .euro, language: .dutch,
      perspective: .evaluation, reportDate: date, discountRate: 0.0225,
      discountRateOrigin: .combined([]), benefitTiming: .startOfPeriod,
      inputTiming: .startOfPeriod, priceBaseYear: 2025, grants: [], themes: [], author: nil,
      leftOut: [], releasedBelowFive: [:])
    return Report(
      program: "Wijkwaarde test", project: project, isDraft: false, stakeholders: [], inputs: [],
      valueMap: nil, indicators: [], findings: [], sources: [], parameters: [])
  }

  struct Unbuildable: Error {}
}
