/// A figure with what it was made of, down to cells, rows, ledger totals and parameters.
///
/// It is a tree: each figure is taken apart at its first place only, so that a figure that two
/// others use does not stand there twice, and no figure can lead to itself.
public struct Explanation: Sendable, Hashable {
  /// How much of the tree is made.
  public struct Limits: Sendable, Hashable {
    /// How many levels.
    public let depth: Int
    /// How many figures below one figure.
    public let width: Int
    /// How many figures in all.
    public let figures: Int

    /// Sets limits.
    public init(depth: Int = 16, width: Int = 50, figures: Int = 2_000) {
      self.depth = depth
      self.width = width
      self.figures = figures
    }
  }

  /// The identifier.
  public let id: FigureID
  /// What it is called.
  public let label: Text
  /// The value, absent where it could not be had.
  public let value: Double?
  /// The value with its range, absent where the author gave none.
  public let estimate: Estimate?
  /// Why there is no value.
  public let absence: Text?
  /// What it counts.
  public let unit: Unit
  /// The rule in words, absent for what was given.
  public let rule: Text?
  /// The rule in numbers, absent where the report does not hold all of them.
  public let arithmetic: Arithmetic?
  /// What the author wrote beside it: a reason, the evidence, a source.
  public let remark: String?
  /// What a reader must know to read the value rightly.
  public let caution: Text?
  /// Where it was read: cells, rows, ledger totals, parameters.
  public let sources: [Origin]
  /// The figures that it was made of.
  public let children: [Explanation]
  /// How many of those figures are not shown, because of the limits.
  public let leftOut: Int
  /// Whether it stands at an earlier place of the tree too, where it is taken apart.
  public let isRepeated: Bool
}

extension Report {
  /// Explains a figure, or gives `nil` where the report has no such figure.
  public func explanation(
    of id: FigureID, limits: Explanation.Limits = Explanation.Limits()
  ) -> Explanation? {
    explanations(of: [(id, limits)]).first ?? nil
  }

  /// Explains several figures, each as if it were alone; `nil` where the report has no such figure.
  ///
  /// The report is looked through once for all of them.
  public func explanations(
    of wanted: [(id: FigureID, limits: Explanation.Limits)]
  ) -> [Explanation?] {
    let maker = ExplanationMaker(self)
    return wanted.map { id, limits in
      var own = maker
      own.limits = limits
      return own.explanation(of: id) ?? missingSwitch(id).map { own.explanation(of: $0) }
    }
  }
}

/// Takes figures of a report apart.
private struct ExplanationMaker {
  private let figures: [FigureID: ReportedFigure]
  private let formulas: [FigureID: Formula]
  private let remarks: [FigureID: String]
  private let cautions: [FigureID: Text]
  private let estimates: [FigureID: Estimate]
  /// What figures are made of, where their origin in the report says less.
  private let parts: [FigureID: [FigureID]]
  var limits = Explanation.Limits()
  private var seen: Set<FigureID> = []

  init(_ report: Report) {
    let changes = report.explainedChanges
    figures = Dictionary(
      (report.everyFigure + changes.map(\.figure) + report.uncertainNumbers)
        .map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    formulas = report.formulas
    remarks = report.remarks.merging(
      changes.compactMap { change in change.reason.map { (change.figure.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    cautions = report.cautions
    estimates = report.estimates
    parts = report.scenarioParts
  }

  mutating func explanation(of id: FigureID) -> Explanation? {
    figures[id].map { explanation(of: $0) }
  }

  /// Takes a figure apart that the report does not list.
  mutating func explanation(of figure: ReportedFigure) -> Explanation {
    explanation(of: figure, depth: 1)
  }

  private mutating func explanation(of figure: ReportedFigure, depth: Int) -> Explanation {
    let isFirst = seen.insert(figure.id).inserted
    let parts = OriginParts(figure.origin)
    // What a formula of other figures is made of is said by those figures.
    let formula = trueFormula(of: figure)
    let isMadeOfFigures = formula.map { !$0.inputs.isEmpty } ?? false
    let inputs =
      isMadeOfFigures ? formula?.inputs ?? [] : self.parts[figure.id] ?? parts.inputs
    let known = inputs.compactMap { figures[$0] }
    var children: [Explanation] = []
    var met: Set<FigureID> = []
    let wanted = known.filter { $0.id != figure.id && met.insert($0.id).inserted }
    if isFirst, depth < limits.depth {
      for child in wanted.prefix(limits.width) where seen.count < limits.figures {
        children.append(explanation(of: child, depth: depth + 1))
      }
    }
    return Explanation(
      id: figure.id, label: figure.label, value: figure.value,
      estimate: estimates[figure.id], absence: figure.absence, unit: figure.unit,
      rule: formula?.rule ?? parts.rule, arithmetic: formula?.arithmetic,
      remark: remarks[figure.id], caution: cautions[figure.id],
      sources: isMadeOfFigures || self.parts[figure.id] != nil ? [] : parts.sources,
      children: children, leftOut: isFirst ? wanted.count - children.count : 0,
      isRepeated: !isFirst)
  }

  /// The formula, where it gives the figure: arithmetic that does not is never shown.
  private func trueFormula(of figure: ReportedFigure) -> Formula? {
    guard let formula = formulas[figure.id], let value = figure.value else { return nil }
    let allowed = 1e-9 * max(1, formula.magnitude)
    return (formula.arithmetic.value - value).magnitude <= allowed ? formula : nil
  }
}

/// An origin taken apart: where a figure was read, by which rule it was made, and of what.
private struct OriginParts {
  private(set) var sources: [Origin] = []
  private(set) var rule: Text?
  private(set) var inputs: [FigureID] = []

  init(_ origin: Origin) { add(origin) }

  private mutating func add(_ origin: Origin) {
    switch origin {
    case .cell, .selection, .ledger, .parameter: sources.append(origin)
    case .computation(let rule, let inputs):
      self.rule = self.rule ?? rule
      self.inputs += inputs
    case .combined(let origins): for part in origins { add(part) }
    }
  }
}
