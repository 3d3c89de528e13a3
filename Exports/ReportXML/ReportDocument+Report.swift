import ExportKit

extension ReportDocument {
  /// Writes the whole report.
  ///
  /// Origins and units stand at the end, because figures number them while they are written.
  mutating func write(_ report: Report, digest: String?) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns": ReportXMLExporter.namespace, "version": ReportXMLExporter.version,
      "lang": report.project.language.rawValue, "draft": String(report.isDraft),
    ]
    stylesheetInstruction()
    try block("report", attributes) { document in
      try document.element("program", text: report.program)
      try document.project(report.project)
      try document.conventions(report.project)
      try document.stakeholders(report.stakeholders)
      try document.inputs(report.inputs)
      if let map = report.valueMap { try document.valueMap(map) }
      if let doubt = report.doubt { try document.doubt(doubt) }
      if let sensitivity = report.sensitivity { try document.sensitivity(sensitivity) }
      try document.indicators(report.indicators)
      try document.parameters(report.parameters)
      try document.sources(report.sources)
      try document.findings(report.findings)
      try document.claims(report.claims)
      try document.assurance(report.assurance)
      try document.unitSection()
      try document.originSection()
      if let digest {
        try document.element(ReportDigest.element, ["algorithm": "SHA-256"], text: digest)
      }
      document.stylesheet()
    }
  }

  private mutating func project(_ project: ProjectDescription) throws {
    try block("project", ["id": project.id, "revision": project.revision]) { document in
      try document.element("name", text: project.name)
      try document.optional("summary", project.summary)
      try document.block("organisation") { document in
        try document.element("name", text: project.organisation)
        for identifier in project.identifiers {
          try document.element(
            "identifier", ["scheme": identifier.scheme.rawValue], text: identifier.number)
        }
      }
      try document.neighbourhood(project.neighbourhood)
      try document.period("period", project.period)
      if let previous = project.previousPeriod {
        try document.period("previousPeriod", previous)
      }
      try document.element("perspective", text: project.perspective.rawValue)
      try document.element("reportDate", text: project.reportDate.description)
      for grant in project.grants { try document.element("grant", text: grant) }
      for theme in project.themes { try document.element("theme", text: theme) }
      try document.optional("author", project.author)
      try document.scope(project.scope)
      for item in project.leftOut { try document.element("leftOut", text: item) }
      for (measure, reason) in project.releasedBelowFive.sorted(by: { $0.key < $1.key }) {
        try document.element("releasedBelowFive", ["measure": measure], text: reason)
      }
    }
  }

  private mutating func scope(_ scope: ProjectDescription.Scope) throws {
    guard scope != ProjectDescription.Scope() else { return }
    try block("scope") { document in
      try document.optional("purpose", scope.purpose)
      try document.optional("audience", scope.audience)
      try document.optional("activities", scope.activities)
      try document.optional("resources", scope.resources)
    }
  }

  private mutating func neighbourhood(_ neighbourhood: Neighbourhood) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "country": neighbourhood.country.rawValue, "municipality": neighbourhood.municipality,
      "codesYear": neighbourhood.codesYear.map(String.init),
      "localityBasis": neighbourhood.basis.rawValue,
    ]
    try block("neighbourhood", attributes) { document in
      try document.element("name", text: neighbourhood.name)
      for code in neighbourhood.codes { try document.element("code", text: code) }
      for prefix in neighbourhood.area.prefixes {
        try document.element("postcode", text: prefix)
      }
    }
  }

  private mutating func period(_ name: String, _ period: Period) throws {
    try element(name, ["first": period.first.description, "last": period.last.description])
  }

  private mutating func conventions(_ project: ProjectDescription) throws {
    try block("conventions") { document in
      let id = ProjectDescription.discountRateID
      try document.claim(id, value: project.discountRate)
      let attributes: KeyValuePairs<String, String?> = [
        "id": id.description, "origin": document.reference(to: project.discountRateOrigin),
      ]
      try document.block("discountRate", attributes) { document in
        try document.number("value", project.discountRate)
      }
      try document.element("benefitTiming", text: project.benefitTiming.rawValue)
      try document.element("inputTiming", text: project.inputTiming.rawValue)
      try document.element("valuationDate", text: project.start.description)
      try document.element("priceBaseYear", text: String(project.priceBaseYear))
      try document.element("currency", text: project.currency.code)
      try document.text("method", ReportDocument.method)
    }
  }

  private static let method = Text(
    "Social Return on Investment: the present value of an outcome is the sum over its periods of "
      + "quantity × proxy × (1 − deadweight) × (1 − displacement) × (1 − attribution) × "
      + "(1 − drop-off)^k × discount factor, k counting the periods from 0; the ratio is the "
      + "present value of all outcomes over that of all inputs.",
    nl: "Social Return on Investment: de contante waarde van een effect is de som over zijn "
      + "perioden van hoeveelheid × proxy × (1 − deadweight) × (1 − verdringing) × "
      + "(1 − attributie) × (1 − drop-off)^k × disconteringsfactor, waarbij k de perioden vanaf 0 "
      + "telt; de ratio is de contante waarde van alle effecten gedeeld door die van alle inzet.")

  private mutating func stakeholders(_ stakeholders: [ReportStakeholder]) throws {
    try block("stakeholders") { document in
      for stakeholder in stakeholders {
        let attributes: KeyValuePairs<String, String?> = [
          "id": stakeholder.id.description, "domain": stakeholder.domain.rawValue,
          "included": String(stakeholder.isIncluded),
          "groupSize": stakeholder.groupSize.map(String.init),
          "involved": stakeholder.involved.map(String.init),
        ]
        try document.block("stakeholder", attributes) { document in
          try document.element("name", text: stakeholder.name)
          try document.optional("reason", stakeholder.reason)
          try document.optional("involvement", stakeholder.involvement)
          try document.figure("presentValue", stakeholder.presentValue)
        }
      }
    }
  }

  private mutating func inputs(_ inputs: [ReportInput]) throws {
    try block("inputs") { document in
      for input in inputs {
        let attributes: KeyValuePairs<String, String?> = [
          "id": input.id.description, "stakeholder": input.stakeholder.description,
          "kind": input.kind.rawValue, "period": String(input.period),
          "priceYear": input.priceYear.map { String($0) },
          "priceFactor": input.priceFactor == 1 ? nil : DecimalText.exact(input.priceFactor),
        ]
        try document.block("input", attributes) { document in
          try document.element("description", text: input.description)
          try document.optional("grant", input.grant)
          try document.given("quantity", .quantity, input.quantity, of: input)
          try document.given("rate", .rate, input.rate, of: input)
          try document.figure("inputValue", input.value)
          try document.figure("presentValue", input.presentValue)
        }
      }
    }
  }

  private mutating func given(
    _ name: String, _ kind: ReportInput.Given, _ value: Double?, of input: ReportInput
  ) throws {
    guard let value else { return }
    try given(
      name, input.id(of: kind), input.ranges[kind] ?? Estimate(value), from: input.origin(of: kind),
      taken: kind == .quantity ? input.quantityFrom : nil, sharedDoubt: input.sharedDoubts[kind],
      unit: unit(of: kind, in: input))
  }

  /// What a number of an input counts; of goods and services the row says it in words.
  private func unit(of kind: ReportInput.Given, in input: ReportInput) -> Unit? {
    switch (kind, input.kind) {
    case (.quantity, .cash): .money
    case (.quantity, .hours): .hour
    case (.quantity, .inKind): nil
    // The rate of cash is the plain number 1.
    case (.rate, .cash): nil
    case (.rate, .hours), (.rate, .inKind): .money
    }
  }
}
