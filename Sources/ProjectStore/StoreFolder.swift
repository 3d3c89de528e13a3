import Foundation

/// The folder `.wijkwaarde` beside a project, which only its owner can open.
enum StoreFolder {
  static let name = ".wijkwaarde"

  /// The folder of a project, made where it is not there.
  static func make(in project: URL) throws -> URL {
    let folder = project.appending(path: name)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    return folder
  }

  /// Makes a file that only its owner can read, before anything is written into it.
  static func makePrivateFile(at url: URL, contents: Data = Data()) throws {
    let isMade = FileManager.default.createFile(
      atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    if !contents.isEmpty { try contents.write(to: url) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
  }
}
