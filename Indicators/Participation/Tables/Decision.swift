import IndicatorKit

/// A rung of the Dutch participation ladder, from lowest to highest.
///
/// Edelenbos and Monnikhof (2001) as municipalities use it, with self-management on top. Rungs
/// have an order and no distance, so that they are counted and never averaged.
enum Rung: String, Choice, Comparable {
  case inform
  case consult
  case advise
  case coProduce = "co_produce"
  case coDecide = "co_decide"
  case selfManage = "self_manage"

  var label: Text {
    switch self {
    case .inform: Text("Informing", nl: "Informeren")
    case .consult: Text("Consulting", nl: "Raadplegen")
    case .advise: Text("Advising", nl: "Adviseren")
    case .coProduce: Text("Co-producing", nl: "Coproduceren")
    case .coDecide: Text("Co-deciding", nl: "Meebeslissen")
    case .selfManage: Text("Self-management", nl: "Zelfbeheer")
    }
  }

  var aliases: [String] {
    switch self {
    case .coDecide: ["meebepalen"]
    case .selfManage: ["zelf beslissen", "zelfbeheren"]
    case .inform, .consult, .advise, .coProduce: []
    }
  }

  /// Whether residents decide with others or alone on this rung.
  var residentsDecide: Bool { self >= .coDecide }

  static func < (left: Rung, right: Rung) -> Bool { left.height < right.height }

  private var height: Int {
    switch self {
    case .inform: 1
    case .consult: 2
    case .advise: 3
    case .coProduce: 4
    case .coDecide: 5
    case .selfManage: 6
    }
  }
}

/// A decision in which residents had a say.
struct Decision: TableRow {
  static let table = TableCard(
    id: "decisions", title: Text("Decisions", nl: "Besluiten"),
    summary: Text(
      "What was decided, and how much say residents had, by the Dutch participation ladder.",
      nl:
        "Wat er besloten is en hoeveel zeggenschap bewoners hadden, volgens de participatieladder."
    ),
    date: "date")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "b1")
  var id: RowID
  @Column(
    "Date", nl: "Datum",
    help: Text("The day of the decision.", nl: "De dag van het besluit."), example: "2025-04-10")
  var date: Day
  @Column(
    "Subject", nl: "Onderwerp",
    help: Text("What was decided.", nl: "Wat er besloten is."), example: "Inrichting speelplek",
    aliases: ["besluit"])
  var subject: String
  @Column(
    "Say of residents", nl: "Zeggenschap",
    help: Text(
      "The rung of the participation ladder that was reached.",
      nl: "De trede van de participatieladder die is bereikt."),
    example: "meebeslissen", aliases: ["trede", "participatieladder", "rung"])
  var realised: Rung
  @Column(
    "Say that was promised", nl: "Toegezegde zeggenschap",
    help: Text(
      "The rung that was promised beforehand; leave empty where nothing was.",
      nl: "De trede die vooraf was toegezegd; leeg laten als er niets was toegezegd."),
    example: "adviseren", aliases: ["toegezegde trede", "beloofde trede"])
  var promised: Rung?
  @Column(
    "Budget", nl: "Budget", unit: .money, bounds: 0...1e12,
    help: Text(
      "The money that the decision was about; leave empty where it was not about money.",
      nl: "Het geld waar het besluit over ging; leeg laten als het niet over geld ging."),
    example: "2500")
  var budget: Double?
}
