import Foundation
import TestSupport

/// A tool of the build, which stands beside the test bundle.
enum BuildTool {
  static func run(_ name: String, _ arguments: [String]) throws -> Tool.Outcome {
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    return try Tool(executable: folder.appending(path: name)).run(arguments)
  }
}

/// A package in a folder of its own, as far as the tools look at it.
struct SmallPackage {
  let folder: URL

  /// Makes a package with a list of indicators.
  init(manifest: String = SmallPackage.manifest, _ files: [String: String] = [:]) throws {
    folder = try Places.temporaryFolder()
    try write(manifest, to: "Package.swift")
    for (path, text) in files { try write(text, to: path) }
  }

  static let manifest = """
    // swift-tools-version: 6.1
    let indicators = [
      "Multiplier",
    ]

    let exports = [
      "Spreadsheet",
    ]

    """

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Every file with its text, by path.
  func snapshot() throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
        continue
      }
      files[path] = isFolder.boolValue ? "folder" : try String(contentsOf: file, encoding: .utf8)
    }
    return files
  }
}
