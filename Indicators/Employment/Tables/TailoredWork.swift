import IndicatorKit

/// A package of support for tailored work in Flanders.
enum TailoredPackage: String, Choice {
  case wageNeed = "wage_need"
  case higherNeed = "higher_need"
  case collectiveAdvice = "collective_advice"
  case twoYears = "two_years"
  case own

  var label: Text {
    switch self {
    case .wageNeed:
      Text("Individual, five years, need of a premium", nl: "Individueel, vijf jaar, loonpremie")
    case .higherNeed:
      Text(
        "Individual, five years, higher premium", nl: "Individueel, vijf jaar, verhoogde loonpremie"
      )
    case .collectiveAdvice:
      Text(
        "Individual, hired by a tailored-work company",
        nl: "Individueel, aangeworven door een maatwerkbedrijf")
    case .twoYears: Text("Individual, at most two years", nl: "Individueel, maximaal twee jaar")
    case .own:
      Text(
        "A percentage of its own, as in the decision",
        nl: "Eigen percentage, zoals in de beslissing")
    }
  }

  var aliases: [String] {
    switch self {
    case .own: ["collectief maatwerk", "evaluatie", "collective"]
    case .collectiveAdvice: ["wop im"]
    case .wageNeed, .higherNeed, .twoYears: []
    }
  }

  /// The stretches of the package: up to which quarter, and the parameter of its percentage.
  var stretches: [(until: Int, parameter: String)] {
    switch self {
    case .own: []
    case .twoYears:
      [(5, "tailored_work.two_years.first"), (8, "tailored_work.two_years.second")]
    case .wageNeed, .higherNeed, .collectiveAdvice:
      [
        (5, "tailored_work.\(rawValue).first"), (9, "tailored_work.\(rawValue).second"),
        (20, "tailored_work.\(rawValue).third"),
      ]
    }
  }
}

/// The support that a worker’s decision gives, quarter by quarter.
struct TailoredWork: TableRow {
  static let table = TableCard(
    id: "tailored_work",
    title: Text("Tailored work in Flanders", nl: "Maatwerk in Vlaanderen"),
    summary: Text(
      "Decisions on premiums for tailored work, one per worker; the premiums are public inputs.",
      nl:
        "Beslissingen over premies voor maatwerk, één per werknemer; de premies zijn publieke inbreng."
    ),
    from: "start", to: "end")

  @Column(
    "Person", nl: "Persoon",
    help: Text(
      "A name or number; it is replaced by a code on reading and never stored.",
      nl: "Een naam of nummer; dat wordt bij het lezen vervangen door een code en nooit bewaard."),
    example: "P-01", aliases: ["werknemer", "doelgroepwerknemer"])
  var person: PersonKey
  @Column(
    "Start", nl: "Begin",
    help: Text(
      "A day in the first quarter of the decision.",
      nl: "Een dag in het eerste kwartaal van de beslissing."), example: "2025-01-01",
    aliases: ["begindatum"])
  var start: Day
  @Column(
    "End", nl: "Einde",
    help: Text(
      "The last day; leave empty where it goes on.",
      nl: "De laatste dag; leeg laten als het doorloopt."),
    example: "2029-12-31", aliases: ["einddatum"])
  var end: Day?
  @Column(
    "Package", nl: "Pakket",
    help: Text("The package that was decided on.", nl: "Het pakket waartoe is beslist."),
    example: "wage_need", aliases: ["startpakket", "wop"])
  var package: TailoredPackage
  @Column(
    "Percentage of the decision", nl: "Percentage van de beslissing", unit: .percent,
    bounds: 0...1,
    help: Text(
      "Where the decision gives a percentage of its own; otherwise that of the package.",
      nl: "Als de beslissing een eigen percentage geeft; anders geldt dat van het pakket."),
    example: "45 %", aliases: ["loonpremiepercentage"])
  var percentage: Double?
  @Column(
    "Reference wage per quarter", nl: "Referteloon per kwartaal", unit: .money, bounds: 0...1e6,
    help: Text(
      "The capped reference wage of the worker in a quarter.",
      nl: "Het geplafonneerde referteloon van de werknemer in een kwartaal."), example: "7200",
    aliases: ["referteloon"])
  var referenceWage: Double
  @Column(
    "Guidance premium per quarter", nl: "Begeleidingspremie per kwartaal", unit: .money,
    bounds: 0...1e6,
    help: Text(
      "The guidance premium in a quarter as it is paid; leave empty where there is none.",
      nl:
        "De begeleidingspremie in een kwartaal zoals die betaald wordt; leeg laten als die er niet is."
    ),
    example: "730", aliases: ["begeleidingspremie"])
  var guidance: Double?
}
