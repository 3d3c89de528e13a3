import IndicatorKit

/// What kind of gathering it was.
enum GatheringKind: String, Choice {
  case assembly
  case consultation
  case workingGroup = "working_group"
  case workshop
  case activity
  case other

  var label: Text {
    switch self {
    case .assembly: Text("Residents’ assembly", nl: "Bewonersvergadering")
    case .consultation: Text("Consultation", nl: "Inspraakavond")
    case .workingGroup: Text("Working group", nl: "Werkgroep")
    case .workshop: Text("Workshop", nl: "Workshop")
    case .activity: Text("Activity", nl: "Activiteit")
    case .other: Text("Other", nl: "Anders")
    }
  }

  var aliases: [String] {
    switch self {
    case .assembly: ["vergadering", "ledenvergadering", "meeting", "general meeting"]
    case .consultation: ["inspraak", "raadpleging"]
    case .workshop: ["training"]
    case .workingGroup, .activity, .other: []
    }
  }
}

/// A gathering to which people came.
struct Gathering: TableRow {
  static let table = TableCard(
    id: "gatherings", title: Text("Gatherings", nl: "Bijeenkomsten"),
    summary: Text(
      "Meetings, workshops and activities, one per row.",
      nl: "Vergaderingen, workshops en activiteiten, één per rij."), date: "date")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "g1")
  var id: RowID
  @Column(
    "Date", nl: "Datum", help: Text("The day on which it was.", nl: "De dag waarop het was."),
    example: "2025-03-14")
  var date: Day
  @Column(
    "Kind", nl: "Soort", help: Text("What kind of gathering.", nl: "Wat voor bijeenkomst."),
    example: "assembly", aliases: ["type"])
  var kind: GatheringKind
  @Column(
    "Title", nl: "Titel", help: Text("What it was about.", nl: "Waar het over ging."),
    example: "Voorjaarsvergadering", aliases: ["onderwerp", "naam"])
  var title: String
  @Column(
    "Length in hours", nl: "Duur in uren", unit: .hour, bounds: 0...240,
    help: Text(
      "How long it took; without it the hours of participants cannot be counted.",
      nl: "Hoe lang het duurde; zonder dit zijn de uren van deelnemers niet te tellen."),
    example: "2,5", aliases: ["duur", "uren", "hours"])
  var hours: Double?
}
