import Foundation
import IndicatorKit
import ProjectReaders

/// An indicator measuring a worked example: the measures, and what is not as the example says.
public struct ExampleRun: Sendable {
  /// The example.
  public let example: WorkedExample
  /// The measures; none where the example could not be read.
  public let measures: [Measure]
  /// What is wrong, in the order of the file.
  public let faults: [ExampleFault]

  /// Reads the rows of an example as those of a project in the Netherlands, and measures them.
  ///
  /// - Parameters:
  ///   - indicator: the indicator.
  ///   - example: the example.
  ///   - file: the name of its file, as faults show it.
  ///   - log: notes what the indicator asks for.
  public init(
    _ indicator: any Indicator, _ example: WorkedExample, file: String, log: ReadingLog? = nil
  ) {
    let card = type(of: indicator).card
    self.example = example
    var reading = ExampleReading(file: file, card: card)
    let contents = reading.tables(of: example)
    let ledger = reading.ledger(of: example)
    let parameters = reading.parameters(of: example)
    guard reading.faults.isEmpty else {
      measures = []
      faults = reading.faults
      return
    }
    let data = ProjectData(
      project: .fictional(period: example.period, postcodes: example.postcodes), card: card,
      contents: contents, ledger: ledger, parameters: parameters, log: log)
    do throws(NotMeasurable) {
      measures = try indicator.measure(data)
    } catch {
      measures = card.measures.map { $0.notMeasurable(error.reason) }
    }
    let comparison = ExampleComparison(measures: measures, card: card, file: file)
    faults = example.expectations.flatMap(comparison.faults)
  }
}

extension ProjectDescription {
  /// A project in a fictional Dutch neighbourhood, on which examples and tests are measured.
  ///
  /// - Parameters:
  ///   - period: the reporting period.
  ///   - previous: the period before it.
  ///   - postcodes: the postcodes of the neighbourhood.
  public static func fictional(
    period: Period, previous: Period? = nil, postcodes: [String] = []
  ) -> ProjectDescription {
    ProjectDescription(
      id: "example", revision: "1", name: "Example", summary: nil, organisation: "Example",
      identifiers: [],
      neighbourhood: Neighbourhood(
        name: "Example", municipality: nil, codes: [], codesYear: nil, country: .netherlands,
        area: PostcodeArea(prefixes: postcodes)), period: period, previousPeriod: previous,
      start: previous?.first ?? period.first, currency: .euro, language: .english,
      perspective: .evaluation, reportDate: period.last, discountRate: 0,
      discountRateOrigin: .combined([]), benefitTiming: .startOfPeriod,
      inputTiming: .startOfPeriod, priceBaseYear: period.last.year, grants: [], themes: [],
      author: nil, leftOut: [], releasedBelowFive: [:])
  }
}
