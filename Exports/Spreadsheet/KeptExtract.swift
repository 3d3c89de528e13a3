import ExportKit
import Foundation

/// What a portfolio keeps of a report, in rows of the hidden sheet: one row of JSON for each part.
///
/// Words stand nowhere else in a workbook as the report has them; numbers that are figures are held
/// against their cells when it is read.
enum KeptExtract {
  private enum Part: String {
    case report, project, conventions, results, stakeholder, input, outcome, measure, flow
  }

  /// What is said of the report as a whole.
  private struct Whole: Codable {
    var program: String
    var isDraft: Bool
    var questions: Int
    var answers: Int
  }

  /// The most rows of one kind that are taken back, as of the XML.
  private static let mostRows = 20_000

  // MARK: Writing

  /// The rows; none where a number is no number, which no report has.
  static func entries(of report: Report) -> [VerificationEntry] {
    let extract = ReportExtract(report)
    let whole = Whole(
      program: extract.program, isDraft: extract.isDraft, questions: extract.questions,
      answers: extract.answers)
    let rows: [VerificationEntry?] =
      [
        entry(.report, whole), entry(.project, extract.project),
        entry(.conventions, extract.conventions), entry(.results, extract.results),
      ] + extract.stakeholders.map { entry(.stakeholder, $0) }
      + extract.inputs.map { entry(.input, $0) } + extract.outcomes.map { entry(.outcome, $0) }
      + extract.measures.map { entry(.measure, $0) } + extract.flows.map { entry(.flow, $0) }
    let kept = rows.compactMap(\.self)
    return kept.count == rows.count ? kept : []
  }

  private static func entry(_ part: Part, _ value: some Encodable) -> VerificationEntry? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(value) else { return nil }
    return VerificationEntry(.kept, part.rawValue, String(decoding: json, as: UTF8.self))
  }

  // MARK: Reading

  /// Puts the rows together again, or gives `nil` where there are none or one cannot be read.
  static func extract(from rows: [(subject: String, text: String)]) -> ReportExtract? {
    var extract = ReportExtract()
    var seen: Set<String> = []
    for (subject, text) in rows {
      guard let part = Part(rawValue: subject), take(part, text, &extract) else { return nil }
      seen.insert(subject)
    }
    let needed: [Part] = [.report, .project, .conventions, .results]
    return needed.allSatisfy { seen.contains($0.rawValue) } ? extract : nil
  }

  private static func take(_ part: Part, _ text: String, _ extract: inout ReportExtract) -> Bool {
    switch part {
    case .report:
      guard let whole: Whole = decoded(text) else { return false }
      extract.program = whole.program
      extract.isDraft = whole.isDraft
      extract.questions = whole.questions
      extract.answers = whole.answers
      return true
    case .project: return set(\.project, text, &extract)
    case .conventions: return set(\.conventions, text, &extract)
    case .results: return set(\.results, text, &extract)
    case .stakeholder: return add(\.stakeholders, text, &extract)
    case .input: return add(\.inputs, text, &extract)
    case .outcome: return add(\.outcomes, text, &extract)
    case .measure: return add(\.measures, text, &extract)
    case .flow: return add(\.flows, text, &extract)
    }
  }

  private static func set<Value: Decodable>(
    _ place: WritableKeyPath<ReportExtract, Value>, _ text: String, _ extract: inout ReportExtract
  ) -> Bool {
    guard let value: Value = decoded(text) else { return false }
    extract[keyPath: place] = value
    return true
  }

  private static func add<Row: Decodable>(
    _ list: WritableKeyPath<ReportExtract, [Row]>, _ text: String, _ extract: inout ReportExtract
  ) -> Bool {
    guard extract[keyPath: list].count < mostRows, let row: Row = decoded(text) else {
      return false
    }
    extract[keyPath: list].append(row)
    return true
  }

  private static func decoded<Value: Decodable>(_ text: String) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  // MARK: Holding against the cells

  /// The first figure whose number in the rows is not that of its cell.
  ///
  /// A spreadsheet program keeps 15 digits of a number, and adds up in another order.
  static func contradiction(
    _ extract: ReportExtract, _ cells: [VerifiableReport.Stated]
  ) -> String? {
    let stated = Dictionary(
      cells.map { ($0.id.description, $0.value) }, uniquingKeysWith: { first, _ in first })
    return numbers(of: extract).first { figure, value in
      switch (stated[figure] ?? nil, value) {
      case (nil, nil): false
      case (let cell?, let value?): (cell - value).magnitude > 1e-9 * max(1, value.magnitude)
      default: true
      }
    }?.0
  }

  private static func numbers(of extract: ReportExtract) -> [(String, Double?)] {
    let results = extract.results
    let totals = [
      ("sroi.present_value", results.presentValue),
      ("sroi.inputs_present_value", results.inputsPresentValue), ("sroi.ratio", results.ratio),
    ]
    let ends = [("sroi.ratio_p5", results.ratioLow), ("sroi.ratio_p95", results.ratioHigh)]
    return totals + ends.filter { $0.1 != nil }
      + extract.inputs.flatMap { input in
        [
          ("input.\(input.id).value", input.value),
          ("input.\(input.id).present_value", input.presentValue),
        ]
      }
      + extract.outcomes.filter(\.isPriced).map {
        ("outcome.\($0.id).present_value", $0.presentValue)
      } + extract.measures.map { ($0.figure, $0.value) }
  }
}
