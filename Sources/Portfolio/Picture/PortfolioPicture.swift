import ExportKit

/// What the reports of a portfolio add up to.
///
/// Of each project and perspective the report of the latest period counts, in its newest revision;
/// the value map of a later period holds what the earlier one held, so that years are shown beside
/// each other and never added. Ratios are never averaged: that of a group is the sum of its present
/// values over the sum of its inputs.
public struct PortfolioPicture: Sendable {
  /// Conventions under which values may be added up.
  public struct Conventions: Sendable, Hashable {
    /// Forecast or evaluation.
    public let perspective: String
    /// The currency's code.
    public let currency: String
    /// The discount rate per year, a fraction.
    public let discountRate: Double
    /// When benefits are reckoned to fall.
    public let benefitTiming: String
    /// When inputs are reckoned to fall.
    public let inputTiming: String
    /// The year of the price level.
    public let priceYear: Int
  }

  /// Sums of inputs and present values.
  public struct Sum: Sendable, Hashable {
    /// How many projects are in it.
    public var projects = 0
    /// The present value of the benefits.
    public var presentValue: Double = 0
    /// The present value of the inputs; absent in a part of the benefits, which has none of its own.
    public var inputs: Double?

    /// The sum of the benefits over that of the inputs, absent without inputs.
    public var ratio: Double? {
      guard let inputs, inputs > 0 else { return nil }
      let ratio = presentValue / inputs
      return ratio.isFinite ? ratio : nil
    }
  }

  /// A part of a group's benefits or inputs, by what it is called.
  public struct Part: Sendable, Hashable {
    /// The code of what the part is, empty where the reports do not say.
    public let code: String
    /// What readers see.
    public let label: Text
    /// Its sums.
    public let sum: Sum
  }

  /// What one kind of stakeholder put in, of a group of reports.
  public struct Payer: Sendable, Hashable {
    /// Who put it in.
    public let name: String
    /// In what form: cash, hours or in_kind.
    public let kind: String
    /// In how many projects.
    public let projects: Int
    /// The present value of the inputs.
    public let presentValue: Double
  }

  /// What the reports of one year under like conventions add up to.
  public struct YearSum: Sendable, Hashable {
    /// The year in which the periods end.
    public let year: Int
    /// The conventions.
    public let conventions: Conventions
    /// The sums, of each project the last report of the year.
    public let sum: Sum
  }

  /// Reports under like conventions.
  public struct Group: Sendable, Hashable {
    /// The conventions.
    public let conventions: Conventions
    /// The sums.
    public let sum: Sum
    /// The earliest and latest day to which values are discounted.
    public let valuationDates: ClosedRange<String>
    /// The benefits by theme of the outcomes.
    public let themes: [Part]
    /// Benefits and inputs by neighbourhood.
    public let neighbourhoods: [Part]
    /// The benefits by domain of the stakeholders.
    public let domains: [Part]
    /// The benefits by stakeholder.
    public let stakeholders: [Part]
    /// Who put what in, the largest first.
    public let payers: [Payer]
    /// What the reports of each year add up to; a project stands in every year that it reported.
    public let years: [Part]
  }

  /// What a measure of several projects comes to in a year.
  public struct MeasureTotal: Sendable, Hashable {
    /// The identifier of the figure.
    public let figure: String
    /// What readers see.
    public let label: Text
    /// The code of its unit.
    public let unit: String
    /// The currency's code, of an amount of money.
    public let currency: String?
    /// How projects are joined.
    public let aggregation: String
    /// The year in which the periods end.
    public let year: Int
    /// How many reports have a value.
    public let reports: Int
    /// In how many of them rows are missing.
    public let incomplete: Int
    /// How many reports have the measure without a value.
    public let absent: Int
    /// The sum, or the pooled share or mean; absent where the measure is not to be joined.
    public let value: Double?
    /// The sum of the numerators of a pooled measure.
    public let numerator: Double?
    /// The sum of the denominators of a pooled measure.
    public let denominator: Double?
  }

  /// A flow between two places, over all projects of a year.
  public struct JoinedFlow: Sendable, Hashable {
    /// The measure that it belongs to.
    public let figure: String
    /// The year in which the periods end.
    public let year: Int
    /// The unit or, of money, the currency.
    public let unit: String
    /// Where it starts.
    public let source: Text
    /// Where it ends.
    public let target: Text
    /// How much.
    public let amount: Double
    /// How many projects it comes from.
    public let projects: Int
  }

  /// How much of the portfolio can be compared, and how sure it is.
  public struct Coverage: Sendable, Hashable {
    /// Reports in force.
    public var reports = 0
    /// Reports that a newer revision superseded.
    public var superseded = 0
    /// Projects.
    public var projects = 0
    /// Municipalities.
    public var municipalities = 0
    /// Reports with a ratio.
    public var withRatio = 0
    /// Reports with an interval of the ratio.
    public var withInterval = 0
    /// Figures that were recomputed when the reports were added.
    public var recomputed = 0
    /// Figures that only the digest vouches for.
    public var unchanged = 0
    /// Over-claiming checks that asked something.
    public var questions = 0
    /// Those that the authors answered.
    public var answers = 0
    /// Projects whose latest report has values but not all conventions, and is in no group.
    public var outsideGroups = 0
    /// Projects whose latest report has no present value or no inputs, and is in no group.
    public var withoutValue = 0
    /// How many reports use each indicator, by its identifier.
    public var indicators: [Indicator] = []

    /// The use of one indicator.
    public struct Indicator: Sendable, Hashable {
      /// Its identifier.
      public let id: String
      /// How many reports in force have a measure of it.
      public let reports: Int
    }
  }

  /// A report in force.
  public struct ReportLine: Sendable, Hashable {
    /// Its number in the portfolio.
    public let number: Int64
    /// The project's name.
    public let name: String
    /// The project's identifier.
    public let project: String
    /// The organisation.
    public let organisation: String
    /// The code of the municipality.
    public let municipality: String?
    /// The neighbourhood.
    public let neighbourhood: String
    /// The first day of its period.
    public let first: String
    /// The last day of its period.
    public let last: String
    /// Its revision.
    public let revision: String
    /// Forecast or evaluation.
    public let perspective: String
    /// The currency's code.
    public let currency: String?
    /// The present value of the inputs.
    public let inputs: Double?
    /// The present value of the benefits.
    public let presentValue: Double?
    /// The ratio, as the report states it.
    public let ratio: Double?
    /// The low end of its interval.
    public let low: Double?
    /// The high end of its interval.
    public let high: Double?
    /// How many questions of over-claiming checks the authors did not answer.
    public let openQuestions: Int
  }

  /// How much can be compared.
  public let coverage: Coverage
  /// The groups of like conventions, the largest first.
  public let groups: [Group]
  /// All years beside each other, each by its conventions.
  public let development: [YearSum]
  /// What may have been counted twice.
  public let overlaps: [Overlap]
  /// The measures, by figure and year.
  public let measures: [MeasureTotal]
  /// The flows, by measure and year.
  public let flows: [JoinedFlow]
  /// Who paid whom, by municipality, perspective, currency and year.
  public let money: [MoneyMatrix]
  /// The reports in force.
  public let reports: [ReportLine]
}
