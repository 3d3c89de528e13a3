import ExportKit
import OpenDocument

/// The numbers that the scenarios change, one column per scenario, and those of the chosen one.
struct ScenarioSheet {
  static let title = Text("Scenarios", nl: "Scenario’s")

  let report: Report
  let choice: ScenarioChoice
  let voice: Voice

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    let count = choice.titles.count
    var plan = SheetPlan(columnWidths: [90, 60] + Array(repeating: 36, count: count + 1))
    plan.add(.text(voice(Self.title), .title))
    plan.add(report.isDraft ? .text(voice(Voice.draft), .stamp) : .empty)
    plan.add(
      .text(
        voice(
          Text(
            "Choose a scenario on the first sheet, and the value map follows. Yellow cells can be "
              + "changed.",
            nl:
              "Kies een scenario op het eerste blad, en de waardenkaart volgt. Gele cellen kunt u "
              + "veranderen.")), .note))
    try addNumber(to: &plan)
    plan.add([])
    plan.addHeadings(headings)
    plan.freezeHere()
    for line in choice.lines { plan.add(try cells(of: line, plan.nextRow)) }
    try addRatios(to: &plan)
    return plan
  }

  private var headings: [(text: String, isNumber: Bool)] {
    [
      (voice(Text("Number", nl: "Getal")), false),
      (voice(Text("Identifier", nl: "Kenmerk")), false),
    ]
      + choice.titles.map { ($0, true) } + [(voice(Text("Chosen", nl: "Gekozen")), true)]
  }

  /// The number of the chosen column, from the words that were chosen.
  private func addNumber(to plan: inout SheetPlan) throws {
    let headings = CellAddress(column: 3, row: ScenarioChoice.firstRow - 1)
      .fixedRange(
        to: CellAddress(column: choice.chosenColumn - 1, row: ScenarioChoice.firstRow - 1))
    let formula = try OpenFormula("MATCH(\(ScenarioChoice.choiceName);\(headings);0)")
    plan.add(
      .text(voice(Text("Column of the chosen scenario", nl: "Kolom van het gekozen scenario"))),
      .empty,
      Cell(formula, gives: .number(1, decimals: 0), name: ScenarioChoice.numberName),
      // LibreOffice 7.4 takes the cell for 0 where no text follows it and it holds no result yet.
      .text(voice(Text("1 is the report itself", nl: "1 is het verslag zelf"))))
  }

  private func cells(of line: ScenarioChoice.Line, _ row: Int) throws -> [Cell] {
    let base = CellAddress(column: 3, row: row)
    let same = voice(Text("as in the value map", nl: "zoals op de kaart"))
    var cells: [Cell] = [.text(line.label, .wrapped), .text(line.figure.description, .wrapped)]
    let first: CellContent
    switch line.base {
    case .number(let value):
      first = content(value, line.unit)
      cells.append(Cell(first, .input))
      for value in line.values {
        let unchanged = Cell(try OpenFormula(base.reference), gives: first)
        cells.append(value.map { Cell(content($0, line.unit), .input) } ?? unchanged)
      }
    case .valueMap:
      first = .text(same)
      cells.append(.text(same))
      for value in line.values {
        cells.append(value.map { Cell(content($0, line.unit), .input) } ?? .text(same))
      }
    }
    let all = base.range(to: CellAddress(column: choice.chosenColumn - 1, row: row))
    let chosen = try OpenFormula("INDEX(\(all);1;\(ScenarioChoice.numberName))")
    return cells + [Cell(chosen, gives: first, .total)]
  }

  /// What the program computed for each, beside what the map gives for the chosen one.
  private func addRatios(to plan: inout SheetPlan) throws {
    guard let ratio = report.valueMap?.ratio, let own = ratio.value else { return }
    plan.add([])
    let row = plan.nextRow
    let computed = [own] + choice.scenarios.compactMap(\.ratio.value)
    let all = CellAddress(column: 3, row: row)
      .range(to: CellAddress(column: choice.chosenColumn - 1, row: row))
    let chosen = try OpenFormula("INDEX(\(all);1;\(ScenarioChoice.numberName))")
    plan.add(
      [
        .text(
          voice(Text("Ratio that the program computed", nl: "Ratio die het programma berekende")),
          .total), .empty,
      ] + computed.map { Cell(.number($0, decimals: 3)) }
        + [Cell(chosen, gives: .number(own, decimals: 3), name: ControlSheet.computedName)])
    var live = [Cell](repeating: .empty, count: choice.chosenColumn - 1)
    live[0] = .text(voice(Text("Ratio of the value map now", nl: "Ratio van de kaart nu")), .total)
    let mirror = try OpenFormula(ratio.id.description)
    plan.add(live + [Cell(mirror, gives: .number(own, decimals: 3), .total)])
  }

  private func content(_ value: Double, _ unit: Unit) -> CellContent {
    if unit.isMoney { return voice.money(value) }
    if unit.isPercentage { return .percentage(value, decimals: 1) }
    return .number(value)
  }
}
