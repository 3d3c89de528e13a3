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
            stakeholder.presentValue, formula: formula, value: voice.money),
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
          .stakeholder: try voice.cell(figure, formula: formula, value: voice.money),
        ]))
    }
  }

  func addWaterfall(
    to plan: inout SheetPlan, _ outcomes: TableRange, _ results: Results
  ) throws {
    guard !map.waterfall.isEmpty else { return }
    plan.addSection(
      voice(Text("From gross to present value", nl: "Van bruto naar contante waarde")))
    let presentValue = columns.address(.stakeholder, results.presentValue).reference
    for figure in map.waterfall {
      let formula =
        map.rows.isEmpty ? nil : waterfallFormula(figure.id, outcomes, presentValue)
      try addResult(figure, formula, .plain, to: &plan)
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
    _ figure: Figure, _ formula: String?, _ role: CellRole, to plan: inout SheetPlan
  ) throws {
    plan.add(
      columns.row([
        .description: .text(voice(figure.label), role == .total ? .total : .wrapped),
        .stakeholder: try voice.cell(figure, formula: formula, role: role),
      ]))
  }
}
