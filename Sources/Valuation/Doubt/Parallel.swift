import Dispatch
import Foundation

/// Work that several processor cores share.
enum Parallel {
  /// The threads that work is shared by: as many as there are processor cores, 64 at most.
  static var usualWorkers: Int { max(1, min(64, ProcessInfo.processInfo.activeProcessorCount)) }

  /// Gives the values of a function of 0 to `count − 1`, in this order whoever made them.
  static func map<Value: Sendable>(
    _ count: Int, workers: Int = usualWorkers, _ value: @Sendable (Int) -> Value
  ) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { buffer in
      // Each index is written by one worker and read by none until all are done.
      nonisolated(unsafe) let values = buffer
      DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { worker in
        for index in stride(from: worker, to: count, by: max(1, min(workers, count))) {
          values[index] = value(index)
        }
      }
    }
    return values.compactMap { $0 }
  }
}
