import Foundation
import Pipeline
import TestSupport
import Testing

/// Parameters in packs: what comes with the program, beside a project, or from a user's folder.
@Suite struct ParametersCommandTests {
  private static let headings = "id,value,unit,from,until,source\n"

  /// A project of its own, with files added.
  private func project(_ files: [String: String]) throws -> URL {
    let place = try Places.temporaryFolder()
    let made = try ProgramBinary.run(
      ["new", "my-project", "--language", "en", "--year", "2025"], in: place)
    #expect(made.exitCode == 0, "\(made.errors)")
    for (path, text) in files {
      let file = place.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return place
  }

  private static func sources(_ name: String, printable: String? = nil) -> String {
    "\(name):\n  title: Bank\n  citation: The bank of \(name)\n  licence: for members\n"
      + (printable.map { "  printable: \($0)\n" } ?? "")
  }

  @Test func `a word finds a parameter with its days, source, licence and place`() throws {
    let outcome = try ProgramBinary.run(["parameters", "Restart", "repair.weight.Laptop_medium"])
    #expect(outcome.exitCode == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "repair.weight.laptop_medium  Mean weight: Medium laptop")
    #expect(lines.dropFirst().first == "  1.83 kg, from 2021-01-01, still in force")
    #expect(lines.contains("  Licence: CC BY-SA 4.0"))
    #expect(lines.contains { $0.hasPrefix("  Stands in: Wijkwaarde: Tables/restart-project/") })
  }

  @Test func `a value that has ended says when, in Dutch as well`() throws {
    let words = ["parameters", "social_return.rijnmond.no_benefit", "--language", "nl"]
    let outcome = try ProgramBinary.run(words)
    #expect(
      outcome.output.contains(
        "  15000 EUR/full_time_year, van 2024-01-01 tot en met 2024-12-31\n"))
  }

  @Test func `a parameter without a value says where to give one`() throws {
    let open = registry.indicators.flatMap { type(of: $0).card.parameters }.map(\.id)
    let outcome = try ProgramBinary.run(["parameters"])
    for id in open { #expect(outcome.output.contains("\(id)  "), "\(id)") }
    #expect(outcome.output.contains("no value; give one in tables/parameters.csv"))
  }

  @Test func `the project's table stands before its folder, and that before a user's`() throws {
    let place = try project([
      "my-project/tables/parameters.csv":
        "Parameter,Value,From,Until,Source\ndiscount_rate.gb,0.01,2025-01-01,,the funder\n",
      "my-project/parameters/own.csv":
        Self.headings + "discount_rate.gb,0.02,fraction,2025-01-01,,own\n",
      "my-project/parameters/sources.yaml": Self.sources("own"),
      "bank/rates.csv": Self.headings + "discount_rate.gb,0.03,fraction,2025-01-01,,bank\n",
      "bank/sources.yaml": Self.sources("bank"),
    ])
    let outcome = try ProgramBinary.run(
      ["parameters", "discount_rate.gb", "--project", "my-project", "--parameters", "bank"],
      in: place)
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    let values = outcome.output.split(separator: "\n").filter { $0.contains(", from ") }
      .compactMap { $0.split(separator: ",").first?.split(separator: " ").first }
    #expect(values == ["0.01", "0.02", "0.03", "0.035"])
    #expect(outcome.output.contains("Stands in: bank/rates.csv, row 2"))
  }

  @Test func `a value that may not be printed is named and not printed anywhere`() throws {
    let id = "employment.full_time_hours"
    let example = try Example()
    try FileManager.default.removeItem(at: example.folder.appending(path: "tables/parameters.csv"))
    let bank = example.folder.deletingLastPathComponent().appending(path: "bank")
    try FileManager.default.createDirectory(at: bank, withIntermediateDirectories: true)
    // Hours that nothing else in the example holds.
    try Data((Self.headings + "\(id),37.4375,h,2025-01-01,,bank\n").utf8)
      .write(to: bank.appending(path: "norms.csv"))
    try Data(Self.sources("bank", printable: "no").utf8)
      .write(to: bank.appending(path: "sources.yaml"))
    let listed = try ProgramBinary.run(["parameters", id, "--parameters", bank.path])
    #expect(listed.output.contains("value not printed, as its licence asks"))
    #expect(!listed.output.contains("37.4"))
    let report = try ProgramBinary.run(
      ["report", example.folder.path, "--parameters", bank.path])
    #expect(report.exitCode == 0, "\(report.output)")
    var forms = 0
    for path in report.output.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }
    )
    where [".xml", ".html", ".ods"].contains(where: path.hasSuffix)
      && !path.hasSuffix(".mdto.xml")
    {
      forms += 1
      let text =
        path.hasSuffix(".ods")
        ? try #require(Tool("unzip")).run(["-p", path, "content.xml"]).output
        : try String(contentsOf: URL(filePath: path), encoding: .utf8)
      #expect(text.contains("The bank of bank"), "\(path)")
      #expect(!text.contains("37.4375"), "\(path)")
      #expect(!text.contains("37,4375"), "\(path)")
    }
    #expect(forms == 3)
    if let xml = report.output.split(separator: "\n").map({
      $0.trimmingCharacters(in: .whitespaces)
    })
    .first(where: { $0.hasSuffix(".xml") }), let xmllint = Tool("xmllint") {
      let schema = Places.repository.appending(
        path: "Exports/ReportXML/Schema/wijkwaarde-report-1.xsd")
      let outcome = try xmllint.run(["--noout", "--schema", schema.path, xml])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
  }

  @Test func `a price that may not be printed is refused as a proxy, and its value stays unsaid`()
    throws
  {
    let example = try Example()
    let bank = example.folder.deletingLastPathComponent().appending(path: "prices")
    try FileManager.default.createDirectory(at: bank, withIntermediateDirectories: true)
    try Data((Self.headings + "bank.company,37.4375,EUR(2021),2021-01-01,,bank\n").utf8)
      .write(to: bank.appending(path: "prices.csv"))
    try Data(Self.sources("bank", printable: "no").utf8)
      .write(to: bank.appending(path: "sources.yaml"))
    try example.replace(
      "co2_shadow_price.nl.central", with: "bank.company", in: "tables/proxies.csv")
    let outcome = try ProgramBinary.run(
      ["check", example.folder.path, "--parameters", bank.path, "--language", "en"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("value_map.proxy_parameter_unprintable"))
    #expect(!outcome.output.contains("37"))
  }

  @Test func `tables without a file of sources, and a folder that is not there, are reported`()
    throws
  {
    let place = try project(["bank/rates.csv": Self.headings + "a.b,1,h,2025-01-01,,bank\n"])
    let outcome = try ProgramBinary.run(["check", "my-project", "--parameters", "bank"], in: place)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains(
        "bank/rates.csv\n  error [parameter.no_sources] There is no bank/sources.yaml, so that no "
          + "value of this table has a source."))
    #expect(
      try ProgramBinary.run(["parameters", "--parameters", "nowhere"], in: place).exitCode == 74)
  }
}
