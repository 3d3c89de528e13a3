import ImpactModel

/// Why a value map cannot be valued: an argument that no sound data give.
public enum ValuationError: Error, Sendable, Hashable {
  /// A share that is taken off a row.
  public enum Deduction: String, Sendable, Hashable {
    /// What would have happened anyway.
    case deadweight
    /// What was moved from elsewhere.
    case displacement
    /// What others contributed.
    case attribution
    /// What is lost in each further period.
    case dropOff
  }

  /// The discount rate is not a finite number above −1.
  case impossibleRate(Double)
  /// A share of a row does not lie from 0 to 1.
  case impossibleShare(Deduction, row: RowID)
  /// A period or a number of periods is below 1 or beyond `ValueMap.maximumPeriods`.
  case impossiblePeriod(row: RowID)
  /// A number of a row is not finite, or its value is too large to be one.
  case notFinite(row: RowID)
  /// A total or a discount factor is too large to be a number.
  case totalNotFinite
  /// A doubt stands at a row that the value map does not have.
  case doubtWithoutPlace(FigureID)
  /// Two doubts stand at the same number.
  case doubtTwice(FigureID)
  /// A doubt cannot be that of its number: a share beyond 0…1, or a range around an input of 0.
  case impossibleDoubt(FigureID)

  /// What is the matter, in words that a project lead understands.
  public var message: Text {
    switch self {
    case .impossibleRate:
      Text(
        "The discount rate must be a number above −100 %.",
        nl: "De discontovoet moet een getal boven −100 % zijn.")
    case .impossibleShare(let deduction, let row):
      Text(
        "The \(deduction.label.english) of row \(row) must lie between 0 and 100 %.",
        nl: "De \(deduction.label.dutch) van rij \(row) moet tussen 0 en 100 % liggen.")
    case .impossiblePeriod(let row):
      Text(
        "The periods of row \(row) must lie between 1 and \(ValueMap.maximumPeriods).",
        nl: "De perioden van rij \(row) moeten tussen 1 en \(ValueMap.maximumPeriods) liggen.")
    case .notFinite(let row):
      Text(
        "The value of row \(row) is too large to compute with.",
        nl: "De waarde van rij \(row) is te groot om mee te rekenen.")
    case .totalNotFinite:
      Text(
        "A total is too large to compute with.", nl: "Een totaal is te groot om mee te rekenen.")
    case .doubtWithoutPlace(let id):
      Text(
        "The range of \(id) belongs to no row of the value map.",
        nl: "De bandbreedte van \(id) hoort bij geen rij van de waardenkaart.")
    case .doubtTwice(let id):
      Text(
        "The number of which \(id) is the range has another range too.",
        nl: "Het getal waarvan \(id) de bandbreedte is, heeft nog een andere bandbreedte.")
    case .impossibleDoubt(let id):
      Text(
        "The range of \(id) reaches beyond what this number can be.",
        nl: "De bandbreedte van \(id) gaat verder dan wat dit getal kan zijn.")
    }
  }
}

extension ValuationError.Deduction {
  /// What readers see.
  public var label: Text {
    switch self {
    case .deadweight: Text("deadweight", nl: "deadweight")
    case .displacement: Text("displacement", nl: "verdringing")
    case .attribution: Text("attribution", nl: "toerekening aan anderen")
    case .dropOff: Text("drop-off", nl: "afname")
    }
  }
}
