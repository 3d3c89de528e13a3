import ExportKit

/// A rule of the report XML with what looks for breaches of it.
struct DocumentRule: Sendable {
  /// A place that breaks the rule.
  struct Breach {
    let line: Int
    let message: Text

    init(_ node: DocumentNode, _ message: Text) {
      line = node.line
      self.message = message
    }
  }

  let card: ReportRule
  /// Finds the breaches in the outermost element of a document that is valid under the schema.
  let breaches: @Sendable (DocumentNode) -> [Breach]

  init(
    _ id: String, _ statement: Text, breaches: @escaping @Sendable (DocumentNode) -> [Breach]
  ) {
    card = ReportRule("rule.\(id)", statement)
    self.breaches = breaches
  }

  /// All rules, in the order in which they are checked and listed.
  static let all: [DocumentRule] =
    periodRules + rowRules + numberRules + totalRules + textRules
}

extension DocumentNode {
  /// What a message calls the element.
  var called: String {
    [name, self["id"] ?? self["name"] ?? self["code"]].compactMap(\.self).joined(separator: " ")
  }
}
