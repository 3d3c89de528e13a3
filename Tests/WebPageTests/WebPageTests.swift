import ExportKit
import Foundation
import TestSupport
import Testing
import WebPage

@Suite struct WebPageTests {
  func page(_ sample: SampleReport) throws -> String {
    try page(try sample.make())
  }

  func page(_ report: Report) throws -> String {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.html")
    try WebPageExporter().write(report, to: file)
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The identifiers of all anchors on a page.
  func ids(_ page: String) -> [String] {
    page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
  }

  /// Every figure of a report by its identifier.
  func figures(_ report: Report) -> Set<String> {
    var ids = report.indicators.flatMap(\.measures).map(\.id)
    ids += report.stakeholders.map(\.presentValue.id)
    ids += report.inputs.flatMap { [$0.value.id, $0.presentValue.id] }
    if let map = report.valueMap {
      ids += [
        map.presentValue.id, map.inputsPresentValue.id, map.netPresentValue.id, map.ratio.id,
        map.netRatio.id,
      ]
      ids += (map.waterfall + map.benefitsPerPeriod + map.domains.map(\.presentValue)).map(\.id)
      ids += map.rows.flatMap {
        [$0.gross, $0.afterDeadweight, $0.afterDisplacement, $0.impact, $0.presentValue].map(\.id)
      }
    }
    var names = Set(ids.map(\.description))
    names.insert("sroi.discount_rate")
    for row in report.valueMap?.rows ?? [] {
      for input in ["quantity", "proxy", "deadweight", "displacement", "attribution", "drop_off"] {
        names.insert("outcome.\(row.id).\(input)")
      }
    }
    for input in report.inputs {
      names.formUnion(["input.\(input.id).quantity", "input.\(input.id).rate"])
    }
    return names
  }

  @Test(arguments: [true, false])
  func `every figure has exactly one anchor of its own`(hasValueMap: Bool) throws {
    let sample = SampleReport(hasValueMap: hasValueMap)
    let found = ids(try page(sample))
    #expect(Set(found).count == found.count)
    #expect(Set(found.filter { $0.contains(".") }) == figures(try sample.make()))
  }

  @Test func `a ranking has its places in order, equal numbers by identifier`() throws {
    let page = try page(SampleReport(language: .english))
    let table = try #require(
      page.range(of: "<caption>Largest suppliers</caption>").map { page[$0.upperBound...] })
    let names = table.prefix(upTo: try #require(table.range(of: "</table>")).lowerBound)
      .matches(of: /Baker|Cleaner|Printer/).map { String($0.0) }
    #expect(names == ["Baker", "Cleaner", "Printer"])
  }

  @Test func `a share is drawn as a part of the whole, and a bare count not at all`() throws {
    let page = try page(SampleReport(language: .english))
    let titles = page.matches(of: /<svg [^>]*aria-label="([^"]*)"/).map { String($0.output.1) }
    #expect(titles.count { $0 == "Success rate" } == 1)
    #expect(page.contains("<desc>51.9%: 14 of 27 known; 6 unknown.</desc>"))
    #expect(!titles.contains("Repairs") && titles.contains("Per category"))
    let list = "<ul class=\"parts\"><li>14 of 27"
    #expect(!page.contains(list), "the numbers stand in the picture and not twice")
  }

  @Test func `every link leads to an anchor of the page`() throws {
    let page = try page(SampleReport())
    let anchors = Set(ids(page))
    let links = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("#") && anchors.contains(String($0.dropFirst())) })
  }

  @Test func `the page needs nothing from elsewhere and runs nothing`() throws {
    let page = try page(SampleReport())
    #expect(page.contains("https://example.org/proxy"))
    for word in ["src=", "<script", "<link", "<iframe", "url(", "@import", "onload", "<object"] {
      #expect(!page.contains(word), "\(word)")
    }
    let outside = page.matches(of: /([a-z:]+)="https?:[^"]*"/).map { String($0.1) }
    #expect(outside.allSatisfy { $0 == "xmlns" })
  }

  @Test(.enabled(if: Tool.isHere("xmllint")), arguments: Language.allCases)
  func `the page is well-formed XML`(language: Language) throws {
    for name in ["Buurthuis", SampleReport.hostileName] {
      let folder = try Places.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "report.html")
      let sample = SampleReport(language: language, isDraft: true, name: name)
      try WebPageExporter().write(try sample.make(), to: file)
      let outcome = try #require(Tool("xmllint")).run(["--noout", "--nonet", file.path])
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
  }

  @Test func `hostile names stay text`() throws {
    let page = try page(SampleReport(name: SampleReport.hostileName))
    #expect(!page.contains("<script>") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    let control = page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
    #expect(!control)
    #expect(page.contains("\u{FFFD}"))
    let attributes = page.matches(of: /content="([^"]*)"/).count
    #expect(attributes == 3)
  }

  @Test func `the opening says the ratio in plain words`() throws {
    let dutch = try page(SampleReport())
    #expect(dutch.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nl\">"))
    // 194399.94 over 68210 is 2.850021…
    #expect(dutch.contains("<span id=\"sroi.ratio\" class=\"value\">2,85</span>"))
    #expect(
      dutch.contains("Elke euro die erin gaat, levert €\u{A0}2,85 aan maatschappelijke waarde op."))
    let english = try page(SampleReport(language: .english))
    #expect(english.contains("lang=\"en\""))
    #expect(english.contains("Each euro put in gives €2.85 of social value."))
    #expect(english.contains("cannot be compared without"))
  }

  @Test func `a ratio below nought is told as a loss`() throws {
    let page = try page(SampleReport(language: .english, presentValue: -34_105))
    #expect(page.contains("<span id=\"sroi.ratio\" class=\"value loss\">−0.50</span>"))
    #expect(page.contains("for each €1 put in, €0.50 of social value goes."))
    #expect(!page.contains("Each euro put in gives"))
  }

  @Test func `each language has its own words`() throws {
    let (dutch, english) = (try page(SampleReport()), try page(SampleReport(language: .english)))
    for word in ["Stakeholders", "What is not known", "Conventions", "Deadweight is what"] {
      #expect(english.contains(word) && !dutch.contains(word), "\(word)")
    }
    for word in [
      "Belanghebbenden", "Wat niet bekend is", "Afspraken", "Zonder ons ook (deadweight) is wat",
    ] {
      #expect(dutch.contains(word) && !english.contains(word), "\(word)")
    }
  }

  @Test func `what is absent is not known and never nought`() throws {
    let page = try page(SampleReport(hasRatio: false))
    let words = "niet bekend: het aantal van effect o2 is niet bekend"
    for id in ["sroi.ratio", "sroi.present_value", "sroi.net_present_value", "sroi.gross"] {
      let anchor = try #require(page.firstRange(of: "id=\"\(id)\""))
      let rest = page[anchor.upperBound...].prefix(160)
      #expect(rest.contains(">\(words)</span>"), "\(id)")
    }
    #expect(!page.contains("Elke euro die erin gaat"))
    let mass = try #require(page.firstRange(of: "id=\"repairs.mass_kept\""))
    #expect(page[mass.upperBound...].prefix(120).contains("er zijn geen gewichten genoteerd"))
  }

  @Test func `a draft is stamped and a finished report is not`() throws {
    let draft = try page(SampleReport(isDraft: true))
    #expect(draft.contains("<strong>Concept</strong>"))
    #expect(draft.contains("<div class=\"watermark\" aria-hidden=\"true\">Concept</div>"))
    let finished = try page(SampleReport())
    #expect(!finished.contains("class=\"watermark\"") && !finished.contains("Concept"))
  }

  @Test func `ranges, parts, reasons and those left out are shown`() throws {
    let page = try page(SampleReport())
    for words in [
      "95 (80–104)\u{A0}mensen × €\u{A0}3.432", "−20% (10%–30%): Een vijfde kwam al",
      ">0%: geen reden gegeven", "14 van 27 bekend; 6 onbekend", "marge: 1,52–1,81",
      "niet meegerekend: geen meetbaar effect", "30.300,5 in totaal, gedeeld door 12",
      "1.820 × €\u{A0}15,50", "Effecten op de huurprijs", "tables/outcomes.csv, L2",
      "sroi.no_reason", String(repeating: "07c1", count: 16), "2,25%",
      "tables/repairs.csv, rijen 2–34",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `losses are marked with a sign and not by colour alone`() throws {
    let page = try page(SampleReport())
    let loss = "<span id=\"outcome.o3.present_value\" class=\"loss\">−€\u{A0}5.921</span>"
    #expect(page.contains(loss))
  }

  @Test func `the same report gives the same bytes`() throws {
    #expect(try page(SampleReport()) == page(SampleReport()))
  }

  @Test func `an empty report still makes a page that says what it lacks`() throws {
    let full = try SampleReport().make()
    let empty = Report(
      program: full.program, project: full.project, isDraft: false, stakeholders: [], inputs: [],
      valueMap: nil, indicators: [], findings: [], sources: [], parameters: [])
    let page = try page(empty)
    #expect(page.contains("Dit verslag heeft geen waardenkaart"))
    #expect(page.contains("Er is geen inbreng vermeld."))
  }
}

extension SampleReport {
  /// A name that tries every way out of text, attribute and element.
  static let hostileName =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;\u{0}\u{1B}\u{FFFE}]]>"
}
