import ExportKit
import OpenDocument

/// One indicator: each measure with its value, the parts it was made of, splits, flows and notes.
struct IndicatorSheet {
  let report: Report
  let indicator: ReportIndicator
  let voice: Voice

  init(_ report: Report, _ indicator: ReportIndicator, _ voice: Voice) {
    self.report = report
    self.indicator = indicator
    self.voice = voice
  }

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [80, 46, 28, 130])
    plan.addTitle(voice(indicator.title), isDraft: report.isDraft, voice)
    plan.addLines(voice(indicator.summary))
    plan.addHeadings([
      (voice(Text("Measure", nl: "Meting")), false), (voice(Text("Value", nl: "Waarde")), true),
      (voice(Text("Unit", nl: "Eenheid")), false),
      (
        voice(Text("What it says, and how it was made", nl: "Wat het zegt en hoe het is gemaakt")),
        false
      ),
    ])
    plan.freezeHere()
    for measure in indicator.measures {
      try add(measure, to: &plan)
      plan.add([])
    }
    addReferences(to: &plan)
    return plan
  }

  private func add(_ reported: ReportMeasure, to plan: inout SheetPlan) throws {
    let measure = reported.measure
    let name = reported.id.description
    let row = plan.nextRow
    let value: Cell
    if let number = measure.value {
      let typed = voice.value(number, measure.card.unit)
      if let formula = formula(measure, row: row) {
        value = Cell(try OpenFormula(formula), gives: typed, .total, name: name)
      } else {
        value = Cell(typed, .total, name: name)
      }
    } else {
      value = Cell(.text(voice(Text("not known", nl: "niet bekend"))), .total, name: name)
    }
    let unit = measure.value == nil ? "" : voice.unit(measure.card.unit)
    plan.add(
      .text(voice(measure.card.label), .total), value, .text(unit, .total),
      .text(voice(measure.card.help), .wrapped))
    if measure.value == nil {
      let reason = measure.absence ?? Text("not measurable", nl: "niet meetbaar")
      let why = voice(Text("Why not: ", nl: "Waarom niet: ")) + voice(reason)
      plan.add(.empty, .empty, .empty, .text(why, .note))
    }
    addParts(of: measure, to: &plan)
    addRemarks(on: reported, to: &plan)
    var groups: TableRange?
    for breakdown in measure.breakdowns {
      let rows = try add(breakdown, to: &plan)
      if groups == nil, Self.addsUp(breakdown, to: measure) { groups = rows }
    }
    if let groups {
      let first = CellAddress(column: 2, row: groups.first)
      let last = CellAddress(column: 2, row: groups.last)
      plan.setFormula(try OpenFormula("SUM(\(first.range(to: last)))"), row: row, column: 2)
    }
    try add(measure.flows, to: &plan)
    for ranking in measure.rankings { try add(ranking, to: &plan) }
    if let network = measure.network { try add(network, to: &plan) }
  }

  /// The formula over the parts, which stand in the two rows below the measure.
  private func formula(_ measure: Measure, row: Int) -> String? {
    guard case .measured(let parts) = measure.result else { return nil }
    let first = CellAddress(column: 2, row: row + 1).reference
    let second = CellAddress(column: 2, row: row + 2).reference
    switch parts {
    case .share, .mean: return "\(first)/\(second)"
    case .count, .sum: return nil
    case .computed(_, let inputs, _):
      let ids = inputs.map(\.id)
      return measure.reckoning.flatMap { reckoning in
        ReckoningFormula(reckoning) { id in
          ids.firstIndex(of: id).map { CellAddress(column: 2, row: row + 1 + $0).reference }
        }.text
      }
    }
  }

  /// Whether a count or a sum is what its groups come to together.
  private static func addsUp(_ breakdown: Breakdown, to measure: Measure) -> Bool {
    guard case .measured(let parts) = measure.result, let value = measure.value,
      breakdown.unit == measure.card.unit, breakdown.entries.count > 1
    else { return false }
    switch parts {
    case .count, .sum:
      let sum = breakdown.entries.reduce(0) { $0 + $1.value }
      return abs(sum - value) <= 1e-12 * breakdown.entries.reduce(0) { $0 + abs($1.value) }
    case .share, .mean, .computed: return false
    }
  }

  private func addParts(of measure: Measure, to plan: inout SheetPlan) {
    guard case .measured(let parts) = measure.result else { return }
    switch parts {
    case .count: break
    case .sum(_, let rows):
      addPart(Text("over this many rows", nl: "over zoveel rijen"), Double(rows), to: &plan)
    case .share(let numerator, let denominator, let unknown):
      let unit = measure.card.partsUnit
      addPart(Text("numerator", nl: "teller"), numerator, unit, to: &plan)
      addPart(Text("denominator", nl: "noemer"), denominator, unit, to: &plan)
      addPart(
        Text("unknown, in neither part", nl: "onbekend, in geen van beide"), unknown, unit,
        to: &plan)
    case .mean(let sum, let count):
      addPart(
        Text("sum", nl: "som"), sum, measure.card.partsUnit ?? measure.card.unit, to: &plan)
      addPart(Text("number", nl: "aantal"), count, to: &plan)
    case .computed(_, let inputs, let rule):
      for input in inputs {
        plan.add(
          .text("   " + voice(input.label), .wrapped), Cell(voice.value(input.value, input.unit)),
          .text(voice.unit(input.unit)))
      }
      plan.add(
        .text("   " + voice(Text("rule", nl: "regel"))), .empty, .empty,
        .text(voice(rule), .wrapped))
    }
  }

  /// A part of a value: in its unit, or as a number of things.
  private func addPart(
    _ label: Text, _ value: Double, _ unit: Unit? = nil, to plan: inout SheetPlan
  ) {
    let content = unit.map { voice.value(value, $0) } ?? voice.amount(value)
    plan.add(
      .text("   " + voice(label)), Cell(content), unit.map { .text(voice.unit($0)) } ?? .empty)
  }

  private func addRemarks(on reported: ReportMeasure, to plan: inout SheetPlan) {
    let measure = reported.measure
    if let range = measure.range {
      let unit = measure.card.unit
      let (low, high) = (Text("lowest", nl: "laagste"), Text("highest", nl: "hoogste"))
      for (label, bound) in [(low, range.lowerBound), (high, range.upperBound)]
      where bound.isFinite {
        plan.add(
          .text("   " + voice(label)), Cell(voice.value(bound, unit)), .text(voice.unit(unit)))
      }
    }
    let incomplete = Text(
      "Incomplete: rows that could not be read are missing.",
      nl: "Onvolledig: rijen die niet gelezen konden worden ontbreken.")
    for note in (reported.isIncomplete ? [incomplete] : []) + measure.notes {
      plan.add(.empty, .empty, .empty, .text(voice(note), .note))
    }
  }

  private func add(_ breakdown: Breakdown, to plan: inout SheetPlan) throws -> TableRange {
    let people = breakdown.countsPeople ? voice(Text("people", nl: "mensen")) : ""
    addHeadings(breakdown.label, breakdown.unit, .text(people, .numberHeading), to: &plan)
    let rows = TableRange(first: plan.nextRow, count: breakdown.entries.count)
    let bars = CellBars(breakdown.entries.map(\.value), firstRow: plan.nextRow)
    for (index, entry) in breakdown.entries.enumerated() {
      plan.add(
        .text("   " + voice(entry.label), .wrapped),
        Cell(voice.value(entry.value, breakdown.unit)),
        entry.people.map { Cell(.number(Double($0), decimals: 0)) } ?? .empty,
        try bars.cell(index))
    }
    return rows
  }

  private func add(_ ranking: Ranking, to plan: inout SheetPlan) throws {
    let place = Cell.text(voice(Text("place", nl: "plaats")), .numberHeading)
    addHeadings(ranking.label, ranking.unit, place, to: &plan)
    let bars = CellBars(ranking.entries.map(\.value), firstRow: plan.nextRow)
    for (index, entry) in ranking.entries.enumerated() {
      plan.add(
        .text("   " + voice(entry.label), .wrapped), Cell(voice.value(entry.value, ranking.unit)),
        Cell(.number(Double(index + 1), decimals: 0)), try bars.cell(index))
    }
  }

  private func addHeadings(
    _ label: Text, _ unit: Unit, _ third: Cell, to plan: inout SheetPlan
  ) {
    let symbol = voice.unit(unit)
    let heading = symbol.isEmpty ? voice(Text("Value", nl: "Waarde")) : symbol
    plan.add(
      .text("   " + voice(label), .heading), .text(heading, .numberHeading), third)
  }

  private func add(_ flows: [Flow], to plan: inout SheetPlan) throws {
    guard !flows.isEmpty else { return }
    plan.add(
      .text("   " + voice(Text("Flow", nl: "Stroom")), .heading),
      .text(voice(Text("Amount", nl: "Hoeveelheid")), .numberHeading),
      .text(voice(Text("Unit", nl: "Eenheid")), .heading))
    // Lengths of bars compare only where all flows count the same thing.
    let areAlike = Set(flows.map(\.unit)).count == 1
    let bars = CellBars(areAlike ? flows.map(\.amount) : [], firstRow: plan.nextRow)
    for (index, flow) in flows.enumerated() {
      plan.add(
        .text("   \(voice(flow.fromLabel)) → \(voice(flow.toLabel))", .wrapped),
        Cell(voice.value(flow.amount, flow.unit)), .text(voice.unit(flow.unit)),
        try bars.cell(index))
    }
  }

  private func add(_ network: NetworkMap, to plan: inout SheetPlan) throws {
    plan.add(
      .text("   " + voice(network.label), .heading),
      .text(voice(Text("Ties", nl: "Samenwerkingen")), .numberHeading))
    let labels = Dictionary(network.nodes.map { ($0.id, voice($0.label)) }) { first, _ in first }
    let inside = network.nodes.filter { $0.tiesInside > 0 }
    let counts = network.ties.map(\.count) + inside.map(\.tiesInside)
    let names =
      network.ties.map { "\(labels[$0.one] ?? "") – \(labels[$0.other] ?? "")" }
      + inside.map { node in
        voice(node.label) + voice(Text(", among each other", nl: ", onderling"))
      }
    let bars = CellBars(counts.map(Double.init), firstRow: plan.nextRow)
    for (index, name) in names.enumerated() {
      plan.add(
        .text("   " + name, .wrapped), Cell(.number(Double(counts[index]), decimals: 0)), .empty,
        try bars.cell(index))
    }
  }

  private func addReferences(to plan: inout SheetPlan) {
    guard !indicator.references.isEmpty else { return }
    plan.add(.text(voice(Text("References", nl: "Literatuur")), .section))
    for reference in indicator.references {
      plan.add(.text(reference.text, .plain))
    }
  }
}
