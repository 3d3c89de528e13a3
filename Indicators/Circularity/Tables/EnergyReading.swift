import IndicatorKit

/// Where an amount of energy came from and went.
enum EnergyFlow: String, Choice {
  case ownUsed = "own_used"
  case ownFedIn = "own_fed_in"
  case boughtRenewable = "bought_renewable"
  case boughtOther = "bought_other"

  var label: Text {
    switch self {
    case .ownUsed: Text("Own renewable, used here", nl: "Eigen hernieuwbaar, hier gebruikt")
    case .ownFedIn: Text("Own renewable, delivered", nl: "Eigen hernieuwbaar, geleverd")
    case .boughtRenewable: Text("Bought renewable", nl: "Ingekocht hernieuwbaar")
    case .boughtOther: Text("Bought, other", nl: "Ingekocht, overig")
    }
  }

  var aliases: [String] {
    switch self {
    case .ownUsed: ["zelf gebruikt", "eigen gebruik"]
    case .ownFedIn: ["teruggeleverd", "fed in", "teruglevering"]
    case .boughtRenewable: ["groene stroom"]
    case .boughtOther: ["grijze stroom", "aardgas"]
    }
  }

  /// Whether it is used by the project itself.
  var isUse: Bool { self != .ownFedIn }
  /// Whether the project made it.
  var isOwn: Bool { self == .ownUsed || self == .ownFedIn }
}

/// An amount of energy over some time, by its last day.
struct EnergyReading: TableRow {
  static let table = TableCard(
    id: "energy", title: Text("Energy", nl: "Energie"),
    summary: Text(
      "Energy that was made, delivered and bought, in kilowatt-hours, one row per reading; gas and heat are converted by you.",
      nl:
        "Energie die is opgewekt, geleverd en ingekocht, in kilowattuur, één rij per meting; gas en warmte rekent u zelf om."
    ), date: "date")

  @Column(
    "Date", nl: "Datum",
    help: Text(
      "The last day of the time that it is about.",
      nl: "De laatste dag van de tijd waar het over gaat."),
    example: "2025-03-31")
  var date: Day
  @Column(
    "Source", nl: "Bron", help: Text("What it came from.", nl: "Waar het vandaan kwam."),
    example: "Zonnepanelen")
  var source: String
  @Column(
    "Amount", nl: "Hoeveelheid", unit: .kilowattHour, bounds: 0...1e12,
    help: Text("In kilowatt-hours.", nl: "In kilowattuur."), example: "1250", aliases: ["kwh"])
  var amount: Double
  @Column(
    "Flow", nl: "Stroom",
    help: Text(
      "Own and used here, own and delivered, bought renewable, or bought and other.",
      nl: "Eigen en hier gebruikt, eigen en geleverd, ingekocht hernieuwbaar, of ingekocht overig."),
    example: "zelf gebruikt")
  var flow: EnergyFlow
}

extension Unit {
  /// Kilowatt-hours.
  static let kilowattHour = Unit(code: "kWh", symbol: Text(verbatim: "kWh"), decimals: 0)
}
