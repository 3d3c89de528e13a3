import Foundation
import GRDB
import ImpactModel
import Synchronization

/// Takes a set of books as it is read, and has it written into the store by another thread.
///
/// Reading and inserting take about as long, so that two cores need the time of one of them.
final class LedgerLoad: LedgerSink {
  /// Why books cannot be stored.
  enum Failure: Error {
    /// A total that 64 bits cannot hold.
    case overflow
    /// The writing failed, and its own error says why.
    case abandoned
  }

  private let writer: LedgerWriter
  private let channel = LedgerChannel()
  private let writing: LedgerWriting
  // Looked at for each line by one thread: the check would take longer.
  @exclusivity(unchecked) private var batch = LedgerBatch()

  init(_ database: Database, source: Int64) throws {
    writer = try LedgerWriter(database, source: source)
    writing = LedgerWriting(writer, channel)
  }

  func open(_ book: LedgerBook) throws { batch.books.append(book) }

  func add(_ account: LedgerAccount) throws {
    batch.accounts.append(account)
    if batch.isFull { try send() }
  }

  func add(_ party: LedgerParty) throws {
    batch.parties.append(party)
    if batch.isFull { try send() }
  }

  func add(_ line: LedgerLine) throws {
    batch.add(line)
    if batch.isFull { try send() }
  }

  private func send() throws {
    let full = batch
    batch = LedgerBatch()
    guard channel.put(full) else { throw Failure.abandoned }
  }

  /// Waits until all that was handed over is written; the connection is free from then on.
  ///
  /// - Throws: what the writing threw.
  func end() throws {
    _ = channel.put(batch)
    batch = LedgerBatch()
    channel.close()
    try writing.wait()
  }

  /// Writes the totals, in an order that the books alone decide.
  func finish() throws { try writer.finish() }
}

/// The thread that writes.
private final class LedgerWriting: Sendable {
  private let failure = Mutex<(any Error)?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ writer: LedgerWriter, _ channel: LedgerChannel) {
    // Nobody else touches the writer, nor its connection, until `wait` has come back.
    nonisolated(unsafe) let writer = writer
    let thread = Thread { [self] in
      do {
        while let batch = channel.next() { try writer.take(batch) }
      } catch {
        failure.withLock { $0 = error }
        channel.abandon()
      }
      isDone.signal()
    }
    thread.start()
  }

  func wait() throws {
    isDone.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
