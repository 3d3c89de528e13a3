import IndicatorKit

/// An organisation that works in the neighbourhood.
struct NetworkMember: TableRow {
  static let table = TableCard(
    id: "network_members",
    title: Text("Organisations in the network", nl: "Organisaties in het netwerk"),
    summary: Text(
      "Organisations that work together in the neighbourhood, one per row; no people.",
      nl: "Organisaties die in de buurt samenwerken, één per rij; geen personen."))

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."), example: "gemeente")
  var id: RowID
  @Column(
    "Name", nl: "Naam",
    help: Text("What the organisation is called.", nl: "Hoe de organisatie heet."),
    example: "Gemeente Voorbeeld", aliases: ["organisatie", "organisation"])
  var name: String
  @Column(
    "Domain", nl: "Domein",
    help: Text(
      "Citizens, government, business, or education and science.",
      nl: "Burgers, overheid, bedrijven, of onderwijs en wetenschap."),
    example: "overheid", aliases: ["sector", "helix"])
  var domain: Domain
  @Column(
    "May be named", nl: "Mag genoemd worden",
    help: Text(
      "Yes where the picture may show the organisation by name; otherwise its domain stands for it.",
      nl: "Ja als de organisatie met naam in de tekening mag; anders staat haar domein er."),
    example: "ja", aliases: ["naam tonen", "show name"])
  var isNamed: Bool?
}

/// Two organisations that work together.
struct Tie: TableRow {
  static let table = TableCard(
    id: "ties", title: Text("Ties", nl: "Samenwerkingen"),
    summary: Text(
      "Who works together with whom in the period: one row per pair, in either order.",
      nl: "Wie in de periode met wie samenwerkt: één rij per paar, in welke volgorde ook."))

  @Column(
    "One", nl: "De een", references: "network_members",
    help: Text("The id of one organisation.", nl: "Het id van de ene organisatie."),
    example: "gemeente", aliases: ["from", "van", "organisatie 1"])
  var one: RowID
  @Column(
    "Other", nl: "De ander", references: "network_members",
    help: Text("The id of the other.", nl: "Het id van de andere."), example: "school",
    aliases: ["to", "naar", "organisatie 2"])
  var other: RowID
  @Column(
    "About", nl: "Waarover",
    help: Text("What they do together.", nl: "Wat zij samen doen."), example: "Stages")
  var about: String?
}
