/// Settings by their keys, in the order in which each first came, written out as YAML.
struct SettingsTree {
  /// A line of YAML, and the row of the sheet behind it.
  struct Line {
    let text: String
    let row: Int?
  }

  private struct Value {
    let text: String
    let row: Int
  }

  /// A key with its values, or with keys below it, or with items that have keys each.
  private final class Branch {
    let key: String
    var values: [Value] = []
    var branches: [Branch] = []
    var items: [[(key: String, value: Value)]] = []

    init(_ key: String) { self.key = key }
  }

  private let root = Branch("")

  /// Adds a value under a key such as `where.country`; a second one makes a list.
  mutating func add(_ key: String, _ text: String, row: Int) {
    let value = Value(text: text, row: row)
    if let list = SettingsKey.itemLists.first(where: { key.hasPrefix($0 + ".") }) {
      addItem(String(key.dropFirst(list.count + 1)), value, to: branch(list))
    } else {
      branch(key).values.append(value)
    }
  }

  private func branch(_ key: String) -> Branch {
    // What is no key, such as a sentence with a point in it, stays whole.
    let isKey = key.allSatisfy { $0.isASCII && ($0.isLetter || "._".contains($0)) }
    let parts = isKey ? key.split(separator: ".").prefix(3).map(String.init) : [key]
    return parts.reduce(root) { branch, part in
      if let known = branch.branches.first(where: { $0.key == part }) { return known }
      let new = Branch(part)
      branch.branches.append(new)
      return new
    }
  }

  /// A key that the last item has already begins the next one.
  private func addItem(_ key: String, _ value: Value, to list: Branch) {
    let isInLast = list.items.last?.contains { $0.key == key } ?? true
    if isInLast { list.items.append([]) }
    list.items[list.items.count - 1].append((key, value))
  }

  /// The settings as YAML.
  var lines: [Line] {
    root.branches.flatMap { SettingsTree.lines(of: $0, depth: 0) }
  }

  private static func lines(of branch: Branch, depth: Int) -> [Line] {
    let indent = String(repeating: "  ", count: depth)
    let key = indent + quoted(branch.key) + ":"
    let items = branch.items.filter { item in item.contains { !$0.value.text.isEmpty } }
    let firstItem = branch.items.first?.first?.value.row
    if !branch.items.isEmpty {
      return [Line(text: key, row: firstItem)]
        + items.flatMap { item in
          item.enumerated().map { index, part in
            let value = part.value.text.isEmpty ? "" : " " + quoted(part.value.text)
            let mark = index == 0 ? "- " : "  "
            return Line(text: "\(indent)  \(mark)\(quoted(part.key)):\(value)", row: part.value.row)
          }
        }
    }
    if !branch.branches.isEmpty {
      let below = branch.branches.flatMap { lines(of: $0, depth: depth + 1) }
      return [Line(text: key, row: below.first?.row)] + below
    }
    let values = branch.values.filter { !$0.text.isEmpty }
    if values.count > 1 {
      return [Line(text: key, row: values.first?.row)]
        + values.map { Line(text: "\(indent)  - \(quoted($0.text))", row: $0.row) }
    }
    guard let value = values.first else {
      return [Line(text: key, row: branch.values.first?.row)]
    }
    return [Line(text: "\(key) \(quoted(value.text))", row: value.row)]
  }

  /// A text in double quotes, on one line; what the reader of settings looks at as marks of YAML,
  /// brackets, anchors and aliases, is written by its number.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let isMark = "\"\\[]{}&*".unicodeScalars.contains(scalar)
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isSeparator = scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF
      if isMark || isControl || isSeparator {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
