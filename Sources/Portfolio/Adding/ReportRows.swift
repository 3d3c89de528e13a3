import ExportKit
import Foundation
import GRDB

/// Writes the rows of one report.
///
/// Rows whose identifier stands twice in a document are kept once: identifiers are unique in a
/// document that is valid under its schema, and other documents do not come here.
struct ReportRows {
  private let database: Database

  /// Works inside a transaction that the caller opened.
  init(_ database: Database) { self.database = database }

  /// Writes a report as one that is superseded, and gives its number.
  func insert(_ report: VerifiedReport, file: String) throws -> Int64 {
    let id = try insertReport(report)
    try run(
      "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
      [id, file, report.sha256, report.size, report.deflated])
    let extract = report.extract
    try insertWords(of: extract.project, id)
    try insertAwards(of: extract, id)
    try insertMap(of: extract, id)
    for measure in extract.measures { try insert(measure, id) }
    for (number, flow) in extract.flows.enumerated() { try insert(flow, number + 1, id) }
    try insertParts(of: extract, id)
    return id
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private func insertReport(_ report: VerifiedReport) throws -> Int64 {
    let (extract, project) = (report.extract, report.extract.project)
    let (conventions, results) = (extract.conventions, extract.results)
    let places = [String](repeating: "?", count: 35).joined(separator: ", ")
    try run(
      "INSERT INTO report VALUES (NULL, \(places))",
      [
        project.id, project.perspective, project.period?.first.description,
        project.period?.last.description, project.revision, false, project.name,
        project.organisation, MatchingKey.words(project.organisation),
        MatchingKey.words(project.name), project.country, project.municipality,
        project.neighbourhood, project.codesYear, project.reportDate?.description,
        project.language?.rawValue, extract.program, extract.form, extract.version,
        conventions.discountRate, conventions.benefitTiming?.rawValue,
        conventions.inputTiming?.rawValue, conventions.valuationDate?.description,
        conventions.priceBaseYear, conventions.currency, results.presentValue,
        results.inputsPresentValue, results.ratio, results.ratioLow, results.ratioHigh,
        report.recomputed, report.given, report.unchanged, extract.questions,
      ] + [extract.answers])
    return database.lastInsertedRowID
  }

  private func insertWords(of project: ReportExtract.Project, _ id: Int64) throws {
    for number in project.identifiers {
      try run("INSERT OR IGNORE INTO identifier VALUES (?, ?)", [id, number])
    }
    for code in project.areaCodes {
      try run("INSERT OR IGNORE INTO area VALUES (?, ?)", [id, code])
    }
    for theme in project.themes {
      try run("INSERT OR IGNORE INTO theme VALUES (?, ?)", [id, theme])
    }
  }

  /// The grants of the project and those that its inputs name, with what they paid.
  private func insertAwards(of extract: ReportExtract, _ id: Int64) throws {
    var amounts: [String: Double?] = [:]
    for grant in extract.project.grants { amounts.updateValue(nil, forKey: grant) }
    for input in extract.inputs {
      guard let grant = input.grant else { continue }
      let before = amounts[grant] ?? nil
      let sum = input.value.map { (before ?? 0) + $0 } ?? before
      amounts.updateValue(sum, forKey: grant)
    }
    for (number, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      try run(
        "INSERT INTO award VALUES (?, ?, ?, ?)",
        [id, number, MatchingKey.number(number), amount])
    }
  }

  private func insertMap(of extract: ReportExtract, _ id: Int64) throws {
    var names: [String: String] = [:]
    for stakeholder in extract.stakeholders {
      names[stakeholder.id] = MatchingKey.words(stakeholder.name)
      try run(
        "INSERT OR IGNORE INTO stakeholder VALUES (?, ?, ?, ?)",
        [id, stakeholder.id, stakeholder.name, stakeholder.domain?.rawValue])
    }
    for input in extract.inputs {
      try run(
        "INSERT OR IGNORE INTO input VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, input.id, input.stakeholder, names[input.stakeholder] ?? "", input.description,
          input.kind, input.period, input.grant, input.value, input.presentValue,
        ])
    }
    for outcome in extract.outcomes {
      let matching =
        MatchingKey.words(outcome.description) + " | " + (names[outcome.stakeholder] ?? "")
      try run(
        "INSERT OR IGNORE INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, outcome.id, outcome.stakeholder, matching, outcome.description, outcome.theme,
          outcome.isPriced, outcome.presentValue,
        ])
    }
  }

  private func insert(_ measure: ReportExtract.Measurement, _ report: Int64) throws {
    try run(
      "INSERT OR IGNORE INTO measurement VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        try card(of: measure), report, measure.value, measure.numerator, measure.denominator,
        measure.low, measure.high, measure.isIncomplete,
      ])
  }

  /// Keeps what measures with flows were made of, which tells what money came in.
  private func insertParts(of extract: ReportExtract, _ report: Int64) throws {
    let figures = Set(extract.flows.map(\.figure))
    for measure in extract.measures where figures.contains(measure.figure) {
      for (name, value) in measure.parts.sorted(by: { $0.key < $1.key }) {
        try run(
          "INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?)", [report, measure.figure, name, value])
      }
    }
  }

  /// The number of a card; most reports of one version of the program share them all.
  private func card(of measure: ReportExtract.Measurement) throws -> Int64 {
    let words: StatementArguments = [
      measure.figure, measure.label.english, measure.label.dutch, measure.kind, measure.unit,
      measure.currency ?? "", measure.aggregation.rawValue,
    ]
    let known = try database.cachedStatement(
      sql: """
        SELECT id FROM card WHERE figure = ? AND label_en = ? AND label_nl = ? AND kind = ? \
        AND unit = ? AND currency = ? AND aggregation = ?
        """)
    if let id = try Int64.fetchOne(known, arguments: words) { return id }
    try run("INSERT INTO card VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", words)
    return database.lastInsertedRowID
  }

  private func insert(_ flow: ReportExtract.Flow, _ number: Int, _ report: Int64) throws {
    try run(
      "INSERT INTO flow VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        report, number, flow.figure, flow.from, flow.fromLabel.english, flow.fromLabel.dutch,
        flow.to, flow.toLabel.english, flow.toLabel.dutch, flow.unit, flow.currency ?? "",
        flow.amount,
      ])
  }
}
