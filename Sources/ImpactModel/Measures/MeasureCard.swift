/// What a module measures: the card of one measure.
public struct MeasureCard: Sendable, Hashable, Codable {
  /// How the number is made.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// A count of rows or people.
    case count
    /// A sum of a quantity.
    case sum
    /// A numerator over a denominator.
    case share
    /// A sum over a number of things.
    case mean
    /// Anything else, with its inputs and its rule in words.
    case computed
  }

  /// How the measure of several projects is joined.
  public enum Aggregation: String, Sendable, Hashable, Codable {
    /// The sum of the projects' values.
    case sum
    /// From the sums of the parts: numerators over denominators.
    case pooled
    /// Not at all.
    case none
  }

  /// Whether more is better.
  public enum Direction: String, Sendable, Hashable, Codable {
    /// More is better.
    case up
    /// Less is better.
    case down
    /// Neither.
    case neutral
  }

  /// One segment, unique in the module.
  public let id: String
  /// What readers see.
  public let label: Text
  /// What is measured and how, in one or two sentences; the denominator is named.
  public let help: Text
  /// How the number is made.
  public let kind: Kind
  /// What it counts.
  public let unit: Unit
  /// What the numerator and the denominator of a share count, where that is no number of things.
  public let partsUnit: Unit?
  /// Whether more is better.
  public let direction: Direction
  /// How several projects are joined.
  public let aggregation: Aggregation
  /// Whether an outcome row may take its quantity from it.
  public let feedsValueMap: Bool
  /// Whether it counts people or what people did, so that it is kept back for fewer than five.
  ///
  /// Where the value is not the number of people itself, the module gives that number with
  /// `Measure.of(people:)`; without it a value below five is kept back.
  public let countsPeople: Bool
  /// Whether it counts the hours of volunteers, with which the hours among the inputs are compared.
  public let countsVolunteerHours: Bool

  /// Declares a measure.
  ///
  /// - Parameters:
  ///   - id: one segment, unique in the module.
  ///   - label: what readers see.
  ///   - help: what is measured and how; the denominator is named.
  ///   - kind: how the number is made.
  ///   - unit: what it counts; a share without one is a percentage, a count without one a count.
  ///   - partsUnit: what numerator and denominator of a share count, as money or kilograms.
  ///   - direction: whether more is better.
  ///   - aggregation: how several projects are joined.
  ///   - feedsValueMap: whether an outcome row may take its quantity from it.
  ///   - countsPeople: whether it counts people or what people did.
  ///   - countsVolunteerHours: whether it counts the hours of volunteers.
  public init(
    _ id: String, _ label: Text, help: Text, kind: Kind, unit: Unit? = nil,
    partsUnit: Unit? = nil, direction: Direction = .up, aggregation: Aggregation,
    feedsValueMap: Bool = false,
    countsPeople: Bool = false, countsVolunteerHours: Bool = false
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.kind = kind
    self.unit = unit ?? (kind == .share ? .percent : kind == .count ? .count : .ratio)
    self.partsUnit = partsUnit
    self.direction = direction
    self.aggregation = aggregation
    self.feedsValueMap = feedsValueMap
    self.countsPeople = countsPeople
    self.countsVolunteerHours = countsVolunteerHours
  }
}
