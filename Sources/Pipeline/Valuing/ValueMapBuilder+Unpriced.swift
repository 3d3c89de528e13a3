import ExportKit
import IndicatorKit

/// Outcomes that are held as intrinsic or excluded pending evidence: on the map, in no total.
extension ValueMapBuilder {
  static func unpriced(
    _ rows: Rows<Outcome>, in project: LoadedProject, measures: [FigureID: ReportMeasure]
  ) -> [ReportUnpricedOutcome] {
    rows.indices.map { position in
      let origins = origins(of: rows, at: position, in: project)
      let resolved = ResolvedOutcome(
        rows[position], proxy: nil, origins: origins, measures: measures)
      let row = resolved.row
      return ReportUnpricedOutcome(
        id: row.id, stakeholder: row.stakeholder, description: row.description, theme: row.theme,
        state: row.stateOrPriced, reason: row.stateReason, weight: row.weight,
        quantity: quantity(of: resolved), quantityUnit: row.quantityUnit, evidence: row.evidence,
        isIntended: row.intended)
    }
  }

  private static func quantity(of outcome: ResolvedOutcome) -> Figure {
    let id = FigureID(joining: "outcome", outcome.row.id.description, "quantity")
    let label = Text("Quantity", nl: "Aantal")
    let origin = outcome.origins[.quantity] ?? .combined([])
    if let quantity = outcome.quantity {
      return Figure(id: id, label: label, value: quantity.value, unit: .ratio, origin: origin)
    }
    return Figure(
      id: id, label: label,
      absent: outcome.missing ?? Text("it has no quantity", nl: "er is geen aantal ingevuld"),
      unit: .ratio, origin: origin)
  }
}
