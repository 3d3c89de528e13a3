import Foundation
import ProjectReaders

/// A project's folder, and the files in it that the program knows.
public struct ProjectFolder: Sendable, Hashable {
  /// The folder.
  public let url: URL
  /// Folders of parameters that the user brought, beside the project's own.
  let parameterFolders: [URL]

  /// Names a folder; nothing is read.
  ///
  /// - Parameters:
  ///   - url: the folder.
  ///   - parameterFolders: folders of parameters that the user brought; the first one that has a
  ///     value wins, after the project's own.
  public init(_ url: URL, parameterFolders: [URL] = []) {
    self.url = url.standardizedFileURL
    self.parameterFolders = parameterFolders.map(\.standardizedFileURL)
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
  func tableFiles() throws -> [URL] { try files(in: "tables") { $0.pathExtension == "csv" } }

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
    return try (files(in: "tables") { _ in true } + books).filter { !known.contains($0) }
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
