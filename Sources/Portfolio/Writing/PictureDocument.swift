import ExportKit
import LibXML2

/// Writes the picture as XML under `Writing/wijkwaarde-portfolio-1.xsd`.
struct PictureDocument {
  /// The namespace; it carries the major version only.
  static let namespace = "urn:wijkwaarde:portfolio:1"
  /// The version of the schema.
  static let version = "1.1"
  /// The name of the schema's file.
  static let schemaFile = "wijkwaarde-portfolio-1.xsd"
  /// The schema, which stands in the program.
  static var schema: String { EmbeddedFiles.texts["Writing/\(schemaFile)"] ?? "" }

  private var xml = XMLWriter(indents: true)

  /// Gives the document.
  ///
  /// - Throws: `XMLWriterError` where a text holds what XML cannot.
  static func bytes(
    of picture: PortfolioPicture, program: String
  ) throws(XMLWriterError) -> [UInt8] {
    var document = PictureDocument()
    try document.write(picture, program)
    return document.xml.bytes
  }

  private mutating func write(
    _ picture: PortfolioPicture, _ program: String
  ) throws(XMLWriterError) {
    try xml.start(
      "portfolio",
      ["xmlns": PictureDocument.namespace, "version": PictureDocument.version])
    try xml.element("program", text: program)
    try coverage(picture.coverage)
    try xml.start("groups")
    for group in picture.groups { try self.group(group) }
    xml.end()
    try xml.start("development")
    for entry in picture.development { try self.development(entry) }
    xml.end()
    try xml.start("overlaps")
    for overlap in picture.overlaps { try self.overlap(overlap) }
    xml.end()
    try xml.start("measures")
    for total in picture.measures { try measure(total) }
    xml.end()
    try xml.start("flows")
    for flow in picture.flows { try self.flow(flow) }
    xml.end()
    try xml.start("money")
    for matrix in picture.money { try self.matrix(matrix) }
    xml.end()
    try xml.start("reports")
    for line in picture.reports { try report(line) }
    xml.end()
    xml.end()
  }

  private func exact(_ value: Double?) -> String? { value.map { DecimalText.exact($0) } }

  private mutating func coverage(
    _ coverage: PortfolioPicture.Coverage
  ) throws(XMLWriterError) {
    try xml.start(
      "coverage",
      [
        "reports": String(coverage.reports), "superseded": String(coverage.superseded),
        "projects": String(coverage.projects),
        "municipalities": String(coverage.municipalities),
        "withRatio": String(coverage.withRatio), "withInterval": String(coverage.withInterval),
        "recomputed": String(coverage.recomputed), "unchanged": String(coverage.unchanged),
        "questions": String(coverage.questions), "answers": String(coverage.answers),
        "withoutValue": String(coverage.withoutValue),
        "outsideGroups": String(coverage.outsideGroups),
      ])
    for indicator in coverage.indicators {
      try xml.element("indicator", ["id": indicator.id, "reports": String(indicator.reports)])
    }
    xml.end()
  }

  private mutating func group(_ group: PortfolioPicture.Group) throws(XMLWriterError) {
    let conventions = group.conventions
    try xml.start(
      "group",
      [
        "perspective": conventions.perspective, "currency": conventions.currency,
        "priceYear": String(conventions.priceYear),
        "discountRate": exact(conventions.discountRate),
        "benefitTiming": conventions.benefitTiming, "inputTiming": conventions.inputTiming,
        "valuedFrom": group.valuationDates.lowerBound.isEmpty
          ? nil : group.valuationDates.lowerBound,
        "valuedTo": group.valuationDates.upperBound.isEmpty
          ? nil : group.valuationDates.upperBound,
      ])
    try sum("sum", nil, nil, group.sum)
    for part in group.themes { try sum("theme", part.code, part.label, part.sum) }
    for part in group.neighbourhoods { try sum("neighbourhood", part.code, part.label, part.sum) }
    for part in group.domains { try sum("domain", part.code, part.label, part.sum) }
    for part in group.stakeholders { try sum("stakeholder", part.code, part.label, part.sum) }
    for part in group.years { try sum("year", part.code, part.label, part.sum) }
    for payer in group.payers {
      try xml.element(
        "payer",
        ["name": payer.name, "kind": payer.kind, "projects": String(payer.projects)],
        text: exact(payer.presentValue))
    }
    xml.end()
  }

  private mutating func sum(
    _ name: String, _ code: String?, _ label: Text?, _ sum: PortfolioPicture.Sum
  ) throws(XMLWriterError) {
    try xml.start(name, ["code": code, "projects": String(sum.projects)])
    if let label, code?.isEmpty == false { try text("label", label) }
    if let inputs = exact(sum.inputs) { try xml.element("inputs", text: inputs) }
    try xml.element("presentValue", text: exact(sum.presentValue))
    if let ratio = exact(sum.ratio) { try xml.element("ratio", text: ratio) }
    xml.end()
  }

  private mutating func development(
    _ entry: PortfolioPicture.YearSum
  ) throws(XMLWriterError) {
    let conventions = entry.conventions
    try xml.start(
      "year",
      [
        "year": String(entry.year), "perspective": conventions.perspective,
        "currency": conventions.currency, "priceYear": String(conventions.priceYear),
        "discountRate": exact(conventions.discountRate),
        "benefitTiming": conventions.benefitTiming, "inputTiming": conventions.inputTiming,
      ])
    try sum("sum", nil, nil, entry.sum)
    xml.end()
  }

  private mutating func text(_ name: String, _ text: Text) throws(XMLWriterError) {
    guard text.english != text.dutch else { return try xml.element(name, text: text.english) }
    for language in Language.allCases {
      try xml.element(name, ["lang": language.rawValue], text: text[language])
    }
  }

  private mutating func overlap(_ overlap: Overlap) throws(XMLWriterError) {
    try xml.start("overlap", ["kind": overlap.kind.rawValue, "reports": String(overlap.count)])
    try xml.element("subject", text: overlap.subject)
    for member in overlap.members {
      try xml.element(
        "member",
        [
          "report": String(member.report),
          "currency": member.amount == nil ? nil : member.currency,
        ], text: exact(member.amount))
    }
    xml.end()
  }

  private mutating func measure(
    _ total: PortfolioPicture.MeasureTotal
  ) throws(XMLWriterError) {
    try xml.start(
      "measure",
      [
        "figure": total.figure, "year": String(total.year), "unit": total.unit,
        "currency": total.currency, "aggregation": total.aggregation,
        "reports": String(total.reports), "incomplete": String(total.incomplete),
        "absent": String(total.absent),
      ])
    try text("label", total.label)
    if let value = exact(total.value) { try xml.element("value", text: value) }
    if let numerator = exact(total.numerator) { try xml.element("numerator", text: numerator) }
    if let denominator = exact(total.denominator) {
      try xml.element("denominator", text: denominator)
    }
    xml.end()
  }

  private mutating func flow(_ flow: PortfolioPicture.JoinedFlow) throws(XMLWriterError) {
    try xml.start(
      "flow",
      [
        "figure": flow.figure, "year": String(flow.year), "unit": flow.unit,
        "projects": String(flow.projects),
      ])
    try text("from", flow.source)
    try text("to", flow.target)
    try xml.element("amount", text: exact(flow.amount))
    xml.end()
  }

  private mutating func matrix(_ matrix: MoneyMatrix) throws(XMLWriterError) {
    try xml.start(
      "matrix",
      [
        "year": String(matrix.year), "perspective": matrix.perspective,
        "municipality": matrix.municipality, "currency": matrix.currency,
      ])
    for (number, party) in matrix.parties.enumerated() {
      try xml.start(
        "party",
        [
          "number": String(number + 1), "kind": party.kind.rawValue,
          "received": exact(party.received), "paid": exact(party.paid),
        ])
      try text("label", party.label)
      xml.end()
    }
    for payment in matrix.payments {
      try xml.element(
        "payment",
        [
          "from": String(payment.payer + 1), "to": String(payment.payee + 1),
          "saidBy": payment.witness.rawValue, "payeeSays": exact(payment.payeeSays),
        ], text: exact(payment.amount))
    }
    for multiplier in matrix.multipliers { try self.multiplier(multiplier) }
    for organisation in matrix.leftOut {
      try xml.start("leftOut", ["organisation": organisation.organisation])
      try text("reason", organisation.reason)
      xml.end()
    }
    xml.end()
  }

  private mutating func multiplier(
    _ multiplier: MoneyMatrix.Multiplier
  ) throws(XMLWriterError) {
    try xml.start(
      "multiplier",
      [
        "neighbourhood": multiplier.neighbourhood,
        "organisations": String(multiplier.organisations), "joined": String(multiplier.joined),
      ])
    for (index, round) in multiplier.rounds.enumerated() {
      try xml.element("round", ["number": String(index + 1)], text: exact(round))
    }
    if let value = exact(multiplier.value) { try xml.element("value", text: value) }
    if let reason = multiplier.reason { try text("reason", reason) }
    xml.end()
  }

  private mutating func report(_ line: PortfolioPicture.ReportLine) throws(XMLWriterError) {
    try xml.start(
      "report",
      [
        "number": String(line.number), "project": line.project, "revision": line.revision,
        "perspective": line.perspective, "first": line.first, "last": line.last,
        "currency": line.currency, "municipality": line.municipality,
        "openQuestions": String(line.openQuestions),
      ])
    try xml.element("name", text: line.name)
    try xml.element("organisation", text: line.organisation)
    try xml.element("neighbourhood", text: line.neighbourhood)
    if let inputs = exact(line.inputs) { try xml.element("inputs", text: inputs) }
    if let value = exact(line.presentValue) { try xml.element("presentValue", text: value) }
    if let ratio = exact(line.ratio) { try xml.element("ratio", text: ratio) }
    if let low = exact(line.low) { try xml.element("ratioLow", text: low) }
    if let high = exact(line.high) { try xml.element("ratioHigh", text: high) }
    xml.end()
  }
}
