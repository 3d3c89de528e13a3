import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// Files that were cut, changed, doubled, nested and written in other encodings.
@Suite struct MutationTests {
  /// How many of each kind; a longer run is asked for in the environment.
  private static let count =
    ProcessInfo.processInfo.environment["WIJKWAARDE_MUTATIONS"].flatMap { Int($0) } ?? 300

  private static let seeds: [String: String] = [
    "audit file": AuditFiles.text(),
    "statement of version 2": Statements.month(version: 2),
    "statement of version 8": Statements.month(version: 8),
    "invoice": Invoices.text(), "credit note": Invoices.text(isCredit: true),
    "CODA": CodaFiles.text,
    "CSV of ING":
      "\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Code\",\"Af Bij\","
      + "\"Bedrag (EUR)\",\"MutatieSoort\",\"Mededelingen\"\n"
      + String(
        repeating: "\"20250503\",\"Hr Ë\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"15,00\","
          + "\"O\",\"x\"\n", count: 20),
    "CSV of ASN": String(
      repeating: "02-01-2025,NL00ASNB0000000001,NL00RABO0000000002,K,,,,EUR,200.00,EUR,300.00,"
        + "02-01-2025,02-01-2025,1,O,1,,'Huur, januari',3\n", count: 20),
  ]

  @Test(arguments: seeds.keys.sorted())
  func `no changed file stops the reading, and each is read or has a finding`(name: String) throws {
    let bytes = Array(try #require(Self.seeds[name]).utf8)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "file")
    var mutation = Mutation(seed: UInt64(name.utf8.reduce(0) { $0 + Int($1) }))
    for round in 0..<Self.count {
      let changed = mutation.change(bytes)
      try Data(changed).write(to: url)
      let sink = CollectingSink()
      let start = ContinuousClock.now
      let reading = try BookReader().read(fileAt: url, file: "books/file", into: sink)
      #expect(ContinuousClock.now - start < .seconds(20), "\(name), round \(round)")
      #expect(
        !reading.findings.isEmpty || sink.books.count == 1, "\(name), round \(round): nothing said")
      #expect(reading.findings.count <= 110)
      #expect(sink.lines.count <= 5_000, "\(name), round \(round)")
      for finding in reading.findings {
        #expect(finding.address?.file == "books/file", "\(name), round \(round)")
        #expect(!finding.help.english.isEmpty && !finding.help.dutch.isEmpty)
      }
    }
  }
}

/// Changes files, the same way in every run.
private struct Mutation {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func change(_ bytes: [UInt8]) -> [UInt8] {
    var changed = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !changed.isEmpty {
      changed = once(changed)
    }
    return changed
  }

  private mutating func once(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let range = self.range(bytes.count)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return Array(bytes.prefix(range.lowerBound))
    case 1:
      for _ in 0..<8 {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      return bytes
    case 2:
      bytes.insert(contentsOf: bytes[range], at: range.upperBound)
      return bytes
    case 3:
      bytes.removeSubrange(range)
      return bytes
    case 4: return bytes + bytes
    case 5:
      // The file inside itself.
      bytes.insert(contentsOf: bytes, at: range.lowerBound)
      return bytes
    case 6:
      let deep = Array(String(repeating: "<Ntry>", count: 300).utf8)
      bytes.insert(contentsOf: deep, at: range.lowerBound)
      return bytes
    case 7:
      let digits = Array("99999999999999999999".utf8)
      bytes.replaceSubrange(
        range.lowerBound..<min(bytes.count, range.lowerBound + 4),
        with: digits.prefix(Int.random(in: 1...20, using: &generator)))
      return bytes
    case 8:
      let text = String(decoding: bytes, as: UTF8.self)
      let encodings: [String.Encoding] = [.utf16, .utf16BigEndian, .isoLatin1, .utf32]
      let encoding = encodings[Int.random(in: 0..<4, using: &generator)]
      return text.data(using: encoding).map(Array.init) ?? bytes
    default:
      let signs: [UInt8] = [0, 10, 13, 34, 39, 44, 45, 59, 60, 62, 38, 255]
      let sign = signs[Int.random(in: 0..<signs.count, using: &generator)]
      bytes.insert(sign, at: range.lowerBound)
      return bytes
    }
  }

  private mutating func range(_ count: Int) -> Range<Int> {
    let start = Int.random(in: 0..<count, using: &generator)
    return start..<min(count, start + Int.random(in: 1...400, using: &generator))
  }
}
