import IndicatorKit

/// Why a thing at the end of its life could not be repaired, by the Open Repair Data Standard.
enum RepairBarrier: String, Choice {
  case noParts = "spare_parts_not_available"
  case expensiveParts = "spare_parts_too_expensive"
  case cannotOpen = "no_way_to_open"
  case noInformation = "repair_information_not_available"
  case noEquipment = "lack_of_equipment"
  case wornOut = "too_worn_out"

  var label: Text {
    switch self {
    case .noParts: Text("Spare parts not available", nl: "Onderdelen niet te krijgen")
    case .expensiveParts: Text("Spare parts too expensive", nl: "Onderdelen te duur")
    case .cannotOpen: Text("No way to open it", nl: "Niet open te maken")
    case .noInformation:
      Text("Repair information not available", nl: "Geen reparatie-informatie te vinden")
    case .noEquipment: Text("Lack of equipment", nl: "Geen geschikt gereedschap")
    case .wornOut: Text("Too worn out", nl: "Te versleten")
    }
  }

  // The standard, its schema and its files do not write the same words.
  var aliases: [String] {
    switch self {
    case .cannotOpen: ["no way to open product", "no way to open the product"]
    case .wornOut: ["item too worn out", "product too worn out", "versleten"]
    case .noParts: ["geen onderdelen"]
    default: []
    }
  }
}
