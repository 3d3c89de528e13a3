import IndicatorKit

/// A thing that was fixed, with its footprint and weight as far as they are known.
struct AssessedRepair {
  /// A number with the parameter that it was had from, which is `nil` for one that was filled in.
  struct Factored {
    let value: Double
    let parameter: ParameterValue?
  }

  /// Its kind, where the row or the name of the product says so.
  let kind: RepairKind?
  /// The footprint of making it, in kilograms of CO2-equivalent.
  let footprint: Factored?
  /// Its weight in kilograms: its own, or the mean of its kind.
  let weight: Factored?

  init(_ repair: Repair, factors: RepairFactors) {
    let kind = repair.footprintKind
    self.kind = kind
    weight =
      repair.weight.map { Factored(value: $0, parameter: nil) }
      ?? kind.flatMap(factors.weight(of:)).map { Factored(value: $0.value, parameter: $0) }
    footprint =
      kind.flatMap(factors.footprint(of:)).map { Factored(value: $0.value, parameter: $0) }
      ?? Self.byWeight(repair, factors)
  }

  /// The footprint of a thing of no known kind, which needs its own weight.
  private static func byWeight(_ repair: Repair, _ factors: RepairFactors) -> Factored? {
    guard let weight = repair.weight, let powered = repair.powered,
      let factor = factors.footprintPerKilogram(powered: powered)
    else { return nil }
    return Factored(value: weight * factor.value, parameter: factor)
  }
}
