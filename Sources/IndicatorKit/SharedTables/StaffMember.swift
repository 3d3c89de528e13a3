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

  /// Other words that files use for the same thing.
  public var aliases: [String] {
    switch self {
    case .none: ["geen doelgroep", "n.v.t.", "nvt", "nee", "no"]
    case .participationAct: ["bijstand", "wwb", "wsw", "wajong", "p-wet", "bijstandsuitkering"]
    case .jobsAgreement: ["garantiebaan", "doelgroepregister", "doelgroep banenafspraak"]
    case .disability: ["wia", "wao", "waz", "wga"]
    case .unemployment: ["ww-uitkering", "werkloosheidsuitkering"]
    case .olderUnemployed: ["ioaw", "ioaz"]
    case .learning: ["bbl", "bol", "pro", "vso"]
    case .withoutBenefit: ["nug", "nugger"]
    }
  }
}

/// The kind of a paid contract.
public enum ContractKind: String, Choice {
  /// Without an end.
  case permanent
  /// Until a day, or for a task.
  case temporary
  /// Through a temporary work agency.
  case agency
  /// On call, without fixed hours.
  case onCall = "on_call"
  /// Employed by another organisation that lends the person out.
  case seconded
  /// Anything else.
  case other

  /// What readers see.
  public var label: Text {
    switch self {
    case .permanent: Text("Permanent", nl: "Vast")
    case .temporary: Text("Temporary", nl: "Tijdelijk")
    case .agency: Text("Agency", nl: "Uitzend")
    case .onCall: Text("On call", nl: "Oproep")
    case .seconded: Text("Seconded", nl: "Gedetacheerd")
    case .other: Text("Other", nl: "Anders")
    }
  }

  /// Other words that files use for the same thing.
  public var aliases: [String] {
    switch self {
    case .permanent:
      [
        "vast contract", "vast dienstverband", "onbepaalde tijd", "contract voor onbepaalde tijd",
        "onbepaalde duur", "contract van onbepaalde duur", "onbepaald", "indefinite", "open-ended",
        "permanent full time", "permanent part time", "full time permanent", "part time permanent",
      ]
    case .temporary:
      [
        "tijdelijk contract", "tijdelijk dienstverband", "bepaalde tijd",
        "contract voor bepaalde tijd", "bepaalde duur", "contract van bepaalde duur", "bepaald",
        "duidelijk omschreven werk", "vervangingsovereenkomst", "studentenovereenkomst",
        "fixed term", "fixed term contract",
      ]
    case .agency:
      [
        "uitzendkracht", "uitzendcontract", "uitzendovereenkomst", "interim", "interimkracht",
        "temp", "agency worker",
      ]
    case .onCall:
      [
        "oproepkracht", "oproepcontract", "oproepovereenkomst", "nulurencontract", "0-uren",
        "0-urencontract", "min-max", "min-maxcontract", "afroepcontract", "zero hours",
        "zero hours contract", "casual",
      ]
    case .seconded: ["detachering", "payroll", "payrolling", "secondment"]
    case .other: []
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
      "A short name in small letters and digits; leave it out of a payroll export that has none.",
      nl:
        "Een korte naam in kleine letters en cijfers; mag ontbreken in een uitdraai van de salarisadministratie."
    ), example: "c1")
  public var id: RowID?
  /// Who it is; kept as a keyed hash only.
  @Column(
    "Person", nl: "Persoon",
    help: Text(
      "A name or number; it is replaced by a code on reading and never stored.",
      nl: "Een naam of nummer; dat wordt bij het lezen vervangen door een code en nooit bewaard."),
    example: "P-01",
    aliases: [
      "medewerker", "medewerkernummer", "medewerkersnummer", "personeelsnummer", "personeelsnr",
      "persnr", "werknemer", "werknemernummer", "werknemersnummer", "stamnummer", "employee",
      "employee number", "employee id", "employee reference", "payroll number", "staff number",
    ])
  public var person: PersonKey
  /// The first day of the contract.
  @Column(
    "Start", nl: "Begin",
    help: Text("The first day of the contract.", nl: "De eerste dag van het contract."),
    example: "2025-01-01",
    aliases: [
      "datum in dienst", "in dienst", "datum indienst", "in dienst per", "in dienst sinds",
      "datum indiensttreding", "indiensttreding", "begindatum", "begindatum contract",
      "startdatum", "start date", "work start date", "employment start date", "hire date",
    ])
  public var start: Day
  /// The last day of the contract.
  @Column(
    "End", nl: "Einde",
    help: Text("Leave empty where it goes on.", nl: "Leeg laten als het doorloopt."),
    example: "2025-12-31",
    aliases: [
      "datum uit dienst", "uit dienst", "datum uitdienst", "uit dienst per",
      "datum uitdiensttreding", "uitdiensttreding", "einddatum", "einddatum contract", "end date",
      "leave date", "leaving date", "date left", "employment end date",
    ])
  public var end: Day?
  /// Contract hours per week.
  @Column(
    "Hours per week", nl: "Uren per week", unit: .hour, bounds: 0...60,
    help: Text("The hours in the contract.", nl: "De uren in het contract."), example: "24",
    aliases: [
      "contracturen", "contracturen per week", "uren p/w", "uren pw", "uren/week",
      "aantal uren per week", "gemiddelde uren per week", "gemiddeld aantal uren per week",
      "wekelijkse arbeidsduur", "weekuren", "contract hours", "contracted hours", "weekly hours",
    ])
  public var hoursPerWeek: Double
  /// The target group.
  @Column(
    "Target group", nl: "Doelgroep",
    help: Text(
      "The group from which the person was hired, or none; leave empty where it is not known.",
      nl: "De groep waaruit de persoon is aangenomen, of geen; leeg laten als het niet bekend is."),
    example: "participation_act", aliases: ["doelgroep social return"])
  public var targetGroup: TargetGroup?
  /// The postcode of the home, four digits are enough.
  @Column(
    "Home postcode", nl: "Postcode woonadres",
    help: Text(
      "Where the person lives; four digits are enough.",
      nl: "Waar de persoon woont; vier cijfers zijn genoeg."), example: "9999",
    aliases: [
      "postcode", "woonpostcode", "postcode woonplaats", "postcode privé", "postnummer", "pc4",
      "home postal code", "zip code",
    ])
  public var postcode: Postcode?
  /// Net pay in the reporting period.
  @Column(
    "Net pay", nl: "Nettoloon", unit: .money, bounds: 0...1_000_000,
    help: Text(
      "What the person received in the reporting period.",
      nl: "Wat de persoon in de verslagperiode ontving."), example: "18400",
    aliases: ["netto loon", "nettoloon periode"])
  public var netPay: Double?
  /// The kind of the contract.
  @Column(
    "Kind of contract", nl: "Soort contract",
    help: Text(
      "Permanent, temporary, agency, on call, seconded or other; leave empty where it is not known.",
      nl:
        "Vast, tijdelijk, uitzend, oproep, gedetacheerd of anders; leeg laten als het niet bekend is."
    ), example: "permanent",
    aliases: [
      "contractsoort", "contracttype", "contracttype (oms)", "contractvorm", "type contract",
      "soort dienstverband", "contract type", "employment type",
    ])
  public var contract: ContractKind?
  /// Whether the person works to learn: BBL, BOL, an apprenticeship.
  @Column(
    "Apprentice", nl: "Leerling",
    help: Text(
      "Whether the person works to learn a trade; leave empty where it is not known.",
      nl: "Of de persoon werkt om een vak te leren; leeg laten als het niet bekend is."),
    example: "nee", aliases: ["leerwerkplek", "stagiair", "bbl-leerling", "apprenticeship"])
  public var isApprentice: Bool?
  /// Gross pay per hour.
  @Column(
    "Gross hourly wage", nl: "Bruto uurloon", unit: .money, bounds: 0...1000,
    help: Text(
      "The wage per hour in the contract, before tax and without allowances.",
      nl: "Het loon per uur in het contract, vóór belasting en zonder toeslagen."),
    example: "16,20",
    aliases: [
      "uurloon", "bruto-uurloon", "uurloon bruto", "basisuurloon", "hourly wage", "hourly rate",
    ])
  public var hourlyWage: Double?

  /// Makes the declaration.
  public init() {}
}
