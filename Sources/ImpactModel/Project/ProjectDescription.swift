/// The neighbourhood in which a project works.
public struct Neighbourhood: Sendable, Hashable, Codable {
  /// Its name.
  public let name: String
  /// The code of the municipality, as in `GM0344` or a NIS code.
  public let municipality: String?
  /// The codes of neighbourhoods or districts.
  public let codes: [String]
  /// The year in which those codes hold.
  public let codesYear: Int?
  /// The country.
  public let country: Country
  /// The postcodes that count as local.
  public let area: PostcodeArea
  /// By which of its places a supplier counts as local.
  public let basis: LocalityBasis

  /// Makes a neighbourhood.
  public init(
    name: String, municipality: String?, codes: [String], codesYear: Int?, country: Country,
    area: PostcodeArea, basis: LocalityBasis = .delivery
  ) {
    self.name = name
    self.municipality = municipality
    self.codes = codes
    self.codesYear = codesYear
    self.country = country
    self.area = area
    self.basis = basis
  }

  /// The same neighbourhood with another boundary.
  public func with(area: PostcodeArea) -> Neighbourhood {
    Neighbourhood(
      name: name, municipality: municipality, codes: codes, codesYear: codesYear,
      country: country, area: area, basis: basis)
  }
}

/// When in its period a benefit or an input is reckoned to fall.
///
/// Periods are numbered from 1 and the valuation date is the start of period 1, so that the
/// discount factor of period t is (1+r) to the power −(t−1), −(t−½) or −t.
public enum DiscountTiming: String, Choice {
  /// The first period is not discounted.
  case startOfPeriod = "start_of_period"
  /// Half way.
  case midPeriod = "mid_period"
  /// The first period is discounted too.
  case endOfPeriod = "end_of_period"

  /// What readers see.
  public var label: Text {
    switch self {
    case .startOfPeriod:
      Text(
        "start of the period (first period undiscounted)",
        nl: "begin van de periode (eerste periode niet verdisconteerd)")
    case .midPeriod: Text("middle of the period", nl: "midden van de periode")
    case .endOfPeriod: Text("end of the period", nl: "einde van de periode")
    }
  }
}

/// What a project says of itself in its settings.
public struct ProjectDescription: Sendable, Hashable, Codable {
  /// Whether a report looks ahead or back.
  public enum Perspective: String, Sendable, Hashable, Codable, CaseIterable {
    /// What is expected.
    case forecast
    /// What was measured.
    case evaluation
  }

  /// What the report is for and what it looks at (Guide to SROI, 2009, stage 1.1).
  public struct Scope: Sendable, Hashable, Codable {
    /// What the report is for.
    public var purpose: String?
    /// Whom it is for.
    public var audience: String?
    /// What the project does, as far as the report looks at it.
    public var activities: String?
    /// What was done to make the report: time, people, money.
    public var resources: String?

    /// Makes a scope.
    public init(
      purpose: String? = nil, audience: String? = nil, activities: String? = nil,
      resources: String? = nil
    ) {
      self.purpose = purpose
      self.audience = audience
      self.activities = activities
      self.resources = resources
    }
  }

  /// The permanent identifier of the project.
  public var id: String
  /// The revision of its data.
  public var revision: String
  /// The name of the project.
  public var name: String
  /// A few sentences about it, in the project's language.
  public var summary: String?
  /// The organisation.
  public var organisation: String
  /// The numbers under which registers know the organisation.
  public var identifiers: [OrganisationIdentifier]
  /// Where it works.
  public var neighbourhood: Neighbourhood
  /// The reporting period.
  public var period: Period
  /// The reporting period before it, where the project has one.
  public var previousPeriod: Period?
  /// The start of period 1 of the value map: the first day of the project's first period.
  public var start: Day
  /// The currency of all amounts.
  public var currency: Currency
  /// The language of the report.
  public var language: Language
  /// Forecast or evaluation.
  public var perspective: Perspective
  /// The date of the report.
  public var reportDate: Day
  /// The real discount rate per year, a fraction.
  public var discountRate: Double
  /// Where the discount rate comes from.
  public var discountRateOrigin: Origin
  /// When benefits are reckoned to fall.
  public var benefitTiming: DiscountTiming
  /// When inputs are reckoned to fall.
  public var inputTiming: DiscountTiming
  /// The year whose price level all amounts of the value map have.
  public var priceBaseYear: Int
  /// Grant and contract numbers, in the funder's own form.
  public var grants: [String]
  /// Themes, in the lead's own words.
  public var themes: [String]
  /// Who made the report.
  public var author: String?
  /// What is left out, and why.
  public var leftOut: [String]
  /// Measures of people that the lead releases although they are below five, with the reason.
  public var releasedBelowFive: [String: String]
  /// What the report is for and what it looks at, as far as the author says.
  public var scope: Scope

  /// Makes a description; `ProjectReaders` reads one from `project.yaml`.
  public init(
    id: String, revision: String, name: String, summary: String?, organisation: String,
    identifiers: [OrganisationIdentifier], neighbourhood: Neighbourhood, period: Period,
    previousPeriod: Period?, start: Day, currency: Currency, language: Language,
    perspective: Perspective, reportDate: Day, discountRate: Double, discountRateOrigin: Origin,
    benefitTiming: DiscountTiming, inputTiming: DiscountTiming, priceBaseYear: Int,
    grants: [String], themes: [String], author: String?, leftOut: [String],
    releasedBelowFive: [String: String], scope: Scope = Scope()
  ) {
    self.id = id
    self.revision = revision
    self.name = name
    self.summary = summary
    self.organisation = organisation
    self.identifiers = identifiers
    self.neighbourhood = neighbourhood
    self.period = period
    self.previousPeriod = previousPeriod
    self.start = start
    self.currency = currency
    self.language = language
    self.perspective = perspective
    self.reportDate = reportDate
    self.discountRate = discountRate
    self.discountRateOrigin = discountRateOrigin
    self.benefitTiming = benefitTiming
    self.inputTiming = inputTiming
    self.priceBaseYear = priceBaseYear
    self.grants = grants
    self.themes = themes
    self.author = author
    self.leftOut = leftOut
    self.releasedBelowFive = releasedBelowFive
    self.scope = scope
  }
}
