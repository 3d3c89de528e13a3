import Foundation
import LibXML2

/// An element with all that it holds of its namespace; what stands in other namespaces is left out.
///
/// A class, because each rule goes through all elements: as values their copies took a seventh of
/// the time in which a portfolio takes a report.
final class DocumentNode {
  let name: String
  let line: Int
  /// Few to an element, so that looking through them is quicker than a dictionary.
  private let attributes: [(name: String, value: String)]
  private(set) var children: [DocumentNode] = []
  private(set) var text = ""

  /// The value of an attribute.
  subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The child elements of a name, in their order.
  func all(_ name: String) -> [DocumentNode] { children.filter { $0.name == name } }

  /// The first child element of a name.
  func first(_ name: String) -> DocumentNode? { children.first { $0.name == name } }

  /// The element and everything inside it, in the order of the document.
  var everything: [DocumentNode] {
    var all: [DocumentNode] = []
    gather(into: &all)
    return all
  }

  private func gather(into all: inout [DocumentNode]) {
    all.append(self)
    for child in children { child.gather(into: &all) }
  }

  /// The number that the text is.
  var number: Double? { ReportXMLPass.number(text) }

  /// The number of the child `value`, absent where the figure could not be had.
  var value: Double? { first("value")?.number }

  /// A whole number of an attribute.
  func whole(_ attribute: String) -> Int? { self[attribute].flatMap { Int($0) } }

  /// Whether an attribute says yes.
  func isTrue(_ attribute: String) -> Bool { ["true", "1"].contains(self[attribute] ?? "") }

  private init(_ element: XMLStreamElement, line: Int) {
    name = element.name
    self.line = line
    attributes = element.attributes.compactMap { attribute in
      switch attribute.namespace {
      case nil: (attribute.name, attribute.value)
      case DocumentNode.xml: ("xml:" + attribute.name, attribute.value)
      default: nil
      }
    }
  }

  /// Reads a document, whose size the caller bounds, because all of it stands in memory.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - namespace: the namespace of what is kept.
  /// - Throws: where it is no XML, or nests deeper or has longer texts than any report.
  static func read(_ bytes: [UInt8], namespace: String) throws -> DocumentNode {
    let builder = Builder(namespace: namespace)
    let parser = XMLStreamParser(limits: .init(depth: 40, textBytes: 1_000_000)) { event, parser in
      builder.take(event, line: parser.position.line)
    }
    try bytes.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: DocumentNode.part) {
        let end = min(start + DocumentNode.part, bytes.count)
        try parser.feed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    try parser.finish()
    guard let root = builder.root else { throw NoRoot() }
    return root
  }

  private struct NoRoot: Error {}

  /// The namespace of `xml:lang`.
  private static let xml = "http://www.w3.org/XML/1998/namespace"

  /// How many bytes the parser gets at a time.
  private static let part = 32_768

  /// Puts elements together while they are read.
  private final class Builder {
    private(set) var root: DocumentNode?
    private var path: [DocumentNode] = []
    private var foreignDepth = 0
    private let namespace: String

    init(namespace: String) { self.namespace = namespace }

    func take(_ event: XMLStreamEvent, line: Int) {
      switch event {
      case .start(let element):
        if foreignDepth > 0 || element.namespace != namespace {
          foreignDepth += 1
        } else {
          path.append(DocumentNode(element, line: line))
        }
      case .text(let text):
        if foreignDepth == 0 { path.last?.text += text }
      case .end:
        if foreignDepth > 0 {
          foreignDepth -= 1
        } else if let node = path.popLast() {
          if let parent = path.last {
            parent.children.append(node)
          } else {
            root = node
          }
        }
      }
    }
  }
}
