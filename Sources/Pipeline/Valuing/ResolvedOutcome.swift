import ExportKit

/// An outcome with its proxy looked up and its quantity known, or the reason why it is not.
struct ResolvedOutcome: Sendable {
  let row: Outcome
  let proxy: Proxy?
  let quantity: Estimate?
  let absence: Text?
  let origin: Origin
  let origins: [ReportOutcome.Given: Origin]

  /// Takes the quantity from the row, or from the measure that the row names.
  init(
    _ row: Outcome, proxy: Proxy?, origins: [ReportOutcome.Given: Origin],
    measures: [FigureID: ReportMeasure]
  ) {
    let origin = origins[.quantity] ?? .combined([])
    self.row = row
    self.proxy = proxy
    if let figure = row.quantityFrom {
      let measure = measures[figure]
      let isUsable = measure?.isIncomplete == false
      quantity = isUsable ? measure?.measure.value.map { Estimate($0) } : nil
      absence = quantity == nil ? ResolvedOutcome.absence(of: figure, measure) : nil
      let taken = Origin.computation(rule: ResolvedOutcome.rule, inputs: [figure])
      self.origin = .combined([origin, taken])
      self.origins = origins.merging([.quantity: taken]) { $1 }
    } else {
      quantity = row.quantity
      absence =
        row.quantity == nil ? Text("it has no quantity", nl: "er is geen aantal ingevuld") : nil
      self.origin = origin
      self.origins = origins
    }
  }

  /// The reason why the row has no value, where it has none.
  var missing: Text? {
    if let absence { return absence }
    if proxy == nil {
      return Text("its financial proxy is not known", nl: "de financiële proxy is niet bekend")
    }
    let deductions = [row.deadweight, row.displacement, row.attribution, row.dropOff]
    return deductions.contains { $0 == nil }
      ? Text("a deduction is not filled in", nl: "een aftrek is niet ingevuld") : nil
  }

  private static let rule = Text("quantity taken from a measure", nl: "aantal uit een meting")

  private static func absence(of figure: FigureID, _ measure: ReportMeasure?) -> Text {
    guard let measure else {
      return Text(
        "\(figure) was not measured", nl: "\(figure) is niet gemeten")
    }
    if let reason = measure.measure.absence {
      return Text(
        "\(figure) could not be had: \(reason.english)",
        nl: "\(figure) is niet bekend: \(reason.dutch)")
    }
    return Text("\(figure) is incomplete", nl: "\(figure) is onvolledig")
  }
}
