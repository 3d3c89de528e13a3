import ImpactModel

/// A foreign value map as it lies on its sheet: rows with their columns, totals, and other lines.
struct MapLayout {
  /// A cell with its place among the grid's rows and columns.
  struct Place: Sendable {
    let row: Int
    let column: Int
    let cell: Grid.Cell
  }

  /// An outcome, or an input.
  struct Row: Sendable {
    /// Its position among the grid's rows.
    let position: Int
    /// Its number in the file.
    let number: Int
    /// What it is called.
    let name: String
    /// The words of its section and its category, by which a total may name it.
    let groups: [Words]
    /// The table that it stands in.
    let table: Int
    /// Its numbers.
    let cells: [MapColumn: Place]
  }

  /// A total under columns, with the rows above it that belong to it.
  struct Total: Sendable {
    let label: Words
    let cells: [MapColumn: Place]
    let table: Int
    /// The rows since the total before it, or since the heading of its section.
    let nearest: [Row]
    /// All rows of its table up to it.
    let wholeTable: [Row]
  }

  /// A line that states one thing of the whole map: a rate, a ratio, a present value per period.
  struct Line: Sendable {
    let label: SummaryLabel
    let words: Words
    /// Its single number.
    let scalar: Place?
    /// Its numbers under columns of the table above it.
    let cells: [MapColumn: Place]
    /// Its text, where it states no number.
    let text: String?
  }

  let grid: Grid
  private(set) var rows: [Row] = []
  private(set) var totals: [Total] = []
  private(set) var lines: [Line] = []
  /// The columns that some table has.
  private(set) var columns: Set<MapColumn> = []
  /// What one unit of a bare number in a column of shares is worth: 1, or 0.01 for percentages.
  private(set) var shareUnits: [MapColumn: Double] = [:]

  /// Finds tables, totals and lines; a grid without a heading of a value map has no rows.
  init(_ grid: Grid) {
    self.grid = grid
    let headings = MapLayout.headings(of: grid)
    for position in 0..<(headings.first?.lowerBound ?? grid.rows.count) {
      addLine(position, columns: [:])
    }
    for (table, heading) in headings.enumerated() {
      let end = table + 1 < headings.count ? headings[table + 1].lowerBound : grid.rows.count
      addTable(table, heading: heading, end: end)
    }
    shareUnits = findShareUnits()
  }

  /// The periods that the map has columns for, in their order.
  var periods: [Int] {
    columns.compactMap { if case .period(let period) = $0 { period } else { nil } }.sorted()
  }

  // MARK: Headings

  /// The headings, each of one row or of several below each other.
  private static func headings(of grid: Grid) -> [Range<Int>] {
    var headings: [Range<Int>] = []
    for position in grid.rows.indices where isHeading(position, in: grid) {
      if let last = headings.last, last.upperBound == position {
        headings[headings.count - 1] = last.lowerBound..<position + 1
      } else {
        headings.append(position..<position + 1)
      }
    }
    return headings
  }

  /// What a column is called in a heading; of several rows the one that names most columns speaks.
  private func heading(_ rows: Range<Int>, _ column: Int) -> MapColumn? {
    let named = rows.map { row in
      (row, grid.rows[row].cells.count { MapColumn(heading: $0.text)?.isNumeric ?? false })
    }
    return named.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.lazy
      .compactMap { MapColumn(heading: grid.cell($0.0, column).text) }.first
  }

  /// Whether a row names columns of a value map and holds no numbers but calendar years.
  private static func isHeading(_ position: Int, in grid: Grid) -> Bool {
    var numeric: Set<MapColumn> = []
    var labels = 0
    for cell in grid.rows[position].cells where !cell.isBlank {
      if let number = cell.number, !(1_950...2_150).contains(number) { return false }
      guard let column = MapColumn(heading: cell.text) else {
        if cell.number != nil { return false }
        continue
      }
      if column.isNumeric { numeric.insert(column) } else if column != .other { labels += 1 }
    }
    guard numeric.count >= 2 || (numeric.count == 1 && labels >= 1) else { return false }
    guard position + 1 < grid.rows.count else { return false }
    return grid.rows[(position + 1)...].prefix(3).contains {
      $0.cells.contains { $0.number != nil }
    }
  }

  /// The columns of a table: of two with one meaning the one that holds more numbers.
  private func columns(heading rows: Range<Int>, end: Int) -> [MapColumn: Int] {
    var found: [MapColumn: (column: Int, numbers: Int)] = [:]
    let width = rows.map { grid.rows[$0].cells.count }.max() ?? 0
    let headings = (0..<width).map { heading(rows, $0) }
    let isInputTable =
      headings.contains(.inputValue)
      && !headings.contains { [.quantity, .deadweight, .impact, .gross].contains($0) }
    let quantity = headings.firstIndex(of: .quantity)
    let proxies = headings.indices.filter { headings[$0] == .proxy }
    for (position, heading) in headings.enumerated() {
      guard var column = heading, column != .other else { continue }
      let numbers = (rows.upperBound..<end).count { grid.cell($0, position).number != nil }
      guard !column.isNumeric || numbers > 0 else { continue }
      // A value before the quantity is that of an input, where the proxy comes later.
      let isBefore = quantity.map { position < $0 && proxies.contains { $0 > position } } ?? false
      if isInputTable, column == .proxy || column == .rowTotal { column = .inputValue }
      if column == .proxy, isBefore { column = .inputValue }
      if found[column].map({ column.isNumeric && numbers > $0.numbers }) ?? true {
        found[column] = (position, numbers)
      }
    }
    var columns = found.mapValues(\.column)
    let isPlainList = ![.quantity, .gross, .impact, .presentValue].contains { columns[$0] != nil }
    if isPlainList, let value = columns[.proxy] {
      columns[.proxy] = nil
      columns[.impact] = value
    }
    return columns
  }

  // MARK: Rows

  private mutating func addTable(_ table: Int, heading: Range<Int>, end: Int) {
    let known = columns(heading: heading, end: end)
    columns.formUnion(known.keys)
    var nearest: [Row] = []
    var all: [Row] = []
    var section = Words("")
    for position in heading.upperBound..<end {
      let label = labelText(position)
      let summary = SummaryLabel(label)
      let cells = numbers(position, known)
      if summary == nil || isRow(cells, summary),
        isRow(cells, nil) || hasNoGivenColumn(known, cells)
      {
        let row = Row(
          position: position, number: grid.rows[position].number,
          name: name(position, known) ?? label,
          groups: [section, category(position, known)].filter { !$0.isEmpty }, table: table,
          cells: cells)
        nearest.append(row)
        all.append(row)
      } else if summary == .total, !cells.filter({ $0.key.isSummed }).isEmpty, !nearest.isEmpty {
        totals.append(
          Total(
            label: Words(label), cells: cells.filter { $0.key.isSummed }, table: table,
            nearest: nearest, wholeTable: all))
        nearest = []
        section = Words("")
      } else if summary == nil, !grid.rows[position].cells.contains(where: { $0.number != nil }) {
        section = Words(label)
        nearest = []
      } else {
        addLine(position, columns: known)
      }
    }
    rows += all
  }

  /// Whether numbers are those of an outcome or an input: typed ones with something beside them.
  private func isRow(_ cells: [MapColumn: Place], _ summary: SummaryLabel?) -> Bool {
    let given = cells.keys.count { $0.isGiven }
    if summary == .total { return false }
    if summary != nil { return given >= 3 }
    return given >= 2 || (given >= 1 && cells.count >= 2) || cells[.inputValue] != nil
  }

  private func hasNoGivenColumn(_ known: [MapColumn: Int], _ cells: [MapColumn: Place]) -> Bool {
    !known.keys.contains { $0.isGiven } && !cells.isEmpty
  }

  private func numbers(_ position: Int, _ known: [MapColumn: Int]) -> [MapColumn: Place] {
    var cells: [MapColumn: Place] = [:]
    for (column, index) in known where column.isNumeric {
      let cell = grid.cell(position, index)
      if cell.number != nil { cells[column] = Place(row: position, column: index, cell: cell) }
    }
    return cells
  }

  private func name(_ position: Int, _ known: [MapColumn: Int]) -> String? {
    known[.outcome].map { grid.cell(position, $0).text }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func category(_ position: Int, _ known: [MapColumn: Int]) -> Words {
    Words(known[.category].map { grid.cell(position, $0).text } ?? "")
  }

  /// The first text of a row.
  private func labelText(_ position: Int) -> String {
    grid.rows[position].cells.first { !$0.isBlank && $0.number == nil }?.text ?? ""
  }

  // MARK: Lines

  /// Notes what a row states beside its labels, of which there may be several.
  private mutating func addLine(_ position: Int, columns: [MapColumn: Int]) {
    let row = grid.rows[position].cells
    let labels = row.indices.filter { column in
      row[column].number == nil && SummaryLabel(row[column].text) != nil
    }
    for (index, column) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1] : row.count
      addLine(position, label: column, cells: column + 1..<end, columns: columns)
    }
  }

  private mutating func addLine(
    _ position: Int, label labelColumn: Int, cells range: Range<Int>, columns: [MapColumn: Int]
  ) {
    let row = grid.rows[position].cells
    guard let label = SummaryLabel(row[labelColumn].text) else { return }
    let numbers = range.filter { row[$0].number != nil }
      .map { Place(row: position, column: $0, cell: row[$0]) }
    let ofColumn = Dictionary(
      columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    var cells: [MapColumn: Place] = [:]
    var scalar = numbers.count == 1 ? numbers.first : nil
    if numbers.count > 1 {
      for place in numbers {
        if let column = ofColumn[place.column], case .period = column {
          cells[column] = place
        } else if scalar == nil {
          scalar = place
        }
      }
    }
    if scalar == nil, cells.isEmpty, label == .ratio || label == .netRatio {
      scalar = ratioText(position, after: labelColumn)
    }
    if label == .headline {
      // A headline may be about jobs or visitors; only `1 : 3` is about the ratio.
      scalar = ratioText(position, after: labelColumn)
    } else if scalar == nil, cells.isEmpty {
      scalar = numberBelow(position, labelColumn)
    }
    let text = range.lazy.map { row[$0].text }.first { !$0.allSatisfy(\.isWhitespace) }
    lines.append(
      Line(
        label: label, words: Words(row[labelColumn].text), scalar: scalar, cells: cells,
        text: text))
  }

  /// The number under a label that has none beside it.
  private func numberBelow(_ position: Int, _ column: Int) -> Place? {
    let below = grid.cell(position + 1, column)
    guard below.number != nil else { return nil }
    return Place(row: position + 1, column: column, cell: below)
  }

  /// A ratio that is written as `1 : 6.29` or `6.29 : 1`.
  private func ratioText(_ position: Int, after label: Int) -> Place? {
    for (column, cell) in grid.rows[position].cells.enumerated() where column > label {
      let halves = cell.text.split(separator: ":").map { ReadNumberCell(String($0))?.cell }
      guard halves.count == 2 else { continue }
      let (first, last) = (halves[0], halves[1])
      if first?.number == 1, let last {
        return Place(row: position, column: column, cell: last)
      }
      if last?.number == 1, let first {
        return Place(row: position, column: column, cell: first)
      }
    }
    return nil
  }

  // MARK: Shares

  /// Bare numbers in a column of shares are percentages where one of them is above 1.
  private func findShareUnits() -> [MapColumn: Double] {
    var units: [MapColumn: Double] = [:]
    var open: [MapColumn] = []
    for column in [.deadweight, .displacement, .attribution, .dropOff, .multiplier] as [MapColumn] {
      let bare = rows.compactMap { $0.cells[column]?.cell }.filter { !$0.isPercentage }
        .compactMap(\.number)
      if bare.contains(where: { $0 > 1 }) {
        units[column] = 0.01
      } else if bare.contains(where: { $0 > 0 && $0 < 1 }) {
        units[column] = 1
      } else {
        open.append(column)
      }
    }
    let usual = units.values.count { $0 == 0.01 } > units.values.count { $0 == 1 } ? 0.01 : 1
    for column in open { units[column] = usual }
    return units
  }
}
