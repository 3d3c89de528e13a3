import IndicatorKit

/// For whom a row about re-spending speaks.
public enum RecipientKind: String, Choice {
  /// A supplier, or all suppliers.
  case party
  /// The members of staff together.
  case staff
  /// The suppliers of one category of costs.
  case category

  /// What readers see.
  public var label: Text {
    switch self {
    case .party: Text("Supplier", nl: "Leverancier")
    case .staff: Text("Staff", nl: "Medewerkers")
    case .category: Text("Cost category", nl: "Kostensoort")
    }
  }
}

/// How a share that is spent again is known.
public enum ShareProvenance: String, Choice {
  /// The recipient was asked.
  case surveyed
  /// The lead assumes it.
  case assumed

  /// What readers see.
  public var label: Text {
    switch self {
    case .surveyed: Text("Asked", nl: "Gevraagd")
    case .assumed: Text("Assumed", nl: "Aangenomen")
    }
  }
}

/// What those who are paid spend again in the neighbourhood.
public struct ReSpendingRow: TableRow {
  /// The table `respending`.
  public static let table = TableCard(
    id: "respending",
    title: Text(
      "What those you pay re-spend nearby",
      nl: "Herbesteding door wie u betaalt"),
    summary: Text(
      "Answers and assumptions about the share of what they receive that they spend nearby.",
      nl: "Antwoorden en aannames over welk deel van wat zij ontvangen zij in de buurt uitgeven."))

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "r1")
  public var id: RowID
  /// For whom it speaks.
  @Column(
    "Kind of recipient", nl: "Soort ontvanger",
    help: Text(
      "For whom the row speaks: a supplier, your staff, or a kind of costs.",
      nl: "Voor wie de rij geldt: een leverancier, uw medewerkers, of een kostensoort."),
    example: "party")
  public var kind: RecipientKind
  /// Which one: a row of `parties`, a supplier's number, an account.
  @Column(
    "Who", nl: "Wie",
    help: Text(
      "A row of the table parties, a supplier number or an account; empty means all of this kind.",
      nl: "Een rij uit de tabel partijen, een crediteurnummer of een rekening; leeg is allemaal."),
    example: "bakery")
  public var who: String?
  /// The share of what they are paid that they spend again nearby.
  @Column(
    "Share spent nearby", nl: "Aandeel besteed in de buurt", unit: .percent, bounds: 0...1,
    help: Text(
      "The share of what they receive from you that they spend in the neighbourhood.",
      nl: "Welk deel van wat zij van u ontvangen zij in de buurt besteden."),
    example: "30 (20–45)")
  public var share: Estimate
  /// Asked or assumed.
  @Column(
    "Asked or assumed", nl: "Herkomst",
    help: Text(
      "Whether somebody was asked, or you assume it.",
      nl: "Of het iemand is gevraagd, of dat u het aanneemt."), example: "surveyed")
  public var provenance: ShareProvenance
  /// How many answers the share is the mean of.
  @Column(
    "Number of answers", nl: "Aantal antwoorden", bounds: 1...1_000_000,
    help: Text(
      "How many answers the share is the mean of; empty is one.",
      nl: "Van hoeveel antwoorden het aandeel het gemiddelde is; leeg is één."), example: "6")
  public var answers: Int?
  /// Where it comes from.
  @Column(
    "Source", nl: "Bron",
    help: Text(
      "Who was asked and when, or what the assumption rests on.",
      nl: "Wie wanneer is gevraagd, of waar de aanname op rust."),
    example: "Interview, October 2025")
  public var source: String

  /// Makes the declaration.
  public init() {}
}
