import ExportKit
import Foundation
import TestSupport
import Testing
import WebPage

/// The page of a report in which everything is filled, and of one in which nothing of it is.
@Suite struct FilledPageTests {
  func page(_ report: Report) throws -> String {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.html")
    try WebPageExporter().write(report, to: file)
    if let kept = ProcessInfo.processInfo.environment["KEEP_PAGES"] {
      let name = "\(report.project.language.rawValue)-\(report.doubt == nil ? "bare" : "full").html"
      try? FileManager.default.copyItem(atPath: file.path, toPath: kept + "/" + name)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }

  func filled(
    _ language: Language = .english, word: String = "", isInterval: Bool = true
  ) throws -> Report {
    try SampleReport(language: language).make().filled(word: word, isInterval: isInterval)
  }

  /// The sections that a report has only where it holds something for them.
  static let sections = ["doubt", "sensitivity", "claims", "assurance"]

  @Test func `every figure has one anchor, and the new ones stand in their own sections`() throws {
    let report = try filled()
    let page = try page(report)
    let ids = page.matches(of: /\sid="([^"]*\.[^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids) == Set(report.everyFigure.map(\.id.description)))
    let list = try #require(page.range(of: "<section id=\"figures\">")).lowerBound
    for id in [
      "sroi.ratio_p5", "sroi.chance_below_one", "outcome.o1.deadweight.total_effect",
      "shared.survey.first_order", "outcome.o1.deadweight.ratio_at_low",
      "outcome.o1.quantity.switching_value", "sroi.discount_rate.switching_value",
      "scenario.careful.ratio", "scenario.careful.difference_p95",
      "convention.undiscounted.ratio", "sroi.payback_months", "outcome.dignity.quantity",
    ] {
      let anchor = try #require(page.range(of: "id=\"\(id)\""), "\(id)")
      #expect(anchor.lowerBound < list, "\(id)")
    }
  }

  @Test func `the first screen says how sure the ratio is`() throws {
    for (language, words) in [
      (
        Language.english,
        [
          "With 90% certainty the ratio lies between 1.38 and 2.63.",
          "so that less comes out than goes in: 3.1%.", "Most doubt comes from: Driver",
        ]
      ),
      (
        .dutch,
        [
          "Met 90% zekerheid ligt de ratio tussen 1,38 en 2,63.",
          "dus dat er minder uitkomt dan erin gaat: 3,1%.", "De meeste twijfel komt van: Bron",
        ]
      ),
    ] {
      let page = try page(try filled(language))
      let first = page.prefix(upTo: try #require(page.range(of: "<nav")).lowerBound)
      for sentence in words { #expect(first.contains(sentence), "\(sentence)") }
    }
  }

  @Test func `percentiles of too little doubt are never called the interval of the ratio`() throws {
    let english = try page(try filled(isInterval: false))
    #expect(!english.contains("With 90% certainty"))
    #expect(english.contains("No interval of the ratio: only 25% of the value has a range."))
    #expect(english.contains("By those ranges alone, the chance that the ratio is below 1: 3.1%."))
    #expect(!english.contains("so that less comes out than goes in"))
    let dutch = try page(try filled(.dutch, isInterval: false))
    #expect(!dutch.contains("Met 90% zekerheid"))
    #expect(dutch.contains("Geen marge van de ratio: maar 25% van de waarde heeft een marge."))
  }

  @Test func `switching values, scenarios and conventions are told in numbers`() throws {
    let page = try page(try filled())
    for words in [
      "Deadweight · Minder eenzaamheid, 20% → 37.5%: Een strengere schatting",
      "not known: there is none", "Nothing discounted", "(this report)",
      "The same data under other conventions", "Ratio is 1 at", "aria-label=\"The ratio from low",
      "at the low end", "12.5%", "31.25%",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `what has no price, answers and judgements are told with their reasons`() throws {
    let page = try page(try filled())
    for words in [
      "held as intrinsic: Hier past geen prijs bij", "excluded pending evidence: no reason given",
      "41</span>\u{A0}mensen", ">9.5<", "Answer (A. de Vries): Dat is het doel",
      "No answer of the author.", "over_claiming.dominant_row", "1. Involve stakeholders",
      "8. Be responsive", "partly met, judged by B. Jansen", "Evidence: Notulen",
      "established by the program", "for a person to judge", "Verantwoording aan de gemeente",
      "17: Gesprekken over de effecten", "prices of 2023 × 1.0625", "replacement or avoided cost",
      "n = 32", "Onderzoek na een jaar", "weight 8.5 of 10", "7.3\u{A0}months",
      "Outcomes without a price, outside the ratio: 2.",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `folded computations show ranges, and what makes percentiles less sure`() throws {
    let report = try filled(isInterval: false)
    let page = try page(report)
    let start = try #require(page.range(of: "<section id=\"computed\">")).lowerBound
    let end = try #require(
      page.range(of: "</section>", range: start..<page.endIndex)
    ).lowerBound
    let computed = page[start..<end]
    #expect(computed.contains("Take care: no interval of the ratio: only 25 % of the value"))
    // The sample gives deadweight as 20 %, from 10 to 30, and every figure of doubt leads there.
    #expect(computed.contains("20 % (10 %–30 %, triangular)"))
    let sure = try self.page(try filled())
    #expect(!sure.contains("Take care"))
  }

  @Test func `how a headline figure was computed can be unfolded, down to what was given`() throws {
    let page = try page(try filled())
    let start = try #require(page.range(of: "<section id=\"computed\">")).lowerBound
    let section = page[
      start..<(try #require(page.range(of: "<section id=\"figures\">")).lowerBound)]
    #expect(section.components(separatedBy: "<details>").count == 8)
    for words in ["How is this computed? SROI ratio = 2.85", "194,400 ÷ 68,210"] {
      #expect(section.contains(words), "\(words)")
    }
    #expect(section.contains("href=\"#sroi.inputs_present_value\""))
    let bare = Report(
      program: "Wijkwaarde", project: try SampleReport().make().project, isDraft: false,
      stakeholders: [], inputs: [], valueMap: nil, indicators: [], findings: [], sources: [],
      parameters: [])
    #expect(!(try self.page(bare)).contains("id=\"computed\""))
  }

  @Test func `nothing of it is shown where it is absent`() throws {
    let page = try page(try SampleReport(language: .english).make())
    for section in FilledPageTests.sections {
      #expect(!page.contains("id=\"\(section)\"") && !page.contains("href=\"#\(section)\""))
    }
    for words in [
      "certainty", "chance that the ratio", "Outcomes without a price", "How involved",
      "Purpose of the report", "Answer", "· weight ", "prices of",
    ] {
      #expect(!page.contains(words), "\(words)")
    }
  }

  @Test(.enabled(if: Tool.isHere("xmllint")), arguments: Language.allCases)
  func `a full page with hostile words is well-formed and keeps them text`(
    language: Language
  ) throws {
    let word = SampleReport.hostileName
    let report = try filled(language, word: word)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.html")
    try WebPageExporter().write(report, to: file)
    let outcome = try #require(Tool("xmllint")).run(["--noout", "--nonet", file.path])
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(!page.contains("<script>") && !page.contains("<img"))
  }

  @Test func `each language has its own words`() throws {
    let (dutch, english) = (try page(try filled(.dutch)), try page(try filled(.english)))
    for word in ["How sure is the ratio?", "Scenarios</h3>", "Assurance list", "Ratio is 1 at"] {
      #expect(english.contains(word) && !dutch.contains(word), "\(word)")
    }
    for word in ["Hoe zeker is de ratio?", "Scenario’s", "Toetslijst", "Ratio is 1 bij"] {
      #expect(dutch.contains(word) && !english.contains(word), "\(word)")
    }
  }
}
