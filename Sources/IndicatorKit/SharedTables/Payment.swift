/// Whether a payment was made or is meant to be made.
public enum PaymentStatus: String, Choice {
  /// It is meant to be made.
  case planned
  /// It was made.
  case actual

  /// What readers see.
  public var label: Text {
    switch self {
    case .planned: Text("Planned", nl: "Gepland")
    case .actual: Text("Actual", nl: "Werkelijk")
    }
  }
}

/// A payment that somebody lists by hand, made or planned: a source equal to books.
public struct Payment: TableRow {
  /// The table `payments`.
  public static let table = TableCard(
    id: "payments", title: Text("Payments", nl: "Betalingen"),
    summary: Text(
      "What was paid and received, where there are no books, and what a plan will be spent on.",
      nl: "Wat is betaald en ontvangen, als er geen boekhouding is, en waaraan een plan wordt "
        + "besteed."))

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "b1")
  public var id: RowID
  /// Whether it was made.
  @Column(
    "Planned or actual", nl: "Gepland of werkelijk",
    help: Text(
      "Planned rows give the multiplier of the plan, actual ones count as books do.",
      nl:
        "Geplande rijen geven de vermenigvuldiger van het plan, werkelijke tellen als boekhouding."
    ),
    example: "actual")
  public var status: PaymentStatus
  /// Who pays.
  @Column(
    "Payer", nl: "Betaler",
    help: Text(
      "Empty is the organisation itself. Never shown.",
      nl: "Leeg is de organisatie zelf. Wordt nooit getoond."), example: "")
  public var payer: String?
  /// Who is paid.
  @Column(
    "Payee", nl: "Ontvanger",
    help: Text(
      "Who is paid, where you know it; the organisation's own name for what it receives. Never shown.",
      nl:
        "Wie wordt betaald, als u dat weet; de eigen naam van de organisatie bij wat zij ontvangt. "
        + "Wordt nooit getoond."), example: "Buurtbakker")
  public var payee: String?
  /// The row of the party in the table `parties`.
  @Column(
    "Party", nl: "Partij", references: "parties",
    help: Text(
      "The row of the table parties that says where the payee is.",
      nl: "De rij van de tabel parties die zegt waar de ontvanger zit."), example: "bakery")
  public var party: RowID?
  /// The category of costs.
  @Column(
    "Category", nl: "Categorie",
    help: Text(
      "What is paid for; rows with the same words belong together.",
      nl: "Waarvoor wordt betaald; rijen met dezelfde woorden horen bij elkaar."),
    example: "Catering")
  public var category: String?
  /// What is paid.
  @Column(
    "Amount", nl: "Bedrag", unit: .money, bounds: 0...1_000_000_000,
    help: Text(
      "What is paid; only a planned amount may have a range.",
      nl: "Wat wordt betaald; alleen een gepland bedrag mag een marge hebben."), example: "12000")
  public var amount: Estimate
  /// The share of it that is paid nearby.
  @Column(
    "Share paid nearby", nl: "Aandeel nabij betaald", unit: .percent, bounds: 0...1,
    help: Text(
      "Which part goes to people or businesses nearby; empty where the address of the party tells. Of "
        + "planned wages, the net pay of neighbours.",
      nl:
        "Welk deel naar mensen of bedrijven nabij gaat; leeg als het adres van de partij het zegt. "
        + "Van geplande lonen het nettoloon van buurtbewoners."), example: "60")
  public var localShare: Estimate?
  /// What those who are paid nearby spend again there.
  @Column(
    "Share spent again nearby", nl: "Aandeel weer nabij besteed", unit: .percent, bounds: 0...1,
    help: Text(
      "Of a plan: what those paid nearby spend there again; empty is not known.",
      nl: "Van een plan: wat wie nabij betaald wordt daar weer besteedt; leeg is onbekend."),
    example: "30 (20–45)")
  public var respending: Estimate?
  /// Whether it is wages.
  @Column(
    "Wages", nl: "Loon",
    help: Text(
      "Yes for wages and what is withheld from them; the table staff then says where they go.",
      nl: "Ja bij loon en wat daarvan wordt ingehouden; de tabel staff zegt dan waar het heen gaat."
    ),
    example: "no")
  public var isWages: Bool?
  /// The day, or the first day of a stretch.
  @Column(
    "Date", nl: "Datum",
    help: Text(
      "The day of the payment, or the first day of its period; empty for the reporting period.",
      nl: "De dag van de betaling, of de eerste dag van de periode; leeg voor de verslagperiode."),
    example: "2025-03-01")
  public var date: Day?
  /// The last day of a stretch.
  @Column(
    "Until", nl: "Tot en met",
    help: Text(
      "The last day, of payments that are listed per period.",
      nl: "De laatste dag, bij betalingen per periode."), example: "2025-03-31")
  public var until: Day?

  /// Makes the declaration.
  public init() {}
}
