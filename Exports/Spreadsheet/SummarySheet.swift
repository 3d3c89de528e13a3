import ExportKit
import OpenDocument

/// The first sheet: who, what came out, what is not known, and under which conventions.
struct SummarySheet {
  let report: Report
  let voice: Voice

  init(_ report: Report, _ voice: Voice) {
    self.report = report
    self.voice = voice
  }

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [80, 64, 28, 120])
    plan.addTitle(report.project.name, isDraft: report.isDraft, voice)
    addProject(to: &plan)
    if let map = report.valueMap { try addResults(of: map, to: &plan) }
    try addMeasures(to: &plan)
    addUnknown(to: &plan)
    addLeftOut(to: &plan)
    try addConventions(to: &plan)
    return plan
  }

  // MARK: - The project

  private func addProject(to plan: inout SheetPlan) {
    let project = report.project
    plan.add([])
    if let summary = project.summary {
      let label = Text("About the project", nl: "Over het project")
      plan.add(.text(voice(label)), .empty, .empty, .text(summary, .wrapped))
    }
    let area = project.neighbourhood
    let codes = ([area.municipality].compactMap { $0 } + area.codes).joined(separator: ", ")
    let identifiers = project.identifiers.map(\.description).joined(separator: ", ")
    let perspective =
      switch project.perspective {
      case .forecast: Text("forecast", nl: "prognose")
      case .evaluation: Text("evaluation", nl: "evaluatie")
      }
    let texts: [(Text, String, String)] = [
      (Text("Organisation", nl: "Organisatie"), project.organisation, identifiers),
      (Text("Neighbourhood", nl: "Wijk of buurt"), area.name, codes),
      (Text("Period", nl: "Periode"), project.period.description, ""),
      (Text("Forecast or evaluation", nl: "Prognose of evaluatie"), voice(perspective), ""),
      (
        Text("Grants and contracts", nl: "Subsidies en contracten"),
        project.grants.joined(separator: ", "), ""
      ),
      (Text("Themes", nl: "Thema’s"), project.themes.joined(separator: ", "), ""),
      (Text("Author", nl: "Auteur"), project.author ?? "", ""),
    ]
    for (label, text, more) in texts where !text.isEmpty {
      plan.add(
        .text(voice(label)), .text(text, .wrapped), .empty,
        more.isEmpty ? .empty : .text(more, .wrapped))
    }
    plan.add(
      .text(voice(Text("Date of the report", nl: "Datum van het verslag"))),
      Cell(voice.day(project.reportDate)))
    plan.add(
      .text(voice(Text("Project and revision", nl: "Project en revisie"))),
      .text(project.id, .wrapped), .empty, .text(project.revision, .wrapped))
  }

  // MARK: - Results

  private func addResults(of map: ReportValueMap, to plan: inout SheetPlan) throws {
    plan.addSection(voice(Text("Social value (SROI)", nl: "Maatschappelijke waarde (SROI)")))
    plan.addHeadings([
      (voice(Text("Figure", nl: "Cijfer")), false), (voice(Text("Value", nl: "Waarde")), true),
      (voice(Text("Unit", nl: "Eenheid")), false), ("", false),
    ])
    try addFigure(map.ratio, .total, voice(SummarySheet.ratioNote), to: &plan)
    for figure in [map.netRatio, map.netPresentValue, map.presentValue, map.inputsPresentValue] {
      try addFigure(figure, .plain, nil, to: &plan)
    }
    try addDoubt(to: &plan)
    plan.addSection(voice(Text("Value per stakeholder", nl: "Waarde per belanghebbende")))
    for stakeholder in report.stakeholders {
      try addFigure(
        stakeholder.presentValue, .plain, voice(stakeholder.domain.label),
        label: stakeholder.name, to: &plan)
    }
    plan.addSection(voice(Text("Value per domain", nl: "Waarde per domein")))
    for (domain, figure) in map.domains {
      try addFigure(figure, .plain, nil, label: voice(domain.label), to: &plan)
    }
  }

  private static let ratioNote = Text(
    "Present value of the benefits per unit of present value put in.",
    nl: "Contante waarde van de opbrengsten per eenheid contante waarde van de inbreng.")

  /// How sure the ratio is; details are on a sheet of their own.
  private func addDoubt(to plan: inout SheetPlan) throws {
    guard let doubt = report.doubt else { return }
    try addFigure(doubt.ratioLow, .plain, voice(DoubtSheet.explanation(doubt)), to: &plan)
    try addFigure(doubt.ratioHigh, .plain, nil, to: &plan)
    let share = doubt.drivers.first.map { driver in
      voice(Text("Most doubt comes from: ", nl: "De meeste twijfel komt van: "))
        + voice(driver.label)
    }
    try addFigure(doubt.chanceBelowOne, .plain, share, to: &plan)
  }

  private func addFigure(
    _ figure: Figure, _ role: CellRole, _ note: String?, label: String? = nil,
    to plan: inout SheetPlan
  ) throws {
    plan.add(
      .text(label ?? voice(figure.label), role == .total ? .total : .wrapped),
      try voice.mirror(figure, role: role), .text(voice.unit(figure.unit), role),
      note.map { .text($0, .wrapped) } ?? .empty)
  }

  private func addMeasures(to plan: inout SheetPlan) throws {
    for indicator in report.indicators {
      plan.addSection(voice(indicator.title))
      for reported in indicator.measures {
        let measure = reported.measure
        guard let number = measure.value else { continue }
        let formula = try OpenFormula(reported.id.description)
        plan.add(
          .text(voice(measure.card.label), .wrapped),
          Cell(formula, gives: voice.value(number, measure.card.unit)),
          .text(voice.unit(measure.card.unit)))
      }
      let unknown = indicator.measures.count { $0.measure.value == nil }
      if unknown > 0 { plan.add(.text(voice(SummarySheet.notKnown(unknown)), .wrapped)) }
    }
  }

  // MARK: - What is not known

  private static func notKnown(_ count: Int) -> Text {
    Text("\(count) not known, see below", nl: "\(count) niet bekend, zie onder")
  }

  private func addUnknown(to plan: inout SheetPlan) {
    let rows = unknowns
    guard !rows.isEmpty else { return }
    plan.addSection(voice(Text("What is not known", nl: "Wat niet bekend is")))
    for (label, reason) in rows {
      plan.add(.text(label, .wrapped), .empty, .empty, .text(reason, .wrapped))
    }
  }

  /// What has no value or a value that is not whole, and why.
  var unknowns: [(label: String, reason: String)] {
    let noMap = Text(
      "There is no value map, and so no ratio.", nl: "Er is geen waardenkaart, en dus geen ratio.")
    return (report.valueMap == nil ? [("SROI", voice(noMap))] : []) + unknownFigures
      + incompleteMeasures
  }

  private func addLeftOut(to plan: inout SheetPlan) {
    guard !report.project.leftOut.isEmpty else { return }
    plan.addSection(
      voice(Text("What is left out, and why", nl: "Wat buiten beschouwing blijft, en waarom")))
    for reason in report.project.leftOut {
      plan.add(.empty, .empty, .empty, .text(reason, .wrapped))
    }
  }

  private var unknownFigures: [(String, String)] {
    let map = report.valueMap
    var figures = (map?.rows ?? []).map { ("\($0.id): \($0.description)", $0.presentValue) }
    figures += report.inputs.map { ("\($0.id): \($0.description)", $0.presentValue) }
    if let map {
      figures += [
        map.presentValue, map.inputsPresentValue, map.netPresentValue, map.ratio, map.netRatio,
      ].map { (voice($0.label), $0) }
    }
    let absent = figures.filter { $0.1.value == nil }
      .map { ($0.0, voice($0.1.absence ?? Voice.unknown)) }
    let measures = report.indicators.flatMap(\.measures).filter { $0.measure.value == nil }
      .map { (voice($0.measure.card.label), voice($0.measure.absence ?? Voice.unknown)) }
    return absent + measures
  }

  private var incompleteMeasures: [(String, String)] {
    let reason = Text(
      "incomplete: rows that could not be read are missing",
      nl: "onvolledig: rijen die niet gelezen konden worden ontbreken")
    return report.indicators.flatMap(\.measures).filter(\.isIncomplete)
      .map { (voice($0.measure.card.label), voice(reason)) }
  }

  // MARK: - Conventions

  private func addConventions(to plan: inout SheetPlan) throws {
    let project = report.project
    plan.addSection(voice(Text("Conventions", nl: "Afspraken")))
    plan.add(
      .text(voice(Text("Discount rate (real)", nl: "Discontovoet (reëel)"))),
      try discountRate(), .empty,
      .text(rateSource, .wrapped))
    plan.add(
      .text(voice(Text("Benefits fall at", nl: "Opbrengsten vallen op"))),
      .text(voice(project.benefitTiming.label), .wrapped))
    plan.add(
      .text(voice(Text("Inputs fall at", nl: "Inbreng valt op"))),
      .text(voice(project.inputTiming.label), .wrapped))
    plan.add(
      .text(voice(Text("Start of period 1", nl: "Begin van periode 1"))),
      Cell(voice.day(project.start)))
    plan.add(
      .text(voice(Text("Price level of year", nl: "Prijspeil van het jaar"))),
      Cell(.number(Double(project.priceBaseYear))))
    plan.add(
      .text(voice(Text("Currency", nl: "Munteenheid"))), .text(project.currency.code))
  }

  /// The rate, which is an input cell of the value map where there is one.
  private func discountRate() throws -> Cell {
    let name = ProjectDescription.discountRateID.description
    let rate = CellContent.percentage(report.project.discountRate, decimals: 2)
    guard report.valueMap != nil else { return Cell(rate, name: name) }
    return Cell(try OpenFormula(name), gives: rate)
  }

  private var rateSource: String {
    switch report.project.discountRateOrigin {
    case .parameter(_, _, let source): source
    case .cell(let address): address.text(in: voice.language)
    case .computation(let rule, _): voice(rule)
    case .selection(let selection):
      selection.sheet.map { "\(selection.file), \($0)" } ?? selection.file
    case .ledger(let selection): selection.files.joined(separator: ", ")
    case .combined: ""
    }
  }
}
