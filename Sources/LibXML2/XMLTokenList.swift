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
/// Elements of other names are left out, unless there is one of the words in them.
public struct XMLTokenList {
  /// What a token stands for.
  public enum Kind: UInt8, Sendable {
    /// An element opens.
    case start
    /// An attribute of the element that opened last, of those whose name is in the list of words.
    case attribute
    /// An element closes.
    case end
    /// An element opens and closes, with nothing but text in it and no attribute of the words.
    case leaf
  }

  /// A place in the file, in the fields that a parser counts in.
  struct Place {
    var line: Int32 = 1
    var byte = 0
  }

  /// One token.
  public struct Token {
    /// What it stands for.
    public let kind: Kind
    /// Whether it ends an element in which there was no other.
    public let isLeaf: Bool
    /// The place of its name in the list of words, or -1.
    public let name: Int32
    let textStart: Int32
    let textCount: Int32
    let place: Place
    /// Where a leaf ends.
    let end: Place

    /// Whether there is text since the tag before, or a value that is not empty.
    public var hasText: Bool { textCount > 0 }

    /// The end of a leaf, as a token of its own.
    public var closing: Token {
      Token(
        kind: .end, isLeaf: isLeaf, name: name, textStart: textStart, textCount: textCount,
        place: end, end: end)
    }
  }

  /// The tokens.
  public let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafePointer<UInt8>
  // Of a file in another encoding than UTF-8, places are looked up only where they are asked for.
  let asking: Unmanaged<XMLStreamParser>?

  /// The text since the tag before, of an end or a leaf, or the value of an attribute, in UTF-8.
  public func text(of token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(token.textStart), count: Int(token.textCount))
  }

  /// Where a start, an end or the start of a leaf stands, of a name that is in the list of words.
  public func position(of token: Token) -> XMLStreamPosition {
    if let asking { return asking._withUnsafeGuaranteedRef { $0.position } }
    return XMLStreamPosition(line: Int(token.place.line), byte: token.place.byte)
  }
}

/// Where tokens and their texts are collected until they are handed over.
struct XMLTokenRecorder {
  private static let most = 2_048
  private static let mostBytes = 1 << 16

  private let tokens: UnsafeMutablePointer<XMLTokenList.Token>
  private(set) var count = 0
  private let capacity: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 1 << 17
  /// Where the text since the last tag starts.
  private var leafStart = 0
  /// How many bytes there are since the last tag, those that were not kept among them.
  private(set) var leafCount = 0
  /// Whether the text since the last tag may be asked for.
  private var keepsText = true
  /// Whether the element that opened last has not closed yet.
  private var isLeaf = false

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

  /// Whether there is room for a tag and its attribute.
  var hasRoomForTag: Bool { count + 2 <= capacity }

  /// A state to which it can go back.
  struct Mark {
    fileprivate let count: Int
    fileprivate let byteCount: Int
    fileprivate let leafStart: Int
    fileprivate let leafCount: Int
    fileprivate let keepsText: Bool
    fileprivate let isLeaf: Bool
  }

  /// The state as it is.
  var mark: Mark {
    Mark(
      count: count, byteCount: byteCount, leafStart: leafStart, leafCount: leafCount,
      keepsText: keepsText, isLeaf: isLeaf)
  }

  /// Forgets what was recorded since, where that began with an element.
  ///
  /// The text in front of the element may be another one by then; the element drops it anyhow.
  mutating func go(back mark: Mark) {
    (count, byteCount, leafStart) = (mark.count, mark.byteCount, mark.leafStart)
    (leafCount, keepsText, isLeaf) = (mark.leafCount, mark.keepsText, mark.isLeaf)
  }

  /// Adds text behind the last tag.
  mutating func add(_ text: UnsafePointer<UInt8>, _ size: Int) {
    leafCount += size
    if keepsText { keep(text, size) }
  }

  private mutating func keep(_ text: UnsafePointer<UInt8>, _ size: Int) {
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

  /// Adds the start of an element.
  mutating func start(_ name: Int32, at place: XMLTokenList.Place) {
    dropText()
    append(.start, name, place)
    isLeaf = true
    keepsText = name >= 0
  }

  /// Adds an attribute of the element that opened last.
  mutating func add(attribute name: Int32, _ value: UnsafePointer<UInt8>, _ size: Int) {
    keep(value, size)
    append(.attribute, name, XMLTokenList.Place())
    leafStart = byteCount
  }

  /// Adds the end of an element; together with its start where nothing stands between them.
  mutating func end(_ name: Int32, at place: XMLTokenList.Place) {
    if name < 0 { dropText() }
    let followsStart = count > 0 && tokens[count - 1].kind == .start
    if followsStart, name < 0 {
      count -= 1
    } else if followsStart, isLeaf {
      let start = tokens[count - 1].place
      count -= 1
      append(.leaf, name, start, end: place)
    } else {
      append(.end, name, place)
    }
    leafStart = byteCount
    leafCount = 0
    isLeaf = false
    keepsText = true
  }

  /// Forgets the text since the last tag.
  private mutating func dropText() {
    byteCount = leafStart
    leafCount = 0
  }

  /// Adds a token with the text since the last one.
  private mutating func append(
    _ kind: XMLTokenList.Kind, _ name: Int32, _ place: XMLTokenList.Place,
    end: XMLTokenList.Place = XMLTokenList.Place()
  ) {
    (tokens + count).initialize(
      to: XMLTokenList.Token(
        kind: kind, isLeaf: isLeaf, name: name,
        textStart: Int32(truncatingIfNeeded: leafStart),
        textCount: Int32(truncatingIfNeeded: byteCount - leafStart), place: place, end: end))
    count += 1
  }

  /// The tokens so far.
  func list(asking: Unmanaged<XMLStreamParser>?) -> XMLTokenList {
    XMLTokenList(
      tokens: UnsafeBufferPointer(start: tokens, count: count), bytes: UnsafePointer(bytes),
      asking: asking)
  }

  /// Forgets all tokens.
  mutating func empty() { count = 0 }

  /// Starts anew, with the text since the last tag.
  mutating func clear() { resume(self) }

  /// Starts where another stopped, with the text since its last tag.
  mutating func resume(_ other: XMLTokenRecorder) {
    count = 0
    byteCount = 0
    leafStart = 0
    keep(other.bytes + other.leafStart, other.byteCount - other.leafStart)
    leafCount = other.leafCount
    keepsText = other.keepsText
    isLeaf = other.isLeaf
  }
}
