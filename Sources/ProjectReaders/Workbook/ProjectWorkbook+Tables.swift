import ImpactModel

extension ProjectWorkbook {
  /// The table of a sheet, ready to be read.
  public struct TableSource: Sendable {
    /// The identifier of the table.
    public let table: String
    /// The name of its sheet.
    public let sheet: String
    /// Reads and checks the sheet; `nil` where it has no row.
    public let read: @Sendable (ReadingOptions) -> TableReading?
  }

  /// The tables of the workbook, in the order of their tabs.
  public var tableSources: [TableSource] {
    tableSheets.map { sheet, table in
      TableSource(table: table.id, sheet: sheet.name) { [file] options in
        SheetTableReader(declaration: table, options: options, file: file).read(sheet)
      }
    }
  }
}
