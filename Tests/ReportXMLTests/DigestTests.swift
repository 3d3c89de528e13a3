import ExportKit
import Foundation
import LibXML2
import ReportXML
import TestSupport
import Testing

/// The digest by which a reader sees whether a document is as it was written.
@Suite struct `The digest of a report` {
  private func written() throws -> [UInt8] {
    try ReportXMLExporter().bytes(of: ExampleReport.report().filled())
  }

  @Test func `finds a document unchanged, however it is laid out inside its tags`() throws {
    let bytes = try written()
    #expect(try ReportDigest.verdict(on: bytes) == .holds)
    let text = String(decoding: bytes, as: UTF8.self)
    let other = text.replacing(
      "<digest algorithm=\"SHA-256\">", with: "<digest  algorithm='SHA-256' >")
    #expect(other != text)
    #expect(try ReportDigest.verdict(on: Array(other.utf8)) == .holds)
  }

  @Test func `finds every change of one character inside an element or attribute`() throws {
    let text = String(decoding: try written(), as: UTF8.self)
    var generator = SeededGenerator(seed: 8)
    let start = try #require(text.range(of: "<report")).upperBound
    let end = try #require(text.range(of: "<digest")).lowerBound
    let places = text[start..<end].indices.filter { text[$0].isLetter || text[$0].isNumber }
    var tried = 0
    for _ in 0..<200 {
      let place = try #require(places.randomElement(using: &generator))
      var changed = text
      changed.replaceSubrange(place...place, with: text[place] == "7" ? "8" : "7")
      // What is no XML any more is refused before.
      guard let verdict = try? ReportDigest.verdict(on: Array(changed.utf8)) else { continue }
      #expect(verdict == .broken)
      tried += 1
    }
    #expect(tried > 100)
  }

  @Test func `is not found changed but absent where there is none`() throws {
    let text = String(decoding: try written(), as: UTF8.self)
    let without = text.replacing(/<digest.*<\/digest>/, with: "")
    #expect(try ReportDigest.verdict(on: Array(without.utf8)) == .absent)
  }

  @Test(.enabled(if: Tool.isHere("xmllint") && Tool.isHere("sha256sum")))
  func `is what xmllint and sha256sum compute`() throws {
    let text = String(decoding: try written(), as: UTF8.self)
    let match = try #require(text.firstMatch(of: /<digest[^>]*>([0-9a-f]{64})</))
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "emptied.xml")
    let emptied = text.replacing(match.output.1, with: "")
    try Data(emptied.utf8).write(to: file)
    let canonical = try #require(Tool("xmllint")).run(["--nonet", "--c14n", file.path])
    let form = folder.appending(path: "canonical.xml")
    try Data(canonical.output.utf8).write(to: form)
    let sum = try #require(Tool("sha256sum")).run([form.path]).output
    #expect(sum.hasPrefix(String(match.output.1)))
  }

  @Test func `refuses what brings a document type or is no XML`() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><report><digest>&b;</digest></report>"
    #expect(throws: XMLCanonicalForm.Failure.documentType) {
      try ReportDigest.verdict(on: Array(bomb.utf8))
    }
    for text in ["", "<report>", "no XML", "<a/><b/>", String(repeating: "<a>", count: 10_000)] {
      #expect(throws: XMLCanonicalForm.Failure.notWellFormed) {
        try ReportDigest.verdict(on: Array(text.utf8))
      }
    }
  }

  @Test func `is read back with the report`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    let text = String(decoding: try written(), as: UTF8.self)
    for (content, expected) in [
      (text, VerifiableReport.Digest.holds),
      (text.replacing("A. de Vries", with: "B. de Vries"), .broken),
      (text.replacing(/<digest.*<\/digest>/, with: ""), .absent),
    ] {
      try Data(content.utf8).write(to: file)
      #expect(try ReportXMLExporter().read(file).digest == expected)
    }
  }
}
