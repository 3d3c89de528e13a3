import Foundation
import OpenDocument

/// The sheet of the yardsticks: a line of ten fields a row, as CSV without quotes.
struct SheetFile {
  private let file: UnsafeMutablePointer<FILE>

  /// Opens the file, or gives `nil` where that fails.
  init?(_ path: String) {
    guard let file = fopen(path, "r") else { return nil }
    self.file = file
  }

  /// Writes the sheet as a workbook.
  ///
  /// - Parameter asCells: whether each row is made an array of cells first.
  func write(to path: String, asCells: Bool) throws {
    let sheet = Sheet(name: "Sheet1", columnWidths: Array(repeating: 25, count: 10)) { rows in
      try forEachLine { line, number in
        if number == 0 {
          try rows.row(line.fields.map { .text($0.text) })
        } else if asCells {
          try rows.row(line.cells)
        } else {
          try rows.row { cells in try line.write(to: &cells) }
        }
      }
    }
    let workbook = Workbook(
      title: "Sheet", generator: "Benchmark/1", language: .english, sheets: [sheet])
    try workbook.write(to: URL(filePath: path))
  }

  private func forEachLine(_ take: (Line, Int) throws -> Void) throws {
    var buffer: UnsafeMutablePointer<CChar>?
    var size = 0
    var number = 0
    defer { free(buffer) }
    while true {
      let count = getline(&buffer, &size, file)
      guard count > 0, let buffer else { return }
      let bytes = UnsafeRawBufferPointer(start: buffer, count: count - 1)
      try take(Line(bytes: bytes.assumingMemoryBound(to: UInt8.self)), number)
      number += 1
    }
  }
}

/// One line of the sheet: whole numbers in the columns 1 and 6, decimals in 7 to 9, a date in 2,
/// text in the others.
private struct Line {
  let bytes: UnsafeBufferPointer<UInt8>

  var fields: [Field] {
    var fields: [Field] = []
    fields.reserveCapacity(10)
    forEachField { fields.append($1) }
    return fields
  }

  var cells: [Cell] {
    fields.enumerated().map { column, field in
      switch column {
      case 0, 5: return Cell(.number(field.number))
      case 6, 7, 8: return Cell(.number(field.number, decimals: 2))
      case 1:
        let (year, month, day) = field.date
        return Cell(.date(year: year, month: month, day: day))
      default: return .text(field.text)
      }
    }
  }

  func write(to cells: inout RowCells) throws {
    try forEachField { column, field in
      switch column {
      case 0, 5: try cells.number(field.number)
      case 6, 7, 8: try cells.number(field.number, decimals: 2)
      case 1:
        let (year, month, day) = field.date
        try cells.date(year: year, month: month, day: day)
      default: try cells.text(utf8: field.bytes)
      }
    }
  }

  private func forEachField(_ take: (Int, Field) throws -> Void) rethrows {
    var (column, start) = (0, 0)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: ",") {
      try take(column, Field(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index])))
      (column, start) = (column + 1, index + 1)
    }
    try take(column, Field(bytes: UnsafeBufferPointer(rebasing: bytes[start...])))
  }
}

/// One field of a line.
private struct Field {
  let bytes: UnsafeBufferPointer<UInt8>

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The number; at most fifteen digits, so that the quotient is the nearest double.
  var number: Double {
    var (value, scale) = (0, 0)
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        scale = 1
      } else {
        (value, scale) = (value * 10 + Int(byte) - 48, scale * 10)
      }
    }
    return Double(value) / Double(max(scale, 1))
  }

  /// The day of `2025-12-31`; zeros, which no calendar has, for what is none.
  var date: (year: Int, month: Int, day: Int) {
    var value = 0
    for byte in bytes where byte != UInt8(ascii: "-") { value = value * 10 + Int(byte) - 48 }
    return bytes.count == 10 ? (value / 10_000, value / 100 % 100, value % 100) : (0, 0, 0)
  }
}
