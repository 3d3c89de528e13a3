import ImpactModel
import Yams

/// One entry of `examples.yaml` while it is read.
struct ExampleEntry {
  private let node: Node
  private let file: String
  /// What is wrong with it.
  private(set) var faults: [ExampleFault] = []

  init(_ node: Node, file: String) {
    self.node = node
    self.file = file
  }

  mutating func read() -> WorkedExample? {
    guard let mapping = node.mapping else {
      fault(node, "an example has the keys \(ExampleFile.keys.joined(separator: ", "))")
      return nil
    }
    checkKeys(of: mapping)
    let name = Text(sentence("en", in: mapping), nl: sentence("nl", in: mapping))
    let period = period(in: mapping)
    let expectations = pairs("measures", in: mapping).compactMap { expectation($0, $1) }
    if expectations.isEmpty, faults.isEmpty {
      fault(node, "name under “measures:” at least one measure and what it must come to")
    }
    guard let period else { return nil }
    return WorkedExample(
      name: name, period: period, postcodes: postcodes(in: mapping),
      parameters: pairs("parameters", in: mapping).compactMap { id, node in
        number(node).map { WorkedExample.Parameter(id: id, value: $0, line: line(node)) }
      }, tables: blocks("tables", in: mapping), imports: blocks("imports", in: mapping),
      books: blocks("books", in: mapping),
      expectations: expectations, line: line(node))
  }

  // MARK: Keys

  private mutating func checkKeys(of mapping: Node.Mapping) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      guard !ExampleFile.keys.contains(name) else { continue }
      let near = Nearest.match(name, in: ExampleFile.keys).map { "; did you mean “\($0)”?" }
      let known = "; there are: \(ExampleFile.keys.joined(separator: ", "))"
      fault(key, "an example has no key “\(name)”\(near ?? known)")
    }
  }

  private mutating func sentence(_ key: String, in mapping: Node.Mapping) -> String {
    let text = mapping[key]?.scalar?.string ?? ""
    if text.allSatisfy(\.isWhitespace) {
      let language = key == "en" ? "English" : "Dutch"
      fault(node, "say in one \(language) sentence under “\(key):” what the example shows")
    }
    return text
  }

  private mutating func period(in mapping: Node.Mapping) -> Period? {
    let text = mapping["period"]?.scalar?.string ?? ""
    if let period = ExampleEntry.period(text) { return period }
    fault(
      mapping["period"] ?? node, "write the reporting period as “period: 2025” or “2025-01/2025-06”"
    )
    return nil
  }

  private static func period(_ text: String) -> Period? {
    if text.utf8.count == 4, let year = Int(text) { return Period(year: year) }
    let ends = text.split(separator: "/")
    guard ends.count == 2, let first = Day(iso: ends[0] + "-01"),
      let month = Day(iso: ends[1] + "-01"),
      let last = Day(
        year: month.year, month: month.month,
        day: Day.days(inMonth: month.month, of: month.year))
    else { return nil }
    return Period(first: first, last: last)
  }

  private mutating func postcodes(in mapping: Node.Mapping) -> [String] {
    guard let node = mapping["postcodes"] else { return [] }
    guard let list = node.sequence else {
      fault(node, "write the postcodes as a list: [9999]")
      return []
    }
    return list.compactMap { $0.scalar?.string }
  }

  // MARK: Parts

  private mutating func pairs(_ key: String, in mapping: Node.Mapping) -> [(String, Node)] {
    guard let node = mapping[key] else { return [] }
    if let inner = node.mapping {
      return inner.compactMap { key, value in key.scalar.map { ($0.string, value) } }
    }
    // “tables:” with nothing under it says that there are none.
    if node.scalar?.string.isEmpty != true {
      fault(node, "write under “\(key):” one line per name, as “name: …”")
    }
    return []
  }

  private mutating func blocks(_ key: String, in mapping: Node.Mapping) -> [WorkedExample.Block] {
    pairs(key, in: mapping).compactMap { table, node in
      guard let scalar = node.scalar else {
        let text =
          key == "imports" ? "the text of the file" : "the headings and the rows, as in a CSV file"
        fault(node, "write “\(table): |” and below it \(text)")
        return nil
      }
      // The text of a block starts on the line after its bar.
      let isBlock = scalar.style == .literal || scalar.style == .folded
      return WorkedExample.Block(
        table: table, text: scalar.string, line: line(node) + (isBlock ? 1 : 0))
    }
  }

  private mutating func expectation(_ measure: String, _ node: Node) -> WorkedExample.Expectation? {
    guard let parts = node.mapping else {
      return number(node).map { value in
        WorkedExample.Expectation(
          measure: measure, outcome: .value(value, tolerance: Self.tolerance(of: value)),
          line: line(node))
      }
    }
    let known = ["value", "tolerance", "absent", "groups"]
    if let strange = parts.first(where: { !known.contains($0.key.scalar?.string ?? "") })?.key {
      fault(
        strange,
        "what “\(measure)” comes to has no key “\(strange.scalar?.string ?? "")”; "
          + "there are: \(known.joined(separator: ", "))")
      return nil
    }
    if let words = parts["absent"]?.scalar?.string {
      return WorkedExample.Expectation(
        measure: measure, outcome: .absent(words), line: line(node))
    }
    guard let written = parts["value"] else {
      fault(
        node,
        "write “\(measure): 3”, “\(measure): {value: 0.667, tolerance: 0.001}”, or “\(measure): {absent: words of the reason}”"
      )
      return nil
    }
    guard let value = number(written) else { return nil }
    let tolerance = parts["tolerance"].map { number($0) } ?? Self.tolerance(of: value)
    guard let tolerance else { return nil }
    return WorkedExample.Expectation(
      measure: measure, outcome: .value(value, tolerance: tolerance), groups: groups(in: parts),
      line: line(node))
  }

  private mutating func groups(in parts: Node.Mapping) -> [WorkedExample.Expectation.Group] {
    pairs("groups", in: parts).flatMap { breakdown, node in
      guard let entries = node.mapping else {
        fault(node, "write “\(breakdown): {name of a group: 2}”")
        return [WorkedExample.Expectation.Group]()
      }
      return entries.compactMap { key, node in
        number(node).map { value in
          WorkedExample.Expectation.Group(
            breakdown: breakdown, entry: key.scalar?.string ?? "", value: value, line: line(node))
        }
      }
    }
  }

  /// What the last digits of a computation may differ by.
  private static func tolerance(of value: Double) -> Double { 1e-9 * max(1, abs(value)) }

  private mutating func number(_ node: Node) -> Double? {
    let text = node.scalar?.string ?? ""
    if text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil, let number = Double(text) {
      return number
    }
    fault(node, "“\(text)” is not a number; write digits with a point as decimal mark, as 0.25")
    return nil
  }

  private func line(_ node: Node) -> Int { node.mark?.line ?? self.node.mark?.line ?? 1 }

  private mutating func fault(_ node: Node, _ message: String) {
    faults.append(ExampleFault(file: file, line: line(node), message: message))
  }
}
