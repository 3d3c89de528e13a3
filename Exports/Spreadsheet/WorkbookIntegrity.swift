import ExportKit
import OpenDocument

/// Whether a workbook is as it was written: its digest, and the copies of what that leaves out.
struct WorkbookIntegrity {
  /// What came of it.
  let digest: VerifiableReport.Digest
  /// The cells that hold another value than their copy.
  let altered: [VerifiableReport.Altered]

  init(
    _ workbook: WrittenWorkbook, hidden: Int, _ entries: [WorkbookPass.Entry],
    _ named: [String: WorkbookPlace]
  ) {
    let copies = Self.copies(entries, named)
    let stated = entries.first { $0.key == .digest }?.text
    let holds = stated == Self.digest(of: workbook, hidden, Set(copies.map(\.place)))
    var altered: [VerifiableReport.Altered] = []
    for copy in copies {
      // What has no name and is no figure may follow from something that was changed.
      guard copy.figure != nil || holds,
        let change = Self.change(of: copy, workbook[copy.place], workbook)
      else { continue }
      altered.append(change)
    }
    self.altered = altered
    self.digest =
      stated == nil ? .absent : holds && altered.isEmpty ? .holds : .broken
  }

  private struct Copy {
    let figure: FigureID?
    let text: String
    let place: WorkbookPlace
  }

  private static func copies(
    _ entries: [WorkbookPass.Entry], _ named: [String: WorkbookPlace]
  ) -> [Copy] {
    entries.compactMap { entry in
      if entry.key == .written {
        return named[entry.subject].map {
          Copy(figure: FigureID(entry.subject), text: entry.text, place: $0)
        }
      }
      guard entry.key.isCopy, let place = entry.place else { return nil }
      return Copy(figure: nil, text: entry.text, place: place)
    }
  }

  /// The digest as it is now, of all cells but the digest’s own row and the copied numbers.
  private static func digest(
    of workbook: WrittenWorkbook, _ hidden: Int, _ copied: Set<WorkbookPlace>
  ) -> String {
    var digest = WorkbookDigest()
    for (number, sheet) in workbook.sheets.enumerated() {
      digest.add(sheet: sheet.name)
      for row in sheet.rows where number != hidden || row.number > 2 {
        for cell in row.cells {
          guard let content = WorkbookDigest.Content(cell) else { continue }
          let place = WorkbookPlace(sheet: number, row: row.number, column: cell.column)
          if content.isNumber, copied.contains(place) { continue }
          digest.add(content, row: row.number, column: cell.column)
        }
      }
    }
    return digest.hexadecimal
  }

  /// What was changed in a cell, or `nil` where it holds what its copy says.
  ///
  /// A spreadsheet program keeps 15 digits of a number, and adds up in another order.
  private static func change(
    of copy: Copy, _ cell: ReadCell?, _ workbook: WrittenWorkbook
  ) -> VerifiableReport.Altered? {
    let now = cell?.number
    let before = Double(copy.text).flatMap { $0.isFinite ? $0 : nil }
    let words = WorkbookDigest.plain(text: cell?.words ?? "")
    if let now, let before {
      let allowed =
        cell?.formula == nil ? 1e-14 * before.magnitude : 1e-9 * max(1, before.magnitude)
      guard (now - before).magnitude > allowed else { return nil }
    } else if now == nil {
      // The reason why a figure could not be had is in the digest.
      let isSame = copy.figure == nil ? words == copy.text : before == nil
      if isSame { return nil }
    }
    return VerifiableReport.Altered(
      figure: copy.figure, address: workbook.address(copy.place), before: before, now: now)
  }
}
