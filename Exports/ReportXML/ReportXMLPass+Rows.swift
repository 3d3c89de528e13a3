import ExportKit
import LibXML2

/// The rows of the report, which give figures their place in the value map.
extension ReportXMLPass {
  /// Notes what an element with attributes of its own says, when it opens.
  func row(_ element: XMLStreamElement, line: Int) {
    switch element.name {
    case "project": report.project = element["id"] ?? report.project
    case "stakeholder": stakeholder(element)
    case "input": input(element, line)
    case "outcome": outcome(element, line)
    case "proxy": proxy(element)
    case "valueMap":
      if let periods = whole("periods", of: element, line) {
        derive(DerivedNumber.periods, Double(periods), line: line)
      }
    case "doubt": drawing(element, line)
    case "scenario":
      if let id = element["name"].flatMap({ RowLabel($0) }) {
        report.scenarios.append(.init(id: id))
      }
    default: break
    }
  }

  private func stakeholder(_ element: XMLStreamElement) {
    guard let id = element["id"].flatMap({ RowID($0) }),
      let domain = element["domain"].flatMap({ Domain(rawValue: $0) })
    else { return }
    report.stakeholders[id] = domain
  }

  private func input(_ element: XMLStreamElement, _ line: Int) {
    guard let id = element["id"].flatMap({ RowID($0) }),
      let period = whole("period", of: element, line)
    else { return }
    report.inputs.append(
      .init(id: id, period: period, priceFactor: priceFactor(of: element, line)))
  }

  private func outcome(_ element: XMLStreamElement, _ line: Int) {
    outcome = element["id"].flatMap { RowID($0) }
    guard let id = outcome, let stakeholder = element["stakeholder"].flatMap({ RowID($0) }),
      let first = whole("firstPeriod", of: element, line),
      let count = whole("benefitPeriods", of: element, line)
    else { return }
    report.outcomes.append(
      .init(id: id, stakeholder: stakeholder, firstPeriod: first, benefitPeriods: count))
  }

  /// The proxy stands inside its outcome, which was noted before.
  private func proxy(_ element: XMLStreamElement) {
    guard let id = element["proxy"].flatMap({ RowID($0) }), let last = report.outcomes.last,
      last.id == outcome
    else { return }
    report.outcomes[report.outcomes.count - 1] = .init(
      id: last.id, stakeholder: last.stakeholder, firstPeriod: last.firstPeriod,
      benefitPeriods: last.benefitPeriods, proxy: id)
  }

  /// A report without random draws does not say what they would be made of.
  private func drawing(_ element: XMLStreamElement, _ line: Int) {
    guard element["seed"] != nil || element["draws"] != nil else { return }
    guard let seed = element["seed"].flatMap({ UInt64($0) }),
      let draws = whole("draws", of: element, line), (1...ReportXMLPass.mostDraws).contains(draws)
    else { return complain(of: "seed", element, line) }
    report.drawing = .init(seed: seed, draws: draws)
  }

  /// More draws than any report asks for, so that no file keeps a reader waiting for hours.
  private static let mostDraws = 10_000_000
}
