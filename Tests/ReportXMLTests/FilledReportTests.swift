import ExportKit
import Foundation
import ReportXML
import TestSupport
import Testing

/// The XML of a report in which everything is filled, and of one in which nothing of it is.
@Suite struct `The XML of a filled report` {
  @Test(.enabled(if: Tool.isHere("xmllint"))) func `is valid under the schema`() throws {
    for isInterval in [true, false] {
      let outcome = try Document(ExampleReport.report().filled(isInterval: isInterval)).validate()
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
  }

  @Test(.enabled(if: Tool.isHere("xmllint")), arguments: Estimate.Shape.allCases)
  func `carries each shape of a range`(_ shape: Estimate.Shape) throws {
    let share = try #require(Estimate(0.25, low: 0.125, high: 0.375, shape: shape))
    let base = try ExampleReport.report()
    let map = try #require(base.valueMap)
    let row = try #require(map.rows.first)
    let document = try Document(base.withDeadweight(share, of: row, in: map))
    #expect(document.text.contains("<shape>\(shape.rawValue)</shape>"))
    #expect(try document.validate().exitCode == 0)
  }

  @Test func `gives every figure of the report once, with its exact value`() throws {
    let report = try ExampleReport.report().filled()
    let document = try Document(report)
    let ids = document.text.matches(of: /\sid="([a-z0-9_]+\.[a-z0-9_.]+)"/).map {
      String($0.output.1)
    }
    #expect(Set(ids).count == ids.count)
    for figure in report.everyFigure where figure.value != nil {
      #expect(document.value(figure.id.description) == figure.value, "\(figure.id)")
    }
    #expect(document.value("sroi.chance_below_one") == 0.03125)
    #expect(document.value("scenario.careful.difference_p95") == -0.125)
  }

  @Test(.enabled(if: Tool.isHere("xmllint")))
  func `tells doubt, claims and judgements in their elements`() throws {
    let document = try Document(ExampleReport.report().filled())
    func local(_ path: [String]) -> String {
      path.map { "/*[local-name()='\($0)']" }.joined()
    }
    for (path, expected) in [
      ("string(\(local(["report", "doubt"]))/@interval)", "true"),
      ("count(\(local(["report", "doubt", "driver"])))", "2"),
      ("string(\(local(["report", "doubt", "driver", "member"]))[1]/@figure)", "deadweight"),
      ("count(\(local(["report", "claims", "claim", "answer"])))", "1"),
      ("string(\(local(["report", "claims", "claim", "answer"]))/@author)", "A. de Vries"),
      ("count(\(local(["report", "assurance", "question"]))[@verdict='to_judge'])", "1"),
      (
        "string(\(local(["report", "assurance", "question"]))[@verdict='partly']/@judge)",
        "B. Jansen"
      ),
      ("string(\(local(["report", "project", "scope", "audience"])))", "De gemeenteraad"),
      ("string(\(local(["report", "valueMap", "outcome", "proxy"]))/@priceFactor)", "1.0625"),
      ("string(\(local(["report", "valueMap", "outcome", "proxy"]))/@method)", "avoided_cost"),
      ("string(\(local(["report", "stakeholders", "stakeholder"]))/@involved)", "17"),
      ("string(\(local(["report", "sensitivity", "scenario", "change", "to"])))", "0.375"),
      (
        "string(\(local(["report", "sensitivity", "convention"]))[@own='true']/@name)",
        "benefits_at_"
      ),
    ] {
      let found = try document.xpath(path)
      #expect(found.contains(expected), "\(path): \(found)")
    }
  }

  @Test func `leaves no trace of what is absent`() throws {
    let document = try Document(ExampleReport.report())
    for element in [
      "doubt", "sensitivity", "claims", "assurance", "scope", "involvement", "inSource",
      "durationReason",
    ] {
      #expect(!document.text.contains("<\(element)"), "\(element)")
    }
  }

  @Test(.enabled(if: Tool.isHere("xmllint"))) func `refuses what has no meaning`() throws {
    let faults = [
      ("verdict=\"missing\"", "verdict=\"perhaps\"", "enumeration"),
      (" id=\"sroi.ratio_p95\"", " id=\"sroi.ratio_p5\"", "Duplicate key-sequence"),
      ("interval=\"true\"", "interval=\"maybe\"", "boolean"),
      ("<to>0.375</to>", "<to>NaN</to>", "pattern"),
      ("<current>", "<own/><current>", "own"),
      ("method=\"avoided_cost\"", "method=\"guess\"", "enumeration"),
      ("own=\"true\"", "", "own"),
    ]
    for (find, replacement, complaint) in faults {
      var document = try Document(ExampleReport.report().filled())
      let place = try #require(document.text.range(of: find), "\(find)")
      document.text.replaceSubrange(place, with: replacement)
      let outcome = try document.validate()
      #expect(outcome.exitCode != 0, "\(find)")
      #expect(outcome.errors.contains(complaint), "\(outcome.errors)")
    }
  }

  @Test func `is read back with the figures that it states`() throws {
    let report = try ExampleReport.report().filled()
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try ReportXMLExporter().write(report, to: file)
    let read = try ReportXMLExporter().read(file)
    let values = Dictionary(read.figures.map { ($0.id, $0.value) }) { first, _ in first }
    for figure in report.everyFigure where figure.value != nil {
      #expect(values[figure.id] == .some(figure.value), "\(figure.id)")
    }
  }
}

extension Report {
  /// The same report with another deadweight in one row.
  fileprivate func withDeadweight(
    _ share: Estimate, of row: ReportOutcome, in map: ReportValueMap
  ) -> Report {
    let changed = ReportOutcome(
      id: row.id, stakeholder: row.stakeholder, description: row.description, theme: row.theme,
      isIntended: row.isIntended, evidence: row.evidence, quantity: row.quantity,
      quantityFrom: row.quantityFrom, quantityUnit: row.quantityUnit, proxyID: row.proxyID,
      proxyDescription: row.proxyDescription, proxy: row.proxy, proxySource: row.proxySource,
      deadweight: ReportOutcome.Deduction(share: share, reason: nil),
      displacement: row.displacement, attribution: row.attribution, dropOff: row.dropOff,
      firstPeriod: row.firstPeriod, benefitPeriods: row.benefitPeriods, gross: row.gross,
      afterDeadweight: row.afterDeadweight, afterDisplacement: row.afterDisplacement,
      impact: row.impact, valuePerPeriod: row.valuePerPeriod, presentValue: row.presentValue)
    let other = ReportValueMap(
      rows: [changed] + map.rows.dropFirst(), periods: map.periods,
      benefitFactors: map.benefitFactors, inputFactors: map.inputFactors,
      benefitsPerPeriod: map.benefitsPerPeriod, presentValue: map.presentValue,
      inputsPresentValue: map.inputsPresentValue, netPresentValue: map.netPresentValue,
      ratio: map.ratio, netRatio: map.netRatio, waterfall: map.waterfall, domains: map.domains)
    return Report(
      program: program, project: project, isDraft: isDraft, stakeholders: stakeholders,
      inputs: inputs, valueMap: other, indicators: indicators, findings: findings,
      sources: sources, parameters: parameters)
  }
}
