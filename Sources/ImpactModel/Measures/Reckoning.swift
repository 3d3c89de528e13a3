/// Plain arithmetic over the named numbers of a computed measure, as `(r1 + r2 + r3) ÷ r1`.
///
/// A spreadsheet makes a formula of it, so that the measure follows when one of its numbers is
/// changed. The rule in words stays what readers see.
public indirect enum Reckoning: Sendable, Hashable, Codable {
  /// One of the measure's named numbers, by its identifier.
  case input(String)
  /// A number that is the same for all projects, as the 1 in `1 − deadweight`.
  case number(Double)
  /// Everything added.
  case sum([Reckoning])
  /// The first less the second.
  case difference(Reckoning, Reckoning)
  /// Everything multiplied.
  case product([Reckoning])
  /// The first divided by the second.
  case quotient(Reckoning, Reckoning)

  /// Computes it with these numbers.
  ///
  /// - Returns: `nil` where a number is missing or the outcome is not finite.
  public func value(with inputs: [NamedNumber]) -> Double? {
    let numbers = Dictionary(inputs.map { ($0.id, $0.value) }) { first, _ in first }
    guard let value = value(numbers), value.isFinite else { return nil }
    return value
  }

  private func value(_ numbers: [String: Double]) -> Double? {
    switch self {
    case .input(let id): return numbers[id]
    case .number(let number): return number
    case .sum(let terms): return Reckoning.combine(terms, numbers, from: 0) { $0 + $1 }
    case .product(let factors): return Reckoning.combine(factors, numbers, from: 1) { $0 * $1 }
    case .difference(let first, let second):
      guard let one = first.value(numbers), let other = second.value(numbers) else { return nil }
      return one - other
    case .quotient(let first, let second):
      guard let one = first.value(numbers), let other = second.value(numbers) else { return nil }
      return one / other
    }
  }

  private static func combine(
    _ parts: [Reckoning], _ numbers: [String: Double], from start: Double,
    by join: (Double, Double) -> Double
  ) -> Double? {
    var result = start
    for part in parts {
      guard let value = part.value(numbers) else { return nil }
      result = join(result, value)
    }
    return result
  }
}

extension Reckoning: ExpressibleByStringLiteral {
  /// Names one of the measure's numbers.
  public init(stringLiteral id: String) { self = .input(id) }
}
