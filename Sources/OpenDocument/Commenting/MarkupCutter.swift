/// Cuts the bytes of an XML document into tags and what stands between them, as they come.
///
/// All bytes are handed over, none is changed. The document was read before, so that it is known to
/// be well formed; here only the ends of tags have to be found.
struct MarkupCutter {
  /// A piece of the document.
  enum Piece {
    /// A tag that opens an element, or opens and closes it at once.
    case open(TagMarkup)
    /// A tag that closes an element.
    case close([UInt8])
    /// Text, comments and instructions.
    case other([UInt8])
  }

  /// The most bytes of one tag.
  private static let longestTag = 4 << 20

  private var pending: [UInt8] = []

  /// Takes the next bytes and hands over the pieces that are whole.
  ///
  /// - Throws: `CommentingError` for a document type and for tags without end, and what `take`
  ///   throws.
  mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (Piece) throws -> Void
  ) throws {
    pending.append(contentsOf: bytes)
    var place = 0
    while place < pending.count, let end = try end(of: place) {
      try take(try piece(place..<end))
      place = end
    }
    pending.removeFirst(place)
    guard pending.count <= MarkupCutter.longestTag else {
      throw CommentingError.unusual("content.xml")
    }
  }

  /// Hands over what is left: text after the last tag.
  mutating func finish(_ take: (Piece) throws -> Void) throws {
    guard !pending.isEmpty else { return }
    try take(.other(pending))
    pending = []
  }

  /// Where the piece ends that starts at a place; `nil` where its end has not come yet.
  private func end(of start: Int) throws -> Int? {
    guard pending[start] == UInt8(ascii: "<") else {
      return pending[start...].firstIndex(of: UInt8(ascii: "<")) ?? pending.count
    }
    guard start + 1 < pending.count else { return nil }
    switch pending[start + 1] {
    case UInt8(ascii: "?"): return after("?>", from: start)
    case UInt8(ascii: "!"):
      guard start + 8 < pending.count else { return nil }
      if starts(with: "<!--", at: start) { return after("-->", from: start + 4) }
      if starts(with: "<![CDATA[", at: start) { return after("]]>", from: start) }
      throw CommentingError.unusual("DOCTYPE")
    default: return endOfTag(start)
    }
  }

  private func endOfTag(_ start: Int) -> Int? {
    var quote: UInt8?
    for place in start..<pending.count {
      let byte = pending[place]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
    }
    return nil
  }

  private func starts(with text: StaticString, at place: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return pending[place...].starts(with: bytes)
  }

  private func after(_ text: StaticString, from start: Int) -> Int? {
    var place = start
    while place < pending.count {
      if starts(with: text, at: place) { return place + text.utf8CodeUnitCount }
      place += 1
    }
    return nil
  }

  private func piece(_ range: Range<Int>) throws -> Piece {
    let bytes = Array(pending[range])
    guard bytes.first == UInt8(ascii: "<"), let second = bytes.dropFirst().first,
      second != UInt8(ascii: "?"), second != UInt8(ascii: "!")
    else { return .other(bytes) }
    return second == UInt8(ascii: "/") ? .close(bytes) : .open(TagMarkup(bytes))
  }
}
