import IndicatorKit
import TestSupport
import Testing

@testable import Participation

@Suite struct FrameTests {
  typealias Fixture = ParticipationFixture

  /// The worked example of codingace.net: population .22 .28 .26 .24, sample .18 .31 .27 .24.
  func example(scale: Int = 1) -> Fixture {
    let ages = ["age_15_24", "age_25_44", "age_45_64", "age_65_plus"]
    let sample = [18, 31, 27, 24].map { $0 * scale }
    let people = zip(ages, sample).flatMap { age, count in
      (0..<count).map { Fixture.participant("\(age)-\($0)", age: age) }
    }
    return Fixture(
      gatherings: [Fixture.gathering("g1")], participants: people,
      population: zip(ages, [220, 280, 260, 240]).map { Fixture.residents($0, $1) })
  }

  @Test func `the worked example has a distance of 0,04 and a likeness of 0,96`() throws {
    let measure = try example().measure("representativeness_age")
    #expect(abs(try #require(measure.value) - 0.96) < 1e-12)
    guard case .measured(.computed(_, let inputs, _)) = measure.result else {
      Issue.record("the measure keeps no inputs")
      return
    }
    #expect(inputs.first { $0.id == "people" }?.value == 100)
    #expect(abs(try #require(inputs.first { $0.id == "distance" }?.value) - 0.04) < 1e-12)
    // The ratio of each group, because no group has fewer than five people.
    let ratios = try #require(measure.breakdowns.first).entries.map(\.value)
    #expect(ratios.count == 4 && abs((ratios.first ?? 0) - 0.818182) < 5e-7)
  }

  private func inputs(_ measure: Measure) throws -> [String: Double] {
    guard case .measured(.computed(_, let inputs, _)) = measure.result else { return [:] }
    return Dictionary(inputs.map { ($0.id, $0.value) }) { first, _ in first }
  }

  /// The numbers of the reference for a thousand people, as a reader of the report sees them.
  @Test func `design effect, effective number and divergences stand beside the figures`() throws {
    let thousand = example(scale: 10)
    let effective = try inputs(thousand.measure("effective_share_age"))
    #expect(abs(try #require(effective["design_effect"]) - 1.012162485) < 5e-10)
    #expect(abs(try #require(effective["effective_people"]) - 987.983664) < 1e-6)
    let divergence = try thousand.measure("divergence_age")
    #expect(abs(try #require(divergence.value) - 0.002063583) < 5e-10)
    let parts = try inputs(divergence)
    #expect(abs(try #require(parts["kullback_leibler"]) - 0.005621799) < 5e-10)
    #expect(abs(try #require(parts["kullback_leibler_back"]) - 0.005835913) < 5e-10)
    #expect(abs(try #require(parts["hellinger"]) - 0.037832385) < 5e-10)
    let likeness = try inputs(thousand.measure("representativeness_age"))
    // √(χ² ÷ (n (k − 1))) with χ² = 10.871628.
    #expect(abs(try #require(likeness["effect_size"]) - 0.0601986) < 5e-8)
    #expect(
      likeness["chi_square"] == nil, "participants chose themselves, so that nothing is tested")
  }

  /// 10, 15 and 25 of 50 against 300, 400 and 300 of 1,000: ½ (0.1 + 0.1 + 0.2) = 0.2.
  @Test func `likeness by education is measured where people were asked for it`() throws {
    let levels = [("education_low", 10), ("education_middle", 15), ("education_high", 25)]
    var asked = Fixture(
      gatherings: [Fixture.gathering("g1")],
      participants: levels.flatMap { level, count in
        (0..<count).map { Fixture.participant("\(level)\($0)", education: level) }
      },
      population: zip(levels, [300, 400, 300]).map { Fixture.residents($0.0, $1) })
    let measure = try asked.measure("representativeness_education")
    #expect(abs(try #require(measure.value) - 0.8) < 1e-12)
    #expect(measure.notes.contains { $0.english.contains("lower secondary or entry level; Upper") })
    #expect(try asked.measure("divergence_education").value != nil)
    let people = try asked.measure("unique_participants")
    #expect(people.breakdowns.map(\.id) == ["age_group", "gender", "education"])
    // Three from elsewhere would follow from all less the residents.
    asked.participants?.append(
      contentsOf: (0..<3).map {
        Fixture.participant("guest\($0)", education: "education_low", livesHere: false)
      })
    #expect(
      try asked.measure("unique_participants").breakdowns.map(\.id) == ["age_group", "gender"])
    #expect(
      try example().measure("unique_participants").breakdowns.map(\.id) == ["age_group", "gender"],
      "who was not asked is no group")
  }

  @Test func `a group below four fifths of its share is named, and one above is not`() throws {
    let remark = "four fifths"
    // 0.818 of its share is the lowest of the example.
    #expect(
      try !example().measure("representativeness_age").notes.contains {
        $0.english.contains(remark)
      })
    var lower = example()
    lower.population = zip(
      ["age_15_24", "age_25_44", "age_45_64", "age_65_plus"], [230, 280, 250, 240]
    ).map { Fixture.residents($0, $1) }
    // 0.18 ÷ 0.23 = 0.783.
    let notes = try lower.measure("representativeness_age").notes.map(\.english)
    #expect(notes.contains { $0.contains(remark) && $0.hasSuffix("too few: 15 to 24.") })
  }

  @Test func `a group of which few would be expected makes the effect size of little use`() throws {
    let remark = "fewer than five participants would be expected"
    var rare = example()
    rare.participants?.append(
      contentsOf: (0..<6).map { Fixture.participant("young\($0)", age: "age_0_14") })
    rare.population?.append(Fixture.residents("age_0_14", 49))
    // 106 · 49 ÷ 1049 = 4.95, and 106 · 50 ÷ 1050 = 5.05.
    #expect(
      try rare.measure("representativeness_age").notes.contains { $0.english.contains(remark) })
    rare.population?[4] = Fixture.residents("age_0_14", 50)
    #expect(
      try !rare.measure("representativeness_age").notes.contains { $0.english.contains(remark) })
    rare.population?[4] = Fixture.residents("age_0_14", 0)
    let strange = try rare.measure("representativeness_age")
    #expect(try inputs(strange)["effect_size"] == nil)
    #expect(strange.notes.contains { $0.english.contains("no residents in the count") })
  }

  @Test func `the participation rate is residents who came out of residents`() throws {
    var project = example()
    project.participants?.append(Fixture.participant("visitor", livesHere: false))
    project.participants?.append(Fixture.participant("stranger", livesHere: nil))
    let measure = try project.measure("participation_rate")
    #expect(
      measure.result == .measured(.share(numerator: 100, denominator: 1000, unknown: 1)))
    project.population?.append(Fixture.residents("everyone", 1250))
    #expect(try project.measure("participation_rate").value == 0.08)
  }

  @Test func `a few from elsewhere do not follow from all participants and the likeness`() throws {
    var project = example()
    project.participants?.append(
      contentsOf: (0..<3).map {
        Fixture.participant("guest\($0)", age: "age_15_24", gender: "woman", livesHere: false)
      })
    let all = try project.measure("unique_participants")
    #expect(all.breakdowns.map(\.id) == ["gender"], "no residents by gender to take off")
    #expect(all.notes.contains { $0.english.contains("Age group") })
    #expect(try project.measure("representativeness_age").value != nil)
    // All less the residents are three people: kept back unless the lead releases it.
    #expect(try project.measure("participation_rate").people == 3)
    let notes = try project.measure("representativeness_age").notes.map(\.english)
    #expect(!notes.contains { $0.contains("of the 100") })
    project.participants?.append(
      contentsOf: (0..<2).map {
        Fixture.participant("more\($0)", age: "age_15_24", livesHere: false)
      })
    #expect(
      try project.measure("unique_participants").breakdowns.map(\.id) == ["age_group", "gender"])
    #expect(try project.measure("participation_rate").people == 5)
  }

  @Test func `groups of one to four people are put together and that is said`() throws {
    var project = example()
    project.participants?.append(
      contentsOf: (0..<3).map {
        Fixture.participant("young\($0)", age: "age_0_14")
      })
    project.population?.append(Fixture.residents("age_0_14", 100))
    let measure = try project.measure("representativeness_age")
    let entries = try #require(measure.breakdowns.first).entries
    // The three young and the smallest other group of eighteen.
    #expect(entries.map(\.id) == ["age_25_44", "age_45_64", "age_65_plus", "other"])
    #expect(measure.notes.contains { $0.english.contains("put together") })
  }

  @Test func `fewer than 30 people are not compared and fewer than five not shown`() throws {
    var few = example()
    few.participants = (0..<29).map { Fixture.participant("p\($0)", age: "age_15_24") }
    #expect(
      try few.measure("representativeness_age").absence?.english.hasPrefix("fewer than 30") == true)
    few.participants = (0..<30).map { Fixture.participant("p\($0)", age: "age_15_24") }
    #expect(abs(try #require(few.measure("representativeness_age").value) - 0.22) < 1e-12)
    few.participants = (0..<4).map { Fixture.participant("p\($0)") }
    #expect(
      try few.measure("participation_rate").absence?.english.hasPrefix("fewer than five") == true)
  }

  @Test func `without homes or groups the comparison says what lacks`() throws {
    var homeless = example()
    homeless.participants = [Fixture.participant("a", livesHere: nil)]
    #expect(
      try homeless.measure("participation_rate").absence?.dutch
        == "de kolom ‘woont in de buurt’ van de tabel ‘participants’ is leeg")
    #expect(
      try example().measure("representativeness_gender").absence?.english.contains(
        "lacks the groups")
        == true)
    var uncounted = example()
    uncounted.population = nil
    #expect(
      try uncounted.measure("participation_rate").absence?.english
        == "the table “population” is missing")
  }

  @Test func `the latest count that is not after the period is used`() throws {
    var project = example()
    project.population = [
      Fixture.residents("everyone", 500, year: 2023),
      Fixture.residents("everyone", 400, year: 2024),
      Fixture.residents("everyone", 200, year: 2026),
    ]
    let measure = try project.measure("participation_rate")
    #expect(measure.value == 0.25)
    #expect(measure.notes.map(\.english).contains { $0.contains("2024") })
    project.population = [Fixture.residents("everyone", 200, year: 2026)]
    #expect(try project.measure("participation_rate").value == nil)
    project.population = [
      Fixture.residents("everyone", 200), Fixture.residents("everyone", 300),
    ]
    #expect(
      try project.measure("participation_rate").absence?.english.contains("twice") == true)
  }

  @Test func `likeness does not depend on the number of people or on the order of groups`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let participants = (0..<5).map { _ in Int.random(in: 0...40, using: &generator) }
      let population = (0..<5).map { _ in Int.random(in: 1...900, using: &generator) }
      guard participants.contains(where: { $0 > 0 }) else { continue }
      let plain = Representativeness(participants: participants, population: population)?.value
      let tenfold = Representativeness(
        participants: participants.map { $0 * 10 }, population: population)?.value
      let reversed = Representativeness(
        participants: participants.reversed(), population: population.reversed())?.value
      guard let plain, let tenfold, let reversed else {
        Issue.record("no likeness of \(participants) and \(population)")
        continue
      }
      #expect((0...1).contains(plain))
      #expect(abs(plain - tenfold) < 1e-12)
      #expect(abs(plain - reversed) < 1e-12)
    }
  }

  @Test func `a sample like the population is perfectly alike, and one of nobody has no likeness`()
  {
    #expect(Representativeness(participants: [1, 2, 3], population: [10, 20, 30])?.value == 1)
    #expect(Representativeness(participants: [5, 0], population: [0, 7])?.value == 0)
    #expect(Representativeness(participants: [0, 0], population: [1, 1])?.value == nil)
    #expect(Representativeness(participants: [1, 1], population: [0, 0])?.value == nil)
    #expect(Representativeness(participants: [1], population: [1, 1])?.value == nil)
  }
}
