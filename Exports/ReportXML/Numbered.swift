/// Distinct things numbered from 1 in the order in which they are first met.
struct Numbered<Item: Hashable> {
  private(set) var items: [Item] = []
  private var numbers: [Item: Int] = [:]

  /// The number of a thing, a new one where it was not met before.
  mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    items.append(item)
    numbers[item] = items.count
    return items.count
  }
}
