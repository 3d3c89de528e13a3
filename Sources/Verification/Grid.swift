import Foundation
import ImpactModel
import ProjectReaders

/// A sheet of somebody else's making: cells with what they show, and where they stand.
public struct Grid: Sendable {
  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// What is shown.
    public let text: String
    /// The number, `nil` where the cell holds none; of a cell that shows `20 %` it is 0.2.
    public let number: Double?
    /// Whether the number is shown with a percent sign.
    public let isPercentage: Bool
    /// How far the number may be from the one that was rounded to it.
    public let halfUnit: Double

    /// Makes a cell of a text.
    public init(text: String) {
      self.text = text
      number = nil
      isPercentage = false
      halfUnit = 0
    }

    /// Makes a cell of a number.
    ///
    /// - Parameters:
    ///   - number: a finite number; a percentage as a fraction.
    ///   - text: what is shown.
    ///   - isPercentage: whether it is shown with a percent sign.
    ///   - halfUnit: half a unit of the last digit shown, 0 for a number in full precision.
    public init(number: Double, text: String, isPercentage: Bool, halfUnit: Double) {
      self.text = text
      self.number = number.isFinite ? number : nil
      self.isPercentage = isPercentage
      self.halfUnit = halfUnit
    }

    /// Whether nothing is shown.
    public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
  }

  /// The file.
  public let file: String
  /// The sheet, in a workbook.
  public let sheet: String?
  /// The rows that hold something, with their numbers in the file.
  public let rows: [(number: Int, cells: [Cell])]
  /// Cells whose number can be read in two ways, and is therefore not read.
  public let ambiguous: [Address]

  /// The most cells that a grid may have, so that no file asks for endless memory.
  public static let maximumCells = 2_000_000

  /// Makes a grid of rows that were read elsewhere.
  public init(
    file: String, sheet: String?, rows: [(number: Int, cells: [Cell])], ambiguous: [Address] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.rows = rows
    self.ambiguous = ambiguous
  }

  /// The address of a cell, by the positions of its row among the rows and of its column.
  func address(_ row: Int, _ column: Int) -> Address {
    Address(file: file, sheet: sheet, row: rows[row].number, column: column + 1)
  }

  /// The cell at a place, blank where the row is shorter.
  func cell(_ row: Int, _ column: Int) -> Cell {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else {
      return Cell(text: "")
    }
    return rows[row].cells[column]
  }
}

extension Grid {
  /// Reads a CSV file of any usual separator and encoding.
  ///
  /// The decimal mark is the one that a column proves, else the one that the file proves, else a
  /// point in a file whose separator is a comma; a number that stays open is not read.
  public static func csv(_ bytes: Data, file: String) -> Result<Grid, TextDecodingFailure> {
    TextDecoding.decode(bytes, file: file).flatMap { text in
      let separator = GridText.separator(of: text)
      let records = DelimitedText(text, separator: separator).records.filter { !$0.isBlank }
      guard records.reduce(0, { $0 + $1.fields.count }) <= maximumCells else {
        return .failure(TextDecodingFailure(finding: GridText.tooLarge(file)))
      }
      return .success(GridText(records: records, separator: separator).grid(file: file))
    }
  }
}

/// The records of a CSV file on their way to cells.
private struct GridText {
  let records: [DelimitedText.Record]
  let separator: Character

  func grid(file: String) -> Grid {
    let marks = columnMarks
    var ambiguous: [Address] = []
    var rows: [(number: Int, cells: [Grid.Cell])] = []
    for record in records {
      var cells: [Grid.Cell] = []
      for (column, field) in record.fields.enumerated() {
        let cell = GridText.cell(field, mark: marks[column])
        if cell.number == nil, ReadNumber.isAmbiguous(field) {
          ambiguous.append(Address(file: file, row: record.line, column: column + 1))
        }
        cells.append(cell)
      }
      rows.append((record.line, cells))
    }
    return Grid(file: file, sheet: nil, rows: rows, ambiguous: ambiguous)
  }

  private var columnMarks: [DecimalMark?] {
    let width = records.map(\.fields.count).max() ?? 0
    let ofFile =
      ReadNumber.mark(provedBy: records.lazy.flatMap(\.fields))
      ?? (separator == "," ? .point : nil)
    return (0..<width).map { column in
      let cells = records.lazy.compactMap {
        $0.fields.indices.contains(column) ? $0.fields[column] : nil
      }
      return ReadNumber.mark(provedBy: cells) ?? ofFile
    }
  }

  private static func cell(_ field: String, mark: DecimalMark?) -> Grid.Cell {
    ReadNumberCell(field, mark: mark)?.cell ?? Grid.Cell(text: field)
  }

  /// The separator under which most lines have the same number of fields.
  static func separator(of text: String) -> Character {
    var best: (separator: Character, score: Int) = (",", 0)
    for candidate in [";", "\t", ",", "|"] as [Character] {
      let counts = DelimitedText(String(text.prefix(100_000)), separator: candidate).records
        .filter { !$0.isBlank }.map(\.fields.count)
      var numbers: [Int: Int] = [:]
      for count in counts where count > 1 { numbers[count, default: 0] += 1 }
      let score = numbers.values.max() ?? 0
      if score > best.score { best = (candidate, score) }
    }
    return best.separator
  }

  static func tooLarge(_ file: String) -> Finding {
    Finding(
      "verify.too_large", .error,
      Text(
        "The file has more than \(Grid.maximumCells) cells.",
        nl: "Het bestand heeft meer dan \(Grid.maximumCells) cellen."),
      help: Text(
        "Save only the value map as CSV.", nl: "Bewaar alleen de waardenkaart als CSV."),
      at: Address(file: file))
  }
}
