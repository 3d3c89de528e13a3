/// A sheet of texts that stands before the sheets of a workbook in a copy of it.
public struct AddedSheet: Sendable {
  /// Its name, and other names of the same sheet; a sheet of one of them gives way to it.
  public let names: [String]
  /// The widths of its columns, in millimetres.
  public let columnWidths: [Double]
  /// Its rows: texts with their links and roles; anything else is written as it shows.
  public let rows: [[Cell]]

  /// Describes a sheet; the first of its names stands on its tab.
  public init(names: [String], columnWidths: [Double], rows: [[Cell]]) {
    self.names = names
    self.columnWidths = columnWidths
    self.rows = rows
  }
}

/// An added sheet in the words of a document that another program may have written.
struct AddedSheetMarkup {
  /// The name of the style of the sheet, by which an earlier copy is known.
  static let table = "added_sheet"

  let sheet: AddedSheet
  /// The prefixes of style, fo and xlink, where the document has not declared them itself.
  let declarations: String

  init(_ sheet: AddedSheet, declared: Set<String>) {
    self.sheet = sheet
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    let all = [
      ("style", base + "style:1.0"), ("fo", base + "xsl-fo-compatible:1.0"),
      ("xlink", "http://www.w3.org/1999/xlink"),
    ]
    declarations = all.filter { !declared.contains($0.0) }
      .map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined()
  }

  /// The automatic styles that it needs beside those of the document.
  ///
  /// - Parameter masterPage: the page of the other sheets, without which Excel calls a sheet damaged.
  func styles(masterPage: String?) throws -> [UInt8] {
    var markup = MarkupBytes()
    try open("table", Self.table, &markup)
    if let masterPage { try markup.attribute(" style:master-page-name=\"", masterPage) }
    markup.append("><style:table-properties table:display=\"true\"/></style:style>")
    for (index, width) in sheet.columnWidths.enumerated() {
      try open("table-column", "added_column_\(index + 1)", &markup)
      markup.append("><style:table-column-properties")
      try markup.attribute(" style:column-width=\"", "\(width)mm")
      markup.append("/></style:style>")
    }
    for look in Look.allCases {
      try open("table-cell", look.name, &markup)
      markup.append("><style:table-cell-properties style:vertical-align=\"top\"")
      if look != .title { markup.append(" fo:wrap-option=\"wrap\"") }
      if look == .heading { markup.append(" fo:background-color=\"#1f3a5f\"") }
      markup.append("/><style:text-properties")
      if look == .heading { markup.append(" fo:color=\"#ffffff\"") }
      if look == .title { markup.append(" fo:font-size=\"16pt\"") }
      markup.append(look == .plain ? "" : " fo:font-weight=\"bold\"")
      markup.append("/></style:style>")
    }
    return markup.take()
  }

  private enum Look: String, CaseIterable {
    case title, heading, plain

    var name: String { "added_\(rawValue)" }

    init(_ role: CellRole) {
      switch role {
      case .title: self = .title
      case .heading, .numberHeading: self = .heading
      default: self = .plain
      }
    }
  }

  private func open(_ family: String, _ name: String, _ markup: inout MarkupBytes) throws {
    markup.append("<style:style")
    markup.append(Array(declarations.utf8))
    try markup.attribute(" style:name=\"", name)
    try markup.attribute(" style:family=\"", family)
  }

  /// The sheet with its cells.
  func table() throws -> [UInt8] {
    var markup = MarkupBytes()
    markup.append("<table:table")
    markup.append(Array(declarations.utf8))
    try markup.attribute(" table:name=\"", sheet.names.first ?? "")
    try markup.attribute(" table:style-name=\"", Self.table)
    markup.append(">")
    for index in sheet.columnWidths.indices {
      try markup.attribute("<table:table-column table:style-name=\"", "added_column_\(index + 1)")
      markup.append("/>")
    }
    for row in sheet.rows {
      markup.append("<table:table-row>")
      for cell in row.isEmpty ? [.empty] : row { try write(cell, &markup) }
      markup.append("</table:table-row>")
    }
    if sheet.rows.isEmpty {
      markup.append("<table:table-row><table:table-cell/></table:table-row>")
    }
    markup.append("</table:table>")
    return markup.take()
  }

  private func write(_ cell: Cell, _ markup: inout MarkupBytes) throws {
    if case .empty = cell.value { return markup.append("<table:table-cell/>") }
    try markup.attribute("<table:table-cell table:style-name=\"", Look(cell.role).name)
    try CellMarkup.writeType(of: cell.value, to: &markup)
    try CellMarkup.write(cell.value, to: &markup)
    markup.append(">")
    switch cell.value {
    case .text(let text): try CellMarkup.write(text, link: cell.link, to: &markup)
    case .number(let number, _):
      markup.append("<text:p>")
      try markup.number(number)
      markup.append("</text:p>")
    default: break
    }
    markup.append("</table:table-cell>")
  }
}
