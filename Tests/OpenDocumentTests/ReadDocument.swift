import Foundation
import OpenDocument

/// A whole document in memory, as the reader handed it over.
struct ReadDocument: Equatable {
  struct SheetContent: Equatable {
    var sheet: ReadSheet
    var rows: [ReadRow] = []

    /// The cell at an address such as `B2`.
    subscript(_ address: String) -> ReadCell? {
      guard let place = CellAddress(address) else { return nil }
      return rows.first { $0.number == place.row }?[place.column]
    }
  }

  var sheets: [SheetContent] = []
  var names: [ReadName] = []

  init(_ reader: SpreadsheetReader) throws {
    try reader.read { event in
      switch event {
      case .sheet(let sheet): sheets.append(SheetContent(sheet: sheet))
      case .row(let row):
        guard !sheets.isEmpty else { throw Misplaced.rowWithoutSheet }
        sheets[sheets.count - 1].rows.append(row)
      case .name(let name): names.append(name)
      }
    }
  }

  init(_ data: Data, limits: ReadingLimits = ReadingLimits()) throws {
    try self.init(SpreadsheetReader(data, limits: limits))
  }

  init(_ package: HandMadePackage) throws { try self.init(package.data) }

  enum Misplaced: Error {
    case rowWithoutSheet
  }

  /// The problem for which a document is refused, or `nil` where it is read.
  static func problem(
    _ data: Data, limits: ReadingLimits = ReadingLimits()
  ) throws -> SpreadsheetReadError? {
    do {
      _ = try ReadDocument(data, limits: limits)
      return nil
    } catch let error as SpreadsheetReadError {
      return error
    }
  }
}
