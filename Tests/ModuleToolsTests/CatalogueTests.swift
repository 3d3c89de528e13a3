import Foundation
import TestSupport
import Testing

/// The DocC catalogues of what authors import render, and each of their links leads somewhere.
@Suite struct CatalogueTests {
  /// The folder of the built modules, beside the test bundle.
  private static let modules = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "Modules")

  /// A header of C that the kit's own modules are built upon.
  private static let headers = modules.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "checkouts/Yams/Sources/CYaml/include")

  #if arch(arm64)
    private static let triple = "aarch64-unknown-linux-gnu"
  #else
    private static let triple = "x86_64-unknown-linux-gnu"
  #endif

  private func convert(_ module: String, catalogue: URL, in folder: URL) throws -> Tool.Outcome {
    let symbols = folder.appending(path: "symbols")
    try FileManager.default.createDirectory(at: symbols, withIntermediateDirectories: true)
    let extracted = try #require(Tool("swift")).run([
      "symbolgraph-extract", "-module-name", module, "-I", Self.modules.path, "-I",
      Self.headers.path,
      "-target",
      Self.triple, "-minimum-access-level", "public", "-output-dir", symbols.path,
    ])
    try #require(extracted.exitCode == 0, "\(extracted.errors)")
    return try #require(Tool("docc")).run([
      "convert", catalogue.path, "--fallback-display-name", module, "--fallback-bundle-identifier",
      module, "--additional-symbol-graph-dir", symbols.path, "--output-path",
      folder.appending(path: "archive").path, "--warnings-as-errors",
    ])
  }

  static let canRun =
    Tool.isHere("docc") && Tool.isHere("swift")
    && (["IndicatorKit", "ExportKit"].map { modules.appending(path: "\($0).swiftmodule") }
      + [headers]).allSatisfy { FileManager.default.fileExists(atPath: $0.path) }

  @Test(.enabled(if: canRun), arguments: ["IndicatorKit", "ExportKit"])
  func `a catalogue renders without a warning`(module: String) throws {
    let catalogue = Places.repository.appending(path: "Sources/\(module)/\(module).docc")
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try convert(module, catalogue: catalogue, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors) \(outcome.output)")
  }

  @Test(.enabled(if: canRun)) func `a link that leads nowhere is found`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let catalogue = folder.appending(path: "IndicatorKit.docc")
    try FileManager.default.createDirectory(at: catalogue, withIntermediateDirectories: true)
    try Data("# ``IndicatorKit``\n\nA kit.\n\n## Topics\n\n### A\n\n- ``NoSuchThing``\n".utf8)
      .write(to: catalogue.appending(path: "IndicatorKit.md"))
    #expect(try convert("IndicatorKit", catalogue: catalogue, in: folder).exitCode != 0)
  }
}
