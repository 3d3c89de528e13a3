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

  /// The value of a cell that is not empty, and a warning that leaves it as it is.
  func read(_ text: String) throws(CellFault) -> (value: CellValue, warning: CellFault?) {
    if let numbers { return try numbers.read(text) }
    if case .reference = column.type, RowID(text) == nil {
      throw CellFault(
        "table.bad_identifier", Text(verbatim: text), help: Text(verbatim: ""))
    }
    return (try words.read(text), nil)
  }
}
