import Foundation

/// The folder, the test and the line of a new indicator.
struct IndicatorScaffold {
  private let name: ModuleName
  private let package: URL
  private let template: IndicatorTemplate
  private let manifest: String
  /// The program of a package of the author's own; absent in this one.
  private let ownProgram: String?

  /// Checks that the name is free and that there is a list to put it in; writes nothing.
  init(name: ModuleName, dutchTitle: String?, package: URL, taken: [String]) throws {
    self.name = name
    self.package = package
    template = IndicatorTemplate(name: name, dutchTitle: dutchTitle ?? name.title)
    let file = package.appending(path: "Package.swift")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw Refusal("there is no Package.swift in \(package.path)")
    }
    ownProgram = Self.ownProgram(manifest: text)
    let list = try ModuleList(manifest: text)
    manifest = list.adding(name.text)
    try Self.checkTitle(dutchTitle)
    try checkIsFree(among: taken + list.names)
    try checkIdentifierIsFree()
  }

  /// Makes the indicator; where a file cannot be written, what was made is taken away again.
  func make() throws {
    let folders = ownProgram == nil ? [module, tests] : [module]
    do {
      for folder in folders {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try write(template.marker, to: module.appending(path: "indicator.yaml"))
      try write(template.source, to: module.appending(path: "\(name.text)Indicator.swift"))
      try write(template.examples, to: module.appending(path: "examples.yaml"))
      if ownProgram == nil {
        try write(template.test, to: tests.appending(path: "\(name.text)Tests.swift"))
      }
      try write(manifest, to: package.appending(path: "Package.swift"))
    } catch {
      for folder in folders { try? FileManager.default.removeItem(at: folder) }
      throw error
    }
  }

  /// What the author types next.
  var nextSteps: String { ownProgram.map(nextStepsOutside) ?? nextStepsInside }

  /// The name of the program of a package that depends on this one; its tests try all its
  /// indicators in one place, and it does not have what the test of a single one uses.
  private static func ownProgram(manifest: String) -> String? {
    guard manifest.contains("package: \"Wijkwaarde\"") else { return nil }
    let program = manifest.firstMatch(of: /executableTarget\(\s*name:\s*"([^"]+)"/)
    return program.map { String($0.output.1) } ?? "YOUR-PROGRAM"
  }

  private func nextStepsOutside(program: String) -> String {
    """
    Made Indicators/\(name.text), and listed \(name.text) in Package.swift.
    It already works. See what it reads and measures, and run its examples:
      swift run \(program) indicators \(name.identifier)
      swift test
    Then make it yours, in Indicators/\(name.text)/\(name.text)Indicator.swift, and try it on a project:
      swift run \(program) new my-project --language en --year 2025
      swift run \(program) report my-project
    """
  }

  private var nextStepsInside: String {
    """
    Made Indicators/\(name.text) and Tests/\(name.text)Tests, and listed \(name.text) in Package.swift.
    It already works. See what it reads and measures, and run its tests:
      swift run wijkwaarde indicators \(name.identifier)
      swift test --filter "\(name.text)Tests|RegisteredIndicatorsTests"
    Then make it yours, in Indicators/\(name.text)/\(name.text)Indicator.swift, and try it on a project:
      swift run wijkwaarde new my-project --language en --year 2025
      swift run wijkwaarde report my-project
    """
  }

  private var module: URL { package.appending(path: "Indicators/\(name.text)") }
  private var tests: URL { package.appending(path: "Tests/\(name.text)Tests") }

  private func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  private static func checkTitle(_ title: String?) throws(Refusal) {
    guard let title else { return }
    let isPlain = title.allSatisfy { !$0.isNewline && $0 != "\"" && $0 != "\\" }
    guard isPlain, title.contains(where: \.isLetter), title.count <= 60 else {
      throw Refusal("the Dutch title must be one line of at most 60 letters, without \" and \\")
    }
  }

  /// Checks the name against targets, listed modules and folders, in any case: macOS and Windows
  /// take `Repairs` and `repairs` for one folder.
  private func checkIsFree(among taken: [String]) throws(Refusal) {
    let folders = ["Sources", "Indicators", "Exports", "Tests"].flatMap { folder in
      let path = package.appending(path: folder).path
      return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    }
    for wanted in [name.text, name.text + "Tests"] {
      let same = (taken + folders.sorted()).first { $0.lowercased() == wanted.lowercased() }
      if let same { throw Refusal("there is already a module ‘\(same)’; choose another name") }
    }
  }

  /// Checks that no card claims the identifier, neither for an indicator nor for a table.
  private func checkIdentifierIsFree() throws(Refusal) {
    let identifier = name.identifier
    let reserved = ["sroi", "outcome", "stakeholder", "input", "total", "report"]
    let claim = /(?:IndicatorCard|TableCard)\(\s*id:\s*"([^"]*)"/
    for source in sources {
      guard let text = try? String(contentsOf: source, encoding: .utf8) else { continue }
      if text.matches(of: claim).contains(where: { $0.1 == identifier }) {
        let path = source.path.dropFirst(package.path.count).drop { $0 == "/" }
        throw Refusal(
          "the identifier ‘\(identifier)’ is taken in \(path); choose another name")
      }
    }
    if reserved.contains(identifier) {
      throw Refusal("the program itself has figures under ‘\(identifier)’; choose another name")
    }
  }

  private var sources: [URL] {
    ["Sources", "Indicators"].flatMap { folder -> [URL] in
      let files = FileManager.default.enumerator(
        at: package.appending(path: folder), includingPropertiesForKeys: nil)
      return (files?.allObjects ?? []).compactMap { $0 as? URL }
    }
    .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }
}
