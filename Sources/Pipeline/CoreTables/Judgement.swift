import ExportKit

/// What a person judged of one question of the assurance list, and where the evidence is.
struct Judgement: TableRow {
  static let table = TableCard(
    id: "assurance", title: Text("Assurance list", nl: "Toetslijst"),
    summary: Text(
      "What people judged of the eight principles, and where the evidence is.",
      nl: "Wat mensen van de acht principes vonden, en waar het bewijs ligt."))

  @Column(
    "Question", nl: "Vraag",
    help: Text(
      "The identifier of the question on the list.", nl: "De aanduiding van de vraag op de lijst."),
    example: "involve_subgroups")
  var question: RowLabel
  @Column("Judgement", nl: "Oordeel", example: "met") var verdict: ReportAssurance.Judged
  @Column("Evidence", nl: "Bewijs", example: "Verslag bewonersavond, blz. 3") var evidence: String?
  @Column("Judged by", nl: "Beoordeeld door") var judge: String?
}
