import ExportKit
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ClaimsTests {
  private func claims(
    _ map: ExampleMap, answers: [ClaimAnswer] = []
  ) throws -> (claims: [ReportClaim], findings: [Finding]) {
    Claims.found(
      in: try map.report(), answers: answers,
      standardDiscountRate: ExampleMap.standardDiscountRate)
  }

  private func codes(_ map: ExampleMap) throws -> Set<String> {
    Set(try claims(map).claims.map { String($0.code.dropFirst("over_claiming.".count)) })
  }

  @Test func `no check speaks of the clean example`() throws {
    #expect(try codes(.clean).isEmpty)
  }

  @Test func `every check speaks of its own example and no other check does`() throws {
    for check in Claims.checks {
      let code = check.card.code
      #expect(Set(try claims(check.firing.map).claims.map(\.code)) == [code], "\(code)")
      #expect(!check.firing.changes.isEmpty)
    }
  }

  @Test func `no check speaks of what only comes near`() throws {
    for check in Claims.checks {
      #expect(try codes(check.silent.map).isEmpty, "\(check.card.code)")
      #expect(!check.silent.changes.isEmpty, "\(check.card.code)")
    }
  }

  @Test func `every code is a figure's identifier of its own, so that it can be answered`() {
    let codes = Claims.checks.map { $0.card.code }
    #expect(Set(codes).count == codes.count)
    for code in codes { #expect(FigureID(code) != nil && code.hasPrefix("over_claiming.")) }
  }

  @Test func `every row with an address of its own is named by it`() throws {
    let claims = try claims(DominantRow.firing.map).claims
    #expect(claims.map(\.subject) == ["o1"])
    #expect(claims.map(\.title) == [DominantRow.card.title])
  }

  @Test func `the time bank shows what over-claiming looks like`() throws {
    let found = try codes(ClaimMaps.timeBank)
    #expect(found.isSuperset(of: ["same_deductions", "overlapping_outcomes", "high_ratio"]))
  }

  @Test func `a value of 5·619 told as six to one is rounded up`() throws {
    var map = ClaimMaps.single(quantity: 1, proxy: 4_760_250, inputs: 847_166)
    map.summary = "The programme returns 6:1."
    #expect(try codes(map).contains("rounded_up"))
    map.summary = "The programme returns 5.62:1."
    #expect(try !codes(map).contains("rounded_up"))
  }

  @Test(arguments: [
    ("The ratio is 3 to 1.", 3.0), ("Elke geïnvesteerde euro levert drie euro op.", 3),
    ("De ratio is drie op één.", 3), ("An SROI ratio of 5.6 to 1 was found.", 5.6),
    ("The social return on investment was twelve to one.", 12),
    ("Every pound invested returns four pounds.", 4), ("Zeven euro voor elke euro.", 7),
    ("A ratio of 1 to 2.5.", 2.5),
  ])
  func `a ratio in words is a headline`(text: String, ratio: Double) {
    #expect(Headline.found(in: text).map(\.ratio) == [ratio])
  }

  @Test(arguments: [
    "The ratio of women to men is 3 to 1.", "Drie op de tien bewoners komen.",
    "The ratio is one to one.", "Open from three to one.", "The ratio rose. From 3 to 1.",
    "Iedereen betaalt twee euro.", "The ratio fell by 1234 to 1.",
  ])
  func `other numbers in words are no headline`(text: String) {
    #expect(Headline.found(in: text) == [])
  }

  @Test(arguments: [
    "Meetings held", "Number of workshops", "12 bijeenkomsten", "Bijeenkomsten georganiseerd",
    "Workshops for parents", "Aantal gehouden bijeenkomsten",
  ])
  func `an outcome named after what was done is an output`(name: String) throws {
    var map = OutputAsOutcome.silent.map
    let last = map.outcomes.count - 1
    map.outcomes[last].description = name
    #expect(try codes(map) == ["output_as_outcome"])
  }

  @Test(arguments: [
    "Confidence gained in workshops", "Meetings with doctors avoided",
    "Fewer meetings with debtors",
    "Meer deelname aan bijeenkomsten", "People meet each other", "Training leads to a job",
  ])
  func `an outcome that names a change is no output`(name: String) {
    #expect(!OutputName.isOutput(name))
  }

  @Test func `volunteer hours of a waste calculator are no gain`() throws {
    var map = ClaimMaps.single(quantity: 554_323.14, proxy: 1, inputs: 369_515)
    map.inputs.append(
      ExampleMap.Input(
        id: "i2", stakeholder: "people", description: "Hours", kind: .hours, quantity: 554_323.14,
        rate: 1))
    #expect(try codes(map).contains("hours_as_benefit"))
  }

  @Test func `a map without priced outcomes claims nothing`() throws {
    var map = ExampleMap.clean
    map.outcomes = []
    #expect(try claims(map).claims.isEmpty)
    map.inputs = []
    #expect(try claims(map).claims.isEmpty)
  }

  @Test func `a map without inputs has no ratio to speak of`() throws {
    var map = RoundedUp.firing.map
    map.inputs = []
    let found = try codes(map)
    #expect(!found.contains("rounded_up") && !found.contains("high_ratio"))
  }

  @Test(arguments: [0, 1e-300, 1e150, -1e150])
  func `extreme quantities give sentences without a number that is none`(
    quantity: Double
  ) throws {
    var map = ExampleMap.clean
    map.changeAll { $0.quantity = Estimate(quantity) }
    for claim in try claims(map).claims {
      for text in [claim.message.english, claim.message.dutch] {
        #expect(!text.contains("nan") && !text.contains("inf"), "\(text)")
      }
    }
  }

  @Test func `each of thousands of rows that repeat the first is named once`() throws {
    var map = ExampleMap.clean
    let row = map.outcomes[2]
    map.outcomes = (0..<5_000).map { index in
      var other = row
      other.id = "o\(index)"
      return other
    }
    let found = Claims.found(in: try map.report(), answers: [])
    let doubled = found.claims.filter { $0.code == DoubledOutcome.card.code }
    #expect(doubled.map(\.subject) == (1..<5_000).map { "o\($0)" })
  }
}

@Suite struct ClaimAnswerTests {
  private func answer(_ check: String, _ subject: String?, _ reason: String) -> ClaimAnswer {
    ClaimAnswer(
      check: check, subject: subject, reason: reason, author: "A. de Vries",
      address: Address(file: "tables/answers.csv", row: 2))
  }

  private func found(
    _ map: ExampleMap, _ answers: [ClaimAnswer]
  ) throws -> (claims: [ReportClaim], findings: [Finding]) {
    Claims.found(in: try map.report(), answers: answers)
  }

  @Test func `an answer about the row stands before one about all rows`() throws {
    let code = DominantRow.card.code
    let answers = [answer(code, nil, "In general"), answer(code, "o1", "Here")]
    let found = try found(DominantRow.firing.map, answers)
    #expect(found.claims.map(\.answer) == [.init(reason: "Here", author: "A. de Vries")])
    #expect(found.findings.isEmpty)
    let general = try self.found(DominantRow.firing.map, [answers[0]])
    #expect(general.claims.map(\.answer?.reason) == ["In general"])
  }

  @Test func `an answer about another row answers nothing and is noted`() throws {
    let code = DominantRow.card.code
    let found = try found(DominantRow.firing.map, [answer(code, "o2", "Elsewhere")])
    #expect(found.claims.map(\.answer) == [nil])
    #expect(found.findings.map(\.code) == ["answers.nothing_to_answer"])
    #expect(found.findings.map(\.severity) == [.note])
    #expect(found.findings.first?.address?.file == "tables/answers.csv")
  }

  @Test func `an answer to a check that does not exist is noted as such`() throws {
    let found = try found(.clean, [answer("over_claiming.nothing", nil, "Why not")])
    #expect(found.findings.map(\.code) == ["answers.unknown_check"])
  }

  @Test func `what is about the whole map is answered without a row`() throws {
    let found = try found(NoDoubt.firing.map, [answer(NoDoubt.card.code, nil, "All counted")])
    #expect(found.claims.map(\.answer?.reason) == ["All counted"])
  }
}

/// Maps that are not the clean one with a change.
enum ClaimMaps {
  /// The time bank in Ireland, 2023, as its report has it.
  static var timeBank: ExampleMap {
    let outcomes: [(String, Double, Double)] = [
      ("socialisation", 95, 3_432), ("health", 95, 600), ("independence", 90, 640),
      ("inclusion", 95, 4_353),
    ]
    var map = single(quantity: 1, proxy: 1, inputs: 50_000)
    map.discountRate = 0.035
    map.outcomes = outcomes.map { id, quantity, proxy in
      var row = ExampleMap.further(
        id, of: "people", quantity: quantity, unit: "people", proxy: proxy, proxyDescription: id)
      row.id = id
      row.proxyID = id
      row.deadweight.value = 0.1
      row.displacement.value = 0.1
      row.attribution.value = 0.1
      row.dropOff.value = 0.7
      row.benefitPeriods = 2
      return row
    }
    return map
  }

  /// One row without deductions.
  static func single(quantity: Double, proxy: Double, inputs: Double) -> ExampleMap {
    var map = ExampleMap.clean
    map.stakeholders = [
      ExampleMap.Stakeholder(
        id: "people", name: "People", domain: .citizens, groupSize: 95, involved: 95)
    ]
    map.inputs = [
      ExampleMap.Input(
        id: "i1", stakeholder: "people", description: "Investment", kind: .cash, quantity: inputs)
    ]
    var row = map.outcomes[0]
    row.stakeholder = "people"
    row.quantity = Estimate(quantity)
    row.proxy = Estimate(proxy)
    row.deadweight.value = 0
    row.displacement.value = 0
    row.attribution.value = 0
    row.benefitPeriods = 1
    map.outcomes = [row]
    return map
  }
}

@Suite struct ClaimHeadlineTests {
  @Test(arguments: [
    ("SROI 6:1", [6]), ("een ratio van 1 : 2,5", [2.5]), ("1:17", [17]),
    ("Elke euro levert € 6 op.", [6]), ("Elke geïnvesteerde euro levert 3,20 euro op", [3.2]),
    ("Every pound invested creates £5.60 of social value", [5.6]),
    ("€ 4 per euro", [4]), ("For every £1 invested, £3.10 comes back", [3.1]),
    ("per euro € 2 aan waarde; dus 2:1", [2]), ("EVERY EURO GIVES € 3", [3]),
    ("3 euro per geïnvesteerde euro", [3]),
  ])
  func `a ratio in words is found`(text: String, ratios: [Double]) {
    #expect(Headline.found(in: text).map(\.ratio) == ratios)
  }

  @Test(arguments: [
    "Er is 1:1 begeleiding.", "Open van 11:15 tot 16:10.", "Om 1:30 uur", "Kaart 1 : 25.000",
    "Every euro of the € 40,000 was spent.", "Samen uit 2:15", "", "10:1000", "In 2025: 1 verslag",
    "Elke euro telt. We kregen € 5.",
  ])
  func `what is no ratio is left alone`(text: String) {
    #expect(Headline.found(in: text) == [])
  }

  @Test func `the words are kept as they stand`() {
    #expect(Headline.found(in: "Dus (1 : 6) samen").map(\.text) == ["1 : 6"])
    #expect(Headline.found(in: "Zo: elke euro geeft € 6.").map(\.text) == ["elke euro geeft € 6"])
  }
}

@Suite struct VocabularyTests {
  @Test func `Dutch words written together are known and short words only alone`() {
    #expect(Vocabulary.moneyFlow.first(in: "Meer winkelomzet") == "omzet")
    #expect(Vocabulary.moneyFlow.first(in: "Bijdrage aan het BBP.") == "bbp")
    #expect(Vocabulary.transfers.first(in: "Immigrants feel at home") == nil)
    #expect(Vocabulary.transfers.first(in: "A grant!") == "grant")
    #expect(Vocabulary.healthAndIncome.first(in: "Minder zorgen") == nil)
    #expect(Vocabulary.healthAndIncome.first(in: "Minder zorg") == "zorg")
  }

  @Test func `visitors are people although visits are not`() {
    for unit in ["bezoekers", "visitors", "Deelnemers"] {
      #expect(Vocabulary.people.occurs(in: unit))
    }
    for unit in ["bezoeken", "visits", "Workshops"] {
      #expect(Vocabulary.outputs.occurs(in: unit) && !Vocabulary.people.occurs(in: unit))
    }
  }
}
