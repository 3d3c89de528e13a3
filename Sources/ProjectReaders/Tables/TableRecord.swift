import ImpactModel

/// One row of a file or a sheet, before its cells are checked.
struct TableRecord {
  /// The line on which it starts, or the row of its sheet, from 1.
  let line: Int
  /// What each cell shows, in the order of the headings.
  let fields: [String]
  /// What a cell of a sheet holds by its type; empty where all cells are texts.
  let typed: [TypedCell?]

  init(line: Int, fields: [String], typed: [TypedCell?] = []) {
    self.line = line
    self.fields = fields
    self.typed = typed
  }

  init(_ record: DelimitedText.Record) {
    self.init(line: record.line, fields: record.fields)
  }

  /// What a cell holds by its type, `nil` where it is a text or empty.
  func type(at position: Int) -> TypedCell? {
    typed.indices.contains(position) ? typed[position] : nil
  }
}

/// What a cell of a sheet holds by its type, so that nothing about it need be guessed.
enum TypedCell: Hashable {
  /// A number.
  case number(Double)
  /// A fraction that is shown as a percentage.
  case percentage(Double)
  /// An amount with the code of its currency, `nil` where the file names none.
  case currency(Double, code: String?)
  /// A day.
  case day(Day)
  /// A length of time, in seconds.
  case duration(Double)
  /// True or false.
  case flag(Bool)
  /// An error of the spreadsheet, as it is shown.
  case error(String)
  /// A value that does not follow its type.
  case unreadable(String)
  /// A formula without a saved result.
  case uncalculated

  /// Why the cell has no value, if so.
  var fault: CellFault? {
    switch self {
    case .number, .percentage, .currency, .day, .duration, .flag: return nil
    case .error(let shown):
      let error = quoted(shown)
      return CellFault(
        "table.error_cell",
        Text(
          "The formula of this cell gives the error \(error.english).",
          nl: "De formule van deze cel geeft de fout \(error.dutch)."),
        help: Text(
          "Mend the formula, or type the value in its place.",
          nl: "Herstel de formule, of typ de waarde ervoor in de plaats."))
    case .unreadable(let raw):
      let raw = quoted(raw)
      return CellFault(
        "table.unreadable_cell",
        Text(
          "The cell holds \(raw.english), which does not fit the type that the file gives it.",
          nl: "De cel bevat \(raw.dutch), wat niet past bij het type dat het bestand noemt."),
        help: Text(
          "Type the value again and save the workbook.",
          nl: "Typ de waarde opnieuw en sla de werkmap op."))
    case .uncalculated:
      return CellFault(
        "table.uncalculated_cell",
        Text(
          "The cell holds a formula whose result was not saved.",
          nl: "De cel bevat een formule waarvan de uitkomst niet is opgeslagen."),
        help: Text(
          "Open the workbook in a spreadsheet program and save it again.",
          nl: "Open de werkmap in een rekenprogramma en sla hem opnieuw op."))
    }
  }
}
