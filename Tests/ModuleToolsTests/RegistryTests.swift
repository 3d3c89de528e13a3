import Foundation
import TestSupport
import Testing

/// The registry that is generated at each build, and what it says of a module that is wrong.
@Suite struct RegistryTests {
  private static let marker = "Indicators/Repairs/indicator.yaml"
  private static let source = "Indicators/Repairs/RepairsIndicator.swift"
  private static let card = """
    public struct RepairsIndicator: Indicator {
      public static let card = IndicatorCard(
        id: "repairs",
        title: title)
    }

    """

  private func register(_ files: [String: String]) throws -> (Tool.Outcome, SmallPackage) {
    let package = try SmallPackage(files)
    var arguments = [package.folder.appending(path: "Registry.swift").path]
    for path in files.keys.sorted() where path.hasSuffix(".yaml") {
      let file = package.folder.appending(path: path)
      arguments += [file.deletingLastPathComponent().lastPathComponent, file.path]
    }
    return (try BuildTool.run("RegisterModulesTool", arguments), package)
  }

  /// The complaint without the folder of the package.
  private func complaint(_ files: [String: String]) throws -> String {
    let (outcome, package) = try register(files)
    #expect(outcome.exitCode == 1)
    return outcome.errors.replacing(package.folder.path + "/", with: "")
  }

  @Test func `a module that is in order is made in the registry`() throws {
    let (outcome, package) = try register([
      Self.marker: "type: RepairsIndicator\n", Self.source: Self.card,
    ])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let registry = try package.text("Registry.swift")
    #expect(registry.contains("import Repairs\n"))
    #expect(registry.contains("Registry.indicator(RepairsIndicator())"))
    #expect(registry.contains("indicators: [module0], exporters: []"))
  }

  @Test func `a wrong type name is met at the marker`() throws {
    #expect(
      try complaint([Self.marker: "# ours\ntype: RepairIndicator\n", Self.source: Self.card])
        == "\(Self.marker):2:1: error: module ‘Repairs’ must declare ‘public struct RepairIndicator: Indicator’, or this line must name the type that it declares\n"
    )
  }

  @Test func `an empty marker says what to write`() throws {
    #expect(
      try complaint([Self.marker: "\n", Self.source: Self.card])
        == "\(Self.marker):1:1: error: write one line, ‘type: RepairsIndicator’, with the name of your public struct\n"
    )
  }

  @Test func `an identifier that another module has is met at the card`() throws {
    let second = "Indicators/Visits/VisitsIndicator.swift"
    #expect(
      try complaint([
        Self.marker: "type: RepairsIndicator\n", Self.source: Self.card,
        "Indicators/Visits/indicator.yaml": "type: VisitsIndicator\n",
        second: Self.card.replacing("RepairsIndicator", with: "VisitsIndicator"),
      ])
        == "\(second):3:1: error: the identifier ‘repairs’ is taken by module ‘Repairs’; give ‘Visits’ another one here\n"
    )
  }

  @Test func `an indicator and an export may have one identifier`() throws {
    let (outcome, _) = try register([
      Self.marker: "type: RepairsIndicator\n", Self.source: Self.card,
      "Exports/Repairs2/export.yaml": "type: RepairsExporter\n",
      "Exports/Repairs2/RepairsExporter.swift":
        "public struct RepairsExporter: Exporter {\n  static let card = ExportCard(id: \"repairs\")\n}\n",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }
}
