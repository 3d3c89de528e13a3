import ImpactModel

/// The settings of a new project, with a comment at each key.
enum SettingsTemplate {
  /// The text of `project.yaml`.
  static func text(id: String, name: String, year: Int, language: Language) -> String {
    language == .dutch
      ? dutch(id: id, name: quoted(name), year: year)
      : english(id: id, name: quoted(name), year: year)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func dutch(id: String, name: String, year: Int) -> String {
    """
    # De instellingen van dit project. Regels na een # zijn uitleg en worden niet gelezen.

    project:
      id: \(id)                 # blijft altijd hetzelfde; komt in de bestandsnamen
      revision: "1"             # ophogen als u een verslag opnieuw indient
      name: \(name)
      perspective: evaluation   # evaluation (terugkijken) of forecast (vooruitkijken)
      language: nl              # taal van het verslag: nl of en
      currency: EUR
      # summary: In een paar zinnen wat het project doet.
      # author: Wie het verslag maakte.

    organisation:
      name: \(name)
      identifiers: []           # bijvoorbeeld [{scheme: NL-KVK, number: "12345678"}]
      accounts: []              # eigen bankrekeningen zonder afschrift hier, zoals de spaarrekening

    scope:                      # waar het verslag voor is
      purpose:                  # waarvoor u het verslag maakt
      audience:                 # voor wie
      activities:               # welke activiteiten het bekijkt
      resources:                # wat het maken ervan kostte: wie, hoeveel tijd, hoeveel geld

    where:
      neighbourhood: \(name)    # de naam van de buurt of wijk
      country: NL               # NL, BE of GB
      postcodes: []             # waarmee de postcodes van de buurt beginnen, bijvoorbeeld ["3561", "3562"]
      # municipality: GM0344
      # codes: [WK034405]       # met een tabel van postcodes en buurten in de map places
      # codes_year: \(year)
      # locality_basis: delivery  # waar een leverancier telt: delivery, invoice, seat of owner

    periods:                    # hele maanden; het verslag gaat over de laatste
      - {from: \(year)-01-01, until: \(year)-12-31}

    value_map:
      discount_rate: standard   # de vastgestelde voet (NL en GB); in BE een eigen, zoals "3 %"
      benefit_timing: start_of_period   # of mid_period, end_of_period
      input_timing: start_of_period
      price_base_year: \(year)

    grants: []                  # nummers van subsidies en contracten
    themes: []
    left_out: []                # wat u buiten beschouwing laat, en waarom

    # Liggen er boekhouding, bankafschriften en facturen over dezelfde tijd, kies dan wat telt:
    # books:
    #   basis: books            # of bank, invoices, list
    #   vat: books_including_vat    # of books_excluding_vat
    #   scope: {projects: [P17]}    # alleen dit deel van de boeken

    # Staat er ergens 1.234 en kan het programma niet zien of dat duizend is, zeg dan:
    # numbers: {decimal_mark: comma}      # of point

    # Hebt u gegevens van anderen gebruikt, zeg dan onder welke licentie; dat komt bij de bronnen:
    # licences:
    #   - {file: tables/population.csv, licence: CC BY 4.0}

    # Cijfers over minder dan vijf mensen blijven achter, tenzij u ze hier met een reden vrijgeeft:
    # release_below_five:
    #   - {measure: employment.headcount, reason: "Het contract vraagt dit totaal."}

    """
  }

  private static func english(id: String, name: String, year: Int) -> String {
    """
    # The settings of this project. What follows a # explains and is not read.

    project:
      id: \(id)                 # never changes; part of the file names
      revision: "1"             # raise it when you hand in a report again
      name: \(name)
      perspective: evaluation   # evaluation (looking back) or forecast (looking ahead)
      language: en              # language of the report: en or nl
      currency: GBP
      # summary: What the project does, in a few sentences.
      # author: Who made the report.

    organisation:
      name: \(name)
      identifiers: []           # for example [{scheme: GB-CHC, number: "1234567"}]
      accounts: []              # own bank accounts without a statement here, such as savings

    scope:                      # what the report is for
      purpose:                  # why you make it
      audience:                 # for whom
      activities:               # which activities it looks at
      resources:                # what it took to make it: who, how much time, how much money

    where:
      neighbourhood: \(name)    # the name of the neighbourhood
      country: GB               # GB, NL or BE
      postcodes: []             # how the postcodes of the neighbourhood start, for example ["M14", "M15"]
      # locality_basis: delivery  # where a supplier counts: delivery, invoice, seat or owner

    periods:                    # whole months; the report is about the last one
      - {from: \(year)-01-01, until: \(year)-12-31}

    value_map:
      discount_rate: standard   # the rate that is prescribed (NL and GB); in BE your own, "3 %"
      benefit_timing: start_of_period   # or mid_period, end_of_period
      input_timing: start_of_period
      price_base_year: \(year)

    grants: []                  # numbers of grants and contracts
    themes: []
    left_out: []                # what you leave out, and why

    # Where books, bank statements and invoices cover the same time, choose what counts:
    # books:
    #   basis: books            # or bank, invoices, list
    #   vat: books_including_vat    # or books_excluding_vat
    #   scope: {projects: [P17]}    # this part of the books only

    # Where 1.234 stands somewhere and the program cannot see whether that is a thousand, say:
    # numbers: {decimal_mark: point}      # or comma

    # Where you used data of others, say under which licence; it is printed with the sources:
    # licences:
    #   - {file: tables/population.csv, licence: CC BY 4.0}

    # Figures about fewer than five people stay behind, unless you release them here with a reason:
    # release_below_five:
    #   - {measure: employment.headcount, reason: "The contract asks for this total."}

    """
  }
}
