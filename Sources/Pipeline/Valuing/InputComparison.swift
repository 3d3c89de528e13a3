import ExportKit
import IndicatorKit

/// Compares the inputs of the reporting period with the books and with the hours in the tables.
///
/// Amounts are compared as they were booked, at the prices of their own year. They differ where
/// they are more than 1 % and more than one unit apart. What is not known is not compared.
struct InputComparison {
  /// A difference, with what to do about it.
  struct Difference {
    let claim: ReportClaim
    let help: Text

    /// A warning, or a note where the author has given the reason.
    var finding: Finding {
      Finding(
        claim.code, claim.answer == nil ? .warning : .note, claim.message, help: help,
        at: claim.address)
    }
  }

  private let inputs: [ResolvedInput]
  private let project: LoadedProject
  private let answers: Answers

  init(_ inputs: [ResolvedInput], in project: LoadedProject) {
    let periods = InputComparison.periods(project.description)
    self.inputs = inputs.filter { periods.contains($0.row.period) }
    self.project = project
    answers = Answers(project)
  }

  /// The differences, of money first.
  ///
  /// - Parameters:
  ///   - books: what the books came to.
  ///   - measures: what was measured.
  func differences(
    books: Result<LedgerTotals, NoTotal>, measures: [ReportMeasure]
  ) -> [Difference] {
    guard !inputs.isEmpty, project.isWhole(Input.table.id) else { return [] }
    return [cash(books), hours(measures)].compactMap(\.self)
  }

  private func cash(_ books: Result<LedgerTotals, NoTotal>) -> Difference? {
    guard case .success(let totals) = books, let cash = sum(of: .cash),
      InputComparison.differ(cash, totals.costs.amount)
    else { return nil }
    let symbol = project.description.currency.symbol
    func money(_ amount: Double, _ language: Language) -> String {
      "\(symbol) \(DecimalText.rounded(amount, decimals: 2, in: language))"
    }
    let costs = totals.costs.amount
    return difference(
      "inputs.cash_differs",
      Text("Cash inputs and the costs in the books", nl: "Inbreng in geld en kosten in de boeken"),
      Text(
        "The cash inputs are \(money(cash, .english)), the costs in the books \(money(costs, .english)).",
        nl: "De inbreng in geld is \(money(cash, .dutch)), de kosten in de boekhouding zijn "
          + "\(money(costs, .dutch))."))
  }

  private func hours(_ measures: [ReportMeasure]) -> Difference? {
    let counting = measures.filter(\.measure.card.countsVolunteerHours)
    let values = counting.filter { !$0.isIncomplete }.compactMap(\.measure.value)
    guard !counting.isEmpty, values.count == counting.count, let hours = sum(of: .hours) else {
      return nil
    }
    let counted = values.reduce(0, +)
    guard InputComparison.differ(hours, counted) else { return nil }
    func text(_ hours: Double, _ language: Language) -> String {
      DecimalText.rounded(hours, decimals: 0, in: language)
    }
    return difference(
      "inputs.hours_differ",
      Text("Hours among the inputs and in the tables", nl: "Uren bij de inbreng en in de tabellen"),
      Text(
        "The inputs hold \(text(hours, .english)) hours, the tables \(text(counted, .english)).",
        nl: "Bij de inbreng staan \(text(hours, .dutch)) uren, in de tabellen "
          + "\(text(counted, .dutch))."))
  }

  private func difference(_ code: String, _ title: Text, _ message: Text) -> Difference {
    let content = project.contents[Input.table.id]
    let file = content?.file ?? "tables/\(Input.table.id).csv"
    return Difference(
      claim: ReportClaim(
        code: code, title: title, message: message, subject: nil,
        address: Address(file: file, sheet: content?.sheet),
        answer: answers.answer(to: code, about: nil)),
      help: Text(
        "Mend the inputs, or give the reason in the table “answers” under \(code).",
        nl: "Verbeter de inbreng, of geef de reden in de tabel ‘answers’ onder \(code)."))
  }

  /// The sum of a kind; `nil` where one of them could not be had.
  private func sum(of kind: ReportInput.Kind) -> Double? {
    let quantities = inputs.filter { $0.row.kind == kind }.map { $0.quantity?.value }
    let known = quantities.compactMap(\.self)
    return known.count == quantities.count ? known.reduce(0, +) : nil
  }

  private static func differ(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) > max(1, 0.01 * max(abs(left), abs(right)))
  }

  /// The periods of the value map that the reporting period reports on; none where it starts
  /// inside one of them, of which an earlier report has had a part.
  private static func periods(_ project: ProjectDescription) -> Range<Int> {
    func months(_ day: Day) -> Int { day.year * 12 + day.month - 1 }
    let first = months(project.period.first) - months(project.start)
    let last = months(project.period.last) - months(project.start)
    guard first >= 0, first % 12 == 0 else { return 0..<0 }
    return (first / 12 + 1)..<(last / 12 + 2)
  }
}
