import ExportKit
import Valuation

/// A number of the value map that the file gives with a range, and every place where it stands.
struct RangedNumber {
  /// Its identifier: of an outcome or an input, or of the proxy that several outcomes may share.
  let id: FigureID
  /// How likely its values are.
  let distribution: Distribution
  /// Where it stands.
  private(set) var doubts: [Doubt]

  private init?(_ id: FigureID, _ estimate: Estimate, at place: Doubt.Place, shared: String?) {
    var bounds: ClosedRange<Double>?
    if case .row(_, let part) = place, part.isShare { bounds = 0...1 }
    guard let distribution = try? Distribution(estimate, within: bounds) else { return nil }
    self.id = id
    self.distribution = distribution
    doubts = [Doubt(id: id, place: place, distribution: distribution, sharedWith: shared)]
  }

  /// All such numbers of a report, in the order of its rows.
  static func all(in report: VerifiableReport) -> [RangedNumber] {
    joined(
      report.outcomes.flatMap { numbers(of: $0, in: report) }
        + report.inputs.flatMap { numbers(of: $0, in: report) })
  }

  private static func numbers(
    of outcome: VerifiableReport.Outcome, in report: VerifiableReport
  ) -> [RangedNumber] {
    ReportOutcome.Given.allCases.compactMap { given in
      let id = outcome.id(of: given)
      let proxy = FigureID(joining: "proxy", (outcome.proxy ?? outcome.id).description, "value")
      return report.estimates[id].flatMap {
        RangedNumber(
          given == .proxy ? proxy : id, $0, at: .row(outcome.id, Doubt.Part(given)),
          shared: report.sharedDoubts[id])
      }
    }
  }

  private static func numbers(
    of input: VerifiableReport.Input, in report: VerifiableReport
  ) -> [RangedNumber] {
    ReportInput.Given.allCases.compactMap { given in
      let id = input.id(of: given)
      guard let estimate = report.estimates[id], estimate.value != 0 else { return nil }
      return RangedNumber(
        id, estimate, at: .input(input.id, value: estimate.value), shared: report.sharedDoubts[id])
    }
  }

  private static func joined(_ numbers: [RangedNumber]) -> [RangedNumber] {
    var joined: [RangedNumber] = []
    var places: [FigureID: Int] = [:]
    for number in numbers {
      if let place = places[number.id] {
        joined[place].doubts += number.doubts
      } else {
        places[number.id] = joined.count
        joined.append(number)
      }
    }
    return joined
  }

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
}

extension Doubt {
  /// Whether it stands at a number that a scenario sets.
  func stands(at part: MapPart) -> Bool {
    switch (place, part) {
    case (.row(let row, let own), .row(let other, let changed)):
      row == other && own.mapPart == changed
    case (.row(_, let own), .everyRow(let share)): own.rawValue == share.rawValue
    case (.input(let input, _), .input(let other)): input == other
    default: false
    }
  }
}

extension Doubt.Part {
  /// The part that is the number which the author gave.
  fileprivate init(_ given: ReportOutcome.Given) {
    switch given {
    case .quantity: self = .quantity
    case .proxy: self = .proxy
    case .deadweight: self = .deadweight
    case .displacement: self = .displacement
    case .attribution: self = .attribution
    case .dropOff: self = .dropOff
    }
  }

  /// The same number as one that a scenario or a swing can change.
  fileprivate var mapPart: MapPart.RowPart {
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
