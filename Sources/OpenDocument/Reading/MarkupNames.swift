import Foundation
import LibXML2

/// The names of a document, each looked up by its letters once and by its place from then on.
final class MarkupNames {
  /// A name as the document writes it: `table:table-cell`.
  struct Slot {
    fileprivate let bytes: UnsafePointer<UInt8>
    /// How many bytes it has.
    let count: Int
    /// Its number in the order of the document.
    let number: Int
    /// The element or attribute of the reader, or `nil` for one that it does not know.
    let content: ContentName?
    /// Whether it declares a namespace.
    let isDeclaration: Bool

    /// Whether the bytes at a place are those of the name; there must be as many.
    @inline(__always)
    func isSpelled(_ place: UnsafePointer<UInt8>) -> Bool { memcmp(place, bytes, count) == 0 }
  }

  /// A power of two; documents with names beyond half of it are left to libxml2.
  private static let size = 1024
  /// The longest name that is looked up.
  private static let longest = 100
  private static let known = Dictionary(
    uniqueKeysWithValues: zip(ContentName.list, ContentName.allCases))

  private var prefixes: [String: String] = [:]
  private var owned: [UnsafeMutablePointer<UInt8>] = []
  // Looked up several times for each element; an array in a class would be checked each time.
  private let slots: UnsafeMutablePointer<Slot?>

  init() {
    slots = .allocate(capacity: MarkupNames.size)
    slots.initialize(repeating: nil, count: MarkupNames.size)
  }

  deinit {
    for bytes in owned { bytes.deallocate() }
    slots.deinitialize(count: MarkupNames.size)
    slots.deallocate()
  }

  /// Learns of an attribute of the root; gives false where it makes a namespace in an unusual way.
  func declare(_ attribute: String, _ value: String) -> Bool {
    guard attribute.hasPrefix("xmlns") else { return true }
    let prefix = String(attribute.dropFirst(6))
    let isUsual =
      attribute.hasPrefix("xmlns:") && !prefix.isEmpty && !prefix.hasPrefix("xml")
      && !value.contains(where: { $0 == "&" || $0 == "<" }) && XMLNamespace.isName(value)
    if prefixes[prefix] == value { return isUsual }
    // Two prefixes for one namespace would hide an attribute that stands twice.
    guard isUsual, prefixes[prefix] == nil, !prefixes.values.contains(value) else { return false }
    prefixes[prefix] = value
    return true
  }

  /// Whether an attribute declares what the root declared already, as LibreOffice's parts do.
  func repeats(_ attribute: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool
  {
    let prefix = String(decoding: attribute.dropFirst(6), as: UTF8.self)
    return prefixes[prefix] == String(decoding: value, as: UTF8.self)
  }

  /// The slot of a name, or `nil` where the name is unusual.
  @inline(__always)
  func slot(_ start: UnsafePointer<UInt8>, count: Int) -> Slot? {
    guard count > 0 else { return nil }
    var index = MarkupNames.index(start, count)
    while let slot = slots[index] {
      if slot.count == count, slot.isSpelled(start) { return slot }
      index = (index + 1) & (MarkupNames.size - 1)
    }
    return learn(start, count, at: index)
  }

  private func learn(_ start: UnsafePointer<UInt8>, _ count: Int, at index: Int) -> Slot? {
    guard count <= MarkupNames.longest, owned.count < MarkupNames.size / 2 else { return nil }
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { $0.first.map { $0.isLetter || $0 == "_" } ?? false }
    guard isName, parts.count <= 2, let local = parts.last else { return nil }
    let isDeclaration = text.hasPrefix("xmlns")
    var namespace: String?
    if parts.count == 2, !isDeclaration {
      guard let declared = prefixes[String(parts[0])] else { return nil }
      namespace = declared
    }
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    bytes.initialize(from: start, count: count)
    owned.append(bytes)
    let slot = Slot(
      bytes: bytes, count: count, number: owned.count,
      content: isDeclaration ? nil : MarkupNames.known[XMLName(String(local), in: namespace)],
      isDeclaration: isDeclaration)
    slots[index] = slot
    return slot
  }

  /// Where the search for a name begins: three of its bytes and its length tell most of them.
  @inline(__always)
  private static func index(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let letters =
      UInt64(start[count - 1]) | UInt64(start[count / 2]) << 8 | UInt64(start[count * 3 / 4]) << 16
    let mixed = (letters | UInt64(truncatingIfNeeded: count) << 24) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 54)
  }
}
