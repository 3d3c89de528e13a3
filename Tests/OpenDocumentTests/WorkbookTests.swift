import Foundation
import LibXML2
import OpenDocument
import TestSupport
import Testing

/// What is written is OpenDocument to the schema, to the byte and to LibreOffice.
struct WorkbookTests {
  private static let schemas = "schemas/odf-1.3/OpenDocument-v1.3-"

  @Test(.enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")))
  func `each part is valid under the schema of OpenDocument 1_3`() throws {
    let schema = try #require(Places.shared(Self.schemas + "schema.rng"))
    let manifest = try #require(Places.shared(Self.schemas + "manifest-schema.rng"))
    let parts = try XMLValidator(schema: schema)
    let charts = (1...6).flatMap { ["Object \($0)/content.xml", "Object \($0)/styles.xml"] }
    for (workbook, more) in [(try Samples.everything(), []), (try Samples.rich(), charts)] {
      try Samples.written(workbook) { file in
        let package = OpenDocumentFile(file)
        for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] + more {
          #expect(parts.validate(try package.part(part)) == [], "\(part)")
        }
        let validator = try XMLValidator(schema: manifest)
        #expect(validator.validate(try package.part("META-INF/manifest.xml")) == [])
        let flat = file.appendingPathExtension("fods")
        try workbook.writeFlat(to: flat)
        #expect(parts.validate(try Data(contentsOf: flat)) == [])
      }
    }
  }

  @Test func `the package begins with its media type, stored and without an extra field`() throws {
    try Samples.written(try Samples.everything()) { file in
      let bytes = [UInt8](try Data(contentsOf: file))
      try #require(bytes.count > 84)
      #expect(Array(bytes[0..<4]) == [0x50, 0x4b, 3, 4])
      #expect(Array(bytes[6..<10]) == [0, 0, 0, 0], "no flags, stored")
      #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0], "1 January 1980")
      #expect(Array(bytes[26..<30]) == [8, 0, 0, 0], "a name of 8 bytes, no extra field")
      #expect(String(decoding: bytes[30..<38], as: UTF8.self) == "mimetype")
      #expect(String(decoding: bytes[38..<84], as: UTF8.self) == Workbook.mediaType)
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `unzip finds the checksums right`() throws {
    try Samples.written(try Samples.everything()) { file in
      let outcome = try #require(Tool("unzip")).run(["-t", file.path])
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("No errors detected"))
    }
  }

  @Test func `the same workbook gives the same bytes`() throws {
    try Samples.written(try Samples.everything()) { first in
      try Samples.written(try Samples.everything()) { second in
        let bytes = try Data(contentsOf: first)
        #expect(try bytes == Data(contentsOf: second))
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `LibreOffice reads each kind of value, in the language of the workbook`() throws {
    try Samples.written(try Samples.everything()) { file in
      let sheets = try OpenDocumentFile(file).sheets()
      #expect(sheets.count == 3)
      let values = try #require(sheets["Values"]).map { $0.first ?? "" }
      #expect(
        Array(values.prefix(9)) == [
          "a <b> & \"c\"  two blanks and a tab\nsecond line ", "-1234,5", "0,1", "25%",
          "1000000", "-3", "2", "29-02-2024", "WAAR",
        ])
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice") && Tool.isHere("zip")))
  func `LibreOffice recalculates the formulas to the values that were written`() throws {
    try Samples.written(try Samples.everything()) { file in
      let sheets = try OpenDocumentFile(file).recalculated()
      #expect(
        sheets["It's Σ & co"] == [
          ["Name", "Value", ""], ["x", "7,5", ""], ["", "15", ""], ["", "", "75%"],
          ["more", "", ""], ["8,5", "", ""],
        ])
      #expect(sheets["Values"]?.last?.first == "8,5")
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `ten thousand random numbers come back as they went`() throws {
    var generator = SeededGenerator(seed: 11)
    let numbers = (0..<10_000).map { _ in
      Double.random(in: -1...1, using: &generator) * 1e6
    }
    let workbook = Workbook(
      title: "Numbers", generator: "Tests/1", language: .english,
      sheets: [
        Sheet(name: "Numbers", columnWidths: [20]) { rows in
          for number in numbers { try rows.row([Cell(.number(number, decimals: 2))]) }
        }
      ])
    try Samples.written(workbook) { file in
      let rows = try #require(try OpenDocumentFile(file).recalculated()["Numbers"])
      #expect(rows.count == numbers.count)
      for (row, number) in zip(rows, numbers) {
        let read = try #require(row.first.flatMap(Double.init))
        #expect(abs(read - number) <= 1e-14 * 1e6)
      }
    }
  }
}
