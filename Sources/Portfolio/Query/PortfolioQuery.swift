import Foundation
import GRDB
import ImpactModel
import Synchronization

/// What a question to a portfolio may cost.
public struct QueryLimits: Sendable, Hashable {
  /// How many rows are given at most.
  public var rows: Int
  /// How many seconds the question may take.
  public var seconds: Double

  /// Sets limits.
  public init(rows: Int = 10_000, seconds: Double = 30) {
    self.rows = rows
    self.seconds = seconds
  }
}

/// The answer to a question to a portfolio.
public struct QueryAnswer: Sendable, Hashable {
  /// A value as SQLite gives it.
  public enum Value: Sendable, Hashable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int64)
    /// A number.
    case real(Double)
    /// A text.
    case text(String)
    /// So many bytes, which are not shown.
    case bytes(Int)
  }

  /// The names of the columns.
  public let columns: [String]
  /// The rows, each with a value for every column.
  public let rows: [[Value]]
  /// Whether there were more rows than the limit.
  public let isCut: Bool
}

extension Portfolio {
  /// Answers one SQL statement that reads, over the views and with limits of time and rows.
  ///
  /// Nothing can be written: the file is opened for reading only, and a statement that is no
  /// question is refused before it runs.
  ///
  /// - Throws: `PortfolioError` where there is no portfolio, the statement is no question or
  ///   fails, or it takes too long.
  public static func query(
    _ sql: String, in file: URL, limits: QueryLimits = QueryLimits()
  ) throws(PortfolioError) -> QueryAnswer {
    guard QuestionText.isQuestion(sql) else { throw QuestionText.refusal }
    // A transaction that somebody's kill left half way is undone first, which reading alone cannot.
    _ = try Portfolio(existing: file)
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(patience)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA query_only = 1")
        try database.execute(sql: "PRAGMA trusted_schema = 0")
        // A question must not take the machine's memory; the limit is SQLite's in this process.
        _ = try Int.fetchOne(database, sql: "PRAGMA hard_heap_limit = \(512 << 20)")
      }
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      defer { try? queue.close() }
      let watch = QueryWatch(queue, seconds: limits.seconds)
      defer { watch.stop() }
      do {
        return try queue.read { try answer(sql, $0, limits) }
      } catch is DatabaseError where watch.hasRung {
        throw QuestionText.tooLong(limits.seconds)
      }
    } catch let error as DatabaseError {
      throw QuestionText.failed(error, file.path)
    } catch {
      throw explained(error, file)
    }
  }

  private static func answer(
    _ sql: String, _ database: Database, _ limits: QueryLimits
  ) throws -> QueryAnswer {
    let statement = try database.makeStatement(sql: sql)
    guard statement.isReadonly else { throw QuestionText.refusal }
    var rows: [[QueryAnswer.Value]] = []
    let cursor = try Row.fetchCursor(statement)
    var isCut = false
    while let row = try cursor.next() {
      guard rows.count < limits.rows else {
        isCut = true
        break
      }
      rows.append(row.databaseValues.map { QueryAnswer.Value($0) })
    }
    return QueryAnswer(columns: statement.columnNames, rows: rows, isCut: isCut)
  }
}

extension QueryAnswer.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = .bytes(bytes.count)
    }
  }
}

/// Stops a question that takes too long.
private final class QueryWatch: Sendable {
  private enum State {
    case waiting, rung, stopped
  }

  private let state = Mutex(State.waiting)

  init(_ queue: DatabaseQueue, seconds: Double) {
    DispatchQueue.global().asyncAfter(deadline: .now() + max(0.01, seconds)) { [self] in
      state.withLock { state in
        // A connection that was closed meanwhile must not be touched.
        guard case .waiting = state else { return }
        state = .rung
        queue.interrupt()
      }
    }
  }

  var hasRung: Bool { state.withLock { $0 == .rung } }

  func stop() { state.withLock { if $0 == .waiting { $0 = .stopped } } }
}
