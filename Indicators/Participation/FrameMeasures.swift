import IndicatorKit

/// How participants compare with the neighbourhood that they could come from.
struct FrameMeasures {
  static let rate = MeasureCard(
    "participation_rate", Text("Participation rate", nl: "Deelnamegraad"),
    help: Text(
      "People who took part and live in the neighbourhood, out of all residents who could take part; those whose home is not known are in neither part.",
      nl:
        "Mensen die meededen en in de buurt wonen, van alle buurtbewoners die mee konden doen; van wie het woonadres niet bekend is, telt nergens mee."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let byAge = MeasureCard(
    "representativeness_age",
    Text("Likeness to the neighbourhood by age", nl: "Gelijkenis met de buurt naar leeftijd"),
    help: likenessHelp("age group", nl: "leeftijdsgroep"), kind: .computed, unit: .likeness,
    aggregation: .none)

  static let byGender = MeasureCard(
    "representativeness_gender",
    Text("Likeness to the neighbourhood by gender", nl: "Gelijkenis met de buurt naar geslacht"),
    help: likenessHelp("gender", nl: "geslacht"), kind: .computed, unit: .likeness,
    aggregation: .none)

  static let divergenceByAge = MeasureCard(
    "divergence_age",
    Text("Divergence from the neighbourhood by age", nl: "Afwijking van de buurt naar leeftijd"),
    help: divergenceHelp, kind: .computed, unit: .divergence, direction: .down, aggregation: .none)

  static let divergenceByGender = MeasureCard(
    "divergence_gender",
    Text("Divergence from the neighbourhood by gender", nl: "Afwijking van de buurt naar geslacht"),
    help: divergenceHelp, kind: .computed, unit: .divergence, direction: .down, aggregation: .none)

  static let effectiveByAge = MeasureCard(
    "effective_share_age",
    Text("Effective share of voices by age", nl: "Effectief deel van de stemmen naar leeftijd"),
    help: effectiveHelp, kind: .computed, unit: .percent, aggregation: .none)

  static let effectiveByGender = MeasureCard(
    "effective_share_gender",
    Text("Effective share of voices by gender", nl: "Effectief deel van de stemmen naar geslacht"),
    help: effectiveHelp, kind: .computed, unit: .percent, aggregation: .none)

  static let byEducation = MeasureCard(
    "representativeness_education",
    Text(
      "Likeness to the neighbourhood by education", nl: "Gelijkenis met de buurt naar opleiding"),
    help: likenessHelp("level of education", nl: "opleidingsniveau"), kind: .computed,
    unit: .likeness, aggregation: .none)

  static let divergenceByEducation = MeasureCard(
    "divergence_education",
    Text(
      "Divergence from the neighbourhood by education", nl: "Afwijking van de buurt naar opleiding"),
    help: divergenceHelp, kind: .computed, unit: .divergence, direction: .down, aggregation: .none)

  static let effectiveByEducation = MeasureCard(
    "effective_share_education",
    Text(
      "Effective share of voices by education", nl: "Effectief deel van de stemmen naar opleiding"),
    help: effectiveHelp, kind: .computed, unit: .percent, aggregation: .none)

  static let cards = [
    rate, byAge, divergenceByAge, effectiveByAge, byGender, divergenceByGender, effectiveByGender,
    byEducation, divergenceByEducation, effectiveByEducation,
  ]

  private static let divergenceHelp = Text(
    "The Jensen–Shannon divergence, in bits, between the groups of residents who took part and of all residents: 0 is the same. A size and no test, because participants chose themselves; not given where a group has fewer than five people.",
    nl:
      "De Jensen–Shannondivergentie, in bits, tussen de groepen van buurtbewoners die meededen en van alle buurtbewoners: 0 is gelijk. Een omvang en geen toets, want deelnemers kozen zichzelf; niet gegeven als een groep minder dan vijf mensen heeft."
  )

  private static let effectiveHelp = Text(
    "How much of the participants is left when their groups are weighted to those of all residents: 1 over the design effect. Not given where a group has fewer than five people.",
    nl:
      "Hoeveel van de deelnemers overblijft als hun groepen gewogen worden naar die van alle buurtbewoners: 1 gedeeld door het ontwerpeffect. Niet gegeven als een groep minder dan vijf mensen heeft."
  )

  /// Fewer people than this differ from any population by chance alone.
  private static let fewestForLikeness = 30
  let attendance: Attendance
  let population: Rows<PopulationCount>
  let period: Period
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.rate.attempt(measureRate)
    ] + dimension(\.ageGroup, \.ageGroup, [Self.byAge, Self.divergenceByAge, Self.effectiveByAge])
      + dimension(
        \.gender, \.gender, [Self.byGender, Self.divergenceByGender, Self.effectiveByGender])
      + dimension(
        \.education, \.education,
        [Self.byEducation, Self.divergenceByEducation, Self.effectiveByEducation])
  }

  /// The three measures of one way to divide people, or why there are none.
  private func dimension<Group: Choice>(
    _ group: (Attendance.Visitor) -> Group?, _ member: (PopulationGroup) -> Group?,
    _ cards: [MeasureCard]
  ) -> [Measure] {
    do {
      let compared = try compare(group, member, called: cards[0].label)
      return zip(cards, [likeness, divergence, effective]).map { card, measure in
        card.attempt { () throws(NotMeasurable) in try measure(card, compared) }
      }
    } catch {
      return cards.map { $0.notMeasurable(error.reason) }
    }
  }

  private func measureRate() throws(NotMeasurable) -> Measure {
    let frame = try frame()
    let residents = try residents().count
    guard SmallGroups.isShown(residents) else { throw Self.tooFew }
    let unknown = attendance.visitors.count { $0.livesHere == nil }
    return Self.rate.share(
      numerator: Double(residents), denominator: Double(try frame.total()),
      unknown: Double(unknown),
      from: .combined([
        .selection(
          attendance.rows.selection(columns: ["gathering", "person", "lives_here"])),
        .selection(frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(frame.note).of(people: SmallGroups.told(by: residents, beside: fromElsewhere))
  }

  /// How many people are known to live elsewhere.
  private var fromElsewhere: Int { attendance.visitors.count { $0.livesHere == false } }

  /// The splits of all participants that would tell of a few people beside these figures.
  ///
  /// Likeness tells how many residents of each group took part; all participants of the group less
  /// those are the ones from elsewhere.
  var hiddenBreakdowns: Set<String> {
    var hidden: Set<String> = []
    if tellsOfOthers(\.ageGroup, \.ageGroup, Self.byAge) { hidden.insert("age_group") }
    if tellsOfOthers(\.gender, \.gender, Self.byGender) { hidden.insert("gender") }
    if tellsOfOthers(\.education, \.education, Self.byEducation) { hidden.insert("education") }
    return hidden
  }

  private func tellsOfOthers<Group: Choice>(
    _ group: (Attendance.Visitor) -> Group?, _ member: (PopulationGroup) -> Group?,
    _ card: MeasureCard
  ) -> Bool {
    (try? compare(group, member, called: card.label))?.groups.tellsOfOthers ?? false
  }

  /// What the figures of one dimension are made of.
  private struct Compared {
    let groups: GroupComparison
    let likeness: Representativeness
    let frame: PopulationFrame
    let residents: Int
  }

  private func compare<Group: Choice>(
    _ group: (Attendance.Visitor) -> Group?, _ member: (PopulationGroup) -> Group?,
    called label: Text
  ) throws(NotMeasurable) -> Compared {
    let frame = try frame()
    let residents = try residents()
    let cells = Group.allCases.compactMap { choice in
      frame.rows.first { member($0.group) == choice }.map { row in
        let mine = residents.count { group($0) == choice }
        return GroupComparison.Cell(
          id: choice.rawValue, label: choice.label, participants: mine, residents: row.people,
          others: attendance.visitors.count { group($0) == choice } - mine)
      }
    }
    guard cells.count > 1 else { throw Self.noGroups(label, year: frame.year) }
    let groups = GroupComparison(cells)
    guard groups.people >= Self.fewestForLikeness else { throw Self.tooFewForLikeness }
    guard let likeness = groups.likeness else { throw Self.tooFewForLikeness }
    return Compared(groups: groups, likeness: likeness, frame: frame, residents: residents.count)
  }

  private func likeness(
    _ card: MeasureCard, _ compared: Compared
  ) throws(NotMeasurable) -> Measure {
    let measure = self.measure(
      card, compared.likeness.value, compared,
      input: NamedNumber(
        "distance", Text("Total variation distance", nl: "Afstand (total variation)"),
        compared.likeness.distance, unit: .likeness),
      more: sizes(compared.likeness),
      rule: Text(
        "1 − half the sum of the differences between each group’s share of participants and of residents",
        nl:
          "1 − de helft van de som van de verschillen tussen het aandeel van elke groep in de deelnemers en in de buurt"
      ))
    let noted = remarks(on: compared.groups).reduce(measure) { $0.noting($1) }
    return compared.groups.ratios.map { noted.broken(down: $0) } ?? noted
  }

  /// What a reader of the likeness must know of the groups.
  private func remarks(on groups: GroupComparison) -> [Text] {
    let few = groups.underrepresented
    return (few.isEmpty ? [] : [Self.underrepresented(few)])
      + (groups.hasFewExpected ? [Self.fewExpected] : [])
      + (groups.hasStrangers ? [Self.strangers] : [])
  }

  private static func underrepresented(_ groups: [GroupComparison.Cell]) -> Text {
    Text(
      "Below four fifths of their share of the residents, a rule of thumb for too few: \(groups.map(\.label.english).joined(separator: "; ")).",
      nl:
        "Onder vier vijfde van hun aandeel in de buurt, een vuistregel voor te weinig: \(groups.map(\.label.dutch).joined(separator: "; "))."
    )
  }

  private static let fewExpected = Text(
    "Of a group fewer than five participants would be expected; the effect size is then of little use.",
    nl:
      "Van een groep zouden minder dan vijf deelnemers te verwachten zijn; de effectgrootte zegt dan weinig."
  )

  private static let strangers = Text(
    "A group has participants and no residents in the count; the effect size and one divergence are then undefined.",
    nl:
      "Een groep heeft deelnemers maar geen bewoners in de telling; de effectgrootte en één afwijking zijn dan niet bepaald."
  )

  private func divergence(
    _ card: MeasureCard, _ compared: Compared
  ) throws(NotMeasurable) -> Measure {
    measure(
      card, compared.likeness.divergence.roundedToNineDigits, compared, input: nil,
      more: divergences(compared.likeness),
      rule: Text(
        "½ Σ s log₂(s ÷ m) + ½ Σ p log₂(p ÷ m), with s a group’s share of participants, p of residents and m = (s + p) ÷ 2",
        nl:
          "½ Σ s log₂(s ÷ m) + ½ Σ p log₂(p ÷ m), met s het aandeel van een groep in de deelnemers, p in de buurt en m = (s + p) ÷ 2"
      ))
  }

  /// What else tells how large the difference is.
  private func sizes(_ likeness: Representativeness) -> [NamedNumber] {
    let effect = likeness.effectSize.map {
      NamedNumber(
        "effect_size",
        Text("Effect size, √(χ² ÷ (n (k − 1)))", nl: "Effectgrootte, √(χ² ÷ (n (k − 1)))"),
        $0.roundedToNineDigits, unit: .likeness)
    }
    let diversity = likeness.diversity.map {
      NamedNumber(
        "diversity",
        Text("Groups of which somebody took part", nl: "Groepen waarvan iemand meedeed"), $0,
        unit: .percent)
    }
    return [effect, diversity].compactMap(\.self)
  }

  /// The divergences that are not symmetric, and the Hellinger distance.
  private func divergences(_ likeness: Representativeness) -> [NamedNumber] {
    let from = likeness.divergenceFromPopulation.map {
      NamedNumber(
        "kullback_leibler",
        Text(
          "Kullback–Leibler, participants from residents",
          nl: "Kullback–Leibler, deelnemers ten opzichte van bewoners"), $0.roundedToNineDigits,
        unit: .information)
    }
    let of = likeness.divergenceOfPopulation.map {
      NamedNumber(
        "kullback_leibler_back",
        Text(
          "Kullback–Leibler, residents from participants",
          nl: "Kullback–Leibler, bewoners ten opzichte van deelnemers"), $0.roundedToNineDigits,
        unit: .information)
    }
    let hellinger = NamedNumber(
      "hellinger", Text("Hellinger distance", nl: "Hellingerafstand"),
      likeness.hellinger.roundedToNineDigits, unit: .likeness)
    return [from, of, hellinger].compactMap(\.self)
  }

  private func effective(
    _ card: MeasureCard, _ compared: Compared
  ) throws(NotMeasurable) -> Measure {
    guard let share = compared.likeness.effectiveShare else { throw Self.emptyGroup }
    return measure(
      card, share, compared,
      input: NamedNumber(
        "design_effect", Text("Design effect", nl: "Ontwerpeffect"), 1 / share, unit: .likeness),
      more: [
        NamedNumber(
          "effective_people",
          Text("Effective number of participants", nl: "Effectief aantal deelnemers"),
          Double(compared.groups.people) * share, unit: .effectivePeople)
      ],
      rule: Text(
        "1 ÷ Σ (p² ÷ s), with s a group’s share of participants and p of residents",
        nl: "1 ÷ Σ (p² ÷ s), met s het aandeel van een groep in de deelnemers en p in de buurt"))
  }

  private func measure(
    _ card: MeasureCard, _ value: Double, _ compared: Compared, input: NamedNumber?,
    more: [NamedNumber] = [], rule: Text
  ) -> Measure {
    let people = NamedNumber(
      "people",
      Text("Residents who took part and are compared", nl: "Vergeleken buurtbewoners die meededen"),
      Double(compared.groups.people), unit: .people)
    let measure = card.computed(
      value, inputs: [people] + (input.map { [$0] } ?? []) + more, rule: rule,
      from: .combined([
        .selection(attendance.rows.selection()),
        .selection(compared.frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(compared.frame.note).noting(
      SmallGroups.isShown(fromElsewhere)
        ? Self.compared(compared.groups.people, of: compared.residents)
        : Self.comparedAlone(compared.groups.people))
    return compared.groups.isMerged ? measure.noting(Self.merged) : measure
  }

  private static let merged = Text(
    "Groups of fewer than five people are put together.",
    nl: "Groepen van minder dan vijf mensen zijn samengevoegd.")

  private static let emptyGroup = NotMeasurable(
    Text(
      "a group of the neighbourhood has no participant, so that no weight makes up for it",
      nl: "een groep van de buurt heeft geen deelnemer, zodat geen weging dat goedmaakt"))

  private func frame() throws(NotMeasurable) -> PopulationFrame {
    try missing.requireAttendance()
    try missing.requirePopulation()
    if attendance.gatherings.isEmpty { throw MissingTables.noRows(Gathering.table.id) }
    if attendance.rows.isEmpty { throw MissingTables.noRows(Participant.table.id) }
    return try PopulationFrame(population, period: period)
  }

  private func residents() throws(NotMeasurable) -> [Attendance.Visitor] {
    guard attendance.visitors.contains(where: { $0.livesHere != nil }) else { throw Self.noHomes }
    return attendance.visitors.filter { $0.livesHere == true }
  }

  private static func likenessHelp(_ dimension: String, nl dutch: String) -> Text {
    Text(
      "1 less half the sum of the differences between the shares of each \(dimension) among residents who took part and among all residents; 1 is a perfect likeness, and it is not given for fewer than 30 people.",
      nl:
        "1 min de helft van de som van de verschillen tussen het aandeel van elk(e) \(dutch) onder buurtbewoners die meededen en onder alle buurtbewoners; 1 is een volmaakte gelijkenis, en bij minder dan 30 mensen wordt het niet gegeven."
    )
  }

  private static func compared(_ people: Int, of residents: Int) -> Text {
    Text(
      "\(people) of the \(residents) residents who took part are compared; chance alone keeps the likeness of few people below 1.",
      nl:
        "\(people) van de \(residents) buurtbewoners die meededen zijn vergeleken; toeval alleen al houdt de gelijkenis van weinig mensen onder 1."
    )
  }

  /// As `compared`, without the number that tells how few live elsewhere.
  private static func comparedAlone(_ people: Int) -> Text {
    Text(
      "\(people) residents who took part are compared; chance alone keeps the likeness of few people below 1.",
      nl:
        "\(people) buurtbewoners die meededen zijn vergeleken; toeval alleen al houdt de gelijkenis van weinig mensen onder 1."
    )
  }

  private static let tooFew = NotMeasurable(
    Text(
      "fewer than five people are known to live in the neighbourhood, and so few are not shown",
      nl:
        "van minder dan vijf mensen is bekend dat zij in de buurt wonen, en zo weinig worden niet getoond"
    ))

  private static let tooFewForLikeness = NotMeasurable(
    Text(
      "fewer than 30 people can be compared, too few to tell likeness from chance",
      nl:
        "minder dan 30 mensen kunnen worden vergeleken, te weinig om gelijkenis van toeval te onderscheiden"
    ))

  private static let noHomes = NotMeasurable(
    Text(
      "the column “lives in the neighbourhood” of the table “participants” is empty",
      nl: "de kolom ‘woont in de buurt’ van de tabel ‘participants’ is leeg"))

  private static func noGroups(_ measure: Text, year: Int) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the table “population” lacks the groups of “\(measure.english)” in \(year)",
        nl: "in de tabel ‘population’ ontbreken de groepen van ‘\(measure.dutch)’ in \(year)"))
  }
}

extension Unit {
  /// A number from 0 to 1 of which three decimals matter.
  static let likeness = Unit(code: "1", symbol: Text(verbatim: ""), decimals: 3)
  /// People as weights leave them, which need not be a whole number.
  static let effectivePeople = Unit(
    code: "person", symbol: Text("people", nl: "mensen"), decimals: 1)
  /// Bits of information.
  static let divergence = Unit(code: "bit", symbol: Text(verbatim: "bit"), decimals: 4)
  /// Nats of information: bits times the natural logarithm of 2.
  static let information = Unit(code: "nat", symbol: Text(verbatim: "nat"), decimals: 4)
}
