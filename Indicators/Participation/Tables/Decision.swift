import IndicatorKit

/// A decision in which residents had a say.
struct Decision: TableRow {
  static let table = TableCard(
    id: "decisions", title: Text("Decisions", nl: "Besluiten"),
    summary: Text(
      "What was decided, and how much say residents had, by the Dutch participation ladder, the IAP2 spectrum, Arnstein’s ladder or a ladder of one’s own.",
      nl:
        "Wat er besloten is en hoeveel zeggenschap bewoners hadden, volgens de participatieladder, het IAP2-spectrum, de ladder van Arnstein of een eigen ladder."
    ),
    date: "date")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "b1")
  var id: RowID
  @Column(
    "Date", nl: "Datum",
    help: Text("The day of the decision.", nl: "De dag van het besluit."), example: "2025-04-10")
  var date: Day
  @Column(
    "Subject", nl: "Onderwerp",
    help: Text("What was decided.", nl: "Wat er besloten is."), example: "Inrichting speelplek",
    aliases: ["besluit"])
  var subject: String
  @Column(
    "Say of residents", nl: "Zeggenschap",
    help: Text(
      "The rung that was reached, on one of the ladders; “own ladder 3” is the third of the table of the own ladder.",
      nl:
        "De trede die is bereikt, op een van de ladders; ‘eigen ladder 3’ is de derde van de tabel met de eigen ladder."
    ),
    example: "meebeslissen", aliases: ["trede", "participatieladder", "rung"])
  var realised: Rung
  @Column(
    "Say that was promised", nl: "Toegezegde zeggenschap",
    help: Text(
      "The rung that was promised beforehand, on the same ladder; leave empty where nothing was.",
      nl:
        "De trede die vooraf was toegezegd, op dezelfde ladder; leeg laten als er niets was toegezegd."
    ),
    example: "adviseren", aliases: ["toegezegde trede", "beloofde trede"])
  var promised: Rung?
  @Column(
    "Budget", nl: "Budget", unit: .money, bounds: 0...1e12,
    help: Text(
      "The money that the decision was about; leave empty where it was not about money.",
      nl: "Het geld waar het besluit over ging; leeg laten als het niet over geld ging."),
    example: "2500")
  var budget: Double?
}
