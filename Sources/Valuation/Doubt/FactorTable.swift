/// A factor at every quantile of 32 bits: straight lines between the places of a table.
///
/// The ends, 1/256 of the quantiles on each side, have a table of their own that is 128 times as
/// fine, and their outermost 2⁻¹⁶ are computed exactly. The places are moved a little so that the
/// straight lines keep the mean: against the quantile itself it moves by less than 1e-5 of the
/// standard deviation, where drawing a million times moves it by 1e-3. A single value is within
/// 0.002 of the standard deviation, or within 0.001 of its own size in a long tail.
struct FactorTable: Sendable {
  private let factor: Factor
  let main: [Double]
  let low: [Double]
  let high: [Double]

  /// The cells of the main table at each end that the finer tables stand in for.
  static let endCells = 8
  private static let exactCells = 4

  init(_ factor: Factor) {
    self.factor = factor
    var main = [Double](repeating: 1, count: QuantileColumns.mainCells + 1)
    var low = [Double](repeating: 1, count: QuantileColumns.tailCells + 1)
    var high = low
    for part in factor.parts {
      let columns = QuantileColumns(part.distribution)
      for index in main.indices { main[index] *= part.value(columns.main[index]) }
      for index in low.indices { low[index] *= part.value(columns.low[index]) }
      for index in high.indices { high[index] *= part.value(columns.high[index]) }
    }
    self.main = FactorTable.keepingMean(main)
    self.low = FactorTable.keepingMean(low)
    self.high = FactorTable.keepingMean(high)
  }

  /// Moves each inner place by a twelfth of its second difference.
  ///
  /// A line between two places of a curve has another mean than the curve, by h²/12 of its second
  /// derivative (the trapezoidal rule); this takes that off again.
  private static func keepingMean(_ places: [Double]) -> [Double] {
    var moved = places
    for index in places.indices.dropFirst().dropLast() {
      moved[index] -= (places[index - 1] - 2 * places[index] + places[index + 1]) / 12
    }
    return moved
  }

  /// Whether every place of the table has a finite number.
  var isFinite: Bool {
    main.allSatisfy(\.isFinite) && low.allSatisfy(\.isFinite) && high.allSatisfy(\.isFinite)
  }

  /// Multiplies each number by the factor at the quantile of its draw.
  func multiply(
    _ numbers: UnsafeMutableBufferPointer<Double>, _ draws: UnsafeMutableBufferPointer<UInt32>
  ) {
    precondition(numbers.count == draws.count && main.count == QuantileColumns.mainCells + 1)
    guard let number = numbers.baseAddress, let draw = draws.baseAddress else { return }
    let count = numbers.count
    let inner = UInt(QuantileColumns.mainCells - 2 * FactorTable.endCells)
    main.withUnsafeBufferPointer { table in
      guard let place = table.baseAddress else { return }
      for index in 0..<count {
        let x = draw[index]
        // Eleven bits choose one of the 2,048 cells, 21 the place in it: never out of bounds.
        let cell = Int(x >> 21)
        if UInt(bitPattern: cell &- FactorTable.endCells) < inner {
          let start = place[cell]
          let part = Double(Int32(truncatingIfNeeded: x & 0x1F_FFFF)) * 0x1p-21 + 0x1p-22
          number[index] *= start + part * (place[cell &+ 1] - start)
        } else {
          number[index] *= end(x)
        }
      }
    }
  }

  /// The factor at a draw, wherever it lies.
  func value(_ x: UInt32) -> Double {
    let cell = Int(x >> 21)
    if cell < FactorTable.endCells || cell >= QuantileColumns.mainCells - FactorTable.endCells {
      return end(x)
    }
    let part = (Double(x & 0x1F_FFFF) + 0.5) * 0x1p-21
    return main[cell] + part * (main[cell + 1] - main[cell])
  }

  @inline(never)
  private func end(_ x: UInt32) -> Double {
    x < 0x8000_0000 ? end(x, low, isLow: true) : end(~x, high, isLow: false)
  }

  @inline(__always)
  private func end(_ distance: UInt32, _ table: [Double], isLow: Bool) -> Double {
    let cell = Int(distance >> 14)
    if cell < FactorTable.exactCells {
      let share = (Double(distance) + 0.5) * 0x1p-32
      return isLow
        ? factor.value(lower: share, upper: 1 - share)
        : factor.value(lower: 1 - share, upper: share)
    }
    let part = (Double(distance & 0x3FFF) + 0.5) * 0x1p-14
    return table[cell] + part * (table[cell + 1] - table[cell])
  }
}
