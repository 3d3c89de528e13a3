import ImpactModel

/// One number of a map at another value.
public struct PartChange: Sendable, Hashable {
  /// The number.
  public var part: MapPart
  /// What it is instead.
  public var value: Double

  /// Makes a change.
  public init(part: MapPart, value: Double) {
    self.part = part
    self.value = value
  }
}

/// A map that was valued once, for its ratio with some numbers changed.
///
/// Only what changes is valued anew, so that as many questions as the map has rows take no longer
/// than their changes do.
public struct WhatIf: Sendable {
  private let map: ValueMap
  private let result: ValuationResult
  private let rows: [RowID: Int]
  private let inputs: [RowID: Int]
  private let rowSums: RangeSums
  private let inputSums: RangeSums

  /// Values a map.
  ///
  /// - Throws: `ValuationError` where it cannot be valued.
  public init(_ map: ValueMap) throws(ValuationError) {
    self.map = map
    result = try map.valued()
    rows = Dictionary(
      zip(map.rows.map(\.id), map.rows.indices), uniquingKeysWith: { first, _ in first })
    inputs = Dictionary(
      zip(map.inputs.map(\.id), map.inputs.indices), uniquingKeysWith: { first, _ in first })
    rowSums = RangeSums(result.rows.map(\.presentValue))
    inputSums = RangeSums(result.inputs.map(\.presentValue))
  }

  /// Gives the amount of an input as it is, or `nil` where the map has no such input.
  public func amount(of input: RowID) -> Double? { inputs[input].map { map.inputs[$0].amount } }

  /// Gives the ratio with some numbers changed, all else as it is; of two changes of one number
  /// the later counts.
  ///
  /// Within 1e-15 of the sum of the absolute terms it is the ratio of the whole map valued anew.
  ///
  /// - Returns: `nil` where the map has no such number, or no inputs of a value then.
  /// - Throws: `ValuationError` where the map cannot be valued so.
  public func ratio(with changes: [PartChange]) throws(ValuationError) -> Double? {
    var changedRows: [Int: ValueMap.Row] = [:]
    var changedInputs: [Int: Double] = [:]
    for change in changes {
      switch change.part {
      case .row(let id, let part) where !part.isWhole:
        guard let place = rows[id], change.value.isFinite,
          let row = (changedRows[place] ?? map.rows[place]).setting(part, to: change.value)
        else { return nil }
        changedRows[place] = row
      case .input(let id):
        guard let place = inputs[id], change.value.isFinite else { return nil }
        changedInputs[place] = change.value
      case .row, .everyRow, .discountRate: return try wholeRatio(with: changes)
      }
    }
    let benefits = try benefits(changedRows)
    let costs = costs(changedInputs)
    guard costs > 0 else { return nil }
    let ratio = benefits / costs
    guard ratio.isFinite else { throw .totalNotFinite }
    return ratio
  }

  private func benefits(_ changed: [Int: ValueMap.Row]) throws(ValuationError) -> Double {
    let places = changed.keys.sorted()
    var sum = rowSums.sum(without: places)
    for place in places {
      guard let row = changed[place] else { continue }
      try row.check()
      let value = row.presentValue(factors: result.benefitFactors)
      guard value.isFinite else { throw .notFinite(row: row.id) }
      sum += value
    }
    return sum
  }

  private func costs(_ changed: [Int: Double]) -> Double {
    let places = changed.keys.sorted()
    return places.reduce(inputSums.sum(without: places)) { sum, place in
      sum + (changed[place] ?? 0) * result.inputFactors[map.inputs[place].period - 1]
    }
  }

  /// A change of periods may reach beyond the factors at hand, and one of a share or the rate
  /// changes every row.
  private func wholeRatio(with changes: [PartChange]) throws(ValuationError) -> Double? {
    var changed = map
    for change in changes {
      guard let next = changed.setting(change.part, to: change.value) else { return nil }
      changed = next
    }
    return try changed.valued().ratio
  }
}
