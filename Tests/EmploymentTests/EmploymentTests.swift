import IndicatorKit
import TestSupport
import Testing

@testable import Employment

@Suite struct EmploymentTests {
  typealias Contract = EmploymentFixture.Contract

  /// Six people: a full year at 36, 24, 18 and 12 hours, half a year (181 of 365 days) at 36, and
  /// one who had two contracts of 16 hours, one after the other.
  let groenhof = EmploymentFixture(contracts: [
    Contract(id: "c1", person: "a", group: "jobs_agreement", postcode: "9999"),
    Contract(id: "c2", person: "b", hours: 24, group: "participation_act", postcode: "9999AB"),
    Contract(id: "c3", person: "c", hours: 18, postcode: "9998"),
    Contract(id: "c4", person: "d", hours: 12, group: "participation_act"),
    Contract(id: "c5", person: "e", end: "2025-06-30", postcode: "9999"),
    Contract(id: "c6", person: "f", end: "2025-06-30", hours: 16, postcode: "9999"),
    Contract(id: "c7", person: "f", start: "2025-07-01", hours: 16, postcode: "9999"),
  ])

  @Test func `every declared measure comes back exactly once`() throws {
    let declared = EmploymentIndicator.card.measures.map(\.id)
    #expect(try groenhof.measures().map(\.card.id) == declared)
    #expect(try EmploymentFixture(contracts: []).measures().map(\.card.id) == declared)
    var noNorm = groenhof
    noNorm.norm = nil
    #expect(try noNorm.measures().map(\.card.id) == declared)
  }

  @Test func `who had two contracts counts once`() throws {
    #expect(try groenhof.measure("headcount").result == .measured(.count(6)))
  }

  @Test func `months of work count each person's days once`() throws {
    // Five people all year and one for 181 of 365 days.
    let months = try #require(try groenhof.measure("person_months").value)
    #expect(abs(months - (5 * 12 + 12 * 181.0 / 365)) < 1e-12)
    let overlapping = EmploymentFixture(contracts: [
      Contract(id: "c1", person: "a"), Contract(id: "c2", person: "a", start: "2025-03-01"),
    ])
    #expect(try overlapping.measure("person_months").value == 12)
  }

  @Test func `full-time equivalents follow hours, norm and days`() throws {
    let expected = (36 + 24 + 18 + 12 + 16 + 36 * 181.0 / 365) / 36
    let fte = try groenhof.measure("fte")
    #expect(abs(try #require(fte.value) - expected) < 1e-12)
    guard case .measured(.computed(let value, let inputs, _)) = fte.result else {
      Issue.record("the measure keeps no inputs")
      return
    }
    #expect(inputs.map(\.id) == ["contract_hours", "full_time_hours"])
    #expect(value == inputs[0].value / inputs[1].value)
  }

  @Test func `without a norm the measures that need it say which row to add`() throws {
    var noNorm = groenhof
    noNorm.norm = nil
    let absences = try noNorm.measures().map(\.absence?.english)
    #expect(absences.prefix(2).allSatisfy { $0 == nil })
    #expect(
      absences.dropFirst(2).prefix(7).allSatisfy {
        $0?.contains("“employment.full_time_hours”") == true
          && $0?.contains("“parameters”") == true
      })
    noNorm.norm = 0
    #expect(try noNorm.measure("fte").value == nil)
  }

  @Test func `target groups are split with the people behind each`() throws {
    let measure = try groenhof.measure("fte_target_groups")
    #expect(measure.value == 2)
    let breakdown = try #require(measure.breakdowns.first)
    #expect(breakdown.entries.map(\.id) == ["participation_act", "jobs_agreement"])
    #expect(breakdown.entries.map(\.value) == [1, 1])
    #expect(breakdown.entries.map(\.people) == [2, 1])
    #expect(measure.card.feedsValueMap && measure.card.countsPeople)
  }

  @Test func `each measure gives the people behind it and not the contracts`() throws {
    let people = Dictionary(
      try groenhof.measures().map { ($0.card.id, $0.people) }, uniquingKeysWith: { $1 })
    #expect(
      people == [
        "headcount": 6, "person_months": 6, "fte": 6,
        // Three are from a target group and three are not; four are residents and two are not.
        "fte_target_groups": 3, "fte_residents": 2,
        "cost_per_fte": nil, "fte_net": nil, "cost_per_job_gross": nil, "cost_per_job_net": nil,
        "apprentices": nil, "paid_living_wage": nil, "retention_6_months": nil,
        "retention_12_months": nil, "anchor_vacancies": nil, "anchor_local_hires": nil,
        "anchor_target_hires": nil, "tailored_work_premiums": nil,
        "social_return_obligation": nil, "social_return_fulfilled": nil,
        "social_return_share": nil, "social_return_open": nil, "social_return_fine": nil,
        "pso_contribution": nil, "pso_step": nil,
      ])
  }

  @Test func `nobody from a target group is a true zero`() throws {
    let measure = try EmploymentFixture(contracts: [Contract(id: "c1", person: "a")])
      .measure("fte_target_groups")
    #expect(measure.value == 0)
    #expect(measure.breakdowns.first?.entries.isEmpty == true)
  }

  @Test func `residents are counted by home, and unknown homes are stated`() throws {
    let measure = try groenhof.measure("fte_residents")
    let expected = (36 + 24 + 16 + 36 * 181.0 / 365) / 36
    #expect(abs(try #require(measure.value) - expected) < 1e-12)
    #expect(measure.notes.map(\.english).contains { $0.hasPrefix("Of 1 of the 7 contracts") })
  }

  @Test func `a home known by four digits is unknown in a finer area`() throws {
    var fine = groenhof
    fine.postcodes = ["9999AB"]
    let measure = try fine.measure("fte_residents")
    #expect(measure.value == 24.0 / 36)
    #expect(measure.notes.map(\.english).contains { $0.hasPrefix("Of 5 of the 7 contracts") })
  }

  @Test func `without postcodes of the project or of homes there are no residents to count`() throws
  {
    var nowhere = groenhof
    nowhere.postcodes = []
    #expect(try nowhere.measure("fte_residents").absence?.english.contains("postcodes") == true)
    let homeless = EmploymentFixture(contracts: [Contract(id: "c1", person: "a")])
    #expect(try homeless.measure("fte_residents").value == nil)
  }

  @Test func `an empty table and a table of other years give no number`() throws {
    for fixture in [
      EmploymentFixture(contracts: []),
      EmploymentFixture(contracts: [Contract(id: "c1", person: "a", end: "2024-12-31")]),
    ] {
      #expect(try fixture.measures().allSatisfy { $0.value == nil && $0.absence != nil })
    }
  }

  @Test func `two runs are equal and the order of rows does not matter`() throws {
    #expect(try groenhof.measures() == groenhof.measures())
    var generator = SeededGenerator(seed: 11)
    let expected = try groenhof.measures()
    for _ in 0..<20 {
      let shuffled = EmploymentFixture(contracts: groenhof.contracts.shuffled(using: &generator))
      #expect(try shuffled.measures().map(\.value) == expected.map(\.value))
      #expect(try shuffled.measures().map(\.breakdowns) == expected.map(\.breakdowns))
    }
  }

  @Test func `the parts of the people add up to the whole`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let contracts = (0..<12).map { index in
        Contract(
          id: "c\(index)", person: "p\(Int.random(in: 0..<8, using: &generator))",
          start: "2025-0\(Int.random(in: 1...9, using: &generator))-01",
          hours: Double(Int.random(in: 4...40, using: &generator)),
          group: Bool.random(using: &generator) ? "disability" : "none")
      }
      let all = EmploymentFixture(contracts: contracts)
      let inside = EmploymentFixture(contracts: contracts.filter { $0.group != "none" })
      let outside = EmploymentFixture(contracts: contracts.filter { $0.group == "none" })
      let whole = try #require(try all.measure("fte").value)
      let targeted = try #require(try all.measure("fte_target_groups").value)
      #expect(try (inside.measure("fte").value ?? 0) == targeted)
      #expect(abs(try (outside.measure("fte").value ?? 0) + targeted - whole) < 1e-12)
      #expect(whole * 36 <= Double(contracts.reduce(0) { $0 + $1.hours }))
    }
  }
}
