/// The place of a cell on its sheet, and the texts with which formulas refer to it.
public struct CellAddress: Sendable, Hashable {
  /// The column, from 1.
  public let column: Int
  /// The row, from 1.
  public let row: Int

  /// Makes an address.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// The address as people know it: `B2`.
  public var text: String { CellAddress.letters(column) + String(row) }

  /// A reference that moves with the formula: `[.B2]`.
  public var reference: String { "[.\(text)]" }

  /// A reference that stays when the formula is copied: `[.$B$2]`.
  public var fixed: String { "[.\(fixedText)]" }

  /// A reference from another sheet: `[$'Value map'.$B$2]`.
  public func fixed(on sheet: String) -> String {
    "[\(CellAddress.sheetPart(sheet)).\(fixedText)]"
  }

  /// A reference to all cells from this one to another: `[.B2:.C9]`.
  public func range(to last: CellAddress) -> String { "[.\(text):.\(last.text)]" }

  /// A reference to a range that stays when the formula is copied: `[.$B$2:.$C$9]`.
  public func fixedRange(to last: CellAddress) -> String {
    "[.\(fixedText):.\(last.fixedText)]"
  }

  /// The letters of a column, from 1: 1 is A, 27 is AA; empty below 1.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      rest -= 1
      letters.append(Character(Unicode.Scalar(UInt8(65 + rest % 26))))
      rest /= 26
    }
    return String(letters.reversed())
  }

  /// The address as a named range takes it: `$'Value map'.$B$2`.
  func rangeAddress(on sheet: String) -> String {
    "\(CellAddress.sheetPart(sheet)).\(fixedText)"
  }

  /// The address that stays when a formula is copied, without its sheet: `$B$2`.
  var fixedText: String { "$\(CellAddress.letters(column))$\(row)" }

  private static func sheetPart(_ sheet: String) -> String {
    "$'\(sheet.replacing("'", with: "''"))'"
  }
}
