import Dispatch
import Foundation
import Synchronization

/// The fingerprint of a file that another thread computes while the file is read.
public final class PendingFingerprint: Sendable {
  private struct Outcome: Sendable {
    var fingerprint = ""
    var failure: (any Error)?
  }

  private let outcome = Mutex(Outcome())
  private let isDone = DispatchSemaphore(value: 0)

  /// Starts to compute the fingerprint of a file.
  public init(fileAt url: URL) {
    let thread = Thread { [self] in
      do {
        let fingerprint = try Fingerprint.of(fileAt: url)
        outcome.withLock { $0.fingerprint = fingerprint }
      } catch {
        outcome.withLock { $0.failure = error }
      }
      isDone.signal()
    }
    thread.start()
  }

  /// Waits for the fingerprint; it may be asked for again.
  ///
  /// - Throws: where the file cannot be opened or read.
  public func value() throws -> String {
    isDone.wait()
    isDone.signal()
    let outcome = outcome.withLock { $0 }
    if let failure = outcome.failure { throw failure }
    return outcome.fingerprint
  }
}
