import ExportKit
import Foundation
import IndicatorKit
import Testing

/// Projects of nonsense: findings or plain sentences, never a number that is none, never a crash.
@Suite struct NonsenseTests {
  private static let nonsense: [(name: String, change: @Sendable (inout TestProject) -> Void)] = [
    (
      "deadweight of the whole everywhere",
      { $0.tables["outcomes"] = TestProject.outcomes("").replacing(",10 %,a,", with: ",100 %,a,") }
    ),
    (
      "no inputs",
      { $0.tables["inputs"] = $0.tables["inputs"]?.replacing("1,50000,", with: "1,0,") }
    ),
    (
      "quantities beyond all measure",
      { $0.tables["outcomes"] = TestProject.outcomes("").replacing(",95,", with: ",1e308,") }
    ),
    (
      "a quantity with as many digits as a double bears",
      {
        $0.tables["outcomes"] = TestProject.outcomes("")
          .replacing(",95,", with: "," + String(repeating: "9", count: 308) + ",")
      }
    ),
    (
      "no row",
      {
        $0.tables["outcomes"] =
          TestProject.outcomes("").split(separator: "\n").prefix(1).joined() + "\n"
      }
    ),
    (
      "one row",
      {
        $0.tables["outcomes"] =
          TestProject.outcomes("").split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
      }
    ),
    (
      "a range from nothing to everything",
      {
        $0.tables["outcomes"] = TestProject.outcomes("")
          .replacing(",95,", with: ",95 (0–1000000000000),")
      }
    ),
    (
      "inputs that may be nothing",
      {
        $0.tables["inputs"] = $0.tables["inputs"]?
          .replacing("1,50000,", with: "1,50000 (0–50000),")
      }
    ),
    (
      "a thousand rows that are the same",
      { project in
        let row = TestProject.outcomes("").split(separator: "\n").dropFirst().first ?? ""
        let more = (10..<1_010).map { row.replacing("o1,", with: "o\($0),") }
        project.tables["outcomes"] = TestProject.outcomes(more.joined(separator: "\n") + "\n")
      }
    ),
  ]

  @Test(arguments: nonsense.map(\.name))
  func `nonsense gives findings or sentences and only numbers that are some`(
    name: String
  ) throws {
    let change = try #require(Self.nonsense.first { $0.name == name }).change
    var project = TestProject()
    change(&project)
    let result = try project.report()
    let report = try #require(result.report)
    for figure in report.everyFigure {
      #expect(figure.value?.isFinite ?? true, "\(figure.id)")
      // A number that was refused has a finding; one that could not be had has its reason.
      let isTold = figure.value != nil || figure.absence != nil || result.hasErrors
      #expect(isTold, "\(figure.id)")
      #expect(figure.value == nil || figure.absence == nil, "\(figure.id)")
    }
    for finding in result.findings {
      #expect(!finding.message.english.lowercased().contains("nan"), "\(finding.code)")
      #expect(!finding.message.english.contains("inf,"), "\(finding.code)")
    }
    let map = report.valueMap
    #expect(result.hasErrors || map?.ratio.value != nil || map?.ratio.absence != nil)
  }
}
