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

  /// The map with this number at another value, wherever it stands.
  func set(_ value: Double, in map: ValueMap) -> ValueMap? {
    doubts.reduce(map) { map, doubt in
      switch doubt.place {
      case .row(let row, let part): map?.setting(.row(row, part.mapPart), to: value)
      case .input(let input, let certain):
        map?.inputs.first { $0.id == input }
          .flatMap { map?.setting(.input(input), to: $0.amount * value / certain) }
      }
    }
  }

  /// The range of the one number of the map that it is, or `nil` where it stands at several.
  ///
  /// What stands at one place is valued without the rest of the map, however many rows there are.
  func range(from low: Double, to high: Double, in map: ValueMap) -> PartRange? {
    guard doubts.count == 1, let doubt = doubts.first else { return nil }
    switch doubt.place {
    case .row(let row, let part):
      return PartRange(part: .row(row, part.mapPart), low: low, high: high)
    case .input(let input, let certain):
      guard let amount = map.inputs.first(where: { $0.id == input })?.amount else { return nil }
      return PartRange(
        part: .input(input), low: amount * low / certain, high: amount * high / certain)
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
