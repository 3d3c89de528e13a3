import ExportKit
import Foundation
import LibXML2
import TestSupport
import Testing

@testable import Spreadsheet

/// The exported workbook is valid, alive, and recalculates to the figures of the report.
struct SpreadsheetTests {
  private static let canRecalculate = Tool.isHere("soffice") && Tool.isHere("zip")

  private func mixed(_ language: Language = .dutch) throws -> Report {
    try SampleReport(
      map: .mixed, language: language, isDraft: true, indicators: [SampleIndicator.all]
    ).report()
  }

  @Test(.enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")))
  func `each part is valid under the schema of OpenDocument 1_3`() throws {
    let schema = try #require(
      Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng"))
    let validator = try XMLValidator(schema: schema)
    try WrittenReport.of(try mixed()) { written in
      for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
        let problems = validator.validate(try written.file.part(part))
        #expect(problems == [], "\(part)")
      }
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `the Timebank recalculates to its published ratio, and to the rival timings`() throws {
    let report = try SampleReport(map: .timebank).report()
    // Golden: reference/sroi.md 1.4 and 2.2.
    let golden: [(timing: DiscountTiming, presentValue: Double, ratio: Double)] = [
      (.startOfPeriod, 803_184.47, 16.0637), (.midPeriod, 789_487.26, 15.7897),
      (.endOfPeriod, 776_023.64, 15.5205),
    ]
    try WrittenReport.of(report) { written in
      let chosen = DiscountTiming.startOfPeriod.label.english
      for (timing, presentValue, ratio) in golden {
        let sheets = try written.file.recalculated { content in
          // As a reader would choose it from the list of the value map.
          let sheet = "table:name=\"Value map\""
          var pieces = content.components(separatedBy: sheet)
          if pieces.count == 2, let place = pieces[1].range(of: ">\(chosen)<") {
            pieces[1].replaceSubrange(place, with: ">\(timing.label.english)<")
          }
          return pieces.joined(separator: sheet)
        }
        let calculated = try #require(number("sroi.ratio", written, sheets))
        #expect(abs(calculated - ratio) < 5e-5)
        let total = try #require(number("sroi.present_value", written, sheets))
        #expect(abs(total - presentValue) < 5e-3)
      }
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `LibreOffice recalculates each figure to the engine's`() throws {
    let report = try mixed()
    try WrittenReport.of(report) { written in
      let sheets = try written.file.recalculated()
      #expect(!report.figures.isEmpty)
      for figure in report.figures {
        let expected = try #require(figure.value)
        let calculated = try #require(
          number(figure.id.description, written, sheets), "\(figure.id)")
        // Within 1e-9 of the sum of absolute terms, which is at least the figure itself.
        #expect(abs(calculated - expected) <= 1e-9 * max(1, abs(expected)), "\(figure.id)")
      }
      for reported in report.indicators.flatMap(\.measures) {
        guard let expected = reported.measure.value else { continue }
        let calculated = try #require(number(reported.id.description, written, sheets))
        #expect(abs(calculated - expected) <= 1e-9 * max(1, abs(expected)), "\(reported.id)")
      }
      #expect(
        sheets.values.joined().joined().filter { $0.hasPrefix("#") || $0.hasPrefix("Err:") } == [])
    }
  }

  @Test(.enabled(if: canRecalculate), arguments: [1, 2, 3, 5])
  func `each formula recalculates from a copy that keeps its styles`(_ periods: Int) throws {
    var map = SampleMap.mixed
    for row in map.rows.indices {
      map.rows[row].first = 1
      map.rows[row].periods = periods
    }
    for input in map.inputs.indices { map.inputs[input].period = 1 }
    #expect(map.periods == periods)
    try WrittenReport.of(try SampleReport(map: map).report()) { written in
      let sheets = try written.file.recalculated()
      let rows = try #require(sheets["Value map"])
      for (heading, timing) in [
        ("Discount factor of benefits", map.benefitTiming),
        ("Discount factor of inputs", map.inputTiming),
      ] {
        let row = try #require(rows.first { $0.contains(heading) })
        let column = try #require(rows.first { $0.contains("Period") }?.firstIndex(of: "1"))
        for period in 1...periods {
          let factor = try #require(OpenDocumentFile.number(row[column + period - 1]))
          #expect(abs(factor - map.factor(period, timing)) < 1e-12, "period \(period)")
        }
      }
    }
  }

  @Test func `a number is read in Dutch and in English form`() {
    let golden = [
      "1.234,5": 1234.5, "1,234.5": 1234.5, "0,97799511002445": 0.97799511002445, "25%": 0.25,
      "2,25%": 0.0225, "€ 1.234.567": 1_234_567, "-€ 12,50": -12.5, "7": 7,
    ]
    for (text, number) in golden { #expect(OpenDocumentFile.number(text) == number, "\(text)") }
    #expect(OpenDocumentFile.number("unknown") == nil)
    #expect(OpenDocumentFile.number("") == nil)
  }

  @Test(.enabled(if: canRecalculate))
  func `bars beside numbers are as long as the numbers say, and move with them`() throws {
    try WrittenReport.of(try mixed()) { written in
      func bars(_ sheets: [String: [[String]]], _ label: String) -> [Int] {
        sheets.values.joined().filter { $0.first?.contains(label) == true }
          .compactMap { $0.last?.count { $0 == "█" } }
      }
      let sheets = try written.file.recalculated()
      #expect(bars(sheets, "Bakker") == [24])
      #expect(bars(sheets, "Drukker") == [12])
      let changed = try written.file.recalculated {
        $0.replacing("office:value=\"250\"", with: "office:value=\"125\"")
      }
      #expect(bars(changed, "Drukker") == [6])
    }
  }

  @Test(.enabled(if: canRecalculate), arguments: [1, 2, 3] as [UInt64])
  func `random value maps recalculate within a billionth of their terms`(_ seed: UInt64) throws {
    let map = SampleMap.random(seed: seed)
    let report = try SampleReport(map: map).report()
    let terms = map.rows.map { abs(($0.quantity?.value ?? 0) * $0.proxy.value) }.reduce(0, +)
    try WrittenReport.of(report) { written in
      let sheets = try written.file.recalculated()
      for figure in report.figures {
        let expected = try #require(figure.value)
        let calculated = try #require(
          number(figure.id.description, written, sheets), "\(figure.id)")
        #expect(abs(calculated - expected) <= 1e-9 * terms, "\(figure.id)")
      }
      let ratio = try #require(number("sroi.ratio", written, sheets))
      #expect(abs(ratio - map.presentValue / map.inputsPresentValue) <= 1e-9 * max(1, abs(ratio)))
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `changing a deadweight moves the ratio as the engine would`() throws {
    let report = try SampleReport(map: .timebank).report()
    var changed = SampleMap.timebank
    changed.rows[3].deadweight = Estimate(0.4)
    let expected = changed.presentValue / changed.inputsPresentValue
    try WrittenReport.of(report) { written in
      let sheets = try written.file.recalculated { content in
        guard let row = content.range(of: ">inclusion<"),
          let cell = content[row.upperBound...].range(of: "office:value=\"0.1\"")
        else { return content }
        return content.replacingCharacters(in: cell, with: "office:value=\"0.4\"")
      }
      let ratio = try #require(number("sroi.ratio", written, sheets))
      #expect(abs(ratio - expected) < 1e-9)
      #expect(abs(ratio - 16.0637) > 1)
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `an unknown quantity leaves reasons, not zeros or errors`() throws {
    var map = SampleMap.mixed
    map.rows[0].quantity = nil
    let report = try SampleReport(map: map).report()
    try WrittenReport.of(report) { written in
      let sheets = try written.file.recalculated()
      let reason = SampleMap.unknown.english
      for name in [
        "sroi.ratio", "outcome.o1.present_value", "stakeholder.participants.present_value",
      ] {
        #expect(written.cell(name, in: sheets) == reason, "\(name)")
      }
      let known = try #require(number("outcome.o3.present_value", written, sheets))
      #expect(abs(known - map.presentValue(map.rows[2])) < 1e-6)
      let cells = sheets.values.joined().joined()
      #expect(cells.filter { $0.hasPrefix("#") || $0.hasPrefix("Err:") } == [])
      let summary = try #require(sheets["Summary"])
      let heading = try #require(summary.firstIndex { $0.first == "What is not known" })
      #expect(summary[heading...].contains { $0.first?.hasPrefix("o1: ") == true })
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `a missing proxy is unknown, not zero`() throws {
    var map = SampleMap.mixed
    map.rows[1].lacksProxy = true
    map.rows[1].proxy = Estimate(0)
    try WrittenReport.of(try SampleReport(map: map).report()) { written in
      let sheets = try written.file.recalculated()
      let rows = try #require(sheets["Value map"])
      let heading = try #require(rows.first { $0.first == "Id" })
      let column = try #require(heading.firstIndex(of: "Proxy per unit"))
      let row = try #require(rows.first { $0.first == "o2" })
      #expect(row[column] == "unknown")
      #expect(row.last == SampleMap.unknown.english)
      #expect(written.cell("sroi.ratio", in: sheets) == SampleMap.unknown.english)
      #expect(rows.joined().allSatisfy { !$0.hasPrefix("#") && !$0.hasPrefix("Err:") })
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `each figure and measure is a named cell`() throws {
    let report = try mixed()
    try WrittenReport.of(report) { written in
      let figures = report.figures.map(\.id) + report.indicators.flatMap(\.measures).map(\.id)
      var names = Set(figures.map(\.description))
      names.insert("sroi.discount_rate")
      for row in report.valueMap?.rows ?? [] {
        for input in [
          "quantity", "proxy", "deadweight", "displacement", "attribution", "drop_off",
        ] {
          names.insert("outcome.\(row.id).\(input)")
        }
      }
      for input in report.inputs {
        names.formUnion(["input.\(input.id).quantity", "input.\(input.id).rate"])
      }
      let written = written.places.keys.filter { !$0.hasPrefix("workbook.") }
      #expect(names == Set(written))
      #expect(names == Set(report.everyFigure.map(\.id.description)))
    }
  }

  /// The rows of the sheet of sources from a heading on.
  private func sources(_ written: WrittenReport, from heading: String) throws -> [[String]] {
    let rows = try #require(try written.file.sheets()["Sources"])
    let start = try #require(rows.firstIndex { $0.first == heading })
    return rows[start...].map { $0 + Array(repeating: "", count: max(0, 5 - $0.count)) }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `the sources number each origin once and name the origin of each figure`() throws {
    let report = try mixed(.english)
    try WrittenReport.of(report) { written in
      let rows = Array(try sources(written, from: "Figures and their origins").dropFirst(2))
      // An origin is told once, at the first figure that has it.
      let told = rows.filter { $0[4] != "" }
      let origins = Dictionary(told.map { ($0[2], $0[4]) }) { first, _ in first }
      #expect(origins.count == told.count)
      #expect(Set(origins.values).count == origins.count)
      for figure in report.everyFigure {
        let row = try #require(rows.first { $0[1] == figure.id.description })
        let words = OriginText(figure.origin).words(in: .english, namesSources: false)
        let expected = figure.origin == .combined([]) ? nil : words
        #expect(origins[row[2]] == expected, "\(figure.id)")
      }
      let rate = try #require(rows.first { $0[1] == "sroi.discount_rate" })
      #expect(origins[rate[2]]?.hasPrefix("nl.discount_rate = ") == true)
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `a parameter names its source by a number, and each source is told once`() throws {
    let report = try mixed(.english)
    try #require(!report.parameters.isEmpty)
    try WrittenReport.of(report) { written in
      let rows = try sources(written, from: "Parameters used")
      let start = try #require(rows.firstIndex { $0[0] == "Sources of the parameters" })
      for parameter in report.parameters {
        let row = try #require(rows[..<start].first { $0[1] == parameter.id })
        let told = rows[start...].filter { $0[0] == row[4] }.map { $0[4] }
        #expect(told == [parameter.source], "\(parameter.id)")
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `what is left out stands under a heading of its own`() throws {
    try WrittenReport.of(try mixed(.english)) { written in
      let rows = try #require(try written.file.sheets()["Summary"])
      let heading = try #require(rows.firstIndex { $0.first == "What is left out, and why" })
      #expect(rows[heading + 1].contains("The value for visitors, who were not asked."))
      let unknown = try #require(rows.firstIndex { $0.first == "What is not known" })
      #expect(
        !rows[unknown..<heading].joined().contains(
          "The value for visitors, who were not asked."))
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `shares and means are formulas over their parts`() throws {
    try WrittenReport.of(try mixed()) { written in
      let content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      for name in ["repairs.success_rate", "repairs.mean_age"] {
        let place = try #require(written.places[name])
        let formula = "of:=[.B\(place.row + 1)]/[.B\(place.row + 2)]"
        #expect(content.contains("table:formula=\"\(formula)\""))
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `a draft says so on each sheet, in the language of the report`() throws {
    try WrittenReport.of(try mixed()) { written in
      let sheets = try written.file.sheets()
      #expect(
        Set(sheets.keys) == [
          "In het kort", "Samenvatting", "Waardenkaart", "Onderbouwing", "Geldstromen",
          "Reparaties", "Bronnen", "Controle", "Om na te rekenen",
        ])
      // The last one is hidden and for machines.
      for (name, rows) in sheets where name != "Om na te rekenen" {
        #expect(rows.contains { $0.first == Voice.draft.dutch }, "\(name)")
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `an uncertain input has its range beside it`() throws {
    try WrittenReport.of(try mixed(.english)) { written in
      let content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      #expect(content.contains("Proxy per unit, low"))
      #expect(content.contains("Deadweight, high"))
      #expect(!content.contains("Drop-off per period, low"))
    }
  }

  @Test func `the same report gives the same bytes`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["a.ods", "b.ods"].map { folder.appending(path: $0) }
    for file in files { try SpreadsheetExporter().write(try mixed(), to: file) }
    let bytes = try files.map { try Data(contentsOf: $0) }
    #expect(bytes[0] == bytes[1])
  }

  @Test(.enabled(if: canRecalculate))
  func `a report without a value map says so and has no map`() throws {
    let full = try mixed()
    let report = Report(
      program: full.program, project: full.project, isDraft: false,
      stakeholders: full.stakeholders, inputs: full.inputs, valueMap: nil,
      indicators: full.indicators, findings: [], sources: [], parameters: [])
    try WrittenReport.of(report) { written in
      let sheets = try written.file.recalculated()
      #expect(
        Set(sheets.keys) == [
          "Samenvatting", "Geldstromen", "Reparaties", "Bronnen", "Om na te rekenen",
        ])
      let words = sheets["Samenvatting"]?.joined().joined(separator: " ") ?? ""
      #expect(words.contains("Er is geen waardenkaart, en dus geen ratio."))
      #expect(sheets.values.joined().joined().allSatisfy { !$0.hasPrefix("#") })
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `two rows of one identifier, as a draft may have, share the first one's name`() throws {
    var map = SampleMap.mixed
    map.rows[1].id = "o1"
    let report = try SampleReport(map: map, isDraft: true).report()
    try WrittenReport.of(report) { written in
      let place = try #require(written.places["outcome.o1.present_value"])
      let other = try #require(written.places["outcome.o3.present_value"])
      #expect(other.row == place.row + 2)
    }
  }

  @Test func `names on tabs are cleaned, shortened and unique`() {
    var names = SheetNames()
    #expect(names.take("Costs: in/out") == "Costs inout")
    #expect(names.take("costs inout") == "costs inout 2")
    #expect(names.take(String(repeating: "x", count: 40)).count == 31)
    #expect(names.take("/") == "Sheet")
  }

  private func number(
    _ name: String, _ written: WrittenReport, _ sheets: [String: [[String]]]
  ) -> Double? {
    written.cell(name, in: sheets).flatMap(OpenDocumentFile.number)
  }
}
