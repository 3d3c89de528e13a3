import ExportKit
import Foundation
import LibXML2

extension ReportXMLExporter {
  /// The rules that documents keep beside the schema.
  public static let rules: [ReportRule] = DocumentRule.all.map(\.card)

  /// The schema, parsed once; the tests hold that it can be.
  private static let validator = schema.flatMap { try? XMLValidator(xsd: $0.text) }

  /// The most faults that are listed.
  private static let mostFaults = 200

  /// Holds a document against the schema and, where it is valid under that, against the rules.
  ///
  /// A document of more than 32 MiB is not looked at, because its whole tree stands in memory.
  ///
  /// - Throws: `ReportUnreadable` where the file cannot be opened.
  public func conformance(of file: URL) throws(ReportUnreadable) -> ReportConformance? {
    guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize,
      size <= XMLCanonicalForm.largestDocument, let validator = ReportXMLExporter.validator
    else { return ReportConformance(faults: [], isComplete: false) }
    guard let bytes = try? Data(contentsOf: file) else {
      throw ReportXMLExporter.unreadable(file)
    }
    let name = file.lastPathComponent
    let problems = validator.validate(bytes)
    guard problems.isEmpty else {
      let faults = problems.map { ReportFault($0, in: name) }
      return ReportConformance(faults: faults, isComplete: true)
    }
    guard let root = try? DocumentNode.read(Array(bytes), namespace: ReportXMLExporter.namespace)
    else {
      throw ReportXMLExporter.unreadable(file)
    }
    let faults = DocumentRule.all.flatMap { rule in
      rule.breaches(root).map { breach in
        ReportFault(
          rule: rule.card.id, message: breach.message,
          address: Address(file: name, line: breach.line))
      }
    }
    return ReportConformance(
      faults: Array(faults.prefix(ReportXMLExporter.mostFaults)), isComplete: true)
  }

  /// Gives the canonical form in which the digest element is empty.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged, too large or cannot be opened.
  public func canonicalForm(of file: URL) throws(ReportUnreadable) -> [UInt8]? {
    guard let bytes = try? Data(contentsOf: file),
      let form = try? XMLCanonicalForm.bytes(of: Array(bytes), emptying: ReportDigest.element)
    else { throw ReportXMLExporter.unreadable(file) }
    return form.form
  }

  private static func unreadable(_ file: URL) -> ReportUnreadable {
    ReportUnreadable(
      message: Text(
        "The file could not be read as XML: it is damaged or holds what no report holds.",
        nl: "Het bestand is niet als XML te lezen: het is beschadigd of bevat iets vreemds."),
      address: Address(file: file.lastPathComponent))
  }
}

extension ReportFault {
  /// A problem that the schema finds, in the words of libxml2.
  fileprivate init(_ problem: XMLProblem, in file: String) {
    let words = String(problem.message.prefix(300))
    self.init(
      rule: ReportFault.schemaRule,
      message: Text(
        "not valid under the schema: \(words)", nl: "niet geldig volgens het schema: \(words)"),
      address: Address(file: file, line: problem.line > 0 ? problem.line : nil))
  }
}
