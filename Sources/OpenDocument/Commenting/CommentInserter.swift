/// Passes a document on as it comes and puts comments into its cells.
///
/// A row is held until it ends; everything else goes on at once.
final class CommentInserter {
  private enum Place {
    case root, document, styles, body, spreadsheet, table, row, cell, comment, other
  }

  private static let base = "urn:oasis:names:tc:opendocument:xmlns:"
  /// The most bytes of a row.
  private static let longestRow = 64 << 20

  private let copy: CommentedCopy
  private var comments: CommentMarkup
  private let mark: [UInt8]
  private let output: ([UInt8]) throws -> Void
  private var scanner = MarkupCutter()
  private var places: [Place] = [.root]
  private var declared: Set<String> = []
  private var masterPage: String?
  private var hasStyles = false
  /// Whether an earlier copy left its styles.
  private var hasAddedStyles = false
  private var hasSheet = false
  /// How deep the element lies that is left out, `nil` where none is.
  private var leftOut: Int?
  private var row: RowMarkup?
  private var commentStart = 0
  private var nextRow = 1
  private var waiting: ArraySlice<(row: Int, comments: [Int: String])> = []

  init(_ copy: CommentedCopy, output: @escaping ([UInt8]) throws -> Void) {
    self.copy = copy
    comments = CommentMarkup(mark: copy.mark)
    mark = Array((copy.mark ?? "").utf8)
    self.output = output
  }

  /// Takes the next bytes of the document.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try scanner.feed(bytes) { [self] in try take($0) }
  }

  /// Takes the end of the document.
  func finish() throws { try scanner.finish { [self] in try take($0) } }

  private func take(_ piece: MarkupCutter.Piece) throws {
    switch piece {
    case .other(let bytes):
      if places.count == 1 { try checkEncoding(bytes) }
      try emit(bytes)
    case .open(let tag): try open(tag)
    case .close(let bytes): try close(bytes)
    }
  }

  /// Sends bytes on, or keeps them with the row.
  private func emit(_ bytes: [UInt8]) throws {
    guard leftOut == nil else { return }
    guard row != nil else { return try output(bytes) }
    row?.append(bytes)
    guard (row?.bytes.count ?? 0) <= CommentInserter.longestRow else {
      throw CommentingError.rowBytes(limit: CommentInserter.longestRow)
    }
  }

  private func checkEncoding(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard text.contains("encoding"), text.hasPrefix("<?xml") else { return }
    guard text.contains("utf-8") else { throw CommentingError.unusual("encoding") }
  }

  // MARK: - Elements that open

  private func open(_ tag: TagMarkup) throws {
    let place = try place(of: tag)
    if !tag.isEmpty { places.append(place) }
    switch place {
    case .row: row = RowMarkup(tag)
    case .cell: row?.beginCell(tag)
    case .comment:
      commentStart = row?.bytes.count ?? 0
      try emit(tag.bytes)
    case .styles where tag.isEmpty: try writeStyles(around: tag)
    default: try emit(tag.bytes)
    }
    if tag.isEmpty { try ended(place, tag) }
  }

  /// What follows where an element is closed by the tag that opens it.
  private func ended(_ place: Place, _ tag: TagMarkup) throws {
    switch place {
    case .row: try endRow()
    case .comment: row?.endComment(from: commentStart)
    case .other where places.last == .cell && tag.name == "table:cell-range-source":
      row?.keepBeforeComment()
    default: break
    }
  }

  private func place(of tag: TagMarkup) throws -> Place {
    guard leftOut == nil else { return .other }
    switch (places.last, tag.name) {
    case (.root, "office:document"), (.root, "office:document-content"):
      try checkNames(tag)
      return .document
    case (.root, _): throw CommentingError.unusual(tag.name)
    case (.document, "office:automatic-styles"):
      hasStyles = true
      return .styles
    case (.styles, "style:style"):
      if tag.has("style:family", "table"), masterPage == nil {
        masterPage = tag["style:master-page-name"]
      }
      if tag.has("style:name", AddedSheetMarkup.table) { hasAddedStyles = true }
      return .other
    case (.document, "office:body"):
      if !hasStyles { try writeMissingStyles() }
      return .body
    case (.body, "office:spreadsheet"): return .spreadsheet
    case (.spreadsheet, "table:table"): return try beginSheet(tag)
    case (.table, "table:table-rows"), (.table, "table:table-header-rows"),
      (.table, "table:table-row-group"):
      return .table
    case (.table, "table:table-row"): return .row
    case (.row, "table:table-cell"), (.row, "table:covered-table-cell"): return .cell
    case (.cell, "office:annotation"): return .comment
    default: return .other
    }
  }

  /// The usual prefixes must mean what they usually mean.
  private func checkNames(_ tag: TagMarkup) throws {
    for (prefix, name) in [("office", "office"), ("table", "table"), ("text", "text")] {
      guard tag.has("xmlns:\(prefix)", "\(Self.base)\(name):1.0") else {
        throw CommentingError.unusual("xmlns:\(prefix)")
      }
    }
    declared = Set(["style", "fo", "xlink"].filter { tag["xmlns:\($0)"] != nil })
    if tag["xmlns:svg"] == nil {
      comments.declaration = " xmlns:svg=\"\(Self.base)svg-compatible:1.0\""
    }
  }

  private func beginSheet(_ tag: TagMarkup) throws -> Place {
    let name = tag["table:name"] ?? ""
    if !hasSheet, let sheet = copy.added {
      try output(try AddedSheetMarkup(sheet, declared: declared).table())
    }
    hasSheet = true
    if let sheet = copy.added, sheet.names.contains(name) {
      if !tag.isEmpty { leftOut = places.count }
      return .other
    }
    nextRow = 1
    waiting = copy.rows(of: name)[...]
    return .table
  }

  // MARK: - Elements that close

  private func close(_ bytes: [UInt8]) throws {
    let place = places.popLast()
    if leftOut == places.count {
      leftOut = nil
      return
    }
    switch place {
    case .cell where leftOut == nil: row?.endCell(bytes)
    case .row where leftOut == nil:
      row?.end(bytes)
      try endRow()
    case .styles:
      try writeStyles()
      try emit(bytes)
    case .comment:
      try emit(bytes)
      row?.endComment(from: commentStart)
    default:
      try emit(bytes)
      if places.last == .cell, bytes.starts(with: Array("</table:cell-range-source".utf8)) {
        row?.keepBeforeComment()
      }
    }
  }

  private func endRow() throws {
    guard let ended = row else { return }
    row = nil
    let end = nextRow + ended.repeats
    var added: [Int: [Int: String]] = [:]
    while let first = waiting.first, first.row < end {
      added[first.row - nextRow] = first.comments
      waiting.removeFirst()
    }
    nextRow = end
    let isAsItWas = added.isEmpty && (mark.isEmpty || !ended.hasComment(with: mark))
    try output(isAsItWas ? ended.bytes : ended.markup(adding: added, comments))
  }

  // MARK: - Styles of the added sheet

  private func writeStyles() throws {
    guard let sheet = copy.added, !hasAddedStyles else { return }
    try output(try AddedSheetMarkup(sheet, declared: declared).styles(masterPage: masterPage))
  }

  private func writeStyles(around tag: TagMarkup) throws {
    guard copy.added != nil else { return try emit(tag.bytes) }
    try output(TagMarkup.opened(tag.bytes))
    try writeStyles()
    try output(tag.closing)
  }

  private func writeMissingStyles() throws {
    guard copy.added != nil else { return }
    try output(Array("<office:automatic-styles>".utf8))
    try writeStyles()
    try output(Array("</office:automatic-styles>".utf8))
  }
}
