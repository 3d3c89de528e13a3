import ExportKit
import OpenDocument

/// The columns of the value map: an uncertain input has its range beside it.
struct ValueMapColumns {
  /// An input of a row that may be uncertain.
  enum Uncertain: CaseIterable {
    case quantity, proxy, deadweight, displacement, attribution, dropOff

    /// The input's value in a row.
    func estimate(in row: ReportOutcome) -> Estimate? {
      switch self {
      case .quantity: row.quantity
      case .proxy: row.proxy
      case .deadweight: row.deadweight.share
      case .displacement: row.displacement.share
      case .attribution: row.attribution.share
      case .dropOff: row.dropOff.share
      }
    }

    /// The input's value, absent where it could not be had.
    ///
    /// A known quantity without a gross value says that the proxy is missing, whatever it holds.
    func known(in row: ReportOutcome) -> Estimate? {
      let lacksProxy = self == .proxy && row.quantity != nil && row.gross.value == nil
      return lacksProxy ? nil : estimate(in: row)
    }

    /// The heading of its column.
    var label: Text {
      switch self {
      case .quantity: Text("Quantity", nl: "Aantal")
      case .proxy: Text("Proxy per unit", nl: "Proxy per eenheid")
      case .deadweight: Text("Deadweight", nl: "Zonder ons ook")
      case .displacement: Text("Displacement", nl: "Verdringing")
      case .attribution: Text("Attribution to others", nl: "Toerekening aan anderen")
      case .dropOff: Text("Drop-off per period", nl: "Afname per periode")
      }
    }
  }

  /// One column.
  enum Column: Hashable {
    case id, description, stakeholder, unit
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
      columns.append(.input(input))
      if map.rows.contains(where: { input.estimate(in: $0)?.isUncertain == true }) {
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
      case .description: 76
      case .stakeholder: 42
      case .unit: 24
      case .input(.quantity): 24
      case .input(.proxy): 28
      case .low(.proxy), .high(.proxy): 28
      case .input, .low, .high: 31
      case .firstPeriod, .benefitPeriods: 24
      case .gross, .afterDeadweight, .afterDisplacement, .impact, .period, .presentValue: 30
      }
    }
  }
}
