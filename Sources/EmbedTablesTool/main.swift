import Foundation

// Writes the texts of files as string literals: EmbedTablesTool OUTPUT FOLDER [FILE]…

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(
    Data("error: usage: EmbedTablesTool OUTPUT FOLDER [FILE]…\n".utf8))
  exit(64)
}
let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
var entries = ""
for path in arguments.dropFirst(3) {
  guard path.hasPrefix(folder), !path.contains(where: { "\"\\\n".contains($0) }) else {
    FileHandle.standardError.write(
      Data("\(path):1:1: error: this file must lie in its module, under a plain name\n".utf8))
    exit(1)
  }
  guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
    FileHandle.standardError.write(
      Data("\(path):1:1: error: this file cannot be read as UTF-8 text\n".utf8))
    exit(1)
  }
  var fence = "###"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  entries += """
        "\(path.dropFirst(folder.count))": \(fence)\"\"\"
    \(text)
    \"\"\"\(fence),

    """
}
let source = """
  /// The tables of this module, by their path in its folder.
  enum EmbeddedFiles {
    static let texts: [String: String] = [
  \(entries.isEmpty ? "    :" : entries)
    ]
  }

  """
try source.write(to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
