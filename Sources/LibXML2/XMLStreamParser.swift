import CLibXML2

/// Reads an XML document as a stream of events, in bounded memory, over libxml2's push parser.
///
/// Files from outside are read with the network off and without entities, external or their own:
/// a document type declaration is refused at sight, so that neither a "billion laughs" nor a read
/// of another file can start. One parser reads one document, on one thread.
public final class XMLStreamParser {
  /// What a document may come to before it is refused.
  public struct Limits: Sendable, Hashable {
    /// How deep elements may lie.
    public let depth: Int
    /// How many bytes of UTF-8 one text between two tags may have.
    public let textBytes: Int

    /// Makes limits.
    public init(depth: Int = 100, textBytes: Int = 1_000_000) {
      self.depth = depth
      self.textBytes = textBytes
    }
  }

  /// Takes each event; it stops the reading by throwing, and its error is thrown on.
  public typealias Handler = (XMLStreamEvent, XMLStreamParser) throws -> Void

  /// The most names that a document may use, prefixes and namespaces among them.
  private static let mostNames = 20_000

  private(set) var context: xmlParserCtxtPtr?
  /// Who hears what the document holds: one of the two.
  private let handler: Handler?
  private let tokens: (any XMLTokenHandler, XMLNameTable)?
  // The same once more, for millions of calls without counting references; `tokens` keeps them.
  private unowned(unsafe) let tokenHandler: (any XMLTokenHandler)?
  private unowned(unsafe) let table: XMLNameTable?
  let words: XMLNameTable?
  private let wordTable: Unmanaged<XMLNameTable>?
  /// Who hears of many elements at once, and where they wait for it.
  private let listHandler: (any XMLTokenListHandler)?
  private let recorder: UnsafeMutablePointer<XMLTokenRecorder>?
  /// Where full lists go while they are heard on another thread than this one.
  private var queue: XMLTokenQueue?
  let limits: Limits
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  // Looked at for each element, by one thread and one call at a time: the check would take longer.
  @exclusivity(unchecked) private var text: [UInt8] = []
  @exclusivity(unchecked) private var depth = 0
  /// The places of the names of the elements around, of a parser of lists.
  @exclusivity(unchecked) private var path: [Int32] = []
  @exclusivity(unchecked) private var hasRoot = false
  /// The prefixes of namespaces that the root declares, which are known in all of the document.
  private(set) var rootPrefixes: Set<String> = []
  private var bytesFed = 0
  private var linesFed = 1
  private var attributeCounter = AttributeCounter()
  @exclusivity(unchecked) private var isInStartTag = false
  private var isFinishing = false
  @exclusivity(unchecked) private var failure: (any Error)?
  @exclusivity(unchecked) private var hasFailed = false

  /// Makes a parser for one document.
  public convenience init(limits: Limits = Limits(), handler: @escaping Handler) {
    self.init(limits: limits, handler: handler, tokens: nil, list: nil)
  }

  /// Makes a parser for one document of which only some names matter.
  ///
  /// - Parameters:
  ///   - limits: what the document may come to.
  ///   - names: the names of elements and attributes that matter; tokens name their places in it.
  ///   - tokens: takes what the document holds, in half the time that events take.
  public convenience init(
    limits: Limits = Limits(), names: [XMLName], tokens: any XMLTokenHandler
  ) {
    self.init(limits: limits, handler: nil, tokens: (tokens, XMLNameTable(names)), list: nil)
  }

  /// Makes a parser for one document of which only some words matter, whatever their namespaces.
  ///
  /// - Parameters:
  ///   - limits: what the document may come to.
  ///   - words: the names of elements and attributes that matter; tokens name their places in it.
  ///   - list: takes what the document holds, thousands of elements at a time.
  public convenience init(
    limits: Limits = Limits(), words: [String], list: any XMLTokenListHandler
  ) {
    let names = XMLNameTable(words.map { XMLName($0, in: nil) }, ignoresNamespaces: true)
    self.init(limits: limits, handler: nil, tokens: nil, list: (list, names))
  }

  private init(
    limits: Limits, handler: Handler?, tokens: (any XMLTokenHandler, XMLNameTable)?,
    list: (any XMLTokenListHandler, XMLNameTable)?
  ) {
    self.limits = limits
    self.handler = handler
    self.tokens = tokens
    tokenHandler = tokens?.0
    table = tokens?.1
    listHandler = list?.0
    words = list?.1
    wordTable = words.map(Unmanaged.passUnretained)
    recorder = list.map { _ in .allocate(capacity: 1) }
    recorder?.initialize(to: XMLTokenRecorder())
    xmlInitParser()
    var callbacks = list == nil ? streamCallbacks() : listCallbacks()
    context = xmlCreatePushParserCtxt(
      &callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit {
    xmlFreeParserCtxt(context)
    recorder?.pointee.free()
    recorder?.deallocate()
  }

  /// Where the parser is: at the `<` of the element that opens, else behind what it read last.
  public var position: XMLStreamPosition {
    guard let context, let input = context.pointee.input else {
      return XMLStreamPosition(line: 1, byte: 0)
    }
    let line = max(1, Int(input.pointee.line))
    let consumed = max(0, Int(xmlByteConsumed(context)))
    guard isInStartTag, let base = input.pointee.base, let current = input.pointee.cur else {
      return XMLStreamPosition(line: line, byte: consumed)
    }
    // The parser stands at the end of the start tag; no "<" can stand inside one.
    var start = current
    var newLines = 0
    while start > base, start.pointee != 60 || start == current {
      start -= 1
      if start.pointee == 10 { newLines += 1 }
    }
    let isConverted = input.pointee.buf?.pointee.encoder != nil
    let back = isConverted ? characters(from: start, to: current) : current - start
    return XMLStreamPosition(line: max(1, line - newLines), byte: max(0, consumed - back))
  }

  /// Reads a part of the document.
  ///
  /// - Throws: `XMLStreamError`, or what the handler threw.
  public func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    guard attributeCounter.accepts(bytes) else {
      throw XMLStreamError(.tooManyAttributes(limit: AttributeCounter.most), at: position)
    }
    linesFed += XMLStreamParser.newLines(in: bytes)
    try base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
      // The length is an Int32 in C; parts that are larger than that are fed in steps.
      var offset = 0
      while offset < bytes.count {
        let count = min(bytes.count - offset, 1 << 20)
        bytesFed += count
        let code = xmlParseChunk(context, start + offset, Int32(count), 0)
        try handOver()
        try check(code)
        // libxml2 searches its list of names ever longer: a million of them take it minutes.
        guard xmlDictSize(context?.pointee.dict) <= XMLStreamParser.mostNames else {
          throw XMLStreamError(.tooManyNames(limit: XMLStreamParser.mostNames), at: position)
        }
        offset += count
      }
    }
  }

  /// Says that the document is complete.
  ///
  /// - Throws: `XMLStreamError`, or what the handler threw.
  public func finish() throws {
    guard bytesFed > 0 else {
      throw XMLStreamError(.empty, at: XMLStreamPosition(line: 1, byte: 0))
    }
    isFinishing = true
    let code = xmlParseChunk(context, nil, 0, 1)
    try handOver()
    try check(code)
    if depth > 0 || !hasRoot { throw XMLStreamError(.truncated, at: end) }
  }

  private func check(_ code: Int32) throws {
    if let failure { throw failure }
    // A warning leaves a code too, but the document well formed.
    guard code != 0, context?.pointee.wellFormed == 0 else { return }
    throw XMLStreamError(.malformed("error \(code)"), at: position)
  }

  /// How many characters stand between two places of the buffer; of a single-byte encoding these
  /// are its bytes.
  private func characters(
    from start: UnsafePointer<xmlChar>, to end: UnsafePointer<xmlChar>
  ) -> Int {
    var count = 0
    var place = start
    while place < end {
      if place.pointee & 0xC0 != 0x80 { count += 1 }
      place += 1
    }
    return count
  }
}

// What the callbacks of libxml2 do. None of them throws through C: the first failure is kept, the
// rest of the part passes unheard, and `feed` throws it. Stopping libxml2 in the middle would free
// the buffer that it is reading.
extension XMLStreamParser {
  fileprivate func start(
    name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    flushText()
    guard failure == nil else { return }
    isInStartTag = true
    defer { isInStartTag = false }
    depth += 1
    hasRoot = true
    guard depth <= limits.depth else { return fail(.tooDeep(limit: limits.depth)) }
    if let tokenHandler, let table {
      let token = XMLToken(
        name: name.flatMap { table.place(of: $0, in: namespace) }, attributes: attributes,
        attributeCount: attributeCount, names: table)
      attempt { try tokenHandler.start(token) }
    } else {
      let element = XMLStreamElement(
        name: name.map(cachedName) ?? "", namespace: namespace.map(cachedName),
        attributes: (0..<attributeCount).compactMap { read(attributes, at: $0 * 5) })
      attempt { try handler?(.start(element), self) }
    }
  }

  fileprivate func end(name: UnsafePointer<xmlChar>?) {
    guard failure == nil else { return }
    flushText()
    guard failure == nil else { return }
    depth -= 1
    if let tokenHandler {
      attempt { try tokenHandler.end() }
    } else {
      attempt { try handler?(.end(name.map(cachedName) ?? ""), self) }
    }
  }

  fileprivate func characters(_ bytes: UnsafePointer<xmlChar>?, count: Int32) {
    guard failure == nil, let bytes, count > 0 else { return }
    guard text.count + Int(count) <= limits.textBytes else {
      return fail(.textTooLong(limit: limits.textBytes))
    }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  fileprivate func documentType() {
    fail(.documentType)
    // libxml2 looks for this after the call, so that the declarations inside are never read.
    xmlStopParser(context)
  }

  fileprivate func error(_ error: xmlError) {
    guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    let trimmed = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isPrefix = isFinishing && (depth > 0 || !hasRoot)
    let codes = [
      XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR,
      XML_ERR_UNKNOWN_ENCODING,
    ].map { Int32($0.rawValue) }
    if isPrefix {
      fail(.truncated)
    } else if codes.contains(error.code) {
      fail(.encoding(trimmed))
    } else {
      fail(.malformed(trimmed))
    }
  }

  private func flushText() {
    guard !text.isEmpty else { return }
    if let tokenHandler {
      attempt { try text.withUnsafeBufferPointer { try tokenHandler.text($0) } }
      text.removeAll(keepingCapacity: true)
    } else {
      let run = String(decoding: text, as: UTF8.self)
      text.removeAll(keepingCapacity: true)
      attempt { try handler?(.text(run), self) }
    }
  }

  // MARK: Many elements at once

  fileprivate func record(
    start name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !hasFailed, let recorder, let wordTable else { return }
    isInStartTag = true
    defer { isInStartTag = false }
    depth += 1
    guard depth <= limits.depth else { return fail(.tooDeep(limit: limits.depth)) }
    if !hasRoot { open(name, namespace, attributeCount, attributes) }
    let place = wordTable._withUnsafeGuaranteedRef { words in
      name.flatMap { words.place(of: $0, in: namespace) } ?? -1
    }
    path.append(Int32(truncatingIfNeeded: place))
    let isConverted = isConverted
    recorder.pointee.start(
      Int32(truncatingIfNeeded: place),
      at: place < 0 || isConverted ? XMLTokenList.Place() : placeOfStart)
    for index in 0..<attributeCount where place >= 0 && recorder.pointee.hasRoom {
      record(attribute: index * 5, of: attributes, wordTable)
    }
    if recorder.pointee.isFull || isConverted { attempt { try handOver() } }
  }

  private func record(
    attribute index: Int, of attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ words: Unmanaged<XMLNameTable>
  ) {
    guard let attributes, let local = attributes[index], let start = attributes[index + 3],
      let end = attributes[index + 4],
      let place = words._withUnsafeGuaranteedRef({
        $0.place(of: local, in: attributes[index + 2])
      })
    else { return }
    recorder?.pointee.add(attribute: Int32(place), start, end - start)
  }

  fileprivate func recordEnd() {
    guard !hasFailed, let recorder else { return }
    depth -= 1
    let name = path.popLast() ?? -1
    let isConverted = isConverted
    recorder.pointee.end(
      name, at: name < 0 || isConverted ? XMLTokenList.Place() : placeBehind)
    if recorder.pointee.isFull || isConverted { attempt { try handOver() } }
  }

  fileprivate func record(_ bytes: UnsafePointer<xmlChar>?, count: Int32) {
    guard !hasFailed, let bytes, count > 0, let recorder else { return }
    guard recorder.pointee.leafCount + Int(count) <= limits.textBytes else {
      return fail(.textTooLong(limit: limits.textBytes))
    }
    recorder.pointee.add(bytes, Int(count))
  }

  /// Where the parser is, told without counting what another encoding would have needed.
  private var placeBehind: XMLTokenList.Place {
    guard let input = context?.pointee.input, let base = input.pointee.base,
      let current = input.pointee.cur
    else { return XMLTokenList.Place() }
    return XMLTokenList.Place(
      line: max(1, input.pointee.line), byte: Int(input.pointee.consumed) + (current - base))
  }

  /// The place of the tag that opens, at the end of which the parser stands.
  private var placeOfStart: XMLTokenList.Place {
    var place = placeBehind
    guard let input = context?.pointee.input, let base = input.pointee.base,
      let current = input.pointee.cur, current > base
    else { return place }
    var start = current
    repeat {
      start -= 1
      if start.pointee == 10 { place.line -= 1 }
    } while start > base && start.pointee != 60
    place.line = max(1, place.line)
    place.byte -= current - start
    return place
  }

  /// Whether the document is in another encoding than UTF-8.
  fileprivate var isConverted: Bool { context?.pointee.input?.pointee.buf?.pointee.encoder != nil }

  private func open(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    hasRoot = true
    if let context, let declared = context.pointee.nsTab {
      // Pairs of a prefix, which a default namespace lacks, and a namespace.
      for index in stride(from: 0, to: Int(context.pointee.nsNr), by: 2) {
        if let prefix = declared[index] { rootPrefixes.insert(String(cString: prefix)) }
      }
    }
    let root = XMLStreamElement(
      name: name.map(cachedName) ?? "", namespace: namespace.map(cachedName),
      attributes: (0..<attributeCount).compactMap { read(attributes, at: $0 * 5) })
    attempt { try listHandler?.open(root, at: position) }
  }

  /// Hands over what was recorded; what is recorded before a failure is heard before it.
  private func handOver() throws {
    guard let recorder, recorder.pointee.count > 0 else { return }
    if let queue { return try queue.put(&recorder.pointee) }
    let asking = isConverted ? Unmanaged.passUnretained(self) : nil
    defer { recorder.pointee.clear() }
    try listHandler?.take(recorder.pointee.list(asking: asking))
  }

  /// Whether libxml2 has read all that it was given, and the last of it was a tag in the root.
  var standsBehindTag: Bool {
    guard let context, context.pointee.instate == XML_PARSER_CONTENT else { return false }
    return placeBehind.byte == bytesFed
  }

  /// Records the plain elements at the start of some bytes, which libxml2 then need not read.
  ///
  /// libxml2's count of lines and bytes is moved on, so that all places and messages stay as they
  /// would have been.
  ///
  /// - Returns: how many bytes were recorded, and why no more; `nil` where there may be more.
  func recordElements(
    _ bytes: UnsafeBufferPointer<UInt8>, _ elements: inout XMLPlainElements
  ) throws -> (count: Int, end: XMLPlainElements.End?) {
    guard let recorder, let input = context?.pointee.input else { return (0, .unusual) }
    if recorder.pointee.isFull { try handOver() }
    let place = XMLTokenList.Place(line: input.pointee.line, byte: bytesFed)
    let (count, end) = elements.record(
      bytes, at: place, depth: limits.depth - depth, into: recorder)
    let lines = elements.line - place.line
    bytesFed += count
    linesFed += Int(lines)
    input.pointee.consumed += UInt(count)
    input.pointee.line += lines
    return (count, end)
  }

  /// Whether the rest can be read on another thread: places in it need no more of the parser.
  var canReadAhead: Bool { recorder != nil && hasRoot && !isConverted }

  /// Has a thread read the rest of a document, while this one hears what was read.
  ///
  /// - Parameter rest: feeds the rest and finishes; it runs on the other thread.
  /// - Throws: what `rest` and the handler threw.
  func readAhead(_ rest: @escaping () throws -> Void) throws {
    let queue = XMLTokenQueue()
    self.queue = queue
    defer { self.queue = nil }
    try queue.run(rest) { try listHandler?.take($0) }
  }

  private func attempt(_ call: () throws -> Void) {
    do {
      try call()
    } catch {
      failure = error
      hasFailed = true
    }
  }

  private func fail(_ reason: XMLStreamError.Reason) {
    guard failure == nil else { return }
    failure = XMLStreamError(reason, at: reason == .truncated ? end : position)
    hasFailed = true
  }

  /// Where the document was cut off.
  private var end: XMLStreamPosition {
    XMLStreamPosition(line: linesFed, byte: bytesFed)
  }

  /// The parser keeps one copy of each name, so that its address is a key for the Swift string.
  private func cachedName(_ name: UnsafePointer<xmlChar>) -> String {
    if let known = names[name] { return known }
    let string = String(cString: name)
    if names.count < 10_000 { names[name] = string }
    return string
  }

  /// An attribute is five pointers: name, prefix, namespace, start and end of the value.
  private func read(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, at index: Int
  ) -> XMLStreamElement.Attribute? {
    guard let attributes, let name = attributes[index], let start = attributes[index + 3],
      let end = attributes[index + 4]
    else { return nil }
    return XMLStreamElement.Attribute(
      name: cachedName(name), namespace: attributes[index + 2].map(cachedName),
      value: XMLToken.text(UnsafeBufferPointer(start: start, count: end - start)))
  }
}

/// Calls a parser without counting references: it outlives every call of its own callbacks.
@inline(__always)
private func with(_ data: UnsafeMutableRawPointer?, _ call: (XMLStreamParser) -> Void) {
  guard let data else { return }
  Unmanaged<XMLStreamParser>.fromOpaque(data)._withUnsafeGuaranteedRef(call)
}

/// The callbacks of libxml2 for many elements at once.
private func listCallbacks() -> xmlSAXHandler {
  var callbacks = streamCallbacks()
  callbacks.startElementNs = { data, name, _, namespace, _, _, count, _, attributes in
    with(data) {
      $0.record(
        start: name, namespace: namespace, attributeCount: Int(count), attributes: attributes)
    }
  }
  callbacks.endElementNs = { data, _, _, _ in with(data) { $0.recordEnd() } }
  let characters: charactersSAXFunc = { data, bytes, count in
    with(data) { $0.record(bytes, count: count) }
  }
  callbacks.characters = characters
  callbacks.ignorableWhitespace = characters
  callbacks.cdataBlock = characters
  return callbacks
}

/// The callbacks of libxml2; those that are not set do nothing, entity resolution among them.
private func streamCallbacks() -> xmlSAXHandler {
  var callbacks = xmlSAXHandler()
  callbacks.initialized = UInt32(XML_SAX2_MAGIC)
  callbacks.startElementNs = { data, name, _, namespace, _, _, count, _, attributes in
    with(data) {
      $0.start(
        name: name, namespace: namespace, attributeCount: Int(count), attributes: attributes)
    }
  }
  callbacks.endElementNs = { data, name, _, _ in with(data) { $0.end(name: name) } }
  let characters: charactersSAXFunc = { data, bytes, count in
    with(data) { $0.characters(bytes, count: count) }
  }
  callbacks.characters = characters
  callbacks.ignorableWhitespace = characters
  callbacks.cdataBlock = characters
  callbacks.internalSubset = { data, _, _, _ in with(data) { $0.documentType() } }
  callbacks.serror = { data, error in
    if let error { with(data) { $0.error(error.pointee) } }
  }
  return callbacks
}
