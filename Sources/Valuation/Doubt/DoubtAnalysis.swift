import ImpactModel

/// How sure a value map is: what follows from the doubts of its numbers.
public struct DoubtAnalysis: Sendable, Hashable {
  /// The way in which the percentiles were had.
  public enum Method: String, Sendable, Hashable {
    /// There is no doubt that changes anything.
    case certain
    /// The whole distribution by convolution, without drawing.
    case convolution
    /// Random draws.
    case drawing
  }

  /// A doubt with its share in the variance of the present value.
  public struct Driver: Sendable, Hashable {
    /// The name of the shared doubt, or the identifier of a lone one.
    public let group: String
    /// The numbers that it moves, by identifier.
    public let members: [FigureID]
    /// The share of the variance that it explains alone.
    public let firstOrder: Double
    /// The share with all that it does together with other doubts.
    public let totalEffect: Double
  }

  /// A row whose mean is another number than the value on the map.
  public struct ShiftedRow: Sendable, Hashable {
    /// The row.
    public let row: RowID
    /// Its present value with the certain, or most likely, numbers.
    public let value: Double
    /// The mean of its present value.
    public let mean: Double
    /// The mean less the value, as a share of the value's size; absent where that is 0.
    public let shift: Double?
  }

  /// How the percentiles were had.
  public let method: Method
  /// Whether mean and deviation of the present value are exact, not those of draws.
  public let areMomentsExact: Bool
  /// The seed of the draws.
  public let seed: UInt64
  /// How many draws there were; 0 where none was needed.
  public let draws: Int
  /// The present value.
  public let presentValue: Spread
  /// The present value of the inputs.
  public let inputsPresentValue: Spread
  /// The ratio; absent where the inputs are not above 0 in every draw.
  public let ratio: Spread?
  /// The chance that the ratio is below 1; absent with it.
  public let chanceBelowOne: Double?
  /// The doubts by total effect, the greatest first; empty where they were not computed.
  public let drivers: [Driver]
  /// The rows of which mean and value differ by more than `toleratedShift`.
  public let shiftedRows: [ShiftedRow]
  /// The share of Σ|present value| that is in rows with a doubt, 0 to 1.
  public let shareWithDoubt: Double
  /// What a reader should know, in whole sentences.
  public let remarks: [Text]

  /// The least share of the value that must have doubt attached for an interval of the ratio.
  ///
  /// Rows without a range count as certain. Twenty rows with doubt on two of them look far too
  /// sure, and nobody would read that off the interval.
  public static let leastShareForInterval = 0.8
  /// How far the mean of a row may be from its value, as a share of it.
  public static let toleratedShift = 0.02
  /// The decimals with which a ratio is shown.
  public static let decimalsShown = 2

  /// Whether the percentiles may be shown as the interval of the ratio.
  public var isInterval: Bool { shareWithDoubt >= DoubtAnalysis.leastShareForInterval }

  /// How the percentiles were had, in words.
  public var methodText: Text {
    switch method {
    case .certain: Text("no number is uncertain", nl: "geen getal is onzeker")
    case .convolution:
      Text(
        "computed without drawing: the exact mean and deviation, percentiles by convolution",
        nl: "berekend zonder loting: gemiddelde en spreiding exact, percentielen door convolutie")
    case .drawing:
      Text(
        "\(draws) random draws, seed \(seed) (Philox 4×64-10)",
        nl: "\(draws) willekeurige trekkingen, startgetal \(seed) (Philox 4×64-10)")
    }
  }
}

extension DoubtfulMap {
  /// The draws of an ordinary report: they give the percentiles of a ratio two decimals.
  public static let usualDraws = 200_000

  /// Computes what follows from the doubts, without drawing where that can be.
  ///
  /// Mean, deviation and Sobol indices of the present value are exact. Its percentiles come from
  /// a convolution where no two rows share a doubt and the inputs are certain, else from draws.
  /// The same seed gives the same numbers, whatever the number of processor cores.
  ///
  /// - Parameters:
  ///   - seed: any number; streams of draws are keyed by it and by the doubt's name.
  ///   - draws: how many, fewer where the map is so large that they would take minutes.
  /// - Throws: `ValuationError` where the map or a doubt is impossible or a result is no number.
  public func analysed(
    seed: UInt64, draws: Int = DoubtfulMap.usualDraws
  ) throws(ValuationError) -> DoubtAnalysis {
    let model = try DoubtModel(self)
    let moments = try model.moments()
    guard model.isUncertain else { return try DoubtAnalysis(model, moments, seed: seed) }
    if let sum = ConvolvedSum(model, moments) {
      return try DoubtAnalysis(model, moments, seed: seed, convolved: sum)
    }
    return try DoubtAnalysis(model, moments, seed: seed, draws: draws, workers: nil)
  }

  /// Computes the same, with the percentiles from draws whether they are needed or not.
  ///
  /// - Parameter workers: how many threads; nothing but the time depends on it.
  /// - Throws: `ValuationError` where the map or a doubt is impossible or a result is no number.
  public func drawn(
    seed: UInt64, draws: Int, workers: Int? = nil
  ) throws(ValuationError) -> DoubtAnalysis {
    let model = try DoubtModel(self)
    return try DoubtAnalysis(
      model, try model.moments(), seed: seed, draws: draws, workers: workers)
  }

  /// Computes what is exact: mean and variance of the present value, and the Sobol indices.
  ///
  /// - Returns: `nil` where so many rows share a doubt that their pairs would take minutes.
  /// - Throws: `ValuationError` where the map or a doubt is impossible or a result is no number.
  public func exactMoments() throws(ValuationError) -> ExactMoments? {
    let model = try DoubtModel(self)
    guard let moments = try model.moments().benefits else { return nil }
    return ExactMoments(
      mean: moments.mean, variance: max(0, moments.variance), drivers: model.drivers(moments))
  }
}

/// Mean, variance and Sobol indices of the present value, without drawing.
public struct ExactMoments: Sendable, Hashable {
  /// The mean of the present value.
  public let mean: Double
  /// Its variance.
  public let variance: Double
  /// The doubts by total effect, the greatest first.
  public let drivers: [DoubtAnalysis.Driver]
}
