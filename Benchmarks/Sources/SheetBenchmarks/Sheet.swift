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
  func write(to path: String) throws {
    let sheet = Sheet(name: "Sheet1", columnWidths: Array(repeating: 25, count: 10)) { rows in
      try forEachLine { line, number in
        try rows.row(number == 0 ? line.fields.map { .text($0.text) } : line.cells)
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
      try take(Line(bytes: bytes), number)
      number += 1
    }
  }
}

/// One line of the sheet.
private struct Line {
  let bytes: UnsafeRawBufferPointer

  var fields: [Field] {
    var fields: [Field] = []
    fields.reserveCapacity(10)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: ",") {
      fields.append(Field(bytes: bytes[start..<index]))
      start = index + 1
    }
    fields.append(Field(bytes: bytes[start...]))
    return fields
  }

  /// Whole numbers in the columns 1 and 6, decimals in 7 to 9, a date in 2, text in the others.
  var cells: [Cell] {
    fields.enumerated().map { column, field in
      switch column {
      case 0, 5: Cell(.number(field.number))
      case 6, 7, 8: Cell(.number(field.number, decimals: 2))
      case 1: field.date
      default: .text(field.text)
      }
    }
  }
}

/// One field of a line.
private struct Field {
  let bytes: Slice<UnsafeRawBufferPointer>

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

  var date: Cell {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .text(text) }
    return Cell(.date(year: parts[0], month: parts[1], day: parts[2]))
  }
}
