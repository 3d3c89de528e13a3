import ExportKit
import Foundation
import LibXML2
import ReportXML
import TestSupport
import Testing

/// A document of the corpus; the name of one that must fail is its reason.
struct CorpusDocument: Sendable, CustomTestStringConvertible {
  static let folder = Places.repository.appending(path: "Tests/ReportXMLTests/Corpus")
  static let passing = documents(in: "should-pass")
  static let failing = documents(in: "should-fail")

  let file: URL

  var name: String { file.deletingPathExtension().lastPathComponent }
  var testDescription: String { name }

  /// The rule that a document breaks, as `rule-period_order-valuation-date` names it.
  var rule: String? {
    let words = name.split(separator: "-")
    return words.first == "rule" && words.count > 1 ? "rule.\(words[1])" : nil
  }

  /// What the validator must say, of a document that breaks the schema.
  func complaint() throws -> String {
    let text = try String(contentsOf: file, encoding: .utf8)
    return String(try #require(text.firstMatch(of: /<!-- expected: (.*) -->/)).output.1)
  }

  func faults() throws -> [ReportFault] {
    let conformance = try #require(try ReportXMLExporter().conformance(of: file))
    #expect(conformance.isComplete)
    return conformance.faults
  }

  private static func documents(in part: String) -> [CorpusDocument] {
    let place = folder.appending(path: part)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted()
      .map { CorpusDocument(file: place.appending(path: $0)) }
  }
}

@Suite struct `The corpus of documents` {
  @Test(arguments: CorpusDocument.passing)
  func `passes the schema and the rules`(_ document: CorpusDocument) throws {
    #expect(try document.faults() == [])
  }

  @Test(arguments: CorpusDocument.failing.filter { $0.rule == nil })
  func `fails the schema for the one reason in its name`(_ document: CorpusDocument) throws {
    let faults = try document.faults()
    #expect(Set(faults.map(\.rule)) == [ReportFault.schemaRule])
    // libxml2 says of one mistake in an attribute that its form is wrong, and so its type.
    #expect(Set(faults.map(\.address.line)).count == 1, "\(faults)")
    let complaint = try document.complaint()
    #expect(try #require(faults.first).message.english.contains(complaint), "\(faults)")
  }

  @Test(arguments: CorpusDocument.failing.filter { $0.rule != nil })
  func `fails the one rule in its name and no other`(_ document: CorpusDocument) throws {
    let faults = try document.faults()
    #expect(Set(faults.map(\.rule)) == [try #require(document.rule)], "\(faults)")
    #expect(faults.count == 1, "\(faults)")
    #expect(faults.allSatisfy { ($0.address.line ?? 0) > 1 })
  }

  @Test func `has a document that breaks each rule, and none that breaks an unknown one`() {
    let broken = Set(CorpusDocument.failing.compactMap(\.rule))
    #expect(broken == Set(ReportXMLExporter.rules.map(\.id)))
    #expect(CorpusDocument.failing.allSatisfy { $0.rule != nil || $0.name.hasPrefix("xsd-") })
    #expect(CorpusDocument.failing.count > 75 && CorpusDocument.passing.count > 5)
  }

  @Test(.enabled(if: Tool.isHere("xmllint")))
  func `is judged by xmllint as by the program`() throws {
    let xmllint = try #require(Tool("xmllint"))
    func isValid(_ document: CorpusDocument) throws -> Bool {
      try xmllint.run([
        "--noout", "--nonet", "--schema", Document.schema.path, document.file.path,
      ]).exitCode == 0
    }
    for document in CorpusDocument.passing {
      #expect(try isValid(document), "\(document.name)")
    }
    for document in CorpusDocument.failing {
      #expect(try isValid(document) == (document.rule != nil), "\(document.name)")
    }
  }
}

/// The promise of version 1: the schema of 1.0 accepts every document of version 1.
@Suite struct `The frozen schema of 1 point 0` {
  private static let file = Places.repository
    .appending(path: "Tests/ReportXMLTests/Frozen/wijkwaarde-report-1.0.xsd")

  @Test(.enabled(if: Tool.isHere("sha256sum")))
  func `is the file that was published, byte for byte`() throws {
    // Never mend this number: whoever must change the schema of 1.0 makes version 2.
    let sum = try #require(Tool("sha256sum")).run([Self.file.path]).output
    #expect(sum.hasPrefix(Self.published))
  }

  private static let published =
    "15d7beef873181de5f274d3e506fdcb5b735422cf7845d598ef70f39c516c4f8"

  @Test func `accepts what today's schema accepts of the corpus, and the other way round`() throws {
    let frozen = try XMLValidator(schema: Self.file)
    let today = try XMLValidator(schema: Document.schema)
    for document in CorpusDocument.passing + CorpusDocument.failing {
      let bytes = try Data(contentsOf: document.file)
      #expect(frozen.validate(bytes).isEmpty == today.validate(bytes).isEmpty, "\(document.name)")
    }
  }

  @Test(arguments: [true, false])
  func `accepts what today's program writes, extension points filled`(isFilled: Bool) throws {
    let frozen = try XMLValidator(schema: Self.file)
    let example = try ExampleReport.report()
    let document = try Document(isFilled ? example.filled() : example)
    #expect(frozen.validate(Data(document.text.utf8)) == [])
    let later = document.text
      .replacing(
        ":report:1\" version=\"1.0\"",
        with: ":report:1\" version=\"1.4\" xmlns:n=\"urn:new\" n:mark=\"1\""
      )
      .replacing("</project>", with: "<n:more n:x=\"1\"><n:deep/></n:more></project>")
      .replacing("</measure>", with: "<n:more/></measure>")
    #expect(later.contains("n:deep"))
    #expect(frozen.validate(Data(later.utf8)) == [])
  }
}
