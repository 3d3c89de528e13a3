import IndicatorKit

/// The file `examples.yaml` of a module, as the registry carries it.
public struct ExampleText: Sendable, Hashable {
  /// The identifier of the indicator.
  public let indicator: String
  /// The name of the file, as `Repairs/examples.yaml`.
  public let file: String
  /// Its text.
  public let text: String

  /// Makes a file of an indicator's examples.
  public init(of indicator: any Indicator, file: String, text: String) {
    self.indicator = type(of: indicator).card.id
    self.file = file
    self.text = text
  }
}
