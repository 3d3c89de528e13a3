import IndicatorKit

/// How far members run their co-operative or association.
///
/// After the second principle of the International Co-operative Alliance: democratic member control.
struct GovernanceMeasures {
  static let members = MeasureCard(
    "members", Text("Members", nl: "Leden"),
    help: Text(
      "The members on the day of the last general meeting in the period.",
      nl: "De leden op de dag van de laatste ledenvergadering in de periode."),
    kind: .count, unit: .people, aggregation: .sum, countsPeople: true)

  static let turnout = MeasureCard(
    "meeting_turnout",
    Text("Members at the general meeting", nl: "Leden bij de ledenvergadering"),
    help: Text(
      "Members who were present or represented, out of all members, over the general meetings in the period of which the presence is known.",
      nl:
        "Leden die aanwezig of vertegenwoordigd waren, van alle leden, over de ledenvergaderingen in de periode waarvan de opkomst bekend is."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let votes = MeasureCard(
    "meeting_votes", Text("Members who voted", nl: "Leden die stemden"),
    help: Text(
      "Votes cast out of all members, over the general meetings in the period at which each member has one vote.",
      nl:
        "Uitgebrachte stemmen van alle leden, over de ledenvergaderingen in de periode waar elk lid één stem heeft."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let surplus = MeasureCard(
    "surplus_by_members",
    Text("Surplus that members decided on", nl: "Overschot waarover leden besloten"),
    help: Text(
      "The surpluses whose use the members decided on, out of all surpluses before the general meetings in the period of which that is known.",
      nl:
        "De overschotten waarvan de leden de bestemming bepaalden, van alle overschotten voor de ledenvergaderingen in de periode waarvan dat bekend is."
    ),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let residents = MeasureCard(
    "board_residents", Text("Seats of residents on the board", nl: "Bestuurszetels van bewoners"),
    help: Text(
      "The seats of the board that residents hold on the last day of the period, out of all seats.",
      nl: "De bestuurszetels van buurtbewoners op de laatste dag van de periode, van alle zetels."),
    kind: .share, aggregation: .pooled)

  static let elected = MeasureCard(
    "board_elected", Text("Seats elected by members", nl: "Door leden gekozen zetels"),
    help: Text(
      "The seats of the board on the last day of the period that members elected, out of the seats of which that is known.",
      nl:
        "De bestuurszetels op de laatste dag van de periode die door leden zijn gekozen, van de zetels waarvan dat bekend is."
    ),
    kind: .share, aggregation: .pooled)

  static let cards = [members, turnout, votes, surplus, residents, elected]

  private let meetings: Rows<GeneralMeeting>
  private let seats: Rows<BoardSeats>
  private let missing: MissingTables

  /// Keeps the meetings of the period and the seats on its last day.
  init(
    meetings: Rows<GeneralMeeting>, seats: Rows<BoardSeats>, period: Period, missing: MissingTables
  ) {
    self.meetings = meetings
    self.seats = seats.filter { row in
      row.start <= period.last && (row.end.map { $0 >= period.last } ?? true)
    }
    self.missing = missing
  }

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.members.attempt(countMembers), Self.turnout.attempt(measureTurnout),
      Self.votes.attempt(measureVotes), Self.surplus.attempt(measureSurplus),
      Self.residents.attempt(measureResidents), Self.elected.attempt(measureElected),
    ]
  }

  private func countMembers() throws(NotMeasurable) -> Measure {
    try requireMeetings()
    guard let last = meetings.map(\.date).max() else { throw Self.noMeeting }
    let latest = meetings.filter { $0.date == last }
    guard let members = latest.first?.members, Set(latest.map(\.members)).count == 1 else {
      throw Self.disagreement
    }
    return Self.members.count(members, from: .selection(latest.selection(columns: ["members"])))
  }

  private func measureTurnout() throws(NotMeasurable) -> Measure {
    try requireMeetings()
    let known = meetings.filter { $0.present != nil }
    func there(_ meeting: GeneralMeeting) -> Int {
      (meeting.present ?? 0) + (meeting.represented ?? 0)
    }
    let measure = try share(
      Self.turnout, of: known, there, columns: ["members", "present", "represented"])
    let equal = known.count { $0.oneVoteEach == true }
    return measure.noting(Self.oneVote(equal, of: known.count))
  }

  private func measureVotes() throws(NotMeasurable) -> Measure {
    try requireMeetings()
    let known = meetings.filter { $0.votes != nil && $0.oneVoteEach == true }
    return try share(
      Self.votes, of: known, { $0.votes ?? 0 }, columns: ["members", "votes", "one_vote_each"])
  }

  /// A share of the members; each meeting by itself may show nobody, because who knows the others
  /// knows the last one.
  private func share(
    _ card: MeasureCard, of known: Rows<GeneralMeeting>, _ part: (GeneralMeeting) -> Int,
    columns: [String]
  ) throws(NotMeasurable) -> Measure {
    guard !known.isEmpty else { throw Self.notKnown }
    for meeting in known.sorted(by: { $0.date < $1.date }) {
      guard part(meeting) <= meeting.members else { throw Self.moreThanMembers(meeting.date) }
      try SmallGroups.require(part(meeting), of: meeting.members)
    }
    let measure = card.share(
      numerator: known.sum { Double(part($0)) }, denominator: known.sum { Double($0.members) },
      from: .selection(known.selection(columns: columns))
    ).of(people: known.map(\.members).min() ?? 0)
    let without = meetings.count - known.count
    return without == 0 ? measure : measure.noting(Self.without(without, of: meetings.count))
  }

  private func measureSurplus() throws(NotMeasurable) -> Measure {
    try requireMeetings()
    let known = meetings.filter { ($0.surplus ?? 0) > 0 && $0.membersDecided != nil }
    guard !known.isEmpty else { throw Self.noSurplus }
    return Self.surplus.share(
      numerator: known.filter { $0.membersDecided == true }.sum { $0.surplus ?? 0 },
      denominator: known.sum { $0.surplus ?? 0 },
      from: .selection(known.selection(columns: ["surplus", "members_decided"])))
  }

  private func measureResidents() throws(NotMeasurable) -> Measure {
    try requireSeats()
    let entries = SeatHolder.allCases.compactMap { group in
      let held = seats.filter { $0.group == group }.sum { Double($0.seats) }
      return held == 0
        ? nil : Breakdown.Entry(id: group.rawValue, label: group.label, value: held)
    }
    return Self.residents.share(
      numerator: seats.filter { $0.group == .residents }.sum { Double($0.seats) },
      denominator: seats.sum { Double($0.seats) },
      from: .selection(seats.selection(columns: ["start", "end", "group", "seats"]))
    ).broken(
      down: Breakdown(
        id: "group", label: Text("Group", nl: "Groep"), unit: .count, entries: entries))
  }

  private func measureElected() throws(NotMeasurable) -> Measure {
    try requireSeats()
    let known = seats.filter { $0.elected != nil }
    guard !known.isEmpty else { throw Self.notKnown }
    let odd = known.filter { ($0.elected ?? 0) > $0.seats }.map(\.group)
    if let group = SeatHolder.allCases.first(where: odd.contains) {
      throw Self.moreThanSeats(group)
    }
    let whole = known.sum { Double($0.seats) }
    return Self.elected.share(
      numerator: known.sum { Double($0.elected ?? 0) }, denominator: whole,
      unknown: seats.sum { Double($0.seats) } - whole,
      from: .selection(known.selection(columns: ["start", "end", "seats", "elected"])))
  }

  private func requireMeetings() throws(NotMeasurable) {
    try missing.requireMeetings()
    if meetings.isEmpty { throw MissingTables.noRows(GeneralMeeting.table.id) }
  }

  private func requireSeats() throws(NotMeasurable) {
    try missing.requireBoard()
    if seats.isEmpty { throw Self.noSeats }
  }

  private static let noMeeting = MissingTables.noRows(GeneralMeeting.table.id)
  private static let noSeats = NotMeasurable(
    Text(
      "the table “board_seats” has no seats on the last day of the period",
      nl: "de tabel ‘board_seats’ heeft geen zetels op de laatste dag van de periode"))
  private static let notKnown = NotMeasurable(
    Text("it is not given in any row", nl: "het staat in geen enkele rij"))
  private static let noSurplus = NotMeasurable(
    Text(
      "no general meeting says whether the members decided on a surplus",
      nl: "bij geen ledenvergadering staat of de leden over een overschot besloten"))
  private static let disagreement = NotMeasurable(
    Text(
      "two general meetings of one day give different numbers of members",
      nl: "twee ledenvergaderingen van één dag geven een verschillend aantal leden"))
  private static func moreThanMembers(_ day: Day) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the general meeting of \(day) has more people or votes than members",
        nl: "de ledenvergadering van \(day) heeft meer mensen of stemmen dan leden"))
  }
  private static func moreThanSeats(_ group: SeatHolder) -> NotMeasurable {
    NotMeasurable(
      Text(
        "“\(group.label.english)” has more elected seats than seats in the table “board_seats”",
        nl: "‘\(group.label.dutch)’ heeft meer gekozen zetels dan zetels in de tabel ‘board_seats’")
    )
  }

  private static func oneVote(_ count: Int, of all: Int) -> Text {
    Text(
      "Each member has one vote at \(count) of the \(all) meetings, as far as that is known.",
      nl: "Bij \(count) van de \(all) vergaderingen heeft elk lid één stem, voor zover bekend.")
  }

  private static func without(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) general meetings this is not known; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) ledenvergaderingen is dit niet bekend; die zitten niet in dit cijfer."
    )
  }
}
