import ExportKit

/// Lays the picture out in tables, in the order in which a council reads them.
struct PictureTables {
  private typealias Value = PictureTable.Value
  private typealias Heading = (text: Text, isNumber: Bool)

  private let picture: PortfolioPicture
  private let language: Language

  init(_ picture: PortfolioPicture, _ language: Language) {
    self.picture = picture
    self.language = language
  }

  /// All tables; those without rows are left out, apart from the first.
  var all: [PictureTable] {
    let tables =
      [groups, reports, payers] + breakdowns + [years, overlaps, coverage, measures]
      + MoneyTables(picture.money, language).all + [flows]
    return tables.enumerated().filter { $0 == 0 || !$1.rows.isEmpty }.map(\.element)
  }

  private func words(_ english: String, _ dutch: String) -> Heading {
    (Text(english, nl: dutch), false)
  }

  private func numbers(_ english: String, _ dutch: String) -> Heading {
    (Text(english, nl: dutch), true)
  }

  /// A label where the reports give none.
  private func label(_ part: PortfolioPicture.Part) -> Value {
    let none = Text("(not stated)", nl: "(niet vermeld)")
    return .words(part.code.isEmpty ? none[language] : part.label[language])
  }

  /// The number by which tables name a group.
  private var numbered: [(number: Int, group: PortfolioPicture.Group)] {
    picture.groups.enumerated().map { ($0 + 1, $1) }
  }

  // MARK: Value

  private static let ratioNote = Text(
    "The ratio of a group is the sum of its present values over the sum of its inputs. Ratios of projects are never averaged, and values under other conventions are never added.",
    nl:
      "De ratio van een groep is de som van de contante waarden gedeeld door de som van de inbreng. Ratio’s van projecten worden nooit gemiddeld, en waarden onder andere afspraken nooit opgeteld."
  )

  private var groups: PictureTable {
    let coverage = picture.coverage
    let open = max(0, coverage.questions - coverage.answers)
    let notes = [
      Text(
        "Projects: \(coverage.projects); reports in force: \(coverage.reports); municipalities: \(coverage.municipalities). What may have been counted twice, and is listed: \(picture.overlaps.count). Open questions of over-claiming checks: \(open).",
        nl:
          "Projecten: \(coverage.projects); geldende verslagen: \(coverage.reports); gemeenten: \(coverage.municipalities). Wat misschien dubbel telt en in een lijst staat: \(picture.overlaps.count). Open vragen van de toetsen: \(open)."
      ),
      PictureTables.ratioNote,
      Text(
        "Of each project the report of the latest period counts. In no group stand projects without a ratio (\(coverage.withoutValue)) and those that do not state all conventions (\(coverage.outsideGroups)).",
        nl:
          "Van elk project telt het verslag over de laatste periode. In geen groep staan projecten zonder ratio (\(coverage.withoutValue)) en die niet alle afspraken vermelden (\(coverage.outsideGroups))."
      ),
      Text(
        "Present values hold for their valuation date; where the dates of a group differ, so do the moments for which its sums hold.",
        nl:
          "Contante waarden gelden op hun peildatum; waar de data van een groep verschillen, verschillen ook de momenten waarvoor de sommen gelden."
      ),
    ]
    let rows = numbered.map { number, group -> [Value] in
      let conventions = group.conventions
      return [
        .whole(number), .whole(group.sum.projects),
        .money(group.sum.inputs, conventions.currency),
        .money(group.sum.presentValue, conventions.currency), .number(group.sum.ratio),
        .words(perspective(conventions.perspective)), .words(conventions.currency),
        .words(String(conventions.priceYear)), .share(conventions.discountRate, decimals: 2),
        .words(timing(conventions.benefitTiming)), .words(timing(conventions.inputTiming)),
        .words(group.valuationDates.lowerBound), .words(group.valuationDates.upperBound),
      ]
    }
    return PictureTable(
      tab: Text("Totals", nl: "Totalen"),
      title: Text(
        "Inputs and value, under like conventions", nl: "Inbreng en waarde, bij gelijke afspraken"),
      notes: notes,
      headings: [
        numbers("Group", "Groep"), numbers("Projects", "Projecten"), numbers("Inputs", "Inbreng"),
        numbers("Present value", "Contante waarde"), numbers("Ratio", "Ratio"),
        words("Perspective", "Perspectief"), words("Currency", "Munteenheid"),
        words("Prices of", "Prijspeil"), numbers("Discount rate", "Discontovoet"),
        words("Benefits fall", "Baten vallen"), words("Inputs fall", "Inbreng valt"),
        words("Valued from", "Peildatum vanaf"), words("to", "tot en met"),
      ], rows: rows)
  }

  private func perspective(_ code: String) -> String {
    PictureWords.perspective(code, language)
  }

  private func timing(_ code: String) -> String {
    DiscountTiming(rawValue: code)?.label[language] ?? code
  }

  private var breakdowns: [PictureTable] {
    [
      breakdown(
        Text("Themes", nl: "Thema’s"), Text("Value by theme", nl: "Waarde per thema"),
        words("Theme", "Thema"), \.themes),
      breakdown(
        Text("Neighbourhoods", nl: "Wijken"),
        Text("Inputs and value by neighbourhood", nl: "Inbreng en waarde per wijk"),
        words("Neighbourhood", "Wijk"), \.neighbourhoods, hasInputs: true),
      breakdown(
        Text("Domains", nl: "Domeinen"), Text("Value by domain", nl: "Waarde per domein"),
        words("Domain", "Domein"), \.domains),
      breakdown(
        Text("Stakeholders", nl: "Belanghebbenden"),
        Text("Value by stakeholder", nl: "Waarde per belanghebbende"),
        words("Stakeholder", "Belanghebbende"), \.stakeholders),
    ]
  }

  /// The most rows of a breakdown that are shown of one group; the XML holds them all.
  private static let mostParts = 500

  private func breakdown(
    _ tab: Text, _ title: Text, _ heading: Heading,
    _ parts: KeyPath<PortfolioPicture.Group, [PortfolioPicture.Part]>, hasInputs: Bool = false
  ) -> PictureTable {
    let rows = numbered.flatMap { number, group in
      group[keyPath: parts].prefix(PictureTables.mostParts).map { part -> [Value] in
        let sums = sums(part.sum, group.conventions.currency)
        return [.whole(number), label(part)] + (hasInputs ? sums : [sums[0], sums[2]])
      }
    }
    return PictureTable(
      tab: tab, title: title, notes: [],
      headings: [numbers("Group", "Groep"), heading]
        + (hasInputs ? sumHeadings : [sumHeadings[0], sumHeadings[2]]),
      rows: rows)
  }

  private var sumHeadings: [Heading] {
    [
      numbers("Projects", "Projecten"), numbers("Inputs", "Inbreng"),
      numbers("Present value", "Contante waarde"), numbers("Ratio", "Ratio"),
    ]
  }

  private func sums(_ sum: PortfolioPicture.Sum, _ currency: String) -> [Value] {
    [
      .whole(sum.projects), .money(sum.inputs, currency), .money(sum.presentValue, currency),
      .number(sum.ratio),
    ]
  }

  /// Who put what in; a stakeholder's inputs over its benefits would be no ratio of anything.
  private var payers: PictureTable {
    let rows = numbered.flatMap { number, group in
      group.payers.prefix(PictureTables.mostParts).map { payer -> [Value] in
        [
          .whole(number), .words(payer.name),
          .words(ReportInput.Kind(rawValue: payer.kind)?.label[language] ?? payer.kind),
          .whole(payer.projects), .money(payer.presentValue, group.conventions.currency),
        ]
      }
    }
    return PictureTable(
      tab: Text("Inputs", nl: "Inbreng"), title: Text("Who put what in", nl: "Wie bracht wat in"),
      notes: [
        Text(
          "Present values, as in the totals; hours and goods are valued as the reports value them.",
          nl:
            "Contante waarden, zoals in de totalen; uren en goederen naar de waarde in de verslagen."
        )
      ],
      headings: [
        numbers("Group", "Groep"), words("Who", "Wie"), words("Form", "Vorm"),
        numbers("Projects", "Projecten"), numbers("Inputs", "Inbreng"),
      ], rows: rows)
  }

  private var years: PictureTable {
    let rows = picture.development.map { entry -> [Value] in
      let conventions = entry.conventions
      return [.words(String(entry.year)), .words(perspective(conventions.perspective))]
        + sums(entry.sum, conventions.currency) + [
          .words(String(conventions.priceYear)),
          .share(conventions.discountRate, decimals: 2),
          .words(timing(conventions.benefitTiming)), .words(timing(conventions.inputTiming)),
        ]
    }
    return PictureTable(
      tab: Text("Years", nl: "Jaren"), title: Text("Over the years", nl: "Door de jaren"),
      notes: [
        Text(
          "Each year shows the value maps as its reports hold them. A later map holds what the earlier one held, so years are not to be added; and where prices, rate or timing differ, lines are not to be compared.",
          nl:
            "Elk jaar toont de waardenkaarten zoals de verslagen ze bevatten. Een latere kaart bevat wat de eerdere bevatte: jaren zijn niet op te tellen. Waar prijspeil, discontovoet of moment verschillen zijn regels ook niet te vergelijken."
        )
      ],
      headings: [words("Year", "Jaar"), words("Perspective", "Perspectief")] + sumHeadings + [
        words("Prices of", "Prijspeil"), numbers("Discount rate", "Discontovoet"),
        words("Benefits fall", "Baten vallen"), words("Inputs fall", "Inbreng valt"),
      ], rows: rows)
  }

  // MARK: Trust

  private var overlaps: PictureTable {
    let rows = picture.overlaps.flatMap { overlap in
      overlap.members.map { member -> [Value] in
        [
          .words(overlap.kind.label[language]), .words(overlap.subject), .whole(overlap.count),
          .words(member.name), .words("\(member.first) – \(member.last)"),
          .money(member.amount, member.currency),
        ]
      }
    }
    return PictureTable(
      tab: Text("Overlaps", nl: "Overlap"),
      title: Text("What may have been counted twice", nl: "Wat misschien dubbel is geteld"),
      notes: [
        Text(
          "Nothing was taken off the totals: whether it is counted twice is for the projects to say.",
          nl:
            "Er is niets van de totalen afgetrokken: of iets dubbel telt, moeten de projecten zeggen."
        )
      ],
      headings: [
        words("Kind", "Soort"), words("What", "Wat"), numbers("Reports", "Verslagen"),
        words("Project", "Project"), words("Period", "Periode"), numbers("Amount", "Bedrag"),
      ], rows: rows)
  }

  private var coverage: PictureTable {
    let coverage = picture.coverage
    let counts: [(Text, Int)] = [
      (Text("Reports in force", nl: "Geldende verslagen"), coverage.reports),
      (Text("Superseded reports", nl: "Vervangen verslagen"), coverage.superseded),
      (Text("Projects", nl: "Projecten"), coverage.projects),
      (Text("Municipalities", nl: "Gemeenten"), coverage.municipalities),
      (Text("Reports with a ratio", nl: "Verslagen met een ratio"), coverage.withRatio),
      (
        Text("Reports with an interval", nl: "Verslagen met een interval"), coverage.withInterval
      ),
      (Text("Figures recomputed", nl: "Nagerekende cijfers"), coverage.recomputed),
      (
        Text(
          "Figures that only the digest vouches for", nl: "Cijfers met alleen het controlegetal"),
        coverage.unchanged
      ),
      (
        Text("Over-claiming checks that asked something", nl: "Toetsen die iets vroegen"),
        coverage.questions
      ),
      (Text("… and were answered", nl: "… en zijn beantwoord"), coverage.answers),
    ]
    let indicators = coverage.indicators.map { indicator in
      (
        Text(
          "Reports with the indicator \(indicator.id)",
          nl: "Verslagen met de indicator \(indicator.id)"), indicator.reports
      )
    }
    return PictureTable(
      tab: Text("Coverage", nl: "Dekking"),
      title: Text("How much is known, and how sure", nl: "Hoeveel is bekend, en hoe zeker"),
      notes: [],
      headings: [words("What", "Wat"), numbers("Number", "Aantal")],
      rows: (counts + indicators).map { [.words($0[language]), .whole($1)] })
  }

  // MARK: Measures and flows

  private var measures: PictureTable {
    let rows = picture.measures.map { total -> [Value] in
      [
        .words(total.label[language]), .words(total.figure), .words(String(total.year)),
        .of(total.value, unit: total.unit, currency: total.currency),
        .words(
          total.value == nil ? "" : total.currency ?? PictureWords.unit(total.unit, language)),
        .words(aggregation(total.aggregation)), .amount(total.numerator),
        .amount(total.denominator), .whole(total.reports),
        .whole(total.incomplete), .whole(total.absent),
      ]
    }
    return PictureTable(
      tab: Text("Measures", nl: "Maten"),
      title: Text("What the indicators measured", nl: "Wat de indicatoren hebben gemeten"),
      notes: [
        Text(
          "A measure is joined as it declares: added, pooled (numerators over denominators), or not at all, and then only counted.",
          nl:
            "Een maat wordt samengevoegd zoals zij zegt: opgeteld, gewogen (tellers door noemers), of niet, en dan alleen geteld."
        )
      ],
      headings: [
        words("Measure", "Maat"), words("Identifier", "Kenmerk"), words("Year", "Jaar"),
        numbers("Value", "Waarde"), words("Unit", "Eenheid"), words("Joined", "Samengevoegd"),
        numbers("Numerator", "Teller"), numbers("Denominator", "Noemer"),
        numbers("Reports", "Verslagen"), numbers("of them incomplete", "waarvan onvolledig"),
        numbers("Without a value", "Zonder waarde"),
      ], rows: rows)
  }

  private func aggregation(_ code: String) -> String {
    switch MeasureCard.Aggregation(rawValue: code) {
    case .sum: Text("added", nl: "opgeteld")[language]
    case .pooled: Text("pooled", nl: "gewogen")[language]
    default: Text("not joined", nl: "niet")[language]
    }
  }

  private var flows: PictureTable {
    let rows = picture.flows.map { flow -> [Value] in
      [
        .words(flow.figure), .words(String(flow.year)), .words(flow.source[language]),
        .words(flow.target[language]), .amount(flow.amount),
        .words(PictureWords.unit(flow.unit, language)),
        .whole(flow.projects),
      ]
    }
    return PictureTable(
      tab: Text("Flows", nl: "Stromen"),
      title: Text("Flows of all projects together", nl: "Stromen van alle projecten samen"),
      notes: [
        Text(
          "These are sums of what reports state. What one organisation pays another stands in the reports of both; the table of payments counts it once.",
          nl:
            "Dit zijn sommen van wat verslagen vermelden. Wat de ene organisatie de andere betaalt staat in beider verslag; de tabel met betalingen telt het één keer."
        )
      ],
      headings: [
        words("Measure", "Maat"), words("Year", "Jaar"), words("From", "Van"), words("To", "Naar"),
        numbers("Amount", "Bedrag"), words("Unit", "Eenheid"), numbers("Projects", "Projecten"),
      ], rows: rows)
  }

  private var reports: PictureTable {
    let rows = picture.reports.map { line -> [Value] in
      [
        .whole(Int(line.number)), .words(line.name), .words(line.organisation),
        .words(line.municipality), .words(line.neighbourhood),
        .words(perspective(line.perspective)),
        .words("\(line.first) – \(line.last)"), .words(line.revision),
        .money(line.inputs, line.currency), .money(line.presentValue, line.currency),
        .number(line.ratio), .number(line.low), .number(line.high), .whole(line.openQuestions),
      ]
    }
    return PictureTable(
      tab: Text("Reports", nl: "Verslagen"),
      title: Text("The reports", nl: "De verslagen"), notes: [],
      headings: [
        numbers("Number", "Nummer"), words("Project", "Project"),
        words("Organisation", "Organisatie"), words("Municipality", "Gemeente"),
        words("Neighbourhood", "Wijk"), words("Perspective", "Perspectief"),
        words("Period", "Periode"),
        words("Revision", "Versie"), numbers("Inputs", "Inbreng"),
        numbers("Present value", "Contante waarde"), numbers("Ratio", "Ratio"),
        numbers("from", "van"), numbers("to", "tot"),
        numbers("Open questions", "Open vragen"),
      ], rows: rows)
  }
}
