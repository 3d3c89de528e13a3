import ExportKit
import LibXML2

/// One pass over the XML of a report that keeps what a portfolio needs, and of the rest nothing.
final class ReportExtractPass {
  /// Why a document is not read to its end.
  enum Refusal: Error {
    case tooMany

    var message: Text {
      Text(
        "The file holds more rows than any report has.",
        nl: "Het bestand bevat meer regels dan een verslag ooit heeft.")
    }
  }

  /// The most rows of one kind that are kept, and of elements with an identifier.
  private static let mostRows = 20_000

  private struct Open {
    let element: XMLStreamElement
    /// Whether it belongs to the report, and not to somebody's extension inside it.
    let isOurs: Bool
    var text = ""
    var english: String?
    var dutch: String?
  }

  private(set) var extract = ReportExtract()
  private var path: [Open] = []

  /// Takes the next event of the file.
  func take(_ event: XMLStreamEvent) throws {
    switch event {
    case .start(let element): try open(element.withoutForeignAttributes)
    case .text(let text): if !path.isEmpty { path[path.count - 1].text += text }
    case .end: try close()
    }
  }

  // MARK: Opening

  private func open(_ element: XMLStreamElement) throws {
    if path.isEmpty { try checkRoot(element) }
    let isOurs = (path.last?.isOurs ?? true) && element.namespace == path.first?.element.namespace
    path.append(Open(element: element, isOurs: isOurs || path.isEmpty))
    if element["id"] != nil { extract.identifiedElements += 1 }
    guard extract.identifiedElements <= ReportExtractPass.mostRows else { throw Refusal.tooMany }
    if path[path.count - 1].isOurs { try row(element, in: parent(1)) }
  }

  private func checkRoot(_ element: XMLStreamElement) throws {
    try ReportVersion.check(element)
    extract.version = element["version"] ?? ""
    extract.isDraft = ["true", "1"].contains(element["draft"] ?? "")
    extract.project.language = element["lang"].flatMap { Language(rawValue: $0) }
  }

  /// The name of the element some steps above the one that is open.
  private func parent(_ steps: Int) -> String {
    path.count > steps ? path[path.count - 1 - steps].element.name : ""
  }

  /// Starts a row where an element is one.
  private func row(_ element: XMLStreamElement, in parent: String) throws {
    switch (parent, element.name) {
    case ("report", "project"):
      extract.project.id = element["id"] ?? ""
      extract.project.revision = element["revision"] ?? ""
    case ("project", "neighbourhood"):
      extract.project.country = element["country"]
      extract.project.municipality = element["municipality"]
      extract.project.codesYear = element["codesYear"].flatMap { Int($0) }
    case ("project", "period"):
      if let first = element["first"].flatMap({ Day(iso: $0) }),
        let last = element["last"].flatMap({ Day(iso: $0) })
      {
        extract.project.period = Period(first: first, last: last)
      }
    case ("stakeholders", "stakeholder"):
      var stakeholder = ReportExtract.Stakeholder()
      stakeholder.id = element["id"] ?? ""
      stakeholder.domain = element["domain"].flatMap { Domain(rawValue: $0) }
      try add(stakeholder, to: \.stakeholders)
    case ("inputs", "input"):
      var input = ReportExtract.Input()
      input.id = element["id"] ?? ""
      input.stakeholder = element["stakeholder"] ?? ""
      input.kind = element["kind"] ?? ""
      input.period = element["period"].flatMap { Int($0) }
      try add(input, to: \.inputs)
    case ("valueMap", "outcome"), ("valueMap", "unpriced"):
      var outcome = ReportExtract.Outcome()
      outcome.id = element["id"] ?? ""
      outcome.stakeholder = element["stakeholder"] ?? ""
      outcome.isPriced = element.name == "outcome"
      try add(outcome, to: \.outcomes)
    case ("indicator", "measure"): try add(ReportExtractPass.measurement(element), to: \.measures)
    case ("measure", "flow"):
      var flow = ReportExtractPass.flow(element)
      flow.figure = extract.measures.last?.figure ?? ""
      try add(flow, to: \.flows)
    case ("claims", "claim"): extract.questions += 1
    case ("claim", "answer"): extract.answers += 1
    default: break
    }
  }

  private func add<Row>(
    _ row: Row, to list: WritableKeyPath<ReportExtract, [Row]>
  ) throws {
    guard extract[keyPath: list].count < ReportExtractPass.mostRows else { throw Refusal.tooMany }
    extract[keyPath: list].append(row)
  }

  private static func measurement(_ element: XMLStreamElement) -> ReportExtract.Measurement {
    var measure = ReportExtract.Measurement()
    measure.figure = element["id"] ?? ""
    measure.kind = element["kind"] ?? ""
    measure.unit = element["unit"] ?? ""
    measure.currency = element["currency"]
    measure.aggregation =
      element["aggregation"].flatMap { MeasureCard.Aggregation(rawValue: $0) } ?? .none
    measure.isIncomplete = ["true", "1"].contains(element["incomplete"] ?? "")
    return measure
  }

  private static func flow(_ element: XMLStreamElement) -> ReportExtract.Flow {
    var flow = ReportExtract.Flow()
    flow.from = element["from"] ?? ""
    flow.to = element["to"] ?? ""
    flow.unit = element["unit"] ?? ""
    flow.currency = element["currency"]
    return flow
  }

  // MARK: Closing

  private func close() throws {
    guard let last = path.last else { return }
    if last.isOurs {
      let parent = parent(1)
      keep(last, in: parent)
      keepRow(last, in: parent)
      keepMeasure(last, in: parent)
    }
    path.removeLast()
  }

  /// Keeps what stands once in a report.
  private func keep(_ element: Open, in parent: String) {
    let text = element.text
    switch (parent, element.element.name) {
    case ("report", "program"): extract.program = text
    case ("project", "name"): extract.project.name = text
    case ("organisation", "name"): extract.project.organisation = text
    case ("organisation", "identifier"):
      if let scheme = element.element["scheme"] {
        extract.project.identifiers.append("\(scheme)-\(text)")
      }
    case ("neighbourhood", "name"): extract.project.neighbourhood = text
    case ("neighbourhood", "code"): extract.project.areaCodes.append(text)
    case ("project", "perspective"): extract.project.perspective = text
    case ("project", "reportDate"): extract.project.reportDate = Day(iso: text)
    case ("project", "grant"): extract.project.grants.append(text)
    case ("project", "theme"): extract.project.themes.append(text)
    case ("discountRate", "value"): extract.conventions.discountRate = number(text)
    case ("conventions", "benefitTiming"):
      extract.conventions.benefitTiming = DiscountTiming(rawValue: text)
    case ("conventions", "inputTiming"):
      extract.conventions.inputTiming = DiscountTiming(rawValue: text)
    case ("conventions", "valuationDate"): extract.conventions.valuationDate = Day(iso: text)
    case ("conventions", "priceBaseYear"): extract.conventions.priceBaseYear = Int(text)
    case ("conventions", "currency"): extract.conventions.currency = text
    default: break
    }
  }

  /// Keeps what belongs to the last row of its kind.
  private func keepRow(_ element: Open, in parent: String) {
    let text = element.text
    let place = (self.parent(2), parent, element.element.name)
    switch place {
    case ("stakeholders", "stakeholder", "name"): change(\.stakeholders) { $0.name = text }
    case ("inputs", "input", "description"): change(\.inputs) { $0.description = text }
    case ("inputs", "input", "grant"): change(\.inputs) { $0.grant = text }
    case ("input", "inputValue", "value"): change(\.inputs) { $0.value = number(text) }
    case ("input", "presentValue", "value"): change(\.inputs) { $0.presentValue = number(text) }
    case ("valueMap", "outcome", "description"), ("valueMap", "unpriced", "description"):
      change(\.outcomes) { $0.description = text }
    case ("valueMap", "outcome", "theme"), ("valueMap", "unpriced", "theme"):
      change(\.outcomes) { $0.theme = text }
    case ("outcome", "presentValue", "value"):
      change(\.outcomes) { $0.presentValue = number(text) }
    case ("valueMap", "presentValue", "value"): extract.results.presentValue = number(text)
    case ("valueMap", "inputsPresentValue", "value"):
      extract.results.inputsPresentValue = number(text)
    case ("valueMap", "ratio", "value"): extract.results.ratio = number(text)
    case ("doubt", "ratioLow", "value") where isInterval: extract.results.ratioLow = number(text)
    case ("doubt", "ratioHigh", "value") where isInterval: extract.results.ratioHigh = number(text)
    default: break
    }
  }

  /// Whether the report stands by the two ends as an interval.
  private var isInterval: Bool {
    path.contains {
      $0.element.name == "doubt" && ["true", "1"].contains($0.element["interval"] ?? "")
    }
  }

  private func keepMeasure(_ element: Open, in parent: String) {
    let text = element.text
    switch (parent, element.element.name) {
    case ("measure", "value"): change(\.measures) { $0.value = number(text) }
    case ("part", "value") where self.parent(2) == "parts": keepPart(number(text))
    case ("parts", "numerator"), ("parts", "total"):
      change(\.measures) { $0.numerator = number(text) }
    case ("parts", "denominator"), ("parts", "number"):
      change(\.measures) { $0.denominator = number(text) }
    case ("range", "low") where self.parent(2) == "measure":
      change(\.measures) { $0.low = number(text) }
    case ("range", "high") where self.parent(2) == "measure":
      change(\.measures) { $0.high = number(text) }
    case ("measure", "label"):
      change(\.measures) { $0.label = joined($0.label, text, element.element["lang"]) }
    case ("flow", "fromLabel"):
      change(\.flows) { $0.fromLabel = joined($0.fromLabel, text, element.element["lang"]) }
    case ("flow", "toLabel"):
      change(\.flows) { $0.toLabel = joined($0.toLabel, text, element.element["lang"]) }
    case ("flow", "value"): change(\.flows) { $0.amount = number(text) }
    default: break
    }
  }

  /// Keeps a number that a computed value was made of, under the name in the element around it.
  private func keepPart(_ value: Double?) {
    guard path.count > 1, let name = path[path.count - 2].element["name"], let value else { return }
    change(\.measures) { $0.parts[name] = value }
  }

  private func change<Row>(
    _ list: WritableKeyPath<ReportExtract, [Row]>, _ edit: (inout Row) -> Void
  ) {
    let last = extract[keyPath: list].count - 1
    if last >= 0 { edit(&extract[keyPath: list][last]) }
  }

  /// A text to which the words of one language were added; without a language they are both.
  private func joined(_ text: Text, _ words: String, _ language: String?) -> Text {
    switch language {
    case Language.english.rawValue: Text(words, nl: text.dutch.isEmpty ? words : text.dutch)
    case Language.dutch.rawValue: Text(text.english.isEmpty ? words : text.english, nl: words)
    default: Text(verbatim: words)
    }
  }

  /// Reads an xs:double as the schema allows it, which is finite.
  private func number(_ text: String) -> Double? {
    guard text.utf8.count <= 400 else { return nil }
    let plain = text.split(whereSeparator: \.isWhitespace).joined()
    guard plain.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) })
    else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
