import ExportKit
import Foundation
import LibXML2
import TestSupport
import Testing

@testable import Spreadsheet

/// The workbook of a report in which everything is filled, and of one in which nothing of it is.
struct FilledWorkbookTests {
  private static let canRecalculate = Tool.isHere("soffice") && Tool.isHere("zip")

  private func filled(
    _ language: Language = .english, isInterval: Bool = true
  ) throws -> Report {
    try SampleReport(map: .mixed, language: language).report().filled(isInterval: isInterval)
  }

  @Test(.enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")))
  func `each part is valid under the schema of OpenDocument 1_3`() throws {
    let schema = try #require(Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng"))
    let validator = try XMLValidator(schema: schema)
    try WrittenReport.of(try filled(.dutch)) { written in
      for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
        let problems = validator.validate(try written.file.part(part))
        #expect(problems == [], "\(part)")
      }
    }
  }

  @Test func `every figure of the report has a cell of its name`() throws {
    let report = try filled()
    try WrittenReport.of(report) { written in
      for figure in report.everyFigure {
        #expect(written.places[figure.id.description] != nil, "\(figure.id)")
      }
      #expect(written.places["sroi.chance_below_one"]?.sheet == "Doubt")
      #expect(written.places["scenario.careful.ratio"]?.sheet == "Sensitivity")
      #expect(written.places["outcome.o1.deadweight"]?.sheet == "Value map")
    }
  }

  @Test(.enabled(if: canRecalculate), arguments: Language.allCases)
  func `LibreOffice recalculates each figure to the engine's`(language: Language) throws {
    let report = try filled(language)
    try WrittenReport.of(report) { written in
      if let kept = ProcessInfo.processInfo.environment["KEEP_PAGES"] {
        try? FileManager.default.copyItem(
          atPath: written.file.file.path, toPath: "\(kept)/\(language.rawValue).ods")
      }
      let sheets = try written.file.recalculated()
      // The months of the sample are made up, and not what its map would give.
      for figure in report.everyFigure where figure.id.description != "sroi.payback_months" {
        guard let expected = figure.value else { continue }
        let calculated = try #require(
          written.cell(figure.id.description, in: sheets).flatMap(OpenDocumentFile.number),
          "\(figure.id)")
        #expect(abs(calculated - expected) <= 1e-9 * max(1, abs(expected)), "\(figure.id)")
      }
      let errors = sheets.values.joined().joined()
        .filter { $0.hasPrefix("#") || $0.hasPrefix("Err:") }
      #expect(errors == [])
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `ratios and switching values follow a changed input as the plain map does`() throws {
    let report = try filled()
    let id = try #require(report.valueMap?.rows.first?.id)
    var changed = MapArithmetic(report)
    let old = try #require(report.valueMap?.rows.first?.quantity?.value)
    changed = changed.setting(.quantity, of: id, to: old + 6)
    try WrittenReport.of(report) { written in
      let place = try #require(written.places["outcome.o1.quantity"])
      #expect(place.sheet == "Value map")
      let sheets = try written.file.recalculated { content in
        content.replacing(
          "office:value-type=\"float\" office:value=\"24\"",
          with: "office:value-type=\"float\" office:value=\"30\"")
      }
      func number(_ name: String) throws -> Double {
        try #require(written.cell(name, in: sheets).flatMap(OpenDocumentFile.number), "\(name)")
      }
      let ratio = try number("sroi.ratio")
      #expect(abs(ratio - changed.ratio) < 1e-9)
      let low = changed.setting(.deadweight, of: id, to: 0.125).ratio
      let atLow = try number("outcome.o1.deadweight.ratio_at_low")
      #expect(abs(atLow - low) < 1e-8)
      let share = try number("outcome.o1.deadweight.switching_value")
      #expect(abs(changed.setting(.deadweight, of: id, to: share).ratio - 1) < 1e-9)
      let price = try number("outcome.o1.proxy.switching_value")
      #expect(abs(changed.setting(.proxy, of: id, to: price).ratio - 1) < 1e-9)
      changed.rate = 0
      let undiscounted = try number("convention.undiscounted.ratio")
      #expect(abs(undiscounted - changed.ratio) < 1e-9)
    }
  }

  @Test(.enabled(if: canRecalculate))
  func `a proxy is its value in the source times what brings it to these prices`() throws {
    let report = try filled()
    let row = try #require(report.valueMap?.rows.first)
    let given = try #require(row.proxyGiven?.value)
    #expect(abs(given * 1.0625 - row.proxy.value) < 1e-9)
    try WrittenReport.of(report) { written in
      let sheets = try written.file.recalculated {
        $0.replacing("office:value=\"1.0625\"", with: "office:value=\"2.125\"")
      }
      let proxy = try #require(
        written.cell("outcome.o1.proxy", in: sheets).flatMap(OpenDocumentFile.number))
      #expect(abs(proxy - 2 * row.proxy.value) < 1e-6)
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")), arguments: [true, false])
  func `sheets say what is certain, what was answered and what must be judged`(
    isInterval: Bool
  ) throws {
    try WrittenReport.of(try filled(isInterval: isInterval)) { written in
      let sheets = try written.file.sheets()
      func words(_ sheet: String) -> String {
        (sheets[sheet] ?? []).joined().joined(separator: "|")
      }
      #expect(words("Doubt").contains("With 90% certainty") == isInterval)
      #expect(words("Summary").contains("With 90% certainty") == isInterval)
      #expect(words("Doubt").contains("percentiles are not the ratio’s interval") == !isInterval)
      for text in [
        "Dat is het doel (A. de Vries)", "over_claiming.round_up", "1. Involve stakeholders",
        "partly met, judged by B. Jansen", "Evidence: Notulen", "for a person to judge",
      ] { #expect(words("Checks").contains(text), "\(text)") }
      for text in ["there is none", "Een strengere schatting", "this report"] {
        #expect(words("Sensitivity").contains(text), "\(text)")
      }
    }
  }

  @Test func `the sheets are absent where the report has nothing for them`() throws {
    try WrittenReport.of(try SampleReport(map: .mixed).report()) { written in
      let content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      for sheet in ["Doubt", "Sensitivity", "Checks"] {
        #expect(!content.contains("table:name=\"\(sheet)\""), "\(sheet)")
      }
      #expect(!content.contains("Price factor"))
      #expect(content.contains("table:name=\"Value map\""))
    }
  }
}
