import ExportKit
import Testing

/// A report as the pipeline would make it: gains and a loss, ranges, an absent measure, a flow.
struct SampleReport {
  var language = Language.dutch
  var isDraft = false
  var hasRatio = true
  /// The present value of all outcomes.
  var presentValue = 194_399.94
  var hasValueMap = true
  /// Stands in every name that a user writes.
  var name = "Buurthuis De Verbinding"

  func make() throws -> Report {
    Report(
      program: "Wijkwaarde 0.1", project: try project(), isDraft: isDraft,
      stakeholders: try stakeholders(), inputs: try inputs(),
      valueMap: hasValueMap ? try valueMap() : nil, indicators: try indicators(),
      findings: findings, sources: sources, parameters: try parameters())
  }

  /// Why the ratio is absent where it is.
  static let reason = Text(
    "the quantity of outcome o2 is not known", nl: "het aantal van effect o2 is niet bekend")

  private func row(_ text: String) throws -> RowID { try #require(RowID(text)) }

  private func figure(
    _ id: String, _ label: Text, _ value: Double?, unit: Unit = .money
  ) throws -> Figure {
    let origin = Origin.computation(
      rule: Text("sum over the rows", nl: "som over de rijen"),
      inputs: [FigureID(joining: "outcome", "o1", "present_value")])
    let id = try #require(FigureID(id))
    guard let value else {
      return Figure(id: id, label: label, absent: SampleReport.reason, unit: unit, origin: origin)
    }
    return Figure(id: id, label: label, value: value, unit: unit, origin: origin)
  }

  private func project() throws -> ProjectDescription {
    let area = PostcodeArea(prefixes: ["3561", "3562"])
    return ProjectDescription(
      id: "verbinding", revision: "3", name: name,
      summary: "Bewoners van Overvecht koken, repareren en leren samen. Het buurthuis is van de "
        + "buurt: bewoners beheren het zelf, met steun van de gemeente en twee ondernemers.",
      organisation: "Stichting \(name)",
      identifiers: [try #require(OrganisationIdentifier(scheme: .kvk, number: "12345678"))],
      neighbourhood: Neighbourhood(
        name: "Overvecht, Utrecht", municipality: "GM0344", codes: ["WK034403"], codesYear: 2025,
        country: .netherlands, area: area),
      period: try #require(Period(year: 2025)), previousPeriod: nil,
      start: try #require(Day(iso: "2025-01-01")), currency: .euro, language: language,
      perspective: .evaluation, reportDate: try #require(Day(iso: "2025-12-31")),
      discountRate: 0.0225,
      discountRateOrigin: .parameter(
        id: "valuation.discount_rate", value: 0.0225,
        source: "Werkgroep discontovoet 2020, https://example.org/discontovoet"),
      benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod, priceBaseYear: 2025,
      grants: ["UTR-2025-0117"], themes: ["eenzaamheid", "werk"], author: "A. de Vries",
      leftOut: ["Effecten op de huurprijs in de buurt: geen gegevens"],
      releasedBelowFive: ["employment.fte": "afspraak met de gemeente"])
  }

  private func stakeholders() throws -> [ReportStakeholder] {
    let label = Text("Present value", nl: "Contante waarde")
    let rows: [(String, String, Domain, Int?, Bool, String?, Double?)] = [
      (
        "participants", "Deelnemers aan de eettafel en het repaircafé", .citizens, 95, true, nil,
        151_720.44
      ),
      (
        "municipality", "Gemeente Utrecht", .government, 1, true, "betaalt minder dagbesteding",
        48_600
      ),
      ("neighbours", "Omwonenden", .citizens, nil, true, "geluid in de avond", -5_920.5),
      ("landlord", "Woningcorporatie", .business, 1, false, "geen meetbaar effect", nil),
    ]
    return try rows.map { id, words, domain, size, included, reason, value in
      ReportStakeholder(
        id: try row(id), name: id == "neighbours" ? name + " " + words : words, domain: domain,
        groupSize: size, isIncluded: included, reason: reason,
        presentValue: try figure("stakeholder.\(id).present_value", label, value))
    }
  }

  private func inputs() throws -> [ReportInput] {
    let value = Text("Value", nl: "Waarde")
    let present = Text("Present value", nl: "Contante waarde")
    return [
      ReportInput(
        id: try row("i1"), stakeholder: try row("municipality"), description: "Subsidie",
        kind: .cash, period: 1, quantity: 40_000, rate: 1, grant: "UTR-2025-0117",
        value: try figure("input.i1.value", value, 40_000),
        presentValue: try figure("input.i1.present_value", present, 40_000)),
      ReportInput(
        id: try row("i2"), stakeholder: try row("participants"), description: "Vrijwilligersuren",
        kind: .hours, period: 1, quantity: 1_820, rate: 15.5, grant: nil,
        value: try figure("input.i2.value", value, 28_210),
        presentValue: try figure("input.i2.present_value", present, 28_210)),
    ]
  }

  private func valueMap() throws -> ReportValueMap {
    let total = hasRatio ? presentValue : nil
    let waterfall: [(String, Text, Double?)] = [
      ("sroi.gross", Text("Gross value", nl: "Brutowaarde"), 402_000),
      ("sroi.step_deadweight", Text("Deadweight", nl: "Deadweight"), -80_400),
      ("sroi.step_displacement", Text("Displacement", nl: "Verdringing"), -12_060),
      (
        "sroi.step_attribution", Text("Attribution to others", nl: "Toerekening aan anderen"),
        -61_908
      ),
      ("sroi.step_drop_off", Text("Drop-off", nl: "Afname"), -49_526.4),
      ("sroi.step_discount", Text("Discounting", nl: "Verdiscontering"), -3_705.66),
    ]
    return ReportValueMap(
      rows: [
        try outcome(
          "o1", "Minder eenzaamheid", by: "participants", proxy: 3_432, present: 151_720.44),
        try outcome(
          "o2", "Minder dagbesteding nodig", by: "municipality", proxy: 1_500, present: 48_600),
        try outcome("o3", "Geluid in de avond", by: "neighbours", proxy: -120, present: -5_920.5),
      ],
      periods: 2, benefitFactors: [1, 1 / 1.0225], inputFactors: [1, 1 / 1.0225],
      benefitsPerPeriod: try [114_000.0, 82_210.6].enumerated().map { index, value in
        try figure(
          "sroi.benefits_\(index + 1)",
          Text("Benefits of period \(index + 1)", nl: "Baten van periode \(index + 1)"), value)
      },
      presentValue: try figure(
        "sroi.present_value", Text("Present value", nl: "Contante waarde"), total),
      inputsPresentValue: try figure(
        "sroi.inputs_present_value",
        Text("Present value of inputs", nl: "Contante waarde van de inbreng"), 68_210),
      netPresentValue: try figure(
        "sroi.net_present_value", Text("Net present value", nl: "Netto contante waarde"),
        total.map { $0 - 68_210 }),
      ratio: try figure(
        "sroi.ratio", Text("SROI ratio", nl: "SROI-ratio"), total.map { $0 / 68_210 }, unit: .ratio),
      netRatio: try figure(
        "sroi.net_ratio", Text("Net SROI ratio", nl: "Netto SROI-ratio"),
        total.map { $0 / 68_210 - 1 }, unit: .ratio),
      waterfall: try waterfall.map { try figure($0.0, $0.1, hasRatio ? $0.2 : nil) }
        + [try figure("sroi.present_value", Text("Present value", nl: "Contante waarde"), total)],
      domains: try Domain.allCases.map { domain in
        let value: Double? = [.citizens: 145_799.94, .government: 48_600][domain] ?? 0
        return (
          domain,
          try figure(
            "domain.\(domain.rawValue).present_value",
            Text("Present value", nl: "Contante waarde"), value)
        )
      })
  }

  private func outcome(
    _ id: String, _ words: String, by stakeholder: String, proxy: Double, present: Double
  ) throws -> ReportOutcome {
    func step(_ name: String, _ english: String, _ dutch: String, _ factor: Double) throws -> Figure
    {
      try figure("outcome.\(id).\(name)", Text(english, nl: dutch), 95 * proxy * factor)
    }
    func deduction(_ share: Double, _ reason: String?) -> ReportOutcome.Deduction {
      ReportOutcome.Deduction(share: Estimate(share), reason: reason)
    }
    return ReportOutcome(
      id: try row(id), stakeholder: try row(stakeholder), description: words, theme: "ontmoeting",
      isIntended: proxy > 0, evidence: proxy > 0 ? "Vragenlijst voor en na, n=32" : nil,
      quantity: Estimate(95, low: 80, high: 104), quantityFrom: nil, quantityUnit: "mensen",
      proxyID: try row("p_\(id)"), proxyDescription: "Lidmaatschap van een vereniging en vervoer",
      proxy: Estimate(proxy), proxySource: "Eigen raming 2025, https://example.org/proxy",
      deadweight: ReportOutcome.Deduction(
        share: Estimate(0.2, low: 0.1, high: 0.3),
        reason: "Een vijfde kwam al bij een andere eettafel"),
      displacement: deduction(0, nil), attribution: deduction(0.25, "Ook het wijkteam helpt"),
      dropOff: deduction(0.3, "Wie niet meer komt, valt terug"), firstPeriod: 1, benefitPeriods: 2,
      gross: try step("gross_value", "Gross value", "Brutowaarde", 1),
      afterDeadweight: try step("after_deadweight", "After deadweight", "Na deadweight", 0.8),
      afterDisplacement: try step(
        "after_displacement", "After displacement", "Na verdringing", 0.8),
      impact: try step("impact", "Impact", "Effect per periode", 0.6),
      valuePerPeriod: [95 * proxy * 0.6, 95 * proxy * 0.6 * 0.7],
      presentValue: try figure(
        "outcome.\(id).present_value", Text("Present value", nl: "Contante waarde"), present))
  }

  private var findings: [Finding] {
    [
      Finding(
        "sroi.no_reason", .warning,
        Text("A deduction of 0 has no reason.", nl: "Een aftrek van 0 heeft geen reden."),
        help: Text("Say why nothing is displaced.", nl: "Zeg waarom er niets wordt verdrongen."),
        at: Address(file: "tables/outcomes.csv", row: 2, column: 12, heading: name)),
      Finding(
        "books.note", .note, Text("One book was read.", nl: "Er is één boek gelezen."),
        help: Text("Nothing to do.", nl: "Niets te doen."), at: nil),
    ]
  }

  private var sources: [ReportSource] {
    [
      ReportSource(
        file: "tables/outcomes.csv", kind: "outcomes", sha256: String(repeating: "4f9a", count: 16),
        rows: 3, rejectedRows: 0),
      ReportSource(
        file: "books/\(name).xaf", kind: "books", sha256: String(repeating: "07c1", count: 16),
        rows: 12_482, rejectedRows: 2),
    ]
  }

  private func parameters() throws -> [ReportParameter] {
    [
      ReportParameter(
        id: "valuation.discount_rate", label: Text("Discount rate", nl: "Discontovoet"),
        value: 0.0225, unit: .percent,
        source: "Werkgroep discontovoet 2020, https://example.org/discontovoet",
        origin: .parameter(id: "valuation.discount_rate", value: 0.0225, source: "CPB"))
    ]
  }
}
