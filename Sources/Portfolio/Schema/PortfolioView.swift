import ImpactModel

/// A view that readers of the database may build on, documented column by column.
public struct PortfolioView: Sendable {
  /// A column of the view.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// What it holds.
    public let summary: Text
    let expression: String
  }

  /// Its name.
  public let name: String
  /// What a row is.
  public let summary: Text
  /// Its columns, in order.
  public let columns: [Column]
  private let source: String
  /// The number of the migration that makes it.
  let migration: Int

  init(
    _ name: String, _ summary: Text, _ source: String, _ columns: [Column], migration: Int = 1
  ) {
    self.migration = migration
    self.name = name
    self.summary = summary
    self.source = source
    self.columns = columns
  }

  /// The statement that makes it.
  var statement: String {
    let list = columns.map { "\($0.expression) AS \($0.name)" }.joined(separator: ", ")
    return "CREATE VIEW \(name) AS SELECT \(list) FROM \(source)"
  }

  /// The views as a Markdown table each, as they stand in the documentation.
  public static func markdown(in language: Language) -> String {
    let heading = Text("| column | holds |", nl: "| kolom | bevat |")[language]
    return all.map { view in
      let rows = view.columns.map { "| `\($0.name)` | \($0.summary[language]) |" }
      return (["### `\(view.name)`", "", view.summary[language], "", heading, "|---|---|"] + rows)
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }
}

private func column(_ name: String, _ expression: String? = nil, _ summary: Text)
  -> PortfolioView.Column
{
  PortfolioView.Column(name: name, summary: summary, expression: expression ?? "report.\(name)")
}

extension PortfolioView {
  /// Every view, in the order of the documentation.
  public static let all: [PortfolioView] = [
    PortfolioView(
      "reports",
      Text(
        "One row for each report that is in force: the newest revision of a project and period.",
        nl: "Eén rij per geldend verslag: de nieuwste versie van een project en periode."),
      "report WHERE is_current", reportColumns),
    PortfolioView(
      "all_reports",
      Text(
        "One row for each report that was added, superseded ones too; columns as in `reports`.",
        nl: "Eén rij per toegevoegd verslag, ook vervangen; kolommen als in `reports`."),
      "report",
      reportColumns + [
        column(
          "is_current", nil,
          Text("1 for the newest revision, 0 for one superseded", nl: "1 voor de nieuwste versie"))
      ]),
    PortfolioView(
      "documents",
      Text("The files as they were added.", nl: "De bestanden zoals ze zijn toegevoegd."),
      "document",
      [
        reportColumn("document"),
        column("file", "document.file", Text("name of the file", nl: "naam van het bestand")),
        column(
          "sha256", "document.sha256",
          Text("SHA-256 of its bytes", nl: "SHA-256 van de bytes")),
        column("size", "document.size", Text("size in bytes", nl: "omvang in bytes")),
      ]),
    PortfolioView(
      "identifiers",
      Text("Registered numbers of organisations.", nl: "Registratienummers van organisaties."),
      "identifier",
      [
        reportColumn("identifier"),
        column(
          "number", "identifier.number",
          Text("scheme and number, `NL-KVK-…`", nl: "stelsel en nummer, `NL-KVK-…`")),
      ]),
    PortfolioView(
      "areas",
      Text("Codes of neighbourhoods and districts.", nl: "Codes van buurten en wijken."), "area",
      [
        reportColumn("area"),
        column("code", "area.code", Text("the code", nl: "de code")),
      ]),
    PortfolioView(
      "themes", Text("Themes of projects.", nl: "Thema’s van projecten."), "theme",
      [
        reportColumn("theme"),
        column("theme", "theme.theme", Text("the theme", nl: "het thema")),
      ]),
    PortfolioView(
      "grants",
      Text(
        "Grant and contract numbers of a report and of its inputs.",
        nl: "Subsidie- en contractnummers van een verslag en zijn inputs."), "award",
      [
        reportColumn("award"),
        column("number", "award.number", Text("the number", nl: "het nummer")),
        column(
          "amount", "award.amount",
          Text(
            "sum of the inputs that name it; null where none does",
            nl: "som van de inputs die het noemen; null als geen enkele dat doet")),
      ]),
    PortfolioView(
      "stakeholders", Text("Stakeholders.", nl: "Belanghebbenden."), "stakeholder",
      [
        reportColumn("stakeholder"),
        column("row", "stakeholder.row", Text("identifier of its row", nl: "kenmerk van de rij")),
        column("name", "stakeholder.name", Text("name", nl: "naam")),
        column(
          "domain", "stakeholder.domain",
          Text(
            "citizens, government, business or knowledge",
            nl: "citizens, government, business of knowledge")),
      ]),
    PortfolioView(
      "inputs", Text("What was put in.", nl: "Wat erin is gestoken."), "input",
      [
        reportColumn("input"),
        column("row", "input.row", Text("identifier of its row", nl: "kenmerk van de rij")),
        column(
          "stakeholder", "input.stakeholder",
          Text("row of who puts it in", nl: "rij van wie het inbrengt")),
        column("description", "input.description", Text("what it is", nl: "wat het is")),
        column(
          "kind", "input.kind", Text("cash, hours or in_kind", nl: "cash, hours of in_kind")),
        column(
          "period", "input.period",
          Text("period of the value map, from 1", nl: "periode van de waardenkaart, vanaf 1")),
        column(
          "grant_number", "input.award",
          Text("grant or contract that pays it", nl: "subsidie of contract dat het betaalt")),
        column("value", "input.value", Text("value", nl: "waarde")),
        column(
          "present_value", "input.present_value",
          Text("discounted value", nl: "contante waarde")),
      ]),
    PortfolioView(
      "outcomes", Text("Outcomes.", nl: "Uitkomsten."), "outcome",
      [
        reportColumn("outcome"),
        column("row", "outcome.row", Text("identifier of its row", nl: "kenmerk van de rij")),
        column(
          "stakeholder", "outcome.stakeholder",
          Text("row of who experiences it", nl: "rij van wie het ervaart")),
        column("description", "outcome.description", Text("what it is", nl: "wat het is")),
        column("theme", "outcome.theme", Text("theme", nl: "thema")),
        column(
          "is_priced", "outcome.is_priced",
          Text("1 where it is on the value map", nl: "1 als het op de waardenkaart staat")),
        column(
          "present_value", "outcome.present_value",
          Text("present value", nl: "contante waarde")),
      ]),
    PortfolioView(
      "measures", Text("Measures of indicators.", nl: "Maten van indicatoren."),
      "measurement JOIN card ON card.id = measurement.card",
      [
        reportColumn("measurement"),
        column(
          "figure", "card.figure",
          Text("identifier, `employment.fte`", nl: "kenmerk, `employment.fte`")),
        column("label_en", "card.label_en", Text("label in English", nl: "naam in het Engels")),
        column("label_nl", "card.label_nl", Text("label in Dutch", nl: "naam in het Nederlands")),
        column(
          "kind", "card.kind",
          Text(
            "count, sum, share, mean or computed", nl: "count, sum, share, mean of computed")),
        column("unit", "card.unit", Text("code of the unit", nl: "code van de eenheid")),
        column(
          "currency", "card.currency",
          Text("currency of an amount, else empty", nl: "munteenheid van een bedrag, anders leeg")),
        column(
          "aggregation", "card.aggregation",
          Text("sum, pooled or none", nl: "sum, pooled of none")),
        column("value", "measurement.value", Text("value", nl: "waarde")),
        column(
          "numerator", "measurement.numerator",
          Text(
            "numerator of a share, sum of a mean",
            nl: "teller van een aandeel, som van een gemiddelde"
          )),
        column(
          "denominator", "measurement.denominator",
          Text(
            "denominator of a share, number of a mean",
            nl: "noemer van een aandeel, aantal van een gemiddelde")),
        column("low", "measurement.low", Text("low end of its range", nl: "lage kant")),
        column("high", "measurement.high", Text("high end of its range", nl: "hoge kant")),
        column(
          "is_incomplete", "measurement.is_incomplete",
          Text(
            "1 where rows that could not be read are missing",
            nl: "1 als onleesbare rijen ontbreken")),
      ]),
    PortfolioView(
      "flows",
      Text("Flows of money and goods.", nl: "Stromen van geld en goederen."), "flow",
      [
        reportColumn("flow"),
        column(
          "figure", "flow.figure",
          Text("measure that it belongs to", nl: "maat waar de stroom bij hoort")),
        column("source", "flow.source", Text("where it starts", nl: "waar de stroom begint")),
        column("source_en", "flow.source_en", Text("the same in English", nl: "in het Engels")),
        column("source_nl", "flow.source_nl", Text("the same in Dutch", nl: "in het Nederlands")),
        column("target", "flow.target", Text("where it ends", nl: "waar de stroom eindigt")),
        column("target_en", "flow.target_en", Text("the same in English", nl: "in het Engels")),
        column("target_nl", "flow.target_nl", Text("the same in Dutch", nl: "in het Nederlands")),
        column("unit", "flow.unit", Text("code of the unit", nl: "code van de eenheid")),
        column(
          "currency", "flow.currency",
          Text("currency of an amount, else empty", nl: "munteenheid van een bedrag, anders leeg")),
        column("amount", "flow.amount", Text("how much", nl: "hoeveel")),
      ]),
    PortfolioView(
      "parts",
      Text(
        "The numbers that a computed measure with flows was made of.",
        nl: "De getallen waaruit een berekende maat met stromen is gemaakt."), "part",
      [
        reportColumn("part"),
        column("figure", "part.figure", Text("the measure", nl: "de maat")),
        column("name", "part.name", Text("name of the number", nl: "naam van het getal")),
        column("value", "part.value", Text("the number", nl: "het getal")),
      ], migration: 2),
  ]

  private static func reportColumn(_ table: String) -> Column {
    column(
      "report", "\(table).report",
      Text("number of the report, `all_reports.report`", nl: "nummer van het verslag"))
  }

  private static let reportColumns: [Column] = [
    column("report", "report.id", Text("number in this portfolio", nl: "nummer hierin")),
    column(
      "project", nil,
      Text("permanent identifier of the project", nl: "vast kenmerk van het project")),
    column("name", nil, Text("name of the project", nl: "naam van het project")),
    column("organisation", nil, Text("name of the organisation", nl: "naam van de organisatie")),
    column("revision", nil, Text("revision of the data", nl: "versie van de gegevens")),
    column(
      "perspective", nil, Text("forecast or evaluation", nl: "forecast of evaluation")),
    column("period_first", nil, Text("first day of the period", nl: "eerste dag van de periode")),
    column("period_last", nil, Text("last day of the period", nl: "laatste dag van de periode")),
    column("country", nil, Text("country", nl: "land")),
    column("municipality", nil, Text("code of the municipality", nl: "code van de gemeente")),
    column("neighbourhood", nil, Text("name of the neighbourhood", nl: "naam van de wijk")),
    column("codes_year", nil, Text("year in which codes hold", nl: "jaar waarin codes gelden")),
    column("report_date", nil, Text("date of the report", nl: "datum van het verslag")),
    column("language", nil, Text("language of the report", nl: "taal van het verslag")),
    column("program", nil, Text("program that made it", nl: "programma dat het maakte")),
    column("form", nil, Text("form in which it was added", nl: "vorm waarin het is toegevoegd")),
    column("version", nil, Text("version of the form", nl: "versie van de vorm")),
    column(
      "discount_rate", nil,
      Text("discount rate per year, a fraction", nl: "discontovoet per jaar, een breuk")),
    column(
      "benefit_timing", nil,
      Text("when benefits are reckoned to fall", nl: "wanneer baten vallen")),
    column(
      "input_timing", nil, Text("when inputs are reckoned to fall", nl: "wanneer inputs vallen")),
    column(
      "valuation_date", nil,
      Text("day to which values are discounted", nl: "dag waarheen is verdisconteerd")),
    column("price_year", nil, Text("year of the prices", nl: "prijspeil")),
    column("currency", nil, Text("currency", nl: "munteenheid")),
    column(
      "present_value", nil,
      Text("present value of the benefits", nl: "contante waarde van de baten")),
    column(
      "inputs_present_value", nil,
      Text("present value of the inputs", nl: "contante waarde van de inputs")),
    column("ratio", nil, Text("SROI ratio", nl: "SROI-ratio")),
    column("ratio_low", nil, Text("low end of its interval", nl: "lage kant van het interval")),
    column("ratio_high", nil, Text("high end of its interval", nl: "hoge kant van het interval")),
    column(
      "recomputed", nil,
      Text("figures recomputed when it was added", nl: "cijfers nagerekend bij het toevoegen")),
    column("given", nil, Text("figures given by the author", nl: "cijfers van de maker")),
    column(
      "unchanged", nil,
      Text("figures vouched for by the digest only", nl: "cijfers met alleen het controlegetal")),
    column(
      "questions", nil,
      Text("over-claiming checks that asked something", nl: "toetsen die iets vroegen")),
    column("answers", nil, Text("those that were answered", nl: "beantwoorde toetsen")),
  ]
}
