import IndicatorKit

/// A rung of the ladder that a municipality or project uses of its own.
struct OwnRung: TableRow {
  static let table = TableCard(
    id: "own_ladder", title: Text("Own ladder", nl: "Eigen ladder"),
    summary: Text(
      "The rungs of the municipality’s or project’s own participation ladder, from 1 at the bottom; decisions name them as “own ladder 1” and so on.",
      nl:
        "De treden van de eigen participatieladder van gemeente of project, vanaf 1 onderaan; besluiten noemen ze als ‘eigen ladder 1’ enzovoort."
    ))

  @Column(
    "Rung", nl: "Trede", bounds: 1...10,
    help: Text(
      "The number of the rung, 1 for the lowest.", nl: "Het nummer van de trede, 1 is de laagste."),
    example: "3", aliases: ["nummer", "number"])
  var rung: Int
  @Column(
    "Name", nl: "Naam",
    help: Text("What the rung is called.", nl: "Hoe de trede heet."), example: "Meedenken",
    aliases: ["omschrijving"])
  var name: String
  @Column(
    "Ladder", nl: "Ladder",
    help: Text(
      "Whose ladder it is, with the year or version in which it was set.",
      nl: "Van wie de ladder is, met het jaar of de versie waarin die is vastgesteld."),
    example: "Participatieladder Voorbeeldstad, 2023", aliases: ["regeling", "scheme", "versie"])
  var scheme: String
  @Column(
    "Residents decide", nl: "Bewoners beslissen",
    help: Text(
      "Whether residents decide with others or alone on this rung.",
      nl: "Of bewoners op deze trede mee of zelf beslissen."), example: "nee",
    aliases: ["beslissen", "decide"])
  var residentsDecide: Bool
}
