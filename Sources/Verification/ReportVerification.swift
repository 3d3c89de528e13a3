import ExportKit

/// What came of holding one stated figure of our own report against its inputs.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// It was recomputed from the inputs in the file, and is the same.
  case recomputed
  /// Its inputs are not in the file, and the file’s digest says that it is as it was written.
  case unchanged
  /// Its inputs are not in the file, which has no digest that vouches for it.
  case inputsNotInFile = "inputs_not_in_file"
  /// Its inputs are not in the file, and the file’s digest says that something was changed.
  case changedAfterWriting = "changed_after_writing"
  /// It does not follow from the inputs in the file.
  case doesNotFollow = "does_not_follow"
  /// The author of the project gave it.
  case given

  /// What readers see.
  public var label: Text {
    switch self {
    case .recomputed: Text("recomputed", nl: "nagerekend")
    case .unchanged:
      Text(
        "unchanged since writing, its inputs are not in the file",
        nl: "ongewijzigd sinds het schrijven, de invoer staat niet in het bestand")
    case .inputsNotInFile:
      Text("its inputs are not in the file", nl: "de invoer staat niet in het bestand")
    case .changedAfterWriting:
      Text(
        "changed after writing: nothing vouches for it, its inputs are not in the file",
        nl: "gewijzigd na het schrijven: niets staat ervoor in, de invoer staat niet in het bestand"
      )
    case .doesNotFollow: Text("does not follow", nl: "volgt niet")
    case .given: Text("given by the author", nl: "opgegeven door de maker")
    }
  }
}

/// The verdict on one stated number of our own report.
public struct FigureVerdict: Sendable, Hashable {
  /// The identifier of the figure, or a name for a number without one.
  public let figure: String
  /// Where it stands.
  public let address: Address
  /// What the file states, absent where it says that the figure could not be had.
  public let stated: Double?
  /// What follows from the inputs, absent where that cannot be said.
  public let computed: Double?
  /// The verdict.
  public let verdict: Verdict
  /// Why, where more can be said than the verdict does.
  public let reason: Text?
}

/// Recomputes a report of our own from the inputs that it holds.
public enum ReportVerifier {
  /// Gives a verdict on every stated number: what is no number or impossible comes first.
  public static func verify(_ report: VerifiableReport) -> [FigureVerdict] {
    let known = Recomputation(report)
    let unknown: Verdict =
      switch report.digest {
      case .holds: .unchanged
      case .absent: .inputsNotInFile
      case .broken: .changedAfterWriting
      }
    let altered = Dictionary(
      report.altered.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let faults =
      report.unreadable.map { FigureVerdict($0) } + known.impossible
      + report.altered.filter { $0.figure == nil }.map { FigureVerdict($0) }
    let judged = Set(faults.map(\.figure))
    let figures = report.figures.filter { !judged.contains($0.id.description) }.map { figure in
      FigureVerdict(
        figure.id.description, figure, known.expectation(of: figure), unknown: unknown
      ).noting(altered[figure.address])
    }
    let steps = report.steps.map { step in
      FigureVerdict(step, known.expectation(of: step), unknown: unknown)
    }
    return faults + figures + steps
  }
}

extension FigureVerdict {
  fileprivate init(_ place: VerifiableReport.Unreadable) {
    self.init(
      figure: place.figure, address: place.address, stated: nil, computed: nil,
      verdict: .doesNotFollow,
      reason: Text(
        "“\(place.text)” stands where a number or a term of the format belongs",
        nl: "‘\(place.text)’ staat waar een getal of een term van het formaat hoort"))
  }

  /// A cell that is no figure, whose formula is as it was and whose result is not.
  fileprivate init(_ place: VerifiableReport.Altered) {
    self.init(
      figure: place.address.cell ?? place.address.file, address: place.address, stated: place.now,
      computed: place.before, verdict: .doesNotFollow, reason: FigureVerdict.was(place.before))
  }

  /// The verdict with what the figure was when the file was written, where that is another number.
  ///
  /// What cannot be recomputed cannot have changed either; what was recomputed may have followed a
  /// change of an input.
  fileprivate func noting(_ altered: VerifiableReport.Altered?) -> FigureVerdict {
    guard let altered else { return self }
    switch verdict {
    case .recomputed, .doesNotFollow: return self
    case .given:
      return FigureVerdict(
        figure: figure, address: address, stated: stated, computed: nil, verdict: .given,
        reason: FigureVerdict.was(altered.before))
    case .unchanged, .inputsNotInFile, .changedAfterWriting:
      return FigureVerdict(
        figure: figure, address: address, stated: stated, computed: altered.before,
        verdict: .doesNotFollow, reason: FigureVerdict.was(altered.before))
    }
  }

  private static func was(_ before: Double?) -> Text {
    guard let before else {
      return Text(
        "when the report was written no number stood here",
        nl: "toen het verslag werd geschreven, stond hier geen getal")
    }
    func shown(_ language: Language) -> String { ShownNumber.text(before, .ratio, in: language) }
    return Text(
      "when the report was written this was \(shown(.english))",
      nl: "toen het verslag werd geschreven, was dit \(shown(.dutch))")
  }

  fileprivate init(
    _ name: String, _ figure: VerifiableReport.Stated, _ expectation: Expectation,
    unknown: Verdict
  ) {
    let stated = figure.value
    switch expectation {
    case .given:
      self.init(
        figure: name, address: figure.address, stated: stated, computed: nil, verdict: .given,
        reason: nil)
    case .unknown:
      self.init(
        figure: name, address: figure.address, stated: stated, computed: nil, verdict: unknown,
        reason: nil)
    case .cannotBeHad:
      self.init(
        figure: name, address: figure.address, stated: stated, computed: nil,
        verdict: stated == nil ? .recomputed : .doesNotFollow, reason: nil)
    case .value(let value, let size):
      self.init(name, figure, value, within: 1e-9 * max(size, value.magnitude))
    case .rounded(let value):
      // Half a unit of the ninth digit; a file may hold more digits of a formula of its own.
      self.init(
        name, figure, value, within: 0.5e-9 * value.magnitude,
        stated: figure.value?.roundedToNineDigits)
    }
  }

  /// Holds what is stated against what was computed; who withholds a figure claims nothing.
  private init(
    _ name: String, _ figure: VerifiableReport.Stated, _ value: Double, within allowed: Double,
    stated: Double? = nil
  ) {
    let rounding = figure.decimals.map { 0.500_001 * power(of: -$0) } ?? 0
    let follows = (stated ?? figure.value).map {
      ($0 - value).magnitude <= max(allowed, rounding)
    }
    self.init(
      figure: name, address: figure.address, stated: figure.value, computed: value,
      verdict: follows ?? true ? .recomputed : .doesNotFollow, reason: nil)
  }

  fileprivate init(
    _ step: VerifiableReport.Step, _ expectation: Expectation, unknown: Verdict
  ) {
    let name =
      switch step.role {
      case .benefitFactor: "benefit_factor_\(step.period)"
      case .inputFactor: "input_factor_\(step.period)"
      case .value(let outcome): "outcome.\(outcome).value_\(step.period)"
      }
    let id = FigureID(joining: "step", "number")
    self.init(
      name, .init(id: id, value: step.value, address: step.address), expectation, unknown: unknown)
  }
}

/// What a stated number must be.
enum Expectation {
  /// Its author gave it.
  case given
  /// The file does not hold what it was made of.
  case unknown
  /// Something that it is made of could not be had, so that it cannot be had either.
  case cannotBeHad
  /// This, where the size is that of the largest number in the computation.
  case value(Double, size: Double)
  /// This, rounded to nine significant digits as the figure is.
  case rounded(Double)
}

/// Ten to a small whole power, for digits behind and before the point.
private func power(of exponent: Int) -> Double {
  let size = (0..<min(400, abs(exponent))).reduce(1.0) { power, _ in power * 10 }
  return exponent < 0 ? 1 / size : size
}
