import ExportKit
import OpenDocument

/// What follows from the rows: totals, ratio, who gains, and the way from gross to present value.
extension ValueMapSheet {
  /// The rows of the totals to which others refer.
  struct Results {
    let presentValue: Int
  }

  func addResults(
    to plan: inout SheetPlan, _ outcomes: TableRange, _ inputs: TableRange,
    _ conventions: Conventions
  ) throws -> Results {
    plan.addSection(voice(Text("Results", nl: "Uitkomsten")))
    let first = plan.nextRow
    func at(_ row: Int) -> String { columns.address(.stakeholder, first + row).reference }
    let formulas: [(Figure, String)] = [
      (map.presentValue, "SUM(\(range(.presentValue, outcomes)))"),
      (map.inputsPresentValue, "SUM(\(range(.presentValue, inputs)))"),
      (map.netPresentValue, "\(at(0))-\(at(1))"),
      (map.ratio, "\(at(0))/\(at(1))"),
      (map.netRatio, "\(at(2))/\(at(1))"),
    ]
    for (figure, formula) in formulas { try addResult(figure, formula, .total, to: &plan) }
    for figure in map.payback {
      try addResult(
        figure, paybackFormula(figure, outcomes, inputs, conventions), .plain, to: &plan)
    }
    return Results(presentValue: first)
  }

  func addStakeholders(to plan: inout SheetPlan, _ outcomes: TableRange) throws {
    plan.addSection(voice(Text("Value per stakeholder", nl: "Waarde per belanghebbende")))
    let domain = ValueMapColumns.Column.input(.quantity)
    plan.add(
      columns.row([
        .id: heading(Text("Id", nl: "Id")), .description: heading(Text("Name", nl: "Naam")),
        .stakeholder: heading(Text("Present value", nl: "Contante waarde"), isNumber: true),
        domain: heading(Text("Domain", nl: "Domein")),
      ]))
    let range = TableRange(first: plan.nextRow, count: report.stakeholders.count)
    for stakeholder in report.stakeholders {
      let id = columns.address(.id, plan.nextRow).reference
      let formula =
        "SUMIF(\(self.range(.stakeholder, outcomes));\(id);\(self.range(.presentValue, outcomes)))"
      plan.add(
        columns.row([
          .id: .text(stakeholder.id.description),
          .description: .text(stakeholder.name, .wrapped),
          .stakeholder: try voice.cell(
            stakeholder.presentValue, formula: formula, value: voice.wholeMoney),
          domain: .text(voice(stakeholder.domain.label)),
        ]))
    }
    try addDomains(to: &plan, stakeholders: range, domain)
  }

  private func addDomains(
    to plan: inout SheetPlan, stakeholders: TableRange, _ domain: ValueMapColumns.Column
  ) throws {
    plan.addSection(voice(Text("Value per domain", nl: "Waarde per domein")))
    for (value, figure) in map.domains {
      let label = columns.address(.description, plan.nextRow).reference
      let formula =
        "SUMIF(\(range(domain, stakeholders));\(label);\(range(.stakeholder, stakeholders)))"
      plan.add(
        columns.row([
          .description: .text(voice(value.label)),
          .stakeholder: try voice.cell(figure, formula: formula, value: voice.wholeMoney),
        ]))
    }
  }

  static let waterfallTitle = Text(
    "From gross to present value", nl: "Van bruto naar contante waarde")

  /// Adds the steps, each with where its block starts in a chart and how high it is.
  ///
  /// - Returns: the rows of the steps; `nil` where a chart would be empty or go below 0.
  func addWaterfall(
    to plan: inout SheetPlan, _ outcomes: TableRange, _ results: Results
  ) throws -> TableRange? {
    guard !map.waterfall.isEmpty else { return nil }
    plan.addSection(voice(Self.waterfallTitle))
    let steps = map.waterfall.compactMap(\.value)
    guard steps.count == map.waterfall.count, steps.count > 2, !map.rows.isEmpty else {
      try addSteps(to: &plan, outcomes, results) { _, _ in [] }
      return nil
    }
    plan.add(
      columns.row([
        .input(.quantity): heading(Text("Starts at", nl: "Begint bij"), isNumber: true),
        nextToQuantity: heading(Text("Height", nl: "Hoogte"), isNumber: true),
      ]))
    let hasTotal = map.waterfall.last?.id.description.hasSuffix(".present_value") == true
    let rows = TableRange(first: plan.nextRow, count: steps.count + (hasTotal ? 0 : 1))
    try addSteps(to: &plan, outcomes, results) { index, row in
      let isTotal = index == 0 || hasTotal && index == steps.count - 1
      return try block(index, of: steps, isTotal: isTotal, row: row, rows)
    }
    if !hasTotal { try addTotalBlock(to: &plan, rows) }
    let changes = hasTotal ? steps.dropLast() : steps[...]
    let sums = changes.indices.map { changes[...$0].reduce(0, +) }
    return sums.allSatisfy { $0 >= 0 } ? rows : nil
  }

  private var nextToQuantity: ValueMapColumns.Column {
    columns.columns[columns.number(.input(.quantity))]
  }

  /// The present value below the steps that lead to it.
  private func addTotalBlock(to plan: inout SheetPlan, _ rows: TableRange) throws {
    let total = map.presentValue
    let blocks = try block(
      0, of: [total.value ?? 0], isTotal: true, row: plan.nextRow, rows)
    plan.add(
      columns.row(
        [
          (.description, .text(voice(total.label), .wrapped)),
          (.stakeholder, try voice.mirror(total)),
        ] + blocks))
  }

  /// Where the block of a step starts and how high it is; gross and present value stand on 0.
  private func block(
    _ index: Int, of steps: [Double], isTotal: Bool, row: Int, _ rows: TableRange
  ) throws -> [(ValueMapColumns.Column, Cell)] {
    let own = columns.address(.stakeholder, row)
    let height = Cell(
      try OpenFormula("ABS(\(own.reference))"), gives: voice.wholeMoney(abs(steps[index])))
    guard !isTotal else {
      return [(.input(.quantity), Cell(voice.wholeMoney(0))), (nextToQuantity, height)]
    }
    let first = columns.address(.stakeholder, rows.first)
    let before = columns.address(.stakeholder, row - 1)
    let sums = "MIN(SUM(\(first.range(to: before)));SUM(\(first.range(to: own))))"
    let start = min(steps[..<index].reduce(0, +), steps[...index].reduce(0, +))
    return [
      (.input(.quantity), Cell(try OpenFormula(sums), gives: voice.wholeMoney(start))),
      (nextToQuantity, height),
    ]
  }

  private func addSteps(
    to plan: inout SheetPlan, _ outcomes: TableRange, _ results: Results,
    block: (Int, Int) throws -> [(ValueMapColumns.Column, Cell)]
  ) throws {
    let presentValue = columns.address(.stakeholder, results.presentValue).reference
    for (index, figure) in map.waterfall.enumerated() {
      let formula =
        map.rows.isEmpty ? nil : waterfallFormula(figure.id, outcomes, presentValue)
      try addResult(
        figure, formula, .plain, beside: try block(index, plan.nextRow), to: &plan)
    }
  }

  /// The formula of a step, known by the last segment of its identifier.
  private func waterfallFormula(
    _ id: FigureID, _ rows: TableRange, _ presentValue: String
  ) -> String? {
    func total(_ column: ValueMapColumns.Column) -> String {
      "SUMPRODUCT(\(range(column, rows));\(range(.benefitPeriods, rows)))"
    }
    let values = columns.address(.period(1), rows.first)
      .fixedRange(to: columns.address(.period(map.periods), rows.last))
    let undiscounted = "SUM(\(values))"
    switch id.description.split(separator: ".").last {
    case "gross", "gross_value": return total(.gross)
    case "deadweight": return "\(total(.afterDeadweight))-\(total(.gross))"
    case "displacement": return "\(total(.afterDisplacement))-\(total(.afterDeadweight))"
    case "attribution": return "\(total(.impact))-\(total(.afterDisplacement))"
    case "drop_off": return "\(undiscounted)-\(total(.impact))"
    case "discount", "discounting": return "\(presentValue)-\(undiscounted)"
    case "present_value": return presentValue
    default: return nil
    }
  }

  private func addResult(
    _ figure: Figure, _ formula: String?, _ role: CellRole,
    beside: [(ValueMapColumns.Column, Cell)] = [], to plan: inout SheetPlan
  ) throws {
    let unit = voice.unit(figure.unit)
    let words: [(ValueMapColumns.Column, Cell)] =
      unit.isEmpty || figure.value == nil ? [] : [(.input(.quantity), .text(unit))]
    plan.add(
      columns.row(
        [
          (.description, .text(voice(figure.label), role == .total ? .total : .wrapped)),
          (.stakeholder, try voice.cell(figure, formula: formula, role: role)),
        ] + words + beside))
  }
}
