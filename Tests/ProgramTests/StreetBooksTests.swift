import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing

/// The books of a made-up street, which `Tests/Neighbourhood/street.py` writes and works out by itself.
@Suite(.enabled(if: Tool.isHere("python3"))) struct StreetBooksTests {
  /// What the other program says of a year.
  private struct Expected: Decodable {
    let lm3: Double
    let low: Double
    let high: Double
    let all_rounds: Double
    let left_out: Double
    let leak: Double
    let categories: [String: Double]
    let destinations: [String: Double]
    let payees: [String: Double]
    let owners: [String: Double]
  }

  private func measures(seed: Int) throws -> (measures: [String: Measure], expected: Expected) {
    let folder = try Places.temporaryFolder().appending(path: "straat")
    let script = Places.repository.appending(path: "Tests/Neighbourhood/street.py").path
    let outcome = try #require(Tool("python3")).run([script, folder.path, "\(seed)"])
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    let result = try Pipeline(registry: registry, program: "Wijkwaarde test").report(
      ProjectFolder(folder), isDraftAllowed: true, language: .english,
      output: try Places.temporaryFolder())
    #expect(!result.hasErrors)
    let report = try #require(result.report)
    let all = report.indicators.flatMap(\.measures).map { ($0.id.description, $0.measure) }
    return (
      Dictionary(all) { first, _ in first },
      try JSONDecoder().decode(Expected.self, from: Data(outcome.output.utf8))
    )
  }

  private func expect(
    _ found: Double?, _ expected: Double?, _ what: String,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let (found, expected) = (
      try #require(found, "\(what)", sourceLocation: place),
      try #require(expected, "\(what)", sourceLocation: place)
    )
    #expect(
      abs(found - expected) < 1e-9 * max(1, abs(expected)), "\(what): \(found), not \(expected)",
      sourceLocation: place)
  }

  private func parts(_ measure: Measure) -> [String: Double] {
    guard case .measured(.computed(_, let inputs, _)) = measure.result else { return [:] }
    return Dictionary(inputs.map { ($0.id, $0.value) }) { first, _ in first }
  }

  private func entries(_ measure: Measure, _ breakdown: String) -> [String: Double] {
    let all = measure.breakdowns.first { $0.id == breakdown }?.entries ?? []
    return Dictionary(all.map { ($0.id, $0.value) }) { first, _ in first }
  }

  @Test(arguments: 1...5)
  func `a street of forty suppliers comes to what another program works out`(seed: Int) throws {
    let (measures, expected) = try measures(seed: seed)
    let lm3 = try #require(measures["multiplier.lm3"])
    try expect(lm3.value, expected.lm3, "LM3")
    try expect(lm3.range?.lowerBound, expected.low, "at least")
    try expect(lm3.range?.upperBound, expected.high, "at most")
    try expect(measures["multiplier.all_rounds"]?.value, expected.all_rounds, "all rounds")
    let leak = try #require(measures["multiplier.leak"])
    try expect(leak.value, expected.leak, "leak")
    let categories = entries(leak, "category")
    for (name, amount) in expected.categories { try expect(categories[name], amount, name) }
    let destinations = entries(leak, "destination")
    #expect(Set(destinations.keys) == Set(expected.destinations.keys))
    for (name, amount) in expected.destinations { try expect(destinations[name], amount, name) }
  }

  @Test(arguments: 1...5)
  func `chains of owners end in the hands that another program finds`(seed: Int) throws {
    let (measures, expected) = try measures(seed: seed)
    let hands = try #require(measures["multiplier.effective_owners"])
    let found = parts(hands)
    try expect(hands.value, expected.owners["effective"], "effective number")
    for name in ["hhi", "top1", "top5", "gini"] {
      try expect(found[name], expected.owners[name], "\(name) by owner")
      try expect(found["payees_" + name], expected.payees[name], "\(name) by payee")
    }
    #expect(expected.owners["effective"] != expected.payees["effective"])
    // Rows of the table that only own others are used.
    let notes = try #require(measures["multiplier.lm3"]).notes
    #expect(!notes.contains { $0.english.contains("h1") })
  }
}
