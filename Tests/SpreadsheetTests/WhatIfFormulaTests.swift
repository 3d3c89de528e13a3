import ExportKit
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

/// What the sheet of sensitivity says of rate, drop-off, periods and conventions follows the map.
@Suite(.enabled(if: Tool.isHere("soffice") && Tool.isHere("zip") && Tool.isHere("unzip")))
struct WhatIfFormulaTests {
  /// A change of the plain map, and the name under which the sheet shows its ratio.
  private struct WhatIf {
    let id: FigureID
    let value: Double
    let change: (inout MapArithmetic, Double) -> Void
  }

  private func figure(_ id: FigureID, _ value: Double, isShare: Bool = false) -> Figure {
    Figure(
      id: id, label: Text(verbatim: id.description), value: value,
      unit: isShare ? .percent : .ratio,
      origin: .computation(rule: Text(verbatim: "test"), inputs: []))
  }

  private func named(_ id: FigureID, _ name: String) throws -> FigureID {
    try #require(FigureID("\(id.description).\(name)"))
  }

  private func whatIfs(_ map: ReportValueMap) throws -> [WhatIf] {
    let index = try #require(
      map.rows.firstIndex { $0.benefitPeriods > 1 && ($0.dropOff.share?.value ?? 0) > 0 })
    let row = map.rows[index]
    func part(_ name: String) -> FigureID { FigureID(joining: "outcome", row.id.description, name) }
    return [
      WhatIf(id: part("drop_off"), value: 0.65) { $0.rows[index].given[.dropOff] = $1 },
      WhatIf(id: part("benefit_periods"), value: 1) { $0.rows[index].periods = Int($1) },
      WhatIf(id: ProjectDescription.discountRateID, value: 0.075) { $0.rate = $1 },
      WhatIf(id: FigureID(joining: "every_outcome", "attribution"), value: 0.33) { map, share in
        for index in map.rows.indices { map.rows[index].given[.attribution] = share }
      },
    ]
  }

  /// The conventions of the engine, as changes of the plain map.
  private func conventions(_ plain: MapArithmetic) -> [(String, Double)] {
    func benefits(_ change: (inout MapArithmetic) -> Void) -> Double {
      var changed = plain
      change(&changed)
      return changed.presentValue / plain.inputsPresentValue
    }
    var undiscounted = plain
    undiscounted.rate = 0
    var alike = plain
    alike.inputOffset = plain.benefitOffset
    return [
      ("benefits_at_start", benefits { $0.benefitOffset = 0 }),
      ("benefits_at_middle", benefits { $0.benefitOffset = 0.5 }),
      ("benefits_at_end", benefits { $0.benefitOffset = 1 }),
      ("undiscounted", undiscounted.ratio), ("inputs_as_benefits", alike.ratio),
      (
        "one_benefit_period",
        benefits { map in
          for index in map.rows.indices {
            map.rows[index].periods = min(1, map.rows[index].periods)
          }
        }
      ),
      (
        "additive_deductions",
        benefits { map in
          for index in map.rows.indices {
            let given = map.rows[index].given
            let shares = [given[.deadweight], given[.displacement], given[.attribution]]
            map.rows[index].given[.deadweight] = shares.reduce(0) { $0 + ($1 ?? 0) }
            map.rows[index].given[.displacement] = 0
            map.rows[index].given[.attribution] = 0
          }
        }
      ),
      (
        "first_period_drop_off",
        benefits { map in
          for index in map.rows.indices {
            let kept = 1 - (map.rows[index].given[.dropOff] ?? 0)
            map.rows[index].given[.quantity] = (map.rows[index].given[.quantity] ?? 0) * kept
          }
        }
      ),
    ]
  }

  private func report(_ base: Report) throws -> Report {
    let plain = MapArithmetic(base)
    let map = try #require(base.valueMap)
    let swings = try whatIfs(map).map { what in
      var changed = plain
      what.change(&changed, what.value)
      return ReportSwing(
        input: what.id, label: Text(verbatim: what.id.description), unit: .ratio, low: what.value,
        high: what.value, ratioAtLow: figure(try named(what.id, "ratio_at_low"), changed.ratio),
        ratioAtHigh: figure(try named(what.id, "ratio_at_high"), changed.ratio))
    }
    let common = FigureID(joining: "every_outcome", "deadweight")
    let switches = [
      ReportSwitch(
        input: common, label: Text(verbatim: "deadweight"), current: 0,
        values: [figure(try named(common, "switching_value"), 0.5, isShare: true)]),
      ReportSwitch(
        input: ProjectDescription.discountRateID, label: Text(verbatim: "rate"), current: 0.03,
        values: [figure(try named(ProjectDescription.discountRateID, "switching_value"), 0.4)]),
    ]
    return Report(
      program: base.program, project: base.project, isDraft: false,
      stakeholders: base.stakeholders, inputs: base.inputs, valueMap: map, indicators: [],
      findings: [], sources: [], parameters: [],
      sensitivity: ReportSensitivity(
        swings: swings, switches: switches, scenarios: [],
        conventions: conventions(plain).map { id, ratio in
          ReportConvention(
            id: id, label: Text(verbatim: id), isOwn: false,
            ratio: figure(FigureID(joining: "convention", id, "ratio"), ratio))
        }))
  }

  @Test(arguments: Language.allCases)
  func `ratios follow a changed deadweight, rate and timing as the plain map does`(
    _ language: Language
  ) throws {
    let base = try SampleReport(map: .mixed, language: language).report()
    let report = try report(base)
    let row = try #require(base.valueMap?.rows.first)
    var changed = MapArithmetic(base).setting(.deadweight, of: row.id, to: 0.4)
    changed.rate = 0.055
    changed.benefitOffset = 1
    changed.inputOffset = 0.5
    try WrittenReport.of(report) { written in
      var editing = SheetEditing(
        String(decoding: try written.file.part("content.xml"), as: UTF8.self))
      try editing.set(row.id(of: .deadweight).description, to: 0.4)
      try editing.set("sroi.discount_rate", to: 0.055)
      try editing.set("workbook.benefit_timing", to: DiscountTiming.endOfPeriod.label[language])
      try editing.set("workbook.input_timing", to: DiscountTiming.midPeriod.label[language])
      let content = editing.content
      let sheets = try written.file.recalculated { _ in content }
      func number(_ name: String) throws -> Double {
        try #require(written.cell(name, in: sheets).flatMap(OpenDocumentFile.number), "\(name)")
      }
      #expect(abs(try number("sroi.ratio") - changed.ratio) < 1e-9)
      for what in try whatIfs(try #require(base.valueMap)) {
        var plain = changed
        what.change(&plain, what.value)
        let shown = try number("\(what.id.description).ratio_at_low")
        #expect(abs(shown - plain.ratio) < 1e-7, "\(what.id)")
      }
      for (id, ratio) in conventions(changed) {
        #expect(abs(try number("convention.\(id).ratio") - ratio) < 1e-9, "\(id)")
      }
      let share = try number("every_outcome.deadweight.switching_value")
      var even = changed
      for index in even.rows.indices { even.rows[index].given[.deadweight] = share }
      #expect(abs(even.ratio - 1) < 1e-9)
      let searched = Text("found by trying values", nl: "gevonden door waarden te proberen")
      let sheet = Text("Sensitivity", nl: "Gevoeligheid")
      let words = (sheets[sheet[language]] ?? []).joined().filter {
        $0.contains(searched[language])
      }
      #expect(words.count == 1)
    }
  }
}
