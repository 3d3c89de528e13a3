import ExportKit

/// What the parts of a report say of its figures beside their values: ranges, kinds and notes.
struct FigureRanges {
  private var ranges: [FigureID: (low: Double, high: Double)] = [:]
  private var kinds: [FigureID: String] = [:]
  private var notes: [FigureID: [Text]] = [:]

  /// Looks a report through.
  init(_ report: Report) {
    kinds[ProjectDescription.discountRateID] = FigureRanges.given
    for row in report.valueMap?.rows ?? [] { take(row) }
    for row in report.valueMap?.unpriced ?? [] { kinds[row.quantity.id] = FigureRanges.given }
    for input in report.inputs { take(input) }
    for measure in report.indicators.flatMap(\.measures) {
      kinds[measure.id] = measure.measure.card.kind.rawValue
      notes[measure.id] = measure.measure.notes
      if let range = measure.measure.range {
        ranges[measure.id] = (range.lowerBound, range.upperBound)
      }
    }
    take(report.doubt, of: report.valueMap?.ratio)
  }

  /// What the author of the project gave.
  private static let given = "given"
  /// What the program worked out.
  private static let computed = "computed"

  /// The lowest and highest value of a figure, where the report gives them.
  func range(of id: FigureID) -> (low: Double, high: Double)? { ranges[id] }

  /// What a reader must know beside a figure, in sentences: the boundary, the variant, what is left
  /// out.
  func notes(of id: FigureID) -> [Text] { notes[id] ?? [] }

  /// How a figure was made: `given`, or the kind of its measure.
  func kind(of figure: ReportedFigure) -> String {
    kinds[figure.id] ?? FigureRanges.computed
  }

  private mutating func take(_ row: ReportOutcome) {
    for given in ReportOutcome.Given.allCases {
      kinds[row.id(of: given)] = FigureRanges.given
      take(row.estimate(of: given), of: row.id(of: given))
    }
  }

  private mutating func take(_ input: ReportInput) {
    for given in ReportInput.Given.allCases {
      kinds[input.id(of: given)] = FigureRanges.given
      take(input.ranges[given], of: input.id(of: given))
    }
  }

  private mutating func take(_ estimate: Estimate?, of id: FigureID) {
    guard let low = estimate?.low, let high = estimate?.high else { return }
    ranges[id] = (low, high)
  }

  /// The interval of the ratio, where enough of the value has a margin for one.
  private mutating func take(_ doubt: ReportDoubt?, of ratio: Figure?) {
    guard let doubt, let ratio, doubt.isInterval, let low = doubt.ratioLow.value,
      let high = doubt.ratioHigh.value
    else { return }
    ranges[ratio.id] = (low, high)
  }
}
