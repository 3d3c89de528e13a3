import ExportKit
import GRDB

/// Joins the flows of several projects: what goes from one kind of place to another in a year.
struct FlowSums {
  private let builder: PictureBuilder

  init(_ builder: PictureBuilder) { self.builder = builder }

  private struct Key: Hashable {
    let figure: String
    let year: Int
    let unit: String
    let source: String
    let target: String

    var order: String {
      [figure, String(year), unit, source, target].joined(separator: "\n")
    }
  }

  private struct Entry {
    var source: Text
    var target: Text
    var amounts: [(rank: Int, amount: Double)] = []
    var projects = Set<String>()

    /// Takes the flow of one more report.
    ///
    /// Where projects call a place by names of their own, only its identifier is all of theirs.
    mutating func add(
      _ amount: Double, rank: Int, project: String, _ source: Text, _ target: Text, _ key: Key
    ) {
      if self.source != source { self.source = Text(verbatim: key.source) }
      if self.target != target { self.target = Text(verbatim: key.target) }
      amounts.append((rank, amount))
      projects.insert(project)
    }
  }

  /// The joined flows, by measure, year and places.
  func flows() throws -> [PortfolioPicture.JoinedFlow] {
    var entries: [Key: Entry] = [:]
    let rows = try Row.fetchCursor(
      builder.database, sql: "SELECT * FROM flow ORDER BY report, number")
    while let row = try rows.next() {
      guard let rank = builder.ranks[row["report"]], let amount = row["amount"] as Double? else {
        continue
      }
      let currency: String = row["currency"]
      let key = Key(
        figure: row["figure"], year: builder.lines[rank].year,
        unit: currency.isEmpty ? row["unit"] : currency, source: row["source"],
        target: row["target"])
      let source = Text(row["source_en"], nl: row["source_nl"])
      let target = Text(row["target_en"], nl: row["target_nl"])
      // In place: a copy of what was gathered for each row takes a time that grows with its square.
      entries[key, default: Entry(source: source, target: target)].add(
        amount, rank: rank, project: builder.lines[rank].project, source, target, key)
    }
    return entries.sorted { $0.key.order < $1.key.order }.map { key, entry in
      let amounts = entry.amounts.sorted { ($0.rank, $0.amount) < ($1.rank, $1.amount) }
      return PortfolioPicture.JoinedFlow(
        figure: key.figure, year: key.year, unit: key.unit, source: entry.source,
        target: entry.target, amount: amounts.reduce(0) { $0 + $1.amount },
        projects: entry.projects.count)
    }
  }
}
