/// A finished report: every figure with an identifier and an origin, ready to be written.
public struct Report: Sendable {
  /// The program that made it, name and version.
  public let program: String
  /// What the project says of itself.
  public let project: ProjectDescription
  /// Whether it was made although there were errors.
  public let isDraft: Bool
  /// The stakeholders, in the order of their table.
  public let stakeholders: [ReportStakeholder]
  /// The inputs, in the order of their table.
  public let inputs: [ReportInput]
  /// The value map, absent where the project has none.
  public let valueMap: ReportValueMap?
  /// The indicators in use, in the order of the registry.
  public let indicators: [ReportIndicator]
  /// What the checks found, and what a reader should know.
  public let findings: [Finding]
  /// The files that the report was made of.
  public let sources: [ReportSource]
  /// The dated parameters that were used, with their sources.
  public let parameters: [ReportParameter]
  /// How sure the ratio is, absent where no number of the value map has a range.
  public let doubt: ReportDoubt?
  /// What the ratio does when one thing changes, absent where there is no ratio.
  public let sensitivity: ReportSensitivity?
  /// What the over-claiming checks found, with the author's answers.
  public var claims: [ReportClaim]
  /// The assurance list.
  public var assurance: [ReportAssurance]

  /// Makes a report; the pipeline does so.
  public init(
    program: String, project: ProjectDescription, isDraft: Bool,
    stakeholders: [ReportStakeholder], inputs: [ReportInput], valueMap: ReportValueMap?,
    indicators: [ReportIndicator], findings: [Finding], sources: [ReportSource],
    parameters: [ReportParameter], doubt: ReportDoubt? = nil,
    sensitivity: ReportSensitivity? = nil, claims: [ReportClaim] = [],
    assurance: [ReportAssurance] = []
  ) {
    self.program = program
    self.project = project
    self.isDraft = isDraft
    self.stakeholders = stakeholders
    self.inputs = inputs
    self.valueMap = valueMap
    self.indicators = indicators
    self.findings = findings
    self.sources = sources
    self.parameters = parameters
    self.doubt = doubt
    self.sensitivity = sensitivity
    self.claims = claims
    self.assurance = assurance
  }
}

/// Someone who affects the project or is affected by it.
public struct ReportStakeholder: Sendable, Hashable {
  /// The identifier of its row.
  public let id: RowID
  /// Its name.
  public let name: String
  /// Its domain.
  public let domain: Domain
  /// How many belong to it.
  public let groupSize: Int?
  /// Whether it is in the value map.
  public let isIncluded: Bool
  /// Why it is in or out.
  public let reason: String?
  /// How many of them helped to say what changed.
  public let involved: Int?
  /// How they were involved, and at which step.
  public let involvement: String?
  /// The present value of its outcomes: `stakeholder.<id>.present_value`.
  public let presentValue: Figure

  /// Makes a stakeholder.
  public init(
    id: RowID, name: String, domain: Domain, groupSize: Int?, isIncluded: Bool, reason: String?,
    involved: Int? = nil, involvement: String? = nil, presentValue: Figure
  ) {
    self.id = id
    self.name = name
    self.domain = domain
    self.groupSize = groupSize
    self.isIncluded = isIncluded
    self.reason = reason
    self.involved = involved
    self.involvement = involvement
    self.presentValue = presentValue
  }
}

/// What was put in.
public struct ReportInput: Sendable, Hashable {
  /// In what form it was put in.
  public enum Kind: String, Choice {
    /// Money.
    case cash
    /// Hours, at a rate per hour.
    case hours
    /// Goods or services at their value.
    case inKind = "in_kind"

    /// What readers see.
    public var label: Text {
      switch self {
      case .cash: Text("Cash", nl: "Geld")
      case .hours: Text("Hours", nl: "Uren")
      case .inKind: Text("In kind", nl: "In natura")
      }
    }
  }

  /// The identifier of its row.
  public let id: RowID
  /// Who puts it in.
  public let stakeholder: RowID
  /// What it is.
  public let description: String
  /// In what form.
  public let kind: Kind
  /// The period in which it is put in, from 1.
  public let period: Int
  /// The amount of money or the number of hours or units, absent where it could not be had.
  public let quantity: Double?
  /// The value of one hour or unit, 1 for cash, absent where it could not be had.
  public let rate: Double?
  /// The grant or contract that pays it.
  public let grant: String?
  /// The value: `input.<id>.value`.
  public let value: Figure
  /// Its discounted value: `input.<id>.present_value`.
  public let presentValue: Figure
  /// Where the numbers that the author gave stand, as far as that is known.
  public let origins: [Given: Origin]
  /// The numbers that the author gave with a range.
  public let ranges: [Given: Estimate]
  /// The figure that the quantity was taken from.
  public let quantityFrom: FigureID?
  /// The year of its prices.
  public let priceYear: Int?
  /// What brings those prices to the base year; 1 where they are of that year.
  public let priceFactor: Double
  /// The names of the doubts that its numbers share with others, as `shared.survey.rate`.
  public let sharedDoubts: [Given: String]

  /// Makes an input.
  public init(
    id: RowID, stakeholder: RowID, description: String, kind: Kind, period: Int, quantity: Double?,
    rate: Double?, grant: String?, value: Figure, presentValue: Figure,
    origins: [Given: Origin] = [:], ranges: [Given: Estimate] = [:],
    quantityFrom: FigureID? = nil, priceYear: Int? = nil, priceFactor: Double = 1,
    sharedDoubts: [Given: String] = [:]
  ) {
    self.id = id
    self.stakeholder = stakeholder
    self.description = description
    self.kind = kind
    self.period = period
    self.quantity = quantity
    self.rate = rate
    self.grant = grant
    self.value = value
    self.presentValue = presentValue
    self.origins = origins
    self.ranges = ranges
    self.quantityFrom = quantityFrom
    self.priceYear = priceYear
    self.priceFactor = priceFactor
    self.sharedDoubts = sharedDoubts
  }
}

/// A file that a report was made of.
public struct ReportSource: Sendable, Hashable {
  /// The path, relative to the project's folder.
  public let file: String
  /// What it holds: a table's identifier, `books` or `settings`.
  public let kind: String
  /// What it holds, as readers see it; without a title of its own, the identifier.
  public let title: Text
  /// SHA-256 of its bytes, in hexadecimal digits.
  public let sha256: String
  /// How many rows or lines were read; absent where they are people and fewer than five.
  public let rows: Int?
  /// How many rows could not be read.
  public let rejectedRows: Int
  /// Under which licence it may be passed on, as an SPDX identifier or in words, where it has one.
  public let licence: String?

  /// Makes a source.
  public init(
    file: String, kind: String, title: Text? = nil, sha256: String, rows: Int?, rejectedRows: Int,
    licence: String? = nil
  ) {
    self.file = file
    self.kind = kind
    self.title = title ?? Text(verbatim: kind)
    self.sha256 = sha256
    self.rows = rows
    self.rejectedRows = rejectedRows
    self.licence = licence
  }

  /// What it holds, and under which licence where it has one.
  public var titleAndLicence: Text {
    guard let licence else { return title }
    return Text("\(title.english), \(licence)", nl: "\(title.dutch), \(licence)")
  }
}

/// A dated parameter that was used.
public struct ReportParameter: Sendable, Hashable {
  /// Its identifier.
  public let id: String
  /// What readers see.
  public let label: Text
  /// The value.
  public let value: Double
  /// What it counts.
  public let unit: Unit
  /// Where it comes from, ready to be printed.
  public let source: String
  /// Where it stands.
  public let origin: Origin
  /// Whether its licence lets the value be printed; otherwise an export only names the parameter.
  public let isPrintable: Bool
  /// Who publishes the source.
  public let publisher: String?
  /// Under which licence the value may be passed on, as an SPDX identifier or in words.
  public let licence: String?
  /// The days on which the value holds.
  public let validity: Validity?

  /// The days on which a dated value holds.
  public struct Validity: Sendable, Hashable {
    /// The first day.
    public let first: Day
    /// The last day, absent where the value is still in force.
    public let last: Day?

    /// Makes a stretch of days.
    public init(first: Day, last: Day?) {
      self.first = first
      self.last = last
    }
  }

  /// The value as far as an export may print it.
  public var printableValue: Double? { isPrintable ? value : nil }

  /// Makes a parameter.
  public init(
    id: String, label: Text, value: Double, unit: Unit, source: String, origin: Origin,
    isPrintable: Bool = true, publisher: String? = nil, licence: String? = nil,
    validity: Validity? = nil
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.unit = unit
    self.source = source
    self.origin = origin
    self.isPrintable = isPrintable
    self.publisher = publisher
    self.licence = licence
    self.validity = validity
  }
}

/// An indicator in use, with its measures.
public struct ReportIndicator: Sendable {
  /// One segment.
  public let id: String
  /// What readers see.
  public let title: Text
  /// What it measures.
  public let summary: Text
  /// The sources of its method.
  public let references: [Reference]
  /// Its measures with their figures, in the order in which they are shown.
  public let measures: [ReportMeasure]
  /// The version of the module, absent where it is part of the program and has its version.
  public let version: String?

  /// Makes an indicator's section.
  public init(
    id: String, title: Text, summary: Text, references: [Reference], measures: [ReportMeasure],
    version: String? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.references = references
    self.measures = measures
    self.version = version
  }
}

/// A measure of the report with its identifier.
public struct ReportMeasure: Sendable, Hashable {
  /// The identifier, as in `employment.fte`.
  public let id: FigureID
  /// The measure.
  public let measure: Measure
  /// Whether rows that could not be read are missing from it.
  public let isIncomplete: Bool

  /// Makes a measure of the report.
  public init(id: FigureID, measure: Measure, isIncomplete: Bool) {
    self.id = id
    self.measure = measure
    self.isIncomplete = isIncomplete
  }
}
