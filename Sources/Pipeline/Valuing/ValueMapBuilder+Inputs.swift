import ExportKit
import IndicatorKit

/// The inputs of the report, and how soon the benefits pay them back.
extension ValueMapBuilder {
  /// The inputs, in the order of their table.
  var reportInputs: [ReportInput] { inputs.map(reportInput) }

  private func reportInput(_ input: ResolvedInput) -> ReportInput {
    let row = input.row
    let id = row.id.description
    let factors = result.inputFactors
    let discount = factors.indices.contains(row.period - 1) ? factors[row.period - 1] : 1
    let amount = input.amount
    return ReportInput(
      id: row.id, stakeholder: row.stakeholder, description: row.description, kind: row.kind,
      period: row.period, quantity: input.quantity?.value, rate: input.rate?.value,
      grant: row.grant,
      value: figure(
        "input", id, "value", Text("Value", nl: "Waarde"), amount, missing: input.missing,
        origin: input.valueOrigin),
      presentValue: figure(
        "input", id, "present_value", Text("Present value", nl: "Contante waarde"),
        amount.map { $0 * discount }, missing: input.missing,
        origin: .computation(
          rule: Text("value × discount factor", nl: "waarde × disconteringsfactor"),
          inputs: [FigureID(joining: "input", id, "value")])),
      origins: input.origins, ranges: input.ranges, quantityFrom: row.quantityFrom,
      priceYear: row.priceYear, priceFactor: input.factor.value,
      sharedDoubts: SharedDoubts.names(of: row))
  }

  /// The months after which the inputs are paid back, not discounted and discounted.
  func payback(missing: Text?) -> [Figure] {
    let reason = missing ?? result.ratioAbsence ?? ValueMapBuilder.neverPaidBack
    let plain = Text("Payback period", nl: "Terugverdientijd")
    let discounted = Text("Discounted payback period", nl: "Verdisconteerde terugverdientijd")
    return [
      payback("payback_months", plain, isDiscounted: false, missing, reason),
      payback("discounted_payback_months", discounted, isDiscounted: true, missing, reason),
    ]
  }

  private func payback(
    _ id: String, _ label: Text, isDiscounted: Bool, _ missing: Text?, _ reason: Text
  ) -> Figure {
    let months = missing == nil ? result.paybackMonths(isDiscounted: isDiscounted) : nil
    return figure(
      "sroi", id, label, months, missing: months == nil ? reason : nil, unit: .month,
      rule: Text(
        "when the benefits so far cover the inputs of all periods",
        nl: "wanneer de effecten tot dan toe de inbreng van alle perioden dekken"),
      inputs: isDiscounted
        ? [FigureID(joining: "sroi", "inputs_present_value")]
        : inputs.map { FigureID(joining: "input", $0.row.id.description, "value") })
  }

  private static let neverPaidBack = Text(
    "the benefits of all periods together do not cover the inputs",
    nl: "de effecten van alle perioden samen dekken de inbreng niet")
}
