import GRDB
import ImpactModel

/// One account in one file of the books, as a statement of it.
public struct StatementPlace: Sendable, Hashable {
  /// The file, relative to the project's folder.
  public let file: String
  /// The account, as the file numbers it.
  public let account: String

  /// Names an account of a file.
  public init(file: String, account: String) {
    self.file = file
    self.account = account
  }
}

/// How the entries of two statements of one account lie to each other.
public enum StatementOverlap: Sendable, Hashable {
  /// They share no entry.
  case apart
  /// All entries of the second stand in the first too.
  case secondRepeats
  /// All entries of the first stand in the second too.
  case firstRepeats
  /// Some entries stand in both, and each has others; the first day of a shared one.
  case partly(Day)
}

extension ProjectStore {
  /// Compares the entries of two statements of one account by day and amount.
  ///
  /// SQLite does the comparing, so that memory does not grow with the entries.
  public func overlap(
    of first: StatementPlace, and second: StatementPlace
  ) throws -> StatementOverlap {
    try queue.read { database in
      let first = try entries(of: first, database)
      let second = try entries(of: second, database)
      guard let shared = try sharedDay(first, second, database) else { return .apart }
      if try contains(second, in: first, database) { return .secondRepeats }
      if try contains(first, in: second, database) { return .firstRepeats }
      return .partly(shared)
    }
  }

  private static let entries = """
    (SELECT date, debit, credit, count(*) AS number FROM ledger_line \
    WHERE id BETWEEN ? AND ? AND account = ? GROUP BY date, debit, credit)
    """

  /// What `entries` asks for: the rows of the file and the number of the account.
  private func entries(
    of place: StatementPlace, _ database: Database
  ) throws -> StatementArguments {
    let source = try Int64.fetchOne(
      database, sql: "SELECT id FROM source WHERE file = ?", arguments: [place.file])
    guard let source else { return [0, 0, -1] }
    let rows = StoredRows(of: source).keys
    let name = try Int64.fetchOne(
      database, sql: "SELECT id FROM ledger_name WHERE id BETWEEN ? AND ? AND text = ?",
      arguments: [rows.lowerBound, rows.upperBound, place.account])
    return [rows.lowerBound, rows.upperBound, name.map(StoredRows.place) ?? -1]
  }

  private func sharedDay(
    _ first: StatementArguments, _ second: StatementArguments, _ database: Database
  ) throws -> Day? {
    let day = try Int.fetchOne(
      database,
      sql: "SELECT min(date) FROM \(Self.entries) JOIN \(Self.entries) USING (date, debit, credit)",
      arguments: first + second)
    return day.flatMap { Day(year: $0 / 10_000, month: $0 / 100 % 100, day: $0 % 100) }
  }

  /// Whether each entry of one statement stands as often in another.
  private func contains(
    _ part: StatementArguments, in whole: StatementArguments, _ database: Database
  ) throws -> Bool {
    let isMore = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM \(Self.entries) AS own LEFT JOIN \(Self.entries) AS other \
        USING (date, debit, credit) WHERE other.number IS NULL OR own.number > other.number)
        """, arguments: part + whole)
    return isMore != true
  }
}
