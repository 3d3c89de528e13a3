import IndicatorKit

/// A payment of a plan, before a project starts.
public struct PlannedPaymentRow: TableRow {
  /// The table `planned_payments`.
  public static let table = TableCard(
    id: "planned_payments", title: Text("Planned payments", nl: "Geplande betalingen"),
    summary: Text(
      "What the whole budget will be spent on; the multiplier of the plan follows from it.",
      nl: "Waaraan de hele begroting wordt besteed; daaruit volgt de vermenigvuldiger van het plan."
    ))

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "b1")
  public var id: RowID
  /// The category of costs.
  @Column(
    "Category", nl: "Categorie",
    help: Text(
      "What is paid for; rows with the same words belong together.",
      nl: "Waarvoor wordt betaald; rijen met dezelfde woorden horen bij elkaar."),
    example: "Catering")
  public var category: String
  /// Who will be paid.
  @Column(
    "Payee", nl: "Ontvanger",
    help: Text(
      "Who will be paid, where you know it. Never shown.",
      nl: "Wie wordt betaald, als u dat weet. Wordt nooit getoond."), example: "Buurtbakker")
  public var payee: String?
  /// What will be paid.
  @Column(
    "Amount", nl: "Bedrag", unit: .money, bounds: 0...1_000_000_000,
    help: Text("What will be paid.", nl: "Wat wordt betaald."), example: "12000")
  public var amount: Estimate
  /// The share of it that is paid nearby.
  @Column(
    "Share paid nearby", nl: "Aandeel nabij betaald", unit: .percent, bounds: 0...1,
    help: Text(
      "Which part of it goes to people or businesses nearby; of wages, the net pay of neighbours.",
      nl: "Welk deel naar mensen of bedrijven nabij gaat; van lonen het nettoloon van "
        + "buurtbewoners."), example: "60")
  public var localShare: Estimate
  /// What those who are paid nearby spend again there.
  @Column(
    "Share spent again nearby", nl: "Aandeel weer nabij besteed", unit: .percent, bounds: 0...1,
    help: Text(
      "What those paid nearby spend there again; empty is not known.",
      nl: "Wat wie nabij betaald wordt daar weer besteedt; leeg is onbekend."),
    example: "30 (20–45)")
  public var respending: Estimate?

  /// Makes the declaration.
  public init() {}
}
