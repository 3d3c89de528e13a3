// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// The indicators that the program is built with: one name per line, each a folder in `Indicators/`.
let indicators = [
  "Multiplier",
  "Employment",
  "Participation",
  "Circularity",
]

/// The exports that the program is built with: one name per line, each a folder in `Exports/`.
let exports = [
  "Spreadsheet",
  "ReportXML",
  "WebPage",
  "FigureTable",
  "ArchiveMetadata",
]

// What follows is the machinery; adding a module changes nothing below this line.

/// The worked examples, which every indicator has beside its marker.
let examples = "examples.yaml"

let settings: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// A target of the machinery in `Sources/`.
func machinery(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings,
    plugins: plugins)
}

/// Ends with one sentence at the line of a name in the lists above.
func stop(at name: String, _ sentence: String) -> Never {
  let lines = (try? String(contentsOfFile: #filePath, encoding: .utf8))?.split(
    separator: "\n", omittingEmptySubsequences: false)
  let line = (lines?.firstIndex { $0.contains("\"\(name)\"") } ?? 0) + 1
  let message = "\(#filePath):\(line):3: error: \(sentence)\n"
  FileHandle.standardError.write(Data(message.utf8))
  exit(1)
}

// SwiftPM would say that the folder is missing, but not at which line.
for (folder, names) in [("Indicators", indicators), ("Exports", exports)] {
  for name in names
  where !FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(folder)/\(name)") {
    stop(
      at: name,
      "‘\(name)’ is listed here without a folder \(folder)/\(name); make it, or take this line out")
  }
}

/// One separately compiled module; its marker file names the type that the registry creates.
func module(
  _ name: String, in folder: String, files: [String], _ kit: [Target.Dependency]
) -> Target {
  .target(
    name: name, dependencies: kit, path: "\(folder)/\(name)",
    exclude: files, swiftSettings: settings, plugins: ["EmbedTables"])
}

/// A test target in `Tests/`.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings, plugins: plugins)
}

/// The folders of documents that the tests of an export read, beside their sources.
let documents = ["ReportXML": ["Corpus", "Frozen"]]

let indicatorKit: [Target.Dependency] = ["IndicatorKit", "MoneyFlow"]
let exportKit: [Target.Dependency] = [
  "ExportKit", "Charts", "OpenDocument", "LibXML2",
  .product(name: "Crypto", package: "swift-crypto"),
]
let indicatorModules = indicators.map { Target.Dependency(stringLiteral: $0) }
let modules = indicatorModules + exports.map { Target.Dependency(stringLiteral: $0) }

let machineryTargets: [Target] = [
  .systemLibrary(
    name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  machinery("ImpactModel"),
  machinery("LibXML2", ["CLibXML2"]),
  machinery("OpenDocument", ["LibXML2", "CZlib"]),
  machinery(
    "Parameters", ["ImpactModel", .product(name: "Yams", package: "Yams")],
    exclude: ["Tables/restart-project/LICENCE.md"], plugins: ["EmbedTables"]),
  machinery("IndicatorKit", ["ImpactModel", "Parameters"]),
  machinery("ExportKit", ["ImpactModel"]),
  machinery("MoneyFlow", ["ImpactModel"]),
  machinery("Valuation", ["ImpactModel"]),
  machinery("Charts", ["ImpactModel"]),
  machinery(
    "Verification", ["ImpactModel", "ExportKit", "Valuation", "OpenDocument", "ProjectReaders"]),
  machinery(
    "ProjectStore",
    [
      "ImpactModel", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]),
  machinery(
    "ProjectReaders",
    [
      "ImpactModel", "LibXML2", "OpenDocument",
      .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto"),
    ], plugins: ["EmbedTables"]),
  machinery(
    "Pipeline",
    [
      "ImpactModel", "Parameters", "IndicatorKit", "ExportKit", "MoneyFlow", "Valuation",
      "ProjectStore", "ProjectReaders",
    ]),
  machinery(
    "Portfolio",
    [
      "ImpactModel", "ExportKit", "MoneyFlow", "Verification", "LibXML2", "OpenDocument", "Charts",
      "CZlib",
      .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "Crypto", package: "swift-crypto"),
    ], plugins: ["EmbedTables"]),
  machinery(
    "WijkwaardeCommand",
    [
      "ImpactModel", "IndicatorKit", "ExportKit", "ProjectReaders", "Pipeline", "Verification",
      "Portfolio",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  machinery("IndicatorTesting", ["IndicatorKit", "ProjectReaders", "Pipeline"]),
  .executableTarget(
    name: "wijkwaarde", dependencies: ["WijkwaardeCommand", "Pipeline"] + modules,
    swiftSettings: settings, plugins: ["RegisterModules"]),
]

let pluginTargets: [Target] = [
  .executableTarget(name: "RegisterModulesTool", swiftSettings: settings),
  .plugin(
    name: "RegisterModules", capability: .buildTool(), dependencies: ["RegisterModulesTool"]),
  .executableTarget(name: "EmbedTablesTool", swiftSettings: settings),
  .plugin(name: "EmbedTables", capability: .buildTool(), dependencies: ["EmbedTablesTool"]),
  .executableTarget(name: "NewIndicatorTool", swiftSettings: settings),
  .plugin(
    name: "NewIndicator",
    capability: .command(
      intent: .custom(
        verb: "new-indicator",
        description: "Make an indicator that already works: one folder, one line"),
      permissions: [
        .writeToPackageDirectory(reason: "It makes the folder of the indicator and lists it.")
      ]),
    dependencies: ["NewIndicatorTool"]),
]

let moduleTargets =
  indicators.map {
    module($0, in: "Indicators", files: ["indicator.yaml", examples], indicatorKit)
  }
  + exports.map { module($0, in: "Exports", files: ["export.yaml"], exportKit) }

let testTargets: [Target] =
  [
    .target(
      name: "TestSupport", dependencies: ["ImpactModel", "ExportKit"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("ImpactModelTests", ["ImpactModel"]),
    tests("LibXML2Tests", ["LibXML2"]),
    tests("OpenDocumentTests", ["OpenDocument", "LibXML2"]),
    tests("ParametersTests", ["Parameters"]),
    tests("IndicatorKitTests", ["IndicatorKit"]),
    tests("MoneyFlowTests", ["MoneyFlow"]),
    tests("ValuationTests", ["Valuation"]),
    tests("VerificationTests", ["Verification", "ImpactModel", "OpenDocument"]),
    tests("ChartsTests", ["Charts", "LibXML2"]),
    tests("ProjectStoreTests", ["ProjectStore"]),
    tests("ProjectReadersTests", ["ProjectReaders", "LibXML2"]),
    tests("PipelineTests", ["Pipeline"]),
    tests(
      "PortfolioTests",
      ["Portfolio", "ExportKit", "LibXML2", "OpenDocument", "ReportXML", "Spreadsheet"]),
    tests("ModuleToolsTests", []),
    tests(
      "IndicatorTestingTests", ["IndicatorTesting", "IndicatorKit", "Pipeline"] + indicatorModules,
      plugins: ["RegisterModules"]),
    tests(
      "ProgramTests",
      ["WijkwaardeCommand", "Pipeline", "LibXML2", "OpenDocument", "Verification"] + modules,
      plugins: ["RegisterModules"]),
  ]
  + indicators.map {
    tests("\($0)Tests", [.init(stringLiteral: $0), "IndicatorKit", "MoneyFlow"])
  }
  + exports.map {
    tests(
      "\($0)Tests", [.init(stringLiteral: $0), "ExportKit", "LibXML2"],
      exclude: documents[$0] ?? [])
  }

let package = Package(
  name: "Wijkwaarde",
  defaultLocalization: "en",
  products: [
    .executable(name: "wijkwaarde", targets: ["wijkwaarde"]),
    .library(name: "OpenDocument", targets: ["OpenDocument"]),
    .library(name: "IndicatorKit", targets: ["IndicatorKit"]),
    .library(name: "ExportKit", targets: ["ExportKit"]),
    .library(name: "IndicatorTesting", targets: ["IndicatorTesting"]),
    .library(name: "WijkwaardeCommand", targets: ["WijkwaardeCommand"]),
    .library(name: "MoneyFlow", targets: ["MoneyFlow"]),
    .library(name: "Valuation", targets: ["Valuation", "ImpactModel"]),
    .library(name: "ProjectBooks", targets: ["ProjectReaders", "ProjectStore", "ImpactModel"]),
    .library(name: "Indicators", targets: indicators),
    .library(name: "Exports", targets: exports),
    .plugin(name: "RegisterModules", targets: ["RegisterModules"]),
    .plugin(name: "EmbedTables", targets: ["EmbedTables"]),
    .plugin(name: "NewIndicator", targets: ["NewIndicator"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: machineryTargets + pluginTargets + moduleTargets + testTargets,
  swiftLanguageModes: [.v6]
)
