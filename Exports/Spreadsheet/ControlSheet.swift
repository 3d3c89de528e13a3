import ExportKit
import OpenDocument

/// Compares the input cells as they are with what the program wrote into them.
///
/// It is hidden; the first sheet says what it finds.
struct ControlSheet {
  static let title = Text("Control", nl: "Controle")
  /// The cell with the number of inputs that somebody changed.
  static let changedName = "workbook.changed_inputs"
  /// The cell with the ratio that the program computed for the chosen scenario.
  static let computedName = "workbook.computed_ratio"

  let report: Report
  let map: ReportValueMap
  let choice: ScenarioChoice?
  let voice: Voice

  /// A cell that readers may change, and what the program wrote into it.
  private struct Entry {
    let name: String
    let label: String
    let value: CellContent
    /// Whether the chosen scenario gives it another value.
    var isInScenario = false
  }

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [90, 70, 40, 40, 30])
    plan.isHidden = true
    plan.addTitle(voice(Self.title), isDraft: report.isDraft, voice)
    plan.add(
      .text(
        voice(
          Text(
            "Input cells as they are, beside what the program wrote into them.",
            nl: "Invoercellen zoals ze nu zijn, naast wat het programma erin schreef.")), .note))
    let (first, entries) = (plan.nextRow + 2, inputs)
    let last = first + entries.count - 1
    let changes = CellAddress(column: 5, row: first)
      .range(to: CellAddress(column: 5, row: last))
    plan.add(
      .text(voice(Text("Number of changed inputs", nl: "Aantal veranderde invoercellen")), .total),
      .empty, .empty, .empty,
      Cell(
        try OpenFormula("SUM(\(changes))"), gives: .number(0, decimals: 0), .total,
        name: Self.changedName))
    plan.addHeadings([
      (voice(Text("Input", nl: "Invoer")), false),
      (voice(Text("Identifier", nl: "Kenmerk")), false),
      (voice(Text("Written", nl: "Geschreven")), true), (voice(Text("Now", nl: "Nu")), true),
      (voice(Text("Changed", nl: "Veranderd")), true),
    ])
    plan.freezeHere()
    for entry in entries { plan.add(try cells(of: entry, plan.nextRow)) }
    return plan
  }

  private var inputs: [Entry] {
    let rate = number(
      ProjectDescription.discountRateID, Text("Discount rate", nl: "Discontovoet"),
      report.project.discountRate)
    let rows = map.rows.flatMap { row in
      ReportOutcome.Given.allCases.compactMap { given in
        row.estimate(of: given).map { number(row.id(of: given), given.label, $0.value, of: row.id) }
      }
    }
    let inputs = report.inputs.flatMap { input in
      [(ReportInput.Given.quantity, input.quantity), (.rate, input.rate)].compactMap {
        given, value in
        value.map { number(input.id(of: given), given.label, $0, of: input.id) }
      }
    }
    return [rate] + timings + rows + inputs
  }

  private var timings: [Entry] {
    let project = report.project
    return [
      (
        ValueMapSheet.benefitTiming, Text("Benefits fall at", nl: "Opbrengsten vallen op"),
        project.benefitTiming
      ),
      (
        ValueMapSheet.inputTiming, Text("Inputs fall at", nl: "Inbreng valt op"),
        project.inputTiming
      ),
    ].map { Entry(name: $0, label: voice($1), value: .text(voice($2.label))) }
  }

  private func number(
    _ id: FigureID, _ label: Text, _ value: Double, of row: RowID? = nil
  ) -> Entry {
    Entry(
      name: id.description, label: (row.map { "\($0): " } ?? "") + voice(label),
      value: .number(value), isInScenario: choice?.changes(id) == true)
  }

  /// A number that the chosen scenario changes was changed by nobody.
  private func cells(of entry: Entry, _ row: Int) throws -> [Cell] {
    let written = CellAddress(column: 3, row: row).reference
    let now = CellAddress(column: 4, row: row).reference
    var formula = "IF(\(now)=\(written);0;1)"
    if case .number = entry.value {
      // What is no longer a number was changed as well.
      formula =
        "IF(ISNUMBER(\(now));IF(ABS(\(now)-\(written))<=1E-9*MAX(1;ABS(\(written)));0;1);1)"
    }
    if entry.isInScenario { formula = "IF(\(ScenarioChoice.numberName)>1;0;\(formula))" }
    return [
      .text(entry.label, .wrapped), .text(entry.name, .wrapped), Cell(entry.value),
      Cell(try OpenFormula(entry.name), gives: entry.value),
      Cell(try OpenFormula(formula), gives: .number(0, decimals: 0)),
    ]
  }
}
