import ExportKit
import Foundation

extension ReportXMLExporter: DocumentedExport {
  /// The page `Documentation/report-xml.md`: the guide, with the rules and the schema as tables.
  public static let page: String = {
    let guide = EmbeddedFiles.texts["Page/guide.md"] ?? ""
    let tables = schema.flatMap { SchemaTables($0.text) }
    let note =
      "<!-- Written by the program; do not edit. Anew: wijkwaarde exports xml --markdown -->\n\n"
    let body =
      guide
      .replacing("<!-- version -->", with: version)
      .replacing("<!-- namespace -->", with: namespace)
      .replacing("<!-- rules -->", with: ruleTable)
      .replacing("<!-- constraints -->", with: tables?.constraints ?? "")
      .replacing("<!-- elements -->", with: tables?.elements ?? "")
      .replacing("<!-- values -->", with: tables?.values ?? "")
    return note + body.trimmingCharacters(in: .newlines) + "\n"
  }()

  private static var ruleTable: String {
    let rows = rules.map { rule in
      "| `\(rule.id)` | \(SchemaTables.both(rule.statement)) |"
    }
    return (["| Rule | What holds |", "|---|---|"] + rows).joined(separator: "\n")
  }
}
