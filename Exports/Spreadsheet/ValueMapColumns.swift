import ExportKit
import OpenDocument

/// The columns of the value map: an uncertain input has its range beside it.
struct ValueMapColumns {
  /// An input of a row that may be uncertain.
  typealias Uncertain = ReportOutcome.Given

  /// One column.
  enum Column: Hashable {
    case id, description, stakeholder, unit
    case proxyInSource, priceFactor
    case input(Uncertain)
    case low(Uncertain)
    case high(Uncertain)
    case firstPeriod, benefitPeriods
    case gross, afterDeadweight, afterDisplacement, impact
    case period(Int)
    case presentValue
  }

  let columns: [Column]
  private let numbers: [Column: Int]

  init(_ map: ReportValueMap) {
    var columns: [Column] = [.id, .description, .stakeholder]
    for input in Uncertain.allCases {
      if input == .proxy, map.rows.contains(where: { $0.proxyGiven != nil }) {
        columns += [.proxyInSource, .priceFactor]
      }
      columns.append(.input(input))
      if map.rows.contains(where: { $0.estimate(of: input)?.isUncertain == true }) {
        columns += [.low(input), .high(input)]
      }
      if input == .quantity { columns.append(.unit) }
    }
    columns += [.firstPeriod, .benefitPeriods]
    columns += [.gross, .afterDeadweight, .afterDisplacement, .impact]
    columns += (0..<map.periods).map { .period($0 + 1) } + [.presentValue]
    self.columns = columns
    numbers = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0 + 1) })
  }

  /// The number of a column, from 1.
  func number(_ column: Column) -> Int { numbers[column] ?? columns.count }

  /// The address of a cell.
  func address(_ column: Column, _ row: Int) -> CellAddress {
    CellAddress(column: number(column), row: row)
  }

  /// A row with some of its cells filled.
  func row(_ cells: KeyValuePairs<Column, Cell>) -> [Cell] {
    row(cells.map { ($0, $1) })
  }

  /// A row with some of its cells filled.
  func row(_ cells: [(Column, Cell)]) -> [Cell] {
    var row = [Cell](repeating: .empty, count: columns.count)
    for (column, cell) in cells { row[number(column) - 1] = cell }
    return row
  }

  /// The widths in millimetres.
  var widths: [Double] {
    columns.map { column in
      switch column {
      case .id: 30
      case .description: 70
      case .stakeholder: 44
      case .priceFactor, .firstPeriod, .benefitPeriods: 20
      case .unit, .proxyInSource, .input, .low, .high: 25
      case .gross, .afterDeadweight, .afterDisplacement, .impact, .period, .presentValue: 28
      }
    }
  }
}
