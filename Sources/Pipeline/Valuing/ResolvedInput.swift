import ExportKit
import IndicatorKit

/// An input with its quantity and its prices known, or the reason why they are not.
struct ResolvedInput: Sendable {
  let row: Input
  /// The amount of money or the number of hours or units, absent where it could not be had.
  let quantity: Estimate?
  /// The value of one hour or unit, 1 for cash, absent where it could not be had.
  let rate: Estimate?
  /// What brings its prices to the report's base year.
  let factor: PriceLevel.Factor
  let origins: [ReportInput.Given: Origin]
  private let absence: Text?

  /// Takes the quantity from the row, from a measure or from the books.
  init(
    _ row: Input, origins: [ReportInput.Given: Origin], measures: [FigureID: ReportMeasure],
    books: Result<LedgerTotals, NoTotal>, prices: PriceLevel
  ) {
    self.row = row
    rate = row.kind == .cash ? Estimate(1) : row.rate
    factor = prices.factor(year: row.priceYear) ?? .none
    guard let figure = row.quantityFrom else {
      quantity = row.quantity
      absence = row.quantity == nil ? ResolvedInput.noQuantity : nil
      self.origins = origins
      return
    }
    switch ResolvedInput.taken(from: figure, measures, books) {
    case .success(let (number, origin)):
      quantity = Estimate(number)
      absence = nil
      self.origins = origins.merging([.quantity: origin]) { $1 }
    case .failure(let missing):
      quantity = nil
      absence = missing.reason
      self.origins = origins
    }
  }

  /// The value, not discounted, absent where it could not be had.
  var amount: Double? {
    guard missing == nil, let quantity, let rate else { return nil }
    return quantity.value * rate.value * factor.value
  }

  /// Why it has no value.
  var missing: Text? {
    if let absence { return absence }
    return rate == nil
      ? Text("it has no value per hour or unit", nl: "de waarde per uur of stuk ontbreekt") : nil
  }

  /// Where the value comes from: the quantity, and the parameters that it was converted with.
  var valueOrigin: Origin {
    let quantity = origins[.quantity] ?? .combined([])
    guard !factor.parameters.isEmpty else { return quantity }
    return .combined([quantity] + factor.parameters.map(\.parameter.origin))
  }

  /// The numbers that the author gave with a range.
  var ranges: [ReportInput.Given: Estimate] {
    var ranges: [ReportInput.Given: Estimate] = [:]
    if let quantity, quantity.isUncertain { ranges[.quantity] = quantity }
    if let rate, rate.isUncertain { ranges[.rate] = rate }
    return ranges
  }

  private static let noQuantity = Text(
    "it has no amount or quantity", nl: "er is geen bedrag of aantal ingevuld")

  private static func taken(
    from figure: FigureID, _ measures: [FigureID: ReportMeasure],
    _ books: Result<LedgerTotals, NoTotal>
  ) -> Result<(Double, Origin), NoTotal> {
    guard LedgerTotals.all.contains(figure) else {
      let measure = measures[figure]
      if measure?.isIncomplete == false, let value = measure?.measure.value {
        return .success((value, .computation(rule: MeasureTaking.rule, inputs: [figure])))
      }
      return .failure(NoTotal(MeasureTaking.absence(of: figure, measure)))
    }
    return books.flatMap { totals in
      totals.total(of: figure).map { .success(($0.amount, $0.origin)) }
        ?? .failure(NoTotal(MeasureTaking.absence(of: figure, nil)))
    }
  }
}
