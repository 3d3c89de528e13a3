import Foundation
import Pipeline
import TestSupport

/// The example project, copied so that a test may change it.
struct Example {
  /// The example as it is in the repository.
  static let original = Places.repository.appending(path: "Examples/groenhof")

  /// The copy.
  let folder: URL

  /// Copies the example, without the reports that somebody may have made there.
  init() throws {
    folder = try Places.temporaryFolder().appending(path: "groenhof")
    try FileManager.default.copyItem(at: Self.original, to: folder)
    for leftover in ["reports", ".wijkwaarde"] {
      try? FileManager.default.removeItem(at: folder.appending(path: leftover))
    }
  }

  /// A pipeline with the modules of the program.
  var pipeline: Pipeline { Pipeline(registry: registry, program: "Wijkwaarde test") }

  /// The project.
  var project: ProjectFolder { ProjectFolder(folder) }

  /// The bytes of a file.
  func bytes(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  /// The paths of the audit files, in alphabetical order.
  func books() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "books").path)
      .filter { $0.hasSuffix(".xaf") }.sorted().map { "books/\($0)" }
  }

  /// Replaces the first occurrence of some bytes in a file.
  func replace(_ old: String, with new: String, in path: String) throws {
    var data = try bytes(path)
    guard let range = data.range(of: Data(old.utf8)) else { throw Missing(text: old, file: path) }
    data.replaceSubrange(range, with: Data(new.utf8))
    try data.write(to: folder.appending(path: path))
  }

  /// Adds a section `books` to the settings.
  func choose(_ lines: String...) throws {
    let text = "\nbooks:\n" + lines.map { "  " + $0 + "\n" }.joined()
    try write(try bytes("project.yaml") + Data(text.utf8), to: "project.yaml")
  }

  /// Puts other bytes in the place of a file.
  func write(_ data: Data, to path: String) throws {
    try data.write(to: folder.appending(path: path))
  }

  /// All files below the copy, with their bytes.
  func snapshot() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let all = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    while let file = all?.nextObject() as? URL {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files[file.path] = try Data(contentsOf: file)
    }
    return files
  }

  struct Missing: Error {
    let text: String
    let file: String
  }
}
