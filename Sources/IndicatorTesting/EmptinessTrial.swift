import IndicatorKit

/// Tries whether an indicator gives numbers where there are no rows: nothing missing is zero.
struct EmptinessTrial {
  private let indicator: any Indicator
  private let card: IndicatorCard

  init(_ indicator: any Indicator) {
    self.indicator = indicator
    card = type(of: indicator).card
  }

  var faults: [String] {
    guard let project = GeneratedProject(card, rows: 0, seed: 1) else { return [] }
    var faults: [String] = []
    for keepsTables in [true, false] {
      for keepsParameters in [true, false] {
        let data = project.emptied(keepsTables: keepsTables, keepsParameters: keepsParameters)
        faults += Outcome(indicator, data).measures.compactMap(invented)
      }
    }
    return faults.unique
  }

  private func invented(_ measure: Measure) -> String? {
    guard let value = measure.value else { return nil }
    return
      "“\(card.id).\(measure.card.id)” is \(DecimalText.exact(value)) where there are no rows; "
      + "return notMeasurable(_:) with the reason where rows.isEmpty"
  }
}
