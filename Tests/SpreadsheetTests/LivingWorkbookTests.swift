import ExportKit
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

/// What happens in the workbook when a reader chooses a scenario or changes an input.
@Suite(.enabled(if: Tool.isHere("soffice") && Tool.isHere("zip") && Tool.isHere("unzip")))
struct LivingWorkbookTests {
  private func filled(_ language: Language = .english) throws -> Report {
    try SampleReport(map: .mixed, language: language).report().filled()
  }

  /// The content with a text of one sheet replaced where it first stands.
  private func replacing(
    _ old: String, with new: String, on sheet: String, in content: String
  ) throws -> String {
    let start = try #require(content.range(of: "table:name=\"\(sheet)\""))
    let place = try #require(content[start.upperBound...].range(of: old))
    return content.replacingCharacters(in: place, with: new)
  }

  private func number(
    _ name: String, _ written: WrittenReport, _ sheets: [String: [[String]]]
  ) -> Double? {
    written.cell(name, in: sheets).flatMap(OpenDocumentFile.number)
  }

  /// The line of the first sheet that says whether these are the figures of the report.
  private func state(_ sheets: [String: [[String]]], _ sheet: String) throws -> String {
    try #require(sheets[sheet]?.dropFirst(3).first?.first)
  }

  /// The line of the first sheet that says the ratio in a sentence.
  private func headline(_ sheets: [String: [[String]]], _ sheet: String) throws -> String {
    try #require(sheets[sheet]?.dropFirst(2).first?.first)
  }

  @Test(arguments: Language.allCases)
  func `an untouched workbook says that these are the figures of the report`(
    _ language: Language
  ) throws {
    try WrittenReport.of(try filled(language)) { written in
      let sheets = try written.file.recalculated()
      let sheet = OverviewSheet.title[language]
      let words = Text(
        "These are the figures of the report.", nl: "Dit zijn de cijfers van het verslag.")
      let state = try state(sheets, sheet)
      #expect(state == words[language])
      #expect(try headline(sheets, sheet).contains(" 90% "))
      #expect(number(ControlSheet.changedName, written, sheets) == 0)
    }
  }

  @Test func `a chosen scenario gives the ratio that the engine computed for it`() throws {
    let report = try filled()
    let scenario = try #require(report.sensitivity?.scenarios.first)
    let expected = try #require(scenario.ratio.value)
    try WrittenReport.of(report) { written in
      var content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      content = try replacing(
        ">As in the report<", with: ">\(scenario.title)<", on: "In short", in: content)
      let sheets = try written.file.recalculated { _ in content }
      let ratio = try #require(number("sroi.ratio", written, sheets))
      #expect(abs(ratio - expected) <= 1e-9 * max(1, abs(expected)))
      #expect(ratio != report.valueMap?.ratio.value)
      let value = try #require(number("scenario.careful.present_value", written, sheets))
      let live = try #require(number("sroi.present_value", written, sheets))
      #expect(abs(live - value) <= 1e-9 * abs(value))
      let state = try state(sheets, "In short")
      #expect(state == "This is the scenario \(scenario.title).")
      // The range is that of the report, and not of a scenario.
      let shown = DecimalText.rounded(expected, decimals: 2, in: .english)
      #expect(try headline(sheets, "In short").hasSuffix("is € \(shown) of social value."))
    }
  }

  @Test func `a changed input is told on the first sheet, with the ratio of the program`() throws {
    let report = try filled()
    let own = try #require(report.valueMap?.ratio.value)
    try WrittenReport.of(report) { written in
      let place = try #require(written.places["input.\(report.inputs[0].id).quantity"])
      let quantity = try #require(report.inputs[0].quantity)
      var content = String(decoding: try written.file.part("content.xml"), as: UTF8.self)
      let name = report.inputs[0].id.description
      // The row of the input begins with its identifier, in the part below the outcomes.
      let heading = try #require(content.range(of: ">Inputs<"))
      let row = try #require(content[heading.upperBound...].range(of: ">\(name)<"))
      let old = "office:value=\"\(DecimalText.exact(quantity))\""
      let cell = try #require(content[row.upperBound...].range(of: old))
      content.replaceSubrange(
        cell, with: "office:value=\"\(DecimalText.exact(quantity * 2))\"")
      let sheets = try written.file.recalculated { _ in content }
      #expect(place.sheet == "Value map")
      #expect(number(ControlSheet.changedName, written, sheets) == 1)
      let words = try state(sheets, "In short")
      #expect(words.hasPrefix("1 input cells were changed"))
      let shown = DecimalText.rounded(own, decimals: 2, in: .english)
      #expect(words.hasSuffix("The program’s ratio: \(shown)."))
      let live = try #require(number("sroi.ratio", written, sheets))
      #expect(abs(live - own) > 1e-6)
      let changed = DecimalText.rounded(live, decimals: 2, in: .english)
      #expect(try headline(sheets, "In short").hasSuffix("is € \(changed) of social value."))
    }
  }

  @Test func `a scenario that lasts longer than the map has periods cannot be chosen`() throws {
    let full = try filled()
    let sensitivity = try #require(full.sensitivity)
    let first = try #require(sensitivity.scenarios.first)
    let row = try #require(full.valueMap?.rows.first)
    let longer = ReportScenario(
      id: first.id, title: first.title,
      changes: [
        ReportScenario.Change(
          figure: FigureID(joining: "outcome", row.id.description, "benefit_periods"), from: 1,
          to: 99, unit: .count, reason: nil)
      ], presentValue: first.presentValue, inputsPresentValue: first.inputsPresentValue,
      ratio: first.ratio, difference: first.difference)
    let report = Report(
      program: full.program, project: full.project, isDraft: false,
      stakeholders: full.stakeholders, inputs: full.inputs, valueMap: full.valueMap,
      indicators: [], findings: [], sources: [], parameters: [],
      sensitivity: ReportSensitivity(
        swings: [], switches: [], scenarios: [longer], conventions: []))
    try WrittenReport.of(report) { written in
      #expect(written.places[ScenarioChoice.choiceName] == nil)
      let sheets = try written.file.recalculated()
      #expect(sheets["Scenarios"] == nil)
    }
  }
}
