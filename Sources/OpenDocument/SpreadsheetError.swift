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
