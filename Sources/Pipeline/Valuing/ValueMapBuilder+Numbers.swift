import ExportKit
import IndicatorKit
import Valuation

/// From the project's tables to the numbers that are valued, and the reasons why some are missing.
extension ValueMapBuilder {
  static let noOutcomes = Text(
    "no outcome on the value map", nl: "geen effect op de waardenkaart")

  static let presentValueRule = Text(
    "Σ impact × (1 − drop-off)^k × discount factor",
    nl: "Σ impact × (1 − afname)^k × disconteringsfactor")

  static func map(
    _ description: ProjectDescription, _ outcomes: [ResolvedOutcome], _ inputs: Rows<Input>
  ) -> ValueMap {
    ValueMap(
      rate: description.discountRate, benefitTiming: description.benefitTiming,
      inputTiming: description.inputTiming,
      rows: outcomes.compactMap { outcome in
        let row = outcome.row
        guard let quantity = outcome.quantity, let proxy = outcome.proxy,
          let deadweight = row.deadweight, let displacement = row.displacement,
          let attribution = row.attribution, let dropOff = row.dropOff
        else { return nil }
        return ValueMap.Row(
          id: row.id, quantity: quantity.value, proxy: proxy.value.value,
          deadweight: deadweight.value, displacement: displacement.value,
          attribution: attribution.value, dropOff: dropOff.value,
          firstPeriod: row.firstPeriod, benefitPeriods: row.benefitPeriods)
      },
      inputs: inputs.compactMap { input in
        amount(input).map { ValueMap.Input(id: input.id, amount: $0, period: input.period) }
      })
  }

  static func amount(_ input: Input) -> Double? {
    guard let quantity = input.quantity?.value else { return nil }
    return input.kind == .cash ? quantity : input.rate.map { quantity * $0.value }
  }

  static func missing(in outcomes: [ResolvedOutcome], _ project: LoadedProject) -> Text? {
    if let table = ["outcomes", "proxies"].first(where: { !project.isWhole($0) }) {
      return unreadable(table)
    }
    guard let outcome = outcomes.first(where: { $0.missing != nil }), let reason = outcome.missing
    else { return nil }
    return Text(
      "outcome \(outcome.row.id) has no value: \(reason.english)",
      nl: "effect \(outcome.row.id) heeft geen waarde: \(reason.dutch)")
  }

  static func missing(in inputs: Rows<Input>, _ project: LoadedProject) -> Text? {
    if !project.isWhole("inputs") { return unreadable("inputs") }
    guard let input = inputs.first(where: { amount($0) == nil }) else { return nil }
    return Text(
      "input \(input.id) has no value per hour or unit",
      nl: "inbreng \(input.id) heeft geen waarde per uur of stuk")
  }

  var tableMissing: Text? {
    ["outcomes", "proxies"].first { !project.isWhole($0) }.map(ValueMapBuilder.unreadable)
  }

  static func unreadable(_ table: String) -> Text {
    Text(
      "rows of the table “\(table)” could not be read",
      nl: "rijen van de tabel ‘\(table)’ konden niet worden gelezen")
  }
}
