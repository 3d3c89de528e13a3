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
    kind: .share, aggregation: .pooled)

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

  static let cards = [rate, byAge, byGender]

  /// Fewer people than this differ from any population by chance alone.
  private static let fewestForLikeness = 30
  /// Fewer people than this are not shown.
  private static let fewestShown = 5

  let attendance: Attendance
  let population: Rows<PopulationCount>
  let period: Period
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.rate.attempt(measureRate),
      Self.byAge.attempt { () throws(NotMeasurable) in
        try likeness(Self.byAge, of: \.ageGroup, in: \.ageGroup)
      },
      Self.byGender.attempt { () throws(NotMeasurable) in
        try likeness(Self.byGender, of: \.gender, in: \.gender)
      },
    ]
  }

  private func measureRate() throws(NotMeasurable) -> Measure {
    let frame = try frame()
    let residents = try residents().count
    guard residents == 0 || residents >= Self.fewestShown else { throw Self.tooFew }
    let unknown = attendance.visitors.count { $0.livesHere == nil }
    return Self.rate.share(
      numerator: Double(residents), denominator: Double(try frame.total()),
      unknown: Double(unknown),
      from: .combined([
        .selection(
          attendance.rows.selection(columns: ["gathering", "person", "lives_here"])),
        .selection(frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(frame.note).of(people: attendance.visitors.count)
  }

  private func likeness<Group: Choice>(
    _ card: MeasureCard, of group: (Attendance.Visitor) -> Group?,
    in member: (PopulationGroup) -> Group?
  ) throws(NotMeasurable) -> Measure {
    let frame = try frame()
    let residents = try residents()
    let groups = Group.allCases.compactMap { choice in
      frame.rows.first { member($0.group) == choice }.map { (choice, $0.people) }
    }
    guard groups.count > 1 else { throw Self.noGroups(card.label, year: frame.year) }
    let counts = groups.map { choice, _ in residents.count { group($0) == choice } }
    let people = counts.reduce(0, +)
    guard people >= Self.fewestForLikeness else { throw Self.tooFewForLikeness }
    guard
      let likeness = Representativeness(participants: counts, population: groups.map(\.1))
    else { throw Self.noGroups(card.label, year: frame.year) }
    return card.computed(
      likeness.value,
      inputs: [
        NamedNumber(
          "people",
          Text(
            "Residents who took part and are compared", nl: "Vergeleken buurtbewoners die meededen"),
          Double(people), unit: .people),
        NamedNumber(
          "distance", Text("Total variation distance", nl: "Afstand (total variation)"),
          likeness.distance, unit: .likeness),
      ],
      rule: Text(
        "1 − half the sum of the differences between each group’s share of participants and of residents",
        nl:
          "1 − de helft van de som van de verschillen tussen het aandeel van elke groep in de deelnemers en in de buurt"
      ),
      from: .combined([
        .selection(attendance.rows.selection()),
        .selection(frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(frame.note).noting(Self.compared(people, of: residents.count))
  }

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
}
