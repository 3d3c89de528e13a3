import Foundation
import GRDB
import ImpactModel

/// The cache of a project: what was read from its files, so that unchanged files are not read again.
///
/// It is rebuilt on any change of its schema and never migrated; a damaged one is deleted. Whoever
/// reads a file gives the fingerprint under which it is current: of its content, the reader's
/// version, and the declaration and options.
public final class ProjectStore: Sendable {
  /// What the store knows of one file.
  public struct Source: Sendable, Hashable {
    /// What a file holds.
    public enum Kind: String, Sendable, Hashable {
      /// A declared table.
      case table
      /// A set of books.
      case ledger
    }

    /// The file, relative to the project's folder.
    public let file: String
    /// The fingerprint under which it was read.
    public let fingerprint: String
    /// What it holds.
    public let kind: Kind
    /// The identifier of the table, of a file that holds one.
    public let table: String?

    /// Makes a source.
    public init(file: String, fingerprint: String, kind: Kind, table: String?) {
      self.file = file
      self.fingerprint = fingerprint
      self.kind = kind
      self.table = table
    }
  }

  let queue: DatabaseQueue
  let schema: StoreSchema

  /// Opens the store beside a project, `.wijkwaarde/store.sqlite`, or makes it.
  ///
  /// - Throws: where the folder or the file cannot be made.
  public convenience init(in project: URL, declarations: [TableDeclaration]) throws {
    let file = try StoreFolder.make(in: project).appending(path: "store.sqlite")
    let schema = StoreSchema(declarations)
    if let queue = ProjectStore.open(file, schema) {
      self.init(queue: queue, schema: schema)
      return
    }
    for suffix in ["", "-wal", "-shm", "-journal"] {
      let path = file.path + suffix
      if FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(atPath: path)
      }
    }
    try StoreFolder.makePrivateFile(at: file)
    let queue = try DatabaseQueue(path: file.path, configuration: ProjectStore.configuration)
    try queue.write { try schema.create(in: $0) }
    self.init(queue: queue, schema: schema)
  }

  /// Makes a store in memory, which leaves nothing behind.
  public static func inMemory(declarations: [TableDeclaration]) throws -> ProjectStore {
    let schema = StoreSchema(declarations)
    let queue = try DatabaseQueue()
    try queue.write { try schema.create(in: $0) }
    return ProjectStore(queue: queue, schema: schema)
  }

  private init(queue: DatabaseQueue, schema: StoreSchema) {
    self.queue = queue
    self.schema = schema
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.journalMode = .wal
    return configuration
  }

  /// An existing store that is sound and has this very schema, or `nil`.
  private static func open(_ file: URL, _ schema: StoreSchema) -> DatabaseQueue? {
    guard FileManager.default.fileExists(atPath: file.path),
      let queue = try? DatabaseQueue(path: file.path, configuration: configuration)
    else { return nil }
    let isCurrent = try? queue.read { database in
      // The single lines are left out: checking millions of them takes longer than reading totals.
      let tables = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'ledger_line'")
      let isSound = try tables.allSatisfy { table in
        try String.fetchOne(database, sql: "PRAGMA quick_check(\(StoreSchema.quoted(table)))")
          == "ok"
      }
      let stored = try String.fetchOne(database, sql: "SELECT schema FROM store")
      return isSound && stored == schema.text
    }
    if isCurrent == true { return queue }
    try? queue.close()
    return nil
  }

  // MARK: Files

  /// Whether a file was read under a fingerprint, so that it need not be read again.
  public func isCurrent(file: String, fingerprint: String) throws -> Bool {
    try queue.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT fingerprint = ? FROM source WHERE file = ?",
        arguments: [fingerprint, file]) ?? false
    }
  }

  /// Whether a file was read before, whatever it held then.
  public func hasRead(file: String) throws -> Bool {
    try queue.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE file = ?)", arguments: [file])
        ?? false
    }
  }

  /// The checksum of a file that was seen under a stamp, `nil` where the stamp is another one.
  public func checksum(of file: String, stamp: String) throws -> String? {
    try queue.read { database in
      try String.fetchOne(
        database, sql: "SELECT checksum FROM seen WHERE file = ? AND stamp = ?",
        arguments: [file, stamp])
    }
  }

  /// Keeps the checksum of a file with the stamp under which it was computed.
  public func keep(checksum: String, of file: String, stamp: String) throws {
    try queue.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", arguments: [file, stamp, checksum])
    }
  }

  /// The files that were read, in the order of their names.
  public func sources() throws -> [Source] {
    try queue.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT file, fingerprint, kind, table_id FROM source ORDER BY file")
      return rows.compactMap { row in
        let name: String = row["kind"]
        guard let kind = Source.Kind(rawValue: name) else { return nil }
        return Source(
          file: row["file"], fingerprint: row["fingerprint"], kind: kind, table: row["table_id"])
      }
    }
  }

  /// What was found in a file when it was read; nothing for a file that was not.
  public func findings(of file: String) throws -> [Finding] {
    try queue.read { database in
      let json = try String.fetchOne(
        database, sql: "SELECT findings FROM source WHERE file = ?", arguments: [file])
      return try json.map { try StoredJSON.decode([Finding].self, from: $0) } ?? []
    }
  }

  /// Forgets all files but these.
  public func removeAll(except files: [String]) throws {
    let kept = Set(files)
    try queue.write { database in
      let stored = try String.fetchAll(database, sql: "SELECT file FROM source ORDER BY file")
      for file in stored where !kept.contains(file) {
        try self.remove(file, from: database)
      }
      for file in try String.fetchAll(database, sql: "SELECT file FROM seen")
      where !kept.contains(file) {
        try database.execute(sql: "DELETE FROM seen WHERE file = ?", arguments: [file])
      }
    }
  }

  /// Removes all that came from a file.
  func remove(_ file: String, from database: Database) throws {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT id, table_id FROM source WHERE file = ?", arguments: [file])
    else { return }
    let source: Int64 = row["id"]
    let table: String? = row["table_id"]
    if let table, schema.declarations[table] != nil {
      try database.execute(
        sql: "DELETE FROM \(StoreSchema.name(of: table)) WHERE \"source:\" = ?",
        arguments: [source])
    }
    for table in ["book", "account", "party"].map({ "ledger_" + $0 }) {
      try database.execute(sql: "DELETE FROM \(table) WHERE source = ?", arguments: [source])
    }
    let rows = StoredRows(of: source).keys
    for table in ["name", "line", "total"].map({ "ledger_" + $0 }) {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE id BETWEEN ? AND ?",
        arguments: [rows.lowerBound, rows.upperBound])
    }
    try database.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source])
  }
}

/// JSON with its keys in order, for the parts of a reading that no query looks into.
enum StoredJSON {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
