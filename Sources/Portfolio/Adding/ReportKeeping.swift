import ExportKit
import Foundation
import GRDB

/// Keeps verified reports in the tables, and orders the revisions of each.
struct ReportKeeping {
  private let database: Database

  /// Works inside a transaction that the caller opened.
  init(_ database: Database) { self.database = database }

  /// Another report of the same project, perspective and period.
  private struct Sibling {
    let id: Int64
    let revision: String
    let form: String
    let presentValue: Double?
    let inputsPresentValue: Double?
  }

  /// Keeps a report, or says why it is not kept.
  func keep(_ report: VerifiedReport, file: String) throws -> AdditionOutcome {
    let project = report.extract.project
    guard let period = project.period else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    let subject = "\(project.id) \(period.first)/\(period.last) \(project.revision)"
    func outcome(
      _ status: AdditionOutcome.Status, _ id: Int64?, code: PortfolioRefusal.Code? = nil,
      _ message: Text = Text(verbatim: "")
    ) -> AdditionOutcome {
      AdditionOutcome(
        file: file, status: status, report: id, subject: subject, code: code?.rawValue,
        message: message)
    }
    if let same = try Int64.fetchOne(
      database, sql: "SELECT report FROM document WHERE sha256 = ?", arguments: [report.sha256])
    {
      return outcome(.alreadyThere, same)
    }
    if let other = try otherOrganisation(project) {
      return outcome(.refused, nil, code: .otherOrganisation, ReportKeeping.belongs(to: other))
    }
    let siblings = try siblings(of: project, period)
    if let twin = siblings.first(where: { $0.revision == project.revision }) {
      let results = report.extract.results
      let isSame =
        twin.form != report.extract.form && twin.presentValue == results.presentValue
        && twin.inputsPresentValue == results.inputsPresentValue
      return isSame
        ? outcome(.alreadyThere, twin.id, ReportKeeping.otherForm(twin.form))
        : outcome(.refused, twin.id, code: .sameRevision, ReportKeeping.sameRevision(twin.id))
    }
    let id = try ReportRows(database).insert(report, file: file)
    let newest = siblings.map { Revision($0.revision) }.max()
    let isNewest = newest.map { $0 < Revision(project.revision) } ?? true
    try setCurrent(isNewest ? id : nil, project, period)
    guard newest != nil else { return outcome(.added, id) }
    return outcome(isNewest ? .supersedes : .earlier, id)
  }

  private func siblings(
    of project: ReportExtract.Project, _ period: Period
  ) throws -> [Sibling] {
    let sql = """
      SELECT id, revision, form, present_value, inputs_present_value FROM report \
      WHERE project = ? AND perspective = ? AND period_first = ? AND period_last = ? ORDER BY id
      """
    return try Row.fetchAll(
      database, sql: sql,
      arguments: [
        project.id, project.perspective, period.first.description, period.last.description,
      ]
    ).map { row in
      Sibling(
        id: row["id"], revision: row["revision"], form: row["form"],
        presentValue: row["present_value"], inputsPresentValue: row["inputs_present_value"])
    }
  }

  private func setCurrent(
    _ id: Int64?, _ project: ReportExtract.Project, _ period: Period
  ) throws {
    guard let id else { return }
    try database.execute(
      sql: """
        UPDATE report SET is_current = (id = ?) WHERE project = ? AND perspective = ? \
        AND period_first = ? AND period_last = ?
        """,
      arguments: [
        id, project.id, project.perspective, period.first.description, period.last.description,
      ])
  }

  /// The organisation whose project has the same identifier, where it is another's by its numbers.
  private func otherOrganisation(_ project: ReportExtract.Project) throws -> String? {
    guard !project.identifiers.isEmpty else { return nil }
    let known = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT identifier.number, report.organisation FROM report \
        JOIN identifier ON identifier.report = report.id WHERE report.project = ? \
        ORDER BY report.id
        """, arguments: [project.id])
    let numbers = known.map { $0["number"] as String }
    guard let first = known.first, Set(numbers).isDisjoint(with: project.identifiers) else {
      return nil
    }
    return first["organisation"]
  }

  // MARK: What a reader should know

  private static func belongs(to organisation: String) -> Text {
    Text(
      "A project of ‘\(organisation)’ has the same identifier, under other registered numbers; give this project an identifier of its own.",
      nl:
        "Een project van ‘\(organisation)’ heeft hetzelfde kenmerk, met andere registratienummers; geef dit project een eigen kenmerk."
    )
  }

  private static func otherForm(_ form: String) -> Text {
    Text(
      "The same report is there in another form: \(form).",
      nl: "Hetzelfde verslag staat er al in een andere vorm: \(form).")
  }

  private static func sameRevision(_ id: Int64) -> Text {
    Text(
      "Report \(id) has the same project, period and revision but other content; raise the revision in project.yaml and write the report again.",
      nl:
        "Verslag \(id) heeft hetzelfde project, dezelfde periode en versie maar andere inhoud; verhoog de versie in project.yaml en schrijf het verslag opnieuw."
    )
  }
}
