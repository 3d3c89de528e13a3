import Dispatch
import Synchronization

/// Carries lists of tokens from the thread that parses to the one that hears them, a few ahead.
///
/// It is unchecked because semaphores order what the compiler cannot see: a place of the ring
/// belongs to who parses until `filled` is signalled, and to who hears until `free` is.
final class XMLTokenQueue: @unchecked Sendable {
  /// Nobody hears what is parsed any more.
  private struct Unheard: Error {}

  private static let size = 4

  // It starts at none, for a semaphore may not end below the value that it started with.
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)
  private let ring: UnsafeMutablePointer<XMLTokenRecorder>
  private var next = 0
  private var failure: (any Error)?
  private let isUnheard = Atomic(false)

  init() {
    ring = .allocate(capacity: XMLTokenQueue.size)
    for place in 0..<XMLTokenQueue.size { (ring + place).initialize(to: XMLTokenRecorder()) }
  }

  deinit {
    for place in 0..<XMLTokenQueue.size { ring[place].free() }
    ring.deallocate()
  }

  /// Has tokens made on another thread and heard on this one.
  ///
  /// - Parameters:
  ///   - make: hands over what it makes by `put`; it runs on the other thread.
  ///   - take: takes each list; it stops the making by throwing.
  /// - Throws: what `take` threw, or else `make`.
  func run(_ make: @escaping () throws -> Void, take: (XMLTokenList) throws -> Void) throws {
    for _ in 0..<XMLTokenQueue.size { free.signal() }
    nonisolated(unsafe) let make = make
    // A serial queue gets a thread at once. A concurrent one shares the threads of all tasks, and
    // waits for a second where each of them waits for what is parsed.
    DispatchQueue(label: "LibXML2.XMLTokenQueue").async { self.fill(make) }
    defer {
      isUnheard.store(true, ordering: .releasing)
      free.signal()
      // What is parsed may not be touched before its thread has left it.
      hasEnded.wait()
    }
    var place = 0
    while true {
      filled.wait()
      guard ring[place].count > 0 else { break }
      try take(ring[place].list(asking: nil))
      free.signal()
      place = (place + 1) % XMLTokenQueue.size
    }
    if let failure { throw failure }
  }

  /// Takes what a recorder holds, and leaves it an empty one with the text since the last tag.
  ///
  /// - Throws: where nobody hears it any more.
  func put(_ recorder: inout XMLTokenRecorder) throws {
    free.wait()
    guard !isUnheard.load(ordering: .acquiring) else {
      // The end waits for room too.
      free.signal()
      throw Unheard()
    }
    swap(&ring[next], &recorder)
    recorder.resume(ring[next])
    next = (next + 1) % XMLTokenQueue.size
    filled.signal()
  }

  private func fill(_ make: () throws -> Void) {
    do {
      try make()
    } catch {
      failure = error
    }
    free.wait()
    // A place without tokens is the end.
    ring[next].empty()
    filled.signal()
    hasEnded.signal()
  }
}
