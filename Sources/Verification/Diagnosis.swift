import ImpactModel

/// When in its period a foreign map reckons a value to fall.
public enum MapTiming: Sendable, Hashable, CaseIterable {
  /// The first period is not discounted.
  case start
  /// The first period is discounted too.
  case end
  /// Half a period.
  case middle
  /// Nothing is discounted.
  case none
  /// Values are compounded forward to the last period instead of discounted.
  case forward

  /// What readers see.
  public var label: Text {
    switch self {
    case .start: DiscountTiming.startOfPeriod.label
    case .end: DiscountTiming.endOfPeriod.label
    case .middle: DiscountTiming.midPeriod.label
    case .none: Text("without discounting", nl: "zonder verdisconteren")
    case .forward:
      Text("compounded forward to the last period", nl: "opgerent naar de laatste periode")
    }
  }

  /// A stable word for machines.
  public var code: String {
    switch self {
    case .start: "start_of_period"
    case .end: "end_of_period"
    case .middle: "mid_period"
    case .none: "none"
    case .forward: "compounded_forward"
    }
  }

  /// The factor of a period, from 1, at a rate above −1; `last` is the map's last period.
  func factor(period: Int, rate: Double, last: Int) -> Double {
    let growth = 1 + rate
    func power(_ exponent: Int) -> Double {
      (0..<max(0, exponent)).reduce(1.0) { result, _ in result * growth }
    }
    switch self {
    case .start: return 1 / power(period - 1)
    case .end: return 1 / power(period)
    case .middle: return 1 / (power(period - 1) * growth.squareRoot())
    case .none: return 1
    case .forward: return power(last - period)
    }
  }
}

/// Why a stated figure does not follow, as far as that can be told.
public enum Diagnosis: Sendable, Hashable {
  /// Deductions are added up instead of multiplied.
  case additiveDeductions
  /// The drop-off is taken off in the first period already.
  case firstPeriodDropOff
  /// The drop-off takes the same amount off in every period.
  case linearDropOff
  /// The share of a deduction is used as what remains.
  case retainedShare([String])
  /// A deduction is not applied.
  case deductionLeftOut([String])
  /// A percentage is read as a plain number, or a plain number as a percentage.
  case percentAsNumber
  /// Another discount timing than stated, or than in the rest of the map.
  case otherTiming(MapTiming)
  /// The values stand in other periods than start and duration say.
  case shiftedPeriods
  /// Rows that belong to a total are not in it, by their numbers in the file.
  case droppedRows([Int])
  /// One of these rows is not in the total; their values are too near to say which.
  case droppedRowAmong([Int])
  /// A row is in the total that does not belong to it.
  case foreignRow(Int)
  /// A row is in the total twice.
  case doubledRow(Int)
  /// A range that is shifted: one row dropped and another taken instead.
  case shiftedRange(dropped: Int, taken: Int)
  /// The net ratio is stated where the gross one is meant.
  case netForGross
  /// The gross ratio is stated where the net one is meant.
  case grossForNet
  /// Rounded up further than rounding does.
  case roundedUp

  /// A stable word for machines.
  public var code: String {
    switch self {
    case .additiveDeductions: "additive_deductions"
    case .firstPeriodDropOff: "first_period_drop_off"
    case .linearDropOff: "linear_drop_off"
    case .retainedShare: "retained_share"
    case .deductionLeftOut: "deduction_left_out"
    case .percentAsNumber: "percent_as_number"
    case .otherTiming: "other_discount_timing"
    case .shiftedPeriods: "shifted_periods"
    case .droppedRows, .droppedRowAmong: "dropped_row"
    case .foreignRow: "foreign_row"
    case .doubledRow: "doubled_row"
    case .shiftedRange: "shifted_range"
    case .netForGross: "net_for_gross"
    case .grossForNet: "gross_for_net"
    case .roundedUp: "rounded_up"
    }
  }

  /// The rows of the file that it names.
  public var rows: [Int] {
    switch self {
    case .droppedRows(let rows), .droppedRowAmong(let rows): rows
    case .foreignRow(let row), .doubledRow(let row): [row]
    case .shiftedRange(let dropped, let taken): [dropped, taken]
    default: []
    }
  }

  /// What readers see.
  public var message: Text {
    switch self {
    case .additiveDeductions:
      Text(
        "the deductions are added up instead of multiplied",
        nl: "de aftrekposten zijn opgeteld in plaats van vermenigvuldigd")
    case .firstPeriodDropOff:
      Text(
        "the drop-off is taken off in the first period already",
        nl: "de afname is al in de eerste periode afgetrokken")
    case .linearDropOff:
      Text(
        "the drop-off takes the same amount off in every period",
        nl: "de afname haalt in elke periode hetzelfde bedrag weg")
    case .retainedShare(let names):
      Text(
        "used as what remains instead of what is taken off: \(names.joined(separator: ", "))",
        nl:
          "gebruikt als wat overblijft in plaats van wat eraf gaat: \(names.joined(separator: ", "))"
      )
    case .deductionLeftOut(let names):
      Text(
        "not taken off: \(names.joined(separator: ", "))",
        nl: "niet afgetrokken: \(names.joined(separator: ", "))")
    case .percentAsNumber:
      Text(
        "a percentage is read as a plain number, or the other way round",
        nl: "een percentage is als gewoon getal gelezen, of andersom")
    case .otherTiming(let timing):
      Text(
        "it is what another discount timing gives: \(timing.label.english)",
        nl: "het is wat een ander moment van verdisconteren geeft: \(timing.label.dutch)")
    case .shiftedPeriods:
      Text(
        "the values stand in other periods than start and duration say",
        nl: "de waarden staan in andere perioden dan begin en duur zeggen")
    case .droppedRows(let rows):
      Text(
        "the total leaves out \(list(rows).english)",
        nl: "in het totaal ontbreekt \(list(rows).dutch)")
    case .droppedRowAmong(let rows):
      Text(
        "the total leaves out one row, of \(list(rows).english)",
        nl: "in het totaal ontbreekt één rij, van \(list(rows).dutch)")
    case .foreignRow(let row):
      Text(
        "the total takes in row \(row), which is not part of it",
        nl: "het totaal telt rij \(row) mee, die er niet bij hoort")
    case .doubledRow(let row):
      Text("the total counts row \(row) twice", nl: "het totaal telt rij \(row) dubbel")
    case .shiftedRange(let dropped, let taken):
      Text(
        "the total leaves out row \(dropped) and takes in row \(taken) instead",
        nl: "in het totaal ontbreekt rij \(dropped) en zit rij \(taken) in plaats daarvan")
    case .netForGross:
      Text(
        "it is the net ratio, the ratio less one",
        nl: "het is de nettoratio: de ratio min één")
    case .grossForNet:
      Text(
        "it is the ratio itself and not the net one",
        nl: "het is de ratio zelf en niet de nettoratio")
    case .roundedUp: Text("it is rounded up", nl: "het is naar boven afgerond")
    }
  }

  private func list(_ rows: [Int]) -> Text {
    let numbers = rows.map(String.init).joined(separator: ", ")
    return rows.count == 1
      ? Text("row \(numbers)", nl: "rij \(numbers)")
      : Text("rows \(numbers)", nl: "rijen \(numbers)")
  }
}

/// A stated figure of a foreign value map that does not follow from its inputs.
public struct MapDeviation: Sendable, Hashable {
  /// What it is, in words, as in `impact of “Less lonely”`.
  public let figure: Text
  /// Where it stands.
  public let address: Address
  /// What the file states.
  public let stated: Double
  /// What follows from the inputs.
  public let computed: Double
  /// Whether both are shares, which readers see as percentages.
  public let isShare: Bool
  /// Why it does not follow; empty where no known fault gives the stated figure.
  public let diagnoses: [Diagnosis]
}

/// What came of recomputing a foreign value map.
public struct MapVerification: Sendable {
  /// How many outcomes and inputs were found.
  public let rows: Int
  /// How many stated figures were recomputed and follow.
  public let followed: Int
  /// The stated figures that do not follow, in the order of the file.
  public let deviations: [MapDeviation]
  /// The discount timing that reproduces the map, absent where nothing shows it.
  public let timing: MapTiming?
  /// Whether the map states its timing itself.
  public let statesTiming: Bool
  /// Cells whose number can be read in two ways, and that were left alone.
  public let ambiguous: [Address]
}
