import Crypto
import Foundation

/// The fingerprint of a file's content: SHA-256 in hexadecimal digits.
public enum Fingerprint {
  /// Computes the fingerprint of bytes.
  public static func of(_ bytes: Data) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  /// Computes the fingerprint of a file, a part at a time.
  ///
  /// - Throws: where the file cannot be opened or read.
  public static func of(fileAt url: URL) throws -> String {
    let file = try FileHandle(forReadingFrom: url)
    defer { try? file.close() }
    var hash = SHA256()
    while let part = try file.read(upToCount: 1 << 18), !part.isEmpty { hash.update(data: part) }
    return hexadecimal(hash.finalize())
  }
}
