import ExportKit
import Foundation
import IndicatorKit
import Pipeline
import TestSupport
import Testing

/// Figures of the example, taken apart.
@Suite struct ExplainTests {
  private static func report() throws -> Report {
    let example = try Example()
    return try #require(try example.pipeline.report(example.project).report)
  }

  private static func all(_ node: Explanation) -> [Explanation] {
    [node] + node.children.flatMap(all)
  }

  @Test func `all arithmetic that is shown gives its figure`() throws {
    let report = try Self.report()
    var shown = 0
    for figure in report.everyFigure {
      let explanation = try #require(report.explanation(of: figure.id))
      #expect(explanation.value == figure.value)
      guard let arithmetic = explanation.arithmetic, let value = figure.value else { continue }
      shown += 1
      #expect(abs(arithmetic.value - value) <= 1e-9 * max(1, abs(value)), "\(figure.id)")
    }
    let map = try #require(report.valueMap)
    // Each outcome has five computed figures, each input at least its present value.
    #expect(shown >= map.rows.count * 5 + report.inputs.count + 5)
  }

  @Test func `the ratio leads to every input of the value map and to their cells`() throws {
    let report = try Self.report()
    let ratio = try #require(FigureID("sroi.ratio"))
    let nodes = Self.all(try #require(report.explanation(of: ratio)))
    let ids = Set(nodes.map(\.id))
    for row in try #require(report.valueMap).rows {
      for given in ReportOutcome.Given.allCases { #expect(ids.contains(row.id(of: given))) }
    }
    for input in report.inputs { #expect(ids.contains(input.id(of: .quantity))) }
    let cells = nodes.flatMap(\.sources).filter { if case .cell = $0 { true } else { false } }
    #expect(cells.count > 60)
    #expect(nodes.contains { $0.remark?.isEmpty == false })
  }

  @Test func `a figure is taken apart once and the limits hold`() throws {
    let report = try Self.report()
    let ratio = try #require(FigureID("sroi.ratio"))
    let nodes = Self.all(try #require(report.explanation(of: ratio)))
    let whole = nodes.filter { !$0.isRepeated }.map(\.id)
    #expect(Set(whole).count == whole.count)
    #expect(nodes.filter(\.isRepeated).allSatisfy { $0.children.isEmpty })
    let narrow = try #require(
      report.explanation(of: ratio, limits: .init(depth: 3, width: 2, figures: 5)))
    #expect(Self.all(narrow).count <= 5)
    let value = try #require(narrow.children.first)
    #expect(value.children.count + value.leftOut == report.valueMap?.rows.count)
  }

  @Test func `the arithmetic is written out in the marks of the language`() throws {
    let example = try Example()
    let english = try ProgramBinary.run(
      ["explain", example.folder.path, "outcome.o2.gross_value", "--language", "en"])
    #expect(english.exitCode == 0, "\(english.errors)")
    let first = try #require(english.output.split(separator: "\n").first)
    #expect(first.hasPrefix("outcome.o2.gross_value  Gross value: € 136,800 = 72 × 1,900"))
    #expect(english.output.contains("← tables/outcomes.csv, F3"))
    let dutch = try ProgramBinary.run(
      ["explain", example.folder.path, "outcome.o2.gross_value", "--language", "nl"])
    #expect(dutch.output.contains("€ 136.800 = 72 × 1.900"))
  }

  @Test func `a switching value that does not exist is a plain sentence and no mistake`() throws {
    let example = try Example()
    let arguments = ["explain", example.folder.path, "outcome.o3.deadweight.switching_value"]
    let english = try ProgramBinary.run(arguments + ["--language", "en"])
    #expect(english.exitCode == 0)
    #expect(english.output.contains("none (no value of this input alone brings the ratio to 1)"))
    let dutch = try ProgramBinary.run(arguments + ["--language", "nl"])
    #expect(dutch.output.contains("geen (geen waarde van dit gegeven alleen brengt de ratio op 1)"))
  }

  @Test func `rows of things are shown and rows of people only counted`() throws {
    let example = try Example()
    let report = try #require(try example.pipeline.report(example.project).report)
    let measures = report.indicators.flatMap(\.measures)
    let people = Set(
      registry.tables.filter { $0.columns.contains { $0.type == .person } }.map(\.id))
    var shown = 0
    var counted = 0
    let results = try example.pipeline.explain(
      each: measures.map(\.id.description), of: example.project, rowLimit: 3)
    #expect(results.count == measures.count)
    for result in results {
      for (selection, rows) in result.rows {
        #expect(rows.areOfPeople == people.contains(selection.table))
        #expect(rows.rows.isEmpty || !rows.areOfPeople)
        #expect(rows.rows.count <= 3)
        #expect(rows.total == selection.count)
        if rows.areOfPeople { counted += 1 } else { shown += rows.rows.count }
      }
    }
    #expect(shown > 0)
    #expect(counted > 0)
  }

  @Test func `a figure from the books leads to accounts whose lines add up`() throws {
    let example = try Example()
    let report = try #require(try example.pipeline.report(example.project).report)
    let multiplier = try #require(
      report.indicators.flatMap(\.measures).first { $0.id.description.hasPrefix("multiplier.") })
    let result = try example.pipeline.explain(multiplier.id.description, of: example.project)
    let (selection, accounts) = try #require(result.accounts.first)
    #expect(accounts.reduce(0) { $0 + $1.lines } >= selection.lines)
    #expect(!accounts.isEmpty)
  }

  @Test func `an unknown figure gives the near ones and ends with 64`() throws {
    let example = try Example()
    let outcome = try ProgramBinary.run(
      ["explain", example.folder.path, "sroi.ration", "--language", "en"])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("  sroi.ratio\n"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `explaining changes nothing in the project but the cache`() throws {
    let example = try Example()
    _ = try example.pipeline.explain("sroi.ratio", of: example.project)
    let files = try example.snapshot().keys.filter { !$0.contains("/.wijkwaarde/") }
    #expect(!files.contains { $0.contains("/reports/") })
  }
}
