import ExportKit
import IndicatorKit

/// The indicators and exports that a program was built with.
public struct Registry: Sendable {
  /// The indicators, in the order in which they are shown.
  public let indicators: [any Indicator]
  /// The exports, in the order in which they are written.
  public let exporters: [any Exporter]
  /// The worked examples of the indicators, as their modules hold them.
  public let examples: [ExampleText]

  /// Makes a registry; the `RegisterModules` plugin generates the call.
  public init(
    indicators: [any Indicator], exporters: [any Exporter], examples: [ExampleText] = []
  ) {
    self.indicators = indicators
    self.exporters = exporters
    self.examples = examples
  }

  /// The worked examples of an indicator, or `nil` where its module has no `examples.yaml`.
  public func examples(of indicator: any Indicator) -> ExampleText? {
    let id = type(of: indicator).card.id
    return examples.first { $0.indicator == id }
  }
}
