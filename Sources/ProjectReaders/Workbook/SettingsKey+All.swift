import ImpactModel

extension SettingsKey {
  /// The keys whose items are made of several settings each: rows with the same key start a new
  /// item.
  static let itemLists = [
    "periods", "organisation.identifiers", "licences", "release_below_five", "books.organisations",
  ]

  /// All settings, in the order of the sheet.
  static let all: [SettingsKey] =
    project + organisation + scope + place + periods + valueMap + books + grants + details

  /// The titles of the sections.
  static func title(of section: String) -> Text? {
    switch section {
    case "project": Text("The project", nl: "Het project")
    case "organisation": Text("The organisation", nl: "De organisatie")
    case "scope": Text("What the report is for", nl: "Waar het verslag voor is")
    case "where": Text("The neighbourhood", nl: "De buurt")
    case "periods": Text("The periods", nl: "De perioden")
    case "report": Text("The report", nl: "Het verslag")
    case "value_map": Text("The value map", nl: "De waardenkaart")
    case "books": Text("The books", nl: "De boekhouding")
    case "grants": Text("What belongs to it", nl: "Wat erbij hoort")
    case "licences": Text("Licences of files", nl: "Licenties van bestanden")
    case "release_below_five":
      Text("Figures about few people", nl: "Cijfers over weinig mensen")
    case "numbers": Text("Numbers in texts", nl: "Getallen in teksten")
    default: nil
    }
  }

  private static let project = [
    SettingsKey(
      key: "project.id", label: Text("Id of the project", nl: "Kenmerk van het project"),
      help: Text(
        "Letters, digits and hyphens; it never changes and is part of the file names.",
        nl: "Letters, cijfers en streepjes; blijft altijd hetzelfde en komt in de bestandsnamen."),
      isRequired: true),
    SettingsKey(
      key: "project.revision", label: Text("Revision", nl: "Versie"),
      help: Text(
        "Raise it when you hand in a report again.",
        nl: "Ophogen als u een verslag opnieuw indient."), isRequired: true),
    SettingsKey(
      key: "project.name", label: Text("Name of the project", nl: "Naam van het project"),
      help: Text("As readers will see it.", nl: "Zoals lezers die zien."), isRequired: true),
    SettingsKey(
      key: "project.summary", label: Text("Summary", nl: "Samenvatting"),
      help: Text(
        "What the project does, in a few sentences.",
        nl: "Wat het project doet, in een paar zinnen.")),
    SettingsKey(
      key: "project.perspective", label: Text("Perspective", nl: "Perspectief"),
      help: Text(
        "Whether the report looks back on what was measured or ahead to what is expected.",
        nl: "Of het verslag terugkijkt op wat gemeten is of vooruit op wat verwacht wordt."),
      kind: .choice([
        ("evaluation", Text("looking back", nl: "terugkijken")),
        ("forecast", Text("looking ahead", nl: "vooruitkijken")),
      ]), isRequired: true),
    SettingsKey(
      key: "project.language", label: Text("Language", nl: "Taal"),
      help: Text("The language of the report.", nl: "De taal van het verslag."),
      kind: .choice([
        ("nl", Text("Dutch", nl: "Nederlands")), ("en", Text("English", nl: "Engels")),
      ]), isRequired: true),
    SettingsKey(
      key: "project.currency", label: Text("Currency", nl: "Munt"),
      help: Text("The currency of all amounts.", nl: "De munt van alle bedragen."),
      kind: .choice([
        ("EUR", Text(verbatim: "EUR")), ("GBP", Text(verbatim: "GBP")),
      ]), isRequired: true),
    SettingsKey(
      key: "project.author", label: Text("Author", nl: "Auteur"),
      help: Text("Who made the report.", nl: "Wie het verslag maakte.")),
  ]

  private static let organisation = [
    SettingsKey(
      key: "organisation.name", label: Text("Name of the organisation", nl: "Naam organisatie"),
      help: Text("Who carries the project.", nl: "Wie het project draagt."), isRequired: true),
    SettingsKey(
      key: "organisation.identifiers.scheme", label: Text("Register", nl: "Register"),
      help: Text(
        "The register that knows the organisation; repeat this row and the next for more.",
        nl: "Het register dat de organisatie kent; herhaal deze rij en de volgende voor meer."),
      kind: .choice(
        OrganisationIdentifier.Scheme.allCases.map { ($0.rawValue, Text(verbatim: $0.rawValue)) }),
      isList: true),
    SettingsKey(
      key: "organisation.identifiers.number",
      label: Text("Number in that register", nl: "Nummer in dat register"),
      help: Text("With its zeros in front.", nl: "Met de nullen vooraan."), isList: true),
    SettingsKey(
      key: "organisation.vat_number", label: Text("VAT number", nl: "Btw-nummer"),
      help: Text(
        "By which invoices know the organisation.",
        nl: "Waaraan facturen de organisatie herkennen.")),
    SettingsKey(
      key: "organisation.accounts", label: Text("Bank account", nl: "Bankrekening"),
      help: Text(
        "An IBAN of the organisation, so that money moved between its own accounts does not count; "
          + "one per row.",
        nl:
          "Een IBAN van de organisatie, zodat geld tussen eigen rekeningen niet telt; één per rij."
      ), isList: true),
  ]

  private static let scope = [
    SettingsKey(
      key: "scope.purpose", label: Text("Purpose", nl: "Doel"),
      help: Text("Why you make the report.", nl: "Waarvoor u het verslag maakt.")),
    SettingsKey(
      key: "scope.audience", label: Text("Audience", nl: "Lezers"),
      help: Text("For whom you make it.", nl: "Voor wie u het maakt.")),
    SettingsKey(
      key: "scope.activities", label: Text("Activities", nl: "Activiteiten"),
      help: Text("Which activities it looks at.", nl: "Welke activiteiten het bekijkt.")),
    SettingsKey(
      key: "scope.resources", label: Text("Resources", nl: "Inzet voor het verslag"),
      help: Text(
        "What it took to make it: who, how much time, how much money.",
        nl: "Wat het maken ervan kostte: wie, hoeveel tijd, hoeveel geld.")),
  ]

  private static let place = [
    SettingsKey(
      key: "where.neighbourhood", label: Text("Neighbourhood", nl: "Buurt"),
      help: Text("The name of the neighbourhood.", nl: "De naam van de buurt of wijk."),
      isRequired: true),
    SettingsKey(
      key: "where.country", label: Text("Country", nl: "Land"),
      help: Text(
        "It decides what a postcode looks like.", nl: "Bepaalt hoe een postcode eruitziet."),
      kind: .choice([
        ("NL", Text("Netherlands", nl: "Nederland")), ("BE", Text("Belgium", nl: "België")),
        ("GB", Text("United Kingdom", nl: "Verenigd Koninkrijk")),
      ]), isRequired: true),
    SettingsKey(
      key: "where.postcodes", label: Text("Postcode", nl: "Postcode"),
      help: Text(
        "How the postcodes of the neighbourhood start; one per row, as many rows as you need.",
        nl: "Waarmee de postcodes van de buurt beginnen; één per rij, zoveel rijen als nodig."),
      isList: true),
    SettingsKey(
      key: "where.municipality", label: Text("Municipality code", nl: "Gemeentecode"),
      help: Text(
        "GM0344 in the Netherlands, 11002 in Belgium.",
        nl: "GM0344 in Nederland, 11002 in België.")),
    SettingsKey(
      key: "where.codes", label: Text("Neighbourhood code", nl: "Wijk- of buurtcode"),
      help: Text("As WK034405; one per row.", nl: "Zoals WK034405; één per rij."), isList: true),
    SettingsKey(
      key: "where.codes_year", label: Text("Year of the codes", nl: "Jaar van de codes"),
      help: Text("The year in which they hold.", nl: "Het jaar waarin ze gelden.")),
    SettingsKey(
      key: "where.locality_basis",
      label: Text("What makes a supplier local", nl: "Wat nabij maakt"),
      help: Text(
        "Which place of a supplier decides whether it is nearby; empty: where it delivers from.",
        nl:
          "Welke plaats van een leverancier bepaalt of die nabij is; leeg: waar vandaan die levert."
      ),
      kind: .choice(LocalityBasis.allCases.map { ($0.rawValue, $0.label) })),
  ]

  private static let periods = [
    SettingsKey(
      key: "periods.from", label: Text("Period from", nl: "Periode vanaf"),
      help: Text(
        "The first day of a month; repeat this row and the next for each period, early to late.",
        nl: "De eerste dag van een maand; herhaal deze rij en de volgende per periode, op volgorde."
      ),
      kind: .day, isRequired: true, isList: true),
    SettingsKey(
      key: "periods.until", label: Text("Period until", nl: "Periode tot en met"),
      help: Text(
        "The last day of a month; the report is about the last period.",
        nl: "De laatste dag van een maand; het verslag gaat over de laatste periode."),
      kind: .day, isRequired: true, isList: true),
    SettingsKey(
      key: "report.date", label: Text("Date of the report", nl: "Datum van het verslag"),
      help: Text("Empty: the end of the period.", nl: "Leeg: het einde van de periode."),
      kind: .day),
  ]

  private static let timings = Kind.choice([
    ("start_of_period", Text("start of the period", nl: "begin van de periode")),
    ("mid_period", Text("middle of the period", nl: "midden van de periode")),
    ("end_of_period", Text("end of the period", nl: "einde van de periode")),
  ])

  private static let valueMap = [
    SettingsKey(
      key: "value_map.discount_rate", label: Text("Discount rate", nl: "Discontovoet"),
      help: Text(
        "“standard”: the rate that is prescribed (NL and GB), or one of your own as in 3 %.",
        nl: "‘standard’: de vastgestelde voet (NL en GB), of een eigen zoals 3 %."),
      isRequired: true),
    SettingsKey(
      key: "value_map.benefit_timing", label: Text("Timing of benefits", nl: "Moment van de baten"),
      help: Text(
        "When benefits fall in their year.", nl: "Wanneer baten in hun jaar vallen."),
      kind: timings, isRequired: true),
    SettingsKey(
      key: "value_map.input_timing", label: Text("Timing of inputs", nl: "Moment van de inbreng"),
      help: Text(
        "When inputs fall in their year.", nl: "Wanneer inbreng in haar jaar valt."),
      kind: timings),
    SettingsKey(
      key: "value_map.price_base_year", label: Text("Price base year", nl: "Prijspeil"),
      help: Text(
        "The year at whose prices all amounts stand.",
        nl: "Het jaar waarvan alle bedragen het prijspeil hebben."), isRequired: true),
  ]

  private static let sources = Kind.choice([
    ("books", Text("audit files", nl: "auditfiles")),
    ("bank", Text("bank statements", nl: "bankafschriften")),
    ("invoices", Text("invoices", nl: "facturen")),
    ("list", Text("the sheet of payments", nl: "het blad met betalingen")),
  ])

  private static let books = [
    SettingsKey(
      key: "books.basis", label: Text("Spending is taken from", nl: "Besteding komt uit"),
      help: Text(
        "Where sources of several kinds are about the same time: the one that counts.",
        nl: "Als bronnen van meer soorten over dezelfde tijd gaan: de bron die telt."),
      kind: sources),
    SettingsKey(
      key: "books.income", label: Text("Income is taken from", nl: "Inkomsten komen uit"),
      help: Text(
        "Empty: from where spending is taken.", nl: "Leeg: waar ook de besteding uit komt."),
      kind: sources),
    SettingsKey(
      key: "books.timing", label: Text("When a purchase counts", nl: "Wanneer een aankoop telt"),
      help: Text(
        "When it is bought or when it is paid.", nl: "Bij de aankoop of bij de betaling."),
      kind: .choice([
        ("accrual", Text("when it is bought", nl: "bij aankoop")),
        ("cash", Text("when it is paid", nl: "bij betaling")),
      ])),
    SettingsKey(
      key: "books.vat", label: Text("VAT", nl: "Btw"),
      help: Text("Whether amounts hold VAT.", nl: "Of de btw in de bedragen zit."),
      kind: .choice([
        ("including", Text("including VAT", nl: "met btw")),
        ("excluding", Text("excluding VAT", nl: "zonder btw")),
      ])),
    SettingsKey(
      key: "books.scope.projects", label: Text("Project code", nl: "Projectcode"),
      help: Text(
        "If only lines with this code are the project’s; one per row.",
        nl: "Als alleen regels met deze code van het project zijn; één per rij."), isList: true),
    SettingsKey(
      key: "books.scope.cost_centres", label: Text("Cost centre", nl: "Kostenplaats"),
      help: Text(
        "If only lines of this cost centre are the project’s; one per row.",
        nl: "Als alleen regels van deze kostenplaats van het project zijn; één per rij."),
      isList: true),
    SettingsKey(
      key: "books.scope.accounts", label: Text("Account", nl: "Rekening"),
      help: Text(
        "If only this ledger or bank account is the project’s; one per row.",
        nl: "Als alleen deze grootboek- of bankrekening van het project is; één per rij."),
      isList: true),
    SettingsKey(
      key: "books.wages_to", label: Text("Wages are paid to", nl: "Lonen gaan naar"),
      help: Text(
        "A name or an IBAN by which the bank shows wages; one per row.",
        nl: "Een naam of IBAN waaraan de bank lonen toont; één per rij."), isList: true),
    SettingsKey(
      key: "books.name_organisations",
      label: Text("Name other organisations", nl: "Andere organisaties noemen"),
      help: Text(
        "Whether the report may name those whose books are here too.",
        nl: "Of het verslag mag noemen van wie hier ook boeken liggen."),
      kind: .choice([("yes", Text("yes", nl: "ja")), ("no", Text("no", nl: "nee"))])),
    SettingsKey(
      key: "books.organisations.name",
      label: Text("Other organisation", nl: "Andere organisatie"),
      help: Text(
        "Whose books are here too; repeat this row and the next two for more.",
        nl: "Van wie hier ook boeken liggen; herhaal deze rij en de twee erna voor meer."),
      isList: true),
    SettingsKey(
      key: "books.organisations.folder",
      label: Text("Folder of its books", nl: "Map van haar boeken"),
      help: Text("Its folder in “books”.", nl: "Haar map in ‘books’."), isList: true),
    SettingsKey(
      key: "books.organisations.basis",
      label: Text("Its spending is taken from", nl: "Haar besteding komt uit"),
      help: Text("As for your own.", nl: "Zoals bij uw eigen boeken."), kind: sources,
      isList: true),
  ]

  private static let grants = [
    SettingsKey(
      key: "grants", label: Text("Grant or contract", nl: "Subsidie of contract"),
      help: Text(
        "Its number, as the funder writes it; one per row.",
        nl: "Het nummer, zoals de financier het schrijft; één per rij."), isList: true),
    SettingsKey(
      key: "themes", label: Text("Theme", nl: "Thema"),
      help: Text("In your own words; one per row.", nl: "In uw eigen woorden; één per rij."),
      isList: true),
    SettingsKey(
      key: "left_out", label: Text("Left out", nl: "Buiten beschouwing"),
      help: Text(
        "What you leave out, and why; one per row.", nl: "Wat u weglaat, en waarom; één per rij."),
      isList: true),
  ]

  private static let details = [
    SettingsKey(
      key: "licences.file", label: Text("File with a licence", nl: "Bestand met een licentie"),
      help: Text(
        "Data of others under a licence: the path of the file, as in tables/population.csv.",
        nl: "Gegevens van anderen met een licentie: het pad van het bestand, zoals "
          + "tables/population.csv."), isList: true),
    SettingsKey(
      key: "licences.licence", label: Text("Its licence", nl: "De licentie ervan"),
      help: Text(
        "As its owner calls it, as in CC BY 4.0; it is printed with the sources.",
        nl: "Zoals de eigenaar die noemt, bijvoorbeeld CC BY 4.0; komt bij de bronnen te staan."),
      isList: true),
    SettingsKey(
      key: "release_below_five.measure",
      label: Text("Figure to release", nl: "Vrij te geven cijfer"),
      help: Text(
        "Figures about one to four people stay behind, unless you name them: employment.headcount.",
        nl: "Cijfers over één tot vier mensen blijven achter, tenzij u ze noemt: "
          + "employment.headcount."), isList: true),
    SettingsKey(
      key: "release_below_five.reason",
      label: Text("Reason for releasing it", nl: "Reden voor vrijgeven"),
      help: Text("It is printed in the report.", nl: "Komt in het verslag te staan."), isList: true),
    SettingsKey(
      key: "numbers.decimal_mark", label: Text("Decimal mark", nl: "Decimaalteken"),
      help: Text(
        "Only for numbers that stand in texts, as in 1.234 (1.000–1.500).",
        nl: "Alleen voor getallen die in teksten staan, zoals 1.234 (1.000–1.500)."),
      kind: .choice([
        ("comma", Text("comma", nl: "komma")), ("point", Text("point", nl: "punt")),
      ])),
  ]
}
