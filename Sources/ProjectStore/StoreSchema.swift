import GRDB
import ImpactModel

/// The SQL of a store: fixed tables, and one typed table for each declared one.
struct StoreSchema {
  /// Raised whenever what the columns mean changes.
  private static let version = 6

  let declarations: [String: TableDeclaration]
  private let statements: [String]

  init(_ declarations: [TableDeclaration]) {
    let sorted = declarations.sorted { $0.id < $1.id }
    self.declarations = Dictionary(sorted.map { ($0.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    statements =
      StoreSchema.fixed
      + sorted.filter { seen.insert($0.id).inserted }.map(StoreSchema.create)
  }

  /// What a store must hold word for word; anything else is rebuilt.
  var text: String { "version \(StoreSchema.version)\n" + statements.joined(separator: "\n") }

  /// Makes all tables in an empty database.
  func create(in database: Database) throws {
    for statement in statements { try database.execute(sql: statement) }
    try database.execute(sql: "INSERT INTO store VALUES (?)", arguments: [text])
  }

  /// The SQL name of a declared table.
  static func name(of table: String) -> String { quoted("table:" + table) }

  /// A name in SQL's own quotes.
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private static func create(_ declaration: TableDeclaration) -> String {
    let columns = declaration.columns.flatMap { CellColumns($0).definitions }
      .map { "\(quoted($0.name)) \($0.type)" }
    return "CREATE TABLE \(name(of: declaration.id)) (\"source:\" INTEGER NOT NULL, "
      + "\"row:\" INTEGER NOT NULL, "
      + (columns + ["PRIMARY KEY (\"source:\", \"row:\")"]).joined(separator: ", ")
      + ") STRICT, WITHOUT ROWID"
  }

  private static let fixed = [
    "CREATE TABLE store (schema TEXT NOT NULL) STRICT",
    """
    CREATE TABLE source (id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, \
    fingerprint TEXT NOT NULL, kind TEXT NOT NULL, table_id TEXT, findings TEXT NOT NULL, \
    reading TEXT) STRICT
    """,
    """
    CREATE TABLE ledger_book (source INTEGER PRIMARY KEY, company TEXT NOT NULL, \
    currency TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, form TEXT NOT NULL, \
    format TEXT NOT NULL, number TEXT, tax_number TEXT, document TEXT) STRICT
    """,
    """
    CREATE TABLE ledger_account (source INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, \
    kind TEXT NOT NULL, iban TEXT, rgs TEXT, PRIMARY KEY (source, id)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE ledger_party (source INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, \
    commerce_number TEXT, tax_number TEXT, postcode TEXT, country TEXT, iban TEXT, \
    register_code TEXT, \
    PRIMARY KEY (source, id)) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE seen (file TEXT PRIMARY KEY, stamp TEXT NOT NULL, checksum TEXT NOT NULL) STRICT",
    // The rows of these three tables have the keys of `StoredRows`, and name accounts, parties,
    // projects, journals and cost centres by their places in `ledger_name`.
    "CREATE TABLE ledger_name (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    """
    CREATE TABLE ledger_line (id INTEGER PRIMARY KEY, journal INTEGER NOT NULL, \
    kind TEXT NOT NULL, entry TEXT NOT NULL, number TEXT NOT NULL, account INTEGER NOT NULL, \
    party INTEGER, project INTEGER, date INTEGER NOT NULL, debit INTEGER NOT NULL, \
    credit INTEGER NOT NULL, byte INTEGER NOT NULL, file_line INTEGER, text TEXT, ordered TEXT, \
    cost_centre INTEGER) STRICT
    """,
    // Each row has thousands of totals, as `LedgerTotalEntry` writes them.
    "CREATE TABLE ledger_total (id INTEGER PRIMARY KEY, totals BLOB NOT NULL) STRICT",
  ]
}
