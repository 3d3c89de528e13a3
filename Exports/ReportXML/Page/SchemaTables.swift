import ExportKit

/// The declarations of an XML schema as tables in Markdown, with their documentation.
struct SchemaTables {
  private static let namespace = "http://www.w3.org/2001/XMLSchema"

  private let schema: DocumentNode
  private let groups: [String: DocumentNode]

  /// Reads a schema, or gives `nil` where the text is none.
  init?(_ text: String) {
    guard let schema = try? DocumentNode.read(Array(text.utf8), namespace: SchemaTables.namespace)
    else { return nil }
    self.schema = schema
    groups = Dictionary(
      schema.all("group").map { ($0["name"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A table for each complex type: its attributes, then its elements in their order.
  var elements: String {
    schema.all("complexType").map(table).joined(separator: "\n\n")
  }

  /// What is unique in a document and what refers to it, in one table.
  var constraints: String {
    let constraints = schema.all("element").flatMap { element in
      element.children.filter { ["key", "keyref", "unique"].contains($0.name) }
    }
    let rows = constraints.map { constraint in
      "| `\(constraint["name"] ?? "")` | \(SchemaTables.both(documentation(of: constraint))) |"
    }
    return (["| Name | What holds |", "|---|---|"] + rows).joined(separator: "\n")
  }

  /// A list for each simple type: its words, or the form of its text.
  var values: String {
    schema.all("simpleType").map(list).joined(separator: "\n\n")
  }

  /// The English, and the Dutch in italics below it.
  static func both(_ text: Text) -> String {
    let english = escaped(text.english)
    return text.english == text.dutch ? english : "\(english)<br>*\(escaped(text.dutch))*"
  }

  // MARK: Complex types

  /// How often an element may stand: a container around it widens its own numbers.
  private struct Occurrence {
    var least = 1
    var most: Int? = 1
    var isChoice = false

    func within(_ node: DocumentNode, isChoice: Bool = false) -> Occurrence {
      let least = node["minOccurs"].flatMap { Int($0) } ?? 1
      let most = node["maxOccurs"].map { Int($0) } ?? 1
      return Occurrence(
        least: self.least * least, most: self.most.flatMap { mine in most.map { mine * $0 } },
        isChoice: self.isChoice || isChoice)
    }

    var text: String {
      let high = most.map(String.init) ?? "n"
      let range = String(least) == high ? high : "\(least)–\(high)"
      return isChoice ? range + ", or another" : range
    }
  }

  private func table(_ type: DocumentNode) -> String {
    let name = type["name"] ?? ""
    let content = type.first("simpleContent")?.first("extension")
    let attributes = (content ?? type).all("attribute").map(attribute)
    let text = content.map { content in
      "| *text* | 1 | \(SchemaTables.type(content["base"])) | |"
    }
    let elements = type.children.flatMap { rows(of: $0, Occurrence()) }
    let lines = attributes + [text].compactMap(\.self) + elements
    let head = "### \(name)\n\n\(SchemaTables.both(documentation(of: type)))"
    guard !lines.isEmpty else { return head }
    return ([head, "", "| Name | Times | Type | Meaning |", "|---|---|---|---|"] + lines)
      .joined(separator: "\n")
  }

  private func attribute(_ node: DocumentNode) -> String {
    let isRequired = node["use"] == "required"
    return row("@" + (node["name"] ?? ""), isRequired ? "1" : "0–1", node)
  }

  private func rows(of node: DocumentNode, _ occurrence: Occurrence) -> [String] {
    switch node.name {
    case "element": return [row(node["name"] ?? "", occurrence.within(node).text, node)]
    case "sequence", "choice":
      let inside = occurrence.within(node, isChoice: node.name == "choice")
      return node.children.flatMap { rows(of: $0, inside) }
    case "group":
      let inside = occurrence.within(node)
      let group = groups[SchemaTables.bare(node["ref"])]
      return group?.children.flatMap { rows(of: $0, inside) } ?? []
    case "any":
      return ["| *elements of others* | 0–n | | |"]
    default: return []
    }
  }

  private func row(_ name: String, _ times: String, _ node: DocumentNode) -> String {
    "| `\(name)` | \(times) | \(SchemaTables.type(node["type"])) | "
      + "\(SchemaTables.both(documentation(of: node))) |"
  }

  // MARK: Simple types

  private func list(_ type: DocumentNode) -> String {
    let name = type["name"] ?? ""
    let restriction = type.first("restriction")
    let words = (restriction?.all("enumeration") ?? []).map { word in
      "| `\(word["value"] ?? "")` | \(SchemaTables.both(documentation(of: word))) |"
    }
    let head = "### \(name)\n\n\(SchemaTables.both(documentation(of: type)))"
    guard words.isEmpty else {
      return ([head, "", "| Word | Meaning |", "|---|---|"] + words).joined(separator: "\n")
    }
    let facets = (restriction?.children ?? []).compactMap { facet in
      facet["value"].map { "\(facet.name) `\($0.replacing("|", with: "\\|"))`" }
    }
    let base = SchemaTables.type(restriction?["base"])
    return head + "\n\n" + ([base] + facets).joined(separator: ", ")
  }

  // MARK: Words

  private func documentation(of node: DocumentNode) -> Text {
    let texts = node.first("annotation")?.all("documentation") ?? []
    let english = texts.first { $0["xml:lang"] == Language.english.rawValue }?.text ?? ""
    let dutch = texts.first { $0["xml:lang"] == Language.dutch.rawValue }?.text ?? english
    return Text(english, nl: dutch)
  }

  /// A type: one of the schema’s own leads to its table, others stand as they are.
  private static func type(_ name: String?) -> String {
    guard let name else { return "" }
    let bare = bare(name)
    return name.hasPrefix("xs:") ? "`\(name)`" : "[\(bare)](#\(bare.lowercased()))"
  }

  private static func bare(_ name: String?) -> String {
    (name?.split(separator: ":").last).map(String.init) ?? ""
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "|*_`<\\[]".contains(character) { escaped += "\\" }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
