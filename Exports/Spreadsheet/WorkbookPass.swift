import ExportKit
import OpenDocument

/// One pass over the rows of the hidden sheet, which say what the cells of a workbook are.
struct WorkbookPass {
  /// A row of the hidden sheet as it was read.
  struct Entry {
    let key: VerificationEntry.Key
    let subject: String
    let text: String
    let place: WorkbookPlace?
    let last: WorkbookPlace?
    /// Where the row itself stands.
    let own: WorkbookPlace
  }

  /// The most unreadable places that are listed.
  private static let mostComplaints = 1_000

  private(set) var report = VerifiableReport()
  private let workbook: WrittenWorkbook
  private let hidden: Int
  private let entries: [Entry]
  private let named: [String: WorkbookPlace]
  /// The parts and the sums of breakdowns of measures.
  private var parts: [String: [String: Double]] = [:]
  private var wholes: [String: [Double]] = [:]
  private var ends: [String: (low: Double?, high: Double?, shape: Estimate.Shape)] = [:]
  private var inSource: [String: Double] = [:]
  private var factors: [String: Double] = [:]
  private var derived: [VerifiableReport.Stated] = []
  /// How many cells may still be added up, so that no file keeps a reader waiting for hours.
  private var summable = 1_000_000

  /// Reads a workbook, or gives `nil` where it has no such sheet of this version.
  init?(_ workbook: WrittenWorkbook) {
    guard
      let hidden = workbook.sheets.firstIndex(where: {
        $0[1, 1]?.value == .text(VerificationEntry.Key.mark.rawValue)
      }), workbook.sheets[hidden][1, 2]?.words == VerificationSheet.version
    else { return nil }
    self.workbook = workbook
    self.hidden = hidden
    entries = workbook.sheets[hidden].rows.compactMap { WorkbookPass.entry($0, hidden, workbook) }
    named = Dictionary(
      workbook.names.map { ($0.name, $0.place) }, uniquingKeysWith: { first, _ in first })
    for entry in entries { take(entry) }
    finish()
  }

  private static func entry(
    _ row: ReadRow, _ hidden: Int, _ workbook: WrittenWorkbook
  ) -> Entry? {
    guard let key = row[1].flatMap({ VerificationEntry.Key(rawValue: $0.words) }) else {
      return nil
    }
    let target = row[4]?.formula.flatMap { workbook.target(of: $0) }
    return Entry(
      key: key, subject: row[2]?.words ?? "", text: row[3]?.words ?? "", place: target?.first,
      last: target?.last, own: WorkbookPlace(sheet: hidden, row: row.number, column: 3))
  }

  /// The rows of a key, in their order: what each is about, and its text.
  func texts(of key: VerificationEntry.Key) -> [(subject: String, text: String)] {
    entries.filter { $0.key == key }.map { ($0.subject, $0.text) }
  }

  // MARK: Numbers and what is none

  /// The place of an entry: its cell, or its own row where it stands in no other.
  private func place(of entry: Entry) -> WorkbookPlace { entry.place ?? entry.own }

  /// The number of an entry as its cell holds it now.
  private mutating func number(_ entry: Entry) -> Double? {
    let number: Double? =
      if let place = entry.place { workbook[place]?.number } else { Double(entry.text) }
    guard let number, number.isFinite else {
      let words = entry.place.flatMap { workbook[$0]?.words } ?? entry.text
      complain("\(entry.subject).\(entry.key.rawValue)", words, place(of: entry))
      return nil
    }
    return number
  }

  private mutating func whole(_ entry: Entry) -> Int? {
    guard let number = number(entry) else { return nil }
    if let whole = Int(exactly: number) { return whole }
    complain("\(entry.subject).\(entry.key.rawValue)", DecimalText.exact(number), place(of: entry))
    return nil
  }

  private func text(_ entry: Entry) -> String {
    entry.place.flatMap { workbook[$0]?.words } ?? entry.text
  }

  private mutating func complain(_ figure: String, _ text: String, _ place: WorkbookPlace) {
    guard report.unreadable.count < WorkbookPass.mostComplaints else { return }
    report.unreadable.append(
      .init(figure: figure, text: text, address: workbook.address(place)))
  }

  // MARK: Rows

  private mutating func take(_ entry: Entry) {
    switch entry.key {
    case .mark, .digest, .written, .cell, .kept: break
    case .project: report.project = entry.text
    case .seed, .draws: drawing(entry)
    case .benefitTiming: report.benefitTiming = timing(entry)
    case .inputTiming: report.inputTiming = timing(entry)
    case .stakeholder:
      guard let id = RowID(entry.subject) else { break }
      report.stakeholders[id] = Domain(rawValue: entry.text)
    case .outcome: outcome(entry)
    case .firstPeriod, .benefitPeriods, .proxy: outcomePart(entry)
    case .input: input(entry)
    case .priceFactor: factors[entry.subject] = number(entry)
    case .inSource: inSource[entry.subject] = number(entry)
    case .from:
      guard let id = FigureID(entry.subject) else { break }
      report.taken[id] = FigureID(entry.text)
    case .low: ends[entry.subject] = (number(entry), nil, .triangular)
    case .high:
      let high = number(entry)
      ends[entry.subject]?.high = high
    case .shape: ends[entry.subject]?.shape = Estimate.Shape(rawValue: entry.text) ?? .triangular
    case .sharedDoubt:
      guard let id = FigureID(entry.subject) else { break }
      report.sharedDoubts[id] = entry.text
    case .benefitFactor: step(.benefitFactor, entry.subject, entry)
    case .inputFactor: step(.inputFactor, entry.subject, entry)
    case .periodValue: periodValue(entry)
    case .numerator, .denominator, .total, .number:
      parts[entry.subject, default: [:]][entry.key.rawValue] = number(entry)
    case .whole: whole(of: entry)
    case .swingLow: derive(DerivedNumber.swingLow, entry)
    case .swingHigh: derive(DerivedNumber.swingHigh, entry)
    case .current: derive(DerivedNumber.current, entry)
    case .scenario:
      if let id = RowLabel(entry.subject) { report.scenarios.append(.init(id: id)) }
    case .to, .changedFrom: change(entry)
    }
  }

  private mutating func drawing(_ entry: Entry) {
    let old = report.drawing
    if entry.key == .seed {
      report.drawing = UInt64(entry.text).map { .init(seed: $0, draws: old?.draws ?? 1) }
    } else {
      let draws = Int(entry.text).flatMap { (1...WorkbookPass.mostDraws).contains($0) ? $0 : nil }
      report.drawing = draws.flatMap { draws in old.map { .init(seed: $0.seed, draws: draws) } }
    }
    if report.drawing == nil { complain(entry.key.rawValue, entry.text, place(of: entry)) }
  }

  /// More draws than any report asks for, so that no file keeps a reader waiting for hours.
  private static let mostDraws = 10_000_000

  private mutating func timing(_ entry: Entry) -> DiscountTiming? {
    let words = text(entry)
    let timing = DiscountTiming.allCases.first { timing in
      entry.place == nil
        ? timing.rawValue == words : Language.allCases.contains { timing.label[$0] == words }
    }
    if timing == nil { complain(entry.key.rawValue, text(entry), place(of: entry)) }
    return timing
  }

  private mutating func outcome(_ entry: Entry) {
    guard let id = RowID(entry.subject), let stakeholder = RowID(text(entry)) else {
      return complain("outcome.\(entry.subject)", text(entry), place(of: entry))
    }
    report.outcomes.append(
      .init(id: id, stakeholder: stakeholder, firstPeriod: 0, benefitPeriods: 0))
  }

  /// A row about the outcome that was named last.
  private mutating func outcomePart(_ entry: Entry) {
    guard let old = report.outcomes.last, old.id.description == entry.subject else { return }
    let isFirst = entry.key == .firstPeriod
    let isCount = entry.key == .benefitPeriods
    let number = isFirst || isCount ? whole(entry) ?? 0 : 0
    report.outcomes[report.outcomes.count - 1] = .init(
      id: old.id, stakeholder: old.stakeholder, firstPeriod: isFirst ? number : old.firstPeriod,
      benefitPeriods: isCount ? number : old.benefitPeriods,
      proxy: entry.key == .proxy ? RowID(entry.text) : old.proxy)
  }

  private mutating func input(_ entry: Entry) {
    guard let id = RowID(entry.subject), let period = whole(entry) else { return }
    report.inputs.append(.init(id: id, period: period))
  }

  private mutating func step(
    _ role: VerifiableReport.Step.Role, _ period: String, _ entry: Entry
  ) {
    guard let period = Int(period), let value = number(entry) else { return }
    report.steps.append(
      .init(role: role, period: period, value: value, address: workbook.address(place(of: entry))))
  }

  private mutating func periodValue(_ entry: Entry) {
    let parts = entry.subject.split(separator: ".")
    guard parts.count == 2, let id = RowID(String(parts[0])) else { return }
    step(.value(outcome: id), String(parts[1]), entry)
  }

  private mutating func whole(of entry: Entry) {
    guard let first = entry.place, let last = entry.last, first.row <= last.row,
      last.row - first.row < summable
    else { return }
    summable -= last.row - first.row + 1
    var sum = 0.0
    for row in first.row...last.row {
      let place = WorkbookPlace(sheet: first.sheet, row: row, column: first.column)
      guard let number = workbook[place]?.number else {
        return complain(entry.subject, workbook[place]?.words ?? "", place)
      }
      sum += number
    }
    wholes[entry.subject, default: []].append(sum)
  }

  private mutating func derive(_ name: (FigureID) -> FigureID?, _ entry: Entry) {
    guard let id = FigureID(entry.subject).flatMap(name), let value = number(entry) else { return }
    derived.append(.init(id: id, value: value, address: workbook.address(place(of: entry))))
  }

  private mutating func change(_ entry: Entry) {
    guard let figure = FigureID(entry.subject), let scenario = report.scenarios.last?.id,
      let value = number(entry)
    else { return }
    if entry.key == .to {
      report.scenarios[report.scenarios.count - 1].changes.append(
        .init(figure: figure, value: value))
    } else if let id = DerivedNumber.from(figure, in: scenario) {
      derived.append(.init(id: id, value: value, address: workbook.address(place(of: entry))))
    }
  }

  // MARK: Figures

  private mutating func finish() {
    report.inputs = report.inputs.map { input in
      .init(
        id: input.id, period: input.period, priceFactor: factors["input.\(input.id)"] ?? 1)
    }
    for entry in entries where entry.key == .written { figure(entry) }
    report.figures += derived
    mirrors()
    estimates()
    let integrity = WorkbookIntegrity(workbook, hidden: hidden, entries, named)
    report.altered = integrity.altered
    report.digest = integrity.digest
  }

  /// A named cell; one whose name was taken off is no longer stated.
  private mutating func figure(_ entry: Entry) {
    guard let id = FigureID(entry.subject) else { return }
    guard let place = named[entry.subject] else {
      return complain(entry.subject, "", entry.own)
    }
    let cell = workbook[place]
    let value = cell?.number
    guard value != nil || (entry.text.isEmpty && cell.map(WorkbookPass.isText) ?? false) else {
      return complain(entry.subject, cell?.words ?? "", place)
    }
    report.figures.append(
      .init(
        id: id, value: value, address: workbook.address(place),
        parts: parts[entry.subject] ?? [:], wholes: wholes[entry.subject] ?? [],
        decimals: cell?.formula.flatMap(WorkbookPass.decimals)))
  }

  private static func isText(_ cell: ReadCell) -> Bool {
    if case .text = cell.value { true } else { false }
  }

  /// To how many decimals a formula rounds: `ROUND(…;6)`.
  private static func decimals(of formula: String) -> Int? {
    guard formula.hasPrefix("ROUND("), formula.hasSuffix(")"),
      let mark = formula.lastIndex(of: ";")
    else { return nil }
    return Int(formula[formula.index(after: mark)...].dropLast())
  }

  /// Cells in sight that show a figure and nothing else state it too.
  private mutating func mirrors() {
    for (number, sheet) in workbook.sheets.enumerated() where !sheet.isHidden {
      for row in sheet.rows {
        for cell in row.cells {
          guard let name = cell.formula, named[name] != nil, WorkbookPlan.isFigure(name),
            let id = FigureID(name)
          else {
            continue
          }
          let place = WorkbookPlace(sheet: number, row: row.number, column: cell.column)
          guard let value = cell.number else {
            complain(name, cell.words, place)
            continue
          }
          report.figures.append(
            .init(id: id, value: value, address: workbook.address(place)))
        }
      }
    }
  }

  private mutating func estimates() {
    let values = Dictionary(
      report.figures.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    for (name, end) in ends.sorted(by: { $0.key < $1.key }) {
      guard let id = FigureID(name), let value = values[id] ?? nil, let low = end.low,
        let high = end.high
      else { continue }
      if let estimate = Estimate(value, low: low, high: high, shape: end.shape) {
        report.estimates[id] = estimate
      } else if let place = named[name] {
        complain(name, "\(DecimalText.exact(low))–\(DecimalText.exact(high))", place)
      }
    }
    for (name, value) in inSource {
      guard let id = FigureID(name) else { continue }
      report.priced[id] = .init(value: value, factor: factors[name] ?? 1)
    }
  }
}
