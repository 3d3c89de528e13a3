import ExportKit
import OpenDocument

/// What the ratio does when one thing changes: ranges, switching values, scenarios, conventions.
///
/// What follows from the value map by plain arithmetic is a formula over its named cells.
struct SensitivitySheet {
  let report: Report
  let sensitivity: ReportSensitivity
  let voice: Voice
  let formulas: SensitivityFormulas

  init(
    _ report: Report, _ sensitivity: ReportSensitivity, _ voice: Voice, _ places: ValueMapPlaces?
  ) {
    self.report = report
    self.sensitivity = sensitivity
    self.voice = voice
    formulas = SensitivityFormulas(report, voice, places)
  }

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [110, 34, 34, 34, 34, 110])
    plan.addTitle(
      voice(Text("What if it is otherwise?", nl: "Wat als het anders is?")),
      isDraft: report.isDraft, voice)
    plan.add(
      .text(
        voice(
          Text(
            "Change a yellow cell, here or in the value map, and what follows from it moves.",
            nl: "Verander een gele cel, hier of in de waardenkaart, en wat eruit volgt beweegt "
              + "mee.")), .plain))
    plan.add(
      .text(
        voice(
          Text(
            "What the program had to look for step by step has no formula, and says so: it stays "
              + "as it was. So do scenarios; choose one on the first sheet to see it live.",
            nl: "Wat het programma stap voor stap moest zoeken heeft geen formule, en dat staat "
              + "erbij: het blijft zoals het was. Ook scenario’s; kies er een op het eerste blad om "
              + "die te zien bewegen.")), .plain))
    try addSwings(to: &plan)
    try addSwitches(to: &plan)
    try addScenarios(to: &plan)
    try addConventions(to: &plan)
    return plan
  }

  private func number(_ value: Double, _ unit: Unit) -> CellContent {
    if unit.isMoney { return voice.money(value) }
    if unit.isPercentage { return .percentage(value, decimals: 2) }
    return .number(value, decimals: 2)
  }

  // MARK: - From low to high

  private func addSwings(to plan: inout SheetPlan) throws {
    guard !sensitivity.swings.isEmpty else { return }
    plan.addSection(
      voice(
        Text(
          "The ratio from low to high of each input (10th and 90th percentile)",
          nl: "De ratio van laag naar hoog per invoer (10e en 90e percentiel)")))
    plan.addHeadings([
      (voice(Text("Input", nl: "Invoer")), false),
      (voice(Text("Low end", nl: "Lage kant")), true),
      (voice(Text("Ratio there", nl: "Ratio daar")), true),
      (voice(Text("High end", nl: "Hoge kant")), true),
      (voice(Text("Ratio there", nl: "Ratio daar")), true),
      (voice(Text("Identifier", nl: "Kenmerk")), false),
    ])
    for swing in sensitivity.swings.prefix(LongList.most) { try add(swing, to: &plan) }
    LongList.addNote(sensitivity.swings.count, to: &plan, voice)
  }

  private func add(_ swing: ReportSwing, to plan: inout SheetPlan) throws {
    let row = plan.nextRow
    func ratio(_ figure: Figure, _ column: Int) throws -> Cell {
      let end = CellAddress(column: column, row: row).reference
      let formula = formulas.ratio(of: figure, where: swing.input, is: end, within: swing)
      return try voice.cell(figure, formula: formula, value: ratioValue)
    }
    let isLive = formulas.isLive(swing)
    plan.add(
      .text(voice(swing.label), .wrapped),
      Cell(number(swing.low, swing.unit), isLive ? .input : .plain), try ratio(swing.ratioAtLow, 2),
      Cell(number(swing.high, swing.unit), isLive ? .input : .plain),
      try ratio(swing.ratioAtHigh, 4), .text(swing.input.description, .wrapped))
  }

  private func ratioValue(_ value: Double) -> CellContent { .number(value, decimals: 3) }

  // MARK: - Switching values

  private func addSwitches(to plan: inout SheetPlan) throws {
    guard !sensitivity.switches.isEmpty else { return }
    plan.addSection(
      voice(
        Text(
          "At which value of one input alone the ratio is 1",
          nl: "Bij welke waarde van één invoer alleen de ratio 1 is")))
    plan.addHeadings([
      (voice(Text("Input", nl: "Invoer")), false), (voice(Text("Now", nl: "Nu")), true),
      (voice(Text("Ratio is 1 at", nl: "Ratio is 1 bij")), true), ("", false), ("", false),
      (voice(Text("Identifier", nl: "Kenmerk")), false),
    ])
    for entry in sensitivity.switches.prefix(LongList.most) {
      for (index, figure) in entry.values.enumerated() {
        try add(entry, figure, isFirst: index == 0, to: &plan)
      }
    }
    LongList.addNote(sensitivity.switches.count, to: &plan, voice)
  }

  private func add(
    _ entry: ReportSwitch, _ figure: Figure, isFirst: Bool, to plan: inout SheetPlan
  ) throws {
    let formula = isFirst ? formulas.switchingValue(of: entry.input) : nil
    let now =
      formulas.hasCell(entry.input)
      ? Cell(try OpenFormula(entry.input.description), gives: number(entry.current, figure.unit))
      : Cell(number(entry.current, figure.unit))
    let isSearched = formula == nil && figure.value != nil
    let value = try voice.cell(figure, formula: formula) { number($0, figure.unit) }
    plan.add(
      isFirst ? .text(voice(entry.label), .wrapped) : .empty, isFirst ? now : .empty, value,
      isSearched ? .text(voice(Self.searched), .note) : .empty, .empty,
      .text(figure.id.description, .wrapped))
  }

  private static let searched = Text(
    "no formula: found by trying values", nl: "geen formule: gevonden door waarden te proberen")

  // MARK: - Scenarios

  private func addScenarios(to plan: inout SheetPlan) throws {
    guard !sensitivity.scenarios.isEmpty else { return }
    plan.addSection(voice(Text("Scenarios", nl: "Scenario’s")))
    plan.addHeadings([
      (voice(Text("Scenario", nl: "Scenario")), false),
      (voice(Text("Benefits", nl: "Baten")), true), (voice(Text("Inputs", nl: "Inbreng")), true),
      (voice(Text("Ratio", nl: "Ratio")), true),
      (voice(Text("Difference", nl: "Verschil")), true),
      (voice(Text("What changes", nl: "Wat verandert")), false),
    ])
    for scenario in sensitivity.scenarios {
      let row = plan.nextRow
      func at(_ column: Int) -> String { CellAddress(column: column, row: row).reference }
      plan.add(
        .text(scenario.title, .wrapped), try voice.cell(scenario.presentValue, formula: nil),
        try voice.cell(scenario.inputsPresentValue, formula: nil),
        try voice.cell(scenario.ratio, formula: "\(at(2))/\(at(3))", value: ratioValue),
        try voice.cell(scenario.difference, formula: nil, value: ratioValue),
        .text(changes(of: scenario), .wrapped))
      for end in scenario.differenceInterval {
        plan.add(
          .text("   " + voice(end.label), .wrapped), .empty, .empty, .empty,
          try voice.cell(end, formula: nil, value: ratioValue), .empty)
      }
    }
  }

  private func changes(of scenario: ReportScenario) -> String {
    scenario.changes.map { change in
      let style = { (value: Double) in
        change.unit.isPercentage
          ? DecimalText.rounded(value * 100, decimals: 1, in: voice.language) + "%"
          : DecimalText.rounded(value, decimals: change.unit.isMoney ? 2 : 1, in: voice.language)
      }
      let from = change.from.map(style) ?? voice(Voice.unknown)
      let reason = change.reason.map { " (\($0))" } ?? ""
      return "\(change.figure): \(from) → \(style(change.to))\(reason)"
    }.joined(separator: "; ")
  }

  // MARK: - Conventions

  private func addConventions(to plan: inout SheetPlan) throws {
    guard !sensitivity.conventions.isEmpty else { return }
    plan.addSection(
      voice(
        Text(
          "The same data under other conventions", nl: "Dezelfde gegevens met andere afspraken")))
    plan.addHeadings([
      (voice(Text("Convention", nl: "Afspraak")), false),
      (voice(Text("Ratio", nl: "Ratio")), true),
      ("", false),
    ])
    for convention in sensitivity.conventions {
      let own = Text("this report", nl: "dit verslag")
      plan.add(
        .text(voice(convention.label), .wrapped),
        try voice.cell(
          convention.ratio, formula: formulas.ratio(under: convention), value: ratioValue),
        convention.isOwn ? .text(voice(own)) : .empty)
    }
  }
}
