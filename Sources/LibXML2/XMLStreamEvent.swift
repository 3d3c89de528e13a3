/// The opening of an element, as a stream parser meets it.
public struct XMLStreamElement: Sendable, Hashable {
  /// One attribute.
  public struct Attribute: Sendable, Hashable {
    /// The name without its prefix.
    public let name: String
    /// The namespace, `nil` for an attribute without a prefix.
    public let namespace: String?
    /// The value.
    public let value: String

    /// Makes an attribute.
    public init(name: String, namespace: String?, value: String) {
      self.name = name
      self.namespace = namespace
      self.value = value
    }
  }

  /// The name without its prefix.
  public let name: String
  /// The namespace, `nil` where the element is in none.
  public let namespace: String?
  /// The attributes, in the order of the file.
  public let attributes: [Attribute]

  /// Makes an element.
  public init(name: String, namespace: String?, attributes: [Attribute]) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
  }

  /// The value of the first attribute with a name, whatever its namespace.
  public subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}

/// What a stream parser meets, in the order of the file.
public enum XMLStreamEvent: Sendable, Hashable {
  /// An element opens.
  case start(XMLStreamElement)
  /// Text between two tags, whole, its entities resolved; never empty.
  case text(String)
  /// An element closes, by its name without the prefix.
  case end(String)
}

/// A place in an XML file.
public struct XMLStreamPosition: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The byte, from 0; of an element the byte of its `<`.
  public let byte: Int

  /// Makes a position.
  public init(line: Int, byte: Int) {
    self.line = line
    self.byte = byte
  }
}
