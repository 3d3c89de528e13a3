import Foundation

// Writes the registry of modules: RegisterModulesTool OUTPUT [MODULE MARKER]…
// A fault is printed as `file:line:column: error: …`, which SwiftPM shows at the author's own file.

/// A module with the type that its marker file names.
struct Module {
  let name: String
  let type: String
  let isIndicator: Bool
  let declaration: Place
  /// The text of its worked examples, where it has some.
  let examples: String?
}

/// A line of a source file.
struct Place {
  let file: URL
  let line: Int
}

/// Prints a fault at its place and ends the program.
func stop(_ file: URL, line: Int = 1, _ message: String) -> Never {
  FileHandle.standardError.write(Data("\(file.path):\(line):1: error: \(message)\n".utf8))
  exit(1)
}

/// Reads a marker file and checks that the module's sources declare the type that it names.
func module(named name: String, marker: URL) -> Module {
  let isIndicator = marker.lastPathComponent == "indicator.yaml"
  let kind = isIndicator ? "Indicator" : "Exporter"
  let wanted = "write one line, ‘type: \(name)\(kind)’, with the name of your public struct"
  guard let text = try? String(contentsOf: marker, encoding: .utf8) else {
    stop(marker, "this file cannot be read as UTF-8 text")
  }
  // A line end may be CR LF, which Swift takes for one character.
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .map { $0.trimmingCharacters(in: .whitespaces) }
  let meant = lines.indices.filter { !lines[$0].isEmpty && !lines[$0].hasPrefix("#") }
  guard let index = meant.first, lines[index].hasPrefix("type:") else {
    stop(marker, line: (meant.first ?? 0) + 1, wanted)
  }
  if let second = meant.dropFirst().first {
    stop(marker, line: second + 1, "‘\(lines[second])’ is one line too many; \(wanted)")
  }
  let type = lines[index].dropFirst("type:".count).trimmingCharacters(in: .whitespaces)
  let isName = type.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  guard !type.isEmpty, isName, type.first?.isNumber == false else {
    stop(marker, line: index + 1, "‘\(type)’ cannot be the name of a type; \(wanted)")
  }
  guard let declaration = declaration(of: type, in: marker.deletingLastPathComponent()) else {
    stop(
      marker, line: index + 1,
      "module ‘\(name)’ must declare ‘public struct \(type): \(kind)’, or this line must name the type that it declares"
    )
  }
  return Module(
    name: name, type: type, isIndicator: isIndicator, declaration: declaration,
    examples: examples(beside: marker))
}

/// The worked examples beside a marker file.
func examples(beside marker: URL) -> String? {
  let file = marker.deletingLastPathComponent().appending(path: "examples.yaml")
  guard FileManager.default.fileExists(atPath: file.path) else { return nil }
  guard let text = try? String(contentsOf: file, encoding: .utf8) else {
    stop(file, "this file cannot be read as UTF-8 text")
  }
  return text
}

/// The Swift sources below a folder with their texts, in alphabetical order.
func sources(in folder: URL) -> [(file: URL, text: String)] {
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (files?.allObjects ?? []).compactMap { $0 as? URL }
    .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    .compactMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map { (file, $0) }
    }
}

/// Stops where two modules claim one identifier in their cards.
///
/// An identifier that is not written as a plain text is left to the program, which looks at the
/// cards themselves when it starts.
func checkIdentifiers(of modules: [(module: Module, folder: URL)]) {
  let claim = /(IndicatorCard|ExportCard)\(\s*id:\s*"([^"]*)"/
  var owners: [String: String] = [:]
  for (module, folder) in modules {
    for (file, text) in sources(in: folder) {
      for match in text.matches(of: claim) {
        let key = "\(module.isIndicator) \(match.2)"
        if let owner = owners[key] {
          stop(
            file, line: text[..<match.2.startIndex].count(where: \.isNewline) + 1,
            "the identifier ‘\(match.2)’ is taken by module ‘\(owner)’; give ‘\(module.name)’ another one here"
          )
        }
        owners[key] = module.name
      }
    }
  }
}

/// Where a source below a folder declares a public type of that name.
func declaration(of type: String, in folder: URL) -> Place? {
  for (file, source) in sources(in: folder) {
    let words = source.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let kinds: Set<Substring> = ["struct", "enum", "class", "actor"]
    for index in words.indices.dropFirst() where words[index] == type {
      let keyword = words[index - 1]
      if kinds.contains(keyword), words.prefix(index).suffix(3).contains("public") {
        let before = source[..<words[index].startIndex]
        return Place(file: file, line: before.count(where: \.isNewline) + 1)
      }
    }
  }
  return nil
}

/// The source of the registry.
///
/// Each module is made at the position of its type, where the compiler then reports a type that is
/// no indicator or export.
func registry(of modules: [Module]) -> String {
  let types = Dictionary(grouping: modules, by: \.type)
  let files = Dictionary(grouping: modules, by: \.declaration.file.lastPathComponent)
  var source = "import Pipeline\n" + modules.map { "import \($0.name)\n" }.joined()
  for (index, module) in modules.enumerated() {
    // A module may hold a type of its own name, which would shadow the module in a full name.
    let isAlone = types[module.type]?.count == 1
    let type = isAlone ? module.type : "\(module.name).\(module.type)"
    let make = module.isIndicator ? "indicator" : "exporter"
    let line = "private let module\(index) = Registry.\(make)(\(type)())\n"
    // The compiler warns where two positions in one module end in the same file name.
    let isSafe = files[module.declaration.file.lastPathComponent]?.count == 1
    source += isSafe ? positioned(line, at: module.declaration) : "\n\(line)"
  }
  func list(_ isIndicator: Bool) -> String {
    modules.indices.filter { modules[$0].isIndicator == isIndicator }
      .map { "module\($0)" }.joined(separator: ", ")
  }
  let examples = modules.indices.compactMap { index in
    modules[index].examples.map { text in
      """
        ExampleText(
          of: module\(index), file: "\(modules[index].name)/examples.yaml", text: \(literal(text))),

      """
    }
  }
  return source + """

    /// The modules that this program was built with.
    let registry = Registry(
      indicators: [\(list(true))], exporters: [\(list(false))],
      examples: [
    \(examples.joined())
      ])

    """
}

/// A text as a literal of several lines, in which nothing of the text has a meaning.
func literal(_ text: String) -> String {
  var fence = "###"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  let lines = text.replacing("\r\n", with: "\n")
  return fence + "\"\"\"\n" + lines + "\n\"\"\"" + fence
}

/// A line that the compiler takes to stand elsewhere, where the path can stand in a literal.
func positioned(_ line: String, at place: Place) -> String {
  if place.file.path.contains(where: { "\"\\\n".contains($0) }) { return "\n\(line)" }
  return """

    #sourceLocation(file: "\(place.file.path)", line: \(place.line))
    \(line)#sourceLocation()

    """
}

let arguments = CommandLine.arguments
guard arguments.count >= 2, arguments.count % 2 == 0 else {
  FileHandle.standardError.write(
    Data("error: usage: RegisterModulesTool OUTPUT [MODULE MARKER]…\n".utf8))
  exit(64)
}
let pairs = stride(from: 2, to: arguments.count, by: 2).map { index in
  (name: arguments[index], marker: URL(filePath: arguments[index + 1]))
}
let modules = pairs.map { module(named: $0.name, marker: $0.marker) }
checkIdentifiers(
  of: zip(modules, pairs).map { ($0, $1.marker.deletingLastPathComponent()) })
try registry(of: modules).write(
  to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
