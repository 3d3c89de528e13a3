/// Things in order, each with a number: the largest flows, the most visited places.
///
/// Its entries are things or groups and never single people.
public struct Ranking: Sendable, Hashable, Codable {
  /// One place of a ranking.
  public typealias Entry = Breakdown.Entry

  /// One segment, unique in the measure: `suppliers`, `places`.
  public let id: String
  /// What readers see.
  public let label: Text
  /// What the numbers count.
  public let unit: Unit
  /// The entries, the first place first.
  public let entries: [Entry]

  /// Makes a ranking of entries that stand in their order already.
  public init(id: String, label: Text, unit: Unit, entries: [Entry]) {
    self.id = id
    self.label = label
    self.unit = unit
    self.entries = entries.filter(\.value.isFinite)
  }

  /// Makes a ranking with the highest number first; equal numbers stand by identifier.
  ///
  /// - Parameter limit: how many places it has at most.
  public init(highestFirst entries: [Entry], id: String, label: Text, unit: Unit, limit: Int = 10) {
    let sorted = entries.sorted { ($1.value, $0.id) < ($0.value, $1.id) }
    self.init(id: id, label: label, unit: unit, entries: Array(sorted.prefix(max(0, limit))))
  }
}
