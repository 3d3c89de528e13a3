import Foundation

/// The key under which a project's persons are hashed: 32 random bytes that never leave its folder.
public struct PersonSecret: Sendable, Hashable {
  /// The bytes.
  public let bytes: [UInt8]

  /// Loads the secret of a project, and makes one where there is none or it is damaged.
  ///
  /// - Throws: where the folder or the file cannot be made or read.
  public static func load(in project: URL) throws -> PersonSecret {
    let file = try StoreFolder.make(in: project).appending(path: "secret")
    if FileManager.default.fileExists(atPath: file.path) {
      let bytes = [UInt8](try Data(contentsOf: file))
      if bytes.count == length { return PersonSecret(bytes: bytes) }
    }
    let secret = ephemeral()
    try StoreFolder.makePrivateFile(at: file, contents: Data(secret.bytes))
    return secret
  }

  /// Makes a secret for one run, which writes nothing.
  public static func ephemeral() -> PersonSecret {
    var generator = SystemRandomNumberGenerator()
    return PersonSecret(
      bytes: (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  private static let length = 32

  private init(bytes: [UInt8]) { self.bytes = bytes }
}
