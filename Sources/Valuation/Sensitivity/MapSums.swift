import ImpactModel

/// A valued map with the sum of all rows but one at hand, without subtracting.
///
/// Taking a large row off a total would lose the digits of the small ones; sums from both ends
/// keep them and make every row's rest one addition.
struct MapSums {
  let map: ValueMap
  let result: ValuationResult
  private let rowPlaces: [RowID: Int]
  private let inputPlaces: [RowID: Int]
  private let rowRests: Rests
  private let inputRests: Rests

  init(_ map: ValueMap) throws(ValuationError) {
    self.map = map
    result = try map.valued()
    rowPlaces = Dictionary(
      zip(map.rows.map(\.id), map.rows.indices), uniquingKeysWith: { first, _ in first })
    inputPlaces = Dictionary(
      zip(map.inputs.map(\.id), map.inputs.indices), uniquingKeysWith: { first, _ in first })
    rowRests = Rests(result.rows.map(\.presentValue))
    inputRests = Rests(result.inputs.map(\.presentValue))
  }

  /// A row and the present value of all other rows.
  func row(_ id: RowID) -> (row: ValueMap.Row, rest: Double)? {
    rowPlaces[id].map { (map.rows[$0], rowRests.without($0)) }
  }

  /// An input, its discount factor, and the present value of all other inputs.
  func input(_ id: RowID) -> (input: ValueMap.Input, factor: Double, rest: Double)? {
    inputPlaces[id].map { place in
      let input = map.inputs[place]
      return (input, result.inputFactors[input.period - 1], inputRests.without(place))
    }
  }

  /// The number that a part has now, or `nil` where the map has no such part.
  ///
  /// Of a share of all rows it is the one share that would give the same present value, absent
  /// where no share would change it.
  func current(_ part: MapPart) -> Double? {
    switch part {
    case .row(let id, let part): row(id)?.row.value(of: part)
    case .everyRow(let share):
      withoutShare(share).flatMap { $0 == 0 ? nil : 1 - result.presentValue / $0 }
    case .input(let id): input(id)?.input.amount
    case .discountRate: map.rate
    }
  }

  /// The present value of all rows if a share were 0 in each of them; `nil` without rows.
  func withoutShare(_ share: MapPart.CommonShare) -> Double? {
    guard !map.rows.isEmpty else { return nil }
    let sum = map.rows.reduce(0) { sum, row in
      var row = row
      row.set(share, to: 0)
      return sum + row.presentValue(factors: result.benefitFactors)
    }
    return sum.isFinite ? sum : nil
  }
}

/// The sums of all numbers but one.
private struct Rests {
  /// The sum of the numbers before each place, and of all.
  private let before: [Double]
  /// The sum of the numbers from each place on, and 0.
  private let from: [Double]

  init(_ values: [Double]) {
    var before = [0.0]
    for value in values { before.append((before.last ?? 0) + value) }
    var from = [0.0]
    for value in values.reversed() { from.append((from.last ?? 0) + value) }
    self.before = before
    self.from = from.reversed()
  }

  func without(_ place: Int) -> Double { before[place] + from[place + 1] }
}
