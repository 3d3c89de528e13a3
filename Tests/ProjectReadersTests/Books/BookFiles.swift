import Foundation
import ImpactModel
import ProjectReaders
import TestSupport

/// What came of reading a file of the books in a test.
struct ReadBook {
  let sink: CollectingSink
  let reading: BookReading

  /// Reads bytes under a name that says nothing.
  init(_ bytes: [UInt8], reader: BookReader = BookReader()) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "file")
    try Data(bytes).write(to: url)
    try self.init(url, reader: reader)
  }

  /// Reads a text.
  init(_ text: String, reader: BookReader = BookReader()) throws {
    try self.init(Array(text.utf8), reader: reader)
  }

  /// Reads a file.
  init(_ url: URL, reader: BookReader = BookReader()) throws {
    sink = CollectingSink()
    reading = try reader.read(fileAt: url, file: "books/file", into: sink)
  }

  /// The codes of all findings, without the remark that a file has no balances to compare with.
  var codes: [String] { allCodes.filter { $0 != "ledger.no_balance" } }

  var allCodes: [String] { reading.findings.map(\.code) }

  /// The money that came in less what went out, in cents.
  var net: Int64 { sink.lines.reduce(0) { $0 + $1.debit - $1.credit } }

  /// The party of each line.
  var parties: [LedgerParty?] {
    sink.lines.map { line in sink.parties.first { $0.id == line.party } }
  }
}

/// The byte of the nth occurrence of a text, counted by hand rather than by the reader.
func byte(of part: String, nth: Int = 1, in text: String) -> Int? {
  var rest = text.startIndex
  for _ in 1..<nth {
    guard let found = text.range(of: part, range: rest..<text.endIndex) else { return nil }
    rest = found.upperBound
  }
  guard let found = text.range(of: part, range: rest..<text.endIndex) else { return nil }
  return text[..<found.lowerBound].utf8.count
}
