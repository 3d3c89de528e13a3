import ExportKit
import GRDB

/// Joins the measures of several projects as each declares: added, pooled, or not at all.
struct MeasureSums {
  private let builder: PictureBuilder

  init(_ builder: PictureBuilder) { self.builder = builder }

  /// What tells measures apart that must not be joined.
  private struct Key: Hashable {
    let figure: String
    let kind: String
    let unit: String
    let currency: String
    let aggregation: String

    var order: String { [figure, kind, unit, currency, aggregation].joined(separator: "\n") }
  }

  private struct Value {
    let rank: Int
    let year: Int
    let value: Double?
    let numerator: Double?
    let denominator: Double?
    let isIncomplete: Bool
  }

  /// The totals by figure and year, one measure in memory at a time.
  func totals() throws -> [PortfolioPicture.MeasureTotal] {
    let cards = try Row.fetchAll(builder.database, sql: "SELECT * FROM card ORDER BY id")
    let keys = Dictionary(grouping: cards) { row in
      Key(
        figure: row["figure"], kind: row["kind"], unit: row["unit"], currency: row["currency"],
        aggregation: row["aggregation"])
    }
    return try keys.sorted { $0.key.order < $1.key.order }.flatMap { key, cards in
      let label = Text(cards.last?["label_en"] ?? "", nl: cards.last?["label_nl"] ?? "")
      let values = try cards.flatMap { try self.values(of: $0["id"]) }.sorted { $0.rank < $1.rank }
      let years = Dictionary(grouping: values, by: \.year).sorted { $0.key < $1.key }
      return years.map { MeasureSums.total(key, label, year: $0.key, $0.value) }
    }
  }

  private func values(of card: Int64) throws -> [Value] {
    let statement = try builder.database.cachedStatement(
      sql: """
        SELECT report, value, numerator, denominator, is_incomplete FROM measurement \
        WHERE card = ?
        """)
    var values: [Value] = []
    let rows = try Row.fetchCursor(statement, arguments: [card])
    while let row = try rows.next() {
      // Superseded reports have no rank.
      guard let rank = builder.ranks[row["report"]] else { continue }
      values.append(
        Value(
          rank: rank, year: builder.lines[rank].year, value: row["value"],
          numerator: row["numerator"], denominator: row["denominator"],
          isIncomplete: row["is_incomplete"]))
    }
    return values
  }

  private static func total(
    _ key: Key, _ label: Text, year: Int, _ values: [Value]
  ) -> PortfolioPicture.MeasureTotal {
    let known = values.filter { $0.value != nil }
    var joined: (value: Double?, numerator: Double?, denominator: Double?) = (nil, nil, nil)
    switch MeasureCard.Aggregation(rawValue: key.aggregation) {
    case .sum where !known.isEmpty: joined.value = known.reduce(0) { $0 + ($1.value ?? 0) }
    case .pooled: joined = pooled(known)
    default: break
    }
    return PortfolioPicture.MeasureTotal(
      figure: key.figure, label: label, unit: key.unit,
      currency: key.currency.isEmpty ? nil : key.currency, aggregation: key.aggregation,
      year: year, reports: known.count, incomplete: known.count { $0.isIncomplete },
      absent: values.count - known.count, value: joined.value.flatMap { $0.isFinite ? $0 : nil },
      numerator: joined.numerator, denominator: joined.denominator)
  }

  /// The sum of the numerators over that of the denominators; absent where one lacks its parts.
  private static func pooled(_ values: [Value]) -> (Double?, Double?, Double?) {
    guard !values.isEmpty, values.allSatisfy({ $0.numerator != nil && $0.denominator != nil })
    else { return (nil, nil, nil) }
    let numerator = values.reduce(0) { $0 + ($1.numerator ?? 0) }
    let denominator = values.reduce(0) { $0 + ($1.denominator ?? 0) }
    return (denominator == 0 ? nil : numerator / denominator, numerator, denominator)
  }
}
