import ExportKit
import IndicatorKit

/// The indicators and exports that a program was built with.
public struct Registry: Sendable {
  /// The indicators, in the order in which they are shown.
  public let indicators: [any Indicator]
  /// The exports, in the order in which they are written.
  public let exporters: [any Exporter]

  /// Makes a registry; the `RegisterModules` plugin generates the call.
  public init(indicators: [any Indicator], exporters: [any Exporter]) {
    self.indicators = indicators
    self.exporters = exporters
  }
}
