import ExportKit
import Foundation
import IndicatorKit
import Testing

/// Figures of doubt, of scenarios and of payback, taken apart.
@Suite struct ExplainedDoubtTests {
  /// The time bank of the reference, with a proxy of two outcomes and one quantity in doubt.
  private static func uncertain() throws -> Report {
    var project = TestProject()
    project.tables["outcomes"] = TestProject.outcomes("")
      .replacing("socialisation,yes,95,", with: "socialisation,yes,95 (80–110),")
      .replacing("Improved health,yes,95,,p2", with: "Improved health,yes,95,,p1")
    project.tables["proxies"] = TestProject.proxies(year: "2025")
      .replacing(",3432,", with: ",3432 (3000–4000),")
    project.tables["scenarios"] = """
      scenario,title,figure,value,reason
      careful,Careful,outcome.o1.deadweight,40 %,The highest guess
      careful,,every_outcome.attribution,20 %,Others claim more

      """
    return try #require(try project.report().report)
  }

  private static let shared = Result { try uncertain() }

  private func explanation(_ id: String, of report: Report) throws -> Explanation {
    let figure = try #require(FigureID(id))
    return try #require(report.explanation(of: figure), "\(id)")
  }

  private func all(_ node: Explanation) -> [Explanation] { [node] + node.children.flatMap(all) }

  private static let uncertainIDs: Set<String> = [
    "outcome.o1.quantity", "outcome.o1.proxy", "outcome.o2.proxy",
  ]

  @Test(arguments: [
    "chance_below_one", "ratio_p5", "ratio_p50", "ratio_p95", "ratio_mean", "present_value_mean",
    "present_value_deviation", "share_with_doubt",
  ])
  func `a figure of doubt leads to every uncertain number`(_ name: String) throws {
    let report = try Self.shared.get()
    let tree = all(try explanation("sroi.\(name)", of: report))
    #expect(Self.uncertainIDs.isSubset(of: tree.map(\.id.description)))
  }

  @Test func `only what was drawn speaks of draws`() throws {
    let report = try Self.shared.get()
    let drawn = try explanation("sroi.ratio_p5", of: report).rule?.english
    #expect(drawn?.contains("random draws") == true)
    for name in [
      "present_value_mean", "present_value_deviation", "share_with_doubt", "ratio_mean",
    ] {
      let rule = try explanation("sroi.\(name)", of: report).rule
      #expect(rule?.english.hasPrefix("exact") == true, "\(name)")
      #expect(rule?.dutch.hasPrefix("exact") == true, "\(name)")
    }
  }

  @Test func `every input of every origin is a figure of the report`() throws {
    let report = try Self.shared.get()
    let known = Set(report.everyFigure.map(\.id))
    let doubt = try #require(report.doubt)
    let sensitivity = try #require(report.sensitivity)
    var figures = [
      doubt.ratioLow, doubt.ratioMean, doubt.presentValueMean, doubt.presentValueDeviation,
      doubt.chanceBelowOne, doubt.shareWithDoubt,
    ]
    figures += doubt.drivers.flatMap { [$0.firstOrder, $0.totalEffect] }
    figures += sensitivity.swings.flatMap { [$0.ratioAtLow, $0.ratioAtHigh] }
    figures += sensitivity.switches.flatMap(\.values)
    for scenario in sensitivity.scenarios {
      figures += [scenario.presentValue, scenario.inputsPresentValue, scenario.ratio]
      figures += [scenario.difference] + scenario.differenceInterval
    }
    #expect(figures.count > 20)
    for figure in figures {
      let inputs = Self.inputs(of: figure.origin)
      #expect(!inputs.isEmpty, "\(figure.id)")
      #expect(inputs.allSatisfy { known.contains($0) }, "\(figure.id): \(inputs)")
    }
  }

  private static func inputs(of origin: Origin) -> [FigureID] {
    switch origin {
    case .computation(_, let inputs): inputs
    case .combined(let origins): origins.flatMap { inputs(of: $0) }
    case .cell, .selection, .ledger, .parameter: []
    }
  }

  @Test func `drivers and swings can be explained by the name of their number`() throws {
    let report = try Self.shared.get()
    let ids =
      (report.doubt?.drivers.map(\.id) ?? []) + (report.sensitivity?.swings.map(\.input) ?? [])
    #expect(ids.contains { $0.description == "proxy.p1.value" })
    for id in ids { #expect(report.explanation(of: id) != nil, "\(id)") }
    let proxy = try explanation("proxy.p1.value", of: report)
    #expect(proxy.value == 3432)
    #expect(
      proxy.children.map(\.id.description) == ["outcome.o1.proxy", "outcome.o2.proxy"])
  }

  @Test func `a given number shows its range and shape`() throws {
    let quantity = try explanation("outcome.o1.quantity", of: try Self.shared.get())
    let estimate = try #require(quantity.estimate)
    #expect(
      ShownNumber.text(estimate, quantity.unit, in: .english) == "95 (80–110, triangular)")
    #expect(ShownNumber.text(estimate, quantity.unit, in: .dutch) == "95 (80–110, driehoek)")
    #expect(ShownNumber.text(Estimate(0.25), .percent, in: .english) == "25 %")
    #expect(try explanation("outcome.o2.quantity", of: try Self.shared.get()).estimate == nil)
  }

  @Test func `little doubt is said beside percentiles and the chance`() throws {
    let report = try Self.shared.get()
    // o1 and o2 are 2 × 95 × 3432 = 652 080 of 1 123 215 before deductions that are alike.
    #expect(abs((report.doubt?.shareWithDoubt.value ?? 0) - 652_080.0 / 1_123_215) < 1e-9)
    for name in ["ratio_p5", "ratio_p50", "ratio_p95", "chance_below_one"] {
      let caution = try explanation("sroi.\(name)", of: report).caution
      #expect(caution?.english.contains("only 58") == true, "\(name)")
    }
    #expect(try explanation("sroi.ratio", of: report).caution == nil)
  }

  @Test func `a scenario shows its changes with reason and cell`() throws {
    let report = try Self.shared.get()
    let tree = all(try explanation("scenario.careful.ratio", of: report))
    let change = try #require(
      tree.first { $0.id.description == "scenario.careful.outcome.o1.deadweight" })
    #expect(change.value == 0.4)
    #expect(change.rule?.english == "in the scenario “Careful”, instead of 10 %")
    #expect(change.remark == "The highest guess")
    let cells = change.sources.map { OriginText($0).words(in: .english) }
    #expect(cells == ["tables/scenarios.csv, D2 (value)"])
    #expect(change.children.map(\.id.description) == ["outcome.o1.deadweight"])
    let every = try #require(
      tree.first { $0.id.description == "scenario.careful.every_outcome.attribution" })
    #expect(
      every.children.map(\.id.description)
        == ["o1", "o2", "o3", "o4"].map { "outcome.\($0).attribution" })
  }

  @Test func `a scenario is its present value over its inputs, less the ratio`() throws {
    let report = try Self.shared.get()
    let ratio = try explanation("scenario.careful.ratio", of: report)
    #expect(
      ratio.arithmetic?.figures.map(\.description)
        == ["scenario.careful.present_value", "scenario.careful.inputs_present_value"])
    let difference = try explanation("scenario.careful.difference", of: report)
    #expect(
      difference.arithmetic?.figures.map(\.description)
        == ["scenario.careful.ratio", "sroi.ratio"])
    #expect(try explanation("scenario.careful.present_value", of: report).arithmetic == nil)
  }

  @Test func `a lone switching value that does not exist says so`() throws {
    let report = try Self.shared.get()
    let id = try #require(FigureID("outcome.o3.deadweight.switching_value"))
    #expect(!report.everyFigure.contains { $0.id == id }, "the ratio is far above 1")
    let switching = try explanation(id.description, of: report)
    #expect(switching.value == nil)
    #expect(
      switching.absence?.english == "no value of this input alone brings the ratio to 1")
    #expect(
      switching.children.map(\.id.description)
        == ["outcome.o3.deadweight", "sroi.present_value", "sroi.inputs_present_value"])
    for unknown in [
      "outcome.o9.deadweight.switching_value", "outcome.o3.height.switching_value",
      "sroi.ratio.switching_value",
    ] {
      #expect(report.explanation(of: try #require(FigureID(unknown))) == nil, "\(unknown)")
    }
  }

  @Test func `a switching value holds with the value and the inputs`() throws {
    let tree = try explanation(
      "every_outcome.attribution.switching_value", of: try Self.shared.get())
    let children = tree.children.map(\.id.description)
    #expect(children.contains("sroi.inputs_present_value"))
    #expect(children.contains("outcome.o4.attribution"))
    #expect(tree.rule?.english.contains("all else as it is") == true)
  }

  @Test func `payback is written out with what is left for the second period`() throws {
    var project = TestProject()
    project.tables["inputs"] = project.tables["inputs"]?.replacing(",50000,", with: ",700000,")
    let report = try #require(try project.report().report)
    let months = try explanation("sroi.payback_months", of: report)
    // The benefits of both periods stand in the reference.
    let expected = 12 * (1 + (700_000 - 622_693.575) / 186_808.0725)
    #expect(abs((months.arithmetic?.value ?? 0) - expected) < 1e-9)
    #expect(
      months.arithmetic?.figures.map(\.description)
        == ["input.i1.value", "sroi.benefits_1", "sroi.benefits_2"])
    let discounted = try explanation("sroi.discounted_payback_months", of: report)
    #expect(discounted.arithmetic?.value == discounted.value)
  }

  @Test func `a proxy in another currency speaks of the exchange rate`() throws {
    var project = TestProject()
    project.tables["proxies"] = TestProject.proxies(year: "2025", currency: "GBP")
    project.tables["parameters"] =
      "parameter,value,from,until,source\nexchange_rate.gbp_eur,1.2,2025-12-31,2025-12-31,Bank\n"
    let report = try #require(try project.report().report)
    let rule = try explanation("outcome.o1.proxy", of: report).rule
    #expect(rule?.english == "value in the source × exchange rate")
    #expect(rule?.dutch == "waarde in de bron × wisselkoers")
  }
}
