import ImpactModel

/// A value map as numbers: what is valued, what was put in, and the conventions of discounting.
///
/// Every quantity is there; a row whose quantity could not be had never reaches a value map,
/// and the caller withholds the ratio then.
public struct ValueMap: Sendable, Hashable {
  /// The most periods that a value map may reach, so that no input asks for endless memory.
  public static let maximumPeriods = 1_000

  /// The real discount rate per period, a fraction above −1.
  public var rate: Double
  /// When in their period benefits are reckoned to fall.
  public var benefitTiming: DiscountTiming
  /// When in their period inputs are reckoned to fall.
  public var inputTiming: DiscountTiming
  /// The outcomes, in the order in which they are summed.
  public var rows: [Row]
  /// The inputs, in the order in which they are summed.
  public var inputs: [Input]

  /// Makes a value map; `valued()` checks it.
  public init(
    rate: Double, benefitTiming: DiscountTiming, inputTiming: DiscountTiming, rows: [Row],
    inputs: [Input]
  ) {
    self.rate = rate
    self.benefitTiming = benefitTiming
    self.inputTiming = inputTiming
    self.rows = rows
    self.inputs = inputs
  }

  /// One outcome with its financial proxy and its deductions.
  public struct Row: Sendable, Hashable {
    /// The identifier of its row.
    public var id: RowID
    /// How much changed.
    public var quantity: Double
    /// The value of one unit, in the project's currency; negative for a loss.
    public var proxy: Double
    /// The share that would have happened anyway, a fraction from 0 to 1.
    public var deadweight: Double
    /// The share that was moved from elsewhere, a fraction from 0 to 1.
    public var displacement: Double
    /// The share that others contributed, a fraction from 0 to 1.
    public var attribution: Double
    /// The share of the remaining value lost in each further period, a fraction from 0 to 1.
    public var dropOff: Double
    /// The first period with a benefit, from 1.
    public var firstPeriod: Int
    /// How many periods the benefit lasts, from 1.
    public var benefitPeriods: Int

    /// Makes a row.
    public init(
      id: RowID, quantity: Double, proxy: Double, deadweight: Double, displacement: Double,
      attribution: Double, dropOff: Double, firstPeriod: Int, benefitPeriods: Int
    ) {
      self.id = id
      self.quantity = quantity
      self.proxy = proxy
      self.deadweight = deadweight
      self.displacement = displacement
      self.attribution = attribution
      self.dropOff = dropOff
      self.firstPeriod = firstPeriod
      self.benefitPeriods = benefitPeriods
    }
  }

  /// One input, valued in the project's currency.
  public struct Input: Sendable, Hashable {
    /// The identifier of its row.
    public var id: RowID
    /// Its value, not discounted.
    public var amount: Double
    /// The period in which it is put in, from 1.
    public var period: Int

    /// Makes an input.
    public init(id: RowID, amount: Double, period: Int) {
      self.id = id
      self.amount = amount
      self.period = period
    }
  }
}
