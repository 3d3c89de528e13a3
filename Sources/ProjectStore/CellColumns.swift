import GRDB
import ImpactModel

/// How a declared column lies in SQL: its columns, and a cell to and from their values.
struct CellColumns {
  private let column: ColumnCard

  init(_ column: ColumnCard) { self.column = column }

  /// Names and SQL types; the colon keeps the added ones apart from declared columns.
  var definitions: [(name: String, type: String)] {
    let name = column.id
    switch column.type {
    case .integer, .yesNo: return [(name, "INTEGER")]
    case .number, .percentage, .amount:
      return [
        (name, "REAL"), (name + ":low", "REAL"), (name + ":high", "REAL"),
        (name + ":shape", "TEXT"),
      ]
    case .money: return [(name, "INTEGER"), (name + ":currency", "TEXT")]
    default: return [(name, "TEXT")]
    }
  }

  /// The SQL values of a cell.
  func values(of cell: CellValue) -> [(any DatabaseValueConvertible)?] {
    switch cell {
    case .absent: definitions.map { _ in nil }
    case .text(let text): [text]
    case .integer(let value): [value]
    case .number(let estimate):
      [estimate.value, estimate.low, estimate.high, estimate.shape?.rawValue]
    case .money(let money): [money.minorUnits, money.currency.code]
    case .day(let day): [day.description]
    case .flag(let flag): [flag ? 1 : 0]
    case .person(let key): [key.hash]
    }
  }

  /// The cell of SQL values, or `nil` where they cannot be one.
  func cell(of row: Row, at index: Int) -> CellValue? {
    let value: DatabaseValue = row[index]
    if value.isNull { return .absent }
    switch column.type {
    case .integer: return Int.fromDatabaseValue(value).map(CellValue.integer)
    case .yesNo: return Int.fromDatabaseValue(value).map { .flag($0 != 0) }
    case .number, .percentage, .amount: return estimate(value, row, index)
    case .money:
      guard let cents = Int64.fromDatabaseValue(value),
        let code = String.fromDatabaseValue(row[index + 1]), let currency = Currency(code)
      else { return nil }
      return .money(Money(minorUnits: cents, currency: currency))
    case .day: return String.fromDatabaseValue(value).flatMap { Day(iso: $0) }.map(CellValue.day)
    case .person:
      return String.fromDatabaseValue(value).map { .person(PersonKey(hash: $0)) }
    default: return String.fromDatabaseValue(value).map(CellValue.text)
    }
  }

  private func estimate(_ value: DatabaseValue, _ row: Row, _ index: Int) -> CellValue? {
    guard let value = Double.fromDatabaseValue(value) else { return nil }
    guard let low = Double.fromDatabaseValue(row[index + 1]),
      let high = Double.fromDatabaseValue(row[index + 2]),
      let shape = String.fromDatabaseValue(row[index + 3]).flatMap({ Estimate.Shape(rawValue: $0) })
    else {
      return .number(Estimate(value))
    }
    return Estimate(value, low: low, high: high, shape: shape).map(CellValue.number)
  }
}
