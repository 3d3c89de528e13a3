/// What the ratio does when one thing changes.
public struct ReportSensitivity: Sendable, Hashable {
  /// From low to high of each input with a range, the widest first.
  public let swings: [ReportSwing]
  /// At which value of an input alone the ratio is 1.
  public let switches: [ReportSwitch]
  /// The scenarios that the author named.
  public let scenarios: [ReportScenario]
  /// The same data under other conventions.
  public let conventions: [ReportConvention]

  /// Makes the sensitivity of a report.
  public init(
    swings: [ReportSwing], switches: [ReportSwitch], scenarios: [ReportScenario],
    conventions: [ReportConvention]
  ) {
    self.swings = swings
    self.switches = switches
    self.scenarios = scenarios
    self.conventions = conventions
  }
}

/// What the ratio does between the ends of one input's range: a bar of the tornado.
public struct ReportSwing: Sendable, Hashable {
  /// The input, as in `outcome.o1.deadweight`.
  public let input: FigureID
  /// What it is, in words.
  public let label: Text
  /// What the input counts.
  public let unit: Unit
  /// The low end: the 10th percentile of the doubt.
  public let low: Double
  /// The high end: the 90th percentile of the doubt.
  public let high: Double
  /// The ratio at the low end: `<input>.ratio_at_low`.
  public let ratioAtLow: Figure
  /// The ratio at the high end: `<input>.ratio_at_high`.
  public let ratioAtHigh: Figure

  /// Makes a swing.
  public init(
    input: FigureID, label: Text, unit: Unit, low: Double, high: Double, ratioAtLow: Figure,
    ratioAtHigh: Figure
  ) {
    self.input = input
    self.label = label
    self.unit = unit
    self.low = low
    self.high = high
    self.ratioAtLow = ratioAtLow
    self.ratioAtHigh = ratioAtHigh
  }
}

/// The value of one input at which the ratio is 1, all else as it is.
public struct ReportSwitch: Sendable, Hashable {
  /// The input, as in `outcome.o1.deadweight` or `sroi.discount_rate`.
  public let input: FigureID
  /// What it is, in words.
  public let label: Text
  /// The value that it has.
  public let current: Double
  /// The switching value, `<input>.switching_value`, or why there is none; of a discount rate
  /// there may be several: `.switching_value_2` and on.
  public let values: [Figure]

  /// Makes a switch.
  public init(input: FigureID, label: Text, current: Double, values: [Figure]) {
    self.input = input
    self.label = label
    self.current = current
    self.values = values
  }
}

/// A named what-if of the author.
public struct ReportScenario: Sendable, Hashable {
  /// One number that is another in the scenario.
  public struct Change: Sendable, Hashable {
    /// The figure that changes.
    public let figure: FigureID
    /// What it is in the report, absent where it has no value there.
    public let from: Double?
    /// What it is in the scenario.
    public let to: Double
    /// What it counts.
    public let unit: Unit
    /// Why.
    public let reason: String?
    /// Where the author wrote the new value, as far as that is known.
    public let origin: Origin?

    /// Makes a change.
    public init(
      figure: FigureID, from: Double?, to: Double, unit: Unit, reason: String?,
      origin: Origin? = nil
    ) {
      self.figure = figure
      self.from = from
      self.to = to
      self.unit = unit
      self.reason = reason
      self.origin = origin
    }
  }

  /// Its word.
  public let id: RowLabel
  /// What readers see.
  public let title: String
  /// What changes.
  public let changes: [Change]
  /// The present value: `scenario.<id>.present_value`.
  public let presentValue: Figure
  /// The present value of the inputs: `scenario.<id>.inputs_present_value`.
  public let inputsPresentValue: Figure
  /// The ratio: `scenario.<id>.ratio`.
  public let ratio: Figure
  /// The ratio less that of the report: `scenario.<id>.difference`.
  public let difference: Figure
  /// The 5th and 95th percentile of the difference on the same draws, where there is doubt:
  /// `scenario.<id>.difference_p5` and `_p95`.
  public let differenceInterval: [Figure]

  /// Makes a scenario.
  public init(
    id: RowLabel, title: String, changes: [Change], presentValue: Figure,
    inputsPresentValue: Figure, ratio: Figure, difference: Figure,
    differenceInterval: [Figure] = []
  ) {
    self.id = id
    self.title = title
    self.changes = changes
    self.presentValue = presentValue
    self.inputsPresentValue = inputsPresentValue
    self.ratio = ratio
    self.difference = difference
    self.differenceInterval = differenceInterval
  }
}

/// The ratio of the same data under another convention.
public struct ReportConvention: Sendable, Hashable {
  /// One segment.
  public let id: String
  /// What it is, in words.
  public let label: Text
  /// Whether it is the report's own.
  public let isOwn: Bool
  /// The ratio: `convention.<id>.ratio`.
  public let ratio: Figure

  /// Makes a convention.
  public init(id: String, label: Text, isOwn: Bool, ratio: Figure) {
    self.id = id
    self.label = label
    self.isOwn = isOwn
    self.ratio = ratio
  }
}
