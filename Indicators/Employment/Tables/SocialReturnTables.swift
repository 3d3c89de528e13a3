import IndicatorKit

/// The table of tariffs that a contract is under.
enum TariffRegion: String, Choice {
  case eastNetherlands = "east_netherlands"
  case rijnmond
  case hollandRijnland = "holland_rijnland"
  case utrecht
  case utrechtOlder = "utrecht_older"
  case own

  var label: Text {
    switch self {
    case .eastNetherlands: Text("East Netherlands", nl: "Oost-Nederland")
    case .rijnmond: Text(verbatim: "Rijnmond")
    case .hollandRijnland: Text(verbatim: "Holland Rijnland")
    case .utrecht: Text(verbatim: "Utrecht")
    case .utrechtOlder: Text("Utrecht, older table", nl: "Utrecht, oudere tabel")
    case .own: Text("Tariffs of one’s own", nl: "Eigen tarieven")
    }
  }

  var aliases: [String] { self == .own ? ["eigen", "anders", "other"] : [] }

  /// The hours per week of a full-time year where the table states them.
  ///
  /// Utrecht counts 36; 2,080 hours a year in Rijnmond are 40 a week.
  var fullTimeHours: Double? {
    switch self {
    case .utrecht, .utrechtOlder: 36
    case .rijnmond: 40
    case .eastNetherlands, .hollandRijnland, .own: nil
    }
  }
}

/// A group with a tariff.
enum TariffGroup: String, Choice {
  case participationAct = "participation_act"
  case participationActUnder2Years = "participation_act_under_2_years"
  case participationActOver2Years = "participation_act_over_2_years"
  case jobsAgreement = "jobs_agreement"
  case disability
  case unemployment
  case unemploymentUnder1Year = "unemployment_under_1_year"
  case unemploymentOver1Year = "unemployment_over_1_year"
  case withoutBenefit = "without_benefit"
  case bbl
  case bol
  case specialEducation = "special_education"
  case studentLevel1To2 = "student_level_1_2"
  case studentHigher = "student_higher"

  var label: Text {
    switch self {
    case .participationAct: Text("Participation Act", nl: "Participatiewet")
    case .participationActUnder2Years:
      Text("Participation Act, under two years", nl: "Participatiewet, korter dan twee jaar")
    case .participationActOver2Years:
      Text("Participation Act, over two years", nl: "Participatiewet, langer dan twee jaar")
    case .jobsAgreement: Text("Jobs agreement", nl: "Banenafspraak")
    case .disability: Text("Disability benefit", nl: "WIA/WAO")
    case .unemployment: Text("Unemployment benefit", nl: "WW")
    case .unemploymentUnder1Year:
      Text("Unemployment benefit, under a year", nl: "WW, korter dan een jaar")
    case .unemploymentOver1Year:
      Text("Unemployment benefit, over a year", nl: "WW, langer dan een jaar")
    case .withoutBenefit: Text("Without benefit", nl: "Niet-uitkeringsgerechtigd")
    case .bbl: Text("Apprentice who works (BBL)", nl: "BBL")
    case .bol: Text("Student on a placement (BOL)", nl: "BOL")
    case .specialEducation: Text("Practical or special education", nl: "PrO/VSO")
    case .studentLevel1To2: Text("Apprentice of level 1 or 2", nl: "BBL niveau 1-2")
    case .studentHigher: Text("Student of higher education", nl: "Stage hbo/wo")
    }
  }

  var aliases: [String] {
    switch self {
    case .jobsAgreement: ["garantiebaan", "doelgroepregister"]
    case .disability: ["wia", "wao", "waz", "wga"]
    case .withoutBenefit: ["nug"]
    case .specialEducation: ["pro", "vso"]
    default: []
    }
  }

  /// The names under which tables have its tariff; a table’s own finer name stands first.
  var tariffs: [String] {
    let joined = [
      "disability_benefit_or_target_group_register", "disability_benefit_or_job_agreement",
    ]
    switch self {
    case .participationAct: return ["participation_act"]
    case .participationActUnder2Years:
      return ["participation_act_under_2_years", "participation_act"]
    case .participationActOver2Years:
      return ["participation_act_over_2_years", "participation_act"]
    case .jobsAgreement: return ["job_agreement"] + joined
    case .disability: return ["disability_benefit"] + joined
    case .unemployment: return ["unemployment_benefit"]
    case .unemploymentUnder1Year:
      return ["unemployment_benefit_under_1_year", "unemployment_benefit"]
    case .unemploymentOver1Year:
      return ["unemployment_benefit_over_1_year", "unemployment_benefit"]
    case .withoutBenefit: return ["no_benefit"]
    case .bbl: return ["student_bbl"]
    case .bol: return ["student_bol"]
    case .specialEducation: return ["practical_or_special_education"]
    case .studentLevel1To2: return ["student_vocational_level_1_2"]
    case .studentHigher: return ["student_higher"]
    }
  }
}

/// A contract with a social-return clause.
struct SocialReturnContract: TableRow {
  static let table = TableCard(
    id: "social_return_contracts",
    title: Text("Contracts with social return", nl: "Opdrachten met social return"),
    summary: Text(
      "Contracts whose client asks for social return; no part of the social value.",
      nl: "Opdrachten waarvan de opdrachtgever social return vraagt; geen deel van de waarde."),
    from: "start", to: "end")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."), example: "k1")
  var id: RowID
  @Column(
    "Start", nl: "Begin",
    help: Text("The first day.", nl: "De eerste dag."), example: "2026-01-01",
    aliases: ["begindatum", "ingangsdatum"])
  var start: Day
  @Column(
    "End", nl: "Einde",
    help: Text("Leave empty where it goes on.", nl: "Leeg laten als het doorloopt."),
    example: "2026-12-31", aliases: ["einddatum"])
  var end: Day?
  @Column(
    "Client", nl: "Opdrachtgever",
    help: Text("Who asks for it.", nl: "Wie erom vraagt."), example: "Gemeente Voorbeeld")
  var client: String
  @Column(
    "Tariffs", nl: "Tarieven",
    help: Text(
      "The table of tariffs that the contract is under.",
      nl: "De tarieventabel waar de opdracht onder valt."), example: "utrecht",
    aliases: ["regio", "region", "bouwblokken"])
  var region: TariffRegion
  @Column(
    "Contract value", nl: "Opdrachtwaarde", unit: .money, bounds: 0...1e12,
    help: Text("Without VAT.", nl: "Zonder btw."), example: "400000",
    aliases: ["opdrachtsom", "aanneemsom"])
  var value: Double
  @Column(
    "Share", nl: "Percentage", unit: .percent, bounds: 0...1,
    help: Text(
      "The part of the contract value that is due.",
      nl: "Het deel van de opdrachtwaarde dat verschuldigd is."), example: "5 %",
    aliases: ["social return", "verplichting"])
  var share: Double
  @Column(
    "PSO step", nl: "PSO-trede", bounds: 0...3,
    help: Text(
      "The step of the contractor’s PSO certificate, where the client gives a discount for it.",
      nl:
        "De trede van het PSO-certificaat van de opdrachtnemer, als de opdrachtgever er korting op geeft."
    ),
    example: "2")
  var psoStep: Int?
}

/// Work for a person of a group, under a contract with social return.
struct Placement: TableRow {
  static let table = TableCard(
    id: "placements", title: Text("Placements", nl: "Plaatsingen"),
    summary: Text(
      "People who work under a contract with social return, one placement per row.",
      nl: "Mensen die onder een opdracht met social return werken, één plaatsing per rij."))

  @Column(
    "Contract", nl: "Opdracht", references: "social_return_contracts",
    help: Text("The id of the contract.", nl: "Het id van de opdracht."), example: "k1")
  var contract: RowID
  @Column(
    "Person", nl: "Persoon",
    help: Text(
      "A name or number; it is replaced by a code on reading and never stored.",
      nl: "Een naam of nummer; dat wordt bij het lezen vervangen door een code en nooit bewaard."),
    example: "P-01", aliases: ["medewerker", "kandidaat"])
  var person: PersonKey
  @Column(
    "Start", nl: "Begin", help: Text("The first day.", nl: "De eerste dag."),
    example: "2026-01-01", aliases: ["begindatum"])
  var start: Day
  @Column(
    "End", nl: "Einde",
    help: Text("Leave empty where it goes on.", nl: "Leeg laten als het doorloopt."),
    example: "2026-12-31", aliases: ["einddatum"])
  var end: Day?
  @Column(
    "Hours per week", nl: "Uren per week", unit: .hour, bounds: 0...60,
    help: Text("The hours in the contract.", nl: "De uren in het contract."), example: "36",
    aliases: ["contracturen"])
  var hoursPerWeek: Double
  @Column(
    "Group", nl: "Doelgroep",
    help: Text(
      "The group by which the tariff is chosen.", nl: "De groep waarnaar het tarief wordt gekozen."),
    example: "participation_act", aliases: ["target group", "bouwblok"])
  var group: TariffGroup
  @Column(
    "Permanent contract", nl: "Vast contract",
    help: Text(
      "Whether the person has a contract without an end.",
      nl: "Of de persoon een contract zonder einde heeft."), example: "nee", aliases: ["vast"])
  var isPermanent: Bool?
  @Column(
    "Aged 50 or over", nl: "50 jaar of ouder",
    help: Text("Yes or no.", nl: "Ja of nee."), example: "ja", aliases: ["50+"])
  var isOver50: Bool?
  @Column(
    "Status holder or language learner", nl: "Statushouder of taalleerder",
    help: Text(
      "Whether the bonus for status holders or language counts.",
      nl: "Of de bonus voor statushouders of taal telt."), example: "nee",
    aliases: ["statushouder", "status holder"])
  var isStatusHolder: Bool?
}

/// An invoice of a social enterprise, or hours of a social activity, under a contract.
struct SocialEffort: TableRow {
  static let table = TableCard(
    id: "social_efforts",
    title: Text("Other social efforts", nl: "Andere sociale inspanningen"),
    summary: Text(
      "Invoices of social enterprises and hours of social activities under a contract.",
      nl: "Facturen van sociale ondernemingen en uren van sociale activiteiten onder een opdracht.")
  )

  @Column(
    "Contract", nl: "Opdracht", references: "social_return_contracts",
    help: Text("The id of the contract.", nl: "Het id van de opdracht."), example: "k1")
  var contract: RowID
  @Column(
    "Date", nl: "Datum", help: Text("The day.", nl: "De dag."), example: "2026-05-01")
  var date: Day
  @Column(
    "Invoice", nl: "Factuur", unit: .money, bounds: 0...1e12,
    help: Text(
      "What a social enterprise was paid, without VAT.",
      nl: "Wat een sociale onderneming betaald kreeg, zonder btw."), example: "2400",
    aliases: ["bedrag", "amount"])
  var invoice: Double?
  @Column(
    "Hours", nl: "Uren", unit: .hour, bounds: 0...100_000,
    help: Text("Hours of a social activity.", nl: "Uren van een sociale activiteit."),
    example: "16", aliases: ["uren activiteit"])
  var hours: Double?
}
