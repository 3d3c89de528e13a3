import Foundation
import IndicatorKit
import TestSupport
import Testing

/// The reference pages say what the declarations and the worked examples say today.
@Suite struct ReferencePagesTests {
  /// The identifiers of the registered indicators; a module that is not listed has no page.
  private static let indicators = registry.indicators.map { type(of: $0).card.id }

  @Test(arguments: indicators)
  func `the page of an indicator is current`(id: String) throws {
    let made = try ProgramBinary.run(["indicators", id, "--markdown"])
    let page = Places.repository.appending(path: "Documentation/indicators/\(id).md")
    let written = try? String(contentsOf: page, encoding: .utf8)
    #expect(
      written == made.output,
      """
      Documentation/indicators/\(id).md is not current; write it anew with: \
      swift run wijkwaarde indicators \(id) --markdown > Documentation/indicators/\(id).md
      """)
  }

  @Test(arguments: indicators)
  func `a page names every figure, column, choice and example in both languages`(
    id: String
  ) throws {
    let card = try #require(
      registry.indicators.map { type(of: $0).card }.first { $0.id == id })
    let page = try ProgramBinary.run(["indicators", id, "--markdown"]).output
    for measure in card.measures {
      #expect(page.contains("`\(card.figure(measure))`"))
      #expect(page.contains(measure.label.dutch))
    }
    for column in card.tables.flatMap({ TableDeclaration($0).columns }) {
      #expect(page.contains("`\(column.id)`"))
      #expect(page.contains(column.label.english) && page.contains(column.label.dutch))
      if case .choice(let options) = column.type {
        for option in options {
          #expect(page.contains(option.label.english) && page.contains(option.label.dutch))
        }
      }
    }
    #expect(page.contains("### Example 2"))
  }

  @Test func `the page of the checks is current`() throws {
    let made = try ProgramBinary.run(["checks", "--markdown"])
    let page = Places.repository.appending(path: "Documentation/checks.md")
    let written = try? String(contentsOf: page, encoding: .utf8)
    #expect(
      written == made.output,
      """
      Documentation/checks.md is not current; write it anew with: \
      swift run wijkwaarde checks --markdown > Documentation/checks.md
      """)
  }

  @Test func `the page of the report XML is current`() throws {
    let made = try ProgramBinary.run(["exports", "xml", "--markdown"])
    let page = Places.repository.appending(path: "Documentation/report-xml.md")
    let written = try? String(contentsOf: page, encoding: .utf8)
    #expect(
      written == made.output,
      """
      Documentation/report-xml.md is not current; write it anew with: \
      swift run wijkwaarde exports xml --markdown > Documentation/report-xml.md
      """)
  }

  @Test func `only a form that is listed and described has a page`() throws {
    #expect(try ProgramBinary.run(["exports", "nothing", "--markdown"]).exitCode == 64)
    #expect(try ProgramBinary.run(["exports", "html", "--markdown"]).exitCode == 64)
    #expect(try ProgramBinary.run(["exports", "--markdown"]).exitCode == 64)
    let one = try ProgramBinary.run(["exports", "xml"]).output
    #expect(one.split(separator: "\n").count == 1 && one.hasPrefix("xml  "))
  }

  @Test func `a check that is listed can be looked up`() throws {
    let list = try ProgramBinary.run(["checks"]).output.split(separator: "\n")
    let codes = list.compactMap { $0.split(separator: " ").first }
      .filter { $0.hasPrefix("over_claiming.") }
    #expect(codes.count > 30)
    for code in [codes.first, codes.last].compactMap({ $0 }) {
      let shown = try ProgramBinary.run(["checks", String(code), "--language", "nl"])
      #expect(shown.exitCode == 0 && shown.output.contains("Wat te doen: "))
    }
    #expect(try ProgramBinary.run(["checks", "nothing"]).exitCode == 64)
  }

  @Test func `the terminal shows one language only`() throws {
    let id = try #require(Self.indicators.first)
    let card = try #require(registry.indicators.first.map { type(of: $0).card })
    let dutch = try ProgramBinary.run(["indicators", id, "--language", "nl"]).output
    #expect(dutch.contains(card.summary.dutch))
    #expect(!dutch.contains(card.summary.english))
    #expect(dutch.contains("Uitgewerkte voorbeelden"))
  }
}
