import Foundation

// Writes the texts of files as string literals: EmbedTablesTool OUTPUT [FILE]…

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("error: usage: EmbedTablesTool OUTPUT [FILE]…\n".utf8))
  exit(64)
}
var entries = ""
var names: Set<String> = []
for path in arguments.dropFirst(2) {
  let file = URL(filePath: path)
  guard names.insert(file.lastPathComponent).inserted else {
    FileHandle.standardError.write(
      Data("\(path):1:1: error: another table of this module has the same file name\n".utf8))
    exit(1)
  }
  guard let text = try? String(contentsOf: file, encoding: .utf8) else {
    FileHandle.standardError.write(
      Data("\(path):1:1: error: this file cannot be read as UTF-8 text\n".utf8))
    exit(1)
  }
  var fence = "###"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  entries += """
        "\(file.lastPathComponent)": \(fence)\"\"\"
    \(text)
    \"\"\"\(fence),

    """
}
let source = """
  /// The tables of this module, by the name of their file.
  enum EmbeddedFiles {
    static let texts: [String: String] = [
  \(entries.isEmpty ? "    :" : entries)
    ]
  }

  """
try source.write(to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
