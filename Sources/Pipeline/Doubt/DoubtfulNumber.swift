import ExportKit
import Valuation

/// A number of the value map that the author gave with a range, and every place where it stands.
struct DoubtfulNumber {
  /// Its identifier: of an outcome or an input, or of the proxy that several outcomes may share.
  let id: FigureID
  /// What readers see.
  let label: Text
  /// What it counts.
  let unit: Unit
  /// How likely its values are.
  let distribution: Distribution
  /// Where it stands.
  private(set) var doubts: [Doubt]

  /// Makes a number of one place, or `nil` where its range is no distribution of that place.
  ///
  /// A range that cannot be used has its finding where it was read.
  init?(
    _ id: FigureID, label: Text, unit: Unit, estimate: Estimate, at place: Doubt.Place,
    sharedWith shared: String?
  ) {
    guard estimate.isUncertain,
      let distribution = try? Distribution(estimate, within: DoubtfulNumber.bounds(of: place))
    else { return nil }
    self.id = id
    self.label = label
    self.unit = unit
    self.distribution = distribution
    doubts = [Doubt(id: id, place: place, distribution: distribution, sharedWith: shared)]
  }

  /// The figures of the report that are this number, at every place where it stands.
  var figures: [FigureID] {
    doubts.map { doubt in
      switch doubt.place {
      case .row(let row, let part): MapPart.row(row, part.mapPart).id
      // Quantity and rate of an input are figures of their own.
      case .input: doubt.id
      }
    }
  }

  /// Adds the places of the same number.
  mutating func stand(at other: DoubtfulNumber) { doubts += other.doubts }

  /// What changes on the map where this number has another value, wherever it stands.
  func changes(at value: Double, in whatIf: WhatIf) -> [PartChange] {
    doubts.compactMap { doubt in
      switch doubt.place {
      case .row(let row, let part): PartChange(part: .row(row, part.mapPart), value: value)
      case .input(let input, let certain):
        whatIf.amount(of: input).map {
          PartChange(part: .input(input), value: $0 * value / certain)
        }
      }
    }
  }

  /// Whether a doubt stands at a number that a scenario sets.
  static func stands(_ doubt: Doubt, at part: MapPart) -> Bool {
    switch (doubt.place, part) {
    case (.row(let row, let own), .row(let other, let changed)):
      row == other && own.mapPart == changed
    case (.row(_, let own), .everyRow(let share)): own.rawValue == share.rawValue
    case (.input(let input, _), .input(let other)): input == other
    default: false
    }
  }

  private static func bounds(of place: Doubt.Place) -> ClosedRange<Double>? {
    if case .row(_, let part) = place, part.isShare { 0...1 } else { nil }
  }
}

extension Doubt.Part {
  /// The same number as one that a scenario or a swing can change.
  var mapPart: MapPart.RowPart {
    switch self {
    case .quantity: .quantity
    case .proxy: .proxy
    case .deadweight: .deadweight
    case .displacement: .displacement
    case .attribution: .attribution
    case .dropOff: .dropOff
    }
  }
}
