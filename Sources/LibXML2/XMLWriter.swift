/// Why something cannot be written as XML.
public struct XMLWriterError: Error, Sendable, Hashable {
  /// The control character that XML cannot hold.
  public let character: Unicode.Scalar
}

/// Writes well-formed XML into bytes, elements nested and closed in order.
///
/// Text is escaped here and nowhere else. Control characters that XML cannot hold are refused;
/// libxml2's own writer would put them out unescaped and break the file.
public struct XMLWriter: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var open: [String] = []
  private var isTagOpen = false
  private let indents: Bool
  private var lastWasText = false

  /// Starts a document with the XML declaration.
  ///
  /// - Parameters:
  ///   - indents: whether each element stands on a line of its own.
  ///   - declares: whether the document starts with the XML declaration.
  public init(indents: Bool = false, declares: Bool = true) {
    self.indents = indents
    if declares { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  /// Takes the bytes written so far, so that a stream can pass them on.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Opens an element; `nil` attributes are left out.
  public mutating func start(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:]
  ) throws(XMLWriterError) {
    closeTag()
    newLine()
    append("<")
    append(name)
    for (key, value) in attributes {
      guard let value else { continue }
      append(" ")
      append(key)
      append("=\"")
      try escape(value, inAttribute: true)
      append("\"")
    }
    open.append(name)
    isTagOpen = true
    lastWasText = false
  }

  /// Closes the element that was opened last.
  public mutating func end() {
    guard let name = open.popLast() else { return }
    if isTagOpen {
      append("/>")
      isTagOpen = false
    } else {
      if !lastWasText { newLine() }
      append("</")
      append(name)
      append(">")
    }
    lastWasText = false
    if open.isEmpty { append("\n") }
  }

  /// Writes text into the open element.
  public mutating func text(_ text: String) throws(XMLWriterError) {
    closeTag()
    try escape(text, inAttribute: false)
    lastWasText = true
  }

  /// Writes an element without children: with text, or empty.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String? = nil
  ) throws(XMLWriterError) {
    try start(name, attributes)
    if let content { try text(content) }
    end()
  }

  /// Writes a processing instruction before the first element, of the program's own making.
  public mutating func instruction(_ target: String, _ content: String) {
    append("<?\(target) \(content)?>\n")
  }

  /// Writes an element that is XML already, of the program's own making: it is not looked at.
  public mutating func fragment(_ xml: String) {
    closeTag()
    newLine()
    append(xml)
    lastWasText = false
  }

  private mutating func closeTag() {
    guard isTagOpen else { return }
    append(">")
    isTagOpen = false
  }

  private mutating func newLine() {
    guard indents, !open.isEmpty || bytes.last != 10 else { return }
    if bytes.last != 10 { append("\n") }
    append(String(repeating: "  ", count: open.count))
  }

  /// Whether a byte is printable ASCII that means nothing in XML.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    default: (0x20..<0x7F).contains(byte)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String, inAttribute: Bool) throws(XMLWriterError) {
    // Numbers and most words need no second look; a sheet has millions of them.
    if text.utf8.allSatisfy(XMLWriter.isPlain) {
      append(text)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where inAttribute: append("&quot;")
      case "\n" where inAttribute: append("&#10;")
      case "\t" where inAttribute: append("&#9;")
      case "\r": append("&#13;")
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        throw XMLWriterError(character: scalar)
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
  }
}
