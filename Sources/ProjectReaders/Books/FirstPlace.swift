import ImpactModel

/// Counts places of a file, of which the first is the one to show.
struct FirstPlace {
  private(set) var count = 0
  private var place: Address?

  /// Counts a place.
  mutating func add(at address: @autoclosure () -> Address) {
    count += 1
    if place == nil { place = address() }
  }

  /// The finding about them, if there are any.
  func finding(_ make: (_ count: Int, _ first: Address) -> Finding) -> Finding? {
    place.map { make(count, $0) }
  }
}
