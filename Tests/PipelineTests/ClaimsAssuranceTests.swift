import ExportKit
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ClaimsAssuranceTests {
  private func list(
    _ report: Report, _ judgements: [GivenJudgement] = []
  ) -> [String: ReportAssurance] {
    let list = Assurance.list(for: report, judgements: judgements).list
    return Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func judgement(
    _ question: String, _ verdict: ReportAssurance.Judged, evidence: String? = nil
  ) -> GivenJudgement {
    GivenJudgement(
      question: question, verdict: verdict, evidence: evidence, judge: "B. Jansen",
      address: Address(file: "tables/assurance.csv", row: 2))
  }

  @Test func `every principle has questions with identifiers of their own`() {
    let questions = Assurance.questions
    #expect(Set(questions.map(\.principle)) == Set(AssurancePrinciple.allCases))
    #expect(questions.map(\.principle.rawValue) == questions.map(\.principle.rawValue).sorted())
    #expect(Set(questions.map(\.id)).count == questions.count)
    for question in questions {
      #expect(RowLabel(question.id) != nil, "\(question.id)")
      #expect(question.question.english != question.question.dutch)
    }
  }

  @Test func `what the program can see of the clean example is established`() throws {
    let list = list(try ExampleMap.clean.report())
    for id in [
      "involve_register", "involve_numbers", "change_negative", "change_evidence",
      "change_duration", "value_sources", "material_excluded", "claim_deductions",
      "claim_answered", "open_ratio",
    ] {
      #expect(list[id]?.verdict == .established, "\(id)")
    }
  }

  @Test func `what is not in the clean example is missing`() throws {
    let list = list(try ExampleMap.clean.report())
    // It has no involvement, no scope, no addresses, no sensitivity, and one outcome of records.
    for id in [
      "involve_manner", "open_scope", "open_sources", "verify_sensitivity", "claim_rate",
      "change_sample",
    ] {
      #expect(list[id]?.verdict == .missing, "\(id)")
    }
    #expect(list["change_sample"]?.remark.english.hasSuffix("not o4") ?? false)
  }

  @Test func `what only a person can say waits for one`() throws {
    let list = list(try ExampleMap.clean.report())
    for question in Assurance.questions where question.judge == .person {
      #expect(list[question.id]?.verdict == .toJudge)
      #expect(list[question.id]?.remark.dutch.contains(question.place.dutch) ?? false)
    }
  }

  @Test func `each change of the map turns its question`() throws {
    let changes: [(String, (inout ExampleMap) -> Void)] = [
      ("involve_register", { $0.stakeholders[1].isIncluded = false }),
      ("involve_numbers", { $0.stakeholders[1].involved = 0 }),
      ("change_negative", { $0.outcomes.removeAll { $0.id == "o5" } }),
      ("change_evidence", { $0.change("o2") { $0.evidence = nil } }),
      ("change_duration", { $0.change("o2") { $0.durationReason = nil } }),
      ("value_sources", { $0.change("o2") { $0.source = " – " } }),
      ("claim_deductions", { $0.change("o2") { $0.dropOff.reason = nil } }),
      ("open_ratio", { $0.summary = "" }),
    ]
    for (id, change) in changes {
      var map = ExampleMap.clean
      change(&map)
      #expect(list(try map.report())[id]?.verdict == .missing, "\(id)")
    }
  }

  @Test func `a claim without an answer is missing and one with an answer is not`() throws {
    let report = try DominantRow.firing.map.report()
    let open = Claims.found(in: report, answers: []).claims
    #expect(list(report.with(claims: open))["claim_answered"]?.verdict == .missing)
    let answer = ClaimAnswer(
      check: DominantRow.card.code, subject: "o1", reason: "It is the aim", author: nil)
    let answered = Claims.found(in: report, answers: [answer]).claims
    #expect(list(report.with(claims: answered))["claim_answered"]?.verdict == .established)
  }

  @Test func `double counting that was found cannot be passed over in silence`() throws {
    let report = try OverlappingOutcomes.firing.map.report()
    let claims = Claims.found(in: report, answers: []).claims
    #expect(list(report.with(claims: claims))["claim_double"]?.verdict == .missing)
    #expect(list(report)["claim_double"]?.verdict == .toJudge)
  }

  @Test func `a report is assessed with its claims first and the list after`() throws {
    let assessed = try DominantRow.firing.map.report().assessed(
      answers: [], judgements: [judgement("nothing", .met)],
      standardDiscountRate: ExampleMap.standardDiscountRate)
    #expect(assessed.report.claims.map(\.code) == [DominantRow.card.code])
    let answered = assessed.report.assurance.first { $0.id == "claim_answered" }
    #expect(answered?.verdict == .missing)
    #expect(assessed.findings.map(\.code) == ["assurance.unknown_question"])
  }

  @Test func `a person's judgement stands with its evidence`() throws {
    let given = judgement("involve_subgroups", .partly, evidence: "Verslag, blz. 3")
    let entry = list(try ExampleMap.clean.report(), [given])["involve_subgroups"]
    #expect(entry?.verdict == .judged(.partly, by: "B. Jansen"))
    #expect(entry?.evidence == "Verslag, blz. 3")
    #expect(entry?.principle == 1)
  }

  @Test func `a judgement of what the program establishes is not used and noted`() throws {
    let report = try ExampleMap.clean.report()
    let given = judgement("open_scope", .met)
    let answer = Assurance.list(for: report, judgements: [given])
    #expect(answer.list.first { $0.id == "open_scope" }?.verdict == .missing)
    #expect(answer.findings.map(\.code) == ["assurance.established"])
  }

  @Test func `an unknown question and a second judgement are found`() throws {
    let report = try ExampleMap.clean.report()
    let given = [
      judgement("nothing", .met), judgement("material_test", .met),
      judgement("material_test", .notMet),
    ]
    let answer = Assurance.list(for: report, judgements: given)
    #expect(answer.findings.map(\.code) == ["assurance.unknown_question", "assurance.doubled"])
    #expect(answer.findings.allSatisfy { $0.address?.file == "tables/assurance.csv" })
    let entry = answer.list.first { $0.id == "material_test" }
    #expect(entry?.verdict == .judged(.met, by: "B. Jansen"))
  }

  @Test func `a project without a value map establishes nothing about outcomes`() throws {
    let clean = try ExampleMap.clean.report()
    let bare = Report(
      program: "Wijkwaarde", project: clean.project, isDraft: true, stakeholders: [], inputs: [],
      valueMap: nil, indicators: [], findings: [], sources: [], parameters: [])
    let list = list(bare)
    for id in ["involve_register", "change_evidence", "claim_deductions", "open_ratio"] {
      #expect(list[id]?.verdict == .missing, "\(id)")
    }
    #expect(list.count == Assurance.questions.count)
  }
}

extension Report {
  /// The report with other claims.
  fileprivate func with(claims: [ReportClaim]) -> Report {
    var report = self
    report.claims = claims
    return report
  }
}
