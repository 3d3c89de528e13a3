import Foundation
import IndicatorKit
import ProjectReaders

extension Pipeline {
  /// Writes a copy of a project as a workbook, with each finding as a comment on its cell.
  ///
  /// Of a folder the copy holds the settings and the tables. Neither the project nor an earlier copy
  /// is overwritten.
  ///
  /// - Parameters:
  ///   - folder: the project.
  ///   - result: what a check of it found.
  ///   - language: the language of the comments.
  /// - Returns: the file: `my-project.annotated.ods` beside a workbook, `project.annotated.ods` in a
  ///   folder, with a number where there is one already.
  /// - Throws: `WritingFailure` where the project cannot be read again or the file be written.
  public func annotatedCopy(
    of folder: ProjectFolder, _ result: CheckResult, language: Language
  ) throws(WritingFailure) -> URL {
    var draft =
      if let workbook = folder.workbook {
        try copy(of: workbook, result, language: language)
      } else {
        try FolderContents(folder, tables: registry.tables).workbook(
          ProjectWorkbookMaker(
            groups: registry.tableGroups, language: language, generator: program))
      }
    draft.annotate(with: result.findings)
    let stem = folder.workbook?.deletingPathExtension().lastPathComponent ?? "project"
    let file = Pipeline.freePlace(in: folder.url, stem: stem + ".annotated")
    try WorkbookWriting.write(draft, to: file)
    return file
  }

  private func copy(
    of file: URL, _ result: CheckResult, language: Language
  ) throws(WritingFailure) -> WorkbookDraft {
    do throws(WorkbookUnreadable) {
      let workbook = try ProjectWorkbook(file, tables: registry.tables)
      let usable = workbook.settings { _, _ in nil }?.usable
      return workbook.copy(
        title: file.deletingPathExtension().lastPathComponent, language: language,
        currency: usable?.readingOptions(personSecret: []).currency ?? .euro, generator: program)
    } catch {
      throw WritingFailure(message: error.message)
    }
  }

  /// The first name that no file has.
  private static func freePlace(in folder: URL, stem: String) -> URL {
    var file = folder.appending(path: "\(stem).ods")
    var number = 2
    while FileManager.default.fileExists(atPath: file.path) {
      file = folder.appending(path: "\(stem)-\(number).ods")
      number += 1
    }
    return file
  }
}
