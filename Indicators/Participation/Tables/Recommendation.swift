import IndicatorKit

/// What became of a recommendation.
enum RecommendationOutcome: String, Choice {
  case adopted
  case partly
  case rejected

  var label: Text {
    switch self {
    case .adopted: Text("Adopted", nl: "Overgenomen")
    case .partly: Text("Partly adopted", nl: "Deels overgenomen")
    case .rejected: Text("Not adopted", nl: "Niet overgenomen")
    }
  }

  var aliases: [String] {
    switch self {
    case .adopted: ["ja", "yes", "fully"]
    case .partly: ["deels", "gedeeltelijk"]
    case .rejected: ["nee", "no", "afgewezen"]
    }
  }
}

/// A recommendation of residents to who decides.
struct Recommendation: TableRow {
  static let table = TableCard(
    id: "recommendations", title: Text("Recommendations", nl: "Aanbevelingen"),
    summary: Text(
      "What residents recommended, and what became of it.",
      nl: "Wat bewoners adviseerden, en wat ermee gebeurd is."), date: "date")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."), example: "a1")
  var id: RowID
  @Column(
    "Date", nl: "Datum", help: Text("The day it was made.", nl: "De dag van de aanbeveling."),
    example: "2025-03-14")
  var date: Day
  @Column(
    "Subject", nl: "Onderwerp", help: Text("What it asks.", nl: "Wat er gevraagd wordt."),
    example: "Een zebrapad", aliases: ["aanbeveling", "advies"])
  var subject: String
  @Column(
    "Outcome", nl: "Uitkomst",
    help: Text(
      "Leave empty where there is no answer yet.", nl: "Leeg laten als er nog geen antwoord is."),
    example: "overgenomen", aliases: ["reactie", "response"])
  var outcome: RecommendationOutcome?
  @Column(
    "Answer due", nl: "Antwoord uiterlijk",
    help: Text("The last day for an answer.", nl: "De laatste dag voor een antwoord."),
    example: "2025-05-01", aliases: ["termijn"])
  var due: Day?
  @Column(
    "Answered", nl: "Beantwoord",
    help: Text("The day of the answer.", nl: "De dag van het antwoord."), example: "2025-04-20")
  var answered: Day?
}
