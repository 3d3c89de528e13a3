import IndicatorKit
import Pipeline
import Testing

/// One promise of one indicator, put to the test.
///
/// In a test target with the plugin `RegisterModules`, two lines try all registered indicators:
///
/// ```swift
/// @Test(arguments: IndicatorTrial.all(registry))
/// func `an indicator keeps its promises`(trial: IndicatorTrial) async { await trial.run() }
/// ```
///
/// Each fault names the card, the table or the column, and says what to write.
public struct IndicatorTrial: Sendable, CustomTestStringConvertible {
  /// The indicator.
  public let indicator: any Indicator
  /// Its worked examples, absent where its module has none.
  public let examples: ExampleText?
  /// The promise.
  public let promise: Promise

  /// Makes a trial.
  public init(_ indicator: any Indicator, examples: ExampleText?, promise: Promise) {
    self.indicator = indicator
    self.examples = examples
    self.promise = promise
  }

  /// Makes the trials of all promises of all registered indicators.
  public static func all(_ registry: Registry) -> [IndicatorTrial] {
    registry.indicators.flatMap { indicator in
      let examples = registry.examples(of: indicator)
      return Promise.allCases.map {
        IndicatorTrial(indicator, examples: examples, promise: $0)
      }
    }
  }

  /// What the list of tests shows: the indicator and the promise.
  public var testDescription: String { "\(card.id): \(promise.sentence)" }

  /// Tries the promise, and records each fault as an issue of the running test.
  public func run(sourceLocation: SourceLocation = #_sourceLocation) async {
    for fault in await faults() {
      Issue.record(Comment(rawValue: fault), sourceLocation: sourceLocation)
    }
  }

  /// Tries the promise.
  ///
  /// - Returns: the faults in words; none where the promise is kept.
  public func faults() async -> [String] {
    switch promise {
    case .declaration: DeclarationTrial(card).faults
    case .examples: ExampleTrial(indicator, examples).faults
    case .imports: ImportTrial(card, examples).faults
    case .measures: MeasureTrial(indicator, examples).faults
    case .reading: ReadingTrial(indicator, examples).faults
    case .repetition: await RepetitionTrial(indicator).faults()
    case .order: OrderTrial(indicator).faults
    case .origins: OriginTrial(indicator).faults
    case .emptiness: EmptinessTrial(indicator).faults
    case .linearTime: LinearTimeTrial(indicator).faults
    }
  }

  private var card: IndicatorCard { type(of: indicator).card }
}
