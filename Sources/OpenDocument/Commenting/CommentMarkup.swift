/// The comment of a cell, as it stands in a document, with other paragraphs behind its own.
struct CommentMarkup {
  private static let paragraph = "text:p"

  /// The line with which the paragraphs of an earlier copy begin; they are taken out.
  let mark: String?
  /// The declaration of a prefix that comments need, where the document has none.
  var declaration = ""

  /// The markup of a comment; empty where nothing of it remains.
  ///
  /// - Parameters:
  ///   - old: the comment that the cell has, `nil` for none.
  ///   - text: what is said behind it, `nil` for nothing.
  func markup(_ old: [UInt8]?, adding text: String?) throws -> [UInt8] {
    guard let old else { return try text.map(fresh) ?? [] }
    let kept = withoutMarked(old)
    guard let text else { return kept }
    if kept.isEmpty { return try fresh(text) }
    return try CommentMarkup.adding(text, to: kept)
  }

  private func fresh(_ text: String) throws -> [UInt8] {
    var markup = MarkupBytes()
    try CellMarkup.write(comment: text, to: &markup)
    var comment = markup.take()
    let place = "<office:annotation".utf8.count
    comment.insert(contentsOf: Array(declaration.utf8), at: place)
    return comment
  }

  private static func adding(_ text: String, to comment: [UInt8]) throws -> [UInt8] {
    var markup = MarkupBytes()
    markup.append("<text:p/>")
    try CellMarkup.write(text, to: &markup)
    let pieces = pieces(of: comment)
    guard pieces.count > 1, let end = pieces.last else {
      let tag = TagMarkup(comment)
      return TagMarkup.opened(comment) + markup.take() + tag.closing
    }
    return Array(comment[..<end.lowerBound] + markup.take() + comment[end])
  }

  /// The comment up to the first paragraph that begins with the mark.
  private func withoutMarked(_ comment: [UInt8]) -> [UInt8] {
    guard let mark else { return comment }
    let pieces = CommentMarkup.pieces(of: comment)
    let texts = pieces.map { CommentMarkup.text(of: comment[$0]) }
    guard let first = pieces.indices.first(where: { texts[$0]?.hasPrefix(mark) == true }),
      let end = pieces.last
    else { return comment }
    var last = first
    while last > 0, texts[last - 1]?.isEmpty == true { last -= 1 }
    // Who wrote it and when are no text of its own; a list is.
    let hasOwn = pieces[..<last].indices.contains { index in
      index > 0 && texts[index]?.isEmpty != true
        && comment[pieces[index]].starts(with: Array("<text:".utf8))
    }
    return hasOwn ? Array(comment[..<pieces[last].lowerBound] + comment[end]) : []
  }

  /// The text of a paragraph without its markup; `nil` for anything else.
  private static func text(of piece: ArraySlice<UInt8>) -> String? {
    guard piece.starts(with: Array("<\(paragraph)".utf8)) else { return nil }
    var text: [UInt8] = []
    var isInTag = false
    for byte in piece {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return EntityText.plain(text[...])
  }

  /// The opening tag, each child with what is in it, and the closing tag.
  private static func pieces(of comment: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var scanner = MarkupCutter()
    var (depth, place, start) = (0, 0, 0)
    func take(_ piece: MarkupCutter.Piece) {
      switch piece {
      case .open(let tag):
        if depth == 1 { start = place }
        place += tag.bytes.count
        if depth == 0 { pieces.append(0..<place) }
        if depth == 1, tag.isEmpty { pieces.append(start..<place) }
        if !tag.isEmpty { depth += 1 }
      case .close(let bytes):
        depth -= 1
        if depth == 0 { start = place }
        place += bytes.count
        if depth <= 1 { pieces.append(start..<place) }
      case .other(let bytes): place += bytes.count
      }
    }
    // What was read once cannot fail to be read again.
    try? comment.withUnsafeBufferPointer { try scanner.feed($0, take) }
    return pieces
  }
}
