import Foundation
import GRDB
import ImpactModel

/// The cache of a project's tables of places, `.wijkwaarde/places.sqlite`, looked up by postcode.
///
/// A table of millions of addresses is read once; what is kept is how many addresses of a postcode
/// lie in each place. Unlike the store it outlives a change of the project's tables. A damaged or
/// older one is made anew.
public final class PlaceStore: Sendable {
  /// What the store knows of one table.
  public struct Source: Sendable, Hashable, Codable {
    /// The file, relative to the project's folder.
    public let file: String
    /// What was found in it when it was read.
    public let findings: [Finding]
    /// Whether its rows are addresses or count them.
    public let isWeighted: Bool
    /// The year of its codes, where it says so.
    public let year: Int?
    /// How many rows it has.
    public let rows: Int

    /// Makes a source.
    public init(file: String, findings: [Finding], isWeighted: Bool, year: Int?, rows: Int) {
      self.file = file
      self.findings = findings
      self.isWeighted = isWeighted
      self.year = year
      self.rows = rows
    }
  }

  private let queue: DatabaseQueue

  private static let schema = [
    "CREATE TABLE store (schema TEXT NOT NULL) STRICT",
    """
    CREATE TABLE source (id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, \
    fingerprint TEXT NOT NULL, reading TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE place (postcode TEXT NOT NULL, source INTEGER NOT NULL, \
    neighbourhood TEXT NOT NULL, district TEXT NOT NULL, municipality TEXT NOT NULL, \
    addresses INTEGER NOT NULL, \
    PRIMARY KEY (postcode, source, neighbourhood, district, municipality)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE code (source INTEGER NOT NULL, neighbourhood TEXT NOT NULL, \
    district TEXT NOT NULL, municipality TEXT NOT NULL, \
    PRIMARY KEY (source, neighbourhood, district, municipality)) STRICT, WITHOUT ROWID
    """,
  ]

  /// Opens the cache beside a project, or makes it.
  ///
  /// - Throws: where the folder or the file cannot be made.
  public convenience init(in project: URL) throws {
    let file = try StoreFolder.make(in: project).appending(path: "places.sqlite")
    if let queue = Self.open(file) {
      self.init(queue: queue)
      return
    }
    for suffix in ["", "-journal", "-wal", "-shm"] {
      let path = file.path + suffix
      if FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(atPath: path)
      }
    }
    try StoreFolder.makePrivateFile(at: file)
    let queue = try DatabaseQueue(path: file.path, configuration: Self.configuration)
    try Self.create(in: queue)
    self.init(queue: queue)
  }

  /// Opens the cache that lies beside a project, where there is a sound one; makes nothing.
  public static func existing(in project: URL) -> PlaceStore? {
    open(project.appending(path: StoreFolder.name).appending(path: "places.sqlite"))
      .map(PlaceStore.init)
  }

  /// Makes a cache in memory, which leaves nothing behind.
  public static func inMemory() throws -> PlaceStore {
    let queue = try DatabaseQueue()
    try create(in: queue)
    return PlaceStore(queue: queue)
  }

  private init(queue: DatabaseQueue) { self.queue = queue }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func create(in queue: DatabaseQueue) throws {
    try queue.write { database in
      for statement in schema { try database.execute(sql: statement) }
      try database.execute(
        sql: "INSERT INTO store VALUES (?)", arguments: [schema.joined(separator: "\n")])
    }
  }

  private static func open(_ file: URL) -> DatabaseQueue? {
    guard FileManager.default.fileExists(atPath: file.path),
      let queue = try? DatabaseQueue(path: file.path, configuration: configuration)
    else { return nil }
    let stored = try? queue.read { try String.fetchOne($0, sql: "SELECT schema FROM store") }
    if stored == schema.joined(separator: "\n") { return queue }
    try? queue.close()
    return nil
  }

  // MARK: Tables

  /// Whether a table was read under a fingerprint, so that it need not be read again.
  public func isCurrent(file: String, fingerprint: String) throws -> Bool {
    try queue.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT fingerprint = ? FROM source WHERE file = ?",
        arguments: [fingerprint, file]) ?? false
    }
  }

  /// Loads a table in the place of what was read from its file before, wholly or not at all.
  ///
  /// - Parameters:
  ///   - file: the file, relative to the project's folder.
  ///   - fingerprint: the fingerprint under which it is current.
  ///   - load: reads the file, hands on shares, and says at the end what it found.
  /// - Throws: what `load` threw, or where the disk fails.
  public func replace(
    file: String, fingerprint: String,
    load: (_ take: ([PlaceShare]) throws -> Void) throws -> Source
  ) throws {
    try queue.write { database in
      try self.remove(file, from: database)
      try database.execute(
        sql: "INSERT INTO source (file, fingerprint, reading) VALUES (?, ?, '')",
        arguments: [file, fingerprint])
      let source = database.lastInsertedRowID
      let insert = try database.makeStatement(
        sql: """
          INSERT INTO place VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE \
          SET addresses = addresses + excluded.addresses
          """)
      let code = try database.makeStatement(
        sql: "INSERT OR IGNORE INTO code VALUES (?, ?, ?, ?)")
      let reading = try load { shares in
        var codes: Set<[String]> = []
        for share in shares {
          let place = [share.neighbourhood, share.district, share.municipality]
          try insert.execute(arguments: [
            share.postcode, source, place[0], place[1], place[2], share.addresses,
          ])
          if codes.insert(place).inserted {
            try code.execute(arguments: [source, place[0], place[1], place[2]])
          }
        }
      }
      try database.execute(
        sql: "UPDATE source SET reading = ? WHERE id = ?",
        arguments: [try StoredJSON.encode(reading), source])
    }
  }

  /// Forgets all tables but these.
  public func removeAll(except files: [String]) throws {
    let kept = Set(files)
    try queue.write { database in
      for file in try String.fetchAll(database, sql: "SELECT file FROM source ORDER BY file")
      where !kept.contains(file) {
        try self.remove(file, from: database)
      }
    }
  }

  private func remove(_ file: String, from database: Database) throws {
    for table in ["place", "code"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE source IN (SELECT id FROM source WHERE file = ?)",
        arguments: [file])
    }
    try database.execute(sql: "DELETE FROM source WHERE file = ?", arguments: [file])
  }

  /// The tables, in the order of their names.
  public func sources() throws -> [Source] {
    try queue.read { database in
      try String.fetchAll(database, sql: "SELECT reading FROM source ORDER BY file")
        .map { try StoredJSON.decode(Source.self, from: $0) }
    }
  }

  // MARK: Looking up

  /// Those of some codes that no table has.
  public func unknown(_ codes: [PlaceCode]) throws -> [PlaceCode] {
    try queue.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT DISTINCT neighbourhood, district, municipality FROM code")
      let places = rows.map { row in
        PlaceShare(
          postcode: "", neighbourhood: row[0], district: row[1], municipality: row[2],
          addresses: 0)
      }
      return codes.filter { code in !places.contains { code.contains($0) } }
    }
  }

  /// Where the addresses of each postcode lie; of a coarse one, those of all that start with it.
  ///
  /// - Returns: by postcode the shares of each table, in the order of their names.
  public func places(
    of postcodes: [Postcode]
  ) throws -> [Postcode: [(isWeighted: Bool, shares: [PlaceShare])]] {
    let weighted = Set(try sources().filter(\.isWeighted).map(\.file))
    return try queue.read { database in
      let query = try database.makeStatement(
        sql: """
          SELECT s.file, neighbourhood, district, municipality, sum(addresses) \
          FROM place p JOIN source s ON s.id = p.source \
          WHERE postcode >= ? AND postcode < ? || char(1114111) \
          GROUP BY s.file, neighbourhood, district, municipality ORDER BY 1, 2, 3, 4
          """)
      var result: [Postcode: [(isWeighted: Bool, shares: [PlaceShare])]] = [:]
      for postcode in postcodes where result[postcode] == nil {
        let rows = try Row.fetchAll(
          query, arguments: [postcode.description, postcode.description])
        guard !rows.isEmpty else { continue }
        let byFile = Dictionary(grouping: rows) { row -> String in row[0] }
        result[postcode] = byFile.sorted { $0.key < $1.key }.map { file, rows in
          let shares = rows.map { row in
            PlaceShare(
              postcode: postcode.description, neighbourhood: row[1], district: row[2],
              municipality: row[3], addresses: row[4])
          }
          return (weighted.contains(file), shares)
        }
      }
      return result
    }
  }
}
