/// The value map of a report: conventions, rows with every step, and results.
///
/// The conventions are in the project's description: rate, both timings, base year.
public struct ReportValueMap: Sendable {
  /// The rows, in the order of their table.
  public let rows: [ReportOutcome]
  /// The number of periods: at least 1, to the last period with a benefit or an input.
  public let periods: Int
  /// The discount factor of the benefits of each period.
  public let benefitFactors: [Double]
  /// The discount factor of the inputs of each period.
  public let inputFactors: [Double]
  /// The undiscounted benefits of each period: `sroi.benefits_<t>`.
  public let benefitsPerPeriod: [Figure]
  /// The present value of all benefits: `sroi.present_value`.
  public let presentValue: Figure
  /// The present value of all inputs: `sroi.inputs_present_value`.
  public let inputsPresentValue: Figure
  /// Present value less inputs: `sroi.net_present_value`.
  public let netPresentValue: Figure
  /// The SROI ratio: `sroi.ratio`.
  public let ratio: Figure
  /// The net ratio, the ratio less one: `sroi.net_ratio`.
  public let netRatio: Figure
  /// From the gross value of all rows to their present value, step by step.
  public let waterfall: [Figure]
  /// The present value per domain, in the order of `Domain`: `domain.<id>.present_value`.
  public let domains: [(domain: Domain, presentValue: Figure)]
  /// The months after which the benefits have paid the inputs back: `sroi.payback_months` and
  /// `sroi.discounted_payback_months`.
  public let payback: [Figure]
  /// Outcomes that are on the map without a price.
  public let unpriced: [ReportUnpricedOutcome]

  /// Makes a value map.
  public init(
    rows: [ReportOutcome], periods: Int, benefitFactors: [Double], inputFactors: [Double],
    benefitsPerPeriod: [Figure], presentValue: Figure, inputsPresentValue: Figure,
    netPresentValue: Figure, ratio: Figure, netRatio: Figure, waterfall: [Figure],
    domains: [(domain: Domain, presentValue: Figure)], payback: [Figure] = [],
    unpriced: [ReportUnpricedOutcome] = []
  ) {
    self.rows = rows
    self.periods = periods
    self.benefitFactors = benefitFactors
    self.inputFactors = inputFactors
    self.benefitsPerPeriod = benefitsPerPeriod
    self.presentValue = presentValue
    self.inputsPresentValue = inputsPresentValue
    self.netPresentValue = netPresentValue
    self.ratio = ratio
    self.netRatio = netRatio
    self.waterfall = waterfall
    self.domains = domains
    self.payback = payback
    self.unpriced = unpriced
  }
}

/// One row of the value map: its inputs, and the value after each step.
public struct ReportOutcome: Sendable, Hashable {
  /// A share that is taken off, with the reason that the author gave.
  public struct Deduction: Sendable, Hashable {
    /// The share as a fraction, absent where the author gave none.
    public let share: Estimate?
    /// Why it is so.
    public let reason: String?

    /// Makes a deduction.
    public init(share: Estimate?, reason: String?) {
      self.share = share
      self.reason = reason
    }
  }

  /// The identifier of its row.
  public let id: RowID
  /// Who experiences it.
  public let stakeholder: RowID
  /// The outcome, as the stakeholder would say it.
  public let description: String
  /// The theme, in the lead's own words.
  public let theme: String?
  /// Whether it was meant to happen.
  public let isIntended: Bool
  /// How the quantity was known.
  public let evidence: String?
  /// The quantity, absent where it could not be had.
  public let quantity: Estimate?
  /// The measure that the quantity was taken from.
  public let quantityFrom: FigureID?
  /// What the quantity counts.
  public let quantityUnit: String?
  /// The identifier of the financial proxy, absent where no value of it could be had.
  public let proxyID: RowID?
  /// What the financial proxy is.
  public let proxyDescription: String
  /// The value of one unit at the report's prices, negative for a loss; it has no meaning where
  /// `proxyID` is absent.
  public let proxy: Estimate
  /// Where the proxy comes from.
  public let proxySource: String
  /// What would have happened anyway.
  public let deadweight: Deduction
  /// What was moved from elsewhere.
  public let displacement: Deduction
  /// What others contributed.
  public let attribution: Deduction
  /// What is lost in each further period.
  public let dropOff: Deduction
  /// The first period with a benefit, from 1.
  public let firstPeriod: Int
  /// How many periods the benefit lasts.
  public let benefitPeriods: Int
  /// Quantity times proxy: `outcome.<id>.gross_value`.
  public let gross: Figure
  /// After deadweight: `outcome.<id>.after_deadweight`.
  public let afterDeadweight: Figure
  /// After displacement too: `outcome.<id>.after_displacement`.
  public let afterDisplacement: Figure
  /// After attribution too, the impact of one period: `outcome.<id>.impact`.
  public let impact: Figure
  /// The undiscounted value in each period of the map, zero where there is none.
  public let valuePerPeriod: [Double]
  /// The present value: `outcome.<id>.present_value`.
  public let presentValue: Figure
  /// Where the numbers that the author gave stand, as far as that is known.
  public let origins: [Given: Origin]
  /// How many people or things the evidence speaks of.
  public let sampleSize: Int?
  /// Why it lasts so long.
  public let durationReason: String?
  /// How much it matters to them, from 0 to 10.
  public let weight: Double?
  /// How the financial proxy was found.
  public let proxyMethod: ValuationMethod?
  /// The proxy as its source has it, absent where that is `proxy` itself.
  public let proxyGiven: Estimate?
  /// The year of the proxy's prices.
  public let priceYear: Int?
  /// What brings the given proxy to the base year and the project's currency; 1 for neither.
  public let priceFactor: Double
  /// The names of the doubts that its numbers share with others, as `shared.survey.quantity`.
  public let sharedDoubts: [Given: String]

  /// Makes a row.
  public init(
    id: RowID, stakeholder: RowID, description: String, theme: String?, isIntended: Bool,
    evidence: String?, quantity: Estimate?, quantityFrom: FigureID?, quantityUnit: String?,
    proxyID: RowID?, proxyDescription: String, proxy: Estimate, proxySource: String,
    deadweight: Deduction, displacement: Deduction, attribution: Deduction, dropOff: Deduction,
    firstPeriod: Int, benefitPeriods: Int, gross: Figure, afterDeadweight: Figure,
    afterDisplacement: Figure, impact: Figure, valuePerPeriod: [Double], presentValue: Figure,
    origins: [Given: Origin] = [:], sampleSize: Int? = nil, durationReason: String? = nil,
    weight: Double? = nil, proxyMethod: ValuationMethod? = nil, proxyGiven: Estimate? = nil,
    priceYear: Int? = nil, priceFactor: Double = 1, sharedDoubts: [Given: String] = [:]
  ) {
    self.id = id
    self.stakeholder = stakeholder
    self.description = description
    self.theme = theme
    self.isIntended = isIntended
    self.evidence = evidence
    self.quantity = quantity
    self.quantityFrom = quantityFrom
    self.quantityUnit = quantityUnit
    self.proxyID = proxyID
    self.proxyDescription = proxyDescription
    self.proxy = proxy
    self.proxySource = proxySource
    self.deadweight = deadweight
    self.displacement = displacement
    self.attribution = attribution
    self.dropOff = dropOff
    self.firstPeriod = firstPeriod
    self.benefitPeriods = benefitPeriods
    self.gross = gross
    self.afterDeadweight = afterDeadweight
    self.afterDisplacement = afterDisplacement
    self.impact = impact
    self.valuePerPeriod = valuePerPeriod
    self.presentValue = presentValue
    self.origins = origins
    self.sampleSize = sampleSize
    self.durationReason = durationReason
    self.weight = weight
    self.proxyMethod = proxyMethod
    self.proxyGiven = proxyGiven
    self.priceYear = priceYear
    self.priceFactor = priceFactor
    self.sharedDoubts = sharedDoubts
  }
}
