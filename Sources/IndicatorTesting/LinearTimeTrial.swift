import Foundation
import IndicatorKit

/// Tries whether ten times as many rows take about ten times as long, by the time of the processor.
struct LinearTimeTrial {
  /// The numbers of rows, ten times as many each; the last two are compared.
  private static let rows = (warming: 1_000, few: 10_000, many: 100_000)
  /// Ten would be linear and a hundred quadratic; sorting and memory take their part.
  private static let generousFactor = 40.0
  /// What cannot be told from the noise of a machine, in seconds.
  private static let noise = 0.005

  private let indicator: any Indicator
  private let card: IndicatorCard

  init(_ indicator: any Indicator) {
    self.indicator = indicator
    card = type(of: indicator).card
  }

  var faults: [String] {
    // The first run warms up what all need.
    guard seconds(Self.rows.warming) != nil, let few = seconds(Self.rows.few),
      let many = seconds(Self.rows.many)
    else { return ["“\(card.id)” cannot be timed"] }
    let factor = many / max(few, Self.noise)
    guard factor > Self.generousFactor else { return [] }
    return [
      "“\(card.id)” takes \(Int(factor)) times as long for ten times as many rows; look for a search "
        + "through all rows inside a loop over rows, and group them once instead"
    ]
  }

  /// The processor time of measuring so many rows, in seconds.
  private func seconds(_ rows: Int) -> Double? {
    guard let project = GeneratedProject(card, rows: rows, seed: 5) else { return nil }
    let data = project.data()
    let start = Self.processorTime
    _ = Outcome(indicator, data)
    return Self.processorTime - start
  }

  /// The time that this thread has had of the processor: other programs do not count.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
