import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The names of plain markup, each looked up by its letters.
final class XMLPlainNames {
  /// A name as the document writes it.
  struct Slot {
    fileprivate let bytes: UnsafePointer<UInt8>
    /// How many bytes it has.
    let count: Int
    /// The place of the name in the list of words, or -1.
    let word: Int32

    /// Whether the bytes at a place are those of the name.
    @inline(__always)
    func isSpelled(_ place: UnsafePointer<UInt8>) -> Bool { memcmp(place, bytes, count) == 0 }
  }

  /// A power of two; elements with names beyond half of it are left to libxml2.
  private static let size = 1_024
  /// The longest name that is looked up.
  static let longest = 100

  private let words: XMLNameTable
  private let dictionary: xmlDictPtr?
  private let prefixes: Set<String>
  private var used = 0
  // Looked up for each element; an array in a class would be checked each time.
  private let slots: UnsafeMutablePointer<Slot?>

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - words: the names that matter.
  ///   - prefixes: the prefixes that are known in all of the document.
  ///   - dictionary: the names of libxml2, which counts those of plain markup too.
  init(_ words: XMLNameTable, prefixes: Set<String>, dictionary: xmlDictPtr?) {
    self.words = words
    self.prefixes = prefixes
    self.dictionary = dictionary
    slots = .allocate(capacity: XMLPlainNames.size)
    slots.initialize(repeating: nil, count: XMLPlainNames.size)
  }

  deinit {
    slots.deinitialize(count: XMLPlainNames.size)
    slots.deallocate()
  }

  /// The slot of a name, or `nil` where the name is unusual.
  @inline(__always)
  func slot(_ start: UnsafePointer<UInt8>, count: Int) -> Slot? {
    guard count > 0 else { return nil }
    var index = XMLPlainNames.index(start, count)
    while let slot = slots[index] {
      if slot.count == count, slot.isSpelled(start) { return slot }
      index = (index + 1) & (XMLPlainNames.size - 1)
    }
    return learn(start, count, at: index)
  }

  private func learn(_ start: UnsafePointer<UInt8>, _ count: Int, at index: Int) -> Slot? {
    guard count <= XMLPlainNames.longest, used < XMLPlainNames.size / 2 else { return nil }
    let name = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    // Names of XML itself have a meaning.
    guard !name.lowercased().hasPrefix("xml"), let local = local(name) else { return nil }
    // It lives as long as the parser, as all names do.
    guard let bytes = xmlDictLookup(dictionary, start, Int32(count)) else { return nil }
    let slot = Slot(
      bytes: bytes, count: count, word: words.place(of: local).map { Int32($0) } ?? -1)
    slots[index] = slot
    used += 1
    return slot
  }

  /// A name without its prefix, `nil` where one of the two is none or the prefix is not known.
  private func local(_ name: String) -> String? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    // A digit or a mark cannot start a name.
    guard let local = parts.last, let first = local.first, first.isLetter || first == "_",
      parts.count == 1 || (parts.count == 2 && prefixes.contains(parts[0]))
    else { return nil }
    return local
  }

  /// Where the search for a name begins: three of its bytes and its length tell most of them.
  @inline(__always)
  private static func index(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let letters =
      UInt64(start[count - 1]) | UInt64(start[count / 2]) << 8 | UInt64(start[count / 4]) << 16
      | UInt64(start[0]) << 24
    let mixed = (letters | UInt64(truncatingIfNeeded: count) << 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 54)
  }
}
