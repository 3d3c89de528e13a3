import Foundation
import ImpactModel
import OpenDocument

/// A copy of a project's workbook with each finding at its cell, and a first sheet that lists them.
///
/// All else stays as it is: only `content.xml` changes, and in it only the cells concerned. What an
/// earlier copy said is taken out.
public struct AnnotatedWorkbook {
  private var copy: CommentedCopy

  /// Prepares a copy.
  ///
  /// - Parameters:
  ///   - findings: what a check found.
  ///   - workbook: the name of the file, by which findings about its cells are known.
  ///   - language: the language of the comments.
  public init(_ findings: [Finding], workbook: String, language: Language) {
    let located = findings.map { finding in
      (finding: finding, place: AnnotatedWorkbook.place(of: finding, in: workbook))
    }
    let list = FindingsSheet(findings: located, language: language).draft
    let names = [language] + Language.allCases.filter { $0 != language }
    copy = CommentedCopy(
      mark: Annotation.mark,
      added: AddedSheet(
        names: names.map { SheetWords.findings[$0] }, columnWidths: list.widths,
        rows: list.filledRows))
    var placed: [WorkbookDraft.CellPlace: [Finding]] = [:]
    for (finding, place) in located {
      if let place { placed[place, default: []].append(finding) }
    }
    for (place, about) in placed {
      copy.add(
        Annotation.comment(nil, about, in: language), sheet: place.sheet,
        cell: CellAddress(column: place.column, row: place.row))
    }
  }

  /// The cell of a finding, `nil` where it is about something else than the workbook.
  private static func place(
    of finding: Finding, in workbook: String
  ) -> WorkbookDraft.CellPlace? {
    guard let address = finding.address, address.file == workbook, address.sheet != nil,
      let place = DraftPlaces().place(address), place.row <= SheetRows.maximumRows
    else { return nil }
    return place
  }

  /// Writes the copy in the form of the workbook; a file of that name is replaced.
  ///
  /// - Throws: `WorkbookUnreadable` where the workbook cannot be read, is signed or is of a form that
  ///   no office program writes, and errors of the file.
  public func write(from workbook: URL, to file: URL) throws {
    do {
      try copy.write(from: workbook, to: file)
    } catch let error as SpreadsheetReadError {
      throw WorkbookUnreadable(
        message: UnreadableText.message(error, file: workbook.lastPathComponent))
    } catch let error as CommentingError {
      throw WorkbookUnreadable(
        message: UnreadableText.message(error, file: workbook.lastPathComponent))
    }
  }
}
