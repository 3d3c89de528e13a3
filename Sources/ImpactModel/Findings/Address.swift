/// Where something stands in a user's file: the file, and as much more as is known.
public struct Address: Sendable, Hashable, Codable {
  /// The path of the file, relative to the project's folder.
  public var file: String
  /// The sheet, in a workbook.
  public var sheet: String?
  /// The line, from 1.
  public var line: Int?
  /// The row of a table, from 1; in a CSV file the line on which the row starts.
  public var row: Int?
  /// The column of a table, from 1.
  public var column: Int?
  /// The heading of the column, as the user wrote it.
  public var heading: String?
  /// The byte, from 0, at which an element of an XML file starts.
  public var byte: Int?
  /// The place inside a ledger: journal, transaction, line.
  public var ledger: String?

  /// Makes an address.
  public init(
    file: String, sheet: String? = nil, line: Int? = nil, row: Int? = nil, column: Int? = nil,
    heading: String? = nil, byte: Int? = nil, ledger: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.row = row
    self.column = column
    self.heading = heading
    self.byte = byte
    self.ledger = ledger
  }

  /// The cell as a spreadsheet names it, `C7`, where row and column are known.
  public var cell: String? {
    guard let row, let column else { return nil }
    return Address.columnLetters(column) + String(row)
  }

  /// The letters that spreadsheets give to a column, from 1: 1 is A, 27 is AA.
  public static func columnLetters(_ column: Int) -> String {
    var number = column
    var letters = ""
    while number > 0 {
      number -= 1
      let scalar = Unicode.Scalar(UInt8(65 + number % 26))
      letters = String(Character(scalar)) + letters
      number /= 26
    }
    return letters
  }

  /// The address as a reader sees it: `tables/outcomes.csv, C7 (deadweight)`, and in a workbook
  /// `project.ods, Outcomes!C7 (deadweight)`.
  public func text(in language: Language) -> String {
    var parts: [String] = []
    let place = cell.map { cell in sheet.map { "\($0)!\(cell)" } ?? cell }
    if place == nil, let sheet { parts.append(sheet) }
    if let place {
      parts.append(heading.map { "\(place) (\($0))" } ?? place)
    } else if let row {
      parts.append("\(language == .dutch ? "rij" : "row") \(row)")
    } else if let line {
      parts.append("\(language == .dutch ? "regel" : "line") \(line)")
    }
    if cell == nil, let heading { parts.append("“\(heading)”") }
    if let ledger { parts.append(ledger) }
    if let byte { parts.append("byte \(byte)") }
    return parts.isEmpty ? file : file + ", " + parts.joined(separator: ", ")
  }
}
