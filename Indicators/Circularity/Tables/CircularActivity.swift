import IndicatorKit

/// Something that was done with things or materials, and its rung of the R-ladder.
struct CircularActivity: TableRow {
  static let table = TableCard(
    id: "circular_activities",
    title: Text("Circular activities", nl: "Circulaire activiteiten"),
    summary: Text(
      "What was done with things and materials, and on which rung of the R-ladder: one row per activity. Things that stand in the table of repairs or of waste streams may stand here again; the tables are never added up.",
      nl:
        "Wat er met spullen en materialen is gedaan, en op welke trede van de R-ladder: één rij per activiteit. Wat in de tabel met reparaties of afvalstromen staat mag hier nog eens staan; de tabellen worden nooit opgeteld."
    ),
    date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day, or the last one.", nl: "De dag, of de laatste."),
    example: "2025-06-30")
  var date: Day
  @Column(
    "Activity", nl: "Activiteit", help: Text("What was done.", nl: "Wat er is gedaan."),
    example: "Kledingruil", aliases: ["omschrijving", "wat"])
  var activity: String
  @Column(
    "Rung", nl: "Trede",
    help: Text(
      "The word and not the number of the rung, because two ladders number them differently: refuse, rethink, reduce, re-use, repair, refurbish, remanufacture, repurpose, recycle or recover energy.",
      nl:
        "Het woord en niet het nummer van de trede, omdat twee ladders verschillend nummeren: weigeren, heroverwegen, verminderen, hergebruiken, repareren, opknappen, reviseren, herbestemmen, recyclen of energie terugwinnen."
    ),
    example: "hergebruiken", aliases: ["r-trede", "r-strategie", "r strategy"])
  var rung: Rung
  @Column(
    "Mass", nl: "Massa", unit: .kilogram, bounds: 0...1e12,
    help: Text(
      "In kilograms; left empty, the activity counts and its kilograms do not.",
      nl: "In kilogram; leeg betekent dat de activiteit meetelt en de kilo’s niet."),
    example: "85", aliases: ["kg", "gewicht", "massa (kg)", "gewicht (kg)"])
  var mass: Double?
  @Column(
    "Amount", nl: "Bedrag", unit: .money, bounds: 0...1e12,
    help: Text(
      "What was spent on it; left empty, the activity counts and its money does not.",
      nl: "Wat eraan is besteed; leeg betekent dat de activiteit meetelt en het geld niet."),
    example: "250", aliases: ["euro", "kosten"])
  var amount: Double?
}
