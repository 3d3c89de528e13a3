import ExportKit
import Foundation
import LibXML2

extension ReportXMLExporter: ReportReader {
  /// Tells whether a file is a report of this program, by the namespace in its first bytes.
  public func recognises(_ start: [UInt8]) -> Bool {
    String(decoding: start, as: UTF8.self).contains("\"urn:wijkwaarde:report:")
  }

  /// Reads what can be recomputed; what the schema does not know is passed over.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged or cannot be opened.
  public func read(_ file: URL) throws(ReportUnreadable) -> VerifiableReport {
    let pass = ReportXMLPass(file: file.lastPathComponent)
    let parser = XMLStreamParser(limits: .init(depth: 40, textBytes: 1_000_000)) { event, parser in
      pass.take(event, at: parser.position)
    }
    do {
      try parser.read(fileAt: file.path)
    } catch {
      throw ReportUnreadable(
        message: Text(
          "The file could not be read as XML: it is damaged or holds what no report holds.",
          nl: "Het bestand is niet als XML te lezen: het is beschadigd of bevat iets vreemds."),
        address: Address(
          file: file.lastPathComponent, line: (error as? XMLStreamError)?.position.line))
    }
    var report = pass.report
    report.digest = digest(of: file)
    return report
  }

  /// Whether the file is as it was written; a file that is too large for that has no digest.
  private func digest(of file: URL) -> VerifiableReport.Digest {
    guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize,
      size <= XMLCanonicalForm.largestDocument, let bytes = try? Data(contentsOf: file)
    else { return .absent }
    return (try? ReportDigest.verdict(on: Array(bytes))) ?? .broken
  }
}

/// One pass over the XML of a report: figures by their `id`, rows by their element.
private final class ReportXMLPass {
  /// The element that is open, as far as it matters.
  private struct Open {
    let name: String
    var figure: Int?
    var text = ""
    let line: Int
    let period: Int?
  }

  /// The most unreadable places that are listed.
  private static let mostComplaints = 1_000

  private(set) var report = VerifiableReport()
  private let file: String
  private var path: [Open] = []
  private var outcome: RowID?
  // What is read of a figure before its element closes.
  private var figures: [(id: FigureID, value: Double?, line: Int, parts: [String: Double])] = []

  init(file: String) { self.file = file }

  func take(_ event: XMLStreamEvent, at position: XMLStreamPosition) {
    switch event {
    case .start(let element): open(element, line: position.line)
    case .text(let text):
      if !path.isEmpty { path[path.count - 1].text += text }
    case .end: close()
    }
  }

  private func open(_ element: XMLStreamElement, line: Int) {
    var figure = path.last?.figure
    if let id = element["id"].flatMap({ FigureID($0) }) {
      figures.append((id, nil, line, [:]))
      figure = figures.count - 1
    }
    path.append(
      Open(
        name: element.name, figure: figure, line: line,
        period: element["period"].flatMap { Int($0) }))
    row(element, line: line)
  }

  /// Notes the rows of the value map, which give figures their place in it.
  private func row(_ element: XMLStreamElement, line: Int) {
    let id = element["id"].flatMap { RowID($0) }
    switch element.name {
    case "project": report.project = element["id"] ?? report.project
    case "stakeholder":
      if let id, let domain = element["domain"].flatMap({ Domain(rawValue: $0) }) {
        report.stakeholders[id] = domain
      }
    case "input":
      if let id, let period = whole("period", of: element, line) {
        let factor = priceFactor(of: element, line)
        report.inputs.append(.init(id: id, period: period, priceFactor: factor))
      }
    case "outcome":
      outcome = id
      if let id, let stakeholder = element["stakeholder"].flatMap({ RowID($0) }),
        let first = whole("firstPeriod", of: element, line),
        let count = whole("benefitPeriods", of: element, line)
      {
        report.outcomes.append(
          .init(id: id, stakeholder: stakeholder, firstPeriod: first, benefitPeriods: count))
      }
    default: break
    }
  }

  private func whole(_ name: String, of element: XMLStreamElement, _ line: Int) -> Int? {
    let number = element[name].flatMap { Int($0) }
    if number == nil { complain(of: name, element, line) }
    return number
  }

  /// What brings prices to the base year: 1 where nothing is said.
  private func priceFactor(of element: XMLStreamElement, _ line: Int) -> Double {
    guard let text = element["priceFactor"] else { return 1 }
    if let factor = ReportXMLPass.number(text), factor > 0 { return factor }
    complain(of: "priceFactor", element, line)
    return 1
  }

  private func complain(of name: String, _ element: XMLStreamElement, _ line: Int) {
    let row = [element.name, element["id"]].compactMap(\.self).joined(separator: ".")
    complain("\(row).\(name)", element[name] ?? "", line)
  }

  private func complain(_ figure: String, _ text: String, _ line: Int) {
    // A file of nothing but such places asks for no more memory than this.
    guard report.unreadable.count < ReportXMLPass.mostComplaints else { return }
    report.unreadable.append(
      .init(figure: figure, text: text, address: Address(file: file, line: line)))
  }

  private func close() {
    guard let element = path.popLast() else { return }
    switch element.name {
    case "benefitTiming": report.benefitTiming = timing(element)
    case "inputTiming": report.inputTiming = timing(element)
    case "benefitFactor": step(.benefitFactor, element)
    case "inputFactor": step(.inputFactor, element)
    case "periodValue": outcome.map { step(.value(outcome: $0), element) }
    case "value" where isValue(of: element): note(element) { $0.value = $1 }
    case "count", "sum", "numerator", "denominator", "total", "number":
      guard path.last?.name == "parts" else { break }
      note(element) { $0.parts[element.name] = $1 }
    case "report": finish()
    default: break
    }
  }

  private func timing(_ element: Open) -> DiscountTiming? {
    let timing = DiscountTiming(rawValue: element.text)
    if timing == nil { complain(element.name, element.text, element.line) }
    return timing
  }

  /// Whether a value is that of the figure, and not of a part, an entry or a flow inside it.
  private func isValue(of element: Open) -> Bool {
    guard let parent = path.last, let figure = element.figure else { return false }
    return parent.figure == figure && (path.dropLast().last?.figure != figure)
  }

  private func note(
    _ element: Open,
    _ keep: (inout (id: FigureID, value: Double?, line: Int, parts: [String: Double]), Double) ->
      Void
  ) {
    guard let figure = element.figure, figures.indices.contains(figure) else { return }
    guard let number = ReportXMLPass.number(element.text) else {
      return complain(figures[figure].id.description, element.text, element.line)
    }
    keep(&figures[figure], number)
  }

  private func step(_ role: VerifiableReport.Step.Role, _ element: Open) {
    guard let period = element.period, let value = ReportXMLPass.number(element.text) else {
      return complain(element.name, element.text, element.line)
    }
    report.steps.append(
      .init(
        role: role, period: period, value: value, address: Address(file: file, line: element.line)))
  }

  private func finish() {
    report.figures = figures.map {
      .init(
        id: $0.id, value: $0.value, address: Address(file: file, line: $0.line), parts: $0.parts)
    }
  }

  /// Reads an xs:double, whose only form here is digits, a point and an exponent.
  private static func number(_ text: String) -> Double? {
    let plain = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard plain.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) })
    else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
