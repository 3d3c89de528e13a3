/// In which order a matrix holds its accounts: those nearby first, place by place.
///
/// Neighbours trade with neighbours, so that amounts that are needed together lie together in memory.
struct AccountOrder: Sendable, Hashable {
  /// Where each account stands.
  let positions: [Int32]
  /// Which account stands at each position.
  let accounts: [Int32]
  /// How many accounts are nearby; they have the first positions.
  let nearby: Int

  /// Orders accounts; within a place they keep their own order.
  init(_ accounts: [FlowAccount]) {
    let keys = Self.keys(accounts)
    var starts = [Int](repeating: 0, count: (keys.max() ?? -1) + 2)
    for key in keys { starts[key + 1] += 1 }
    for key in starts.indices.dropLast() { starts[key + 1] += starts[key] }
    var positions = [Int32](repeating: 0, count: accounts.count)
    var order = [Int32](repeating: 0, count: accounts.count)
    for (account, key) in keys.enumerated() {
      positions[account] = Int32(starts[key])
      order[starts[key]] = Int32(account)
      starts[key] += 1
    }
    self.positions = positions
    self.accounts = order
    nearby = accounts.count { $0.kind.isNearby }
  }

  /// A number for each account, ascending with what comes first.
  private static func keys(_ accounts: [FlowAccount]) -> [Int] {
    let places = Set(accounts.lazy.filter(\.kind.isNearby).map { $0.place ?? "" }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    return accounts.map { account in
      account.kind.isNearby ? numbers[account.place ?? ""] ?? 0 : places.count
    }
  }

  /// Brings amounts by account into the order of the positions, those nearby only.
  func inside(_ amounts: [Double]) -> [Double] {
    (0..<nearby).map { amounts[Int(accounts[$0])] }
  }

  /// Brings amounts of positions back to their accounts; all others have 0.
  func outside(_ amounts: [Double], from first: Int = 0) -> [Double] {
    var result = [Double](repeating: 0, count: accounts.count)
    for (offset, amount) in amounts.enumerated() { result[Int(accounts[first + offset])] = amount }
    return result
  }
}
