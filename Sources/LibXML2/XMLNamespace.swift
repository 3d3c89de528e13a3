import CLibXML2

/// What libxml2 takes for the name of a namespace.
public enum XMLNamespace {
  /// Whether a text is a URI with a scheme, so that libxml2 has nothing to say of it.
  public static func isName(_ text: String) -> Bool {
    guard let uri = xmlParseURI(text) else { return false }
    defer { xmlFreeURI(uri) }
    return uri.pointee.scheme != nil
  }
}
