import Foundation
import ImpactModel
import Pipeline
import Synchronization

/// A bar on standard error for long work; silent in a pipe and in the first half second.
final class ProgressBar: Sendable {
  private struct State {
    var lastDrawn: ContinuousClock.Instant
    var hasDrawn = false
  }

  private let language: Language
  private let start = ContinuousClock.now
  private let isShown: Bool
  private let state: Mutex<State>

  /// Makes a bar.
  init(language: Language, isShown: Bool = Terminal.showsProgress) {
    self.language = language
    self.isShown = isShown
    state = Mutex(State(lastDrawn: start))
  }

  /// Shows how far the work has come.
  func show(_ progress: WorkProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      guard now - start > .milliseconds(500), now - state.lastDrawn > .milliseconds(100) else {
        return
      }
      state.lastDrawn = now
      state.hasDrawn = true
      draw(progress, elapsed: now - start)
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { state in
      if state.hasDrawn { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      state.hasDrawn = false
    }
  }

  private func draw(_ progress: WorkProgress, elapsed: Duration) {
    let width = 24
    let fraction = min(max(progress.fraction, 0), 1)
    let filled = Int(fraction * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let line = "\r\u{1B}[K\(bar) \(Int(fraction * 100)) % \(progress.task[language])"
    FileHandle.standardError.write(Data((line + remaining(fraction, elapsed)).utf8))
  }

  private func remaining(_ fraction: Double, _ elapsed: Duration) -> String {
    guard fraction > 0.05 else { return "" }
    let seconds = Double(elapsed.components.seconds) * (1 - fraction) / fraction
    guard seconds >= 1 else { return "" }
    return Text(" – about \(Int(seconds)) s left", nl: " – nog ongeveer \(Int(seconds)) s")[
      language]
  }
}
