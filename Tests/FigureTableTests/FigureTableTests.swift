import ExportKit
import FigureTable
import Foundation
import TestSupport
import Testing

@Suite struct `The table of figures` {
  private func table(_ report: Report) -> [[String]] {
    DelimitedText(FigureTableExporter().text(of: report), separator: ",").records.map(\.fields)
  }

  @Test func `has one row for every figure of the report, in the same order`() throws {
    let report = try TableReport.report()
    let rows = table(report)
    #expect(rows.first?.prefix(4) == ["id", "label", "value", "unit"])
    #expect(rows.dropFirst().map { $0.first } == report.everyFigure.map { $0.id.description })
    #expect(Set(rows.map(\.count)) == [12])
  }

  @Test func `gives numbers back exactly, absent ones as nothing with the reason`() throws {
    let rows = try table(TableReport.report())
    let third = try #require(rows.first { $0.first == "garden.third" })
    #expect(Double(third[2]) == 1.0 / 3.0)
    #expect(third[3] == "EUR")
    #expect(third[4] == "0.25" && third[5] == "0.5")
    #expect(third[6] == "2025-01-01" && third[7] == "2025-12-31")
    #expect(third[8] == "computed")
    let absent = try #require(rows.first { $0.first == "garden.absent" })
    #expect(absent[2].isEmpty && absent[9] == "nobody counted")
    let negative = try #require(rows.first { $0.first == "garden.negative" })
    #expect(Double(negative[2]) == -1e-7, "a number is never escaped")
  }

  @Test func `says beside a figure what its measure notes, and nothing beside the others`() throws {
    let rows = try table(TableReport.report())
    #expect(rows[0].last == "notes")
    let third = try #require(rows.first { $0.first == "garden.third" })
    #expect(third.last == "Nearby is the garden. Classic variant.")
    let absent = try #require(rows.first { $0.first == "garden.absent" })
    #expect(absent.last == "")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1"])
  func `no text can start as a formula`(label: String) throws {
    let rows = try table(TableReport.report(label: label))
    let third = try #require(rows.first { $0.first == "garden.third" })
    #expect(third[1] == "'" + label)
  }

  @Test func `quotes, commas and line ends stay inside their field`() throws {
    let label = "a,\"b\"\nc;d"
    let text = try FigureTableExporter().text(of: TableReport.report(label: label))
    #expect(text.contains("\"a,\"\"b\"\"\nc;d\""))
    #expect(text.hasSuffix("\r\n") && !text.hasPrefix("\u{FEFF}"))
    let third = try #require(
      table(TableReport.report(label: label)).first { $0.first == "garden.third" })
    #expect(third[1] == label)
  }

  @Test func `random texts read back as they were, apart from the apostrophe`() throws {
    var generator = SeededGenerator(seed: 8)
    let pieces = ["=", "-", "\"", ",", "\n", "\r\n", "é", " ", "x", "'", "𝄞", ";"]
    for _ in 0..<300 {
      let length = Int.random(in: 1...8, using: &generator)
      let label = (0..<length).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let line = CSVField.line([.words(label), .number("1")])
      let fields = try #require(
        DelimitedText(line, separator: ",").records.first { !$0.isBlank }?.fields)
      let kept = try #require(fields.first)
      #expect(kept == label || kept == "'" + label)
      #expect(fields.last == "1")
    }
  }
}
