import Foundation
import TestSupport
import Testing

/// Holds the direction of imports: which of our own modules each target may import.
@Suite struct LayeringTests {
  private static let allowed: [String: Set<String>] = [
    "ImpactModel": [],
    "LibXML2": ["CLibXML2"],
    "OpenDocument": ["LibXML2", "CZlib"],
    "Parameters": ["ImpactModel"],
    "IndicatorKit": ["ImpactModel", "Parameters"],
    "ExportKit": ["ImpactModel"],
    "MoneyFlow": ["ImpactModel"],
    "Valuation": ["ImpactModel"],
    "Charts": ["ImpactModel"],
    "Verification": [
      "ImpactModel", "ExportKit", "Valuation", "OpenDocument", "ProjectReaders",
    ],
    "Portfolio": [
      "ImpactModel", "ExportKit", "Verification", "LibXML2", "OpenDocument", "Charts", "CZlib",
      "MoneyFlow",
    ],
    "ProjectStore": ["ImpactModel"],
    "ProjectReaders": ["ImpactModel", "LibXML2", "OpenDocument"],
    "Pipeline": [
      "ImpactModel", "Parameters", "IndicatorKit", "ExportKit", "MoneyFlow", "Valuation",
      "ProjectStore", "ProjectReaders",
    ],
    "WijkwaardeCommand": [
      "ImpactModel", "IndicatorKit", "ExportKit", "ProjectReaders", "Pipeline", "Verification",
      "Portfolio",
    ],
    "IndicatorTesting": ["IndicatorKit", "ProjectReaders", "Pipeline"],
    "wijkwaarde": ["WijkwaardeCommand"],
    "RegisterModulesTool": [], "EmbedTablesTool": [],
    // What it writes imports the kit; it does not itself.
    "NewIndicatorTool": ["IndicatorKit"],
  ]
  private static let indicator: Set<String> = ["IndicatorKit", "MoneyFlow"]
  private static let export: Set<String> = ["ExportKit", "Charts", "OpenDocument", "LibXML2"]

  @Test func `every target imports only what the design allows`() throws {
    var ours = Set(Self.allowed.keys).union(["CLibXML2", "CZlib"])
    let folders = try Self.folders("Sources") + Self.folders("Indicators") + Self.folders("Exports")
    ours.formUnion(folders.map(\.lastPathComponent))
    for folder in folders {
      let allowed = try #require(Self.allowance(of: folder), "a room for \(folder.path)?")
      for (file, module) in try Self.imports(in: folder) where ours.contains(module) {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test func `an indicator imports no file system, clock or randomness`() throws {
    let forbidden = ["FileManager", "Date()", "random(", "UUID()", "ProcessInfo"]
    for folder in try Self.folders("Indicators") {
      for file in try Self.sources(in: folder) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for word in forbidden { #expect(!text.contains(word), "\(file.path) has \(word)") }
      }
    }
  }

  @Test func `nobody imports FoundationXML`() throws {
    for folder in ["Sources", "Indicators", "Exports", "Plugins", "Tests"] {
      for file in try Self.sources(in: Places.repository.appending(path: folder)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("import Foundation" + "XML"), "\(file.path)")
      }
    }
  }

  private static func allowance(of folder: URL) -> Set<String>? {
    switch folder.deletingLastPathComponent().lastPathComponent {
    case "Indicators": indicator
    case "Exports": export
    default:
      ["CLibXML2", "CZlib"].contains(folder.lastPathComponent)
        ? [] : allowed[folder.lastPathComponent]
    }
  }

  private static func folders(_ name: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: Places.repository.appending(path: name), includingPropertiesForKeys: nil,
      options: .skipsHiddenFiles
    ).sorted { $0.path < $1.path }
  }

  private static func sources(in folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  private static func imports(in folder: URL) throws -> [(file: String, module: String)] {
    try sources(in: folder).flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index < 2, words.count > index + 1 else {
          return nil
        }
        return (file.path, String(words[index + 1]))
      }
    }
  }
}
