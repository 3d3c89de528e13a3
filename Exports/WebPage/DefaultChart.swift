import Charts
import ExportKit

/// The picture of a measure that has no breakdown, flow or ranking to draw.
///
/// A share is a bar of a hundred percent. A bare count, sum or mean has none: one bar alone would
/// be as long for 3 as for 3,000.
struct DefaultChart {
  private let measure: Measure

  init(_ measure: Measure) { self.measure = measure }

  func figure(_ writer: Writer) -> Markup? {
    guard measure.breakdowns.isEmpty, measure.flows.isEmpty, measure.rankings.isEmpty,
      measure.network == nil,
      case .measured(.share(let numerator, let denominator, _)) = measure.result
    else { return nil }
    let bar = ShareBar(
      title: measure.card.label[writer.language], numerator: numerator, denominator: denominator,
      caption: PartsInWords(measure).lines(writer).first ?? "",
      style: writer.style(measure.card.unit))
    return bar.map { Markup("figure", ["class": "share"], [$0.svg]) }
  }
}
