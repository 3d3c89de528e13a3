import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// How processes were judged.
@Suite struct ProcessReviewTests {
  private func row(
    _ stage: String, _ verdict: String, evidence: String? = nil, independent: Bool? = nil,
    day: String = "2025-11-20"
  ) -> [String: CellValue] {
    [
      "date": .day(iso: day), "process": .text("Buurtberaad"), "stage": .text(stage),
      "criterion": .text("Neutrale vraag"), "verdict": .text(verdict),
      "evidence": evidence.map { .text($0) } ?? .absent,
      "is_independent": independent.map { .flag($0) } ?? .absent,
    ]
  }

  @Test func `criteria partly met are not met, and stages stand side by side without a mean`()
    throws
  {
    let fixture = ParticipationFixture(reviews: [
      row("design", "met", evidence: "verslag", independent: true), row("design", "partly"),
      row("experience", "met", evidence: "enquête", independent: false),
      row("experience", "met"), row("experience", "not_met"),
      row("pathways", "met", day: "2024-11-20"),
    ])
    let met = try fixture.measure("process_criteria_met")
    #expect(met.result == .measured(.share(numerator: 3, denominator: 5, unknown: 0)))
    #expect(met.breakdowns.first?.entries.map(\.value) == [3, 1, 1])
    let stages = try #require(met.breakdowns.last)
    #expect(stages.entries.map(\.id) == ["design", "experience"])
    #expect(stages.entries.map(\.value) == [0.5, 2.0 / 3])
    #expect(
      try fixture.measure("process_evidence").result
        == .measured(.share(numerator: 2, denominator: 5, unknown: 0)))
    #expect(
      try fixture.measure("process_independence").result
        == .measured(.share(numerator: 1, denominator: 2, unknown: 3)))
  }

  @Test func `without a table, or a word on who judged, that is what is said`() throws {
    let absence = try ParticipationFixture().measure("process_criteria_met").absence?.english
    #expect(absence == "the table “process_reviews” is missing")
    let silent = ParticipationFixture(reviews: [row("design", "met")])
    #expect(try silent.measure("process_independence").value == nil)
    #expect(try silent.measure("process_criteria_met").value == 1)
  }
}
