import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension XMLStreamParser {
  /// Reads the rest of a file: plain elements at once, and by libxml2 what stands between them.
  ///
  /// libxml2 reads nothing of an element that is recorded without it; its count of lines and bytes
  /// is moved on, so that all places and messages stay as they would have been.
  ///
  /// - Throws: `XMLStreamError`, or what the handler threw.
  func readRest(of file: UnsafeMutablePointer<FILE>, partSize: Int) throws {
    guard let words, let context else { return }
    var window = XMLWindow(size: max(4 * partSize, 1 << 10))
    defer { window.free() }
    var elements = XMLPlainElements(
      names: XMLPlainNames(
        words, prefixes: rootPrefixes, dictionary: context.pointee.dict),
      textLimit: limits.textBytes)
    defer { elements.free() }
    // Where little is plain, looking for it would cost more than it saves.
    var least = 0
    while window.fill(from: file) {
      while !window.rest.isEmpty {
        var stop = 0
        if standsBehindTag {
          let (count, end) = try recordElements(window.rest, &elements)
          window.pass(count)
          if count > 0 { least = 0 }
          guard let end else { continue }
          if end == .more, !window.isFull { break }
          stop =
            end == .more ? partSize : elements.stop - (window.rest.baseAddress ?? elements.stop)
        }
        let count = window.count(throughTagFrom: max(stop, least))
        try feed(UnsafeBufferPointer(rebasing: window.rest.prefix(count)))
        window.pass(count)
        least = min(max(2 * least, 64), partSize)
      }
    }
    try feed(window.rest)
  }
}
