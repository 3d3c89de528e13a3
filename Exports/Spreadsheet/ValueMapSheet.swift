import ExportKit
import OpenDocument

/// The value map as formulas over input cells, with inputs, totals and who gains.
struct ValueMapSheet {
  let report: Report
  let map: ReportValueMap
  let voice: Voice
  let columns: ValueMapColumns
  /// The scenarios to choose from, `nil` where there are none.
  let choice: ScenarioChoice?

  /// The cell in which the timing of the benefits is chosen.
  static let benefitTiming = "workbook.benefit_timing"
  /// The cell in which the timing of the inputs is chosen.
  static let inputTiming = "workbook.input_timing"

  init(
    _ report: Report, _ map: ReportValueMap, _ voice: Voice, choice: ScenarioChoice? = nil
  ) {
    self.report = report
    self.map = map
    self.voice = voice
    self.choice = choice
    columns = ValueMapColumns(map)
  }

  static let title = Text("Value map", nl: "Waardenkaart")

  /// Lays the sheet out, and says where its cells stand for formulas on other sheets.
  ///
  /// - Parameter tab: the name of its tab.
  func plan(on tab: String) throws -> (plan: SheetPlan, places: ValueMapPlaces) {
    var plan = SheetPlan(columnWidths: columns.widths)
    plan.frozenColumns = 2
    plan.page = .wide
    plan.addTitle(voice(Self.title), isDraft: report.isDraft, voice)
    plan.add(
      .empty,
      .text(
        voice(
          Text(
            "Yellow cells are inputs: change one and everything that follows from it moves.",
            nl: "Gele cellen zijn invoer: verander er een en alles wat eruit volgt beweegt mee.")),
        .note))
    let conventions = try addConventions(to: &plan)
    let outcomes = try addOutcomes(to: &plan, conventions)
    let inputs = try addInputs(to: &plan, conventions)
    // What follows from the tables stands on a page of its own, where they fill the one before.
    if map.rows.count + report.inputs.count > SheetPlan.pageRows / 2 { plan.breakPage() }
    let results = try addResults(to: &plan, outcomes, inputs, conventions)
    try addStakeholders(to: &plan, outcomes)
    let waterfall = try addWaterfall(to: &plan, outcomes, results)
    let places = ValueMapPlaces(
      tab: tab, columns: columns, conventions: conventions, outcomes: outcomes, inputs: inputs,
      periods: map.periods, waterfall: waterfall)
    return (plan, places)
  }

  // MARK: - Conventions

  /// The rows in which the conventions stand; the factors are in the period columns beside them.
  struct Conventions {
    let rate: Int
    let benefits: Int
    let inputs: Int
  }

  private func addConventions(to plan: inout SheetPlan) throws -> Conventions {
    let first = plan.nextRow
    let rows = Conventions(rate: first, benefits: first + 1, inputs: first + 2)
    let rate = Text("Discount rate (real, per period)", nl: "Discontovoet (reëel, per periode)")
    plan.add(
      columns.row(
        [
          (.id, .text(voice(rate))),
          (
            .stakeholder,
            try input(
              .percentage(report.project.discountRate, decimals: 2),
              ProjectDescription.discountRateID)
          ),
          (.gross, .text(voice(Text("Period", nl: "Periode")))),
        ] + periods { (.period($0), Cell(.number(Double($0), decimals: 0))) }))
    plan.add(
      try timing(
        Text("Benefits fall at", nl: "Opbrengsten vallen op"), report.project.benefitTiming,
        Self.benefitTiming,
        Text("Discount factor of benefits", nl: "Discontofactor van de opbrengsten"),
        map.benefitFactors, row: rows.benefits, rows))
    plan.add(
      try timing(
        Text("Inputs fall at", nl: "Inbreng valt op"), report.project.inputTiming,
        Self.inputTiming,
        Text("Discount factor of inputs", nl: "Discontofactor van de inbreng"),
        map.inputFactors, row: rows.inputs, rows))
    plan.areas.append(
      SheetArea(
        CellRange(column: columns.number(.stakeholder), rows: rows.benefits...rows.inputs),
        validation: timings))
    return rows
  }

  /// The timings that can be chosen from a list.
  private var timings: Validation {
    let words = DiscountTiming.allCases.map { voice($0.label) }
    return Validation(
      .list(words), allowsEmpty: false,
      error: Validation.Message(
        title: voice(Text("No such timing", nl: "Zo’n moment is er niet")),
        text: voice(Text("Choose one of: ", nl: "Kies een van: ")) + words.joined(separator: ", ")))
  }

  /// A timing to be chosen, and the factors that follow from it.
  private func timing(
    _ label: Text, _ timing: DiscountTiming, _ name: String, _ factorLabel: Text,
    _ factors: [Double], row: Int, _ conventions: Conventions
  ) throws -> [Cell] {
    let words = columns.address(.stakeholder, row).fixed
    let offset = DiscountFormula.offset(words, voice)
    let rate = columns.address(.stakeholder, conventions.rate).fixed
    var cells: [(ValueMapColumns.Column, Cell)] = [
      (.id, .text(voice(label))),
      (.stakeholder, Cell(.text(voice(timing.label)), .input, name: name)),
      (.gross, .text(voice(factorLabel))),
    ]
    for (index, factor) in factors.prefix(map.periods).enumerated() {
      let period = columns.address(.period(index + 1), conventions.rate).reference
      let formula = try OpenFormula("1/(1+\(rate))^(\(period)-1+\(offset))")
      cells.append((.period(index + 1), Cell(formula, gives: .number(factor, decimals: 6))))
    }
    // LibreOffice 7.4 takes the last factor for 0 where no text follows it in its row, and no
    // earlier result stands in its cell.
    cells.append((.presentValue, .text("(1+r)^−(t−1+s)")))
    return columns.row(cells)
  }

  // MARK: - Inputs

  private func addInputs(
    to plan: inout SheetPlan, _ conventions: Conventions
  ) throws -> TableRange {
    plan.addSection(voice(Text("Inputs", nl: "Inbreng")))
    plan.add(
      columns.row([
        .id: heading(Text("Id", nl: "Id")),
        .description: heading(Text("Description", nl: "Omschrijving")),
        .stakeholder: heading(Text("Stakeholder", nl: "Belanghebbende")),
        .input(.quantity): heading(Text("Quantity", nl: "Aantal"), isNumber: true),
        .unit: heading(Text("Kind", nl: "Soort")),
        .input(.proxy): heading(Text("Rate", nl: "Tarief"), isNumber: true),
        .firstPeriod: heading(Text("Period", nl: "Periode"), isNumber: true),
        .gross: heading(Text("Value", nl: "Waarde"), isNumber: true),
        .presentValue: heading(Text("Present value", nl: "Contante waarde"), isNumber: true),
      ]))
    let first = plan.nextRow
    for input in report.inputs { plan.add(try row(of: input, plan.nextRow, conventions)) }
    return TableRange(first: first, count: report.inputs.count)
  }

  private func row(
    of input: ReportInput, _ row: Int, _ conventions: Conventions
  ) throws -> [Cell] {
    let quantity = columns.address(.input(.quantity), row).reference
    let rate = columns.address(.input(.proxy), row).reference
    let factors = columns.address(.period(1), conventions.inputs)
      .fixedRange(to: columns.address(.period(map.periods), conventions.inputs))
    let period = columns.address(.firstPeriod, row).reference
    let value = columns.address(.gross, row).reference
    // Prices of another year come to the base year by a factor of the report's own parameters.
    let toBaseYear = input.priceFactor == 1 ? "" : "*\(DecimalText.exact(input.priceFactor))"
    let product = "\(quantity)*\(rate)\(toBaseYear)"
    let formula = try choice?.formula(input.value.id, own: product)?.text ?? product
    let rateName = input.id(of: .rate).description
    let quantityName = input.id(of: .quantity).description
    let unknown = CellContent.text(voice(Voice.unknown))
    return columns.row([
      .id: .text(input.id.description),
      .description: .text(input.description, .wrapped),
      .stakeholder: .text(input.stakeholder.description),
      .input(.quantity): Cell(
        input.quantity.map { voice.amount($0) } ?? unknown, .input, name: quantityName),
      .unit: .text(voice(input.kind.label)),
      .input(.proxy): Cell(
        input.rate.map { voice.money($0) } ?? unknown, .input, name: rateName),
      .firstPeriod: Cell(.number(Double(input.period), decimals: 0), .input),
      .gross: try voice.cell(input.value, formula: formula),
      .presentValue: try voice.cell(
        input.presentValue, formula: "\(value)*INDEX(\(factors);1;\(period))"),
    ])
  }

  // MARK: - Helpers

  /// A number that readers may change, here or, where a scenario changes it, among those.
  func input(_ value: CellContent, _ id: FigureID, isNamed: Bool = true) throws -> Cell {
    let name = isNamed ? id.description : nil
    guard let formula = try choice?.formula(id) else { return Cell(value, .input, name: name) }
    let place = Text(
      "A scenario changes this number: change it on the sheet of scenarios.",
      nl: "Een scenario verandert dit getal: verander het op het blad met scenario’s.")
    return Cell(formula, gives: value, name: name).commented(voice(place))
  }

  func heading(_ text: Text, isNumber: Bool = false) -> Cell {
    .text(voice(text), isNumber ? .numberHeading : .heading)
  }

  func periods(
    _ cell: (Int) throws -> (ValueMapColumns.Column, Cell)
  ) rethrows -> [(ValueMapColumns.Column, Cell)] {
    try (0..<map.periods).map { try cell($0 + 1) }
  }
}

/// The rows of a table on the sheet; a table without rows stands for its heading, which sums to 0.
struct TableRange {
  let first: Int
  let last: Int

  init(first: Int, count: Int) {
    self.first = count > 0 ? first : first - 1
    last = first + count - 1
  }
}
