import ImpactModel

/// One change of a scenario: a figure of the value map that has another value in it.
struct ScenarioChange: TableRow {
  static let table = TableCard(
    id: "scenarios", title: Text("Scenarios", nl: "Scenario’s"),
    summary: Text(
      "What if: each row changes one number of the value map within a scenario.",
      nl: "Wat als: elke rij verandert binnen een scenario één getal van de waardenkaart."))

  @Column(
    "Scenario", nl: "Scenario",
    help: Text(
      "One word; rows with the same word belong together.",
      nl: "Eén woord; rijen met hetzelfde woord horen bij elkaar."), example: "voorzichtig")
  var scenario: RowLabel
  @Column("Title", nl: "Titel", example: "Voorzichtig gerekend") var title: String?
  @Column(
    "Figure", nl: "Cijfer",
    help: Text(
      "What changes, as in outcome.o1.deadweight, input.i1.value or sroi.discount_rate.",
      nl: "Wat verandert, zoals outcome.o1.deadweight, input.i1.value of sroi.discount_rate."),
    example: "outcome.o1.deadweight")
  var figure: FigureID
  @Column(
    "Value", nl: "Waarde",
    help: Text(
      "A number; a share is a percentage, as in 40 %.",
      nl: "Een getal; een aandeel is een percentage, zoals 40 %."), example: "40 %")
  var value: String
  @Column("Reason", nl: "Reden") var reason: String?
}
