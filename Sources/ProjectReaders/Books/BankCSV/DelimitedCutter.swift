import Foundation

/// Cuts delimited text into records as it comes, so that a file of any length is read.
///
/// The rules are those of `DelimitedText`, with a quote that the bank chooses.
struct DelimitedCutter {
  /// One record, its fields still as bytes and without their quotes.
  struct Record {
    /// The line on which it starts, from 1.
    let line: Int
    /// The byte at which it starts, from 0.
    let byte: Int
    let fields: [[UInt8]]

    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy { $0 == 32 || $0 == 9 } } }
  }

  private let separator: UInt8
  private let quote: UInt8
  private var fields: [[UInt8]] = []
  private var field: [UInt8] = []
  private var isQuoted = false
  private var hasQuotes = false
  private var wasQuote = false
  private var wasReturn = false
  private var line = 1
  private var place = 0
  private var start = (line: 1, byte: 0)
  private(set) var length = 0

  init(separator: UInt8, quote: UInt8) {
    self.separator = separator
    self.quote = quote
  }

  /// The line on which a quote stands open.
  var openQuote: Int? { isQuoted && !wasQuote ? start.line : nil }

  /// Passes over bytes at the start of the file, which addresses count.
  mutating func skip(_ bytes: Int) {
    place += bytes
    start.byte = place
  }

  /// Takes a part of the file, and hands on the records that end in it.
  mutating func take(_ part: some Sequence<UInt8>, record: (Record) throws -> Void) throws {
    for byte in part {
      place += 1
      if wasReturn {
        wasReturn = false
        if byte == 10 {
          start.byte = place
          continue
        }
      }
      try take(byte, record)
    }
  }

  private mutating func take(_ byte: UInt8, _ record: (Record) throws -> Void) throws {
    length += 1
    if isQuoted {
      if byte == quote {
        if wasQuote { field.append(quote) }
        wasQuote.toggle()
        return
      }
      guard wasQuote else {
        if byte == 10 { line += 1 }
        field.append(byte)
        return
      }
      isQuoted = false
      wasQuote = false
    }
    switch byte {
    case quote where field.isEmpty && !hasQuotes:
      isQuoted = true
      hasQuotes = true
    case separator: endField()
    case 10, 13:
      endField()
      try endRecord(record)
      wasReturn = byte == 13
    default: field.append(byte)
    }
  }

  /// Hands on what stands behind the last line end.
  mutating func finish(record: (Record) throws -> Void) throws {
    guard length > 0 else { return }
    endField()
    try endRecord(record)
  }

  private mutating func endField() {
    fields.append(field)
    field.removeAll(keepingCapacity: true)
    (isQuoted, hasQuotes, wasQuote) = (false, false, false)
  }

  private mutating func endRecord(_ record: (Record) throws -> Void) throws {
    let done = Record(line: start.line, byte: start.byte, fields: fields)
    fields.removeAll(keepingCapacity: true)
    length = 0
    line += 1
    start = (line, place)
    try record(done)
  }
}
