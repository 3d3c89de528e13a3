import ExportKit
import Foundation
import LibXML2
import ReportXML
import TestSupport
import Testing

/// One change to a document that the schema must notice.
struct Fault: Sendable, CustomTestStringConvertible {
  let name: String
  let find: String
  let replacement: String
  let complaint: String

  var testDescription: String { name }

  init(_ name: String, _ find: String, _ replacement: String, says complaint: String) {
    self.name = name
    self.find = find
    self.replacement = replacement
    self.complaint = complaint
  }
}

@Suite(.enabled(if: Tool.isHere("xmllint"))) struct `The schema of the report` {
  @Test func `accepts a report with one of everything`() throws {
    let outcome = try Document(ExampleReport.report()).validate()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func `accepts a draft without a value map and without indicators`() throws {
    let report = try ExampleReport.report(
      valueMap: nil, inputs: [], indicators: [], isDraft: true)
    let document = try Document(report)
    #expect(document.text.contains(" draft=\"true\""))
    let outcome = try document.validate()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test(arguments: [
    "report", "project", "organisation", "neighbourhood", "conventions", "stakeholders",
    "stakeholder", "inputs", "input", "valueMap", "outcome", "waterfall", "domain", "indicators",
    "indicator", "measure", "breakdown", "flow", "ranking", "parameters", "parameter", "sources",
    "findings",
    "finding", "units", "origins",
  ])
  func `accepts elements of others at the end of a block`(_ block: String) throws {
    var document = try Document(ExampleReport.report())
    let own = "<x:own xmlns:x=\"urn:own\" id=\"sroi.ratio\" unit=\"?\" origin=\"?\">1</x:own>"
    let end = try #require(document.text.range(of: "</\(block)>"))
    document.text.replaceSubrange(end, with: own + "</\(block)>")
    let outcome = try document.validate()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  static let faults = [
    Fault("removed id", " id=\"sroi.ratio\"", "", says: "The attribute 'id' is required"),
    Fault(
      "doubled id", " id=\"sroi.net_ratio\"", " id=\"sroi.ratio\"", says: "Duplicate key-sequence"),
    Fault(
      "doubled id of a measure", " id=\"beekeeping.pay\"", " id=\"sroi.ratio\"",
      says: "Duplicate key-sequence"),
    Fault(
      "hyphen in an id", " id=\"sroi.net_ratio\"", " id=\"sroi.net-ratio\"", says: "pattern"),
    Fault("bare word as id", " id=\"sroi.net_ratio\"", " id=\"ratio\"", says: "pattern"),
    Fault("infinity", "<value>7.0</value>", "<value>INF</value>", says: "pattern"),
    Fault("not a number", "<value>7.0</value>", "<value>NaN</value>", says: "pattern"),
    Fault("decimal comma", "<value>7.0</value>", "<value>7,0</value>", says: "atomic type"),
    Fault("empty value", "<value>7.0</value>", "<value/>", says: "not a valid value"),
    Fault(
      "value with a reason for absence", "<value>7.0</value>",
      "<value>7</value><absent>?</absent>", says: "This element is not expected"),
    Fault("neither value nor reason", "<value>7.0</value>", "", says: "Missing child element"),
    Fault("unknown kind of measure", "kind=\"share\"", "kind=\"quota\"", says: "enumeration"),
    Fault("unknown timing", ">mid_period<", ">middle<", says: "enumeration"),
    Fault("scheme without country", "scheme=\"NL-KVK\"", "scheme=\"KVK\"", says: "pattern"),
    Fault("unknown language", "lang=\"nl\"", "lang=\"de\"", says: "enumeration"),
    Fault("origin that is not listed", "origin=\"o1\"", "origin=\"o999\"", says: "No match found"),
    Fault("unit that is not listed", "unit=\"kg\"", "unit=\"lb\"", says: "No match found"),
    Fault(
      "step that stands nowhere", "sameAs figure=\"sroi.present_value\"",
      "sameAs figure=\"sroi.other\"", says: "No match found"),
    Fault("no such day", ">2026-02-01<", ">2026-02-30<", says: "xs:date"),
    Fault("checksum cut short", "sha256=\"0123", "sha256=\"", says: "pattern"),
    Fault("element without a namespace of its own", "</project>", "<own/></project>", says: "own"),
    Fault(
      "another major version", "report:1\" version=", "report:2\" version=", says: "No matching"),
    Fault("low without high", "<high>0.3</high>", "", says: "high"),
  ]

  @Test(arguments: faults) func `refuses`(_ fault: Fault) throws {
    // A ratio of exactly 7.0 is written "7"; the mark makes it findable among other values.
    var document = try Document(
      ExampleReport.report(valueMap: ExampleReport.valueMap(ratio: 7.125)))
    document.text = document.text.replacing("<value>7.125</value>", with: "<value>7.0</value>")
    #expect(try document.validate().exitCode == 0)
    let place = try #require(document.text.range(of: fault.find))
    document.text.replaceSubrange(place, with: fault.replacement)
    let outcome = try document.validate()
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains(fault.complaint), "\(outcome.errors)")
  }
}

@Suite struct `The schema as a file` {
  @Test func `carries the namespace and the version that the exporter writes`() throws {
    let schema = try String(contentsOf: Document.schema, encoding: .utf8)
    #expect(schema.contains("targetNamespace=\"\(ReportXMLExporter.namespace)\""))
    #expect(
      schema.contains(
        "elementFormDefault=\"qualified\" version=\"\(ReportXMLExporter.version)\""))
  }

  @Test func `explains every element, attribute, type and word in English and in Dutch`() throws {
    let declarations = try SchemaDeclaration.all(in: Document.schema)
    #expect(declarations.count > 500)
    for declaration in declarations {
      #expect(declaration.languages == ["en", "nl"], "\(declaration.name)")
      #expect(declaration.texts.allSatisfy { $0.count > 1 }, "\(declaration.name)")
    }
  }
}

/// Something that a schema declares, with its documentation.
private struct SchemaDeclaration {
  let name: String
  var languages: [String] = []
  var texts: [String] = []

  private static let kinds = [
    "element", "attribute", "complexType", "simpleType", "group", "attributeGroup", "enumeration",
    "key", "keyref",
  ]

  /// All declarations of a schema file, but for mere references to others.
  static func all(in file: URL) throws -> [SchemaDeclaration] {
    var declarations: [SchemaDeclaration] = []
    // The declarations that are open, by their place in the list; nil for any other element.
    var path: [Int?] = []
    let parser = XMLStreamParser { event, _ in
      switch event {
      case .start(let element):
        if element.name == "documentation", let owner = path.compactMap(\.self).last {
          declarations[owner].languages.append(element["lang"] ?? "")
          declarations[owner].texts.append("")
        }
        if kinds.contains(element.name), element["ref"] == nil {
          let name = element["name"] ?? element["value"] ?? "?"
          declarations.append(SchemaDeclaration(name: "\(element.name) \(name)"))
          path.append(declarations.count - 1)
        } else {
          path.append(nil)
        }
      case .text(let text):
        if let owner = path.compactMap(\.self).last,
          let last = declarations[owner].texts.indices.last
        {
          declarations[owner].texts[last] += text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
      case .end: path.removeLast()
      }
    }
    try parser.read(fileAt: file.path)
    return declarations
  }
}
