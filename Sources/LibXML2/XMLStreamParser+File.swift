#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension XMLStreamParser {
  /// Reads a whole file in parts.
  ///
  /// A large document of which lists are asked for is parsed on another thread, a few lists ahead
  /// of the handler; the handler is called on this one all the same, in the order of the file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - partSize: how many bytes are held at a time.
  /// - Throws: `XMLStreamError`, or what the handler threw.
  public func read(fileAt path: String, partSize: Int = 32_768) throws {
    guard let file = fopen(path, "rb") else { throw unreadable() }
    defer { fclose(file) }
    var part = [UInt8](repeating: 0, count: max(1, partSize))
    while try feed(from: file, &part) {
      guard canReadAhead else { continue }
      nonisolated(unsafe) let rest = file
      return try readAhead {
        try self.readRest(of: rest, partSize: max(1, partSize))
        try self.finish(rest)
      }
    }
    try finish(file)
  }

  /// Feeds the next part of a file; says whether there was one.
  private func feed(from file: UnsafeMutablePointer<FILE>, _ part: inout [UInt8]) throws -> Bool {
    let count = fread(&part, 1, part.count, file)
    guard count > 0 else { return false }
    try part.withUnsafeBufferPointer { try feed(UnsafeBufferPointer(rebasing: $0.prefix(count))) }
    return true
  }

  private func finish(_ file: UnsafeMutablePointer<FILE>) throws {
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
