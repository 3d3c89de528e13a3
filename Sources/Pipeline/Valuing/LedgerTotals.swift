import IndicatorKit
import MoneyFlow

/// What the books came to in the reporting period, for inputs that take their amount from there.
///
/// An account of profit and loss is a cost where its net over the period is a debit, and income
/// where it is a credit, as for the local multiplier. Costs here count every journal but opening
/// ones, depreciation too, because what a funder pays for is what the project cost.
struct LedgerTotals: Sendable {
  /// The figure that stands for the costs.
  static let costsID = FigureID(joining: "books", "costs")
  /// The figure that stands for the income.
  static let incomeID = FigureID(joining: "books", "income")
  /// The figures that an input may name.
  static let all = [costsID, incomeID]

  /// One total and the ledger lines behind it.
  struct Total: Sendable, Hashable {
    /// In whole units of the project's currency.
    let amount: Double
    let origin: Origin
  }

  let costs: Total
  let income: Total

  /// Adds up the books of a project, or says why they give no total.
  static func read(_ project: LoadedProject) -> Result<LedgerTotals, NoTotal> {
    guard let ledger = project.ledger, !ledger.isEmpty else {
      return .failure(
        NoTotal(
          project.hasDamagedBooks
            ? Text("the books could not be read", nl: "de boekhouding kon niet worden gelezen")
            : Text("there are no books", nl: "er is geen boekhouding")))
    }
    let period = project.description.period
    let coverage = LedgerCoverage(ledger.books, period: period)
    guard coverage.currencies.allSatisfy({ $0 == project.description.currency }) else {
      return .failure(
        NoTotal(
          Text(
            "the books are kept in another currency",
            nl: "de boekhouding is in een andere munt")))
    }
    guard coverage.monthsMissing == 0, coverage.overlappingFiles.isEmpty else {
      return .failure(
        NoTotal(
          Text(
            "the books do not cover the reporting period once and whole",
            nl: "de boekhouding dekt de verslagperiode niet één keer en heel")))
    }
    let totals = spending(ledger, in: period, project.description.neighbourhood.country)
      .flatMap { LedgerTotals($0, ledger) }
    return totals.map { .success($0) }
      ?? .failure(
        NoTotal(
          Text(
            "a total of the books is too large", nl: "een totaal van de boekhouding is te groot")))
  }

  /// The total that a figure stands for.
  func total(of figure: FigureID) -> Total? {
    switch figure {
    case LedgerTotals.costsID: costs
    case LedgerTotals.incomeID: income
    default: nil
    }
  }

  private init?(_ spending: Spending, _ ledger: Ledger) {
    let files = ledger.books.map(\.file)
    func total(_ accounts: [Spending.Account], _ amount: Int64) -> Total {
      let lines = accounts.reduce(0) { $0 + $1.lines }
      let selection = LedgerSelection(files: files, accounts: accounts.map(\.id), lines: lines)
      return Total(amount: Double(amount) / 100, origin: .ledger(selection))
    }
    let costAccounts = spending.accounts.filter { !$0.isIncome }
    var sum: Int64 = 0
    for account in costAccounts {
      let (next, overflow) = sum.addingReportingOverflow(account.net)
      guard !overflow else { return nil }
      sum = next
    }
    costs = total(costAccounts, sum)
    income = total(spending.accounts.filter(\.isIncome), spending.income)
  }

  /// The spending without its parties, which make no difference to the totals.
  private static func spending(
    _ ledger: Ledger, in period: Period, _ country: Country
  ) -> Spending? {
    let nameless = Ledger(
      books: ledger.books, accounts: ledger.accounts, parties: [], totals: ledger.totals)
    let register = PartyRegister(nameless, entries: [], country: country)
    return Spending(nameless, in: period, register: register)
  }
}

/// Why the books give no total.
struct NoTotal: Error, Hashable {
  let reason: Text

  init(_ reason: Text) { self.reason = reason }
}
