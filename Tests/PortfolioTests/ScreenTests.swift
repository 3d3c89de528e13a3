import Foundation
import TestSupport
import Testing

@testable import Portfolio

@Suite struct `The screen before the parsers` {
  private static func code(_ text: String) -> String? {
    DocumentScreen.refusal(of: Data(text.utf8))?.code.rawValue
  }

  @Test func `lets reports pass`() throws {
    #expect(DocumentScreen.refusal(of: try Register.xml { $0.padding = 300 }) == nil)
    #expect(Self.code("<?xml version='1.0' encoding='ISO-8859-1'?><a b='>' c=\"<\"/>") == nil)
  }

  @Test func `refuses what parsers take long over`() {
    let attributes = (0...DocumentScreen.mostAttributes).map { " a\($0)=''" }.joined()
    #expect(Self.code("<a\(attributes)/>") == "portfolio.damaged")
    let tag = String(repeating: "x", count: DocumentScreen.longestTag + 1)
    #expect(Self.code("<a b='\(tag)'/>") == "portfolio.damaged")
    #expect(Self.code("<a") == nil, "a tag without an end is for the parser to refuse")
    let deep = String(repeating: "<a>", count: DocumentScreen.deepest)
    #expect(Self.code(deep) == nil)
    #expect(Self.code(deep + "<a>") == "portfolio.damaged")
    #expect(Self.code(deep + "<a/>") == nil)
    let many = String(repeating: "<a/>", count: DocumentScreen.mostNodes)
    #expect(Self.code(many) == nil)
    #expect(Self.code(many + "<!---->") == "portfolio.too_large")
    let spaces = (0...DocumentScreen.mostNamespaces).map { "<a xmlns:n\($0)='u'/>" }.joined()
    #expect(Self.code(spaces) == "portfolio.too_large")
  }

  @Test func `refuses declarations and encodings that hide tags`() {
    #expect(Self.code("<?xml version='1.0'?><!DOCTYPE a><a/>") == "portfolio.damaged")
    for encoding in ["UTF-7", "UTF-16", "ISO-2022-JP", "EBCDIC-CP-US", "x"] {
      #expect(
        Self.code("<?xml version='1.0' encoding='\(encoding)'?><a/>") == "portfolio.damaged")
    }
    #expect(DocumentScreen.refusal(of: Data([0xFF, 0xFE, 60, 0])) != nil)
    #expect(DocumentScreen.refusal(of: Data([0, 60, 0, 97])) != nil)
  }

  @Test func `counts nothing inside comments, character data and instructions`() {
    let deep = String(repeating: "<a>", count: 1_000)
    for text in ["<!--\(deep)-->", "<a><![CDATA[\(deep)]]></a>", "<?x \(deep)?>"] {
      #expect(Self.code(text) == nil)
    }
    #expect(Self.code("<!-- \(deep)") == nil, "without an end it is for the parser to refuse")
  }
}
