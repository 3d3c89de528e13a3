import Crypto
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
    // The same memory for each part; fresh memory costs as much as reading into it.
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file.fileDescriptor, &part, part.count)
      guard count >= 0 else { throw CocoaError(.fileReadUnknown) }
      guard count > 0 else { return hexadecimal(hash.finalize()) }
      part.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0.prefix(count))) }
    }
  }
}
