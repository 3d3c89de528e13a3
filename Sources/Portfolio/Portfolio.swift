import Foundation
import GRDB
import ImpactModel

/// Many reports in one SQLite file: the register of a municipality or a funder.
///
/// Each addition is one transaction under SQLite's rollback journal, so that a process may be
/// killed at any moment and two may write at once; the file is whole without files beside it, and
/// may stand on a shared disk where the write-ahead log cannot.
public final class Portfolio: Sendable {
  let queue: DatabaseQueue
  /// The file.
  public let file: URL

  /// How long one process waits for another that is writing, in seconds.
  static let patience: TimeInterval = 120

  /// Opens a portfolio to add to it, and makes it where it is not there.
  ///
  /// - Throws: `PortfolioError` where the file is something else, newer, or cannot be opened.
  public init(at file: URL) throws(PortfolioError) {
    self.file = file
    do {
      try Portfolio.checkKind(of: file)
      queue = try DatabaseQueue(path: file.path, configuration: Portfolio.configuration)
      try Portfolio.migrate(queue, file)
    } catch let error as PortfolioError {
      throw error
    } catch {
      throw Portfolio.explained(error, file)
    }
  }

  /// Opens a portfolio that is there already.
  ///
  /// - Throws: `PortfolioError` where there is none, or as `init(at:)` does.
  public convenience init(existing file: URL) throws(PortfolioError) {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw .missing(file.path)
    }
    try self.init(at: file)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // A batch must fit, or SQLite writes it out early and shuts readers out for longer.
      try database.execute(sql: "PRAGMA cache_size = -65536")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Refuses a file that holds something else before SQLite can touch it.
  private static func checkKind(of file: URL) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw PortfolioError.folder(file.path)
    }
    guard let handle = try? FileHandle(forReadingFrom: file) else { return }
    defer { try? handle.close() }
    let start = [UInt8](try handle.read(upToCount: 100) ?? Data())
    guard !start.isEmpty else { return }
    let mark = start.count == 100 ? start[68..<72].reduce(0) { $0 << 8 | Int($1) } : 0
    guard start.starts(with: Array("SQLite format 3\0".utf8)),
      mark == PortfolioSchema.applicationID
    else { throw PortfolioError.notAPortfolio(file.path) }
  }

  private static func migrate(_ queue: DatabaseQueue, _ file: URL) throws {
    let migrator = PortfolioSchema.migrator
    // The very first thing written, so that a file that a kill left half made is still known as one.
    try queue.write { database in
      let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      guard isEmpty, mark != PortfolioSchema.applicationID else { return }
      try database.execute(sql: "PRAGMA application_id = \(PortfolioSchema.applicationID)")
    }
    // Of two processes that make the same file at once, one finds it made by the other half way:
    // already where it looks whether the file is newer.
    var attempts = 0
    let started = ContinuousClock.now
    while true {
      do {
        if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
          throw PortfolioError.newer(file.path)
        }
        try migrator.migrate(queue)
        return
      } catch let error as DatabaseError where attempts < 20 && isPassing(error) {
        // Who waited for another program as long as is allowed does not wait anew.
        guard started.duration(to: .now) < .seconds(patience) else { throw error }
        attempts += 1
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
  }

  /// Whether an error may be gone a moment later, when the other process is done.
  private static func isPassing(_ error: DatabaseError) -> Bool {
    ![.SQLITE_READONLY, .SQLITE_CORRUPT, .SQLITE_FULL, .SQLITE_CANTOPEN].contains(error.resultCode)
  }

  static func explained(_ error: any Error, _ file: URL) -> PortfolioError {
    if let error = error as? PortfolioError { return error }
    guard let known = error as? DatabaseError else { return .failed(file.path, error) }
    return PortfolioError(known.resultCode, file.path) ?? .failed(file.path, error)
  }
}
