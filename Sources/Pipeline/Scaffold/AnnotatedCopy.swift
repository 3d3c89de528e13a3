import Foundation
import IndicatorKit
import ProjectReaders

extension Pipeline {
  /// Writes a copy of a project as a workbook, with each finding as a comment on its cell.
  ///
  /// Of a workbook it is the file itself with comments put in, and a first sheet that lists them.
  /// Of a folder the copy holds the settings and the tables. Neither the project nor an earlier copy
  /// is overwritten.
  ///
  /// - Parameters:
  ///   - folder: the project.
  ///   - result: what a check of it found.
  ///   - language: the language of the comments.
  /// - Returns: the file: `my-project.annotated.ods` beside a workbook (`.fods` beside one of that
  ///   form), `project.annotated.ods` in a folder, with a number where there is one already.
  /// - Throws: `WritingFailure` where the project cannot be read again, the workbook is signed or of
  ///   a form that no office program writes, or the file cannot be written.
  public func annotatedCopy(
    of folder: ProjectFolder, _ result: CheckResult, language: Language
  ) throws(WritingFailure) -> URL {
    if let workbook = folder.workbook {
      return try commentedCopy(of: workbook, in: folder.url, result, language)
    }
    var draft = try FolderContents(folder, tables: registry.tables).workbook(
      ProjectWorkbookMaker(groups: registry.tableGroups, language: language, generator: program))
    draft.annotate(with: result.findings)
    let file = Pipeline.freePlace(in: folder.url, stem: "project.annotated", ending: "ods")
    try WorkbookWriting.write(draft, to: file)
    return file
  }

  private func commentedCopy(
    of workbook: URL, in folder: URL, _ result: CheckResult, _ language: Language
  ) throws(WritingFailure) -> URL {
    let copy = AnnotatedWorkbook(
      result.findings, workbook: workbook.lastPathComponent, language: language)
    let stem = workbook.deletingPathExtension().lastPathComponent
    let ending = workbook.pathExtension.lowercased() == "fods" ? "fods" : "ods"
    let file = Pipeline.freePlace(in: folder, stem: stem + ".annotated", ending: ending)
    try WorkbookWriting.write(to: file) { try copy.write(from: workbook, to: $0) }
    return file
  }

  /// The first name that no file has.
  private static func freePlace(in folder: URL, stem: String, ending: String) -> URL {
    var file = folder.appending(path: "\(stem).\(ending)")
    var number = 2
    while FileManager.default.fileExists(atPath: file.path) {
      file = folder.appending(path: "\(stem)-\(number).\(ending)")
      number += 1
    }
    return file
  }
}
