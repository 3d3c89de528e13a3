extension ReportExtract {
  /// Takes from a report what a portfolio keeps of it, for a form to carry along.
  ///
  /// The form, its version and the number of its elements are for the form to say.
  public init(_ report: Report) {
    self.init()
    program = report.program
    isDraft = report.isDraft
    project = Project(report.project)
    conventions = Conventions(report.project)
    if let map = report.valueMap { results = Results(map, report.doubt) }
    stakeholders = report.stakeholders.map { Stakeholder($0) }
    inputs = report.inputs.map { Input($0) }
    outcomes =
      (report.valueMap?.rows ?? []).map { Outcome($0) }
      + (report.valueMap?.unpriced ?? []).map { Outcome($0) }
    let currency = report.project.currency
    for measure in report.indicators.flatMap(\.measures) {
      measures.append(Measurement(measure, currency))
      flows += measure.measure.flows.map { Flow($0, of: measure.id, currency) }
    }
    questions = report.claims.count
    answers = report.claims.count { $0.answer != nil }
  }

  /// Texts of one language stand for both, as in a file.
  fileprivate static func plain(_ text: Text) -> Text { Text(text.english, nl: text.dutch) }
}

extension ReportExtract.Project {
  fileprivate init(_ project: ProjectDescription) {
    self.init()
    id = project.id
    revision = project.revision
    name = project.name
    organisation = project.organisation
    identifiers = project.identifiers.map { "\($0.scheme.rawValue)-\($0.number)" }
    neighbourhood = project.neighbourhood.name
    country = project.neighbourhood.country.rawValue
    municipality = project.neighbourhood.municipality
    areaCodes = project.neighbourhood.codes
    codesYear = project.neighbourhood.codesYear
    period = project.period
    perspective = project.perspective.rawValue
    reportDate = project.reportDate
    grants = project.grants
    themes = project.themes
    language = project.language
  }
}

extension ReportExtract.Conventions {
  fileprivate init(_ project: ProjectDescription) {
    self.init()
    discountRate = project.discountRate
    benefitTiming = project.benefitTiming
    inputTiming = project.inputTiming
    valuationDate = project.start
    priceBaseYear = project.priceBaseYear
    currency = project.currency.code
  }
}

extension ReportExtract.Results {
  fileprivate init(_ map: ReportValueMap, _ doubt: ReportDoubt?) {
    self.init()
    presentValue = map.presentValue.value
    inputsPresentValue = map.inputsPresentValue.value
    ratio = map.ratio.value
    guard let doubt, doubt.isInterval else { return }
    ratioLow = doubt.ratioLow.value
    ratioHigh = doubt.ratioHigh.value
  }
}

extension ReportExtract.Stakeholder {
  fileprivate init(_ stakeholder: ReportStakeholder) {
    self.init()
    id = stakeholder.id.description
    name = stakeholder.name
    domain = stakeholder.domain
  }
}

extension ReportExtract.Input {
  fileprivate init(_ input: ReportInput) {
    self.init()
    id = input.id.description
    stakeholder = input.stakeholder.description
    description = input.description
    kind = input.kind.rawValue
    period = input.period
    grant = input.grant
    value = input.value.value
    presentValue = input.presentValue.value
  }
}

extension ReportExtract.Outcome {
  fileprivate init(_ row: ReportOutcome) {
    self.init()
    id = row.id.description
    stakeholder = row.stakeholder.description
    description = row.description
    theme = row.theme
    presentValue = row.presentValue.value
  }

  fileprivate init(_ row: ReportUnpricedOutcome) {
    self.init()
    id = row.id.description
    stakeholder = row.stakeholder.description
    description = row.description
    theme = row.theme
    isPriced = false
  }
}

extension ReportExtract.Measurement {
  fileprivate init(_ entry: ReportMeasure, _ project: Currency) {
    self.init()
    let (measure, card) = (entry.measure, entry.measure.card)
    figure = entry.id.description
    label = ReportExtract.plain(card.label)
    kind = card.kind.rawValue
    unit = card.unit.code
    currency = card.unit.isMoney ? project.code : nil
    aggregation = card.aggregation
    value = measure.value
    low = measure.range?.lowerBound
    high = measure.range?.upperBound
    isIncomplete = entry.isIncomplete
    guard case .measured(let made) = measure.result else { return }
    switch made {
    case .share(let part, let whole, _): (numerator, denominator) = (part, whole)
    case .mean(let sum, let count): (numerator, denominator) = (sum, count)
    case .computed(_, let inputs, _):
      parts = Dictionary(inputs.map { ($0.id, $0.value) }, uniquingKeysWith: { _, last in last })
    case .count, .sum: break
    }
  }
}

extension ReportExtract.Flow {
  fileprivate init(_ flow: ImpactModel.Flow, of measure: FigureID, _ project: Currency) {
    self.init()
    figure = measure.description
    from = flow.from
    fromLabel = ReportExtract.plain(flow.fromLabel)
    to = flow.to
    toLabel = ReportExtract.plain(flow.toLabel)
    unit = flow.unit.code
    currency = flow.unit.isMoney ? project.code : nil
    amount = flow.amount
  }
}
