import ExportKit
import OpenDocument

/// The rows of the value map and their totals.
extension ValueMapSheet {
  func addOutcomes(to plan: inout SheetPlan, _ conventions: Conventions) throws -> TableRange {
    plan.add(columns.columns.map { heading(of: $0) })
    plan.freezeHere(repeats: map.rows.count > SheetPlan.pageRows)
    let first = plan.nextRow
    for outcome in map.rows { plan.add(try row(of: outcome, plan.nextRow, conventions)) }
    let range = TableRange(first: first, count: map.rows.count)
    plan.add(try totals(range))
    return range
  }

  /// The cells of one column from the first to the last row of a table.
  func range(_ column: ValueMapColumns.Column, _ rows: TableRange) -> String {
    columns.address(column, rows.first).fixedRange(to: columns.address(column, rows.last))
  }

  private func heading(of column: ValueMapColumns.Column) -> Cell {
    switch column {
    case .id: heading(Text("Id", nl: "Id"))
    case .description: heading(Text("Outcome", nl: "Effect"))
    case .stakeholder: heading(Text("Stakeholder", nl: "Belanghebbende"))
    case .unit: heading(Text("Unit", nl: "Eenheid"))
    case .proxyInSource:
      heading(Text("Proxy in its source", nl: "Proxy in de bron"), isNumber: true)
    case .priceFactor:
      heading(Text("Price factor", nl: "Prijsfactor"), isNumber: true)
    case .input(let input): heading(input.label, isNumber: true)
    case .low(let input): heading(input.label.adding(", low", nl: ", laag"), isNumber: true)
    case .high(let input): heading(input.label.adding(", high", nl: ", hoog"), isNumber: true)
    case .firstPeriod:
      heading(Text("First period", nl: "Eerste periode"), isNumber: true)
    case .benefitPeriods:
      heading(Text("Number of periods", nl: "Aantal perioden"), isNumber: true)
    case .gross: heading(Text("Gross value", nl: "Bruto waarde"), isNumber: true)
    case .afterDeadweight:
      heading(Text("After deadweight", nl: "Na ‘zonder ons ook’"), isNumber: true)
    case .afterDisplacement:
      heading(Text("After displacement", nl: "Na verdringing"), isNumber: true)
    case .impact: heading(Text("Impact", nl: "Impact"), isNumber: true)
    case .period(let period):
      heading(Text("Value in period \(period)", nl: "Waarde in periode \(period)"), isNumber: true)
    case .presentValue: heading(Text("Present value", nl: "Contante waarde"), isNumber: true)
    }
  }

  private func row(
    of outcome: ReportOutcome, _ row: Int, _ conventions: Conventions
  ) throws -> [Cell] {
    var cells: [(ValueMapColumns.Column, Cell)] = [
      (.id, .text(outcome.id.description)),
      (.description, .text(outcome.description, .wrapped)),
      (.stakeholder, .text(outcome.stakeholder.description)),
      (.unit, .text(outcome.quantityUnit ?? "", .wrapped)),
      (.firstPeriod, try periodCell(outcome, "first_period", outcome.firstPeriod)),
      (.benefitPeriods, try periodCell(outcome, "benefit_periods", outcome.benefitPeriods)),
    ]
    for input in ValueMapColumns.Uncertain.allCases {
      cells += try inputCells(input, of: outcome, row)
    }
    cells += try steps(of: outcome, row)
    if outcome.quantity != nil { cells += try values(of: outcome, row) }
    cells.append((.presentValue, try presentValue(of: outcome, row, conventions)))
    return columns.row(cells)
  }

  private func periodCell(
    _ outcome: ReportOutcome, _ segment: String, _ value: Int
  ) throws -> Cell {
    try input(
      .number(Double(value), decimals: 0),
      FigureID(joining: "outcome", outcome.id.description, segment), isNamed: false)
  }

  private func inputCells(
    _ input: ValueMapColumns.Uncertain, of outcome: ReportOutcome, _ row: Int
  ) throws -> [(ValueMapColumns.Column, Cell)] {
    let name = outcome.id(of: input).description
    guard let estimate = outcome.estimate(of: input) else {
      return [(.input(input), Cell(.text(voice(Voice.unknown)), .input, name: name))]
    }
    func typed(_ number: Double) -> CellContent {
      switch input {
      case .quantity: voice.amount(number)
      case .proxy: voice.money(number)
      case .deadweight, .displacement, .attribution, .dropOff:
        .percentage(number, decimals: 1)
      }
    }
    var cells: [(ValueMapColumns.Column, Cell)] = [
      (.input(input), try self.input(typed(estimate.value), outcome.id(of: input)))
    ]
    if input == .proxy, let given = outcome.proxyGiven {
      cells = try proxyCells(estimate.value, given: given.value, of: outcome, row)
    }
    if let low = estimate.low, let high = estimate.high {
      cells += [(.low(input), Cell(typed(low))), (.high(input), Cell(typed(high)))]
    }
    return cells
  }

  /// The proxy as the product of its value in the source and what brings that to these prices.
  private func proxyCells(
    _ value: Double, given: Double, of outcome: ReportOutcome, _ row: Int
  ) throws -> [(ValueMapColumns.Column, Cell)] {
    let source = columns.address(.proxyInSource, row).reference
    let factor = columns.address(.priceFactor, row).reference
    let id = outcome.id(of: .proxy)
    let own = "\(source)*\(factor)"
    let formula = try choice?.formula(id, own: own) ?? OpenFormula(own)
    return [
      (.proxyInSource, Cell(voice.money(given), .input)),
      (.priceFactor, Cell(.number(outcome.priceFactor), .input)),
      (.input(.proxy), Cell(formula, gives: voice.money(value), name: id.description)),
    ]
  }

  /// Gross value to impact, each step a product of the cell before and what remains.
  private func steps(
    of outcome: ReportOutcome, _ row: Int
  ) throws -> [(ValueMapColumns.Column, Cell)] {
    func at(_ column: ValueMapColumns.Column) -> String { columns.address(column, row).reference }
    let isKnown = outcome.quantity != nil
    func step(
      _ figure: Figure, _ before: ValueMapColumns.Column, _ share: ValueMapColumns.Uncertain
    ) throws -> Cell {
      let formula = "\(at(before))*(1-\(at(.input(share))))"
      return try voice.cell(figure, formula: isKnown ? formula : nil, value: voice.wholeMoney)
    }
    let gross = "\(at(.input(.quantity)))*\(at(.input(.proxy)))"
    return [
      (
        .gross,
        try voice.cell(outcome.gross, formula: isKnown ? gross : nil, value: voice.wholeMoney)
      ),
      (.afterDeadweight, try step(outcome.afterDeadweight, .gross, .deadweight)),
      (.afterDisplacement, try step(outcome.afterDisplacement, .afterDeadweight, .displacement)),
      (.impact, try step(outcome.impact, .afterDisplacement, .attribution)),
    ]
  }

  /// The value in each period: drop-off first bites in the second period with a benefit.
  private func values(
    of outcome: ReportOutcome, _ row: Int
  ) throws -> [(ValueMapColumns.Column, Cell)] {
    let impact = "[.$\(letters(.impact))\(row)]"
    let first = "[.$\(letters(.firstPeriod))\(row)]"
    let count = "[.$\(letters(.benefitPeriods))\(row)]"
    let dropOff = "[.$\(letters(.input(.dropOff)))\(row)]"
    return try outcome.valuePerPeriod.prefix(map.periods).enumerated().map { index, value in
      let column = ValueMapColumns.Column.period(index + 1)
      let period = String(index + 1)
      // A power of zero by zero is an error in Excel, so that the first period has none.
      let formula = try OpenFormula(
        "IF(OR(\(period)<\(first);\(period)>=\(first)+\(count));0;"
          + "IF(\(period)=\(first);\(impact);\(impact)*(1-\(dropOff))^(\(period)-\(first))))")
      return (column, Cell(formula, gives: voice.wholeMoney(value)))
    }
  }

  private func presentValue(
    of outcome: ReportOutcome, _ row: Int, _ conventions: Conventions
  ) throws -> Cell {
    let values = columns.address(.period(1), row)
      .range(to: columns.address(.period(map.periods), row))
    let factors = columns.address(.period(1), conventions.benefits)
      .fixedRange(to: columns.address(.period(map.periods), conventions.benefits))
    let formula = "SUMPRODUCT(\(values);\(factors))"
    return try voice.cell(
      outcome.presentValue, formula: outcome.quantity == nil ? nil : formula,
      value: voice.wholeMoney)
  }

  private func totals(_ rows: TableRange) throws -> [Cell] {
    var cells: [(ValueMapColumns.Column, Cell)] = [
      (.id, .text(voice(Text("Total", nl: "Totaal")), .total))
    ]
    for (index, figure) in map.benefitsPerPeriod.prefix(map.periods).enumerated() {
      let column = ValueMapColumns.Column.period(index + 1)
      let sum = "SUM(\(range(column, rows)))"
      cells.append(
        (column, try voice.cell(figure, formula: sum, role: .total, value: voice.wholeMoney)))
    }
    let sum = "SUM(\(range(.presentValue, rows)))"
    let total = try voice.cell(
      map.presentValue, formula: sum, role: .total, isNamed: false, value: voice.wholeMoney)
    return columns.row(cells + [(.presentValue, total)])
  }

  private func letters(_ column: ValueMapColumns.Column) -> String {
    CellAddress.letters(columns.number(column))
  }
}

extension Text {
  /// The text with an ending.
  fileprivate func adding(_ ending: String, nl dutch: String) -> Text {
    Text(english + ending, nl: self.dutch + dutch)
  }
}
