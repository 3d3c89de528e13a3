import ExportKit
import Foundation
import ReportXML
import TestSupport

/// A written report as text, with what the tests ask of it.
struct Document {
  static let schema = Places.repository
    .appending(path: "Exports/ReportXML/Schema/wijkwaarde-report-1.xsd")

  var text: String

  init(_ report: Report) throws {
    text = String(decoding: try ReportXMLExporter().bytes(of: report), as: UTF8.self)
  }

  /// The first element with this `id`, from its opening to its closing tag.
  func element(_ id: String) -> Substring? {
    guard let mark = text.range(of: " id=\"\(id)\""),
      let open = text[..<mark.lowerBound].lastIndex(of: "<")
    else { return nil }
    let name = text[text.index(after: open)..<mark.lowerBound]
    guard let close = text.range(of: "</\(name)>", range: open..<text.endIndex) else { return nil }
    return text[open..<close.upperBound]
  }

  /// The number of an element, read back from its text.
  func value(_ id: String) -> Double? {
    guard let element = element(id), let start = element.range(of: "<value>"),
      let end = element.range(of: "</value>")
    else { return nil }
    return Double(element[start.upperBound..<end.lowerBound])
  }

  /// A piece of the document without the indentation.
  static func packed(_ piece: Substring) -> String {
    piece.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined()
  }

  /// What `xmllint` says of the document under the schema.
  func validate() throws -> Tool.Outcome {
    try onDisk { file in
      ["--noout", "--nonet", "--schema", Document.schema.path, file.path]
    }
  }

  /// What an XPath expression gives; `r:` is not needed, elements are matched by local name.
  func xpath(_ expression: String) throws -> String {
    try onDisk { ["--nonet", "--xpath", expression, $0.path] }.output
  }

  private func onDisk(_ arguments: (URL) -> [String]) throws -> Tool.Outcome {
    guard let xmllint = Tool("xmllint") else { throw MissingProgram() }
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try Data(text.utf8).write(to: file)
    return try xmllint.run(arguments(file))
  }

  struct MissingProgram: Error {}
}
