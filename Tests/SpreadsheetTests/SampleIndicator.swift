import ExportKit

/// One measure of each kind, with a split, flows, a range, a note and one without a value.
enum SampleIndicator {
  static var all: ReportIndicator {
    let origin = Origin.combined([])
    let gatherings = card("gatherings", .count).count(12, from: origin)
    let hours = Measure(
      card: card("hours", .sum, unit: .hour), result: .measured(.sum(345.5, rows: 41)),
      origin: origin)
    let rate = card("success_rate", .share)
      .share(numerator: 31, denominator: 47, unknown: 3, from: origin)
      .broken(
        down: Breakdown(
          id: "category", label: Text("Category", nl: "Soort"), unit: .percent,
          entries: [
            .init(id: "bikes", label: Text("Bicycles", nl: "Fietsen"), value: 0.75, people: 8),
            .init(id: "lamps", label: Text("Lamps", nl: "Lampen"), value: 0.5, people: 6),
          ]))
    let mean = card("mean_age", .mean, unit: .year).mean(sum: 1234.5, count: 31, from: origin)
    let multiplier = card("lm3", .computed, unit: .ratio)
      .computed(
        1.87,
        inputs: [
          NamedNumber("income", Text("Income", nl: "Inkomsten"), 1000, unit: .money),
          NamedNumber("local", Text("Spent locally", nl: "Lokaal besteed"), 870, unit: .money),
        ],
        rule: Text("income plus local spending over income", nl: "inkomsten plus lokaal"),
        from: origin
      )
      .ranging(1.5...2.1)
      .flowing([
        Flow(
          from: "project", Text("Project", nl: "Project"), to: "local",
          Text("Local parties", nl: "Lokale partijen"), amount: 870, unit: .money)
      ])
      .ranking(
        Ranking(
          highestFirst: [
            .init(id: "s1", label: Text("Printer", nl: "Drukker"), value: 250),
            .init(id: "s2", label: Text("Baker", nl: "Bakker"), value: 500),
          ], id: "suppliers", label: Text("Suppliers", nl: "Leveranciers"), unit: .money)
      )
      .noting(Text("Cash was not followed.", nl: "Contant geld is niet gevolgd."))
    let missing = card("carbon", .sum, unit: .kilogram)
      .notMeasurable(Text("no weights were given", nl: "er zijn geen gewichten opgegeven"))
    let measures = [gatherings, hours, rate, mean, multiplier, missing].map {
      ReportMeasure(
        id: FigureID(joining: "repairs", $0.card.id), measure: $0, isIncomplete: $0 == hours)
    }
    return ReportIndicator(
      id: "repairs", title: Text("Repairs: all/some", nl: "Reparaties"),
      summary: Text("How many things leave working.", nl: "Hoeveel er werkend vertrekt."),
      references: [Reference("Open Repair Data Standard", version: "0.3")], measures: measures)
  }

  private static func card(
    _ id: String, _ kind: MeasureCard.Kind, unit: Unit? = nil
  ) -> MeasureCard {
    MeasureCard(
      id, Text(verbatim: "Measure \(id)"), help: Text(verbatim: "What \(id) counts."), kind: kind,
      unit: unit, aggregation: .none)
  }
}
