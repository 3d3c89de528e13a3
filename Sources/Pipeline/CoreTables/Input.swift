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
    "Amount, hours or units", nl: "Bedrag, uren of aantal", bounds: 0...1e12,
    help: Text(
      "A number, or empty where the next column names a figure.",
      nl: "Een getal, of leeg als de volgende kolom een cijfer noemt."), example: "40000")
  var quantity: Estimate?
  @Column(
    "Amount or hours from", nl: "Bedrag of uren uit",
    help: Text(
      "A measure of this report, or a total of the books, as in books.costs.",
      nl: "Een meting uit dit verslag, of een totaal van de boeken, zoals books.costs."))
  var quantityFrom: FigureID?
  @Column(
    "Value per hour or unit", nl: "Waarde per uur of stuk", unit: .money, bounds: 0...1e9,
    help: Text("Leave empty for cash.", nl: "Leeg laten bij geld."), example: "15")
  var rate: Estimate?
  @Column("Grant or contract", nl: "Subsidie of contract") var grant: String?
  @Column(
    "Price year", nl: "Prijspeil", bounds: 1990...2100,
    help: Text(
      "The year of its prices; empty for the base year of the report.",
      nl: "Het jaar van de prijzen; leeg voor het prijspeil van het verslag."))
  var priceYear: Int?
  @Column(
    "Shared doubt", nl: "Samen onzeker",
    help: Text(
      "One word for inputs that are too high or too low together.",
      nl: "Eén woord voor posten die samen te hoog of te laag zijn."))
  var sharedDoubt: RowLabel?
}
