#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension XMLStreamParser {
  /// Reads a whole file in parts.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - partSize: how many bytes are held at a time.
  /// - Throws: `XMLStreamError`, or what the handler threw.
  public func read(fileAt path: String, partSize: Int = 32_768) throws {
    guard let file = fopen(path, "rb") else { throw unreadable() }
    defer { fclose(file) }
    var part = [UInt8](repeating: 0, count: max(1, partSize))
    while true {
      let count = fread(&part, 1, part.count, file)
      if count == 0 { break }
      try part.withUnsafeBufferPointer {
        try feed(UnsafeBufferPointer(rebasing: $0.prefix(count)))
      }
    }
    guard ferror(file) == 0 else { throw unreadable() }
    try finish()
  }

  /// How many lines end in some bytes.
  static func newLines(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var place = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let end = place + bytes.count
    var count = 0
    while let found = memchr(place, 10, end - place) {
      count += 1
      place = UnsafeRawPointer(found) + 1
    }
    return count
  }

  private func unreadable() -> XMLStreamError {
    XMLStreamError(.unreadable(errno), at: XMLStreamPosition(line: 1, byte: 0))
  }
}
