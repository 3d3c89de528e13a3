import ImpactModel

/// An uncertain number of a value map: where it stands, how likely its values are.
public struct Doubt: Sendable, Hashable {
  /// A number of an outcome row.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// How much changed.
    case quantity
    /// The value of one unit.
    case proxy
    /// The share that would have happened anyway.
    case deadweight
    /// The share that was moved from elsewhere.
    case displacement
    /// The share that others contributed.
    case attribution
    /// The share lost in each further period.
    case dropOff

    /// Whether it is a share from 0 to 1.
    public var isShare: Bool { self != .quantity && self != .proxy }
  }

  /// Where a doubt stands.
  public enum Place: Sendable, Hashable {
    /// A number of a row; the distribution takes the place of the map's number.
    case row(RowID, Part)
    /// A factor of the amount of an input, as its hours or its value per hour.
    ///
    /// `value` is the certain value of that factor, not 0: the amount is multiplied by what is
    /// drawn over `value`. An input may have several such factors.
    case input(RowID, value: Double)
  }

  /// The identifier of the uncertain number, as `outcome.o1.deadweight` or `proxy.p1.value`.
  ///
  /// Doubts with the same identifier are one doubt, which moves every row that it stands at.
  public let id: FigureID
  /// Where it stands.
  public let place: Place
  /// How likely its values are.
  public let distribution: Distribution
  /// The name of a doubt shared with other numbers, which all have the same quantile then.
  public let sharedWith: String?

  /// Makes a doubt; `DoubtfulMap` checks that it fits its place.
  public init(
    id: FigureID, place: Place, distribution: Distribution, sharedWith: String? = nil
  ) {
    self.id = id
    self.place = place
    self.distribution = distribution
    self.sharedWith = sharedWith
  }

  /// What moves together: the name of the shared doubt, or the identifier of a lone one.
  public var group: String { sharedWith ?? id.description }

  /// The group as the stream of draws knows it: a shared name is never taken for an identifier.
  var streamName: String { sharedWith.map { "shared:" + $0 } ?? id.description }
}

/// A value map of which some numbers are uncertain.
///
/// Doubts are independent of each other unless they share an identifier or `sharedWith`; those
/// are comonotone: all at the same quantile. The discount rate, the timing and the periods are
/// conventions and have no doubt.
public struct DoubtfulMap: Sendable, Hashable {
  /// The value map with its certain, or most likely, numbers.
  public var map: ValueMap
  /// The uncertain numbers; their order means nothing.
  public var doubts: [Doubt]

  /// Makes an uncertain map; each analysis checks it.
  public init(_ map: ValueMap, doubts: [Doubt]) {
    self.map = map
    self.doubts = doubts
  }
}
