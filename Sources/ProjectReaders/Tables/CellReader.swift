import ImpactModel

/// Reads the cells of one column.
struct CellReader {
  let column: ColumnCard
  private let numbers: NumberCell?
  private let words: WordCell

  /// Makes a reader of a column, whose cells may prove its decimal mark.
  init(column: ColumnCard, options: ReadingOptions, texts: [String]) {
    self.column = column
    words = WordCell(column: column, options: options)
    switch column.type {
    case .integer, .number, .percentage, .amount, .money:
      let cells = texts.lazy.compactMap { text in
        NumberText(text, allowsRange: column.allowsRange).map { (text: text, number: $0) }
      }
      numbers = NumberCell(
        column: column, options: options,
        knowledge: MarkKnowledge(declared: options.decimalMark, cells: cells))
    default: numbers = nil
    }
  }

  /// The decimal mark that the column is known to use, `nil` where nothing says so.
  var provedMark: DecimalMark? { numbers?.knowledge.mark }

  /// The value of a cell that is not empty, and a warning that leaves it as it is.
  func read(_ text: String) throws(CellFault) -> (value: CellValue, warning: CellFault?) {
    if let numbers { return try numbers.read(text) }
    return (try readWord(text), nil)
  }

  /// The value of a cell of a sheet, by its type; `shown` is what it shows.
  func read(
    _ cell: TypedCell, shown: String
  ) throws(CellFault) -> (value: CellValue, warning: CellFault?) {
    if let fault = cell.fault { throw fault }
    if let numbers { return try numbers.read(cell, shown: shown) }
    switch (column.type, cell) {
    case (.day, .day(let day)): return (.day(day), nil)
    case (.yesNo, .flag(let flag)): return (.flag(flag), nil)
    default: return (try readWord(shown), nil)
    }
  }

  private func readWord(_ text: String) throws(CellFault) -> CellValue {
    if case .reference = column.type, RowID(text) == nil {
      throw CellFault(
        "table.bad_identifier", Text(verbatim: text), help: Text(verbatim: ""))
    }
    return try words.read(text)
  }
}
