import Charts
import ExportKit

/// The picture that a breakdown asks for: bars, rounds as steps, or a bucket with its leaks.
struct BreakdownPicture {
  private let breakdown: Breakdown
  private let style: NumberStyle
  private let language: Language

  init(_ breakdown: Breakdown, style: NumberStyle, language: Language) {
    self.breakdown = breakdown
    self.style = style
    self.language = language
  }

  /// The picture, with its numbers in words as a text alternative.
  var svg: Markup {
    switch breakdown.picture {
    case .bars: return bars
    case .rounds:
      return RoundsChart(
        title: title,
        rounds: breakdown.entries.map { .init(label: $0.label[language], amount: $0.value) },
        style: style
      ).svg
    case .bucket(let keeping):
      // Without the part that stays there is no bucket to draw, and below 0 no water in it.
      guard let kept = breakdown.entries.first(where: { $0.id == keeping }),
        breakdown.entries.allSatisfy({ $0.value >= 0 })
      else { return bars }
      return BucketChart(
        title: title, kept: leak(kept),
        leaks: breakdown.entries.filter { $0.id != keeping }.map(leak), style: style
      ).svg
    }
  }

  private var title: String { breakdown.label[language] }

  private var bars: Markup {
    BarChart(
      title: title,
      bars: breakdown.entries.map { .init(label: $0.label[language], value: $0.value) },
      style: style
    ).svg
  }

  private func leak(_ entry: Breakdown.Entry) -> BucketChart.Leak {
    .init(label: entry.label[language], amount: entry.value)
  }
}
