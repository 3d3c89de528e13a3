import CLibXML2

/// Gives XML documents in the one form that documents of the same content share.
///
/// It is Canonical XML 1.0 with comments (W3C Recommendation, 15 March 2001), which `xmllint
/// --c14n` writes too.
public enum XMLCanonicalForm {
  /// Why a document has no canonical form here.
  public enum Failure: Error, Sendable, Hashable {
    /// It is no well-formed XML, or nests deeper than libxml2 allows.
    case notWellFormed
    /// It has a document type declaration, which could bring in other files.
    case documentType
    /// It is larger than the limit.
    case tooLarge
  }

  /// The largest document, because its whole tree stands in memory.
  public static let largestDocument = 32 << 20

  /// Gives the canonical form of a document, and the text of one of the root's children.
  ///
  /// - Parameters:
  ///   - document: the bytes of the document.
  ///   - name: the last child element of the root that has this name is emptied before.
  /// - Returns: the canonical form, and the text that was taken out, if there was such a child.
  /// - Throws: `Failure`.
  public static func bytes(
    of document: [UInt8], emptying name: String
  ) throws(Failure) -> (form: [UInt8], text: String?) {
    guard document.count <= largestDocument else { throw .tooLarge }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let tree = document.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, options)
    }
    guard let tree else { throw .notWellFormed }
    defer { xmlFreeDoc(tree) }
    guard tree.pointee.intSubset == nil else { throw .documentType }
    let text = emptied(name, in: tree)
    var memory: UnsafeMutablePointer<xmlChar>?
    let count = xmlC14NDocDumpMemory(tree, nil, 0, nil, 1, &memory)
    defer { clx_free(memory) }
    guard count >= 0, let memory else { throw .notWellFormed }
    return (Array(UnsafeBufferPointer(start: memory, count: Int(count))), text)
  }

  private static func emptied(_ name: String, in tree: xmlDocPtr) -> String? {
    var child = xmlDocGetRootElement(tree)?.pointee.last
    while let node = child {
      if node.pointee.type == XML_ELEMENT_NODE, let own = node.pointee.name,
        String(cString: own) == name
      {
        let content = xmlNodeGetContent(node)
        defer { clx_free(content) }
        let text = content.map { String(cString: $0) } ?? ""
        xmlNodeSetContent(node, nil)
        return text
      }
      child = node.pointee.prev
    }
    return nil
  }
}
