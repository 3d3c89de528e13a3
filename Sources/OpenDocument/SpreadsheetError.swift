/// Why a workbook cannot be written.
public struct SpreadsheetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is the matter.
  public enum Problem: Sendable, Hashable {
    /// The workbook has no sheet.
    case noSheets
    /// Empty, longer than 31 characters, or with a character that spreadsheets refuse.
    case sheetName(String)
    /// Two sheets have the same name; case is ignored.
    case repeatedSheetName(String)
    /// A width of a column that is no positive length.
    case columnWidth(Double)
    /// A sheet without columns or with more than 1,024.
    case columnCount(Int)
    /// A row has more cells than its sheet has columns.
    case cellsBeyondColumns(Int)
    /// More than 1,048,576 rows.
    case rowCount
    /// An infinite number or none at all; LibreOffice would read it as zero.
    case notFinite
    /// A character that XML cannot hold.
    case controlCharacter(Unicode.Scalar)
    /// A currency that is no code of three capital letters.
    case currencyCode(String)
    /// A day that no calendar has.
    case date(year: Int, month: Int, day: Int)
    /// A time of day outside 0 to 86,400 seconds, or a length of time above a thousand years.
    case time(Double)
    /// A number of decimals outside 0 to 15.
    case decimals(Int)
    /// A formula that is empty, starts with `=` or reaches outside the workbook.
    case formula(String)
    /// A name that spreadsheets refuse: a bare cell address, or with a character not allowed.
    case name(String)
    /// Two cells have the same name; case is ignored.
    case repeatedName(String)
    /// A language or country code that is not made of two or three letters.
    case languageTag(String)
    /// An address that a link may not lead to.
    case link(String)
    /// A link on a cell that holds no text.
    case linkWithoutText
    /// A validation that nothing can meet: an empty list, or bounds in the wrong order.
    case validation(Validation)
    /// Two areas of a sheet have a cell in common.
    case overlappingAreas(CellRange)
    /// An area, a chart or headings beyond the columns or rows of the sheet.
    case rangeBeyondSheet(CellRange)
    /// All sheets are hidden.
    case allHidden
    /// A chart without a title or a description, which those who cannot see it need.
    case chartWithoutText(String)
    /// A chart without series, or with ranges that do not match.
    case chartRanges(String)
    /// A circle with several series or more than six parts, which nobody can compare.
    case pieChart(String)
    /// A chart outside 20 to 1,000 mm, or without a cell to stand at.
    case chartSize(String)
    /// A sheet that a chart or a list refers to and the workbook does not have.
    case missingSheet(String)
    /// The rows of a sheet were not the same when they were asked for again.
    case rowsChanged
    /// More than 4 GiB, which the ZIP format without extensions cannot hold.
    case tooLarge
    /// zlib gave up, with its code.
    case compression(Int)
  }

  /// What is the matter.
  public let problem: Problem
  /// The sheet, where it is known.
  public let sheet: String?
  /// The cell, where it is known.
  public let cell: CellAddress?

  /// Makes an error.
  public init(_ problem: Problem, sheet: String? = nil, cell: CellAddress? = nil) {
    self.problem = problem
    self.sheet = sheet
    self.cell = cell
  }

  /// The problem with its place.
  public var description: String {
    let place = [sheet, cell?.text].compactMap { $0 }.joined(separator: " ")
    return place.isEmpty ? "\(problem)" : "\(place): \(problem)"
  }
}
