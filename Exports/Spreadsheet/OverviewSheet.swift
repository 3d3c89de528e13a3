import ExportKit
import OpenDocument

/// The first sheet, which a busy funder understands alone: one page of A4.
///
/// What was put in, what came of it, the ratio and how sure it is, for whom, what decides it most,
/// and what is not known. All else is on the sheets behind it.
struct OverviewSheet {
  static let title = Text("In short", nl: "In het kort")

  /// What fits on the page: the rest is on the other sheets, and how much that is stands below.
  private enum Most {
    static let inputs = 5
    static let stakeholders = 6
    static let drivers = 3
    static let unknowns = 6
  }

  let report: Report
  let map: ReportValueMap
  let choice: ScenarioChoice?
  let voice: Voice
  let places: ValueMapPlaces

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [82, 34, 34, 90])
    plan.page = .single
    plan.addTitle(report.project.name, isDraft: report.isDraft, voice)
    let project = report.project
    let about = [
      project.organisation, project.neighbourhood.name, project.period.description,
    ]
    plan.add(.text(about.joined(separator: " · ")))
    try addHeadline(to: &plan)
    try addState(to: &plan)
    try addResults(to: &plan)
    try addInputs(to: &plan)
    try addStakeholders(to: &plan)
    try addDrivers(to: &plan)
    addUnknowns(to: &plan)
    let anchor = CellAddress(column: 1, row: plan.nextRow + 1)
    if let chart = places.waterfallChart(at: anchor, width: 220, voice) {
      plan.charts.append(chart)
    }
    return plan
  }

  // MARK: - The ratio in one sentence

  /// How sure the ratio is, where that is known.
  private var interval: ReportDoubt? { report.doubt.flatMap { $0.isInterval ? $0 : nil } }

  /// One of the report's currency, in words where it has some.
  private var currencyName: Text {
    switch voice.currency.code {
    case "EUR": Text("euro", nl: "euro")
    case "GBP": Text("pound", nl: "pond")
    default: Text(voice.currency.code, nl: voice.currency.code)
    }
  }

  /// What the ratio says, live, for those who read one line.
  private func addHeadline(to plan: inout SheetPlan) throws {
    guard let ratio = map.ratio.value else { return }
    let (unit, sign) = (currencyName, voice.currency.symbol + " ")
    let start = Text(
      "For each \(unit.english) put in there is \(sign)",
      nl: "Tegenover elke \(unit.dutch) staat \(sign)")
    let end = Text(" of social value", nl: " aan maatschappelijke waarde")
    let range = certainty(sign)
    let formula = [
      OpenFormula.literal(voice(start)), voice.words(for: map.ratio.id.description),
      OpenFormula.literal(voice(end)), range?.formula, OpenFormula.literal("."),
    ].compactMap(\.self).joined(separator: "&")
    let shown = voice(start) + text(ratio) + voice(end) + (range?.shown ?? "") + "."
    plan.add(Cell(try OpenFormula(formula), gives: .text(shown), .section))
  }

  /// The range behind the ratio: the program’s, which says nothing about changed cells.
  private func certainty(_ sign: String) -> (formula: String, shown: String)? {
    guard let interval, let low = interval.ratioLow.value, let high = interval.ratioHigh.value
    else { return nil }
    let before = voice(
      Text(", with 90% certainty between \(sign)", nl: ", met 90% zekerheid tussen \(sign)"))
    let between = voice(Text(" and \(sign)", nl: " en \(sign)"))
    let words = [
      OpenFormula.literal(before), voice.words(for: interval.ratioLow.id.description),
      OpenFormula.literal(between), voice.words(for: interval.ratioHigh.id.description),
    ].joined(separator: "&")
    let scenario = choice == nil ? "" : ";\(ScenarioChoice.numberName)=1"
    return (
      "IF(AND(\(ControlSheet.changedName)=0\(scenario));\(words);\"\")",
      before + text(low) + between + text(high)
    )
  }

  // MARK: - Whether these are the figures of the report

  private func addState(to plan: inout SheetPlan) throws {
    let (same, changed, computed) = (
      Text("These are the figures of the report.", nl: "Dit zijn de cijfers van het verslag."),
      Text(
        " input cells were changed: these are not the figures of the report. The program’s ratio: ",
        nl: " invoercellen zijn veranderd: dit zijn niet de cijfers van het verslag. De ratio van "
          + "het programma: "),
      Text("This is the scenario ", nl: "Dit is het scenario ")
    )
    func literal(_ text: Text) -> String { OpenFormula.literal(voice(text)) }
    let ratio =
      choice == nil
      ? map.ratio.value.map { OpenFormula.literal(text($0)) } ?? "\"–\""
      : voice.words(for: ControlSheet.computedName)
    var state = literal(same)
    if choice != nil {
      state =
        "IF(\(ScenarioChoice.numberName)>1;\(literal(computed))&\(ScenarioChoice.choiceName)&\".\";"
        + "\(state))"
    }
    let count = ControlSheet.changedName
    let formula = try OpenFormula(
      "IF(\(count)>0;\(count)&\(literal(changed))&\(ratio)&\".\";\(state))")
    plan.add(Cell(formula, gives: .text(voice(same))))
    guard let choice else { return }
    plan.areas.append(
      SheetArea(
        CellRange(column: 2, rows: plan.nextRow...plan.nextRow),
        validation: Validation(
          .list(choice.titles), allowsEmpty: false,
          error: Validation.Message(
            title: voice(Text("No such scenario", nl: "Zo’n scenario is er niet")),
            text: voice(Text("Choose one from the list.", nl: "Kies er een uit de lijst."))))))
    plan.add(
      .text(voice(Text("Scenario (choose from the list)", nl: "Scenario (kies uit de lijst)"))),
      Cell(.text(choice.titles.first ?? ""), .input, name: ScenarioChoice.choiceName))
  }

  private func text(_ value: Double) -> String {
    DecimalText.rounded(value, decimals: 2, in: voice.language)
  }

  // MARK: - What came of it

  private func addResults(to plan: inout SheetPlan) throws {
    plan.addSection(voice(Text("What it is worth", nl: "Wat het waard is")))
    let unit = currencyName
    plan.addHeadings([
      ("", false), (voice(Text("Value", nl: "Waarde")), true), ("", true),
      (voice(Text("What it means", nl: "Wat het betekent")), false),
    ])
    let rows: [(Figure, CellRole, Text)] = [
      (
        map.inputsPresentValue, .plain,
        Text(
          "Everything that was put in, in money of today",
          nl: "Alles wat erin is gestoken, in geld van nu")
      ),
      (
        map.presentValue, .plain,
        Text(
          "The value of what changed, in money of today",
          nl: "De waarde van wat er veranderde, in geld van nu")
      ),
      (
        map.ratio, .total,
        Text("Value for each \(unit.english) put in", nl: "Waarde per \(unit.dutch) die erin ging")
      ),
    ]
    for (figure, role, meaning) in rows {
      let isKey = role == .total
      plan.add(
        .text(voice(figure.label), isKey ? .total : .wrapped),
        try voice.mirror(figure, role: role), isKey ? .text("", .total) : .empty,
        .text(voice(meaning), isKey ? .total : .wrapped))
    }
    try addDoubt(interval, to: &plan)
  }

  /// The range of the ratio, or why there is none.
  private func addDoubt(_ interval: ReportDoubt?, to plan: inout SheetPlan) throws {
    guard let doubt = interval else {
      let none = Text(
        "The ratio has no range: the inputs of the map have none.",
        nl: "De ratio heeft geen marge: de invoer van de kaart heeft die niet.")
      let reason = report.doubt.map { DoubtSheet.explanation($0) } ?? none
      return plan.add(.empty, .empty, .empty, .text(voice(reason), .wrapped))
    }
    plan.add(
      .text(voice(Text("Ratio, low and high", nl: "Ratio, laag en hoog")), .wrapped),
      try voice.mirror(doubt.ratioLow), try voice.mirror(doubt.ratioHigh),
      .text(voice(DoubtSheet.explanation(doubt)), .wrapped))
    plan.add(
      .text(voice(doubt.chanceBelowOne.label), .wrapped), try voice.mirror(doubt.chanceBelowOne),
      .empty,
      .text(
        voice(
          Text(
            "Then less came of it than was put in", nl: "Dan kwam er minder uit dan erin ging")),
        .wrapped))
  }

  // MARK: - What was put in, and for whom

  private func addInputs(to plan: inout SheetPlan) throws {
    plan.addSection(voice(Text("What was put in", nl: "Wat erin is gestoken")))
    let inputs = largest(report.inputs) { $0.presentValue.value }
    for input in inputs.prefix(Most.inputs) {
      plan.add(
        .text(input.description, .wrapped), try voice.mirror(input.presentValue), .empty,
        .text(voice(input.kind.label)))
    }
    addRest(inputs.count - Most.inputs, Text("other inputs", nl: "andere posten"), to: &plan)
  }

  private func addStakeholders(to plan: inout SheetPlan) throws {
    plan.addSection(voice(Text("For whom", nl: "Voor wie")))
    let all = largest(report.stakeholders.filter { ($0.presentValue.value ?? 0) != 0 }) {
      $0.presentValue.value
    }
    let shown = Array(all.prefix(Most.stakeholders))
    let bars = CellBars(shown.map { $0.presentValue.value ?? 0 }, firstRow: plan.nextRow)
    for (index, stakeholder) in shown.enumerated() {
      plan.add(
        .text(stakeholder.name, .wrapped), try voice.mirror(stakeholder.presentValue),
        try share(of: stakeholder.presentValue), try bars.cell(index))
    }
    addRest(
      all.count - Most.stakeholders, Text("other stakeholders", nl: "andere belanghebbenden"),
      to: &plan)
  }

  /// The part of the whole present value, live.
  private func share(of figure: Figure) throws -> Cell {
    guard let part = figure.value, let whole = map.presentValue.value, whole > 0 else {
      return .empty
    }
    let formula = try OpenFormula("\(figure.id)/\(map.presentValue.id)")
    return Cell(formula, gives: .percentage(part / whole))
  }

  private func largest<Thing>(_ things: [Thing], by value: (Thing) -> Double?) -> [Thing] {
    let sizes = things.map { abs(value($0) ?? 0) }
    // Sorted by place as well, so that equals keep the order of their table.
    let order = things.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    return order.map { things[$0] }
  }

  private func addRest(_ count: Int, _ what: Text, to plan: inout SheetPlan) {
    guard count > 0 else { return }
    let and = voice(Text("and", nl: "en"))
    plan.add(.text("   \(and) \(count) \(voice(what))"))
  }

  // MARK: - What decides it

  private func addDrivers(to plan: inout SheetPlan) throws {
    let swings = report.sensitivity?.swings ?? []
    guard swings.isEmpty else { return try addSwings(swings, to: &plan) }
    plan.addSection(
      voice(Text("The largest parts of the value", nl: "De grootste delen van de waarde")))
    for row in largest(map.rows, by: \.presentValue.value).prefix(Most.drivers) {
      plan.add(
        .text(row.description, .wrapped), try voice.mirror(row.presentValue),
        try share(of: row.presentValue))
    }
  }

  private func addSwings(_ swings: [ReportSwing], to plan: inout SheetPlan) throws {
    plan.addSection(
      voice(Text("What decides the ratio most", nl: "Wat de ratio het meest bepaalt")))
    plan.addHeadings([
      (voice(Text("If this is low or high", nl: "Als dit laag of hoog is")), false),
      (voice(Text("ratio at low", nl: "ratio bij laag")), true),
      (voice(Text("ratio at high", nl: "ratio bij hoog")), true),
    ])
    for swing in swings.prefix(Most.drivers) {
      plan.add(
        .text(voice(swing.label), .wrapped), try voice.mirror(swing.ratioAtLow),
        try voice.mirror(swing.ratioAtHigh))
    }
  }

  // MARK: - What is not known

  private func addUnknowns(to plan: inout SheetPlan) {
    plan.addSection(voice(Text("What is not known", nl: "Wat niet bekend is")))
    let unpriced = map.unpriced.map { outcome in
      (outcome.description, outcome.reason ?? "")
    }
    let open = report.claims.filter { $0.answer == nil }.map {
      (voice($0.title), voice($0.message))
    }
    let unknowns = SummarySheet(report, voice).unknowns.map { ($0.label, $0.reason) }
    let leftOut = report.project.leftOut.map {
      (voice(Text("Left out", nl: "Buiten beschouwing")), $0)
    }
    let all = open + unpriced + leftOut + unknowns
    guard !all.isEmpty else {
      return plan.add(
        .text(
          voice(Text("Nothing that the report knows of.", nl: "Niets waar het verslag van weet."))))
    }
    for (label, reason) in all.prefix(Most.unknowns) {
      plan.add(.text(label, .wrapped), .empty, .empty, .text(reason, .wrapped))
    }
    addRest(
      all.count - Most.unknowns,
      Text("more, on the sheets behind this one", nl: "meer, op de bladen hierachter"), to: &plan)
  }
}
