import ExportKit

/// What a stakeholder puts in, in one period.
struct Input: TableRow {
  static let table = TableCard(
    id: "inputs", title: Text("Inputs", nl: "Inbreng"),
    summary: Text(
      "What each stakeholder puts in: money, hours or goods.",
      nl: "Wat elke belanghebbende inbrengt: geld, uren of goederen."))

  @Column("Id", nl: "Id", example: "i1") var id: RowID
  @Column("Stakeholder", nl: "Belanghebbende", references: "stakeholders", example: "municipality")
  var stakeholder: RowID
  @Column("Description", nl: "Omschrijving", example: "Subsidie") var description: String
  @Column("Kind", nl: "Soort", example: "cash") var kind: ReportInput.Kind
  @Column(
    "Period", nl: "Periode", bounds: 1...100,
    help: Text(
      "The year of the project, 1 for the first.",
      nl: "Het jaar van het project, 1 voor het eerste."),
    example: "1")
  var period: Int
  @Column(
    "Amount, hours or units", nl: "Bedrag, uren of aantal", bounds: 0...1e12, example: "40000")
  var quantity: Double
  @Column(
    "Value per hour or unit", nl: "Waarde per uur of stuk", unit: .money, bounds: 0...1e9,
    help: Text("Leave empty for cash.", nl: "Leeg laten bij geld."), example: "15")
  var rate: Double?
  @Column("Grant or contract", nl: "Subsidie of contract") var grant: String?
}
