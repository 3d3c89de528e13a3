import IndicatorKit

/// The dated factors by which repairs become avoided emissions, each with its source.
///
/// The Restart Project, environmental-impact-data, methodology and summary of 2021 (CC BY-SA 4.0).
struct RepairFactors {
  static let displacement = ParameterCard(
    "repair.displacement",
    Text(
      "Share of a footprint that a repair prevents",
      nl: "Deel van een voetafdruk dat een reparatie voorkomt"), unit: .ratio)
  static let poweredPerKilogram = ParameterCard(
    "repair.footprint_per_kilogram.powered",
    Text(
      "Footprint per kilogram of a powered thing",
      nl: "Voetafdruk per kilo van een elektrisch ding"), unit: .kilogramCO2ePerKilogram)
  static let unpoweredPerKilogram = ParameterCard(
    "repair.footprint_per_kilogram.unpowered",
    Text(
      "Footprint per kilogram of a thing without power",
      nl: "Voetafdruk per kilo van een niet-elektrisch ding"), unit: .kilogramCO2ePerKilogram)

  /// All parameters that are looked up.
  static let cards =
    [displacement, poweredPerKilogram, unpoweredPerKilogram]
    + RepairKind.allCases.flatMap { [footprint(of: $0), weight(of: $0)] }

  let displacement: ParameterValue?
  private let footprints: [RepairKind: ParameterValue]
  private let weights: [RepairKind: ParameterValue]
  private let powered: ParameterValue?
  private let unpowered: ParameterValue?

  /// Looks up what is in force on the last day of the reporting period.
  init(_ project: ProjectData) throws(NotMeasurable) {
    displacement = try project.parameter(Self.displacement)
    powered = try project.parameter(Self.poweredPerKilogram)
    unpowered = try project.parameter(Self.unpoweredPerKilogram)
    var footprints: [RepairKind: ParameterValue] = [:]
    var weights: [RepairKind: ParameterValue] = [:]
    for kind in RepairKind.allCases {
      footprints[kind] = try project.parameter(Self.footprint(of: kind))
      weights[kind] = try project.parameter(Self.weight(of: kind))
    }
    self.footprints = footprints
    self.weights = weights
  }

  /// The mean weight of a kind, in kilograms.
  func weight(of kind: RepairKind) -> ParameterValue? { weights[kind] }

  /// The mean footprint of a kind before its use, in kilograms of CO2-equivalent.
  func footprint(of kind: RepairKind) -> ParameterValue? { footprints[kind] }

  /// The mean footprint per kilogram of things of no known kind.
  func footprintPerKilogram(powered isPowered: Bool) -> ParameterValue? {
    isPowered ? powered : unpowered
  }

  private static func footprint(of kind: RepairKind) -> ParameterCard {
    ParameterCard(
      "repair.footprint.\(kind.rawValue)",
      Text(
        "Footprint before use: \(kind.label.english)",
        nl: "Voetafdruk vóór gebruik: \(kind.label.dutch)"), unit: .kilogramCO2e)
  }

  private static func weight(of kind: RepairKind) -> ParameterCard {
    ParameterCard(
      "repair.weight.\(kind.rawValue)",
      Text("Mean weight: \(kind.label.english)", nl: "Gemiddeld gewicht: \(kind.label.dutch)"),
      unit: .kilogram)
  }
}

extension Unit {
  /// Kilograms of CO2-equivalent.
  static let kilogramCO2e = Unit(
    code: "kg_CO2e", symbol: Text(verbatim: "kg CO2e"), decimals: 1)
  /// Kilograms of CO2-equivalent per kilogram of a thing.
  static let kilogramCO2ePerKilogram = Unit(
    code: "kg_CO2e/kg", symbol: Text(verbatim: "kg CO2e/kg"), decimals: 2)
}
