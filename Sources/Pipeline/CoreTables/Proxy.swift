import ExportKit

/// A financial proxy: what one unit of an outcome is worth, and who says so.
struct Proxy: TableRow {
  static let table = TableCard(
    id: "proxies", title: Text("Financial proxies", nl: "Financiële proxy’s"),
    summary: Text(
      "What one unit of an outcome is worth, and who says so.",
      nl: "Wat één eenheid van een effect waard is, en volgens wie."))

  @Column("Id", nl: "Id", example: "p1") var id: RowID
  @Column("Description", nl: "Omschrijving", example: "Vermeden kosten van dagbesteding")
  var description: String
  @Column(
    "Value", nl: "Waarde", unit: .money, bounds: -1e9...1e9,
    help: Text(
      "Per unit, negative for a loss; a range is written 3500 (3000–4200).",
      nl: "Per eenheid, negatief bij een verlies; een marge schrijft u als 3500 (3000–4200)."),
    example: "3500")
  var value: Estimate?
  @Column(
    "Value from parameter", nl: "Waarde uit parameter",
    help: Text(
      "Instead of a value, the name of a dated price, as in co2_shadow_price.nl.central; one that ends in central has its range from low and high beside it.",
      nl:
        "In plaats van een waarde de naam van een gedateerde prijs, zoals co2_shadow_price.nl.central; eindigt die op central, dan komt de marge van low en high ernaast."
    ))
  var valueFrom: String?
  @Column("Price year", nl: "Prijspeil", bounds: 1990...2100, example: "2025") var priceYear: Int
  @Column(
    "Currency", nl: "Munt",
    help: Text(
      "Three letters, where it is not the project’s own.",
      nl: "Drie letters, als het niet de munt van het project is."))
  var currency: String?
  @Column("Source", nl: "Bron", example: "Eigen raming") var source: String
  @Column("Method of valuation", nl: "Manier van waarderen") var method: ValuationMethod?
  @Column(
    "Shared doubt", nl: "Samen onzeker",
    help: Text(
      "One word for proxies from the same source, which are too high or too low together.",
      nl: "Eén woord voor proxy’s uit dezelfde bron, die samen te hoog of te laag zijn."))
  var sharedDoubt: RowLabel?
}
