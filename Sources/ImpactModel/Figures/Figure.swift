/// A figure of the report: an identifier, a value or the reason why there is none, and an origin.
public struct Figure: Sendable, Hashable, Codable {
  /// Its identifier, the same in every export.
  public let id: FigureID
  /// What it is called.
  public let label: Text
  /// The value, absent where it could not be had.
  public let value: Double?
  /// Why there is no value.
  public let absence: Text?
  /// What it counts.
  public let unit: Unit
  /// Where it comes from.
  public let origin: Origin

  /// Makes a figure that has a value.
  public init(id: FigureID, label: Text, value: Double, unit: Unit, origin: Origin) {
    self.id = id
    self.label = label
    self.value = value.isFinite ? value : nil
    absence =
      value.isFinite
      ? nil : Text("not a finite number", nl: "geen eindig getal")
    self.unit = unit
    self.origin = origin
  }

  /// Makes a figure that could not be had.
  public init(id: FigureID, label: Text, absent reason: Text, unit: Unit, origin: Origin) {
    self.id = id
    self.label = label
    value = nil
    absence = reason
    self.unit = unit
    self.origin = origin
  }
}
