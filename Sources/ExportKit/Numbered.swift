/// Distinct things numbered from 1 in the order in which they are first met.
public struct Numbered<Item: Hashable & Sendable>: Sendable {
  /// The things, in the order of their numbers.
  public private(set) var items: [Item] = []
  private var numbers: [Item: Int] = [:]

  /// Starts without anything.
  public init() {}

  /// Gives the number of a thing, a new one where it was not met before.
  public mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    items.append(item)
    numbers[item] = items.count
    return items.count
  }
}

extension Numbered<Origin> {
  /// Gives the number of an origin, or `nil` for what comes from nothing.
  public mutating func reference(to origin: Origin) -> Int? {
    if case .combined(let parts) = origin, parts.isEmpty { return nil }
    return number(of: origin)
  }
}
