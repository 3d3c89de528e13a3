import ExportKit
import OpenDocument

/// The hidden sheet from which a workbook is recomputed when somebody hands it back.
///
/// Four plain columns: a key, what it is about, a text, and the cell where the thing stands, as a
/// formula, so that it is still found when rows were put in above it. `Documentation/verify.md`
/// lists the keys.
struct VerificationSheet {
  /// What the tab would show if it were not hidden.
  static let title = Text("For verification", nl: "Om na te rekenen")
  /// The version of its form.
  static let version = "1"
  /// A workbook with more to say goes without: it is too large for people, and the XML remains.
  private static let mostEntries = 100_000
  /// So many outcomes and inputs have about as much to say.
  private static let mostRows = 5_000

  private let plan: WorkbookPlan
  private let entries: [VerificationEntry]
  private let currency: Currency

  /// Takes a report with the sheets that show it, or gives `nil` where they are too large.
  init?(_ report: Report, _ sheets: [(name: String, plan: SheetPlan)]) {
    let rows = (report.valueMap?.rows.count ?? 0) + report.inputs.count
    guard rows <= Self.mostRows else { return nil }
    plan = WorkbookPlan(sheets)
    currency = report.project.currency
    var entries = VerificationEntries(report, plan).all
    guard entries.count + plan.names.count <= Self.mostEntries else { return nil }
    entries += plan.copies(besides: Set(entries.compactMap(\.place)))
    guard entries.count <= Self.mostEntries else { return nil }
    self.entries = entries
  }

  /// The sheet, with the digest of all others and of its own rows in its second row.
  ///
  /// - Throws: `SpreadsheetError` where a formula cannot be made.
  func sheet(named name: String) throws -> Sheet {
    let rows = try entries.map { try row($0) }
    let head = VerificationEntry(.mark, Self.version)
    let digest = VerificationEntry(.digest, "SHA-256", self.digest(name: name, rows: rows))
    let all = [try row(head), try row(digest)] + rows
    return Sheet(
      name: name, columnWidths: [40, 60, 40, 30], isHidden: true,
      rows: { sink in for row in all { try sink.row(row) } })
  }

  private func row(_ entry: VerificationEntry) throws -> [Cell] {
    var cells = [
      Cell.text(entry.key.rawValue), .text(entry.subject), .text(entry.text),
    ]
    guard let place = entry.place, let pointed = plan[place] else { return cells }
    let sheet = plan.sheets[place.sheet].name
    let reference = place.address.fixed(on: sheet)
    if let last = entry.last {
      // The sum of a range: a bare range is no value.
      let whole = reference.dropLast() + ":.$" + CellAddress.letters(last.column) + "$\(last.row)]"
      let sum = (place.row...last.row).reduce(0) { sum, row in
        let cell = WorkbookPlace(sheet: place.sheet, row: row, column: place.column)
        return sum + (plan[cell]?.value.numberValue ?? 0)
      }
      cells.append(Cell(try OpenFormula("SUM(\(whole))"), gives: .number(sum)))
    } else {
      cells.append(Cell(try OpenFormula(reference), gives: pointed.value))
    }
    return cells
  }

  private func digest(name: String, rows: [[Cell]]) -> String {
    var digest = WorkbookDigest()
    let copied = plan.copied(entries)
    for (number, sheet) in plan.sheets.enumerated() {
      digest.add(sheet: sheet.name)
      plan.forEachCell(of: number) { place, cell in
        guard let content = WorkbookDigest.Content(cell),
          !(content.isNumber && copied.contains(place))
        else { return }
        digest.add(content, row: place.row, column: place.column)
      }
    }
    digest.add(sheet: name)
    for (index, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard let content = WorkbookDigest.Content(cell) else { continue }
        digest.add(content, row: index + 3, column: column + 1)
      }
    }
    return digest.hexadecimal
  }
}

extension WorkbookDigest.Content {
  /// Whether it is a number that no formula gives.
  var isNumber: Bool { if case .number = self { true } else { false } }
}

extension WorkbookPlan {
  /// Copies of what the digest leaves out: named cells, results of formulas, and long numbers.
  fileprivate func copies(besides stated: Set<WorkbookPlace>) -> [VerificationEntry] {
    var entries: [VerificationEntry] = []
    for sheet in sheets.indices {
      forEachCell(of: sheet) { place, cell in
        if let name = cell.name, named[name] == place, WorkbookPlan.isFigure(name) {
          let text = cell.value.numberValue.map { DecimalText.exact($0) } ?? ""
          entries.append(VerificationEntry(.written, name, text))
        } else if isCopied(cell), !stated.contains(place) {
          entries.append(
            VerificationEntry(.cell, "", VerificationEntry.text(of: cell.value), at: place))
        }
      }
    }
    return entries
  }

  /// A cell that only shows a figure is held against that figure.
  private func isCopied(_ cell: Cell) -> Bool {
    if let formula = cell.formula {
      return named[formula.text] == nil || !WorkbookPlan.isFigure(formula.text)
    }
    return cell.value.numberValue.map(WorkbookDigest.isLong) ?? false
  }

  /// The numbers that the digest leaves out because there are copies of them.
  fileprivate func copied(_ entries: [VerificationEntry]) -> Set<WorkbookPlace> {
    Set(names.filter(WorkbookPlan.isFigure).compactMap { named[$0] }).union(
      entries.filter { $0.key.isCopy }.compactMap(\.place))
  }
}

extension VerificationEntry {
  /// The text of a value, a number with all its digits.
  static func text(of value: CellContent) -> String {
    if let number = value.numberValue { return DecimalText.exact(number) }
    if case .text(let text) = value { return WorkbookDigest.plain(text: text) }
    return ""
  }
}

extension VerificationEntry.Key {
  /// Whether a row of this kind keeps what its cell held.
  ///
  /// These are the rows whose text is the very number in the cell that they point to.
  var isCopy: Bool {
    switch self {
    case .cell, .firstPeriod, .benefitPeriods, .input, .inSource, .priceFactor, .low, .high,
      .benefitFactor, .inputFactor, .periodValue, .numerator, .denominator, .total, .number,
      .swingLow, .swingHigh, .current:
      true
    case .mark, .digest, .project, .seed, .draws, .benefitTiming, .inputTiming, .stakeholder,
      .outcome, .proxy, .from, .shape, .sharedDoubt, .whole, .scenario, .to, .changedFrom,
      .written, .kept:
      false
    }
  }
}
