import ExportKit
import Foundation
import LibXML2

/// One pass over the XML of a report: figures by their `id`, rows by their element.
final class ReportXMLPass {
  /// The element that is open, as far as it matters.
  struct Open {
    let name: String
    /// The figure that it is or belongs to, by its place among the figures.
    var figure: Int?
    /// Whether it is the figure itself.
    let isFigure: Bool
    var text = ""
    let line: Int
    let period: Int?
    /// The identifier that it names: the input of a swing or a switch, the figure of a change.
    let subject: FigureID?
    /// The sum of its entries, where they are said to be a whole.
    var sum: Double?
  }

  /// What is read of a figure before its element closes.
  struct Reading {
    let id: FigureID
    var value: Double?
    let line: Int
    var parts: [String: Double] = [:]
    var wholes: [Double] = []
    var low: Double?
    var high: Double?
    var shape: Estimate.Shape?
    var inSource: Double?
    var priceFactor = 1.0
  }

  /// The most unreadable places that are listed.
  private static let mostComplaints = 1_000

  var report = VerifiableReport()
  var path: [Open] = []
  var figures: [Reading] = []
  var outcome: RowID?
  /// Stated numbers without an identifier of their own.
  private var derived: [VerifiableReport.Stated] = []
  private let file: String
  /// How many elements of others are open, which are passed over with all that they hold.
  private var foreignDepth = 0

  init(file: String) { self.file = file }

  /// Takes the next event of the file.
  ///
  /// - Throws: `ReportVersion.Refusal` at an outermost element of another form.
  func take(_ event: XMLStreamEvent, at position: XMLStreamPosition) throws(ReportVersion.Refusal) {
    if case .start(let element) = event, path.isEmpty, foreignDepth == 0 {
      try ReportVersion.check(element)
    }
    guard !isForeign(event) else { return }
    switch event {
    case .start(let element): open(element.withoutForeignAttributes, line: position.line)
    case .text(let text):
      if !path.isEmpty { path[path.count - 1].text += text }
    case .end: close()
    }
  }

  /// Whether an event belongs to an element of others, which has no say in our figures.
  private func isForeign(_ event: XMLStreamEvent) -> Bool {
    switch event {
    case .start(let element):
      guard foreignDepth > 0 || element.namespace != ReportXMLExporter.namespace else {
        return false
      }
      foreignDepth += 1
      return true
    case .text: return foreignDepth > 0
    case .end:
      guard foreignDepth > 0 else { return false }
      foreignDepth -= 1
      return true
    }
  }

  func address(_ line: Int) -> Address { Address(file: file, line: line) }

  // MARK: Opening

  private func open(_ element: XMLStreamElement, line: Int) {
    var figure = path.last?.figure
    let id = element["id"].flatMap { FigureID($0) }
    if let id {
      figures.append(Reading(id: id, line: line))
      figure = figures.count - 1
      given(element, id, line)
    }
    let subject = (element["input"] ?? element["figure"]).flatMap { FigureID($0) }
    path.append(
      Open(
        name: element.name, figure: figure, isFigure: id != nil, line: line,
        period: element["period"].flatMap { Int($0) }, subject: subject,
        sum: element.name == "breakdown" && element["whole"] == "true" ? 0 : nil))
    row(element, line: line)
  }

  /// Notes what stands beside a number that the author gave.
  private func given(_ element: XMLStreamElement, _ id: FigureID, _ line: Int) {
    report.sharedDoubts[id] = element["sharedDoubt"]
    report.taken[id] = element["from"].flatMap { FigureID($0) }
    if element.name == "proxy" {
      figures[figures.count - 1].priceFactor = priceFactor(of: element, line)
    }
  }

  func whole(_ name: String, of element: XMLStreamElement, _ line: Int) -> Int? {
    let number = element[name].flatMap { Int($0) }
    if number == nil { complain(of: name, element, line) }
    return number
  }

  /// What brings prices to the base year: 1 where nothing is said.
  func priceFactor(of element: XMLStreamElement, _ line: Int) -> Double {
    guard let text = element["priceFactor"] else { return 1 }
    if let factor = ReportXMLPass.number(text), factor > 0 { return factor }
    complain(of: "priceFactor", element, line)
    return 1
  }

  // MARK: Closing

  private func close() {
    guard let element = path.popLast() else { return }
    switch element.name {
    case "benefitTiming": report.benefitTiming = timing(element)
    case "inputTiming": report.inputTiming = timing(element)
    case "benefitFactor": step(.benefitFactor, element)
    case "inputFactor": step(.inputFactor, element)
    case "periodValue": outcome.map { step(.value(outcome: $0), element) }
    case "value": value(element)
    case "low", "high", "shape", "current", "from", "to": detail(element)
    case "count", "sum", "numerator", "denominator", "total", "number":
      guard path.last?.name == "parts" else { break }
      note(element) { $0.parts[element.name] = $1 }
    case "breakdown":
      if let sum = element.sum { reading(element) { $0.wholes.append(sum) } }
    case "report": finish()
    default: break
    }
  }

  /// A value is that of a figure, of its proxy in the source, or of an entry of a breakdown.
  private func value(_ element: Open) {
    guard let parent = path.last else { return }
    if parent.isFigure {
      note(element) { $0.value = $1 }
    } else if parent.name == "inSource" {
      note(element) { $0.inSource = $1 }
    } else if parent.name == "entry", path.count > 1, path[path.count - 2].sum != nil {
      guard let number = number(of: element) else { return }
      path[path.count - 2].sum? += number
    }
  }

  private func detail(_ element: Open) {
    guard let parent = path.last else { return }
    switch (parent.name, element.name) {
    case ("swing", "low"): derive(DerivedNumber.swingLow, element)
    case ("swing", "high"): derive(DerivedNumber.swingHigh, element)
    case ("switch", "current"): derive(DerivedNumber.current, element)
    case ("change", _): change(element)
    case (_, "low") where parent.isFigure: note(element) { $0.low = $1 }
    case (_, "high") where parent.isFigure: note(element) { $0.high = $1 }
    case (_, "shape") where parent.isFigure:
      let shape = Estimate.Shape(rawValue: element.text)
      if shape == nil { complain(name(of: element), element.text, element.line) }
      reading(element) { $0.shape = shape }
    default: break
    }
  }

  /// A number below one with an identifier, in an element that names that one.
  private func derive(_ name: (FigureID) -> FigureID?, _ element: Open) {
    guard let id = path.last?.subject.flatMap(name), let number = number(of: element) else {
      return
    }
    derived.append(.init(id: id, value: number, address: address(element.line)))
  }

  private func change(_ element: Open) {
    guard let figure = path.last?.subject, let scenario = report.scenarios.last?.id,
      let number = number(of: element)
    else { return }
    if element.name == "to" {
      report.scenarios[report.scenarios.count - 1].changes.append(
        .init(figure: figure, value: number))
    } else if let id = DerivedNumber.from(figure, in: scenario) {
      derived.append(.init(id: id, value: number, address: address(element.line)))
    }
  }

  private func timing(_ element: Open) -> DiscountTiming? {
    let timing = DiscountTiming(rawValue: element.text)
    if timing == nil { complain(element.name, element.text, element.line) }
    return timing
  }

  private func step(_ role: VerifiableReport.Step.Role, _ element: Open) {
    guard let period = element.period, let value = ReportXMLPass.number(element.text) else {
      return complain(element.name, element.text, element.line)
    }
    report.steps.append(
      .init(role: role, period: period, value: value, address: address(element.line)))
  }

  private func note(_ element: Open, _ keep: (inout Reading, Double) -> Void) {
    guard let number = number(of: element) else { return }
    reading(element) { keep(&$0, number) }
  }

  private func reading(_ element: Open, _ keep: (inout Reading) -> Void) {
    guard let figure = element.figure, figures.indices.contains(figure) else { return }
    keep(&figures[figure])
  }

  func derive(_ id: FigureID, _ value: Double, line: Int) {
    derived.append(.init(id: id, value: value, address: address(line)))
  }

  private func finish() {
    for figure in figures { finish(figure) }
    report.figures += derived
  }

  private func finish(_ figure: Reading) {
    report.figures.append(
      .init(
        id: figure.id, value: figure.value, address: address(figure.line), parts: figure.parts,
        wholes: figure.wholes))
    guard let value = figure.value else { return }
    if let low = figure.low, let high = figure.high {
      guard let estimate = Estimate(value, low: low, high: high, shape: figure.shape ?? .triangular)
      else {
        return complain(
          figure.id.description, "\(DecimalText.exact(low))–\(DecimalText.exact(high))", figure.line
        )
      }
      report.estimates[figure.id] = estimate
    }
    if let inSource = figure.inSource {
      report.priced[figure.id] = .init(value: inSource, factor: figure.priceFactor)
    }
  }

  // MARK: What is no number

  private func number(of element: Open) -> Double? {
    let number = ReportXMLPass.number(element.text)
    if number == nil { complain(name(of: element), element.text, element.line) }
    return number
  }

  /// The figure that an element belongs to, or what it names, or what it is called.
  private func name(of element: Open) -> String {
    if let figure = element.figure, figures.indices.contains(figure) {
      return figures[figure].id.description
    }
    return path.last?.subject.map { "\($0).\(element.name)" } ?? element.name
  }

  func complain(of name: String, _ element: XMLStreamElement, _ line: Int) {
    let row = [element.name, element["id"]].compactMap(\.self).joined(separator: ".")
    complain("\(row).\(name)", element[name] ?? "", line)
  }

  private func complain(_ figure: String, _ text: String, _ line: Int) {
    // A file of nothing but such places asks for no more memory than this.
    guard report.unreadable.count < ReportXMLPass.mostComplaints else { return }
    report.unreadable.append(.init(figure: figure, text: text, address: address(line)))
  }

  /// Reads an xs:double, whose only form here is digits, a point and an exponent.
  static func number(_ text: String) -> Double? {
    let plain = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard plain.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) })
    else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
