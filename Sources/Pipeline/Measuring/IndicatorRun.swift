import ExportKit
import IndicatorKit

/// What came of running the indicators.
struct IndicatorRun: Sendable {
  /// The sections of the indicators in use, in the order of the registry.
  let sections: [ReportIndicator]
  /// Faults of modules.
  let findings: [Finding]

  /// The measures by figure.
  var measures: [FigureID: ReportMeasure] {
    let pairs = sections.flatMap(\.measures).map { ($0.id, $0) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Runs all indicators that are in use.
  ///
  /// An indicator that fails becomes a finding, and the others still run.
  init(_ project: LoadedProject, registry: Registry) {
    var sections: [ReportIndicator] = []
    var findings: [Finding] = []
    for indicator in registry.indicators {
      let card = type(of: indicator).card
      guard IndicatorRun.isInUse(card, project) else { continue }
      let (measures, faults) = IndicatorRun.measure(indicator, card, project)
      findings += faults
      sections.append(
        ReportIndicator(
          id: card.id, title: card.title, summary: card.summary, references: card.references,
          measures: measures, version: card.version))
    }
    self.sections = sections
    self.findings = findings
  }

  /// Whether some table of an indicator has rows, or the project has books that it reads.
  static func isInUse(_ card: IndicatorCard, _ project: LoadedProject) -> Bool {
    let hasRows = card.tables.contains { row in
      let content = project.contents[row.table.id]
      return content.map { !$0.rows.isEmpty || $0.rejectedRows > 0 } ?? false
    }
    return hasRows || (card.core.contains(.ledger) && project.ledger?.isEmpty == false)
  }

  private static func measure(
    _ indicator: any Indicator, _ card: IndicatorCard, _ project: LoadedProject
  ) -> ([ReportMeasure], [Finding]) {
    let log = ReadingLog()
    let data = ProjectData(
      project: project.description, card: card, contents: project.contents,
      ledger: project.ledger, parameters: project.parameters, log: log)
    do throws(NotMeasurable) {
      let (complete, missing) = complete(try indicator.measure(data), card)
      let (measures, misfits) = fitting(complete, card)
      let faults = missing + misfits
      // A module that goes on without what it was refused is found out here.
      let hidden = log.refusals.map { reading in
        undeclaredReading(
          Text(
            "the module “\(card.id)” reads \(reading.name.english), which its card does not declare",
            nl: "de module ‘\(card.id)’ leest \(reading.name.dutch), wat zijn kaart niet declareert"
          ),
          card)
      }
      return (reported(measures, card, project), faults + hidden)
    } catch {
      let measures = card.measures.map { $0.notMeasurable(error.reason) }
      let faults = error.cause == .undeclared ? [undeclaredReading(error.reason, card)] : []
      return (reported(measures, card, project), faults)
    }
  }

  /// The measures in the order of the card, each declared one exactly once.
  private static func complete(
    _ measures: [Measure], _ card: IndicatorCard
  ) -> ([Measure], [Finding]) {
    var faults: [Finding] = []
    for id in Set(measures.map(\.card.id)).subtracting(card.measures.map(\.id)).sorted() {
      faults.append(
        fault(
          card, "gives the measure “\(id)”, which its card does not declare",
          nl: "geeft de meting ‘\(id)’, die niet op de kaart staat"))
    }
    let all = card.measures.map { declared -> Measure in
      let given = measures.filter { $0.card.id == declared.id }
      if given.count == 1, let measure = given.first { return measure }
      faults.append(
        fault(
          card, "gives the measure “\(declared.id)” \(given.count) times instead of once",
          nl: "geeft de meting ‘\(declared.id)’ \(given.count) keer in plaats van één keer"))
      return declared.notMeasurable(
        Text("the module did not give it once", nl: "de module gaf deze niet één keer"))
    }
    return (all, faults)
  }

  /// The measures with those details alone that fit what their card declares.
  private static func fitting(
    _ measures: [Measure], _ card: IndicatorCard
  ) -> ([Measure], [Finding]) {
    var faults: [Finding] = []
    let all = measures.map { measure -> Measure in
      let fitting = measure.details.filter { detail in
        let misfit =
          card.details.contains(detail.card)
          ? detail.faults.first : "the card does not declare the detail “\(detail.card.id)”"
        guard let misfit else { return true }
        faults.append(
          fault(
            card, "gives rows that do not fit: \(misfit)",
            nl: "geeft rijen die niet passen: \(misfit)"))
        return false
      }
      return fitting.count == measure.details.count ? measure : measure.with(details: fitting)
    }
    return (all, faults)
  }

  private static func reported(
    _ measures: [Measure], _ card: IndicatorCard, _ project: LoadedProject
  ) -> [ReportMeasure] {
    let tables = card.tables.map { TableDeclaration($0) }
    return measures.map { reported($0, card, tables, project) }
  }

  private static func reported(
    _ measure: Measure, _ card: IndicatorCard, _ declared: [TableDeclaration],
    _ project: LoadedProject
  ) -> ReportMeasure {
    let id = card.figure(measure.card)
    let printable = UnprintableParameters.keepBack(
      from: measure, card: card, parameters: project.parameters,
      on: project.description.period.last)
    let safe = SmallCells.protect(
      printable, figure: id, released: project.description.releasedBelowFive
    ).hidingPeople(of: declared, in: project.contents)
    let tables = measure.origin.tables
    let read = tables.isEmpty ? declared.map(\.id) : tables
    let isIncomplete = measure.value != nil && !read.allSatisfy(project.isWhole)
    let noted = tables.compactMap { outsideNote($0, declared, project) }.reduce(safe) {
      $0.noting($1)
    }
    return ReportMeasure(id: id, measure: noted, isIncomplete: isIncomplete)
  }

  /// Says how many rows of a table lie outside the reporting period, where some do.
  private static func outsideNote(
    _ table: String, _ declared: [TableDeclaration], _ project: LoadedProject
  ) -> Text? {
    guard let declaration = declared.first(where: { $0.id == table }),
      let content = project.contents[table]
    else { return nil }
    let period = project.description.period
    let outside = content.rows.count { !declaration.lies($0, in: period) }
    guard outside > 0 else { return nil }
    if declaration.holdsPersons, SmallCells.areFew([outside, content.rows.count - outside]) {
      return Text(
        "Rows of the table “\(table)” outside the reporting period are not counted.",
        nl: "Rijen van de tabel ‘\(table)’ buiten de verslagperiode zijn niet meegeteld.")
    }
    return Text(
      "Rows of the table “\(table)” outside the reporting period, not counted: \(outside).",
      nl: "Rijen van de tabel ‘\(table)’ buiten de verslagperiode, niet meegeteld: \(outside).")
  }

  private static func undeclaredReading(_ reason: Text, _ card: IndicatorCard) -> Finding {
    Finding(
      "indicator.undeclared_reading", .error,
      Text(
        "The indicator “\(card.title.english)” could not run: \(reason.english).",
        nl: "De indicator ‘\(card.title.dutch)’ kon niet draaien: \(reason.dutch)."),
      help: Text(
        "Tell the module's author to declare what it reads.",
        nl: "Laat de maker van de module declareren wat die leest."), at: nil)
  }

  private static func fault(_ card: IndicatorCard, _ what: String, nl dutch: String) -> Finding {
    Finding(
      "indicator.incomplete_result", .error,
      Text(
        "The indicator “\(card.title.english)” \(what).",
        nl: "De indicator ‘\(card.title.dutch)’ \(dutch)."),
      help: Text(
        "Tell the module's author: every declared measure comes back exactly once.",
        nl:
          "Meld het de maker van de module: elke gedeclareerde meting komt precies één keer terug."
      ), at: nil)
  }
}

extension Origin {
  /// The tables that rows of the origin come from.
  var tables: [String] {
    switch self {
    case .selection(let selection): [selection.table]
    case .combined(let origins): origins.flatMap(\.tables)
    case .cell, .ledger, .parameter, .computation: []
    }
  }
}
