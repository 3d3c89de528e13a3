#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Records elements of plain markup in a quarter of the time that libxml2 takes.
///
/// It knows a subset: names of ASCII letters, with a prefix of the root or none, at most one attribute, and the five
/// references that every document may use. An element is recorded whole or not at all, and one that
/// is recorded would be well formed anywhere: so libxml2, which reads all else, need not hear of it.
/// What is damaged is never plain.
struct XMLPlainElements {
  /// Why there is no further element.
  enum End {
    /// What stands at the place may not be whole yet.
    case more
    /// It is left to libxml2.
    case unusual
  }

  /// How many bytes behind the end of a window may be looked at.
  static let slack = 256
  /// So near the end of a window a tag may be cut.
  private static let margin = 128
  /// How deep elements may lie in one that is recorded.
  private static let deepest = 64

  private let names: XMLPlainNames
  private let classes: UnsafeMutablePointer<UInt8>
  private let open: UnsafeMutablePointer<XMLPlainNames.Slot>
  private let textLimit: Int

  /// Where the document is not plain, or ends.
  private(set) var stop: UnsafePointer<UInt8>
  /// The line at which it stands.
  private(set) var line: Int32 = 1

  init(names: XMLPlainNames, textLimit: Int) {
    self.names = names
    self.textLimit = textLimit
    classes = PlainByte.table()
    open = .allocate(capacity: XMLPlainElements.deepest)
    stop = UnsafePointer(classes)
  }

  func free() {
    classes.deallocate()
    open.deallocate()
  }

  /// Records the blanks and the elements at the start of a window, as many as fit.
  ///
  /// - Parameters:
  ///   - window: the next bytes of the document, a zero behind them.
  ///   - place: where the window starts in the file.
  ///   - depth: how many more elements may lie in each other.
  ///   - recorder: takes the elements.
  /// - Returns: how many bytes were recorded, and why no more; `nil` where the recorder is full.
  mutating func record(
    _ window: UnsafeBufferPointer<UInt8>, at place: XMLTokenList.Place, depth: Int,
    into recorder: UnsafeMutablePointer<XMLTokenRecorder>
  ) -> (count: Int, end: End?) {
    guard let start = window.baseAddress else { return (0, .more) }
    let end = start + window.count
    var next = start
    line = place.line
    while !recorder.pointee.isFull {
      let before = (recorder.pointee.mark, line)
      if let tag = blanks(next, into: recorder), tag.pointee == UInt8(ascii: "<"),
        tag[1] != UInt8(ascii: "/")
      {
        let first = XMLTokenList.Place(line: line, byte: place.byte + (tag - start))
        if let behind = element(tag, at: first, depth: depth, into: recorder) {
          next = behind
          continue
        }
      }
      recorder.pointee.go(back: before.0)
      line = before.1
      return (next - start, end - stop < XMLPlainElements.margin ? .more : .unusual)
    }
    return (next - start, nil)
  }

  /// Adds blanks; gives the place behind them, or leaves in `stop` where they are too many.
  private mutating func blanks(
    _ start: UnsafePointer<UInt8>, into recorder: UnsafeMutablePointer<XMLTokenRecorder>
  ) -> UnsafePointer<UInt8>? {
    var (start, next) = (start, start)
    while true {
      while classes[Int(next.pointee)] & PlainByte.blank != 0 {
        if next.pointee == 10 { line += 1 }
        next += 1
      }
      stop = next
      guard add(start, next, to: recorder) else { return nil }
      guard XMLPlainElements.isLineEnd(next) else { return next }
      next += 1
      start = next
    }
  }

  /// Whether there is a line end of two bytes, the first of which no text keeps.
  private static func isLineEnd(_ place: UnsafePointer<UInt8>) -> Bool {
    place.pointee == 13 && place[1] == 10
  }

  /// Adds a text; says whether it is short enough.
  private mutating func add(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    to recorder: UnsafeMutablePointer<XMLTokenRecorder>
  ) -> Bool {
    guard end > start else { return true }
    guard recorder.pointee.leafCount + (end - start) <= textLimit else { return false }
    recorder.pointee.add(start, end - start)
    return true
  }

  /// Records an element; gives the place behind it, or leaves in `stop` where it is not plain.
  private mutating func element(
    _ start: UnsafePointer<UInt8>, at first: XMLTokenList.Place, depth: Int,
    into recorder: UnsafeMutablePointer<XMLTokenRecorder>
  ) -> UnsafePointer<UInt8>? {
    let deepest = min(depth, XMLPlainElements.deepest)
    var next = start
    var count = 0
    while true {
      stop = next
      guard recorder.pointee.hasRoomForTag else { return nil }
      if count > 0, next[1] == UInt8(ascii: "/") {
        guard let behind = behindEnd(next, of: open[count - 1]) else { return nil }
        next = behind
        count -= 1
        recorder.pointee.end(open[count].word, at: place(next, start, first))
      } else {
        guard count < deepest, let name = name(&next) else { return nil }
        recorder.pointee.start(name.word, at: place(stop, start, first))
        guard let isEmpty = behindName(&next, of: name, recorder) else { return nil }
        if isEmpty {
          recorder.pointee.end(name.word, at: place(next, start, first))
        } else {
          open[count] = name
          count += 1
        }
      }
      if count == 0 { return next }
      guard let tag = text(next, into: recorder) else { return nil }
      next = tag
    }
  }

  private func place(
    _ place: UnsafePointer<UInt8>, _ start: UnsafePointer<UInt8>, _ first: XMLTokenList.Place
  ) -> XMLTokenList.Place {
    XMLTokenList.Place(line: line, byte: first.byte + (place - start))
  }

  /// The place behind the end tag of an element, `nil` where it is none.
  private func behindEnd(
    _ tag: UnsafePointer<UInt8>, of name: XMLPlainNames.Slot
  ) -> UnsafePointer<UInt8>? {
    let last = tag + 2 + name.count
    guard name.isSpelled(tag + 2), last.pointee == UInt8(ascii: ">") else { return nil }
    return last + 1
  }

  /// The name of a tag that opens, and the place behind it.
  private func name(_ next: inout UnsafePointer<UInt8>) -> XMLPlainNames.Slot? {
    let start = next + 1
    var end = start
    while classes[Int(end.pointee)] & PlainByte.name != 0 { end += 1 }
    next = end
    return names.slot(start, count: end - start)
  }

  /// Passes over the rest of a tag, with its attribute; says whether the element is empty.
  private func behindName(
    _ next: inout UnsafePointer<UInt8>, of name: XMLPlainNames.Slot,
    _ recorder: UnsafeMutablePointer<XMLTokenRecorder>
  ) -> Bool? {
    if next.pointee == UInt8(ascii: " "), next[1] != UInt8(ascii: "/") {
      guard let attribute = self.name(&next), next.pointee == UInt8(ascii: "="),
        next[1] == UInt8(ascii: "\"")
      else { return nil }
      let value = next + 2
      next = value
      while classes[Int(next.pointee)] & PlainByte.value != 0 { next += 1 }
      guard next.pointee == UInt8(ascii: "\"") else { return nil }
      if name.word >= 0, attribute.word >= 0 {
        recorder.pointee.add(attribute: attribute.word, value, next - value)
      }
      next += 1
    }
    if next.pointee == UInt8(ascii: " ") { next += 1 }
    if next.pointee == UInt8(ascii: ">") {
      next += 1
      return false
    }
    guard next.pointee == UInt8(ascii: "/"), next[1] == UInt8(ascii: ">") else { return nil }
    next += 2
    return true
  }

  /// Adds the text up to the next tag; gives its place, or leaves in `stop` what is not plain.
  private mutating func text(
    _ start: UnsafePointer<UInt8>, into recorder: UnsafeMutablePointer<XMLTokenRecorder>
  ) -> UnsafePointer<UInt8>? {
    var start = start
    while true {
      var next = start
      var met: UInt8 = 0
      var kind = classes[Int(next.pointee)]
      while kind & PlainByte.stopsText == 0 {
        met |= kind
        next += 1
        kind = classes[Int(next.pointee)]
      }
      guard met == 0 || isPlain(start, next, met), add(start, next, to: recorder) else {
        stop = start
        return nil
      }
      if next.pointee == UInt8(ascii: "<") { return next }
      stop = next
      if XMLPlainElements.isLineEnd(next) {
        start = next + 1
        continue
      }
      guard next.pointee == UInt8(ascii: "&"), let (count, character) = PlainByte.reference(next)
      else { return nil }
      guard withUnsafePointer(to: character, { add($0, $0 + 1, to: recorder) }) else { return nil }
      start = next + count
    }
  }

  /// Counts the lines of a text, and says whether its characters are sound.
  private mutating func isPlain(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ met: UInt8
  ) -> Bool {
    let text = UnsafeBufferPointer(start: start, count: end - start)
    if met & PlainByte.blank != 0 { line += Int32(XMLStreamParser.newLines(in: text)) }
    return met & PlainByte.high == 0 || XMLCharacters.areSound(text)
  }
}
