/// The share of what a recipient is paid that it spends again in the neighbourhood.
public struct ReSpending: Sendable, Hashable {
  /// How a share is known.
  public enum Provenance: String, Sendable, Hashable, CaseIterable {
    /// From the recipient's own books.
    case observed
    /// From the recipient's own answer, or the mean of five or more answers of its peers.
    case surveyed
    /// Declared by the project's lead.
    case assumed
    /// Not known at all.
    case absent
  }

  /// The share, a fraction; 0 where it is not known, which leaves it out of the third round.
  public let share: Double
  /// The lowest share that the source holds possible.
  public let low: Double
  /// The highest share that the source holds possible.
  public let high: Double
  /// How the share is known.
  public let provenance: Provenance

  /// Makes a share, or `nil` where it is not a fraction or lies outside its own range.
  public init?(_ share: Double, in range: ClosedRange<Double>? = nil, _ provenance: Provenance) {
    guard share >= 0, share <= 1 else { return nil }
    let range = range ?? share...share
    guard range.lowerBound >= 0, range.upperBound <= 1, range.contains(share) else { return nil }
    self.share = share
    low = range.lowerBound
    high = range.upperBound
    self.provenance = provenance
  }

  /// A share that is not known.
  public static let absent = ReSpending()

  private init() {
    share = 0
    low = 0
    high = 1
    provenance = .absent
  }
}
