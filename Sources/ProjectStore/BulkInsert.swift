import GRDB
import GRDBSQLite

/// Runs one INSERT millions of times, without an object for each value.
///
/// It talks to SQLite itself: binding through GRDB's arguments took longer than the inserting.
struct BulkInsert {
  private let statement: Statement
  private var texts: [UInt8] = [0]
  private var places: [(column: Int32, start: Int, count: Int, isText: Bool)] = []
  private var column: Int32 = 0

  /// Prepares an INSERT into a table of so many columns.
  init(_ database: Database, into table: String, columns: Int) throws {
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
  }

  /// Gives the next column a number.
  mutating func add(_ number: Int64?) {
    column += 1
    guard let number else {
      sqlite3_bind_null(statement.sqliteStatement, column)
      return
    }
    sqlite3_bind_int64(statement.sqliteStatement, column, number)
  }

  /// Gives the next column a text.
  mutating func add(_ text: String?) {
    guard let text else { return add(Int64?.none) }
    column += 1
    let start = texts.count
    texts.append(contentsOf: text.utf8)
    places.append((column, start, texts.count - start, true))
  }

  /// Gives the next column bytes.
  mutating func add(bytes: [UInt8]) {
    column += 1
    places.append((column, texts.count, bytes.count, false))
    texts.append(contentsOf: bytes)
  }

  /// Inserts the row of the values that were given, one for each column.
  ///
  /// - Throws: what SQLite says.
  mutating func run() throws {
    let handle = statement.sqliteStatement
    let code = texts.withUnsafeBytes { texts in
      let start = texts.baseAddress?.assumingMemoryBound(to: CChar.self)
      for place in places {
        // The texts stay where they are until the row is in.
        if place.isText {
          sqlite3_bind_text(
            handle, place.column, start.map { $0 + place.start }, Int32(place.count), nil)
        } else {
          sqlite3_bind_blob(
            handle, place.column, start.map { $0 + place.start }, Int32(place.count), nil)
        }
      }
      return sqlite3_step(handle)
    }
    sqlite3_reset(handle)
    column = 0
    places.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    // An empty text needs an address too.
    texts.append(0)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
  }
}
