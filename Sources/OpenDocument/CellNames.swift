/// The named cells of a workbook, in the order in which they were written.
struct CellNames {
  /// A name and the place that it stands for.
  struct Entry {
    let name: String
    let address: String
  }

  private(set) var entries: [Entry] = []
  private var taken: Set<String> = []

  /// Names a cell.
  ///
  /// - Throws: where spreadsheets refuse the name or another cell has it.
  mutating func add(
    _ name: String, _ cell: CellAddress, on sheet: String
  ) throws(SpreadsheetError) {
    guard CellNames.isName(name) else {
      throw SpreadsheetError(.name(name), sheet: sheet, cell: cell)
    }
    guard taken.insert(name.lowercased()).inserted else {
      throw SpreadsheetError(.repeatedName(name), sheet: sheet, cell: cell)
    }
    entries.append(Entry(name: name, address: cell.rangeAddress(on: sheet)))
  }

  /// Letters, digits, points and underscores, starting with a letter; nothing that is a cell.
  private static func isName(_ name: String) -> Bool {
    guard let head = name.utf8.first, isLetter(head) else { return false }
    let isMadeOfNameBytes = name.utf8.allSatisfy {
      isLetter($0) || isDigit($0) || [46, 95].contains($0)
    }
    let rest = name.utf8.drop(while: isLetter)
    let looksLikeCell = !rest.isEmpty && rest.allSatisfy(isDigit)
    let isRowOrColumn = ["r", "c", "rc"].contains(name.lowercased())
    return isMadeOfNameBytes && !looksLikeCell && !isRowOrColumn
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
