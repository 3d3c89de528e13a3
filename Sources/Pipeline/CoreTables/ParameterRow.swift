import ImpactModel

/// A parameter of the project's own: a norm, a tariff, an assumption, dated and sourced.
struct ParameterRow: TableRow {
  static let table = TableCard(
    id: "parameters", title: Text("Parameters", nl: "Parameters"),
    summary: Text(
      "Norms and assumptions of your own, each with its dates and its source.",
      nl: "Uw eigen normen en aannames, elk met looptijd en bron."))

  @Column("Parameter", nl: "Parameter", example: "employment.full_time_hours")
  var parameter: String
  @Column("Value", nl: "Waarde", example: "36") var value: Double
  @Column("From", nl: "Vanaf", example: "2025-01-01") var from: Day
  @Column("Until", nl: "Tot en met") var until: Day?
  @Column("Source", nl: "Bron", example: "Cao Welzijn 2025") var source: String
}
