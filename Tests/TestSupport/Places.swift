import Foundation

/// Where the tests find what lies outside their own folder.
public enum Places {
  /// The repository.
  public static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of official schemas and foreign files that may lie beside the repository.
  public static let shared = repository.deletingLastPathComponent().appending(path: "shared")

  /// A file in that folder, or `nil` where a newcomer's clone lies alone.
  public static func shared(_ path: String) -> URL? {
    let file = shared.appending(path: path)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  /// A new empty folder for one test.
  public static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "wijkwaarde-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
