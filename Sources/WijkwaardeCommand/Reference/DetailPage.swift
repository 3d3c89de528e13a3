import ExportKit
import ImpactModel

/// The part of a reference page about rows that an indicator gives to other programs.
struct DetailPage {
  private let detail: DetailCard
  private let indicator: String

  /// Makes the part about a detail of an indicator.
  init(_ detail: DetailCard, of indicator: String) {
    self.detail = detail
    self.indicator = indicator
  }

  var blocks: [PageBlock] {
    let namespace = DetailSchema.namespace(of: indicator)
    return [
      .heading(detail.title, level: 3), .paragraph(detail.summary),
      .paragraph(
        Text(
          "In the XML: the element “\(detail.id)” in the namespace \(namespace).",
          nl: "In de XML: het element ‘\(detail.id)’ in de naamruimte \(namespace).")),
      .table(
        head: [
          Text("Element", nl: "Element"), Text("What it is", nl: "Wat het is"),
          Text("Holds", nl: "Bevat"), Text("Unit", nl: "Eenheid"),
        ],
        rows: detail.columns.map { column in
          [
            .code(column.id), .words(column.label), .words(words(column)),
            column.unit.map { .code($0.code) } ?? .empty,
          ]
        }),
    ]
  }

  private func words(_ column: DetailColumn) -> Text {
    let kind =
      switch column.kind {
      case .text: Text("a text", nl: "een tekst")
      case .identifier: Text("an identifier", nl: "een id")
      case .integer: Text("a whole number", nl: "een heel getal")
      case .number: Text("a number", nl: "een getal")
      case .day: Text("a day", nl: "een dag")
      case .yesNo: Text("yes or no", nl: "ja of nee")
      case .choice(let options):
        Text(
          "one of \(options.map(\.id).joined(separator: ", "))",
          nl: "een van \(options.map(\.id).joined(separator: ", "))")
      }
    return column.isRequired
      ? kind : kind.followed(by: ", ", Text("may be absent", nl: "mag ontbreken"))
  }
}
