/// What takes a document of millions of elements a few thousand at a time.
///
/// A call for each element costs more than what most elements are read for.
public protocol XMLTokenListHandler: AnyObject {
  /// Takes the element that holds all others, before anything in it.
  func open(_ root: XMLStreamElement, at position: XMLStreamPosition) throws
  /// Takes the next elements, the root among them; the list is valid during the call only.
  func take(_ tokens: XMLTokenList) throws
}

/// Some elements of a document in the order of the file: their starts, attributes and ends.
///
/// A name is its place in the list of words that the parser was made with, whatever its namespace.
public struct XMLTokenList {
  /// What a token stands for.
  public enum Kind: UInt8, Sendable {
    /// An element opens.
    case start
    /// An attribute of the element that opened last, of those whose name is in the list of words.
    case attribute
    /// An element closes.
    case end
  }

  /// One token.
  public struct Token {
    /// What it stands for.
    public let kind: Kind
    /// The place of its name in the list of words, or -1.
    public let name: Int32
    let textStart: Int32
    let textCount: Int32
    let line: Int32
    let byte: Int

    /// Whether there is text since the tag before, or a value that is not empty.
    public var hasText: Bool { textCount > 0 }
  }

  /// The tokens.
  public let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafePointer<UInt8>
  // Of a file in another encoding than UTF-8, places are looked up only where they are asked for.
  let asking: Unmanaged<XMLStreamParser>?

  /// The text since the tag before, of an end, or the value of an attribute, in UTF-8.
  public func text(of token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(token.textStart), count: Int(token.textCount))
  }

  /// Where a start or an end stands, of a name that is in the list of words.
  public func position(of token: Token) -> XMLStreamPosition {
    if let asking { return asking._withUnsafeGuaranteedRef { $0.position } }
    return XMLStreamPosition(line: Int(token.line), byte: token.byte)
  }
}

/// Where tokens and their texts are collected until they are handed over.
struct XMLTokenRecorder {
  private static let most = 4_096
  private static let mostBytes = 1 << 16

  private let tokens: UnsafeMutablePointer<XMLTokenList.Token>
  private(set) var count = 0
  private var capacity: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 1 << 17
  /// Where the text since the last tag starts.
  private var leafStart = 0

  init() {
    // Room for the attributes of the last element too.
    capacity = XMLTokenRecorder.most * 2
    tokens = .allocate(capacity: capacity)
    bytes = .allocate(capacity: byteCapacity)
  }

  func free() {
    tokens.deallocate()
    bytes.deallocate()
  }

  /// Whether it is time to hand the tokens over.
  var isFull: Bool {
    count >= XMLTokenRecorder.most || leafStart >= XMLTokenRecorder.mostBytes
  }

  /// Whether there is room for one more token.
  var hasRoom: Bool { count < capacity }

  /// How many bytes there are since the last tag.
  var leafCount: Int { byteCount - leafStart }

  /// Adds text behind the last tag.
  mutating func add(_ text: UnsafePointer<UInt8>, _ size: Int) {
    if byteCount + size > byteCapacity { grow(by: size) }
    (bytes + byteCount).update(from: text, count: size)
    byteCount += size
  }

  private mutating func grow(by size: Int) {
    byteCapacity = max(byteCapacity * 2, byteCount + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
  }

  /// Forgets the text since the last tag.
  mutating func dropLeaf() { byteCount = leafStart }

  /// Adds a token with the text since the last one.
  mutating func add(_ kind: XMLTokenList.Kind, _ name: Int32, line: Int32, byte: Int) {
    (tokens + count).initialize(
      to: XMLTokenList.Token(
        kind: kind, name: name, textStart: Int32(truncatingIfNeeded: leafStart),
        textCount: Int32(truncatingIfNeeded: leafCount), line: line, byte: byte))
    count += 1
    leafStart = byteCount
  }

  /// The tokens so far.
  func list(asking: Unmanaged<XMLStreamParser>?) -> XMLTokenList {
    XMLTokenList(
      tokens: UnsafeBufferPointer(start: tokens, count: count), bytes: UnsafePointer(bytes),
      asking: asking)
  }

  /// Starts anew, with the text since the last tag.
  mutating func clear() {
    let rest = leafCount
    bytes.update(from: bytes + leafStart, count: rest)
    byteCount = rest
    leafStart = 0
    count = 0
  }
}
