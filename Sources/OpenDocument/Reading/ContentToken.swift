import LibXML2

/// An element of a spreadsheet that opens, valid only during the call that hands it over.
struct ContentToken {
  /// Which element it is, or `nil` for one that the reader does not know.
  let name: ContentName?
  /// The attributes that the reader knows.
  let attributes: UnsafeBufferPointer<ContentAttribute>

  /// The value of an attribute, or `nil` where it is not there.
  subscript(_ wanted: ContentName) -> String? {
    attributes.first { $0.name == wanted }?.text
  }

  /// A count that is 1 where the attribute is not there.
  func count(_ wanted: ContentName, least: Int = 1) throws(SpreadsheetReadError) -> Int {
    guard let attribute = attributes.first(where: { $0.name == wanted }) else { return 1 }
    guard let count = ValueText.count(attribute.value, least: least) else {
      throw SpreadsheetReadError(.count(String(attribute.text.prefix(100))))
    }
    return count
  }

  /// Whether a row or a column is hidden or filtered out.
  var isHidden: Bool {
    guard let visibility = self[.visibility] else { return false }
    return visibility != "visible"
  }
}

/// An attribute that the reader knows.
struct ContentAttribute {
  /// Which attribute it is.
  let name: ContentName
  /// Its value in UTF-8, in which an ampersand stands as `&#38;`.
  let value: UnsafeBufferPointer<UInt8>

  /// Its value.
  var text: String { XMLToken.text(value) }
}

/// Hands libxml2's tokens to the reader, from the first one on that it has not seen yet.
final class ParsedContent: XMLTokenHandler {
  private let content: ContentReader
  private var seen: Int
  private var attributes: [ContentAttribute] = []

  /// Prepares to hand over.
  ///
  /// - Parameter seen: how many tokens the reader has had from the scanner.
  init(_ content: ContentReader, seen: Int) {
    self.content = content
    self.seen = seen
  }

  func start(_ token: XMLToken) throws {
    guard isNew() else { return }
    attributes.removeAll(keepingCapacity: true)
    token.forEachAttribute { name, value in
      guard let name = ContentName(rawValue: name) else { return }
      attributes.append(ContentAttribute(name: name, value: value))
    }
    let name = token.name.flatMap { ContentName(rawValue: $0) }
    try attributes.withUnsafeBufferPointer {
      try content.start(ContentToken(name: name, attributes: $0))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isNew() { try content.text(bytes) }
  }

  func end() throws {
    if isNew() { try content.end() }
  }

  private func isNew() -> Bool {
    guard seen > 0 else { return true }
    seen -= 1
    return false
  }
}
