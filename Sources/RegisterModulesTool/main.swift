import Foundation

// Writes the registry of modules: RegisterModulesTool OUTPUT [MODULE MARKER]…
// A fault is printed as `file:line:column: error: …`, which SwiftPM shows at the author's own file.

/// A module with the type that its marker file names.
struct Module {
  let name: String
  let type: String
  let isIndicator: Bool
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
  guard let text = try? String(contentsOf: marker, encoding: .utf8) else {
    stop(marker, "this file cannot be read as UTF-8 text")
  }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let index = lines.firstIndex(where: { $0.hasPrefix("type:") }) else {
    stop(marker, "write one line, ‘type: \(name)\(kind)’, with the name of your public struct")
  }
  let type = lines[index].dropFirst("type:".count).trimmingCharacters(in: .whitespaces)
  let isName = type.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  guard !type.isEmpty, isName, type.first?.isNumber == false else {
    stop(
      marker, line: index + 1,
      "‘\(type)’ cannot be the name of a type; write ‘type: \(name)\(kind)’")
  }
  if !declares(type, in: marker.deletingLastPathComponent()) {
    stop(
      marker, line: index + 1,
      "module ‘\(name)’ must declare ‘public struct \(type): \(kind)’, or this line must name the type that it declares"
    )
  }
  return Module(name: name, type: type, isIndicator: isIndicator)
}

/// Whether some source below a folder declares a public type of that name.
func declares(_ type: String, in folder: URL) -> Bool {
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  while let file = files?.nextObject() as? URL {
    guard file.pathExtension == "swift",
      let source = try? String(contentsOf: file, encoding: .utf8)
    else { continue }
    let words = source.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let kinds: Set<Substring> = ["struct", "enum", "class", "actor"]
    for index in words.indices.dropFirst() where words[index] == type {
      let keyword = words[index - 1]
      if kinds.contains(keyword), words.prefix(index).suffix(3).contains("public") { return true }
    }
  }
  return false
}

/// The source of the registry.
func registry(of modules: [Module]) -> String {
  func list(_ modules: [Module]) -> String {
    modules.map { "\n    \($0.name).\($0.type)()," }.joined()
  }
  let imports = modules.map { "import \($0.name)\n" }.joined()
  return """
    import Pipeline
    \(imports)
    /// The modules that this program was built with.
    let registry = Registry(
      indicators: [\(list(modules.filter(\.isIndicator)))
      ],
      exporters: [\(list(modules.filter { !$0.isIndicator }))
      ])

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
try registry(of: modules).write(
  to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
