/// A percentile with what is known of its error.
public struct Percentile: Sendable, Hashable {
  /// The share that lies below it, as 0.05.
  public let share: Double
  /// The value.
  public let value: Double
  /// How far it may be off: the standard error of a drawn percentile, 0 where nothing is uncertain.
  ///
  /// Of a percentile from a convolution it is the change from a grid half as fine, which overstates
  /// the error.
  public let error: Double

  /// How many decimals it bears: the last of them is wrong by half a unit at most in one error.
  ///
  /// - Returns: 0 to 15.
  public var decimals: Int {
    var (decimals, unit) = (0, 1.0)
    while decimals < 15, error <= unit / 20 {
      decimals += 1
      unit /= 10
    }
    return decimals
  }
}

/// What is known of an uncertain figure.
public struct Spread: Sendable, Hashable {
  /// The mean.
  public let mean: Double
  /// The standard deviation.
  public let deviation: Double
  /// The 5th percentile.
  public let low: Percentile
  /// The median.
  public let median: Percentile
  /// The 95th percentile.
  public let high: Percentile

  /// The shares of the three percentiles.
  static let shares = [0.05, 0.5, 0.95]

  init(mean: Double, deviation: Double, percentiles: [Percentile]) {
    self.mean = mean
    self.deviation = deviation
    let known =
      percentiles.count == 3
      ? percentiles
      : Spread.shares.map {
        Percentile(share: $0, value: mean, error: 0)
      }
    low = known[0]
    median = known[1]
    high = known[2]
  }

  /// A figure without doubt.
  init(certain value: Double) {
    self.init(
      mean: value, deviation: 0,
      percentiles: Spread.shares.map { Percentile(share: $0, value: value, error: 0) })
  }

  /// Summarises draws; the mean and the deviation are replaced by exact ones where they are known.
  ///
  /// A percentile lies between the two draws next to it (definition 7 of Hyndman and Fan 1996).
  /// Its standard error is half the distance of the draws that lie one binomial deviation of
  /// their rank, √(n·p·(1−p)), to either side.
  init(draws: [Double], mean: Double? = nil, deviation: Double? = nil) {
    let count = Double(draws.count)
    let ranks = Spread.shares.map { share in
      let place = share * (count - 1)
      let reach = (count * share * (1 - share)).squareRoot()
      return (
        place: place, low: Int((place - reach).rounded(.down)),
        high: Int((place + reach).rounded(.up))
      )
    }
    let order = OrderStatistics(
      draws, ranks: ranks.flatMap { [Int($0.place), Int($0.place) + 1, $0.low, $0.high] })
    func value(_ rank: Int) -> Double { order.value(rank) ?? 0 }
    let summary = Spread.summary(draws)
    self.init(
      mean: mean ?? summary.mean, deviation: deviation ?? summary.deviation,
      percentiles: zip(Spread.shares, ranks).map { share, rank in
        let lower = Int(rank.place)
        let part = rank.place - Double(lower)
        return Percentile(
          share: share, value: value(lower) * (1 - part) + value(lower + 1) * part,
          error: value(rank.high) / 2 - value(rank.low) / 2)
      })
  }

  /// Mean and standard deviation, summed in the order of the draws.
  static func summary(_ draws: [Double]) -> (mean: Double, deviation: Double) {
    guard !draws.isEmpty else { return (0, 0) }
    let count = Double(draws.count)
    // The first draw is taken off, so that large numbers close together keep their digits.
    let start = draws[0]
    let mean = start + DrawArithmetic.sum(draws) { $0 - start } / count
    let squares = DrawArithmetic.sum(draws) { ($0 - mean) * ($0 - mean) }
    return (mean, draws.count > 1 ? (squares / (count - 1)).squareRoot() : 0)
  }

  /// The same figure divided by a certain number above 0.
  func divided(by number: Double) -> Spread {
    Spread(
      mean: mean / number, deviation: deviation / number,
      percentiles: [low, median, high].map {
        Percentile(share: $0.share, value: $0.value / number, error: $0.error / number)
      })
  }

  var isFinite: Bool {
    [mean, deviation, low.value, low.error, median.value, median.error, high.value, high.error]
      .allSatisfy(\.isFinite)
  }
}
