import CLibXML2
import Foundation

/// One thing that is wrong with a document.
public struct XMLProblem: Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1; 0 where the parser knows none.
  public let line: Int
  /// What is wrong, in the parser's words.
  public let message: String

  /// The line and the message.
  public var description: String { "line \(line): \(message)" }
}

/// Why a schema cannot be used.
public struct XMLSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The schema's file.
  public let file: String
  /// What is wrong with it.
  public let problems: [XMLProblem]

  /// The file and its problems.
  public var description: String {
    ([file] + problems.map(\.description)).joined(separator: "\n")
  }
}

/// Validates documents under one RelaxNG or XSD schema.
///
/// The schema is parsed once and may be used from several threads at a time. Nothing is fetched
/// over a network; a document with a document type declaration is refused unread, so that no
/// entity of a hostile file is ever expanded.
public final class XMLValidator: Sendable {
  /// The language of a schema.
  public enum Language: Sendable, Hashable {
    /// RelaxNG in its XML syntax.
    case relaxNG
    /// W3C XML Schema 1.0.
    case xsd
  }

  /// The most problems that one validation reports; more tell a reader nothing.
  public static let maximumProblems = 200

  private let language: Language
  // libxml2 never writes to a parsed schema; each validation has a context of its own.
  nonisolated(unsafe) private let schema: OpaquePointer?
  nonisolated(unsafe) private let xsd: xmlSchemaPtr?

  /// Reads a schema; the files that it includes are read beside it.
  ///
  /// - Parameters:
  ///   - file: the schema.
  ///   - language: its language; without one the ending decides, `.rng` being RelaxNG.
  /// - Throws: where the file is missing or is no usable schema.
  public init(schema file: URL, language: Language? = nil) throws(XMLSchemaError) {
    LibraryStart.once
    self.language = language ?? (file.pathExtension == "rng" ? .relaxNG : .xsd)
    let problems = ProblemBox()
    guard FileManager.default.isReadableFile(atPath: file.path) else {
      let problem = XMLProblem(line: 0, message: "the file cannot be read")
      throw XMLSchemaError(file: file.path, problems: [problem])
    }
    switch self.language {
    case .relaxNG:
      schema = XMLValidator.relaxNG(file.path, problems)
      xsd = nil
    case .xsd:
      schema = nil
      xsd = XMLValidator.xsd(file.path, problems)
    }
    if schema == nil, xsd == nil {
      throw XMLSchemaError(file: file.path, problems: problems.found)
    }
  }

  /// Reads an XSD that stands in memory and includes no other file.
  ///
  /// - Throws: where it is no usable schema.
  public init(xsd text: String) throws(XMLSchemaError) {
    LibraryStart.once
    language = .xsd
    schema = nil
    let problems = ProblemBox()
    xsd = XMLValidator.xsd(Array(text.utf8), problems)
    if xsd == nil { throw XMLSchemaError(file: "", problems: problems.found) }
  }

  deinit {
    if let schema { xmlRelaxNGFree(schema) }
    if let xsd { xmlSchemaFree(xsd) }
  }

  /// Validates a document.
  ///
  /// - Returns: the problems in the order in which they were found; none for a valid document.
  public func validate(_ document: Data) -> [XMLProblem] {
    let problems = ProblemBox()
    guard let tree = XMLValidator.parse(document, problems) else { return problems.found }
    defer { xmlFreeDoc(tree) }
    let isValid =
      switch language {
      case .relaxNG: checkRelaxNG(tree, problems)
      case .xsd: checkXSD(tree, problems)
      }
    if !isValid, problems.found.isEmpty {
      problems.add(XMLProblem(line: 0, message: "the document is not valid"))
    }
    return problems.found
  }

  private func checkRelaxNG(_ tree: xmlDocPtr, _ problems: ProblemBox) -> Bool {
    guard let schema, let context = xmlRelaxNGNewValidCtxt(schema) else { return false }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    xmlRelaxNGSetValidStructuredErrors(context, collect, problems.pointer)
    return withExtendedLifetime(problems) { xmlRelaxNGValidateDoc(context, tree) == 0 }
  }

  private func checkXSD(_ tree: xmlDocPtr, _ problems: ProblemBox) -> Bool {
    guard let xsd, let context = xmlSchemaNewValidCtxt(xsd) else { return false }
    defer { xmlSchemaFreeValidCtxt(context) }
    xmlSchemaSetValidStructuredErrors(context, collect, problems.pointer)
    return withExtendedLifetime(problems) { xmlSchemaValidateDoc(context, tree) == 0 }
  }

  private static func relaxNG(_ path: String, _ problems: ProblemBox) -> OpaquePointer? {
    guard let context = xmlRelaxNGNewParserCtxt(path) else { return nil }
    defer { xmlRelaxNGFreeParserCtxt(context) }
    xmlRelaxNGSetParserStructuredErrors(context, collect, problems.pointer)
    return withExtendedLifetime(problems) { xmlRelaxNGParse(context) }
  }

  private static func xsd(_ path: String, _ problems: ProblemBox) -> xmlSchemaPtr? {
    guard let context = xmlSchemaNewParserCtxt(path) else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    xmlSchemaSetParserStructuredErrors(context, collect, problems.pointer)
    return withExtendedLifetime(problems) { xmlSchemaParse(context) }
  }

  private static func xsd(_ bytes: [UInt8], _ problems: ProblemBox) -> xmlSchemaPtr? {
    bytes.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: CChar.self).baseAddress
      guard let length = Int32(exactly: bytes.count),
        let context = xmlSchemaNewMemParserCtxt(start, length)
      else { return nil }
      defer { xmlSchemaFreeParserCtxt(context) }
      xmlSchemaSetParserStructuredErrors(context, collect, problems.pointer)
      return withExtendedLifetime(problems) { xmlSchemaParse(context) }
    }
  }

  /// Parses a document, or gives `nil` and a problem where it is not well-formed or has a DOCTYPE.
  private static func parse(_ document: Data, _ problems: ProblemBox) -> xmlDocPtr? {
    guard let length = Int32(exactly: document.count) else {
      problems.add(XMLProblem(line: 0, message: "the document is larger than 2 GiB"))
      return nil
    }
    guard let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    context.pointee.sax?.pointee.internalSubset = { context, _, _, _ in
      xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    let quiet = options | XML_PARSE_NOWARNING.rawValue
    let tree = document.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, nil,
        Int32(bitPattern: UInt32(quiet)))
    }
    if context.pointee.intSubName != nil {
      xmlFreeDoc(tree)
      problems.add(XMLProblem(line: 1, message: "a document type declaration is refused"))
      return nil
    }
    if tree == nil {
      let error = xmlCtxtGetLastError(context)
      problems.add(error.map { XMLProblem($0.pointee) } ?? .init(line: 0, message: "not XML"))
    }
    return tree
  }
}

/// Starts libxml2 once, before any thread uses it, and keeps schemas from reaching for a network.
private enum LibraryStart {
  static let once: Void = {
    xmlInitParser()
    // Left to the first schema, two threads would register the data types at the same time.
    xmlRelaxNGInitTypes()
    xmlSchemaInitTypes()
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
  }()
}

/// Where the callbacks of one context leave what they hear.
private final class ProblemBox {
  private(set) var found: [XMLProblem] = []

  /// The box as libxml2 carries it to the callback, alive as long as the call.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  func add(_ problem: XMLProblem) {
    if found.count < XMLValidator.maximumProblems { found.append(problem) }
  }
}

private func collect(_ data: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let data, let error else { return }
  Unmanaged<ProblemBox>.fromOpaque(data).takeUnretainedValue().add(XMLProblem(error.pointee))
}

extension XMLProblem {
  fileprivate init(_ error: xmlError) {
    line = Int(error.line)
    let text = error.message.map { String(cString: $0) } ?? ""
    message = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
