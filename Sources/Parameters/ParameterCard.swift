import ImpactModel

/// A parameter that a module looks up: a tariff, a rate, a norm, a factor.
public struct ParameterCard: Sendable, Hashable, Codable {
  /// Its identifier: segments joined by dots, as in `discount_rate.nl` or `full_time_hours`.
  public let id: String
  /// What readers see.
  public let label: Text
  /// What it counts.
  public let unit: Unit

  /// Declares a parameter.
  public init(_ id: String, _ label: Text, unit: Unit) {
    self.id = id
    self.label = label
    self.unit = unit
  }
}

/// A parameter's value in force over a stretch of days, with its source.
public struct ParameterValue: Sendable, Hashable, Codable {
  /// The parameter's identifier.
  public let id: String
  /// The value; a percentage is a fraction.
  public let value: Double
  /// The first day on which it holds.
  public let from: Day
  /// The last day on which it holds, open where it is still in force.
  public let until: Day?
  /// Where the value comes from, ready to be printed.
  public let source: String
  /// Where the value stands; one whose licence forbids printing is named there without its value.
  public let origin: Origin
  /// What the value counts, as its table says; absent where a table has no units.
  public let unit: String?
  /// The record of its source, absent where a project cites one in words of its own.
  public let record: ParameterSource?
  /// The row in which it stands, absent where the value was not read from a file.
  public let address: Address?

  /// Whether the value may be printed; otherwise it is computed with, and only named.
  public var isPrintable: Bool { record?.isPrintable ?? true }

  /// Makes a value.
  public init(
    id: String, value: Double, from: Day, until: Day?, source: String, origin: Origin,
    unit: String? = nil, record: ParameterSource? = nil, address: Address? = nil
  ) {
    self.id = id
    self.value = value
    self.from = from
    self.until = until
    self.source = source
    self.origin = origin
    self.unit = unit
    self.record = record
    self.address = address
  }
}

/// Dated parameter values, looked up by identifier and day.
public struct ParameterTable: Sendable {
  private let values: [String: [ParameterValue]]

  /// Makes a table; of two values in force on one day the earlier in the list is taken, so that a
  /// project's own values stand before the shipped ones.
  public init(_ values: [ParameterValue]) {
    self.values = Dictionary(grouping: values, by: \.id)
  }

  /// The value in force on a day.
  public func value(_ id: String, on day: Day) -> ParameterValue? {
    values[id]?.first { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
  }

  /// All values, by identifier and then in their order.
  public var all: [ParameterValue] {
    values.keys.sorted().flatMap { values[$0] ?? [] }
  }
}
