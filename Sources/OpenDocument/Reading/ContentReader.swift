/// Makes sheets, rows and names of the tokens of `content.xml` or of a single-file document.
final class ContentReader {
  /// Where in the document the reader is; what belongs nowhere is passed over.
  private enum Place {
    case root, document, styles, style, body, spreadsheet, table, row, cell, text
    case comment, commentText, names, leaf
  }

  /// The most hidden sheets and runs of hidden columns that are kept in mind.
  private static let longestList = 20_000
  /// The longest name of a style that is kept in mind, in bytes; no program writes a tenth of it.
  private static let longestStyleName = 1_000
  /// The longest run of blanks that a padded text may have without being counted.
  private static let plainBlanks = 1_000

  private let limits: ReadingLimits
  private let visit: (SpreadsheetReader.Event) throws -> Void
  // Used for each element, by one thread and one call at a time: the check would take longer.
  @exclusivity(unchecked) private var places: [Place] = [.root]
  @exclusivity(unchecked) private var skipped = 0
  @exclusivity(unchecked) private var rows: RowAssembly
  @exclusivity(unchecked) private var cell = PendingCell()
  @exclusivity(unchecked) private var cellText: CellText
  @exclusivity(unchecked) private var commentText: CellText
  @exclusivity(unchecked) private var hasComment = false
  private var styleName: String?
  private var hiddenStyles: Set<String> = []
  private var sheetCount = 0
  private var sheetName: String?
  private var isSheetHidden = false
  private var isSheetAnnounced = false
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var column = 1
  private var countedBlanks = 0

  /// Whether the document turned out to hold a spreadsheet.
  private(set) var isSpreadsheet = false

  init(
    limits: ReadingLimits, visit: @escaping (SpreadsheetReader.Event) throws -> Void
  ) {
    self.limits = limits
    self.visit = visit
    rows = RowAssembly(limits)
    cellText = CellText(limit: limits.textBytes)
    commentText = CellText(limit: limits.textBytes)
  }

  func start(_ token: ContentToken) throws {
    if skipped > 0 {
      skipped += 1
      return
    }
    let place = try placed { try enter(token) }
    if let place { places.append(place) } else { skipped = 1 }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard skipped == 0 else { return }
    switch places.last {
    case .text: try placed { try cellText.append(bytes) }
    case .commentText: try placed { try commentText.append(bytes) }
    default: break
    }
  }

  func end() throws {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch places.popLast() {
    // A part of a paragraph is the same place as its paragraph.
    case .text where places.last == .cell: cellText.endParagraph()
    case .commentText where places.last == .comment: commentText.endParagraph()
    case .cell: try placed { try endCell() }
    case .row: try endRow()
    // Groups of rows and columns are the same place as their table.
    case .table where places.last == .spreadsheet: try endSheet()
    default: break
    }
  }

  /// Opens an element, or gives `nil` where it is passed over.
  private func enter(_ token: ContentToken) throws -> Place? {
    let name = token.name
    switch (places.last, name) {
    case (.root, .document), (.root, .documentContent): return try enterDocument(token)
    case (.document, .automaticStyles): return .styles
    case (.styles, .style): return enterStyle(token)
    case (.style, .tableProperties): return enterTableProperties(token)
    case (.document, .body): return .body
    case (.body, .spreadsheet):
      isSpreadsheet = true
      return .spreadsheet
    case (.spreadsheet, .table): return try enterSheet(token)
    case (.spreadsheet, .namedExpressions), (.table, .namedExpressions): return .names
    case (.names, .namedRange): return try enterName(token)
    case (.table, _): return try enterTablePart(name, token)
    case (.row, .tableCell): return try enterCell(token, isCovered: false)
    case (.row, .coveredTableCell): return try enterCell(token, isCovered: true)
    case (.cell, .paragraph):
      try cellText.beginParagraph()
      return .text
    case (.cell, .annotation):
      hasComment = true
      return .comment
    case (.comment, .paragraph):
      try commentText.beginParagraph()
      return .commentText
    case (.text, _): return try enterTextPart(name, token, &cellText) ? .text : nil
    case (.commentText, _): return try enterTextPart(name, token, &commentText) ? .commentText : nil
    default: return nil
    }
  }

  private func enterDocument(_ token: ContentToken) throws -> Place {
    if let type = token[.mimetype], !type.hasPrefix(Workbook.mediaType) {
      throw SpreadsheetReadError(.notSpreadsheet(String(type.prefix(100))))
    }
    return .document
  }

  private func enterStyle(_ token: ContentToken) -> Place? {
    guard token[.family] == "table" else { return nil }
    styleName = token[.styleOwnName]
    return .style
  }

  private func enterTableProperties(_ token: ContentToken) -> Place {
    if token[.display] == "false", let styleName, hiddenStyles.count < ContentReader.longestList,
      styleName.utf8.count <= ContentReader.longestStyleName
    {
      hiddenStyles.insert(styleName)
    }
    return .leaf
  }

  private func enterName(_ token: ContentToken) throws -> Place {
    if let name = token[.name] {
      let scope = places.dropLast().last == .table ? sheetName : nil
      if scope != nil { try announceSheet() }
      let range = token[.rangeAddress].flatMap(ReadRange.init(address:))
      try visit(.name(ReadName(name: name, scope: scope, range: range)))
    }
    return .leaf
  }
}

// Sheets and their columns.
extension ContentReader {
  private func enterSheet(_ token: ContentToken) throws -> Place {
    sheetCount += 1
    guard sheetCount <= limits.sheets else {
      throw SpreadsheetReadError(.sheets(limit: limits.sheets))
    }
    sheetName = token[.name] ?? ""
    isSheetHidden = token[.styleName].map(hiddenStyles.contains) ?? false
    isSheetAnnounced = false
    hiddenColumns = []
    column = 1
    rows.beginSheet()
    return .table
  }

  /// Hands over the sheet before its first row, when its columns are known.
  private func announceSheet() throws {
    guard !isSheetAnnounced, let sheetName else { return }
    isSheetAnnounced = true
    try visit(
      .sheet(
        ReadSheet(
          name: sheetName, number: sheetCount, isHidden: isSheetHidden,
          hiddenColumns: hiddenColumns)))
  }

  private func endSheet() throws {
    try announceSheet()
    sheetName = nil
  }

  private func enterTablePart(_ name: ContentName?, _ token: ContentToken) throws -> Place? {
    switch name {
    case .tableColumns, .tableHeaderColumns, .tableColumnGroup, .tableRows, .tableHeaderRows,
      .tableRowGroup:
      return .table
    case .tableColumn:
      try takeColumn(token)
      return .leaf
    case .tableRow:
      try announceSheet()
      rows.beginRow(repeats: try token.count(.rowsRepeated), isHidden: token.isHidden)
      return .row
    default: return nil
    }
  }

  private func takeColumn(_ token: ContentToken) throws {
    let first = column
    column = min(column + (try token.count(.columnsRepeated)), ValueText.largestCount)
    guard token.isHidden, hiddenColumns.count < ContentReader.longestList else { return }
    if let last = hiddenColumns.last, last.upperBound == first - 1 {
      hiddenColumns[hiddenColumns.count - 1] = last.lowerBound...column - 1
    } else if first < column {
      hiddenColumns.append(first...column - 1)
    }
  }
}

// Rows and cells.
extension ContentReader {
  private func endRow() throws {
    try placed { try rows.checkRow() }
    try rows.endRow { [visit] row in try visit(.row(row)) }
  }

  private func enterCell(_ token: ContentToken, isCovered: Bool) throws -> Place {
    cellText.reset()
    commentText.reset()
    hasComment = false
    try cell.begin(token, isCovered: isCovered)
    return .cell
  }

  private func endCell() throws(SpreadsheetReadError) {
    let finished = cell.cell(
      column: rows.column, text: cellText.text, comment: hasComment ? commentText.text : nil)
    try rows.add(finished, repeats: cell.repeats)
  }

  /// Takes an element inside a paragraph; gives false where its text is not that of the cell.
  private func enterTextPart(
    _ name: ContentName?, _ token: ContentToken, _ text: inout CellText
  ) throws -> Bool {
    switch name {
    case .blanks:
      let count = try token.count(.blankCount, least: 0)
      try countBlanks(count)
      try text.append(0x20, count: count)
    case .tab: try text.append(9, count: 1)
    case .lineBreak: try text.append(10, count: 1)
    case .annotation, .textNote, .rubyText, .frame: return false
    default: break
    }
    return true
  }

  /// Forty bytes of markup may stand for a million blanks, in each of a million cells.
  private func countBlanks(_ count: Int) throws(SpreadsheetReadError) {
    guard count > ContentReader.plainBlanks, count <= limits.textBytes else { return }
    countedBlanks += count
    guard countedBlanks <= limits.countedBlanks else {
      throw SpreadsheetReadError(.countedBlanks(limit: limits.countedBlanks))
    }
  }

  /// Gives errors the place in the document where they were met.
  private func placed<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as SpreadsheetReadError where error.sheet == nil && sheetName != nil {
      let isInRow = places.contains(.row)
      let address = CellAddress(column: rows.column, row: rows.row)
      throw SpreadsheetReadError(
        error.problem, sheet: sheetName, cell: isInRow ? address : nil)
    }
  }
}
