import Foundation
import ImpactModel

/// A look at the bytes of an XML document before any parser gets them.
///
/// Parsers take a time that grows with the square of the attributes of one element, and a tree takes
/// a hundred times the bytes of an empty element. One pass over the bytes, in which nothing is kept,
/// refuses what no report comes near, so that all that follows is bounded.
struct DocumentScreen {
  /// The most elements, comments and instructions: nine for each of the 20,000 identifiers at most.
  static let mostNodes = 250_000
  /// The deepest that elements may lie.
  static let deepest = 40
  /// The longest tag, in bytes.
  static let longestTag = 65_536
  /// The most attributes of one element.
  static let mostAttributes = 64
  /// The most declarations of namespaces in all.
  static let mostNamespaces = 1_000
  /// The encodings in which a byte below 128 is that character and no other.
  private static let encodings: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252",
  ]

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var depth = 0
  private var nodes = 0
  private var namespaces = 0

  /// Says why a document is not to be parsed, or nothing where it may be.
  static func refusal(of document: Data) -> PortfolioRefusal? {
    document.withUnsafeBytes { raw in
      var screen = DocumentScreen(bytes: raw.bindMemory(to: UInt8.self))
      return screen.look()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func look() -> PortfolioRefusal? {
    if let refusal = encodingRefusal() { return refusal }
    while let open = next("<", from: place) {
      place = open + 1
      nodes += 1
      guard nodes <= DocumentScreen.mostNodes else { return DocumentScreen.tooMany }
      if let refusal = tag() { return refusal }
    }
    return nil
  }

  // MARK: Encoding

  /// Refuses an encoding in which the bytes below would mean something else.
  private func encodingRefusal() -> PortfolioRefusal? {
    let start = bytes.prefix(400)
    let isPlain =
      !start.contains(0) && !start.starts(with: [0xFF, 0xFE])
      && !start.starts(with: [0xFE, 0xFF])
    guard isPlain else { return DocumentScreen.encoding }
    let words = String(decoding: start, as: UTF8.self)
    guard let end = words.range(of: "?>"), let mark = words.range(of: "encoding"),
      mark.lowerBound < end.lowerBound
    else { return nil }
    let stated = words[mark.upperBound..<end.lowerBound]
      .drop { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" }
      .prefix { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
    return DocumentScreen.encodings.contains(stated.lowercased()) ? nil : DocumentScreen.encoding
  }

  // MARK: Tags

  /// Looks at what a `<` before the place begins, and goes behind it.
  private mutating func tag() -> PortfolioRefusal? {
    if skips("!--", to: "-->") || skips("![CDATA[", to: "]]>") || skips("?", to: "?>") {
      return nil
    }
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "!"): return DocumentScreen.documentType
    case UInt8(ascii: "/"):
      depth -= 1
      place = next(">", from: place).map { $0 + 1 } ?? bytes.count
      return nil
    default: return element()
    }
  }

  /// Goes through a start tag, whose attributes are counted by their signs of equality.
  private mutating func element() -> PortfolioRefusal? {
    let start = place
    var attributes = 0
    var quote: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      if place - start > DocumentScreen.longestTag { return DocumentScreen.tooLong }
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        attributes += 1
      } else if byte <= 32 {
        // `xmlns="…"` and `xmlns:p="…"` both follow a blank.
        if holds("xmlns", at: place + 1) { namespaces += 1 }
      } else if byte == UInt8(ascii: ">") {
        break
      }
      place += 1
    }
    let isEmpty = place > start && bytes[place - 1] == UInt8(ascii: "/")
    place += 1
    depth += isEmpty ? 0 : 1
    if depth > DocumentScreen.deepest { return DocumentScreen.tooDeep }
    if namespaces > DocumentScreen.mostNamespaces { return DocumentScreen.tooMany }
    return attributes > DocumentScreen.mostAttributes ? DocumentScreen.tooManyAttributes : nil
  }

  /// Goes behind the end of something that begins here, and says whether it did.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard holds(start, at: place) else { return false }
    var from = place + start.utf8CodeUnitCount
    place = bytes.count
    let first = Character(Unicode.Scalar(end.utf8Start.pointee))
    while let found = next(first, from: from) {
      if holds(end, at: found) {
        place = found + end.utf8CodeUnitCount
        break
      }
      from = found + 1
    }
    return true
  }

  private func holds(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start >= 0, start + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// The next place of an ASCII character.
  private func next(_ character: Character, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let wanted = character.asciiValue,
      let found = memchr(base + start, Int32(wanted), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

// MARK: Reasons

extension DocumentScreen {
  private static func damaged(_ english: String, _ dutch: String) -> PortfolioRefusal {
    PortfolioRefusal(.damaged, Text(english, nl: dutch))
  }

  private static let encoding = damaged(
    "The file is in an encoding that no report has; reports are UTF-8.",
    "Het bestand heeft een codering die geen verslag heeft; verslagen zijn UTF-8.")
  private static let documentType = damaged(
    "The file has a document type declaration, which no report has.",
    "Het bestand bevat een documenttypedeclaratie; die heeft geen verslag.")
  private static let tooDeep = damaged(
    "The elements of the file lie deeper than \(deepest), which those of no report do.",
    "De elementen van het bestand liggen dieper dan \(deepest); dat doen die van geen verslag.")
  private static let tooLong = damaged(
    "A tag of the file is longer than \(longestTag) bytes, which no tag of a report is.",
    "Een label in het bestand is langer dan \(longestTag) bytes; zo lang is geen label van een verslag."
  )
  private static let tooManyAttributes = damaged(
    "An element of the file has over \(mostAttributes) attributes, which no element of a report has.",
    "Een element van het bestand heeft meer dan \(mostAttributes) attributen; dat heeft geen verslag."
  )
  private static let tooMany = PortfolioRefusal(
    .tooLarge,
    Text(
      "The file holds more elements than any report has.",
      nl: "Het bestand bevat meer elementen dan een verslag ooit heeft."))
}
