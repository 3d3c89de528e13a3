import Foundation
import Synchronization

/// Has bytes made on one thread and read on another, a few blocks ahead.
///
/// It is unchecked because semaphores order what the compiler cannot see: a block belongs to who
/// makes it until `filled` is signalled, and to who reads it until `free` is.
final class BytePipe: @unchecked Sendable {
  /// Fills a buffer, and says with how many bytes; none are the end.
  typealias Source = (UnsafeMutableBufferPointer<UInt8>) throws -> Int

  private static let blockSize = 1 << 18
  private static let blockCount = 4

  private let source: Source
  // It starts at none, for a semaphore may not end below the value that it started with.
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)
  private let blocks: [UnsafeMutableBufferPointer<UInt8>]
  private var counts = [Int](repeating: 0, count: BytePipe.blockCount)
  private var failure: (any Error)?
  private let isStopped = Atomic(false)

  init(_ source: @escaping Source) {
    self.source = source
    blocks = (0..<BytePipe.blockCount).map { _ in .allocate(capacity: BytePipe.blockSize) }
  }

  deinit { for block in blocks { block.deallocate() } }

  /// Hands over the bytes block by block.
  ///
  /// - Parameters:
  ///   - ahead: whether a thread makes them ahead of who reads them.
  ///   - take: takes each block; it stops the reading by throwing.
  /// - Throws: what the source and `take` throw.
  func read(ahead: Bool, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard ahead else { return try readHere(take) }
    for _ in blocks { free.signal() }
    let thread = Thread { self.fill() }
    thread.start()
    defer {
      isStopped.store(true, ordering: .releasing)
      free.signal()
      // The source may be read again once the thread has left it.
      hasEnded.wait()
    }
    var index = 0
    while true {
      filled.wait()
      let count = counts[index]
      if count == 0 { break }
      try take(UnsafeBufferPointer(rebasing: blocks[index].prefix(count)))
      free.signal()
      index = (index + 1) % blocks.count
    }
    if let failure { throw failure }
  }

  private func readHere(_ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    while let block = blocks.first {
      let count = try source(block)
      if count == 0 { return }
      try take(UnsafeBufferPointer(rebasing: block.prefix(count)))
    }
  }

  /// Makes blocks until the end, a failure or the wish of the reader.
  private func fill() {
    var index = 0
    var count = 1
    while count > 0 {
      free.wait()
      if isStopped.load(ordering: .acquiring) { break }
      do {
        count = try source(blocks[index])
      } catch {
        failure = error
        count = 0
      }
      counts[index] = count
      filled.signal()
      index = (index + 1) % blocks.count
    }
    hasEnded.signal()
  }
}
