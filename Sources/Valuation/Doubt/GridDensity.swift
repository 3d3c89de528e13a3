import Foundation

/// A distribution as masses on equally spaced places; mean and variance are kept as they are.
///
/// A mass between two places is split over the three nearest ones so that its mass, mean and
/// second moment stay the same, whence the error falls with the cube of the step or faster.
struct GridDensity: Sendable {
  private(set) var start: Double
  private(set) var step: Double
  private(set) var masses: [Double]

  /// Room for masses from `low` to `high`, and for the split at both ends.
  private init(from low: Double, to high: Double, cells: Int) {
    step = (high - low) / Double(cells)
    start = low - 2 * step
    masses = [Double](repeating: 0, count: cells + 5)
  }

  /// Puts down a mass at a place, spread there with a variance.
  private mutating func put(_ mass: Double, at place: Double, variance: Double = 0) {
    let position = (place - start) / step
    let nearest = position.rounded()
    guard nearest >= 1, nearest < Double(masses.count - 1) else { return }
    let index = Int(nearest)
    let offset = position - nearest
    let square = offset * offset + variance / (step * step)
    masses[index - 1] += mass * (square - offset) / 2
    masses[index] += mass * (1 - square)
    masses[index + 1] += mass * (square + offset) / 2
  }

  /// A factor, from the cells of its table, each even between its ends.
  init?(_ table: FactorTable, cells: Int) {
    let values = table.low + table.main + table.high
    guard let low = values.min(), let high = values.max(), low < high, (high - low).isFinite else {
      return nil
    }
    self.init(from: low, to: high, cells: cells)
    guard step > 0, step.isNormal else { return nil }
    let ends = FactorTable.endCells
    let inner = table.main[ends...(table.main.count - 1 - ends)]
    for (pieces, mass) in [
      (table.low[...], QuantileColumns.tailStep), (inner, 1 / Double(QuantileColumns.mainCells)),
      (table.high[...], QuantileColumns.tailStep),
    ] {
      for (one, other) in zip(pieces, pieces.dropFirst()) {
        put(mass, at: (one + other) / 2, variance: (other - one) * (other - one) / 12)
      }
    }
  }

  /// The product of two independent numbers; `nil` where its range is no number.
  func times(_ other: GridDensity, cells: Int) -> GridDensity? {
    let corners = [low * other.low, low * other.high, high * other.low, high * other.high]
    guard let first = corners.min(), let last = corners.max(), first < last,
      (last - first).isFinite
    else { return nil }
    var product = GridDensity(from: first, to: last, cells: cells)
    guard product.step > 0, product.step.isNormal else { return nil }
    let places = other.masses.indices.map { other.place($0) / product.step }
    let offset = 0.5 - product.start / product.step
    let limit = Double(product.masses.count - 1)
    product.masses.withUnsafeMutableBufferPointer { sums in
      places.withUnsafeBufferPointer { places in
        other.masses.withUnsafeBufferPointer { others in
          for (index, mass) in masses.enumerated() where mass != 0 {
            let place = self.place(index)
            var cell = 0
            while cell < places.count {
              // The same split as in `put`, written out: this runs a million times for a row.
              let position = place * places[cell] + offset
              if position >= 1.5, position < limit {
                let nearest = Int(position)
                let rest = position - Double(nearest) - 0.5
                let part = mass * others[cell]
                let half = part * rest / 2
                sums[nearest - 1] += half * (rest - 1)
                sums[nearest] += part - 2 * half * rest
                sums[nearest + 1] += half * (rest + 1)
              }
              cell += 1
            }
          }
        }
      }
    }
    return product
  }

  /// The sum of two independent numbers, on the step of this one.
  func plus(_ other: GridDensity) -> GridDensity {
    let right = other.step == step ? other : other.resampled(step)
    var sum = self
    sum.start += right.start
    sum.masses = GridDensity.convolved(masses, right.masses)
    sum.trim()
    return sum
  }

  /// The same distribution on another step.
  func resampled(_ step: Double) -> GridDensity {
    let cells = Int(((high - low) / step).rounded(.up))
    var copy = self
    copy.step = step
    copy.start = low - 2 * step
    copy.masses = [Double](repeating: 0, count: cells + 5)
    for (index, mass) in masses.enumerated() { copy.put(mass, at: place(index)) }
    return copy
  }

  private static func convolved(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: left.count + right.count - 1)
    result.withUnsafeMutableBufferPointer { sums in
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          for (offset, mass) in left.enumerated() where mass != 0 {
            var index = 0
            while index < right.count {
              sums[offset + index] += mass * right[index]
              index += 1
            }
          }
        }
      }
    }
    return result
  }

  /// Leaves out the ends that hold less than a part in 10¹⁷, so that sums do not grow for ever.
  private mutating func trim() {
    let least = 1e-17
    var (first, last) = (0, masses.count - 1)
    while first < last - 4, abs(masses[first]) < least { first += 1 }
    while last > first + 4, abs(masses[last]) < least { last -= 1 }
    start += Double(first) * step
    masses = Array(masses[first...last])
  }

  func multiplied(by number: Double) -> GridDensity {
    var copy = self
    copy.start *= number
    copy.step *= number
    if number < 0 {
      copy.start = place(masses.count - 1) * number
      copy.step = -step * number
      copy.masses.reverse()
    }
    return copy
  }

  func moved(by number: Double) -> GridDensity {
    var copy = self
    copy.start += number
    return copy
  }

  private func place(_ index: Int) -> Double { start + Double(index) * step }
  private var low: Double { place(2) }
  private var high: Double { place(masses.count - 3) }

  var mean: Double {
    masses.enumerated().reduce(0) { $0 + $1.element * place($1.offset) }
  }

  var deviation: Double {
    let mean = mean
    let variance = masses.enumerated().reduce(0) { sum, item in
      let distance = place(item.offset) - mean
      return sum + item.element * distance * distance
    }
    return max(0, variance).squareRoot()
  }

  /// The shares below the middles between places.
  ///
  /// A list of masses is a smooth density blurred by the width of a cell; the correction takes
  /// the blur off again to the fourth power of the step.
  private var cumulative: [Double] {
    var sum = 0.0
    return masses.indices.map { index in
      sum += masses[index]
      let next = index + 1 < masses.count ? masses[index + 1] : 0
      return min(max(sum - (next - masses[index]) / 24, 0), 1)
    }
  }

  /// The values below which the given shares lie.
  func quantiles(_ shares: [Double]) -> [Double] {
    let cumulative = cumulative
    return shares.map { share in
      guard let cell = cumulative.firstIndex(where: { $0 >= share }) else {
        return place(masses.count - 1)
      }
      let before = cell > 0 ? cumulative[cell - 1] : 0
      let width = cumulative[cell] - before
      let part = width > 0 ? (share - before) / width : 0.5
      let bend = bend(cell, width: width)
      return place(cell) + step * (part - 0.5 + bend * part * (1 - part))
    }
  }

  /// How far the density leans from one side of a cell to the other.
  private func bend(_ cell: Int, width: Double) -> Double {
    guard width > 0, cell > 0, cell + 1 < masses.count else { return 0 }
    return min(max((masses[cell + 1] - masses[cell - 1]) / (4 * width), -1), 1)
  }

  /// The share below a value.
  func share(below value: Double) -> Double {
    let position = (value - start) / step + 0.5
    if position <= 0 { return 0 }
    if position >= Double(masses.count) { return 1 }
    let cumulative = cumulative
    let cell = min(Int(position), masses.count - 1)
    let part = position - Double(cell)
    let before = cell > 0 ? cumulative[cell - 1] : 0
    let width = cumulative[cell] - before
    return before + width * (part - bend(cell, width: width) * part * (1 - part))
  }
}
