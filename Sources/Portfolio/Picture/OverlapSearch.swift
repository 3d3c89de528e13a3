import ExportKit
import GRDB

/// Looks for what two reports may both have counted.
struct OverlapSearch {
  private let builder: PictureBuilder

  init(_ builder: PictureBuilder) { self.builder = builder }

  /// The overlaps, by kind and subject.
  func overlaps() throws -> [Overlap] {
    try grants() + costs() + outcomes() + periods()
  }

  private func member(_ report: Int64, amount: Double?) -> Overlap.Member? {
    guard let rank = builder.ranks[report] else { return nil }
    let line = builder.lines[rank]
    return Overlap.Member(
      report: report, name: line.name, first: line.first, last: line.last, amount: amount,
      currency: line.currency, project: line.project)
  }

  private func overlap(
    _ kind: Overlap.Kind, _ subject: String, _ members: [Overlap.Member]
  ) -> Overlap? {
    guard members.count > 1 else { return nil }
    return Overlap(
      kind: kind, subject: subject, members: Array(members.prefix(Overlap.mostMembers)),
      count: members.count)
  }

  /// Rows that share a text, in the order of that text.
  private func shared(
    _ sql: String, _ kind: Overlap.Kind
  ) throws -> [Overlap] {
    var found: [Overlap] = []
    var key: String?
    var subject = ""
    var members: [Overlap.Member] = []
    func finish() {
      if let overlap = overlap(kind, subject, Overlap.overlapping(members)) {
        found.append(overlap)
      }
    }
    let rows = try Row.fetchCursor(builder.database, sql: sql)
    while let row = try rows.next() {
      let next: String = row["matching"]
      if next != key {
        finish()
        (key, subject, members) = (next, row["subject"], [])
      }
      if let member = member(row["report"], amount: row["amount"]) { members.append(member) }
    }
    finish()
    return found
  }

  private func grants() throws -> [Overlap] {
    try shared(
      """
      SELECT matching, number AS subject, report, amount FROM award WHERE matching IN \
      (SELECT matching FROM award WHERE matching IS NOT NULL GROUP BY matching \
      HAVING count(DISTINCT report) > 1) ORDER BY matching, report, number
      """, .grant)
  }

  /// The same outcome of the same stakeholder within one municipality.
  private func outcomes() throws -> [Overlap] {
    try shared(
      """
      SELECT coalesce(report.municipality, '') || char(10) || matching AS matching, \
      description AS subject, report, outcome.present_value AS amount \
      FROM outcome JOIN report ON report.id = report WHERE is_priced AND is_current \
      AND matching IN (SELECT matching FROM outcome GROUP BY matching \
      HAVING count(DISTINCT report) > 1) ORDER BY 1, report, row
      """, .outcome)
  }

  /// Cash put in by a stakeholder that is itself an organisation or a project with a report.
  private func costs() throws -> [Overlap] {
    let sql = """
      SELECT input.report, input.value AS amount, stakeholder_key FROM input \
      JOIN report ON report.id = input.report WHERE is_current AND kind = 'cash' \
      AND stakeholder_key <> '' AND stakeholder_key <> organisation_key AND EXISTS \
      (SELECT 1 FROM report AS payer WHERE payer.is_current \
      AND payer.project <> report.project \
      AND (payer.organisation_key = stakeholder_key OR payer.name_key = stakeholder_key)) \
      ORDER BY stakeholder_key, input.report, input.row
      """
    var payers: [String: [PictureLine]] = [:]
    for line in builder.lines {
      payers[line.organisationKey, default: []].append(line)
      let name = MatchingKey.words(line.name)
      if name != line.organisationKey { payers[name, default: []].append(line) }
    }
    var found: [Overlap] = []
    let rows = try Row.fetchCursor(builder.database, sql: sql)
    while let row = try rows.next() {
      guard let income = member(row["report"], amount: row["amount"]) else { continue }
      let costs = (payers[row["stakeholder_key"]] ?? []).filter {
        $0.project != income.project && $0.first <= income.last && income.first <= $0.last
      }
      let members = costs.compactMap { member($0.number, amount: nil) }
      guard let payer = costs.first else { continue }
      if let overlap = overlap(.costAsIncome, payer.organisation, [income] + members) {
        found.append(overlap)
      }
    }
    return found
  }

  /// Reports of one project and perspective over periods that overlap, next to each other in order.
  private func periods() throws -> [Overlap] {
    let projects = Dictionary(grouping: builder.lines) { $0.project + "\n" + $0.perspective }
    return projects.sorted { $0.key < $1.key }.compactMap { _, lines in
      let members = lines.filter { line in
        lines.contains {
          $0.number != line.number && $0.first <= line.last && line.first <= $0.last
        }
      }.compactMap { member($0.number, amount: $0.presentValue) }
      return overlap(.period, lines.first?.project ?? "", members)
    }
  }
}
