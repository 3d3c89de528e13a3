import IndicatorKit

/// Where saved food went.
enum FoodDestination: String, Choice {
  case people, animals, material, composting

  var label: Text {
    switch self {
    case .people: Text("To people, as food", nl: "Naar mensen, als eten")
    case .animals: Text("Fed to animals", nl: "Gevoerd aan dieren")
    case .material: Text("Made into something else", nl: "Verwerkt tot iets anders")
    case .composting: Text("Composting or digestion", nl: "Compostering of vergisting")
    }
  }

  var aliases: [String] {
    switch self {
    case .people: ["mensen", "maaltijd", "uitdeel", "eaten by people", "gegeten door mensen"]
    case .animals: ["animals", "dieren", "veevoer"]
    case .material: ["materiaal", "grondstof"]
    case .composting: ["compost", "compostering", "vergisting"]
    }
  }
}

/// Food that would have been thrown away, and where it went instead.
struct FoodSaved: TableRow {
  static let table = TableCard(
    id: "food_saved", title: Text("Food saved", nl: "Gered voedsel"),
    summary: Text(
      "Food that would have been thrown away, and where it went, one row per batch; do not list it among the waste streams as well.",
      nl:
        "Voedsel dat anders was weggegooid, en waar het heen ging, één rij per partij; zet het niet ook nog bij de afvalstromen."
    ), date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day of the batch.", nl: "De dag van de partij."),
    example: "2025-03-31")
  var date: Day
  @Column(
    "Food", nl: "Voedsel", help: Text("What it was.", nl: "Wat het was."), example: "Groente",
    aliases: ["soort"])
  var food: String
  @Column(
    "Mass", nl: "Massa", unit: .kilogram, bounds: 0...1e12,
    help: Text("In kilograms.", nl: "In kilogram."), example: "45",
    aliases: ["kg", "gewicht", "massa (kg)", "gewicht (kg)"])
  var mass: Double
  @Column(
    "Destination", nl: "Bestemming",
    help: Text("Leave empty where it is not known.", nl: "Leeg laten als die niet bekend is."),
    example: "mensen")
  var destination: FoodDestination?
}
