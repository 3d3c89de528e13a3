import Foundation
import ImpactModel
import ProjectReaders

extension ProjectScaffold {
  /// Makes the workbook of a new project, with a sheet for the settings and for each table.
  ///
  /// - Parameters:
  ///   - file: where; it must not exist.
  ///   - year: the year of the first reporting period.
  ///   - language: the language of sheets, headings and explanations.
  ///   - program: the name and version of the program.
  /// - Throws: `WritingFailure` where the file exists or cannot be written.
  public func makeWorkbook(
    at file: URL, year: Int, language: Language, program: String
  ) throws(WritingFailure) {
    let name = file.deletingPathExtension().lastPathComponent
    let maker = ProjectWorkbookMaker(
      groups: registry.tableGroups, language: language, generator: program)
    let draft = maker.empty(id: ProjectScaffold.identifier(name), name: name, year: year)
    try WorkbookWriting.write(draft, to: file)
  }

  /// Makes a workbook with the settings and tables of a project's folder.
  ///
  /// The folder stays as it is; its books are not copied. Tables with errors are refused: a column
  /// of numbers may say less about its decimal mark once half of it is typed.
  ///
  /// - Parameters:
  ///   - file: where; it must not exist.
  ///   - folder: the project.
  ///   - language: the language of sheets and headings; that of the project by default.
  ///   - program: the name and version of the program.
  /// - Throws: `WritingFailure` where the folder holds no project, a table has an error, or the
  ///   file exists or cannot be written.
  public func makeWorkbook(
    at file: URL, from folder: ProjectFolder, language: Language?, program: String
  ) throws(WritingFailure) {
    let contents = try FolderContents(folder, tables: registry.tables)
    let errors = contents.errors.count
    guard errors == 0 else {
      throw WritingFailure(
        message: Text(
          "The tables have errors: \(errors). Mend them first; see: wijkwaarde check \(folder.url.path)",
          nl:
            "De tabellen bevatten fouten: \(errors). Herstel die eerst; zie: wijkwaarde check \(folder.url.path)"
        ))
    }
    let maker = ProjectWorkbookMaker(
      groups: registry.tableGroups, language: language ?? contents.language, generator: program)
    try WorkbookWriting.write(try contents.workbook(maker), to: file)
  }
}

/// The settings and tables of a project's folder as they lie there.
struct FolderContents {
  let files: ProjectFiles
  /// The language of the project, where the settings say it.
  let language: Language
  /// What keeps a table from being read whole.
  let errors: [Finding]

  /// Reads the files.
  ///
  /// - Throws: `WritingFailure` where there is no project or a file cannot be read.
  init(_ folder: ProjectFolder, tables: [TableDeclaration]) throws(WritingFailure) {
    do {
      let settings = try Data(contentsOf: folder.settings)
      let usable = UsableSettings(settings, file: "project.yaml")
      let options = usable.readingOptions(personSecret: [])
      var found: [String: ProjectFiles.Table] = [:]
      var errors: [Finding] = []
      for file in try folder.tableFiles() {
        let name = file.deletingPathExtension().lastPathComponent.lowercased()
        guard let table = tables.first(where: { $0.id == name }) else { continue }
        let path = folder.relativePath(file)
        let bytes = try Data(contentsOf: file)
        found[name] = ProjectFiles.Table(path: path, bytes: bytes)
        errors += TableReader(declaration: table, options: options).read(bytes, file: path)
          .findings.filter { $0.severity == .error && usable.isReliable($0) }
      }
      files = ProjectFiles(
        name: folder.url.lastPathComponent, settings: settings, tables: found)
      language = usable.language ?? .dutch
      self.errors = errors
    } catch {
      let reason = DiskTrouble.reason(error)
      throw WritingFailure(
        message: Text(
          "The project in \(folder.url.path) could not be read: \(reason.english).",
          nl: "Het project in \(folder.url.path) kon niet worden gelezen: \(reason.dutch)."))
    }
  }

  /// The files as a workbook.
  ///
  /// - Throws: `WritingFailure` where the settings are no settings file.
  func workbook(_ maker: ProjectWorkbookMaker) throws(WritingFailure) -> WorkbookDraft {
    do throws(WorkbookUnreadable) {
      return try maker.workbook(of: files)
    } catch {
      throw WritingFailure(message: error.message)
    }
  }
}

/// Writes a workbook beside its place and renames it when it is complete; never over another file.
enum WorkbookWriting {
  static func write(_ draft: WorkbookDraft, to file: URL) throws(WritingFailure) {
    try write(to: file) { try draft.write(to: $0) }
  }

  /// Has a workbook written beside its place, and puts it there when it is whole.
  static func write(to file: URL, _ make: (URL) throws -> Void) throws(WritingFailure) {
    guard !FileManager.default.fileExists(atPath: file.path) else {
      throw WritingFailure(
        message: Text(
          "\(file.path) exists. Choose another name.",
          nl: "\(file.path) bestaat al. Kies een andere naam."))
    }
    let number = ProcessInfo.processInfo.processIdentifier
    // The ending decides the form.
    let scratch = file.deletingLastPathComponent()
      .appending(path: ".\(number).part.\(file.lastPathComponent)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    do {
      try make(scratch)
      try FileManager.default.moveItem(at: scratch, to: file)
    } catch {
      if let unreadable = error as? WorkbookUnreadable {
        throw WritingFailure(message: unreadable.message)
      }
      let reason = DiskTrouble.reason(error)
      throw WritingFailure(
        message: Text(
          "The workbook \(file.path) could not be written: \(reason.english).",
          nl: "De werkmap \(file.path) kon niet worden geschreven: \(reason.dutch)."))
    }
  }
}
