import ExportKit

/// A small report that holds one of everything the XML can carry.
enum ExampleReport {
  /// Words that break a file whose writer forgets to escape.
  static let hostile = "<b> & \"quoted\" 'text' ]]> é € 𝄞\tend"

  static func report(
    projectName: String = "Buurthuis Groenhof", valueMap: ReportValueMap? = valueMap(),
    inputs: [ReportInput] = inputs, indicators: [ReportIndicator] = indicators,
    isDraft: Bool = false
  ) throws -> Report {
    Report(
      program: "wijkwaarde 0.1.0", project: try project(named: projectName), isDraft: isDraft,
      stakeholders: stakeholders, inputs: inputs, valueMap: valueMap, indicators: indicators,
      findings: findings, sources: sources, parameters: parameters)
  }

  static func figure(
    _ id: String, _ label: Text, _ value: Double?, unit: Unit = .money,
    origin: Origin = .combined([])
  ) -> Figure {
    let parts = id.split(separator: ".").map(String.init)
    let id =
      parts.count == 2
      ? FigureID(joining: parts[0], parts[1])
      : FigureID(joining: parts[0], parts[1], parts[2])
    guard let value else {
      let reason = Text("the quantity is not known", nl: "de hoeveelheid is onbekend")
      return Figure(id: id, label: label, absent: reason, unit: unit, origin: origin)
    }
    return Figure(id: id, label: label, value: value, unit: unit, origin: origin)
  }

  static func id(_ text: String) -> RowID {
    guard let id = RowID(text) else { preconditionFailure("no segment: \(text)") }
    return id
  }

  // MARK: Project

  private static func project(named name: String) throws -> ProjectDescription {
    let identifiers = [
      OrganisationIdentifier(scheme: .kvk, number: "12345678"),
      OrganisationIdentifier(scheme: .kbo, number: "0123456749"),
    ].compactMap { $0 }
    guard let year = Period(year: 2025), let before = Period(year: 2024),
      let date = Day(iso: "2026-02-01")
    else { throw Unbuildable() }
    return ProjectDescription(
      id: "groenhof", revision: "3", name: name, summary: hostile,
      organisation: "Stichting <Groenhof> & Zn.", identifiers: identifiers,
      neighbourhood: Neighbourhood(
        name: "Groenhof", municipality: "GM0344", codes: ["WK034401", "BU03440101"],
        codesYear: 2025, country: .netherlands, area: PostcodeArea(prefixes: ["3561", "3562 A"])),
      period: year, previousPeriod: before, start: before.first, currency: .euro, language: .dutch,
      perspective: .evaluation, reportDate: date, discountRate: 0.0225,
      discountRateOrigin: .parameter(
        id: "discount_rate.nl", value: 0.0225, source: "Werkgroep discontovoet 2020"),
      benefitTiming: .startOfPeriod, inputTiming: .midPeriod, priceBaseYear: 2025,
      grants: ["SUB-2025/17"], themes: ["ontmoeten", "reparatie"], author: "A. de Vries",
      leftOut: ["The garden: no data yet"],
      releasedBelowFive: ["employment.headcount": "contract", "employment.fte": "grant terms"])
  }

  struct Unbuildable: Error {}

  private static var stakeholders: [ReportStakeholder] {
    [
      ReportStakeholder(
        id: id("residents"), name: "Residents", domain: .citizens, groupSize: 240,
        isIncluded: true, reason: "they live here",
        presentValue: figure(
          "stakeholder.residents.present_value", Text("Residents", nl: "Bewoners"), 1234.5)),
      ReportStakeholder(
        id: id("neighbours"), name: "Neighbours of the <hall>", domain: .business, groupSize: nil,
        isIncluded: false, reason: nil,
        presentValue: figure(
          "stakeholder.neighbours.present_value", Text(verbatim: "Neighbours"), nil)),
    ]
  }

  private static let inputs: [ReportInput] = [
    ReportInput(
      id: id("hours"), stakeholder: id("residents"), description: "Volunteer hours", kind: .hours,
      period: 1, quantity: 812.5, rate: 14.06, grant: nil,
      value: figure(
        "input.hours.value", Text("Value of hours", nl: "Waarde van uren"), 11_423.75,
        origin: rule),
      presentValue: figure(
        "input.hours.present_value", Text("Present value", nl: "Contante waarde"), 11_423.75)),
    ReportInput(
      id: id("grant"), stakeholder: id("residents"), description: "Grant", kind: .cash, period: 2,
      quantity: 0.1 + 0.2, rate: 1, grant: "SUB-2025/17",
      value: figure("input.grant.value", Text(verbatim: "Grant"), 0.1 + 0.2),
      presentValue: figure("input.grant.present_value", Text(verbatim: "Grant"), 0.29)),
  ]

  // MARK: Value map

  private static let rule = Origin.computation(
    rule: Text("quantity times proxy", nl: "hoeveelheid maal proxy"),
    inputs: [
      FigureID(joining: "outcome", "loneliness", "quantity"),
      FigureID(joining: "outcome", "loneliness", "proxy"),
    ])

  private static let quantityCell = Origin.cell(
    Address(file: "tables/outcomes.csv", row: 2, column: 5, heading: "quantity"))

  private static let deadweightCell = Origin.cell(
    Address(file: "tables/outcomes.csv", row: 2, column: 8, heading: "deadweight"))

  static func outcome(
    _ id: String, quantity: Estimate?, proxy: Double, impact: Double?, presentValue: Double?
  ) -> ReportOutcome {
    let id = self.id(id)
    func step(_ name: String, _ value: Double?) -> Figure {
      figure(
        "outcome.\(id).\(name)", Text("Step \(name)", nl: "Stap \(name)"), value,
        origin: .combined([rule, quantityCell]))
    }
    func deduction(_ share: Estimate?, _ reason: String?) -> ReportOutcome.Deduction {
      ReportOutcome.Deduction(share: share ?? Estimate(0), reason: reason)
    }
    return ReportOutcome(
      id: id, stakeholder: self.id("residents"), description: "Less lonely & more \(id)",
      theme: "ontmoeten", isIntended: proxy > 0, evidence: "survey, n = 61", quantity: quantity,
      quantityFrom: FigureID("participation.people"), quantityUnit: "people",
      proxyID: self.id("p1"), proxyDescription: "A visit <to> a group", proxy: Estimate(proxy),
      proxySource: "Price list 2024",
      deadweight: deduction(Estimate(0.2, low: 0.1, high: 0.3), "benchmark of the city"),
      displacement: deduction(Estimate(0), "nothing closed"), attribution: deduction(nil, nil),
      dropOff: deduction(Estimate(0.7), "half of them moved"), firstPeriod: 1, benefitPeriods: 2,
      gross: step("gross_value", impact.map { $0 / 0.8 }),
      afterDeadweight: step("after_deadweight", impact),
      afterDisplacement: step("after_displacement", impact), impact: step("impact", impact),
      valuePerPeriod: [impact ?? 0, (impact ?? 0) * 0.3],
      presentValue: step("present_value", presentValue),
      origins: [.quantity: quantityCell, .deadweight: deadweightCell])
  }

  static func valueMap(
    waterfall: [Figure]? = nil, ratio: Double? = 7.0 / 3.0
  ) -> ReportValueMap {
    let total = figure(
      "sroi.present_value", Text("Present value", nl: "Contante waarde"), 26_655.123456789012)
    return ReportValueMap(
      rows: [
        outcome(
          "loneliness", quantity: Estimate(95, low: 80, high: 110), proxy: 3432,
          impact: 260_832, presentValue: 337_359.5),
        outcome(
          "noise", quantity: Estimate(12), proxy: -1e-7, impact: -9.6e-7, presentValue: -1.24e-6),
        outcome("skills", quantity: nil, proxy: 600, impact: nil, presentValue: nil),
      ],
      periods: 2, benefitFactors: [1, 1 / 1.0225], inputFactors: [0.9889363528, 0.9671749],
      benefitsPerPeriod: [
        figure("sroi.benefits_1", Text("Period 1", nl: "Periode 1"), .leastNonzeroMagnitude),
        figure("sroi.benefits_2", Text("Period 2", nl: "Periode 2"), .greatestFiniteMagnitude),
      ],
      presentValue: total,
      inputsPresentValue: figure(
        "sroi.inputs_present_value", Text("Inputs", nl: "Inzet"), 11_424.04),
      netPresentValue: figure("sroi.net_present_value", Text("Net", nl: "Netto"), 15_231.08),
      ratio: figure("sroi.ratio", Text(verbatim: "SROI"), ratio, unit: .ratio, origin: rule),
      netRatio: figure("sroi.net_ratio", Text(verbatim: "SROI − 1"), 4.0 / 3.0, unit: .ratio),
      waterfall: waterfall ?? [
        figure("waterfall.gross_value", Text("Gross", nl: "Bruto"), 33_318.9), total,
      ],
      domains: Domain.allCases.map { domain in
        (domain, figure("domain.\(domain.rawValue).present_value", domain.label, 0))
      })
  }

  // MARK: Indicators

  private static func card(
    _ id: String, _ kind: MeasureCard.Kind, unit: Unit? = nil,
    aggregation: MeasureCard.Aggregation = .none
  ) -> MeasureCard {
    MeasureCard(
      id, Text("Measure \(id)", nl: "Meting \(id)"), help: Text("How.", nl: "Hoe."), kind: kind,
      unit: unit, aggregation: aggregation)
  }

  private static let selection = Origin.selection(
    Selection(
      table: "repairs", file: "tables/repairs.csv", rowNumbers: [2, 3, 4, 9],
      columns: ["date", "outcome"]))

  private static let ledger = Origin.ledger(
    LedgerSelection(files: ["books/2025.xaf"], accounts: ["4000", "4010"], lines: 312))

  private static let measures: [Measure] = [
    card("visits", .count).count(37, from: selection)
      .broken(
        down: Breakdown(
          id: "age", label: Text("Age", nl: "Leeftijd"), unit: .people,
          entries: [
            .init(id: "12–17", label: Text(verbatim: "12–17"), value: 7, people: 7),
            .init(id: "other", label: Text("other", nl: "overig"), value: 30, people: 30),
          ])),
    Measure(
      card: card("weight", .sum, unit: .kilogram, aggregation: .sum),
      result: .measured(.sum(1 / 3, rows: 4)), origin: selection, range: 0.25...0.5),
    card("success", .share, aggregation: .pooled)
      .share(numerator: 14, denominator: 27, unknown: 6, from: selection),
    card("pay", .mean, unit: .money).mean(sum: 100, count: 7, from: ledger),
    card("lm3", .computed).computed(
      1.84,
      inputs: [NamedNumber("round_1", Text("Round 1", nl: "Ronde 1"), 125_000, unit: .money)],
      rule: Text("(1 + 2 + 3) / 1", nl: "(1 + 2 + 3) / 1"), from: .combined([ledger, selection])
    ).flowing([
      Flow(
        from: "project", Text("The project", nl: "Het project"), to: "local",
        Text("Local suppliers", nl: "Lokale leveranciers"), amount: 52_000.01, unit: .money)
    ]).ranking(
      Ranking(
        id: "suppliers", label: Text("Suppliers", nl: "Leveranciers"), unit: .money,
        entries: [
          .init(id: "s2", label: Text(verbatim: "Bakker"), value: 9_000),
          .init(id: "s1", label: Text(verbatim: "Drukker"), value: 250.5),
        ])
    ).noting(Text("Two suppliers have no address.", nl: "Twee leveranciers zonder adres.")),
    card("honey", .sum, unit: Unit(code: "jar", symbol: Text("jars", nl: "potten"), decimals: 0))
      .notMeasurable(Text("no table of hives", nl: "geen tabel met bijenkasten")),
  ]

  private static let indicators: [ReportIndicator] = [
    ReportIndicator(
      id: "beekeeping", title: Text("Bees & <honey>", nl: "Bijen & <honing>"),
      summary: Text("A module that the schema does not know.", nl: "Een onbekende module."),
      references: [Reference("Open Repair Data Standard", version: "0.3"), Reference("None")],
      measures: measures.enumerated().map { index, measure in
        ReportMeasure(
          id: FigureID(joining: "beekeeping", measure.card.id), measure: measure,
          isIncomplete: index == 1)
      })
  ]

  // MARK: Evidence

  private static let findings: [Finding] = [
    Finding(
      "table.unreadable", .warning,
      Text("“1.234” has two meanings", nl: "‘1.234’ kan twee dingen zijn"),
      help: Text("Declare the mark.", nl: "Geef het teken op."),
      at: Address(
        file: "my <project>.ods", sheet: "Inzet & meer", row: 7, column: 28, heading: "bedrag")),
    Finding(
      "ledger.unbalanced", .note, Text("The books do not balance", nl: "De boeken sluiten niet"),
      help: Text("Ask.", nl: "Vraag."),
      at: Address(file: "books/2025.xaf", line: 1, byte: 81_920, ledger: "M 12 3")),
    Finding(
      "sroi.no_negative", .note, Text(verbatim: "-"), help: Text(verbatim: "-"), at: nil),
  ]

  private static let sources: [ReportSource] = [
    ReportSource(
      file: "tables/outcomes.csv", kind: "outcomes",
      sha256: String(repeating: "0123456789abcdef", count: 4), rows: 3, rejectedRows: 1)
  ]

  private static let parameters: [ReportParameter] = [
    ReportParameter(
      id: "discount_rate.nl", label: Text("Discount rate", nl: "Discontovoet"), value: 0.0225,
      unit: .percent, source: "Werkgroep discontovoet 2020",
      origin: .parameter(
        id: "discount_rate.nl", value: 0.0225, source: "Werkgroep discontovoet 2020"))
  ]
}
