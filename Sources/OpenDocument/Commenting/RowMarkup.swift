/// A row of a sheet as it stands in a document, with the places of its cells.
struct RowMarkup {
  /// A cell, or several alike.
  struct CellSpan {
    let tag: TagMarkup
    let repeats: Int
    /// Where it begins in the row.
    let start: Int
    /// Where a comment may stand: behind the tag, or behind what must come before a comment.
    var comments: Int
    /// The comment that it has.
    var comment: Range<Int>?
    /// Where it ends, and where its closing tag begins.
    var end = 0
    var closing = 0
  }

  private static let repeatedRows = "table:number-rows-repeated"
  private static let repeatedColumns = "table:number-columns-repeated"

  let tag: TagMarkup
  /// How many rows alike it stands for.
  let repeats: Int
  private(set) var bytes: [UInt8]
  private var cells: [CellSpan] = []
  /// Where the closing tag begins; the end of the tag where that closes the row at once.
  private var closing: Int

  init(_ tag: TagMarkup) {
    self.tag = tag
    repeats = RowMarkup.count(tag, RowMarkup.repeatedRows)
    bytes = tag.bytes
    closing = tag.bytes.count
  }

  private static func count(_ tag: TagMarkup, _ name: String) -> Int {
    max(1, tag[name].flatMap { Int($0) } ?? 1)
  }

  // MARK: - While it comes

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func beginCell(_ tag: TagMarkup) {
    let start = bytes.count
    bytes += tag.bytes
    cells.append(
      CellSpan(
        tag: tag, repeats: RowMarkup.count(tag, RowMarkup.repeatedColumns), start: start,
        comments: bytes.count, end: bytes.count, closing: bytes.count))
  }

  mutating func endCell(_ tag: [UInt8]) {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].closing = bytes.count
    bytes += tag
    cells[cells.count - 1].end = bytes.count
  }

  /// Says that what came last must stand before a comment.
  mutating func keepBeforeComment() {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].comments = bytes.count
  }

  /// Says that what came since a place is the comment of the cell.
  mutating func endComment(from start: Int) {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].comment = start..<bytes.count
  }

  mutating func end(_ tag: [UInt8]) {
    closing = bytes.count
    bytes += tag
  }

  // MARK: - As it is written

  /// The row as it was but for its comments.
  ///
  /// - Parameter added: for rows counted from the first of those alike, what is said of which
  ///   column.
  func markup(adding added: [Int: [Int: String]], _ comments: CommentMarkup) throws -> [UInt8] {
    var markup: [UInt8] = []
    var done = 0
    for row in added.keys.sorted() {
      if row > done { markup += try self.markup(row - done, [:], comments) }
      markup += try self.markup(1, added[row] ?? [:], comments)
      done = row + 1
    }
    if done < repeats { markup += try self.markup(repeats - done, [:], comments) }
    return markup
  }

  private func markup(
    _ count: Int, _ added: [Int: String], _ comments: CommentMarkup
  ) throws -> [UInt8] {
    let opening = tag.counting(RowMarkup.repeatedRows, count)
    var markup = added.isEmpty ? opening : TagMarkup.opened(opening)
    var place = tag.bytes.count
    var column = 1
    for cell in cells {
      markup += bytes[place..<cell.start]
      markup += try self.markup(cell, column, added, comments)
      place = cell.end
      column += cell.repeats
    }
    markup += bytes[place..<closing]
    for more in added.keys.sorted() where more >= column {
      if more > column {
        markup += Array(RowMarkup.emptyCells(more - column).utf8)
      }
      markup += Array("<table:table-cell>".utf8)
      markup += try comments.markup(nil, adding: added[more])
      markup += Array("</table:table-cell>".utf8)
      column = more + 1
    }
    let end = Array(bytes[closing...])
    return markup + (end.isEmpty && !added.isEmpty ? tag.closing : end)
  }

  private static func emptyCells(_ count: Int) -> String {
    count == 1
      ? "<table:table-cell/>" : "<table:table-cell \(repeatedColumns)=\"\(count)\"/>"
  }

  /// A cell, cut where only one of several alike gets a comment.
  private func markup(
    _ cell: CellSpan, _ first: Int, _ added: [Int: String], _ comments: CommentMarkup
  ) throws -> [UInt8] {
    var markup: [UInt8] = []
    var column = first
    let end = first + cell.repeats
    for place in added.keys.sorted() where (first..<end).contains(place) {
      if place > column { markup += try one(cell, place - column, nil, comments) }
      markup += try one(cell, 1, added[place], comments)
      column = place + 1
    }
    if column < end { markup += try one(cell, end - column, nil, comments) }
    return markup
  }

  private func one(
    _ cell: CellSpan, _ count: Int, _ text: String?, _ comments: CommentMarkup
  ) throws -> [UInt8] {
    let opening = cell.tag.counting(RowMarkup.repeatedColumns, count)
    let comment = try comments.markup(cell.comment.map { Array(bytes[$0]) }, adding: text)
    let start = cell.comment?.lowerBound ?? cell.comments
    let behind = cell.comment?.upperBound ?? cell.comments
    let before = bytes[(cell.start + cell.tag.bytes.count)..<start]
    let inside = before + comment + bytes[behind..<cell.closing]
    if cell.tag.isEmpty {
      return inside.isEmpty ? opening : TagMarkup.opened(opening) + inside + cell.tag.closing
    }
    return opening + inside + bytes[cell.closing..<cell.end]
  }

  /// Whether a cell has a comment with a text in it.
  func hasComment(with text: [UInt8]) -> Bool {
    cells.contains { cell in
      cell.comment.map { bytes[$0].contains(text) } ?? false
    }
  }
}

extension ArraySlice where Element == UInt8 {
  /// Whether some bytes stand somewhere among these.
  fileprivate func contains(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    var rest = self
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: wanted) { return true }
      rest = rest[(place + 1)...]
    }
    return false
  }
}
