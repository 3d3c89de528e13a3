// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "WijkwaardeBenchmarks",
  dependencies: [.package(name: "Wijkwaarde", path: "..")],
  targets: [
    .executableTarget(
      name: "wijkwaarde-benchmarks",
      dependencies: [.product(name: "Valuation", package: "Wijkwaarde")],
      path: "Sources/Benchmarks",
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
    .executableTarget(
      name: "sheet-benchmarks",
      dependencies: [.product(name: "OpenDocument", package: "Wijkwaarde")],
      path: "Sources/SheetBenchmarks",
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
    .executableTarget(
      name: "book-benchmarks",
      dependencies: [
        .product(name: "ProjectBooks", package: "Wijkwaarde"),
        .product(name: "MoneyFlow", package: "Wijkwaarde"),
      ],
      path: "Sources/BookBenchmarks",
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
  ],
  swiftLanguageModes: [.v6]
)
