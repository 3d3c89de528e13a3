import ExportKit
import Foundation
import ImpactModel
import TestSupport
import Testing
import Verification

/// A script changes inputs in the report's workbook, and LibreOffice comes to what the engine gives
/// for the project with the same changes.
@Suite(.enabled(if: ["soffice", "zip", "unzip"].allSatisfy { Tool.isHere($0) }))
struct ChangedWorkbookTests {
  /// The same change in the workbook and in the project.
  struct Change: Sendable, CustomTestStringConvertible {
    let timing: String
    let words: Text
    let scenario: String?
    var testDescription: String { "\(timing), \(scenario ?? "no scenario")" }
  }

  static let changes = [
    Change(timing: "start_of_period", words: DiscountTiming.startOfPeriod.label, scenario: nil),
    Change(timing: "end_of_period", words: DiscountTiming.endOfPeriod.label, scenario: nil),
    Change(
      timing: "mid_period", words: DiscountTiming.midPeriod.label, scenario: "voorzichtig"),
  ]

  private func sheets(
    _ example: Example, editing edit: (inout SheetEditing) throws -> Void
  ) throws -> [String: Double] {
    let files = try example.pipeline.report(example.project).files
    let document = OpenDocumentFile(try #require(files.first { $0.pathExtension == "ods" }))
    let content = String(decoding: try document.part("content.xml"), as: UTF8.self)
    var editing = SheetEditing(content)
    try edit(&editing)
    let changed = editing.content
    let sheets = try document.recalculated { _ in changed }
    return try Self.named(changed, sheets)
  }

  /// The numbers in the cells that have names.
  static func named(
    _ content: String, _ sheets: [String: [[String]]]
  ) throws -> [String: Double] {
    var numbers: [String: Double] = [:]
    let pattern =
      /table:name="([^"]+)" table:base-cell-address="\$'([^"]+)'\.\$([A-Z]+)\$([0-9]+)"/
    for match in content.matches(of: pattern) {
      let column = match.3.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      let sheet = String(match.2).replacing("&apos;", with: "'").replacing("&amp;", with: "&")
      guard let rows = sheets[sheet], let row = Int(match.4), rows.indices.contains(row - 1),
        rows[row - 1].indices.contains(column - 1)
      else { continue }
      numbers[String(match.1)] = OpenDocumentFile.number(rows[row - 1][column - 1])
    }
    return numbers
  }

  @Test(arguments: changes)
  func `the ratio in the workbook is that of the changed project`(_ change: Change) throws {
    let live = try sheets(try Example()) { editing in
      try editing.set("outcome.o3.deadweight", to: 0.45)
      try editing.set("outcome.o7.proxy", to: 2500.5)
      try editing.set("sroi.discount_rate", to: 0.04)
      try editing.set("workbook.benefit_timing", to: change.words[.dutch])
      try editing.set("workbook.input_timing", to: DiscountTiming.midPeriod.label[.dutch])
      if change.scenario != nil {
        try editing.set("workbook.scenario", to: "Voorzichtig gerekend")
      }
    }
    let engine = try engine(change)
    let prefix = change.scenario.map { "scenario.\($0)." } ?? "sroi."
    for figure in ["ratio", "present_value", "inputs_present_value"] {
      let (shown, expected) = (
        try #require(live["sroi.\(figure)"]), try #require(engine[prefix + figure])
      )
      #expect(abs(shown - expected) <= 1e-9 * max(1, abs(expected)), "\(figure)")
    }
    guard change.scenario == nil else { return }
    let followed = engine.filter { name, _ in
      name.hasPrefix("outcome.") || name.hasPrefix("stakeholder.") || name.hasPrefix("convention.")
        || name.hasPrefix("waterfall.") || name.hasSuffix(".switching_value")
    }
    #expect(followed.count > 80)
    var compared = 0
    for (name, expected) in followed where live[name] != nil && !Self.isSearched(name) {
      let shown = try #require(live[name])
      #expect(abs(shown - expected) <= 2e-8 * max(1, abs(expected)), "\(name)")
      compared += 1
    }
    #expect(compared > 80)
  }

  /// What is drawn, or what the sheet says that it has no formula for.
  private static func isSearched(_ name: String) -> Bool {
    let endings = ["_months", ".total_effect", ".first_order", "_period", "_periods"]
    return name.hasPrefix("sroi.discount_rate.") || name.contains("_period.switching")
      || name.contains("_periods.switching") || name.contains("drop_off.switching")
      || endings.contains { name.hasSuffix($0) }
  }

  /// The figures that the engine gives for the project with the same changes.
  private func engine(_ change: Change) throws -> [String: Double] {
    let example = try Example()
    try example.replace(
      "repaircafé;p_reparatie;30 %", with: "repaircafé;p_reparatie;45 %", in: "tables/outcomes.csv")
    try example.replace(
      "lichte ondersteuning aan huis;3100;", with: "lichte ondersteuning aan huis;2500,5;",
      in: "tables/proxies.csv")
    try example.replace(
      "discount_rate: standard", with: "discount_rate: \"4 %\"", in: "project.yaml")
    try example.replace(
      "benefit_timing: start_of_period", with: "benefit_timing: \(change.timing)",
      in: "project.yaml")
    try example.replace(
      "input_timing: start_of_period", with: "input_timing: mid_period", in: "project.yaml")
    let files = try example.pipeline.report(example.project).files
    let file = try #require(files.first { $0.pathExtension == "csv" })
    let text = try String(contentsOf: file, encoding: .utf8)
    // The identifier is the first column, the value the third.
    return Dictionary(
      DelimitedText(text, separator: ",").records.map(\.fields).compactMap { fields in
        fields.count > 2 ? Double(fields[2]).map { (fields[0], $0) } : nil
      }
    ) { first, _ in first }
  }
}
