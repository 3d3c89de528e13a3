import Foundation

/// An export of which a portfolio can keep what it needs, beside what can be recomputed.
public protocol ReportExtractReader: ReportReader {
  /// Reads what a portfolio keeps of a report.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged, lacks what identifies a report, or is
  ///   of a version that is not known.
  func extract(_ file: URL) throws(ReportUnreadable) -> ReportExtract
}

/// What a portfolio keeps of a report, so that reports can be found, compared and added up.
///
/// What the file does not say is absent; nothing missing is zero.
public struct ReportExtract: Sendable, Hashable {
  /// The form that it was read from, as the export's card calls it.
  public var form = ""
  /// The version of the form.
  public var version = ""
  /// The program that made the report.
  public var program = ""
  /// Whether it was made although there were errors.
  public var isDraft = false
  /// What the report says of the project.
  public var project = Project()
  /// The agreements under which value was reckoned.
  public var conventions = Conventions()
  /// The results of the value map.
  public var results = Results()
  /// The stakeholders, in their order.
  public var stakeholders: [Stakeholder] = []
  /// The inputs, in their order.
  public var inputs: [Input] = []
  /// The outcomes, in their order; those without a price too.
  public var outcomes: [Outcome] = []
  /// The measures of the indicators, in their order.
  public var measures: [Measurement] = []
  /// The flows behind the measures, in their order.
  public var flows: [Flow] = []
  /// How many over-claiming checks asked something.
  public var questions = 0
  /// How many of those the author answered.
  public var answers = 0
  /// How many elements of the file carry an identifier.
  public var identifiedElements = 0

  /// Makes an extract that holds nothing yet.
  public init() {}

  /// What a report says of its project.
  public struct Project: Sendable, Hashable, Codable {
    /// The permanent identifier.
    public var id = ""
    /// The revision of the data.
    public var revision = ""
    /// The name.
    public var name = ""
    /// The name of the organisation.
    public var organisation = ""
    /// The organisation's numbers with their schemes, as in `NL-KVK-12345678`.
    public var identifiers: [String] = []
    /// The name of the neighbourhood.
    public var neighbourhood = ""
    /// The country's code.
    public var country: String?
    /// The code of the municipality.
    public var municipality: String?
    /// The codes of neighbourhoods or districts.
    public var areaCodes: [String] = []
    /// The year in which those codes hold.
    public var codesYear: Int?
    /// The reporting period.
    public var period: Period?
    /// Forecast or evaluation.
    public var perspective = ""
    /// The date of the report.
    public var reportDate: Day?
    /// Grant and contract numbers.
    public var grants: [String] = []
    /// Themes.
    public var themes: [String] = []
    /// The language of the report.
    public var language: Language?

    /// Makes a project of which nothing is known.
    public init() {}
  }

  /// The agreements under which value was reckoned; values are comparable where these agree.
  public struct Conventions: Sendable, Hashable, Codable {
    /// The discount rate per year, a fraction.
    public var discountRate: Double?
    /// When benefits are reckoned to fall.
    public var benefitTiming: DiscountTiming?
    /// When inputs are reckoned to fall.
    public var inputTiming: DiscountTiming?
    /// The day to which values are discounted.
    public var valuationDate: Day?
    /// The year of the price level.
    public var priceBaseYear: Int?
    /// The currency's code.
    public var currency: String?

    /// Makes conventions of which nothing is known.
    public init() {}
  }

  /// The results of the value map.
  public struct Results: Sendable, Hashable, Codable {
    /// The present value of the benefits.
    public var presentValue: Double?
    /// The present value of the inputs.
    public var inputsPresentValue: Double?
    /// The ratio.
    public var ratio: Double?
    /// The low end of the ratio's interval, absent where the report gives none.
    public var ratioLow: Double?
    /// The high end of the ratio's interval.
    public var ratioHigh: Double?

    /// Makes results of which nothing is known.
    public init() {}
  }

  /// A stakeholder.
  public struct Stakeholder: Sendable, Hashable, Codable {
    /// The identifier of its row.
    public var id = ""
    /// Its name.
    public var name = ""
    /// Its domain.
    public var domain: Domain?

    /// Makes a stakeholder of whom nothing is known.
    public init() {}
  }

  /// An input.
  public struct Input: Sendable, Hashable, Codable {
    /// The identifier of its row.
    public var id = ""
    /// Who puts it in.
    public var stakeholder = ""
    /// What it is.
    public var description = ""
    /// In what form it is put in.
    public var kind = ""
    /// The period in which it is put in, from 1.
    public var period: Int?
    /// The grant or contract that pays it.
    public var grant: String?
    /// Its value.
    public var value: Double?
    /// Its discounted value.
    public var presentValue: Double?

    /// Makes an input of which nothing is known.
    public init() {}
  }

  /// An outcome of the value map.
  public struct Outcome: Sendable, Hashable, Codable {
    /// The identifier of its row.
    public var id = ""
    /// Who experiences it.
    public var stakeholder = ""
    /// What it is.
    public var description = ""
    /// Its theme.
    public var theme: String?
    /// Whether it is on the value map with a price.
    public var isPriced = true
    /// Its present value.
    public var presentValue: Double?

    /// Makes an outcome of which nothing is known.
    public init() {}
  }

  /// A measure of an indicator, with the card that it was written under.
  public struct Measurement: Sendable, Hashable, Codable {
    /// The identifier of the figure.
    public var figure = ""
    /// What readers see.
    public var label = Text(verbatim: "")
    /// How the number is made.
    public var kind = ""
    /// The code of its unit.
    public var unit = ""
    /// The currency's code, of an amount of money.
    public var currency: String?
    /// How several projects are joined.
    public var aggregation: MeasureCard.Aggregation = .none
    /// The value.
    public var value: Double?
    /// The numerator of a share, the sum of a mean.
    public var numerator: Double?
    /// The denominator of a share, the number of a mean.
    public var denominator: Double?
    /// The lowest value that the assumptions allow.
    public var low: Double?
    /// The highest value that the assumptions allow.
    public var high: Double?
    /// Whether rows that could not be read are missing from it.
    public var isIncomplete = false
    /// The numbers that a computed value was made of, by their names.
    public var parts: [String: Double] = [:]

    /// Makes a measurement of which nothing is known.
    public init() {}
  }

  /// A flow of money or goods behind a measure.
  public struct Flow: Sendable, Hashable, Codable {
    /// The identifier of the measure's figure.
    public var figure = ""
    /// Where it starts.
    public var from = ""
    /// What readers see there.
    public var fromLabel = Text(verbatim: "")
    /// Where it ends.
    public var to = ""
    /// What readers see there.
    public var toLabel = Text(verbatim: "")
    /// The code of its unit.
    public var unit = ""
    /// The currency's code, of an amount of money.
    public var currency: String?
    /// How much.
    public var amount: Double?

    /// Makes a flow of which nothing is known.
    public init() {}
  }
}
