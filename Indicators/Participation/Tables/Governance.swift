import IndicatorKit

/// A general meeting of the members.
struct GeneralMeeting: TableRow {
  static let table = TableCard(
    id: "general_meetings", title: Text("General meetings", nl: "Ledenvergaderingen"),
    summary: Text(
      "Meetings of the members of a co-operative or association, one per row; no names.",
      nl: "Vergaderingen van de leden van een coöperatie of vereniging, één per rij; geen namen."),
    date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day of the meeting.", nl: "De dag van de vergadering."),
    example: "2025-05-14")
  var date: Day
  @Column(
    "Members", nl: "Leden", unit: .people, bounds: 0...10_000_000,
    help: Text("How many members there were that day.", nl: "Hoeveel leden er die dag waren."),
    example: "214", aliases: ["aantal leden"])
  var members: Int
  @Column(
    "Present", nl: "Aanwezig", unit: .people, bounds: 0...10_000_000,
    help: Text("How many members were there.", nl: "Hoeveel leden er waren."), example: "61",
    aliases: ["aanwezige leden"])
  var present: Int?
  @Column(
    "Represented", nl: "Vertegenwoordigd", unit: .people, bounds: 0...10_000_000,
    help: Text(
      "How many members had somebody else vote for them.",
      nl: "Hoeveel leden zich lieten vertegenwoordigen."), example: "12",
    aliases: ["volmachten", "proxies"])
  var represented: Int?
  @Column(
    "Votes cast", nl: "Uitgebrachte stemmen", bounds: 0...10_000_000,
    help: Text(
      "The votes in the vote with most of them.", nl: "De stemmen bij de stemming met de meeste."),
    example: "70", aliases: ["stemmen"])
  var votes: Int?
  @Column(
    "One member, one vote", nl: "Eén lid, één stem",
    help: Text(
      "Whether each member has one vote, whatever the share in the capital.",
      nl: "Of elk lid één stem heeft, hoe groot het aandeel in het kapitaal ook is."),
    example: "ja")
  var oneVoteEach: Bool?
  @Column(
    "Surplus", nl: "Overschot", unit: .money, bounds: 0...1e12,
    help: Text(
      "The surplus whose use was decided on after this meeting’s year; leave empty where there was none.",
      nl: "Het overschot van het jaar waarover de vergadering ging; leeg laten als er geen was."),
    example: "18500", aliases: ["resultaat", "winst"])
  var surplus: Double?
  @Column(
    "Surplus decided by members", nl: "Leden besloten over het overschot",
    help: Text(
      "Whether the members decided what the surplus is used for.",
      nl: "Of de leden besloten waar het overschot aan besteed wordt."), example: "ja")
  var membersDecided: Bool?
}

/// For whom a seat of the board is.
enum SeatHolder: String, Choice {
  case residents
  case workers
  case volunteers
  case government
  case business
  case knowledge
  case other

  var label: Text {
    switch self {
    case .residents: Text("Residents", nl: "Buurtbewoners")
    case .workers: Text("Workers", nl: "Medewerkers")
    case .volunteers: Text("Volunteers", nl: "Vrijwilligers")
    case .government: Text("Government", nl: "Overheid")
    case .business: Text("Business", nl: "Bedrijven")
    case .knowledge: Text("Education and science", nl: "Onderwijs en wetenschap")
    case .other: Text("Other", nl: "Anders")
    }
  }

  var aliases: [String] {
    switch self {
    case .residents: ["bewoners", "users", "gebruikers"]
    case .workers: ["personeel", "staff"]
    case .government: ["gemeente", "municipality"]
    case .volunteers, .business, .knowledge, .other: []
    }
  }
}

/// Seats of the board of one group.
struct BoardSeats: TableRow {
  static let table = TableCard(
    id: "board_seats", title: Text("Seats of the board", nl: "Bestuurszetels"),
    summary: Text(
      "How many seats of the board each group holds, one row per group; no names.",
      nl: "Hoeveel zetels in het bestuur elke groep heeft, één rij per groep; geen namen."),
    from: "start", to: "end")

  @Column(
    "Start", nl: "Begin",
    help: Text("The first day.", nl: "De eerste dag."), example: "2025-01-01",
    aliases: ["begindatum"])
  var start: Day
  @Column(
    "End", nl: "Einde",
    help: Text("Leave empty where it goes on.", nl: "Leeg laten als het doorloopt."),
    example: "2025-12-31", aliases: ["einddatum"])
  var end: Day?
  @Column(
    "Group", nl: "Groep",
    help: Text("Whom the seats are for.", nl: "Voor wie de zetels zijn."), example: "residents",
    aliases: ["geleding"])
  var group: SeatHolder
  @Column(
    "Seats", nl: "Zetels", bounds: 0...1000,
    help: Text("How many seats.", nl: "Hoeveel zetels."), example: "4")
  var seats: Int
  @Column(
    "Elected by members", nl: "Door leden gekozen", bounds: 0...1000,
    help: Text(
      "How many of them the members elected; leave empty where it is not known.",
      nl: "Hoeveel ervan door de leden zijn gekozen; leeg laten als het niet bekend is."),
    example: "4", aliases: ["gekozen"])
  var elected: Int?
}
