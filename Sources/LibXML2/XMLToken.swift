/// The name of an element or an attribute: its namespace, and its name without a prefix.
public struct XMLName: Sendable, Hashable {
  /// The namespace, `nil` for an attribute without a prefix.
  public let namespace: String?
  /// The name without its prefix.
  public let name: String

  /// Names an element or an attribute.
  public init(_ name: String, in namespace: String?) {
    self.name = name
    self.namespace = namespace
  }
}

/// What takes a document of millions of elements without a string for each of their names.
///
/// A name is its place in the list of names that the parser was made with; names that are not in
/// the list are `nil`. What the calls throw stops the reading and is thrown on.
public protocol XMLTokenHandler: AnyObject {
  /// Takes an element that opens.
  func start(_ token: XMLToken) throws
  /// Takes the text between two tags, whole, in UTF-8; the bytes are valid during the call only.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
  /// Takes the end of the element that opened last.
  func end() throws
}

/// An element that opens, valid only during the call that hands it over.
public struct XMLToken {
  /// The place of its name in the list of names, or `nil` for a name that is not in it.
  public let name: Int?
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let attributeCount: Int
  // The parser keeps the table as long as any token may be looked at.
  private unowned(unsafe) let names: XMLNameTable

  init(
    name: Int?, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, attributeCount: Int,
    names: XMLNameTable
  ) {
    self.name = name
    self.attributes = attributes
    self.attributeCount = attributeCount
    self.names = names
  }

  /// Hands over each attribute whose name is in the list, and its value in UTF-8.
  public func forEachAttribute(
    _ body: (_ name: Int, _ value: UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    guard let attributes else { return }
    for index in 0..<attributeCount {
      // Five pointers: name, prefix, namespace, start and end of the value.
      let place = index * 5
      guard let local = attributes[place],
        let name = names.place(of: local, in: attributes[place + 2]),
        let start = attributes[place + 3], let end = attributes[place + 4]
      else { continue }
      try body(name, UnsafeBufferPointer(start: start, count: end - start))
    }
  }

  /// The text of a value that was handed over.
  public static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    // While libxml2 substitutes no entities it hands over an ampersand, and only that, in this form.
    return value.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }
}

/// The places of names in a list, found by the address at which the parser keeps each name.
///
/// A parser keeps one copy of each name, so that two addresses tell a name without comparing it.
final class XMLNameTable {
  private struct Slot {
    var local: UnsafePointer<UInt8>?
    var namespace: UnsafePointer<UInt8>?
    var place: Int?
  }

  /// A power of two; names beyond three quarters of it are looked up by their letters.
  private static let size = 512

  private let places: [XMLName: Int]
  /// Whether names are told by their letters alone, whatever their namespace.
  private let ignoresNamespaces: Bool
  // Looked up several times for each element; an array in a class would be checked each time.
  private let slots: UnsafeMutablePointer<Slot>
  private var used = 0

  init(_ names: [XMLName], ignoresNamespaces: Bool = false) {
    self.ignoresNamespaces = ignoresNamespaces
    places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    slots = .allocate(capacity: XMLNameTable.size)
    slots.initialize(repeating: Slot(), count: XMLNameTable.size)
  }

  deinit {
    slots.deinitialize(count: XMLNameTable.size)
    slots.deallocate()
  }

  /// The place of a name, or `nil` where it is not in the list.
  func place(of local: UnsafePointer<UInt8>, in namespace: UnsafePointer<UInt8>?) -> Int? {
    var index = XMLNameTable.slot(local, namespace)
    while let known = slots[index].local {
      if known == local, slots[index].namespace == namespace { return slots[index].place }
      index = (index + 1) & (XMLNameTable.size - 1)
    }
    let space = ignoresNamespaces ? nil : namespace.map { String(cString: $0) }
    let name = XMLName(String(cString: local), in: space)
    let place = places[name]
    if used < XMLNameTable.size * 3 / 4 {
      slots[index] = Slot(local: local, namespace: namespace, place: place)
      used += 1
    }
    return place
  }

  /// The place of a name that is in no namespace, or in any where they are ignored.
  func place(of name: String) -> Int? { places[XMLName(name, in: nil)] }

  private static func slot(
    _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let mixed = UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: namespace) >> 3
    return Int(truncatingIfNeeded: (mixed >> 20) & UInt(size - 1))
  }
}
