import ExportKit
import LibXML2
import TestSupport
import Testing

@testable import Spreadsheet

/// The money flows with their sums and charts, and measures as formulas over what is shown.
struct MoneyFlowSheetTests {
  private static let canRecalculate = ["soffice", "zip", "unzip"].allSatisfy { Tool.isHere($0) }

  private func flow(_ to: String, _ amount: Double, _ isNearby: Bool?) -> Flow {
    Flow(
      from: "us", Text("Us", nl: "Wij"), to: to, Text(verbatim: "To \(to)"), amount: amount,
      unit: .money, isNearby: isNearby)
  }

  private func card(_ id: String, _ kind: MeasureCard.Kind, _ unit: Unit) -> MeasureCard {
    MeasureCard(
      id, Text(verbatim: "Measure \(id)"), help: Text(verbatim: "Help"), kind: kind,
      unit: kind == .share ? nil : unit, partsUnit: kind == .share ? unit : nil, aggregation: .none)
  }

  private func indicator(_ language: Language = .english, hasFlows: Bool = true) -> ReportIndicator
  {
    let origin = Origin.combined([])
    func amount(_ id: String, _ value: Double) -> NamedNumber {
      NamedNumber(id, Text(verbatim: id), value, unit: .money)
    }
    let rounds = Breakdown(
      id: "rounds", label: Text("Rounds", nl: "Ronden"), unit: .money,
      entries: [1000.0, 600, 150].enumerated().map {
        .init(id: "r\($0 + 1)", label: Text(verbatim: "Round \($0 + 1)"), value: $1)
      }, picture: .rounds)
    let multiplier = card("lm3", .computed, .ratio).computed(
      1.75, inputs: [amount("r1", 1000), amount("r2", 600), amount("r3", 150)],
      rule: Text("(R1 + R2 + R3) ÷ R1", nl: "(R1 + R2 + R3) ÷ R1"), from: origin
    ).reckoned(.quotient(.sum(["r1", "r2", "r3"]), "r1")).flowing(
      hasFlows
        ? [
          flow("staff", 400.25, true), flow("shops", 199.75, true), flow("far", 350, false),
          flow("nowhere", 50, nil),
        ] : []
    ).broken(down: rounds)
    let hours = Measure(
      card: card("hours", .sum, .hour), result: .measured(.sum(30, rows: 3)), origin: origin
    ).broken(
      down: Breakdown(
        id: "kind", label: Text("Kind", nl: "Soort"), unit: .hour,
        entries: [10.5, 19.5].enumerated().map {
          .init(id: "k\($0)", label: Text(verbatim: "Kind \($0)"), value: $1)
        }))
    let share = card("local", .share, .money).share(
      numerator: 600, denominator: 950, unknown: 50, from: origin)
    return ReportIndicator(
      id: "money", title: Text("Local money", nl: "Lokaal geld"),
      summary: Text("What stays.", nl: "Wat blijft."), references: [],
      measures: [multiplier, hours, share].map {
        ReportMeasure(
          id: FigureID(joining: "money", $0.card.id), measure: $0, isIncomplete: false)
      })
  }

  private func report(_ language: Language, hasFlows: Bool = true) throws -> Report {
    try SampleReport(
      map: .mixed, language: language, indicators: [indicator(language, hasFlows: hasFlows)]
    ).report()
  }

  @Test(.enabled(if: canRecalculate), arguments: Language.allCases)
  func `sums and shares of the flows are formulas`(_ language: Language) throws {
    try WrittenReport.of(try report(language)) { written in
      let sheets = try written.file.recalculated {
        $0.replacing("office:value=\"400.25\"", with: "office:value=\"500.25\"")
      }
      let sheet = try #require(sheets[MoneyFlowSheet.title[language]])
      func row(_ word: Text) throws -> [String] {
        try #require(sheet.first { $0.contains(word[language]) }, "\(word.english)")
      }
      let total = try row(Text("Total", nl: "Totaal"))
      #expect(OpenDocumentFile.number(total[3]) == 1100)
      for (word, sum) in [
        (Text("Stays nearby", nl: "Blijft nabij"), 700.0),
        (Text("Goes elsewhere", nl: "Gaat elders heen"), 350),
        (Text("Place unknown", nl: "Plaats onbekend"), 50),
      ] {
        let cells = try row(word)
        #expect(OpenDocumentFile.number(cells[3]) == sum)
        let share = try #require(OpenDocumentFile.number(cells[4]))
        #expect(abs(share - sum / 1100) < 1e-9)
      }
      let yes = Text("yes", nl: "ja")[language]
      #expect(sheet.filter { $0.count > 2 && $0[2] == yes }.count == 3)
      let third = try #require(sheet.first { $0.first == "Round 3" })
      #expect(try abs(#require(OpenDocumentFile.number(third[4])) - 0.15) < 1e-12)
    }
  }

  @Test(.enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")))
  func `its charts and pages are valid`() throws {
    let schema = try #require(Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng"))
    let validator = try XMLValidator(schema: schema)
    try WrittenReport.of(try report(.dutch)) { written in
      let content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      #expect(validator.validate(try written.file.part("content.xml")) == [])
      #expect(validator.validate(try written.file.part("styles.xml")) == [])
      // The waterfall on the first sheet, two charts of the flows, one of the rounds.
      #expect(content.ranges(of: "<draw:object ").count == 4)
      #expect(content.contains("<table:table-header-columns>"))
      for number in 1...4 {
        #expect(validator.validate(try written.file.part("Object \(number)/content.xml")) == [])
      }
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `a measure follows the numbers that are shown below it`() throws {
    try WrittenReport.of(try report(.english)) { written in
      let sheets = try written.file.recalculated { content in
        let sheet = content.firstRange(of: "table:name=\"Local money\"")?.upperBound
        guard let sheet else { return content }
        return String(content[..<sheet])
          + content[sheet...].replacing("office:value=\"150\"", with: "office:value=\"400\"")
          .replacing("office:value=\"10.5\"", with: "office:value=\"20.5\"")
      }
      func number(_ name: String) -> Double? {
        written.cell(name, in: sheets).flatMap(OpenDocumentFile.number)
      }
      #expect(number("money.lm3") == 2)
      #expect(number("money.hours") == 40)
      let share = try #require(number("money.local"))
      #expect(abs(share - 600.0 / 950) < 1e-12)
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `there is no sheet where no flow of money is shown`() throws {
    try WrittenReport.of(try report(.english, hasFlows: false)) { written in
      let content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      #expect(!content.contains("table:name=\"Money flows\""))
    }
  }

  @Test func `arithmetic that does not come to the value is left out`() {
    let inputs = [
      NamedNumber("a", Text(verbatim: "a"), 6, unit: .ratio),
      NamedNumber("b", Text(verbatim: "b"), 4, unit: .ratio),
    ]
    func measure(_ value: Double, _ reckoning: Reckoning) -> Measure {
      card("m", .computed, .ratio).computed(
        value, inputs: inputs, rule: Text(verbatim: "rule"), from: .combined([])
      ).reckoned(reckoning)
    }
    #expect(measure(1.5, .quotient("a", "b")).reckoning == .quotient("a", "b"))
    #expect(measure(1.6, .quotient("a", "b")).reckoning == nil)
    #expect(measure(10, .sum(["a", "c"])).reckoning == nil)
    #expect(measure(0, .difference("a", "a")).reckoning != nil)
    #expect(measure(2, .quotient("a", .difference("b", "b"))).reckoning == nil)
    #expect(measure(1.5, .quotient("a", "b")).withheld(because: SampleMap.unknown).reckoning == nil)
  }
}
