import IndicatorKit

/// What came of a repair, by the Open Repair Data Standard.
enum RepairStatus: String, Choice {
  case fixed
  case repairable
  case endOfLife = "end_of_life"
  case unknown

  var label: Text {
    switch self {
    case .fixed: Text("Fixed", nl: "Gerepareerd")
    case .repairable: Text("Repairable", nl: "Repareerbaar")
    case .endOfLife: Text("End of life", nl: "Einde levensduur")
    case .unknown: Text("Unknown", nl: "Onbekend")
    }
  }

  var aliases: [String] {
    switch self {
    case .fixed: ["gelukt", "hersteld"]
    case .repairable: ["nog te repareren", "deels gelukt"]
    case .endOfLife: ["niet gelukt", "niet te repareren"]
    case .unknown: []
    }
  }
}

/// One thing that was brought to a repair café.
struct Repair: TableRow {
  static let table = TableCard(
    id: "repairs", title: Text("Repairs", nl: "Reparaties"),
    summary: Text(
      "What was brought for repair and what came of it; files of the Open Repair Data Standard fit.",
      nl:
        "Wat ter reparatie werd gebracht en wat ervan werd; bestanden volgens de Open Repair Data Standard passen."
    ),
    date: "date")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "r1")
  var id: RowID
  @Column(
    "Date", nl: "Datum",
    help: Text("The day of the repair café.", nl: "De dag van het repaircafé."),
    example: "2025-03-08", aliases: ["event_date", "event date"])
  var date: Day
  @Column(
    "Product", nl: "Product",
    help: Text("What kind of thing it was.", nl: "Wat voor ding het was."), example: "Lamp",
    aliases: ["product_category", "product category", "productcategorie", "apparaat"])
  var productCategory: String
  @Column(
    "Weight", nl: "Gewicht", unit: .kilogram, bounds: 0...500,
    help: Text(
      "In kilograms; left empty, the thing is not in the kilograms kept in use.",
      nl: "In kilogram; leeg betekent dat het ding niet meetelt in de behouden kilo’s."),
    example: "2,7", aliases: ["kg", "gewicht (kg)"])
  var weight: Double?
  @Column(
    "Outcome", nl: "Uitkomst",
    help: Text(
      "Fixed, repairable, end of life or unknown.",
      nl: "Gerepareerd, repareerbaar, einde levensduur of onbekend."),
    example: "gerepareerd", aliases: ["repair_status", "repair status", "status", "resultaat"])
  var repairStatus: RepairStatus
  @Column(
    "Why it could not be repaired", nl: "Waarom niet te repareren",
    help: Text(
      "For a thing at the end of its life; leave empty where it was not noted.",
      nl: "Bij einde levensduur; leeg laten als het niet is genoteerd."),
    example: "onderdelen te duur", aliases: ["repair_barrier_if_end_of_life", "barrier", "reden"])
  var barrier: RepairBarrier?
  @Column(
    "Kind for the footprint", nl: "Soort voor de voetafdruk",
    help: Text(
      "The kind by which avoided CO2e is computed; needed only where the product’s name is not that of a kind, as for a laptop, whose size matters.",
      nl:
        "De soort waarmee vermeden CO2e wordt berekend; alleen nodig als de naam van het product geen soort is, zoals bij een laptop, waarvan de maat uitmaakt."
    ),
    example: "laptop_medium", aliases: ["soort", "kind"])
  var kind: RepairKind?
  @Column(
    "Powered", nl: "Elektrisch",
    help: Text(
      "Whether it has a plug or a battery; used with the weight for things of no known kind.",
      nl: "Of er een stekker of accu aan zit; gebruikt met het gewicht voor dingen zonder soort."),
    example: "ja", aliases: ["op stroom"])
  var powered: Bool?
}
