import ImpactModel
import OpenDocument

/// A declared table with its place in a workbook: its sheet, and the columns in which it stands.
struct TablePlan {
  /// The fewest rows for which lists and bounds are prepared.
  static let preparedRows = 1_000

  let declaration: TableDeclaration
  let sheet: String
  let headingRow: Int
  /// The column of the sheet of each declared column, from 1; `nil` where the sheet has none.
  let columns: [Int?]
  /// The last row that holds something.
  let lastRow: Int

  /// The rows that are there to be filled in.
  var body: ClosedRange<Int> {
    headingRow + 1...max(headingRow + TablePlan.preparedRows, lastRow + 200)
  }
}

/// What may be typed into the columns of the tables of a workbook, and how it is shown.
struct ColumnForms {
  let plans: [TablePlan]
  let currency: Currency
  let language: Language
  private(set) var lists = ChoiceLists()

  init(plans: [TablePlan], currency: Currency, language: Language) {
    self.plans = plans
    self.currency = currency
    self.language = language
  }

  /// The width of a column, in millimetres.
  static func width(of column: ColumnCard) -> Double {
    let labels = [column.label.english, column.label.dutch]
    let heading = Double(labels.map(\.count).max() ?? 0)
    let word = Double(labels.flatMap { $0.split(separator: " ") }.map(\.count).max() ?? 0)
    let usual =
      switch column.type {
      case .text: column.allowsLongText ? 65.0 : 45.0
      case .identifier, .reference, .label: 28.0
      case .figure: 50.0
      case .choice: 40.0
      case .person: 30.0
      case .amount: column.allowsRange ? 45.0 : 30.0
      case .number, .percentage: column.allowsRange ? 40.0 : 25.0
      case .integer, .money, .day, .yesNo, .postcode: 25.0
      }
    // A heading breaks into lines before its column grows, but never inside a word.
    return max(usual, min(80, word * 2.4 + 4), min(60, heading * 1.2 + 4))
  }

  /// What holds for the cells below the headings of a table.
  mutating func areas(of plan: TablePlan) -> [SheetArea] {
    var areas: [SheetArea] = []
    for (column, position) in zip(plan.declaration.columns, plan.columns) {
      guard let position, position <= 1_024 else { continue }
      let range = CellRange(column: position, rows: plan.body)
      areas.append(
        SheetArea(
          range, role: column.type == .text ? .wrapped : nil, format: format(of: column),
          validation: validation(of: column, at: range.first)))
    }
    return areas
  }

  /// What holds for the value of a setting.
  mutating func area(ofSetting key: String, at place: CellAddress) -> SheetArea {
    SettingsDraft.area(
      of: SettingsKey.all.first { $0.key == key }, at: place, language: language, lists: &lists)
  }

  private func format(of column: ColumnCard) -> CellFormat? {
    switch column.type {
    case .integer, .number: nil
    case .percentage: .percentage(decimals: 1)
    case .amount, .money: .currency(code: currency.code, decimals: 2)
    case .day: .date
    case .text, .identifier, .reference, .label, .figure, .choice, .yesNo, .postcode, .person:
      .text
    }
  }

  private mutating func validation(of column: ColumnCard, at first: CellAddress) -> Validation? {
    switch column.type {
    case .choice(let options):
      return list(options.map { $0.label[language] }, column)
    case .yesNo:
      return list([Text("yes", nl: "ja")[language], Text("no", nl: "nee")[language]], column)
    case .reference(let table): return reference(to: table, column)
    case .day:
      return rule(
        .date(first: ReadDate(year: 1900, month: 1, day: 1), last: nil), column,
        Text("Fill in a date.", nl: "Vul een datum in."))
    case .integer, .number, .percentage, .amount, .money: return number(column, at: first)
    case .text, .identifier, .label, .figure, .postcode, .person: return nil
    }
  }

  private mutating func list(_ words: [String], _ column: ColumnCard) -> Validation {
    let range = lists.range(of: words, title: column.label[language])
    return rule(
      .cells(range, sheet: SheetWords.lists[language]), column,
      Text("Choose from the list.", nl: "Kies uit de lijst."))
  }

  /// Ids of another sheet; one that will be added later may stand here before it.
  private func reference(to table: String, _ column: ColumnCard) -> Validation? {
    guard let plan = plans.first(where: { $0.declaration.id == table }),
      let key = plan.declaration.keyPosition, plan.columns.indices.contains(key),
      let position = plan.columns[key], position <= 1_024
    else { return nil }
    let message = Text(
      "The sheet “\(plan.sheet)” does not have this id yet.",
      nl: "Het blad ‘\(plan.sheet)’ heeft dit id nog niet.")
    var validation = rule(
      .cells(CellRange(column: position, rows: plan.body), sheet: plan.sheet), column, message)
    validation.strictness = .warn
    return validation
  }

  private func number(_ column: ColumnCard, at first: CellAddress) -> Validation? {
    let widest = 1e15
    let low = max(column.bounds?.lowerBound ?? -widest, -widest)
    let high = min(column.bounds?.upperBound ?? widest, widest)
    let message = Text(
      "Fill in a number within the bounds that the comment at the heading names.",
      nl: "Vul een getal in binnen de grenzen die de opmerking bij de kop noemt.")
    if column.allowsRange {
      // A number with its range is a text, which no rule of a spreadsheet can look into.
      guard column.bounds != nil else { return nil }
      let cell = first.reference
      let text =
        "OR(ISTEXT(\(cell));AND(ISNUMBER(\(cell));\(cell)>=\(DecimalText.exact(low));"
        + "\(cell)<=\(DecimalText.exact(high))))"
      return (try? OpenFormula(text)).map { rule(.formula($0), column, message) }
    }
    guard column.type == .integer else {
      return rule(.number(least: low, largest: high), column, message)
    }
    return rule(
      .wholeNumber(least: Int(low.rounded(.up)), largest: Int(high.rounded(.down))), column, message
    )
  }

  private func rule(_ rule: Validation.Rule, _ column: ColumnCard, _ message: Text) -> Validation {
    // Longer titles do not fit the box in which Excel shows them.
    Validation(
      rule, error: .init(title: String(column.label[language].prefix(32)), text: message[language]))
  }
}

/// The lists to choose from, each in a column of a hidden sheet.
///
/// Written into the rule itself a list may be longer than Excel takes.
struct ChoiceLists {
  private(set) var lists: [(title: String, words: [String])] = []

  /// The cells that hold a list, which is added where it is new.
  mutating func range(of words: [String], title: String) -> CellRange {
    let known = lists.firstIndex { $0.words == words }
    if known == nil { lists.append((title, words)) }
    let column = (known ?? lists.count - 1) + 1
    return CellRange(column: column, rows: 2...max(2, words.count + 1))
  }

  /// The hidden sheet.
  func sheet(in language: Language) -> SheetDraft {
    var sheet = SheetDraft(
      name: SheetWords.lists[language], widths: [Double](repeating: 40, count: max(1, lists.count)))
    sheet.isHidden = true
    sheet.headingRow = 1
    for (index, list) in lists.enumerated() {
      sheet[1, index + 1] = .text(list.title, .heading)
      for (row, word) in list.words.enumerated() { sheet[row + 2, index + 1] = .text(word) }
    }
    return sheet
  }
}

extension ColumnCard {
  /// Whether people write sentences into it: a column of texts that tells or explains.
  fileprivate var allowsLongText: Bool {
    isRequired || ["reason", "source", "evidence", "description"].contains { id.contains($0) }
  }
}
