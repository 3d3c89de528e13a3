import ImpactModel
import OpenDocument

/// What the comment on a cell says of the findings about it.
enum Annotation {
  /// The word with which a finding begins in a comment, by which a later copy knows it.
  static let mark = "Wijkwaarde: "

  /// The comment of a cell with the findings behind what it said before.
  static func comment(_ old: String?, _ findings: [Finding], in language: Language) -> String {
    let blocks = findings.map { finding in
      "\(mark)\(label(finding.severity)[language])\n\(finding.message[language])\n"
        + "→ \(finding.help[language])\n[\(finding.code)]"
    }
    return ([old].compactMap(\.self) + blocks.map(SheetText.clean)).joined(separator: "\n\n")
  }

  /// The word for a severity.
  static func label(_ severity: Finding.Severity) -> Text {
    switch severity {
    case .error: Text("error", nl: "fout")
    case .warning: Text("warning", nl: "waarschuwing")
    case .note: Text("note", nl: "opmerking")
    }
  }

  /// How a cell looks about which there are findings: as the worst of them.
  static func role(_ findings: [Finding]) -> CellRole {
    if findings.contains(where: { $0.severity == .error }) { return .wrong }
    return findings.contains { $0.severity == .warning } ? .doubtful : .remarked
  }
}

extension WorkbookDraft {
  /// Puts each finding at its cell, and all of them on a first sheet with links to the cells.
  public mutating func annotate(with findings: [Finding]) {
    var placed: [CellPlace: [Finding]] = [:]
    var order: [CellPlace] = []
    let known = Set(sheets.map(\.name))
    let located = findings.map { finding -> (finding: Finding, place: CellPlace?) in
      let place = finding.address.flatMap(places.place).flatMap { place in
        known.contains(place.sheet) && place.column <= 1_024 && place.row <= SheetRows.maximumRows
          ? place : nil
      }
      if let place {
        if placed[place] == nil { order.append(place) }
        placed[place, default: []].append(finding)
      }
      return (finding, place)
    }
    for place in order {
      guard let index = sheets.firstIndex(where: { $0.name == place.sheet }) else { continue }
      let about = placed[place] ?? []
      var cell = sheets[index][place.row, place.column] ?? .empty
      // A heading keeps its look, for it is above all the cells below it.
      if cell.role != .heading, cell.role != .numberHeading { cell.role = Annotation.role(about) }
      cell.comment = Annotation.comment(cell.comment, about, in: language)
      sheets[index][place.row, place.column] = cell
    }
    sheets.insert(FindingsSheet(findings: located, language: language).draft, at: 0)
  }
}

/// The list of all findings, each with a link to its cell.
struct FindingsSheet {
  let findings: [(finding: Finding, place: WorkbookDraft.CellPlace?)]
  let language: Language

  var draft: SheetDraft {
    var sheet = SheetDraft(name: SheetWords.findings[language], widths: [10, 28, 88, 95, 95, 55])
    sheet[1, 1] = .text(SheetWords.findings[language], .title)
    sheet[2, 1] = .text(
      Text(
        "This is a copy. Mend the cells in your own workbook or folder, or go on with this one.",
        nl: "Dit is een kopie. Herstel de cellen in uw eigen werkmap of map, of ga met deze verder."
      )[
        language], .note)
    sheet[2, 1]?.role = .plain
    sheet.headingRow = 3
    let headings = [
      Text("No.", nl: "Nr."), Text("Severity", nl: "Ernst"), Text("Place", nl: "Plaats"),
      Text("What is the matter", nl: "Wat er is"), Text("What to do", nl: "Wat te doen"),
      Text("Code", nl: "Code"),
    ]
    sheet.put(headings.map { .text($0[language], .heading) }, row: 3)
    sheet[3, 1]?.role = .numberHeading
    for (index, entry) in findings.enumerated() {
      let finding = entry.finding
      sheet.put(
        [
          Cell(.number(Double(index + 1))),
          .text(Annotation.label(finding.severity)[language], Annotation.role([finding])),
          place(of: finding, entry.place),
          .text(SheetText.clean(finding.message[language]), .wrapped),
          .text(SheetText.clean(finding.help[language]), .wrapped),
          .text(finding.code, .note),
        ], row: index + 4)
    }
    if findings.isEmpty {
      sheet[4, 2] = .text(
        Text("Nothing was found wrong.", nl: "Er is niets gevonden dat niet klopt.")[language])
    }
    return sheet
  }

  private func place(of finding: Finding, _ place: WorkbookDraft.CellPlace?) -> Cell {
    let text = SheetText.clean(finding.address?.text(in: language) ?? "")
    guard let place else { return .text(text, .wrapped) }
    let cell = CellAddress(column: place.column, row: place.row)
    return .link(text, to: LinkTarget(sheet: place.sheet, cell: cell), .wrapped)
  }
}
