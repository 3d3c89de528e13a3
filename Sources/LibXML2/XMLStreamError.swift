/// Why an XML file cannot be read, and where.
public struct XMLStreamError: Error, Sendable, Hashable {
  /// What is the matter.
  public enum Reason: Sendable, Hashable {
    /// The file holds no byte.
    case empty
    /// The file ends before its root element is closed.
    case truncated
    /// The file is not well formed; the text is the parser's own, in English.
    case malformed(String)
    /// The file names an encoding that is not known, or is not written in the one it names.
    case encoding(String)
    /// The file has a document type declaration, which is refused whatever it holds.
    case documentType
    /// Elements lie deeper than the limit.
    case tooDeep(limit: Int)
    /// A text is longer than the limit, in bytes.
    case textTooLong(limit: Int)
    /// An element has more attributes than the limit.
    case tooManyAttributes(limit: Int)
    /// Elements and attributes have more names, and these more namespaces, than the limit.
    case tooManyNames(limit: Int)
    /// The file cannot be opened or read; the number is the system's.
    case unreadable(Int32)
  }

  /// What is the matter.
  public let reason: Reason
  /// Where it was met.
  public let position: XMLStreamPosition

  /// Makes an error.
  public init(_ reason: Reason, at position: XMLStreamPosition) {
    self.reason = reason
    self.position = position
  }
}
