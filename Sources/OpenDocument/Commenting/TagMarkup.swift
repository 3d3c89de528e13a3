/// The bytes of one tag as they stand in a document, with the places of its attributes.
struct TagMarkup {
  private struct Attribute {
    let name: String
    /// The blanks before it, its name and its value in quotation marks.
    let whole: Range<Int>
    let value: Range<Int>
  }

  let bytes: [UInt8]
  /// The name with its prefix: `table:table-cell`.
  let name: String
  /// Whether it opens an element and closes it at once.
  let isEmpty: Bool
  private let nameEnd: Int

  /// Looked for when they are asked for: most tags are passed on without.
  private var attributes: [Attribute] {
    TagMarkup.attributes(
      in: bytes, from: nameEnd, to: max(nameEnd, bytes.count - (isEmpty ? 2 : 1)))
  }

  /// Takes the bytes from `<` to `>`; an end tag has no attributes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isEmpty = bytes.dropLast().last == UInt8(ascii: "/")
    let start = bytes.dropFirst().first == UInt8(ascii: "/") ? 2 : 1
    let end = max(start, bytes.count - (isEmpty ? 2 : 1))
    nameEnd = bytes[start..<end].firstIndex(where: TagMarkup.isBlank) ?? end
    name = String(decoding: bytes[start..<nameEnd], as: UTF8.self)
  }

  /// The value of an attribute with its entities replaced.
  subscript(name: String) -> String? {
    attributes.first { $0.name == name }.map { EntityText.plain(bytes[$0.value]) }
  }

  /// Whether the element that the tag opens has this attribute with this value.
  func has(_ name: String, _ value: String) -> Bool { self[name] == value }

  /// The tag with a count that is left out where it is 1.
  func counting(_ name: String, _ count: Int) -> [UInt8] {
    let text = count == 1 ? [] : Array(" \(name)=\"\(count)\"".utf8)
    var changed = bytes
    if let attribute = attributes.first(where: { $0.name == name }) {
      changed.replaceSubrange(attribute.whole, with: text)
      return changed
    }
    let end = bytes.count - (isEmpty ? 2 : 1)
    changed.insert(contentsOf: text, at: max(0, end))
    return changed
  }

  /// The bytes of a tag that opens an element, where they close it at once.
  static func opened(_ tag: [UInt8]) -> [UInt8] {
    guard tag.dropLast().last == UInt8(ascii: "/") else { return tag }
    return tag.dropLast(2) + [UInt8(ascii: ">")]
  }

  /// The tag that closes the element.
  var closing: [UInt8] { Array("</\(name)>".utf8) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 9 || byte == 10 || byte == 13
  }

  private static func attributes(
    in bytes: [UInt8], from start: Int, to end: Int
  ) -> [Attribute] {
    var found: [Attribute] = []
    var place = start
    while place < end {
      let first = place
      while place < end, isBlank(bytes[place]) { place += 1 }
      let nameStart = place
      while place < end, bytes[place] != UInt8(ascii: "="), !isBlank(bytes[place]) { place += 1 }
      let name = nameStart..<place
      while place < end, bytes[place] == UInt8(ascii: "=") || isBlank(bytes[place]) { place += 1 }
      guard place < end, !name.isEmpty else { break }
      let quote = bytes[place]
      let valueStart = place + 1
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), valueStart <= end,
        let valueEnd = bytes[valueStart..<end].firstIndex(of: quote)
      else { break }
      place = valueEnd + 1
      found.append(
        Attribute(
          name: String(decoding: bytes[name], as: UTF8.self), whole: first..<place,
          value: valueStart..<valueEnd))
    }
    return found
  }
}

/// Text of an XML document without its entities.
enum EntityText {
  private static let named = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

  /// The text with its entities replaced; what is none stays as it is.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    var plain = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      plain += rest[..<mark]
      guard let end = rest[mark...].firstIndex(of: ";") else {
        rest = rest[mark...]
        break
      }
      let entity = rest[rest.index(after: mark)..<end]
      plain += character(String(entity)) ?? String(rest[mark...end])
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }

  private static func character(_ entity: String) -> String? {
    if let text = named[entity] { return text }
    guard entity.hasPrefix("#") else { return nil }
    let digits = entity.dropFirst()
    let code =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
