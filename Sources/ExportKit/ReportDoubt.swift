/// How sure the ratio is: what follows from the ranges that the author gave.
public struct ReportDoubt: Sendable, Hashable {
  /// The 5th percentile of the ratio: `sroi.ratio_p5`.
  public let ratioLow: Figure
  /// The median of the ratio: `sroi.ratio_p50`.
  public let ratioMedian: Figure
  /// The 95th percentile of the ratio: `sroi.ratio_p95`.
  public let ratioHigh: Figure
  /// The mean of the ratio: `sroi.ratio_mean`.
  public let ratioMean: Figure
  /// The mean of the present value: `sroi.present_value_mean`.
  public let presentValueMean: Figure
  /// The standard deviation of the present value: `sroi.present_value_deviation`.
  public let presentValueDeviation: Figure
  /// The chance that the ratio is below 1: `sroi.chance_below_one`.
  public let chanceBelowOne: Figure
  /// The share of the value to which doubt is attached: `sroi.share_with_doubt`.
  public let shareWithDoubt: Figure
  /// Whether the share is large enough to print the percentiles as the ratio's interval.
  public let isInterval: Bool
  /// How it was computed: exactly, or with how many draws and which seed.
  public let method: Text
  /// What a reader should know: too few draws, a row whose mean is not its value.
  public let remarks: [Text]
  /// What drives the doubt, the largest first.
  public let drivers: [ReportDriver]
  /// What the draws are made of, so that others can draw the same; absent where nobody said.
  public let drawing: Drawing?

  /// The seed of all draws, and how many were asked for where draws are needed.
  public struct Drawing: Sendable, Hashable {
    /// The seed of the generator, Philox 4×64-10.
    public let seed: UInt64
    /// How many draws were asked for; a very large map makes do with fewer.
    public let draws: Int

    /// Describes the draws.
    public init(seed: UInt64, draws: Int) {
      self.seed = seed
      self.draws = draws
    }
  }

  /// Makes the doubt of a report.
  public init(
    ratioLow: Figure, ratioMedian: Figure, ratioHigh: Figure, ratioMean: Figure,
    presentValueMean: Figure, presentValueDeviation: Figure, chanceBelowOne: Figure,
    shareWithDoubt: Figure, isInterval: Bool, method: Text, remarks: [Text],
    drivers: [ReportDriver], drawing: Drawing? = nil
  ) {
    self.ratioLow = ratioLow
    self.ratioMedian = ratioMedian
    self.ratioHigh = ratioHigh
    self.ratioMean = ratioMean
    self.presentValueMean = presentValueMean
    self.presentValueDeviation = presentValueDeviation
    self.chanceBelowOne = chanceBelowOne
    self.shareWithDoubt = shareWithDoubt
    self.isInterval = isInterval
    self.method = method
    self.remarks = remarks
    self.drivers = drivers
    self.drawing = drawing
  }
}

/// A doubt, alone or shared by several inputs, and how much of the variance comes from it.
///
/// The indices are those of I. M. Sobol (2001), of the variance of the present value.
public struct ReportDriver: Sendable, Hashable {
  /// The input, as in `outcome.o1.deadweight`, or `shared.<label>`.
  public let id: FigureID
  /// What it is, in words.
  public let label: Text
  /// The inputs that share the doubt.
  public let members: [FigureID]
  /// The share of the variance that it explains alone: `<id>.first_order`.
  public let firstOrder: Figure
  /// The share with all that it does together with others: `<id>.total_effect`.
  public let totalEffect: Figure

  /// Makes a driver.
  public init(
    id: FigureID, label: Text, members: [FigureID], firstOrder: Figure, totalEffect: Figure
  ) {
    self.id = id
    self.label = label
    self.members = members
    self.firstOrder = firstOrder
    self.totalEffect = totalEffect
  }
}
