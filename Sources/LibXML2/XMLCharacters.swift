/// The characters that a document may hold.
public enum XMLCharacters {
  /// Whether bytes are UTF-8 without U+FFFE and U+FFFF, which XML cannot hold (XML 1.0, §2.2).
  public static func areSound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return false }
    var previous = (UInt8(0), UInt8(0))
    for byte in bytes {
      if byte | 1 == 0xBF, previous == (0xEF, 0xBF) { return false }
      previous = (previous.1, byte)
    }
    return true
  }
}
