import ExportKit

/// Figures of the value map: an identifier, a label, and a value or the reason why there is none.
extension ValueMapBuilder {
  func figure(
    _ first: String, _ second: String, _ label: Text, _ value: Double?, missing: Text?,
    unit: Unit = .money, rule: Text, inputs: [FigureID]
  ) -> Figure {
    make(
      FigureID(joining: first, second), label, value, missing: missing, unit: unit,
      origin: .computation(rule: rule, inputs: inputs))
  }

  func figure(
    _ first: String, _ second: String, _ third: String, _ label: Text, _ value: Double?,
    missing: Text?, origin: Origin
  ) -> Figure {
    make(
      FigureID(joining: first, second, third), label, value, missing: missing, unit: .money,
      origin: origin)
  }

  private func make(
    _ id: FigureID, _ label: Text, _ value: Double?, missing: Text?, unit: Unit, origin: Origin
  ) -> Figure {
    if missing == nil, let value {
      return Figure(id: id, label: label, value: value, unit: unit, origin: origin)
    }
    let reason = missing ?? Text("it could not be computed", nl: "het was niet te berekenen")
    return Figure(id: id, label: label, absent: reason, unit: unit, origin: origin)
  }
}
