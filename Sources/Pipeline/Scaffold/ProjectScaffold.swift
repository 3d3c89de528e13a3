import Foundation
import ImpactModel
import ProjectReaders

/// Makes an empty project folder: settings with explanations and a template for every table.
public struct ProjectScaffold: Sendable {
  let registry: Registry

  /// Makes a scaffold for the tables of a registry.
  public init(registry: Registry) { self.registry = registry }

  /// Makes the folder.
  ///
  /// - Parameters:
  ///   - folder: where; it must not exist, or be empty.
  ///   - year: the year of the first reporting period.
  ///   - language: the language of headings and explanations.
  /// - Returns: the files that were made, in alphabetical order.
  /// - Throws: `WritingFailure` where the folder is in use or cannot be written.
  public func make(
    at folder: URL, year: Int, language: Language
  ) throws(WritingFailure) -> [URL] {
    guard isFree(folder) else {
      throw WritingFailure(
        message: Text(
          "\(folder.path) exists and is not empty. Choose another name.",
          nl: "\(folder.path) bestaat al en is niet leeg. Kies een andere naam."))
    }
    let name = folder.standardizedFileURL.lastPathComponent
    var files = [folder.appending(path: "project.yaml")]
    do {
      for part in ["tables", "books"] {
        try FileManager.default.createDirectory(
          at: folder.appending(path: part), withIntermediateDirectories: true)
      }
      let settings = SettingsTemplate.text(
        id: ProjectScaffold.identifier(name), name: name, year: year, language: language)
      try Data(settings.utf8).write(to: files[0])
      for table in registry.tables {
        let file = folder.appending(path: "tables/\(table.id).csv")
        try Data(TableTemplate.csv(table, language: language).utf8).write(to: file)
        files.append(file)
      }
    } catch {
      throw WritingFailure(
        message: Text(
          "The folder \(folder.path) could not be made: \(DiskTrouble.reason(error).english).",
          nl: "De map \(folder.path) kon niet worden gemaakt: \(DiskTrouble.reason(error).dutch)."))
    }
    return files.sorted { $0.path < $1.path }
  }

  private func isFree(_ folder: URL) -> Bool {
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return contents.map(\.isEmpty) ?? !FileManager.default.fileExists(atPath: folder.path)
  }

  /// A project's identifier made of the name of its folder.
  static func identifier(_ name: String) -> String {
    let parts = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let joined = parts.joined(separator: "-")
    return joined.first?.isLetter == true ? joined : "project-\(joined)"
  }
}
