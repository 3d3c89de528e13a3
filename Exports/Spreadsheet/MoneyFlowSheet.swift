import ExportKit
import OpenDocument

/// Who pays whom, what of it stays nearby, and what becomes of it, with charts beside the numbers.
///
/// It shows what the indicators show: what they hold back for privacy is not among their flows.
struct MoneyFlowSheet {
  static let title = Text("Money flows", nl: "Geldstromen")

  /// The column in which the charts stand, beside the numbers.
  private static let chartColumn = 6
  /// How many rows a chart of the usual height covers.
  private static let chartRows = 15
  /// How many tables with a chart beside them a page holds.
  private static let pageSections = 2
  /// The most bars of a chart.
  private static let mostBars = 20

  let report: Report
  let voice: Voice
  private let measures: [Measure]

  /// Prepares the sheet, or gives `nil` where no indicator shows a flow of money.
  init?(_ report: Report, _ voice: Voice) {
    let measures = report.indicators.flatMap(\.measures).map(\.measure)
    guard measures.contains(where: { !Self.flows(of: $0).isEmpty }) else { return nil }
    self.report = report
    self.voice = voice
    self.measures = measures
  }

  private static func flows(of measure: Measure) -> [Flow] { measure.flows.filter(\.unit.isMoney) }

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [58, 66, 24, 32, 28, 124])
    plan.addTitle(voice(Self.title), isDraft: report.isDraft, voice)
    plan.add(
      .text(
        voice(
          Text(
            "Each amount as the indicators give it; sums and shares are formulas.",
            nl: "Elk bedrag zoals de indicatoren het geven; sommen en delen zijn formules."))))
    // A page holds the flows with their two charts, or two of the other pictures.
    var free = Self.pageSections
    for measure in measures {
      let flows = Self.flows(of: measure)
      if !flows.isEmpty {
        if free < Self.pageSections { plan.breakPage() }
        try add(Array(flows.prefix(LongList.most)), of: measure, to: &plan)
        free = 0
      }
      for breakdown in measure.breakdowns where breakdown.unit.isMoney && breakdown.hasOwnPicture {
        if free == 0 {
          plan.breakPage()
          free = Self.pageSections
        }
        try add(breakdown, of: measure, to: &plan)
        free -= 1
      }
    }
    return plan
  }

  // MARK: - Flows

  private func add(_ flows: [Flow], of measure: Measure, to plan: inout SheetPlan) throws {
    plan.addSection(voice(measure.card.label))
    let start = plan.nextRow
    plan.addHeadings([
      (voice(Text("From", nl: "Van")), false), (voice(Text("To", nl: "Naar")), false),
      (voice(Text("Nearby", nl: "Nabij")), false), (voice(Text("Amount", nl: "Bedrag")), true),
      (voice(Text("Share", nl: "Deel")), true),
    ])
    let rows = TableRange(first: plan.nextRow, count: flows.count)
    let total = flows.reduce(0) { $0 + $1.amount }
    for flow in flows {
      plan.add(
        .text(voice(flow.fromLabel), .wrapped), .text(voice(flow.toLabel), .wrapped),
        .text(voice(Self.nearby(flow.isNearby))), Cell(voice.wholeMoney(flow.amount)),
        try share(flow.amount, of: total, rows, plan.nextRow))
    }
    try addSums(flows, rows, total, to: &plan)
    addBars(
      voice(Text("Where the money goes", nl: "Waar het geld heen gaat")), .bar, column: 2, rows,
      heading: start, anchor: start, to: &plan)
    plan.skip(to: start + Self.chartRows)
    guard flows.contains(where: { $0.isNearby != nil }) else { return }
    addParts(rows, to: &plan)
    plan.skip(to: start + 2 * Self.chartRows)
  }

  /// The total, and what of it stays nearby, goes elsewhere, or goes to an unknown place.
  private func addSums(
    _ flows: [Flow], _ rows: TableRange, _ total: Double, to plan: inout SheetPlan
  ) throws {
    let amounts = Self.column(4, rows)
    plan.add(
      .text(voice(Text("Total", nl: "Totaal")), .total), .text("", .total), .text("", .total),
      Cell(try OpenFormula("SUM(\(amounts))"), gives: voice.wholeMoney(total), .total),
      .text("", .total))
    guard flows.contains(where: { $0.isNearby != nil }) else { return }
    for isNearby in Self.kinds {
      let word = CellAddress(column: 3, row: plan.nextRow).reference
      let sum = flows.filter { $0.isNearby == isNearby }.reduce(0) { $0 + $1.amount }
      plan.add(
        .empty, .text(voice(Self.place(isNearby))), .text(voice(Self.nearby(isNearby))),
        Cell(
          try OpenFormula("SUMIF(\(Self.column(3, rows));\(word);\(amounts))"),
          gives: voice.wholeMoney(sum)), try share(sum, of: total, rows, plan.nextRow))
    }
  }

  private static let kinds: [Bool?] = [true, false, nil]

  private static func nearby(_ isNearby: Bool?) -> Text {
    switch isNearby {
    case true?: Text("yes", nl: "ja")
    case false?: Text("no", nl: "nee")
    case nil: Text("unknown", nl: "onbekend")
    }
  }

  private static func place(_ isNearby: Bool?) -> Text {
    switch isNearby {
    case true?: Text("Stays nearby", nl: "Blijft nabij")
    case false?: Text("Goes elsewhere", nl: "Gaat elders heen")
    case nil: Text("Place unknown", nl: "Plaats onbekend")
    }
  }

  private func share(
    _ amount: Double, of total: Double, _ rows: TableRange, _ row: Int
  ) throws -> Cell {
    guard total > 0 else { return .empty }
    let own = CellAddress(column: 4, row: row).reference
    return Cell(
      try OpenFormula("\(own)/SUM(\(Self.column(4, rows)))"),
      gives: .percentage(amount / total, decimals: 1))
  }

  private static func column(_ column: Int, _ rows: TableRange) -> String {
    CellAddress(column: column, row: rows.first)
      .fixedRange(to: CellAddress(column: column, row: rows.last))
  }

  // MARK: - Rounds and leaks

  private func add(
    _ breakdown: Breakdown, of measure: Measure, to plan: inout SheetPlan
  ) throws {
    guard let first = breakdown.entries.first, !breakdown.entries.isEmpty else { return }
    let isRounds = breakdown.picture == .rounds
    plan.addSection("\(voice(measure.card.label)): \(voice(breakdown.label))")
    let start = plan.nextRow
    plan.addHeadings([
      (voice(breakdown.label), false), ("", false), ("", false),
      (voice(Text("Amount", nl: "Bedrag")), true),
      (voice(isRounds ? Text("Of round 1", nl: "Van ronde 1") : Text("Share", nl: "Deel")), true),
    ])
    let entries = breakdown.entries.prefix(LongList.most)
    let rows = TableRange(first: plan.nextRow, count: entries.count)
    let whole = isRounds ? first.value : entries.reduce(0) { $0 + $1.value }
    let base = TableRange(first: rows.first, count: isRounds ? 1 : entries.count)
    for entry in entries {
      plan.add(
        .text(voice(entry.label), .wrapped), .empty, .empty, Cell(voice.wholeMoney(entry.value)),
        try share(entry.value, of: whole, base, plan.nextRow))
    }
    if !isRounds {
      plan.add(
        .text(voice(Text("Total", nl: "Totaal")), .total), .text("", .total), .text("", .total),
        Cell(
          try OpenFormula("SUM(\(Self.column(4, rows)))"), gives: voice.wholeMoney(whole), .total),
        .text("", .total))
    }
    addBars(
      voice(breakdown.label), isRounds ? .column : .bar, column: 1, rows, heading: start,
      anchor: start, to: &plan)
    plan.skip(to: start + Self.chartRows)
  }

  // MARK: - Charts

  private func addBars(
    _ title: String, _ kind: Chart.Kind, column: Int, _ rows: TableRange, heading: Int,
    anchor: Int, to plan: inout SheetPlan
  ) {
    let last = min(rows.last, rows.first + Self.mostBars - 1)
    guard last >= rows.first else { return }
    plan.charts.append(
      Chart(
        kind, title: title,
        description: voice(
          Text(
            "The amounts of the table beside it, as bars.",
            nl: "De bedragen van de tabel ernaast, als balken.")),
        categories: CellRange(column: column, rows: rows.first...last),
        series: [
          Chart.Series(
            label: CellAddress(column: 4, row: heading),
            values: CellRange(column: 4, rows: rows.first...last))
        ],
        anchor: CellAddress(column: Self.chartColumn, row: anchor), width: 120, height: 70))
  }

  /// What stays nearby, goes elsewhere or goes nobody knows where: parts of one whole.
  private func addParts(_ rows: TableRange, to plan: inout SheetPlan) {
    // Behind the rows stands the total, and then the three sums.
    let sums = rows.last + 2...rows.last + 1 + Self.kinds.count
    plan.charts.append(
      Chart(
        .pie, title: voice(Text("What stays nearby", nl: "Wat nabij blijft")),
        description: voice(
          Text(
            "The three sums below the table, as parts of the total.",
            nl: "De drie sommen onder de tabel, als delen van het totaal.")),
        categories: CellRange(column: 2, rows: sums),
        series: [
          Chart.Series(
            label: CellAddress(column: 4, row: rows.first - 1),
            values: CellRange(column: 4, rows: sums))
        ], anchor: CellAddress(column: Self.chartColumn, row: rows.first - 1 + Self.chartRows),
        width: 120, height: 70))
  }
}

extension Breakdown {
  /// Whether it is drawn in a form of its own, as money that goes round or leaks away.
  fileprivate var hasOwnPicture: Bool { picture != .bars }
}
