import Foundation
import LibXML2

/// The first part of a file, by which its format is recognised; its name plays no part.
struct FileStart {
  private static let size = 1 << 16

  /// The bytes, at most 64 KiB.
  let bytes: [UInt8]
  /// The first elements of an XML file: the root and what opens next.
  let elements: [XMLStreamElement]
  /// Whether the file goes on after these bytes.
  let isCut: Bool

  /// Reads the first part of a file.
  ///
  /// - Throws: where the file cannot be opened or read.
  init(fileAt url: URL) throws {
    let file = try FileHandle(forReadingFrom: url)
    defer { try? file.close() }
    let data = try file.read(upToCount: FileStart.size + 1) ?? Data()
    self.init(data)
  }

  /// Takes the first part of some bytes.
  init(_ data: Data) {
    bytes = Array(data.prefix(FileStart.size))
    isCut = data.count > FileStart.size
    elements = looksLikeXML(bytes) ? firstElements(of: bytes) : []
  }

  /// Whether the first thing in the file is the opening of a tag.
  var isXML: Bool { looksLikeXML(bytes) }

  /// The root of an XML file.
  var root: XMLStreamElement? { elements.first }

  /// The lines that are whole, at most `count`, without their ends, as single-byte characters.
  func lines(_ count: Int) -> [ArraySlice<UInt8>] {
    let parts = bytes.split(
      maxSplits: count, omittingEmptySubsequences: false, whereSeparator: { $0 == 10 })
    let whole = parts.count > count ? parts.dropLast() : isCut ? parts.dropLast() : parts[...]
    return whole.map { $0.last == 13 ? $0.dropLast() : $0 }
  }
}

/// Ends the look at a file's first elements.
private struct SeenEnough: Error {}

private func firstElements(of bytes: [UInt8]) -> [XMLStreamElement] {
  var found: [XMLStreamElement] = []
  let parser = XMLStreamParser { event, _ in
    guard case .start(let element) = event else { return }
    found.append(element)
    if found.count == 2 { throw SeenEnough() }
  }
  // What is wrong with the file is said by whoever reads it.
  try? bytes.withUnsafeBufferPointer { try parser.feed($0) }
  return found
}

private func looksLikeXML(_ bytes: [UInt8]) -> Bool {
  var rest = bytes[...]
  for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
  where rest.starts(with: mark) {
    rest = rest.dropFirst(mark.count)
  }
  // UTF-16 has a zero byte beside each of these characters.
  let first = rest.first { ![0, 9, 10, 13, 32].contains($0) }
  return first == 60
}
