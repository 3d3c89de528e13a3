import Dispatch
import ImpactModel
import Synchronization

/// Some of what a file of the books holds, on its way from the reader to the store.
struct LedgerBatch: Sendable {
  /// As many lines as keep the two threads busy without taking much memory.
  static let size = 1_024

  var books: [LedgerBook] = []
  var accounts: [LedgerAccount] = []
  var parties: [LedgerParty] = []
  private(set) var lines: [LedgerLine] = []

  /// Adds a line; room for all of them is made at the first, for growing copies them.
  mutating func add(_ line: LedgerLine) {
    if lines.isEmpty { lines.reserveCapacity(LedgerBatch.size) }
    lines.append(line)
  }

  /// Whether it is time to hand it over.
  var isFull: Bool { lines.count + parties.count + accounts.count >= LedgerBatch.size }
}

/// Carries batches from one thread to another, a few at a time, so that memory stays bounded.
final class LedgerChannel: Sendable {
  private struct State: Sendable {
    var batches: [LedgerBatch] = []
    var isClosed = false
    var isAbandoned = false
  }

  private let state = Mutex(State())
  private static let size = 4
  // It starts at none, for a semaphore may not end below the value that it started with, and where
  // the writing fails batches are left behind.
  private let room = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)

  init() {
    for _ in 0..<LedgerChannel.size { room.signal() }
  }

  /// Hands over a batch, once there is room; says whether anyone still wants it.
  func put(_ batch: LedgerBatch) -> Bool {
    room.wait()
    let isWanted = state.withLock { state in
      if !state.isAbandoned { state.batches.append(batch) }
      return !state.isAbandoned
    }
    if isWanted { news.signal() } else { room.signal() }
    return isWanted
  }

  /// Takes the next batch, once there is one; `nil` at the end.
  func next() -> LedgerBatch? {
    while true {
      news.wait()
      let (batch, isClosed) = state.withLock { state in
        (state.batches.isEmpty ? nil : state.batches.removeFirst(), state.isClosed)
      }
      if let batch {
        room.signal()
        return batch
      }
      if isClosed { return nil }
    }
  }

  /// Says that no more batches come.
  func close() {
    state.withLock { $0.isClosed = true }
    news.signal()
  }

  /// Says that no more batches are wanted; whoever waits for room goes on.
  func abandon() {
    state.withLock { state in
      state.isAbandoned = true
      state.batches = []
    }
    room.signal()
  }
}
