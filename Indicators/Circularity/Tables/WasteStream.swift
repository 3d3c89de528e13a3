import IndicatorKit

/// Where waste or discarded goods went.
enum Destination: String, Choice {
  case reuse
  case recycling
  case composting
  case energy
  case landfill

  var label: Text {
    switch self {
    case .reuse: Text("Reuse", nl: "Hergebruik")
    case .recycling: Text("Recycling", nl: "Recycling")
    case .composting: Text("Composting", nl: "Compostering")
    case .energy: Text("Energy recovery", nl: "Energieterugwinning")
    case .landfill: Text("Landfill or burning", nl: "Stort of verbranding")
    }
  }

  var aliases: [String] {
    switch self {
    case .reuse: ["kringloop", "tweedehands"]
    case .recycling: ["recyclen"]
    case .composting: ["compost", "composteren"]
    case .energy: ["verbranding met energieterugwinning", "avi"]
    case .landfill: ["stort", "restafval", "disposal"]
    }
  }

  /// Whether the material stays in use; energy recovery burns it.
  var isDiversion: Bool {
    switch self {
    case .reuse, .recycling, .composting: true
    case .energy, .landfill: false
    }
  }
}

/// An amount of waste or discarded goods, and where it went.
struct WasteStream: TableRow {
  static let table = TableCard(
    id: "waste_streams", title: Text("Waste streams", nl: "Afvalstromen"),
    summary: Text(
      "What was discarded and where it went, one row per load.",
      nl: "Wat er is afgedankt en waar het heen ging, één rij per vracht."), date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day of the load.", nl: "De dag van de vracht."),
    example: "2025-03-31")
  var date: Day
  @Column(
    "Stream", nl: "Stroom", help: Text("What it was.", nl: "Wat het was."), example: "Groenafval",
    aliases: ["afvalstroom", "soort"])
  var stream: String
  @Column(
    "Mass", nl: "Massa", unit: .kilogram, bounds: 0...1e12,
    help: Text("In kilograms.", nl: "In kilogram."), example: "340",
    aliases: ["kg", "gewicht", "massa (kg)", "gewicht (kg)"])
  var mass: Double
  @Column(
    "Destination", nl: "Bestemming",
    help: Text("Leave empty where it is not known.", nl: "Leeg laten als die niet bekend is."),
    example: "compostering")
  var destination: Destination?
}
