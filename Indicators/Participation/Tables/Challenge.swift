import IndicatorKit

/// How far a challenge has come.
enum ChallengeState: String, Choice {
  case submitted
  case inadmissible
  case admissible
  case rejected
  case awarded
  case running
  case ended
  case withdrawn

  var label: Text {
    switch self {
    case .submitted: Text("Submitted", nl: "Ingediend")
    case .inadmissible: Text("Not admissible", nl: "Niet ontvankelijk")
    case .admissible: Text("Admissible", nl: "Ontvankelijk")
    case .rejected: Text("Rejected", nl: "Afgewezen")
    case .awarded: Text("Awarded", nl: "Gegund")
    case .running: Text("Running", nl: "In uitvoering")
    case .ended: Text("Ended", nl: "Beëindigd")
    case .withdrawn: Text("Withdrawn", nl: "Ingetrokken")
    }
  }

  var aliases: [String] {
    switch self {
    case .running: ["loopt", "lopend"]
    case .ended: ["afgerond", "gestopt"]
    case .awarded: ["toegekend", "gehonoreerd"]
    case .submitted: ["in behandeling", "pending", "open"]
    case .inadmissible, .admissible, .rejected, .withdrawn: []
    }
  }

  /// Whether residents got the task.
  var isAwarded: Bool { self == .awarded || self == .running || self == .ended }

  /// Whether the authority has decided on the challenge itself.
  var isDecided: Bool { isAwarded || self == .rejected || self == .inadmissible }

  /// Whether it may be judged on its merits; `nil` where that is not known.
  var isAdmissible: Bool? {
    switch self {
    case .submitted, .withdrawn: nil
    case .inadmissible: false
    case .admissible, .rejected, .awarded, .running, .ended: true
    }
  }
}

/// Residents who offer to take over a public task: the Right to Challenge.
struct Challenge: TableRow {
  static let table = TableCard(
    id: "challenges", title: Text("Right to Challenge", nl: "Uitdaagrecht (Right to Challenge)"),
    summary: Text(
      "Public tasks that residents offered to take over, one per row.",
      nl: "Publieke taken die bewoners wilden overnemen, één per rij."),
    from: "submitted", to: "ended")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."), example: "u1")
  var id: RowID
  @Column(
    "Submitted", nl: "Ingediend",
    help: Text("The day of the challenge.", nl: "De dag waarop is uitgedaagd."),
    example: "2025-02-01", aliases: ["datum ingediend", "date submitted"])
  var submitted: Day
  @Column(
    "Task", nl: "Taak", help: Text("What it is about.", nl: "Waar het over gaat."),
    example: "Beheer van het wijkpark", aliases: ["onderwerp", "subject"])
  var task: String
  @Column(
    "State", nl: "Stand",
    help: Text(
      "How far it is at the end of the period.", nl: "Hoe ver het is aan het einde van de periode."),
    example: "in uitvoering", aliases: ["status"])
  var state: ChallengeState
  @Column(
    "Decided", nl: "Besloten",
    help: Text(
      "The day on which the authority decided; leave empty before that.",
      nl: "De dag waarop de overheid besloot; tot dan leeg laten."), example: "2025-06-15",
    aliases: ["datum besluit"])
  var decided: Day?
  @Column(
    "Ended", nl: "Beëindigd op",
    help: Text(
      "The last day of the contract; leave empty where it goes on.",
      nl: "De laatste dag van het contract; leeg laten als het doorloopt."), example: "2027-12-31")
  var ended: Day?
  @Column(
    "Contract value", nl: "Contractwaarde", unit: .money, bounds: 0...1e12,
    help: Text("What the task was awarded for.", nl: "Waarvoor de taak gegund is."),
    example: "38000")
  var value: Double?
  @Column(
    "Comparable budget", nl: "Vergelijkbaar budget", unit: .money, bounds: 0...1e12,
    help: Text(
      "What the authority spends on the same task where residents do not do it, in the same stretch of time.",
      nl:
        "Wat de overheid in dezelfde tijd aan dezelfde taak uitgeeft waar bewoners die niet doen."),
    example: "410000", aliases: ["gemeentelijk budget", "municipal budget"])
  var comparableBudget: Double?
}
