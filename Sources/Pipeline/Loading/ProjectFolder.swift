import Foundation
import ProjectReaders

/// A project's folder, and the files in it that the program knows.
///
/// A project may also be one workbook; its folder is then the one in which the workbook lies, with
/// the books and the reports beside it.
public struct ProjectFolder: Sendable, Hashable {
  /// The endings of workbooks.
  static let workbookEndings = ["ods", "fods"]

  /// The folder.
  public let url: URL
  /// The workbook with the settings and the tables; absent where the folder itself holds them.
  public let workbook: URL?
  /// Folders of parameters that the user brought, beside the project's own.
  let parameterFolders: [URL]

  /// Names a folder or a workbook; nothing is read.
  ///
  /// - Parameters:
  ///   - url: the folder, or a file that ends in `.ods` or `.fods`.
  ///   - parameterFolders: folders of parameters that the user brought; the first one that has a
  ///     value wins, after the project's own.
  public init(_ url: URL, parameterFolders: [URL] = []) {
    let place = url.standardizedFileURL
    workbook = ProjectFolder.isWorkbook(place) ? place : nil
    self.url = workbook == nil ? place : place.deletingLastPathComponent()
    self.parameterFolders = parameterFolders.map(\.standardizedFileURL)
  }

  /// Whether a place is named as a workbook.
  public static func isWorkbook(_ url: URL) -> Bool {
    workbookEndings.contains(url.pathExtension.lowercased())
  }

  /// The settings.
  var settings: URL { url.appending(path: "project.yaml") }
  /// The cache, which may be deleted at any time.
  var cache: URL { url.appending(path: ".wijkwaarde") }
  /// The project's own tables of parameters with their sources.
  var parameters: URL { url.appending(path: "parameters") }
  /// Where reports are written, a folder per period.
  var reports: URL { url.appending(path: "reports") }

  /// The path of a file relative to the folder.
  func relativePath(_ file: URL) -> String {
    let base = url.path.hasSuffix("/") ? url.path : url.path + "/"
    let path = file.standardizedFileURL.path
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  /// The tables, in alphabetical order.
  func tableFiles() throws -> [URL] {
    try holdsOtherProject ? [] : files(in: "tables") { $0.pathExtension == "csv" }
  }

  /// Whether the folder of a workbook is a project of its own, to which the tables in it belong:
  /// so a workbook that was made of the project can lie in it.
  private var holdsOtherProject: Bool {
    workbook != nil && FileManager.default.fileExists(atPath: settings.path)
  }

  /// The profiles of banks that the program does not know.
  var bankProfiles: URL { url.appending(path: "books/profiles") }

  /// The books, in alphabetical order: what a reader recognises, and what claims to be books.
  ///
  /// Those of one organisation may lie in a folder of their own, one level deep.
  func bookFiles(_ reader: BookReader) throws -> [URL] {
    try bookFolders().flatMap { folder in
      try files(in: folder) { file in
        let claims = ["xaf", "xml", "csv", "cod"].contains(file.pathExtension.lowercased())
        return claims || (try? reader.form(fileAt: file)) != nil
      }
    }
  }

  /// The tables of postcodes and neighbourhoods, in alphabetical order.
  func placeFiles() throws -> [URL] { try files(in: "places") { _ in true } }

  /// The folder of the books, and those of single organisations in it, in alphabetical order.
  private func bookFolders() throws -> [String] {
    let place = url.appending(path: "books")
    guard FileManager.default.fileExists(atPath: place.path) else { return [] }
    let inside = try FileManager.default.contentsOfDirectory(
      at: place, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles
    )
    .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
    .map(\.lastPathComponent)
    .filter { $0 != bankProfiles.lastPathComponent }
    return ["books"] + inside.sorted().map { "books/" + $0 }
  }

  /// The files of other formats that importers read, in alphabetical order.
  func importFiles() throws -> [URL] { try files(in: "imports") { _ in true } }

  /// Files in the folders of the project that no reader takes.
  func strayFiles(_ reader: BookReader) throws -> [URL] {
    let known = Set(try tableFiles() + bookFiles(reader))
    let books = try bookFolders().flatMap { try files(in: $0) { _ in true } }
    let tables = try holdsOtherProject ? [] : files(in: "tables") { _ in true }
    return (tables + books).filter { !known.contains($0) }
  }

  private func files(in folder: String, where isWanted: (URL) -> Bool) throws -> [URL] {
    let place = url.appending(path: folder)
    guard FileManager.default.fileExists(atPath: place.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: place, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles
    )
    .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
    .filter(isWanted)
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
