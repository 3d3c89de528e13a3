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

  private static let nothingPriced = Text(
    "no outcome on the value map has a price",
    nl: "geen effect op de waardenkaart heeft een prijs")

  /// The outcomes with their proxies at the prices of the report.
  static func resolved(
    _ rows: Rows<Outcome>, in project: LoadedProject, measures: [FigureID: ReportMeasure],
    prices: PriceLevel
  ) -> [ResolvedOutcome] {
    let proxies = project.rows(Proxy.self)
    let found = proxies.indices.map { position in
      ResolvedProxy(
        proxies[position],
        cells: ResolvedProxy.Cells(
          value: project.address(proxies, at: position, column: "value").map(Origin.cell),
          valueFrom: project.address(proxies, at: position, column: "value_from")
            .map(Origin.cell)),
        in: project, prices: prices)
    }
    let byID = Dictionary(found.map { ($0.row.id, $0) }, uniquingKeysWith: { first, _ in first })
    return rows.indices.map { position in
      ResolvedOutcome(
        rows[position], proxy: rows[position].proxy.flatMap { byID[$0] },
        origins: origins(of: rows, at: position, in: project), measures: measures)
    }
  }

  static func map(
    _ description: ProjectDescription, _ outcomes: [ResolvedOutcome], _ inputs: [ResolvedInput]
  ) -> ValueMap {
    ValueMap(
      rate: description.discountRate, benefitTiming: description.benefitTiming,
      inputTiming: description.inputTiming,
      rows: outcomes.compactMap { outcome in
        let row = outcome.row
        guard let quantity = outcome.quantity, let proxy = outcome.proxy?.value,
          let deadweight = row.deadweight, let displacement = row.displacement,
          let attribution = row.attribution, let dropOff = row.dropOff
        else { return nil }
        return ValueMap.Row(
          id: row.id, quantity: quantity.value, proxy: proxy.value,
          deadweight: deadweight.value, displacement: displacement.value,
          attribution: attribution.value, dropOff: dropOff.value,
          firstPeriod: row.firstPeriod, benefitPeriods: row.benefitPeriods)
      },
      inputs: inputs.compactMap { input in
        input.amount.map {
          ValueMap.Input(id: input.row.id, amount: $0, period: input.row.period)
        }
      })
  }

  static func missing(
    in outcomes: [ResolvedOutcome], hasUnpriced: Bool, _ project: LoadedProject
  ) -> Text? {
    if let table = ["outcomes", "proxies"].first(where: { !project.isWhole($0) }) {
      return unreadable(table)
    }
    guard !outcomes.isEmpty else { return hasUnpriced ? nothingPriced : noOutcomes }
    guard let outcome = outcomes.first(where: { $0.missing != nil }), let reason = outcome.missing
    else { return nil }
    return Text(
      "outcome \(outcome.row.id) has no value: \(reason.english)",
      nl: "effect \(outcome.row.id) heeft geen waarde: \(reason.dutch)")
  }

  static func missing(in inputs: [ResolvedInput], _ project: LoadedProject) -> Text? {
    if !project.isWhole("inputs") { return unreadable("inputs") }
    guard let input = inputs.first(where: { $0.missing != nil }), let reason = input.missing
    else { return nil }
    return Text(
      "input \(input.row.id) has no value: \(reason.english)",
      nl: "inbreng \(input.row.id) heeft geen waarde: \(reason.dutch)")
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
