/// Writes the cells of rows into bytes, and keeps the styles and names that they use.
struct CellWriter {
  var markup = MarkupBytes()
  var names = CellNames()
  var styles: CellStyles
  private var openings = CellOpening()

  init(styles: CellStyles) { self.styles = styles }

  /// Writes a row that stands for one or several.
  mutating func writeRow(
    _ cells: [Cell], sheet: String, row: Int, _ repeats: Int, _ placement: SheetPlacement?,
    startsPage: Bool = false
  ) throws {
    beginRow(repeats, startsPage: startsPage)
    if let placement {
      try write(cells, sheet: sheet, row: row, placement)
    } else {
      try write(cells, sheet: sheet, row: row)
    }
    endRow()
  }

  /// Begins a row that stands for one or several.
  mutating func beginRow(_ repeats: Int, startsPage: Bool = false) {
    if repeats == 1, !startsPage {
      return markup.append("<table:table-row table:style-name=\"row\">")
    }
    markup.append(
      startsPage
        ? "<table:table-row table:style-name=\"row_on_page\""
        : "<table:table-row table:style-name=\"row\"")
    if repeats > 1 {
      markup.append(" table:number-rows-repeated=\"")
      markup.whole(repeats)
      markup.append("\"")
    }
    markup.append(">")
  }

  /// Ends the row that was begun.
  mutating func endRow() { markup.append("</table:table-row>") }

  /// Writes a cell of a value that is no text.
  mutating func write(_ value: CellContent, _ role: CellRole) throws {
    try open(value, role, in: nil)
    try CellMarkup.write(value, to: &markup)
    markup.append("/>")
  }

  /// Writes a cell of a number, as the same `CellContent` would be.
  mutating func write(number: Double, decimals: Int?, _ role: CellRole) throws {
    guard let key = CellOpening.Key(role: role, decimals: decimals),
      openings.write(key, to: &markup)
    else { return try write(.number(number, decimals: decimals), role) }
    try markup.number(number)
    markup.append("\"/>")
  }

  /// Writes a cell of a text in UTF-8; what is no UTF-8 becomes U+FFFD.
  mutating func write(text: UnsafeBufferPointer<UInt8>, _ role: CellRole) throws {
    if !openings.write(CellOpening.Key(textOf: role), to: &markup) {
      try open(CellWriter.anyText, role, in: nil)
    }
    let isPlain = CellMarkup.writePlain(
      text, from: "><text:p>", until: "</text:p></table:table-cell>", to: &markup)
    if isPlain { return }
    markup.append(">")
    try CellMarkup.write(String(decoding: text, as: UTF8.self), to: &markup)
    markup.append("</table:table-cell>")
  }

  private static let anyText = CellContent.text("")

  /// Writes the cells of an ordinary row.
  private mutating func write(_ cells: [Cell], sheet: String, row: Int) throws {
    try cells.withUnsafeBufferPointer { cells in
      var empty = 0
      for index in cells.indices {
        if cells[index].isEmpty {
          empty += 1
          continue
        }
        if empty > 0 { try writeEmpty(empty) }
        empty = 0
        try write(cells[index], sheet: sheet, column: index + 1, row: row)
      }
      if empty == cells.count { try writeEmpty(1) }
    }
  }

  /// Writes the cells of a row in which areas or charts stand.
  private mutating func write(_ cells: [Cell], sheet: String, row: Int, _ here: SheetPlacement)
    throws
  {
    var empty: (count: Int, area: PlacedArea?) = (0, nil)
    for column in 1...max(cells.count, here.lastColumn) {
      let cell = cells.indices.contains(column - 1) ? cells[column - 1] : .empty
      let area = here.area(column)
      let frames = here.frames(column)
      if cell.isEmpty, frames.isEmpty {
        if empty.area?.number != area?.number {
          try writeEmpty(empty.count, in: empty.area)
          empty = (0, area)
        }
        empty.count += 1
        continue
      }
      try writeEmpty(empty.count, in: empty.area)
      empty = (0, nil)
      try write(cell, sheet: sheet, column: column, row: row, in: area, frames: frames)
    }
    try writeEmpty(empty.count, in: empty.area)
  }

  mutating func write(
    _ cell: Cell, sheet: String, column: Int, row: Int, in area: PlacedArea? = nil,
    frames: [[UInt8]] = []
  ) throws {
    do {
      try write(cell, in: area, frames: frames)
      if let name = cell.name {
        try names.add(name, CellAddress(column: column, row: row), on: sheet)
      }
    } catch let error as SpreadsheetError {
      throw SpreadsheetError(
        error.problem, sheet: sheet, cell: CellAddress(column: column, row: row))
    }
  }

  private mutating func write(_ cell: Cell, in area: PlacedArea?, frames: [[UInt8]]) throws {
    try open(cell.value, cell.role, in: area)
    try CellMarkup.write(cell.value, to: &markup)
    if let formula = cell.formula {
      try markup.attribute(" table:formula=\"of:=", formula.text)
    }
    if case .text(let text) = cell.value {
      markup.append(">")
      try writeInside(text, of: cell, frames: frames)
    } else if cell.link != nil {
      throw SpreadsheetError(.linkWithoutText)
    } else if cell.comment == nil, frames.isEmpty {
      markup.append("/>")
    } else {
      markup.append(">")
      try writeInside(nil, of: cell, frames: frames)
    }
  }

  private mutating func writeInside(
    _ text: String?, of cell: Cell, frames: [[UInt8]]
  ) throws {
    if let comment = cell.comment { try CellMarkup.write(comment: comment, to: &markup) }
    if let text { try CellMarkup.write(text, link: cell.link, to: &markup) }
    for frame in frames { markup.append(frame) }
    markup.append("</table:table-cell>")
  }

  /// Writes the element up to the value.
  @inline(__always)
  private mutating func open(
    _ value: CellContent, _ role: CellRole, in area: PlacedArea?
  ) throws {
    guard area == nil, let key = CellOpening.Key(role: role, value: value) else {
      markup.append(try opening(value, role, in: area))
      return
    }
    if openings.write(key, to: &markup) { return }
    let made = try opening(value, role, in: nil)
    openings.keep(made, for: key)
    markup.append(made)
  }

  /// The element up to the value: its style, its validation and its type.
  private mutating func opening(
    _ value: CellContent, _ role: CellRole, in area: PlacedArea?
  ) throws -> [UInt8] {
    var opening = MarkupBytes()
    opening.append("<table:table-cell")
    try writeStyle(role: role, value: value, area, to: &opening)
    try CellMarkup.writeType(of: value, to: &opening)
    return opening.bytes
  }

  /// Writes empty cells.
  mutating func writeEmpty(_ count: Int, in area: PlacedArea? = nil) throws {
    guard count > 0 else { return }
    markup.append("<table:table-cell")
    var style = MarkupBytes()
    try writeStyle(role: area?.role ?? .plain, value: .empty, area, to: &style)
    markup.append(style.bytes)
    if count > 1 {
      markup.append(" table:number-columns-repeated=\"")
      markup.whole(count)
      markup.append("\"")
    }
    markup.append("/>")
  }

  private mutating func writeStyle(
    role: CellRole, value: CellContent, _ area: PlacedArea?, to markup: inout MarkupBytes
  ) throws {
    let name =
      if let highlight = area?.highlight {
        try styles.name(role: role, value: value, format: area?.format, area: highlight)
      } else {
        styles.name(role: role, value: value, format: area?.format)
      }
    if let name {
      markup.append(" table:style-name=\"")
      markup.append(name)
      markup.append("\"")
    }
    if let validation = area?.validation {
      markup.append(" table:content-validation-name=\"")
      markup.append(validation)
      markup.append("\"")
    }
  }
}
