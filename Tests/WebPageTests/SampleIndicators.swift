import ExportKit
import Testing

extension SampleReport {
  /// Indicators with every kind of parts, a breakdown, flows, and a measure without a value.
  func indicators() throws -> [ReportIndicator] {
    [try repairs(), try multiplier()]
  }

  private func repairs() throws -> ReportIndicator {
    let success = MeasureCard(
      "success_rate", Text("Success rate", nl: "Slagingspercentage"),
      help: Text(
        "Repairs that worked, of those with a known outcome.",
        nl: "Geslaagde reparaties, van die met een bekende uitkomst."),
      kind: .share, aggregation: .pooled)
    let count = MeasureCard(
      "repairs", Text("Repairs", nl: "Reparaties"),
      help: Text("All repairs.", nl: "Alle reparaties."), kind: .count, aggregation: .sum)
    let mass = MeasureCard(
      "mass_kept", Text("Kept out of the bin", nl: "Uit de afvalbak gehouden"),
      help: Text("Weight of what was repaired.", nl: "Gewicht van wat is gerepareerd."),
      kind: .sum, unit: .kilogram, aggregation: .sum)
    let origin = Origin.selection(
      Selection(
        table: "repairs", file: "tables/repairs.csv", rowNumbers: Array(2...34),
        columns: ["outcome"]))
    let measures = [
      success.share(numerator: 14, denominator: 27, unknown: 6, from: origin),
      count.count(33, from: origin).broken(down: categories)
        .noting(Text("Six visits in all.", nl: "Zes middagen in totaal.")),
      mass.notMeasurable(
        Text("no weights were written down", nl: "er zijn geen gewichten genoteerd")),
    ]
    return ReportIndicator(
      id: "repairs", title: Text("Repairs", nl: "Reparaties"),
      summary: Text(
        "How many things leave the repair café working.",
        nl: "Hoeveel spullen het repaircafé werkend verlaten."),
      references: [Reference("Open Repair Data Standard, https://example.org", version: "0.3")],
      measures: try measures.map { try reported($0, in: "repairs") })
  }

  private var categories: Breakdown {
    Breakdown(
      id: "category", label: Text("Per category", nl: "Per soort"), unit: .count,
      entries: [
        .init(id: "textile", label: Text(verbatim: name), value: 12),
        .init(id: "electronics", label: Text("Electronics", nl: "Elektronica"), value: 17),
        .init(id: "other", label: Text("Other", nl: "Overig"), value: 4),
      ])
  }

  private func multiplier() throws -> ReportIndicator {
    let card = MeasureCard(
      "lm3", Text("Local multiplier (LM3)", nl: "Lokale multiplier (LM3)"),
      help: Text(
        "Three rounds of spending over the first; not part of the ratio.",
        nl: "Drie bestedingsronden gedeeld door de eerste; telt niet mee in de ratio."),
      kind: .computed, aggregation: .none)
    let hours = MeasureCard(
      "mean_local_share", Text("Mean local spend", nl: "Gemiddelde lokale besteding"),
      help: Text("Per supplier.", nl: "Per leverancier."), kind: .mean, unit: .money,
      aggregation: .pooled)
    let origin = Origin.ledger(
      LedgerSelection(files: ["books/2025.xaf"], accounts: [], lines: 12_482))
    let lm3 = card.computed(
      1.684,
      inputs: [
        NamedNumber("round1", Text("Round 1", nl: "Ronde 1"), 68_210, unit: .money),
        NamedNumber("round2", Text("Round 2", nl: "Ronde 2"), 30_300.5, unit: .money),
      ],
      rule: Text("(round 1 + 2 + 3) ÷ round 1", nl: "(ronde 1 + 2 + 3) ÷ ronde 1"), from: origin
    ).ranging(1.52...1.81).flowing([
      Flow(
        from: "project", Text("Project", nl: "Project"), to: "local",
        Text("Local suppliers", nl: "Lokale leveranciers"), amount: 30_300.5, unit: .money),
      Flow(
        from: "project", Text("Project", nl: "Project"), to: "elsewhere",
        Text("Elsewhere", nl: "Elders"), amount: 37_909.5, unit: .money),
    ]).ranking(
      Ranking(
        highestFirst: [
          .init(id: "printer", label: Text("Printer", nl: "Drukker"), value: 1_250),
          .init(id: "baker", label: Text("Baker", nl: "Bakker"), value: 9_000),
          .init(id: "cleaner", label: Text("Cleaner", nl: "Schoonmaker"), value: 1_250),
        ], id: "suppliers", label: Text("Largest suppliers", nl: "Grootste leveranciers"),
        unit: .money))
    return ReportIndicator(
      id: "multiplier", title: Text("Local multiplier", nl: "Lokale multiplier"),
      summary: Text(
        "How much of what is spent stays in the neighbourhood.",
        nl: "Hoeveel van wat wordt uitgegeven in de wijk blijft."),
      references: [Reference("Sacks, The Money Trail, 2002")],
      measures: [
        try reported(lm3, in: "multiplier"),
        try reported(
          hours.mean(sum: 30_300.5, count: 12, from: origin), in: "multiplier", isIncomplete: true),
      ])
  }

  private func reported(
    _ measure: Measure, in indicator: String, isIncomplete: Bool = false
  ) throws -> ReportMeasure {
    ReportMeasure(
      id: FigureID(joining: indicator, measure.card.id), measure: measure,
      isIncomplete: isIncomplete)
  }
}
