/// Where a cell leads when somebody follows its link.
public struct LinkTarget: Sendable, Hashable {
  /// The address as the file holds it.
  let address: String

  /// Leads to a page of the web or an e-mail address.
  ///
  /// - Throws: `SpreadsheetError.Problem.link` for anything but `https:`, `http:` and `mailto:`,
  ///   which could run or open something on the reader's machine.
  public init(_ address: String) throws(SpreadsheetError) {
    let isKnown = ["https://", "http://", "mailto:"].contains {
      address.lowercased().hasPrefix($0) && address.utf8.count > $0.utf8.count
    }
    let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    guard isKnown, isPlain else { throw SpreadsheetError(.link(address)) }
    self.address = address
  }

  /// Leads to a cell of the workbook.
  public init(sheet: String, cell: CellAddress) {
    address = "#\(cell.rangeAddress(on: sheet))"
  }
}
