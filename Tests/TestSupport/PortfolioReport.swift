import ExportKit

/// A small report whose value map follows, of which a test chooses what a portfolio looks at.
///
/// The rate is 0 and there is one row over one period, so that every figure is a plain product:
/// the present value is `quantity` × 10, and that of the inputs is `inputs`.
public struct PortfolioReport {
  /// The identifier of the project.
  public var id = "garden"
  /// Its revision.
  public var revision = "1"
  /// The organisation.
  public var organisation = "Stichting Tuin"
  /// The organisation's number in the trade register.
  public var number = "12345678"
  /// The neighbourhood.
  public var neighbourhood = "Groenhof"
  /// The calendar year.
  public var year = 2025
  /// Forecast or evaluation.
  public var perspective = ProjectDescription.Perspective.evaluation
  /// The year of the prices.
  public var priceYear = 2025
  /// Grant numbers.
  public var grants: [String] = []
  /// How many units of ten euros the outcome is worth.
  public var quantity = 30.0
  /// What was put in.
  public var inputs = 100.0
  /// Who put it in.
  public var payer = "Gemeente Utrecht"
  /// The outcome.
  public var outcome = "Minder eenzaam"
  /// The theme of the outcome.
  public var theme: String? = "ontmoeten"
  /// Whether it is a draft.
  public var isDraft = false
  /// How many repairs were tried and succeeded.
  public var repairs = (fixed: 3.0, tried: 4.0)
  /// How many kilograms were kept out of the bin.
  public var kilograms: Double? = 12.5
  /// What the project paid to the neighbourhood.
  public var spending = 40.0
  /// Income, what of it is paid nearby and what of that is spent there again, where it is told.
  public var rounds: (first: Double, second: Double, third: Double)?
  /// What was paid to suppliers elsewhere, where the rounds are told.
  public var elsewhere = 0.0
  /// A number of further measures, for large documents.
  public var padding = 0

  /// Makes the plain report.
  public init() {}

  /// Why a report could not be made.
  public enum Problem: Error {
    /// A name or a year is none.
    case unusable
  }

  /// Gives the report.
  ///
  /// - Throws: `Problem` where the year is none.
  public func report() throws -> Report {
    guard let period = Period(year: year), let residents = RowID("residents"),
      let payer = RowID("payer"), let grant = RowID("grant"), let row = RowID("o1")
    else { throw Problem.unusable }
    let map = try map(row, of: residents)
    return Report(
      program: "Wijkwaarde test", project: project(period), isDraft: isDraft,
      stakeholders: [
        stakeholder(residents, "Bewoners", .citizens, quantity * 10),
        stakeholder(payer, self.payer, .government, nil),
      ],
      inputs: [
        ReportInput(
          id: grant, stakeholder: payer, description: "Subsidie", kind: .cash, period: 1,
          quantity: inputs, rate: 1, grant: grants.first, value: money("input.grant.value", inputs),
          presentValue: money("input.grant.present_value", inputs))
      ], valueMap: map, indicators: [indicator], findings: [], sources: [], parameters: [])
  }

  private func project(_ period: Period) -> ProjectDescription {
    ProjectDescription(
      id: id, revision: revision, name: "Project \(id)", summary: nil, organisation: organisation,
      identifiers: [OrganisationIdentifier(scheme: .kvk, number: number)].compactMap { $0 },
      neighbourhood: Neighbourhood(
        name: neighbourhood, municipality: "GM0344", codes: ["BU03440101"], codesYear: 2025,
        country: .netherlands, area: PostcodeArea(prefixes: [])),
      period: period, previousPeriod: nil, start: period.first, currency: .euro, language: .dutch,
      perspective: perspective, reportDate: period.last, discountRate: 0,
      discountRateOrigin: .combined([]), benefitTiming: .startOfPeriod,
      inputTiming: .startOfPeriod, priceBaseYear: priceYear, grants: grants, themes: ["wijk"],
      author: nil, leftOut: [], releasedBelowFive: [:])
  }

  // MARK: Value map

  private func figure(_ id: String, _ value: Double, _ unit: Unit) -> Figure {
    let parts = id.split(separator: ".").map(String.init)
    return Figure(
      id: FigureID(id) ?? FigureID(joining: "sroi", parts.last ?? "none"),
      label: Text("Figure", nl: "Cijfer"), value: value, unit: unit, origin: .combined([]))
  }

  private func money(_ id: String, _ value: Double) -> Figure { figure(id, value, .money) }

  private func stakeholder(
    _ id: RowID, _ name: String, _ domain: Domain, _ value: Double?
  ) -> ReportStakeholder {
    let figure = FigureID(joining: "stakeholder", id.description, "present_value")
    let none = Figure(
      id: figure, label: Text("Figure", nl: "Cijfer"),
      absent: Text("has no outcome", nl: "heeft geen uitkomst"), unit: .money,
      origin: .combined([]))
    return ReportStakeholder(
      id: id, name: name, domain: domain, groupSize: nil, isIncluded: true, reason: nil,
      presentValue: value.map { money(figure.description, $0) } ?? none)
  }

  private func map(_ row: RowID, of residents: RowID) throws -> ReportValueMap {
    let value = quantity * 10
    let deduction = ReportOutcome.Deduction(share: Estimate(0), reason: "nagevraagd")
    let outcome = ReportOutcome(
      id: row, stakeholder: residents, description: outcome, theme: theme, isIntended: true,
      evidence: nil, quantity: Estimate(quantity), quantityFrom: nil, quantityUnit: "mensen",
      proxyID: RowID("p1"), proxyDescription: "Een proxy", proxy: Estimate(10),
      proxySource: "Een bron", deadweight: deduction, displacement: deduction,
      attribution: deduction, dropOff: deduction, firstPeriod: 1, benefitPeriods: 1,
      gross: money("outcome.o1.gross_value", value),
      afterDeadweight: money("outcome.o1.after_deadweight", value),
      afterDisplacement: money("outcome.o1.after_displacement", value),
      impact: money("outcome.o1.impact", value), valuePerPeriod: [value],
      presentValue: money("outcome.o1.present_value", value))
    let total = money("sroi.present_value", value)
    return ReportValueMap(
      rows: [outcome], periods: 1, benefitFactors: [1], inputFactors: [1],
      benefitsPerPeriod: [money("sroi.benefits_1", value)], presentValue: total,
      inputsPresentValue: money("sroi.inputs_present_value", inputs),
      netPresentValue: money("sroi.net_present_value", value - inputs),
      ratio: figure("sroi.ratio", value / inputs, .ratio),
      netRatio: figure("sroi.net_ratio", (value - inputs) / inputs, .ratio), waterfall: [total],
      domains: [])
  }

  // MARK: Measures

  private func multiplier(
    _ rounds: (first: Double, second: Double, third: Double)
  ) -> Measure {
    let card = MeasureCard(
      "lm3", Text("Multiplier", nl: "Vermenigvuldiger"), help: Text(verbatim: "-"),
      kind: .computed, unit: .ratio, aggregation: .none)
    func part(_ id: String, _ value: Double) -> NamedNumber {
      NamedNumber(id, Text(verbatim: id), value, unit: .money)
    }
    func flow(_ id: String, _ label: Text, _ amount: Double) -> Flow {
      Flow(
        from: "organisation", Text(verbatim: organisation), to: id, label, amount: amount,
        unit: .money)
    }
    return Measure(
      card: card,
      result: .measured(
        .computed(
          (rounds.first + rounds.second + rounds.third) / rounds.first,
          inputs: [
            part("r1", rounds.first), part("r2", rounds.second), part("r3", rounds.third),
          ], rule: Text("a rule", nl: "een regel"))), origin: .combined([])
    ).flowing(
      [
        flow(
          "local_suppliers", Text("Suppliers nearby", nl: "Leveranciers nabij"), rounds.second),
        flow(
          "suppliers_elsewhere", Text("Suppliers elsewhere", nl: "Leveranciers elders"), elsewhere),
      ].filter { $0.amount > 0 })
  }

  private var indicator: ReportIndicator {
    func card(
      _ id: String, _ kind: MeasureCard.Kind, _ aggregation: MeasureCard.Aggregation, _ unit: Unit
    ) -> MeasureCard {
      MeasureCard(
        id, Text("Measure \(id)", nl: "Maat \(id)"), help: Text(verbatim: "-"), kind: kind,
        unit: unit, aggregation: aggregation)
    }
    let weight = card("weight", .sum, .sum, .kilogram)
    let share = card("success", .share, .pooled, .percent)
    let index = card("index", .computed, .none, .ratio)
    var measures = [
      kilograms.map {
        Measure(card: weight, result: .measured(.sum($0, rows: 1)), origin: .combined([]))
      } ?? weight.notMeasurable(Text("not weighed", nl: "niet gewogen")),
      Measure(
        card: share,
        result: .measured(
          .share(numerator: repairs.fixed, denominator: repairs.tried, unknown: 0)),
        origin: .combined([])),
      Measure(
        card: index,
        result: .measured(.computed(1.5, inputs: [], rule: Text("a rule", nl: "een regel"))),
        origin: .combined([])
      ).flowing([
        Flow(
          from: "project", Text("The projects", nl: "De projecten"), to: "local",
          Text("The neighbourhood", nl: "De wijk"), amount: spending, unit: .money)
      ]),
    ]
    if let rounds { measures.append(multiplier(rounds)) }
    for number in 0..<padding {
      measures.append(
        Measure(
          card: card("pad_\(number)", .sum, .sum, .hour),
          result: .measured(.sum(quantity + Double(number), rows: 1)), origin: .combined([])))
    }
    return ReportIndicator(
      id: "repairs", title: Text("Repairs", nl: "Reparaties"), summary: Text(verbatim: "-"),
      references: [],
      measures: measures.map {
        ReportMeasure(
          id: FigureID(joining: "repairs", $0.card.id), measure: $0, isIncomplete: false)
      })
  }
}
