import ExportKit
import Foundation
import ReportXML
import TestSupport
import Testing

/// Whatever applies XSLT 1.0 on this machine: xsltproc, or lxml, which is made of the same library.
private enum Transformer {
  case xsltproc(Tool)
  case lxml(Tool)

  static let here: Transformer? = {
    if let xsltproc = Tool("xsltproc") { return .xsltproc(xsltproc) }
    guard let python = Tool("python3"),
      (try? python.run(["-c", "import lxml.etree"]).exitCode) == 0
    else { return nil }
    return .lxml(python)
  }()

  private static let script = """
    import sys
    from lxml import etree
    report = etree.parse(sys.argv[1])
    style = report.getroot().find('{http://www.w3.org/1999/XSL/Transform}stylesheet')
    page = etree.XSLT(etree.ElementTree(style))(report)
    sys.stdout.buffer.write(bytes(page))
    """

  /// The page that a document makes of itself.
  func page(of text: String) throws -> String {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try Data(text.utf8).write(to: file)
    let outcome =
      switch self {
      case .xsltproc(let tool): try tool.run(["--nonet", file.path])
      case .lxml(let tool): try tool.run(["-c", Transformer.script, file.path])
      }
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return outcome.output
  }
}

@Suite struct `The stylesheet in a report` {
  @Test(.enabled(if: Transformer.here != nil))
  func `makes a page in Dutch of a Dutch report`() throws {
    let page = try #require(Transformer.here).page(of: Document(ExampleReport.report()).text)
    #expect(page.contains(" lang=\"nl\">"))
    #expect(page.contains("<h1>Buurthuis Groenhof</h1>"))
    // 7 ÷ 3 in two decimals, and 26655.12 euro in whole ones.
    #expect(page.contains(">2,33<"))
    #expect(page.contains("EUR 26.655"))
    #expect(page.contains("Belanghebbenden") && !page.contains("Stakeholders"))
    #expect(page.contains("de hoeveelheid is onbekend"))
    #expect(page.contains("NL-KVK 12345678"))
    #expect(!page.contains("NaN"))
    #expect(page.contains("Stichting &lt;Groenhof&gt; &amp; Zn."))
  }

  @Test(.enabled(if: Transformer.here != nil))
  func `makes a page in English of an English report, and marks a draft`() throws {
    let text = try Document(ExampleReport.report(isDraft: true)).text
      .replacing(" lang=\"nl\" draft=", with: " lang=\"en\" draft=")
    let page = try #require(Transformer.here).page(of: text)
    #expect(page.contains(" lang=\"en\">"))
    #expect(page.contains(">2.33<") && page.contains("EUR 26,655"))
    #expect(page.contains("Stakeholders") && page.contains("the quantity is not known"))
    #expect(page.contains("<p class=\"draft\">Draft"))
  }

  @Test func `is named by the document before its first element, and fetches nothing`() throws {
    let text = try Document(ExampleReport.report()).text
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "<?xml-stylesheet type=\"text/xsl\" href=\"#page\"?>")
    let start = try #require(text.range(of: "<xsl:stylesheet xml:id=\"page\""))
    let style = text[start.lowerBound...]
    for word in ["document(", "xsl:import", "xsl:include", "src=", "href=", "url(", "<script"] {
      #expect(!style.contains(word), "\(word)")
    }
    let addresses = Set(style.matches(of: /http[^"' )]*/).map { String($0.output) })
    #expect(addresses == ["http://www.w3.org/1999/XSL/Transform"])
  }
}
