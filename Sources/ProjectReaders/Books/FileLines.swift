import Foundation

/// Reads a file a part at a time, so that memory does not grow with it.
enum FileParts {
  /// Hands on the parts of a file, in their order, until there are no more.
  ///
  /// - Throws: where the file cannot be opened or read, or what `take` threw.
  static func read(_ url: URL, take: (Data) throws -> Void) throws {
    let file = try FileHandle(forReadingFrom: url)
    defer { try? file.close() }
    while let part = try file.read(upToCount: 1 << 16), !part.isEmpty { try take(part) }
  }
}

/// Cuts bytes into lines that know their number and place; a line is held, not the file.
struct LineCutter {
  /// One line, without its end.
  struct Line {
    let number: Int
    let byte: Int
    let bytes: [UInt8]
  }

  private var current: [UInt8] = []
  private var number = 1
  private var start = 0
  private var place = 0

  /// Takes a part of the file, and hands on the lines that end in it.
  mutating func take(_ part: Data, line: (Line) throws -> Void) throws {
    for byte in part {
      place += 1
      if byte == 10 {
        try end(line)
      } else {
        current.append(byte)
      }
    }
  }

  /// Hands on what stands behind the last line end.
  mutating func finish(line: (Line) throws -> Void) throws {
    if !current.isEmpty { try end(line) }
  }

  /// How long the line is that has not ended yet.
  var length: Int { current.count }

  private mutating func end(_ line: (Line) throws -> Void) throws {
    if current.last == 13 { current.removeLast() }
    let done = Line(number: number, byte: start, bytes: current)
    current.removeAll(keepingCapacity: true)
    number += 1
    start = place
    try line(done)
  }
}
