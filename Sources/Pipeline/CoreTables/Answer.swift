import ImpactModel

/// The author's answer to a check: a reason, which is printed in the report.
struct Answer: TableRow {
  static let table = TableCard(
    id: "answers", title: Text("Answers to checks", nl: "Antwoorden op controles"),
    summary: Text(
      "Your reason where a check asks for one; it is printed in the report.",
      nl: "Uw reden waar een controle erom vraagt; die komt in het verslag."))

  @Column(
    "Check", nl: "Controle",
    help: Text(
      "The code of the check, as in over_claiming.zero_without_reason.",
      nl: "De code van de controle, zoals over_claiming.zero_without_reason."),
    example: "over_claiming.dominant_row")
  var check: FigureID
  @Column(
    "About", nl: "Waarover",
    help: Text(
      "The id of the row, or the figure, that the check names; empty for all of them.",
      nl: "De id van de rij, of het cijfer, dat de controle noemt; leeg voor alle."),
    example: "o1")
  var subject: String?
  @Column("Reason", nl: "Reden") var reason: String
  @Column("Given by", nl: "Gegeven door") var author: String?
}
