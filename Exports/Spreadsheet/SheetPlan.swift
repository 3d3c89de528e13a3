import ExportKit
import OpenDocument

/// The rows of one sheet before they are written, so that formulas can look ahead.
struct SheetPlan {
  var columnWidths: [Double]
  var frozenColumns = 0
  /// What holds for ranges of its cells.
  var areas: [SheetArea] = []
  var charts: [Chart] = []
  var page = PageForm.landscape
  var isHidden = false
  /// The rows with which a new page begins on paper.
  private(set) var pageBreaks: Set<Int> = []
  private(set) var rows: [[Cell]] = []
  private(set) var headingRow: Int?
  private var repeatsHeading = true

  init(columnWidths: [Double]) { self.columnWidths = columnWidths }

  /// The number of the row that is added next, from 1.
  var nextRow: Int { rows.count + 1 }

  /// Adds a row.
  mutating func add(_ cells: Cell...) { rows.append(cells) }

  /// Adds a row.
  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// Adds the title of the sheet and, on a draft, the stamp that says so.
  mutating func addTitle(_ title: String, isDraft: Bool, _ voice: Voice) {
    add(.text(title, .title))
    if isDraft { add(.text(voice(Voice.draft), .stamp)) }
  }

  /// Lets a formula give the value that a cell has already.
  mutating func setFormula(_ formula: OpenFormula, row: Int, column: Int) {
    guard rows.indices.contains(row - 1), rows[row - 1].indices.contains(column - 1) else { return }
    rows[row - 1][column - 1].formula = formula
  }

  /// Lets the next row begin a new page on paper.
  mutating func breakPage() { pageBreaks.insert(nextRow) }

  /// Adds empty rows until a row is the next one.
  mutating func skip(to row: Int) {
    while nextRow < row { add([]) }
  }

  /// Adds an empty row and the title of a section.
  mutating func addSection(_ title: String) {
    add([])
    add(.text(title, .section))
  }

  /// Adds a row of headings; those of numbers stand at the right, as the numbers do.
  mutating func addHeadings(_ headings: [(text: String, isNumber: Bool)]) {
    add(headings.map { .text($0.text, $0.isNumber ? .numberHeading : .heading) })
  }

  /// Keeps the last row and those above it in sight, and repeats it on each printed page.
  ///
  /// - Parameter repeats: whether it is repeated: above another table it would mislead.
  mutating func freezeHere(repeats: Bool = true) {
    headingRow = rows.count
    repeatsHeading = repeats
  }

  /// How many rows of one line a page on its side holds, with room for some that take more.
  static let pageRows = 20

  /// How many characters stand on one line of a page on its side.
  private static let lineCharacters = 130

  /// Adds a text that runs on over the empty cells beside it, in lines as wide as the page.
  mutating func addLines(_ text: String) {
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > Self.lineCharacters {
        add(.text(line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    add(.text(line))
  }

  /// Leaves a name that a cell before has already to that cell; case is ignored.
  ///
  /// Only a draft can have two figures of one identifier, and it must still be written.
  mutating func dropRepeatedNames(_ taken: inout Set<String>) {
    for row in rows.indices {
      for cell in rows[row].indices {
        guard let name = rows[row][cell].name else { continue }
        if !taken.insert(name.lowercased()).inserted { rows[row][cell].name = nil }
      }
    }
  }

  /// The sheet that writes the rows.
  func sheet(named name: String) -> Sheet {
    let rows = rows
    return Sheet(
      name: name, columnWidths: columnWidths,
      headingRows: repeatsHeading ? headingRow.map { $0...$0 } : nil,
      frozenRows: headingRow ?? 0, frozenColumns: frozenColumns, isHidden: isHidden, page: page,
      pageBreaks: pageBreaks,
      areas: areas, charts: charts
    ) { sink in
      for row in rows { try sink.row(row) }
    }
  }
}
