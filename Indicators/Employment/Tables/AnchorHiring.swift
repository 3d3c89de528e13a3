import IndicatorKit

/// Whom one anchor institution hired, as it reports it.
struct AnchorHiring: TableRow {
  static let table = TableCard(
    id: "anchor_hiring",
    title: Text("Hiring by anchor institutions", nl: "Werving door ankerinstellingen"),
    summary: Text(
      "Vacancies that institutions of the neighbourhood filled, one row per institution and report; no names of people.",
      nl:
        "Vacatures die instellingen in de buurt vervulden, één rij per instelling en opgave; geen namen van mensen."
    ), date: "date")

  @Column(
    "Date", nl: "Datum",
    help: Text("The last day that the report covers.", nl: "De laatste dag van de opgave."),
    example: "2025-12-31")
  var date: Day
  @Column(
    "Institution", nl: "Instelling",
    help: Text(
      "Who hired; the name stays in this table and is not shown.",
      nl: "Wie aannam; de naam blijft in deze tabel en wordt niet getoond."),
    example: "Ziekenhuis Voorbeeld", aliases: ["ankerinstelling", "anchor", "organisatie"])
  var institution: String
  @Column(
    "Vacancies filled", nl: "Vervulde vacatures", bounds: 0...1_000_000,
    help: Text(
      "How many vacancies were filled.", nl: "Hoeveel vacatures zijn vervuld."), example: "48",
    aliases: ["vacatures", "vacancies"])
  var vacancies: Int
  @Column(
    "From the neighbourhood", nl: "Uit de buurt", unit: .people, bounds: 0...1_000_000,
    help: Text(
      "How many of those hired live in the neighbourhood; leave empty where it is not known.",
      nl: "Hoeveel van de aangenomen mensen in de buurt wonen; leeg laten als het niet bekend is."),
    example: "9")
  var fromNeighbourhood: Int?
  @Column(
    "From target groups", nl: "Uit doelgroepen", unit: .people, bounds: 0...1_000_000,
    help: Text(
      "How many of those hired are from a target group; leave empty where it is not known.",
      nl:
        "Hoeveel van de aangenomen mensen uit een doelgroep komen; leeg laten als het niet bekend is."
    ), example: "6")
  var fromTargetGroups: Int?
}
