import ImpactModel

/// Someone who affects the project or is affected by it, in the value map or left out with a reason.
struct Stakeholder: TableRow {
  static let table = TableCard(
    id: "stakeholders", title: Text("Stakeholders", nl: "Belanghebbenden"),
    summary: Text(
      "Who affects the project or is affected by it, and who is left out and why.",
      nl:
        "Wie het project raakt of erdoor geraakt wordt, en wie buiten beschouwing blijft en waarom."
    ))

  @Column("Id", nl: "Id", example: "participants") var id: RowID
  @Column("Name", nl: "Naam", example: "Deelnemers") var name: String
  @Column("Domain", nl: "Domein", example: "citizens") var domain: Domain
  @Column(
    "Included", nl: "Meegerekend",
    help: Text("Whether they are in the value map.", nl: "Of zij in de waardenkaart staan."),
    example: "ja")
  var included: Bool
  @Column(
    "Reason", nl: "Reden",
    help: Text("Why they are in or out.", nl: "Waarom zij wel of niet meetellen."))
  var reason: String?
  @Column("Group size", nl: "Grootte van de groep", bounds: 0...10_000_000, example: "40")
  var groupSize: Int?
  @Column(
    "Number involved", nl: "Aantal geraadpleegd", bounds: 0...10_000_000,
    help: Text(
      "How many of them helped to say what changed and what it is worth.",
      nl: "Hoeveel van hen meepraatten over wat er veranderde en wat dat waard is."))
  var involved: Int?
  @Column(
    "How involved", nl: "Hoe geraadpleegd",
    help: Text(
      "In which way, and at which step.", nl: "Op welke manier, en bij welke stap."))
  var involvement: String?
}
