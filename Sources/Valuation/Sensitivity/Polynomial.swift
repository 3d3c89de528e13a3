/// A polynomial of one variable above zero, for the places where it is zero.
///
/// Only the sign of a value matters here, so that coefficients are scaled to at most 1 and a
/// value at a large place is taken divided by the highest power: nothing overflows.
struct Polynomial {
  /// From the lowest power that has one to the highest, the largest of them 1 or −1.
  private let coefficients: [Double]

  /// Makes a polynomial of finite coefficients, from the power 0 on.
  init(_ coefficients: [Double]) {
    let largest = coefficients.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite,
      let first = coefficients.firstIndex(where: { $0 != 0 }),
      let last = coefficients.lastIndex(where: { $0 != 0 })
    else {
      self.coefficients = []
      return
    }
    self.coefficients = coefficients[first...last].map { $0 / largest }
  }

  /// Whether it is zero everywhere.
  var isZero: Bool { coefficients.isEmpty }

  /// How often the sign changes along the coefficients: at least the number of positive roots.
  ///
  /// This is the rule of signs of Descartes (La Géométrie, 1637).
  var signChanges: Int {
    let signs = coefficients.filter { $0 != 0 }.map { $0 > 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }

  /// A number with the sign of the polynomial at a place above zero.
  func sign(at place: Double) -> Double {
    place <= 1
      ? coefficients.reversed().reduce(0) { $0 * place + $1 }
      : coefficients.reduce(0) { $0 / place + $1 }
  }

  /// The roots between the first and the last place, in their order.
  ///
  /// With one change of sign along the coefficients there is at most one, and it is bracketed by
  /// the ends; otherwise every change of sign between two neighbouring places is one root.
  ///
  /// - Parameter places: ascending or descending, above zero.
  func roots(between places: [Double]) -> [Double] {
    guard let first = places.first, let last = places.last, signChanges > 0 else { return [] }
    let stops = signChanges == 1 ? [first, last] : places
    var roots: [Double] = []
    var before = sign(at: first)
    if before == 0 { roots.append(first) }
    for (left, right) in zip(stops, stops.dropFirst()) {
      let after = sign(at: right)
      if after == 0 {
        roots.append(right)
      } else if before != 0, (before > 0) != (after > 0) {
        roots.append(bisected(left, right, isLeftPositive: before > 0))
      }
      before = after
    }
    return roots
  }

  /// The root between two places of different sign, to the last bit of its place.
  private func bisected(_ left: Double, _ right: Double, isLeftPositive: Bool) -> Double {
    var left = left
    var right = right
    for _ in 0..<1_100 {
      let middle = left + (right - left) / 2
      if middle == left || middle == right { break }
      let sign = sign(at: middle)
      if sign == 0 { return middle }
      if (sign > 0) == isLeftPositive { left = middle } else { right = middle }
    }
    return left
  }
}
