import Foundation
import TestSupport
import Testing

@testable import OpenDocument

/// Markup, straight into bytes that are used again and again.
struct MarkupBytesTests {
  private func text(_ write: (inout MarkupBytes) throws -> Void) rethrows -> String {
    var markup = MarkupBytes()
    try write(&markup)
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test func `numbers of two decimals are written as they are`() throws {
    let expected: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (7, "7"), (-7, "-7"), (0.5, "0.5"), (0.05, "0.05"), (-0.05, "-0.05"),
      (-1.5, "-1.5"), (10.01, "10.01"), (99.99, "99.99"), (100, "100"), (1_234.5, "1234.5"),
      (9_999_999_999_999.99, "9999999999999.99"), (1e13, "10000000000000"),
      (0.1 + 0.2, "0.30000000000000004"),
      (1.005, "1.005"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
    ]
    for (number, shown) in expected {
      #expect(try text { try $0.number(number) } == shown)
      #expect(try NumberText.text(number) == shown)
    }
    for number in [Double.infinity, -.infinity, .nan] {
      #expect(throws: SpreadsheetError(.notFinite)) { try text { try $0.number(number) } }
    }
  }

  // Swift's own description is the shortest text, with “.0” behind whole numbers.
  @Test func `random numbers are their shortest text`() throws {
    var random = SeededGenerator(seed: 5)
    for round in 0..<4_000 {
      let cents = Int.random(in: -2_000_000_000_000_000...2_000_000_000_000_000, using: &random)
      let number =
        switch round % 4 {
        case 0: Double(cents >> Int.random(in: 0..<50, using: &random)) / 100
        case 1: Double(cents >> Int.random(in: 0..<50, using: &random)) / 1_000
        case 2: Double(cents)
        default: Double(bitPattern: random.next() & ~(1 << 62))
        }
      guard number != 0, number.isFinite else { continue }
      let shown = try text { try $0.number(number) }
      let description = number.description
      #expect(
        shown == (description.hasSuffix(".0") ? String(description.dropLast(2)) : description))
      #expect(Double(shown) == number)
    }
  }

  @Test func `whole numbers have at least the digits that are asked for`() {
    for number in [0, 1, 9, 10, 99, 100, 12_345, .max, -1, -10, .min] {
      #expect(text { $0.whole(number) } == String(number))
    }
    #expect(text { $0.whole(7, width: 2) } == "07")
    #expect(text { $0.whole(0, width: 4) } == "0000")
    #expect(text { $0.whole(2_025, width: 2) } == "2025")
    #expect(text { $0.whole(-7, width: 3) } == "-007")
  }

  @Test func `bytes keep their order in whatever pieces they come, and room is used again`() {
    var random = SeededGenerator(seed: 8)
    var markup = MarkupBytes()
    for _ in 0..<20 {
      var expected: [UInt8] = []
      for _ in 0..<Int.random(in: 0...200, using: &random) {
        let piece = (0..<Int.random(in: 0...90, using: &random)).map { _ in
          UInt8.random(in: 97...122, using: &random)
        }
        if Bool.random(using: &random) {
          markup.append(piece)
          expected += piece
        } else {
          piece.withUnsafeBufferPointer { markup.plain($0, from: "<p>", until: "</p>") }
          expected += Array("<p>".utf8) + piece + Array("</p>".utf8)
        }
      }
      #expect(markup.count == expected.count)
      #expect(markup.withBytes { Array($0) } == expected)
      #expect(markup.take() == expected)
      #expect(markup.count == 0)
    }
  }

  @Test func `an opening that is kept is given back as it was, or not at all`() throws {
    var random = SeededGenerator(seed: 11)
    var openings = CellOpening()
    var kept: [(key: CellOpening.Key, text: String)] = []
    var keys: Set<CellOpening.Key> = []
    // Long enough that what is kept is forgotten at times.
    let filling = String(repeating: "of a kind of its own ", count: 10)
    for round in 0..<1_000 {
      let letters = (0..<3).map { _ in UInt8.random(in: 65...90, using: &random) }
      let value = CellContent.currency(
        1, code: String(decoding: letters, as: UTF8.self), decimals: round % 16)
      let key = try #require(
        CellOpening.Key(role: CellRole.allCases[round % CellRole.allCases.count], value: value))
      guard keys.insert(key).inserted else { continue }
      let opening = "<cell number=\"\(round)\" \(filling)"
      #expect(text { _ = openings.write(key, to: &$0) }.isEmpty)
      openings.keep(Array(opening.utf8), for: key)
      kept.append((key, opening))
      #expect(text { _ = openings.write(key, to: &$0) } == opening)
      for old in kept.suffix(20) {
        let found = text { _ = openings.write(old.key, to: &$0) }
        #expect(found.isEmpty || found == old.text)
      }
    }
    #expect(kept.count > 900)
  }

  // Three megabytes of rows are a dozen blocks, compressed side by side.
  @Test func `the blocks of a package join into the rows of the flat file`() throws {
    var random = SeededGenerator(seed: 21)
    let numbers = (0..<9_000).map { _ in Double(Int.random(in: 0..<1_000_000, using: &random)) / 100
    }
    let sheet = Sheet(name: "Long", columnWidths: [20, 20, 20]) { rows in
      for number in numbers {
        try rows.row { cells in
          try cells.number(number, decimals: 2)
          try cells.text("a text of \(number) & more")
          try cells.date(year: 2_025, month: 1 + Int(number) % 12, day: 1 + Int(number) % 28)
        }
      }
    }
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let workbook = Workbook(title: "Long", generator: "Tests/1", language: .dutch, sheets: [sheet])
    try workbook.writeFlat(to: folder.appending(path: "long.fods"))
    try workbook.write(to: folder.appending(path: "long.ods"))
    let flat = try Data(contentsOf: folder.appending(path: "long.fods"))
    let archive = try PackageArchive(folder.appending(path: "long.ods"))
    let content = Data(try #require(try archive.bytes(of: "content.xml", limit: 1 << 26)))
    let start = Data("<office:body>".utf8)
    let flatStart = try #require(flat.range(of: start)).lowerBound
    let contentStart = try #require(content.range(of: start)).lowerBound
    let end = Data("</office:body>".utf8)
    let flatEnd = try #require(flat.range(of: end, options: .backwards)).upperBound
    let contentEnd = try #require(content.range(of: end, options: .backwards)).upperBound
    #expect(content.count > 10 << 18)
    #expect(content[contentStart..<contentEnd] == flat[flatStart..<flatEnd])
  }
}
