import Foundation

/// Notes what an indicator asks of a project's data, and what it was refused.
///
/// The compatibility suite and the pipeline look into it, so that a module that hides a refusal is
/// found out all the same.
public final class ReadingLog: @unchecked Sendable {
  /// One thing that was asked for.
  public enum Reading: Sendable, Hashable, Comparable {
    /// The totals of the books.
    case ledger
    /// A parameter by its identifier.
    case parameter(String)
    /// A table by its identifier.
    case table(String)
  }

  private let lock = NSLock()
  private var allowed: Set<Reading> = []
  private var denied: Set<Reading> = []

  /// Makes an empty log.
  public init() {}

  /// What was read, in a fixed order.
  public var readings: [Reading] { lock.withLock { allowed.sorted() } }

  /// What was asked for and not declared, in a fixed order.
  public var refusals: [Reading] { lock.withLock { denied.sorted() } }

  func note(_ reading: Reading, isDeclared: Bool) {
    lock.lock()
    defer { lock.unlock() }
    if isDeclared { allowed.insert(reading) } else { denied.insert(reading) }
  }
}

extension ReadingLog.Reading {
  /// What was asked for, in words.
  public var name: Text {
    switch self {
    case .ledger: Text("the ledger", nl: "het grootboek")
    case .parameter(let id): Text("the parameter “\(id)”", nl: "de parameter ‘\(id)’")
    case .table(let id): Text("the table “\(id)”", nl: "de tabel ‘\(id)’")
    }
  }
}
