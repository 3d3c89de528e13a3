import IndicatorKit

/// Makes cells that a reader could have read under a column's declaration.
struct CellGenerator {
  /// Amounts above this say nothing that smaller ones do not.
  private static let widest = 10_000.0

  /// How many rows each table has, so that references lead somewhere.
  let rows: [String: Int]
  /// The years from which days are taken.
  let years: ClosedRange<Int>
  var numbers: SeededNumbers

  /// The identifier of a row by its place.
  static func identifier(_ row: Int) -> String { "r\(row)" }

  /// A cell of a column in a row, by its place from 0.
  mutating func cell(_ column: ColumnCard, row: Int) -> CellValue {
    if !column.isRequired, numbers.happens(oneIn: 6) { return .absent }
    switch column.type {
    case .text: return .text(text(column))
    case .identifier: return .text(Self.identifier(row))
    case .reference(let table):
      let count = rows[table] ?? 10
      return .text(Self.identifier(Int.random(in: 0..<max(1, count), using: &numbers)))
    case .label:
      return .text(["a", "b", "c"].randomElement(using: &numbers) ?? "a")
    case .figure: return .text(column.example ?? "example.figure")
    case .integer: return .integer(integer(in: column.bounds))
    case .number, .amount: return .number(estimate(column, in: range(column.bounds, to: 1_000)))
    case .percentage: return .number(estimate(column, in: range(column.bounds, to: 1)))
    case .money:
      let cents = Int64.random(in: 0...1_000_000, using: &numbers)
      return .money(Money(minorUnits: cents, currency: .euro))
    case .day: return day
    case .choice(let options):
      return options.randomElement(using: &numbers).map { .text($0.id) } ?? .absent
    case .yesNo: return .flag(Bool.random(using: &numbers))
    case .postcode:
      return .text(["9999AB", "9999", "9998ZZ", "1234AB"].randomElement(using: &numbers) ?? "9999")
    case .person:
      return .person(PersonKey(hash: "p\(Int.random(in: 0..<max(8, people), using: &numbers))"))
    }
  }

  /// Fewer people than rows, so that somebody comes twice.
  private var people: Int { (rows.values.max() ?? 0) / 2 }

  private mutating func text(_ column: ColumnCard) -> String {
    let words = [column.example ?? "example", "a", "b", "c", "d"]
    return words.randomElement(using: &numbers) ?? "example"
  }

  private mutating func integer(in bounds: ClosedRange<Double>?) -> Int {
    let range = range(bounds, to: 100)
    let lowest = Int(range.lowerBound.rounded(.up))
    let highest = max(lowest, Int(range.upperBound.rounded(.down)))
    return Int.random(in: lowest...highest, using: &numbers)
  }

  private mutating func estimate(_ column: ColumnCard, in range: ClosedRange<Double>) -> Estimate {
    let value = Double.random(in: range, using: &numbers)
    guard column.allowsRange, numbers.happens(oneIn: 2) else { return Estimate(value) }
    return Estimate(value, low: range.lowerBound, high: range.upperBound) ?? Estimate(value)
  }

  private var day: CellValue {
    mutating get {
      let year = Int.random(in: years, using: &numbers)
      let month = Int.random(in: 1...12, using: &numbers)
      let last = Day.days(inMonth: month, of: year)
      let day = Int.random(in: 1...last, using: &numbers)
      return Day(year: year, month: month, day: day).map { .day($0) } ?? .absent
    }
  }

  /// The bounds of a column, or 0 to something where it has none, never wider than is useful.
  private func range(_ bounds: ClosedRange<Double>?, to usual: Double) -> ClosedRange<Double> {
    guard let bounds else { return 0...usual }
    let lowest = max(bounds.lowerBound, -Self.widest)
    return lowest...max(lowest, min(bounds.upperBound, lowest + Self.widest))
  }
}
