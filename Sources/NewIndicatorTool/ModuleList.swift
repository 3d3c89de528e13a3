/// The list of indicators at the top of a manifest.
struct ModuleList {
  private static let opening = "let indicators = ["

  private var lines: [String]
  private let closing: Int
  /// The names in the list.
  let names: [String]

  /// Finds the list in a manifest.
  init(manifest: String) throws(Refusal) {
    lines = manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: Self.opening),
      let end = lines[start...].firstIndex(of: "]")
    else {
      throw Refusal(
        "Package.swift has no list that starts with the line ‘\(Self.opening)’ and ends with a line ‘]’; put it back, with one name per line"
      )
    }
    closing = end
    names = lines[start..<end].flatMap { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// The manifest with a name added at the end of the list.
  func adding(_ name: String) -> String {
    var lines = lines
    // A last name without a comma is good Swift, and would not be with a line below it.
    if let last = lines[..<closing].lastIndex(where: { $0.contains("\"") }),
      lines[last].trimmingSuffix.hasSuffix("\"")
    {
      lines[last] = lines[last].trimmingSuffix + ","
    }
    lines.insert("  \"\(name)\",", at: closing)
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmingSuffix: String {
    var rest = Substring(self)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
