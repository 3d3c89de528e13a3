import ExportKit

/// An outcome with its proxy looked up and its quantity known, or the reason why it is not.
struct ResolvedOutcome: Sendable {
  let row: Outcome
  let proxy: ResolvedProxy?
  let quantity: Estimate?
  let origins: [ReportOutcome.Given: Origin]
  private let absence: Text?

  /// Takes the quantity from the row, or from the measure that the row names.
  init(
    _ row: Outcome, proxy: ResolvedProxy?, origins: [ReportOutcome.Given: Origin],
    measures: [FigureID: ReportMeasure]
  ) {
    self.row = row
    self.proxy = proxy
    let origins = proxy.map { found in origins.merging([.proxy: found.origin]) { $1 } } ?? origins
    guard let figure = row.quantityFrom else {
      quantity = row.quantity
      absence =
        row.quantity == nil ? Text("it has no quantity", nl: "er is geen aantal ingevuld") : nil
      self.origins = origins
      return
    }
    let measure = measures[figure]
    let value = measure?.isIncomplete == false ? measure?.measure.value : nil
    quantity = value.map { Estimate($0) }
    absence = value == nil ? MeasureTaking.absence(of: figure, measure) : nil
    let taken = Origin.computation(rule: MeasureTaking.rule, inputs: [figure])
    self.origins = origins.merging([.quantity: taken]) { $1 }
  }

  /// Where the gross value comes from.
  var origin: Origin {
    let quantity = origins[.quantity] ?? .combined([])
    guard let proxy, !proxy.parameters.isEmpty else { return quantity }
    return .combined([quantity, proxy.origin])
  }

  /// The reason why the row has no value, where it has none.
  var missing: Text? {
    if let absence { return absence }
    guard let proxy else {
      return Text("its financial proxy is not known", nl: "de financiële proxy is niet bekend")
    }
    if let absence = proxy.absence { return absence }
    let deductions = [row.deadweight, row.displacement, row.attribution, row.dropOff]
    return deductions.contains { $0 == nil }
      ? Text("a deduction is not filled in", nl: "een aftrek is niet ingevuld") : nil
  }
}
