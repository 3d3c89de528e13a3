// swift-tools-version: 6.1
import PackageDescription

/// Your own indicators: one name per line, each a folder in `Indicators/`.
let indicators = [
  "GardenHours"
]

// What follows is the machinery; adding an indicator changes nothing below this line.

let modules = indicators.map { Target.Dependency(stringLiteral: $0) }

let package = Package(
  name: "OurIndicators",
  dependencies: [
    // In a repository of your own, write the address and the version instead:
    // .package(url: "https://…/wijkwaarde", from: "0.1.0"),
    .package(name: "Wijkwaarde", path: "../..")
  ],
  targets: indicators.map { name in
    .target(
      name: name,
      dependencies: [.product(name: "IndicatorKit", package: "Wijkwaarde")],
      path: "Indicators/\(name)", exclude: ["indicator.yaml", "examples.yaml"],
      plugins: [.plugin(name: "EmbedTables", package: "Wijkwaarde")])
  } + [
    .executableTarget(
      name: "our-wijkwaarde",
      dependencies: [
        .product(name: "WijkwaardeCommand", package: "Wijkwaarde"),
        // Leave these two out for a program that has only your own modules.
        .product(name: "Indicators", package: "Wijkwaarde"),
        .product(name: "Exports", package: "Wijkwaarde"),
      ] + modules,
      plugins: [.plugin(name: "RegisterModules", package: "Wijkwaarde")]),
    .testTarget(
      name: "OurIndicatorsTests",
      dependencies: [.product(name: "IndicatorTesting", package: "Wijkwaarde")] + modules,
      plugins: [.plugin(name: "RegisterModules", package: "Wijkwaarde")]),
  ],
  swiftLanguageModes: [.v6]
)
