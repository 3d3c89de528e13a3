/// A group from which social employment hires.
///
/// The groups of Dutch procurement (Rijksinkoopsamenwerking, Maatwerk voor Mensen, 2018).
public enum TargetGroup: String, Choice {
  /// Nobody's target group.
  case none
  /// Participatiewet, the former WWB and Wsw and Wajong.
  case participationAct = "participation_act"
  /// The register of the jobs agreement.
  case jobsAgreement = "jobs_agreement"
  /// WIA, WGA, WAO or WAZ.
  case disability
  /// Unemployment benefit.
  case unemployment
  /// IOAW or IOAZ.
  case olderUnemployed = "older_unemployed"
  /// Work and learning: BBL, BOL, practical or special education.
  case learning
  /// Without benefit.
  case withoutBenefit = "without_benefit"

  /// What readers see.
  public var label: Text {
    switch self {
    case .none: Text("None", nl: "Geen")
    case .participationAct: Text("Participation Act", nl: "Participatiewet")
    case .jobsAgreement: Text("Jobs agreement", nl: "Banenafspraak")
    case .disability: Text("Disability benefit", nl: "WIA/WAO")
    case .unemployment: Text("Unemployment benefit", nl: "WW")
    case .olderUnemployed: Text("Older unemployed", nl: "IOAW/IOAZ")
    case .learning: Text("Work and learning", nl: "Leerwerkplek")
    case .withoutBenefit: Text("Without benefit", nl: "Niet-uitkeringsgerechtigd")
    }
  }
}

/// A paid contract: one person under one contract.
public struct StaffMember: TableRow {
  /// The table `staff`.
  public static let table = TableCard(
    id: "staff", title: Text("Staff", nl: "Personeel"),
    summary: Text("Paid contracts, one per row.", nl: "Betaalde contracten, één per rij."),
    from: "start", to: "end")

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "c1")
  public var id: RowID
  /// Who it is; kept as a keyed hash only.
  @Column(
    "Person", nl: "Persoon",
    help: Text(
      "A name or number; it is replaced by a code on reading and never stored.",
      nl: "Een naam of nummer; dat wordt bij het lezen vervangen door een code en nooit bewaard."),
    example: "P-01")
  public var person: PersonKey
  /// The first day of the contract.
  @Column(
    "Start", nl: "Begin",
    help: Text("The first day of the contract.", nl: "De eerste dag van het contract."),
    example: "2025-01-01")
  public var start: Day
  /// The last day of the contract.
  @Column(
    "End", nl: "Einde",
    help: Text("Leave empty where it goes on.", nl: "Leeg laten als het doorloopt."),
    example: "2025-12-31")
  public var end: Day?
  /// Contract hours per week.
  @Column(
    "Hours per week", nl: "Uren per week", unit: .hour, bounds: 0...60,
    help: Text("The hours in the contract.", nl: "De uren in het contract."), example: "24")
  public var hoursPerWeek: Double
  /// The target group.
  @Column(
    "Target group", nl: "Doelgroep",
    help: Text(
      "The group from which the person was hired, or none.",
      nl: "De groep waaruit de persoon is aangenomen, of geen."), example: "participation_act")
  public var targetGroup: TargetGroup
  /// The postcode of the home, four digits are enough.
  @Column(
    "Home postcode", nl: "Postcode woonadres",
    help: Text(
      "Where the person lives; four digits are enough.",
      nl: "Waar de persoon woont; vier cijfers zijn genoeg."), example: "9999")
  public var postcode: Postcode?
  /// Net pay in the reporting period.
  @Column(
    "Net pay", nl: "Nettoloon", unit: .money, bounds: 0...1_000_000,
    help: Text(
      "What the person received in the reporting period.",
      nl: "Wat de persoon in de verslagperiode ontving."), example: "18400")
  public var netPay: Double?

  /// Makes the declaration.
  public init() {}
}
