import ExportKit
import GRDB

/// Reads what the reports in force say of money, one statement for each report.
struct MoneyReading {
  private let builder: PictureBuilder

  init(_ builder: PictureBuilder) { self.builder = builder }

  /// The statements in the order of the reports, without those that say nothing of money.
  func statements() throws -> [MoneyStatement] {
    var statements = builder.lines.map { MoneyStatement(line: $0) }
    try readNumbers(&statements)
    try readFlows(&statements)
    try readReceipts(&statements)
    return statements.filter { $0.tellsSpending || !$0.receipts.isEmpty }
  }

  private func readNumbers(_ statements: inout [MoneyStatement]) throws {
    let rows = try Row.fetchCursor(
      builder.database, sql: "SELECT report, number FROM identifier ORDER BY report, number")
    while let row = try rows.next() {
      guard let rank = builder.ranks[row["report"]] else { continue }
      statements[rank].numbers.append(row["number"])
    }
  }

  // MARK: Spending

  private func readFlows(_ statements: inout [MoneyStatement]) throws {
    let rounds = try rounds()
    var targets: [Int: [String: [MoneyStatement.Target]]] = [:]
    let rows = try Row.fetchCursor(
      builder.database, sql: "SELECT * FROM flow WHERE currency <> '' ORDER BY report, number")
    while let row = try rows.next() {
      guard let rank = builder.ranks[row["report"]], let amount = row["amount"] as Double?,
        amount > 0, isOwn(row, of: builder.lines[rank])
      else { continue }
      targets[rank, default: [:]][row["figure"], default: []].append(
        .init(
          id: row["target"], label: Text(row["target_en"], nl: row["target_nl"]), amount: amount))
    }
    for (rank, figures) in targets {
      // Several measures may show the same money; that of which the rounds are known goes first.
      let known = rounds[rank] ?? [:]
      let sorted = figures.sorted { ($0.key) < ($1.key) }
      guard let chosen = sorted.first(where: { known[$0.key] != nil }) ?? sorted.first else {
        continue
      }
      statements[rank].targets = chosen.value.sorted { $0.id < $1.id }
      statements[rank].rounds = known[chosen.key]
    }
  }

  /// Whether a flow starts at the organisation of the report itself.
  private func isOwn(_ row: Row, of line: PictureLine) -> Bool {
    row["currency"] == line.currency
      && (row["source"] == "organisation"
        || MatchingKey.words(row["source_en"]) == line.organisationKey)
  }

  private func rounds() throws -> [Int: [String: MoneyStatement.Rounds]] {
    let sql = """
      SELECT one.report, one.figure, one.value AS first, two.value AS second, \
      three.value AS third FROM part AS one \
      JOIN part AS two ON two.report = one.report AND two.figure = one.figure \
      AND two.name = 'r2' \
      JOIN part AS three ON three.report = one.report AND three.figure = one.figure \
      AND three.name = 'r3' WHERE one.name = 'r1'
      """
    var found: [Int: [String: MoneyStatement.Rounds]] = [:]
    let rows = try Row.fetchCursor(builder.database, sql: sql)
    while let row = try rows.next() {
      guard let rank = builder.ranks[row["report"]] else { continue }
      found[rank, default: [:]][row["figure"]] = .init(
        first: row["first"], second: row["second"], third: row["third"])
    }
    return found
  }

  // MARK: Income

  private func readReceipts(_ statements: inout [MoneyStatement]) throws {
    let sql = """
      SELECT input.report, input.period, input.value, input.stakeholder_key, \
      coalesce(stakeholder.name, '') AS name FROM input \
      LEFT JOIN stakeholder ON stakeholder.report = input.report \
      AND stakeholder.row = input.stakeholder \
      WHERE kind = 'cash' AND input.value > 0 AND stakeholder_key <> '' \
      ORDER BY input.report, input.row
      """
    let rows = try Row.fetchCursor(builder.database, sql: sql)
    while let row = try rows.next() {
      guard let rank = builder.ranks[row["report"]], let period = row["period"] as Int? else {
        continue
      }
      let line = builder.lines[rank]
      // What a project puts in itself comes from nobody else.
      guard row["stakeholder_key"] != line.organisationKey,
        MoneyReading.falls(period, in: line)
      else { continue }
      statements[rank].receipts.append(
        .init(payer: row["name"], key: row["stakeholder_key"], amount: row["value"]))
    }
  }

  /// Whether a period of the value map, twelve months from the valuation date, begins in the report.
  private static func falls(_ period: Int, in line: PictureLine) -> Bool {
    guard let start = line.valuationDate, let year = Int(start.prefix(4)),
      (1...1_000).contains(period)
    else { return false }
    let begins = "\(year + period - 1)\(start.dropFirst(4))"
    return line.first <= begins && begins <= line.last
  }
}
