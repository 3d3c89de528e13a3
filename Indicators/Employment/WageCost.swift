import IndicatorKit

/// The wage cost in the books: the profit-and-loss lines of the payroll journals in the period.
struct WageCost {
  let ledger: Ledger?
  let project: ProjectDescription

  /// Measures the wage cost per full-time year.
  func perFullTimeYear(
    _ card: MeasureCard, work: PaidWork, contracts: Rows<StaffMember>
  ) -> Measure {
    let people = PaidWork.working(contracts)
    guard people >= SmallGroups.fewest else {
      return card.notMeasurable(Self.tooFewPeople)
    }
    switch booked {
    case .absent(let reason): return card.notMeasurable(reason)
    case .found(let cents, let selection):
      return card.mean(
        sum: Double(cents) / 100, count: work.equivalents(contracts) * project.period.years,
        from: .combined([
          .ledger(selection),
          .selection(contracts.selection(columns: ["start", "end", "hours_per_week"])),
          work.norm.origin,
        ])
      ).of(people: people)
    }
  }

  private enum Booked {
    case found(cents: Int64, LedgerSelection)
    case absent(Text)
  }

  private var booked: Booked {
    guard let ledger, !ledger.isEmpty else { return .absent(Self.noBooks) }
    guard ledger.treatments.allSatisfy(\.hasWholeWages) else { return .absent(Self.netPayOnly) }
    let covered = CoveredDays.count(
      ledger.books.map { ($0.first, $0.last) }, in: project.period)
    guard covered == project.period.days else {
      return .absent(Self.partly(covered, of: project.period.days))
    }
    let totals = payroll(in: ledger)
    guard !totals.isEmpty else { return .absent(Self.noPayroll) }
    let files = Set(totals.map(\.book))
    guard ledger.books.allSatisfy({ !files.contains($0.file) || $0.currency == project.currency })
    else { return .absent(Self.otherCurrency) }
    guard let cents = Self.net(totals) else { return .absent(Self.tooLarge) }
    return .found(
      cents: cents,
      LedgerSelection(
        files: files.sorted(), accounts: Set(totals.map(\.account)).sorted(),
        lines: totals.reduce(0) { $0 + $1.lines }))
  }

  private func payroll(in ledger: Ledger) -> [LedgerTotal] {
    let costs = Set(
      ledger.accounts.filter { $0.kind == .profitAndLoss }.map { [$0.book, $0.id] })
    return ledger.totals.filter {
      $0.journal == .payroll && project.period.contains($0.month)
        && costs.contains([$0.book, $0.account])
    }
  }

  /// Debits less credits in cents, or `nil` where 64 bits cannot hold the sum.
  private static func net(_ totals: [LedgerTotal]) -> Int64? {
    var sum: Int64 = 0
    for total in totals {
      let (more, first) = sum.addingReportingOverflow(total.debit)
      let (next, second) = more.subtractingReportingOverflow(total.credit)
      guard !first, !second else { return nil }
      sum = next
    }
    return sum
  }

  private static let tooFewPeople = Text(
    "fewer than five people have a contract, so that pay per head would show a person’s pay",
    nl: "minder dan vijf mensen hebben een contract, zodat loon per hoofd iemands loon zou tonen")
  private static let noBooks = Text(
    "there are no books from which the wage cost could be read",
    nl: "er is geen boekhouding waaruit de loonkosten te lezen zijn")
  private static let netPayOnly = Text(
    "spending is taken from bank statements, which show net pay without tax and pension; name those to "
      + "whom these are paid under “books: wages_to”",
    nl:
      "de uitgaven komen uit bankafschriften, en die tonen nettoloon zonder belasting en pensioen; "
      + "noem aan wie die worden betaald onder ‘books: wages_to’")
  private static let noPayroll = Text(
    "the books have no costs in a payroll journal in the period",
    nl: "de boekhouding heeft in de periode geen kosten in een loonjournaal")
  private static let otherCurrency = Text(
    "the payroll is booked in another currency than the project’s",
    nl: "de lonen zijn geboekt in een andere valuta dan die van het project")
  private static let tooLarge = Text(
    "the wage cost is too large to add up", nl: "de loonkosten zijn te groot om op te tellen")

  private static func partly(_ covered: Int, of days: Int) -> Text {
    Text(
      "the books cover \(covered) of the \(days) days of the period",
      nl: "de boekhouding beslaat \(covered) van de \(days) dagen van de periode")
  }
}
