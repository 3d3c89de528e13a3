import ImpactModel

/// Adds totals of the ledger up to spending; a sum that overflows spoils the whole.
struct SpendingSums {
  /// What the sums come to.
  struct Finished {
    let accounts: [Spending.Account]
    let costs: [Spending.Cost]
    let leftOut: [Spending.LeftOut]
    let income: Int64
  }

  private struct CostKey: Hashable {
    let account: Int
    let party: Int?
    let side: Spending.Side

    var order: (Int, Int, Int) { (account, party ?? -1, side == .supplier ? 0 : 1) }
  }

  private struct JournalKey: Hashable {
    let account: Int
    let journal: JournalKind
  }

  private let chart: AccountChart
  private var nets: [Int64]
  /// What of the nets stands in purchase and payroll journals, which hold no income.
  private var bought: [Int64]
  /// Whether anything was bought on the account, so that credits beside it are credit notes.
  private var hasPurchases: [Bool]
  private var lines: [Int]
  private var costs: [CostKey: Int64] = [:]
  private var others: [JournalKey: Int64] = [:]
  private var hasOverflowed = false
  /// How many lines stand on accounts that are neither profit and loss nor balance.
  private(set) var linesOnOtherAccounts = 0

  /// Starts with nothing.
  init(chart: AccountChart) {
    self.chart = chart
    nets = chart.entries.map { _ in 0 }
    bought = nets
    hasPurchases = chart.entries.map { _ in false }
    lines = chart.entries.map { _ in 0 }
  }

  /// Adds one total.
  mutating func add(_ total: LedgerTotal, party: Int?) {
    guard let account = chart.position(of: total.account, in: total.book) else {
      if !chart.isBalance(total.account, in: total.book) { linesOnOtherAccounts += total.lines }
      return
    }
    let (amount, overflow) = total.debit.subtractingReportingOverflow(total.credit)
    if overflow { hasOverflowed = true }
    lines[account] += total.lines
    nets[account] = sum(nets[account], amount)
    if total.journal == .purchase || total.journal == .payroll {
      bought[account] = sum(bought[account], amount)
      if total.debit > 0 { hasPurchases[account] = true }
    }
    switch total.journal {
    case .purchase, .bank, .cash:
      add(amount, to: CostKey(account: account, party: party, side: .supplier))
    case .payroll: add(amount, to: CostKey(account: account, party: party, side: .payroll))
    case .goods, .memorandum, .opening, .sales, .production, .other:
      let key = JournalKey(account: account, journal: total.journal)
      others[key] = sum(others[key] ?? 0, amount)
    }
  }

  /// The sums, or `nil` where one of them is too large.
  func finished() -> Finished? {
    var sums = self
    let accounts = chart.entries.indices.filter { lines[$0] > 0 }
    let positions = Dictionary(
      uniqueKeysWithValues: accounts.enumerated().map { ($0.element, $0.offset) })
    let income = accounts.filter(isIncome).reduce(0) { sums.sum($0, nets[$1]) }
    let keys = costs.keys.filter { !isIncome($0.account) }.sorted { $0.order < $1.order }
    let paid = keys.compactMap { key in
      positions[key.account].map {
        Spending.Cost(account: $0, party: key.party, side: key.side, amount: costs[key] ?? 0)
      }
    }
    let leftOut = JournalKind.allCases.compactMap { journal -> Spending.LeftOut? in
      let keys = accounts.filter { !isIncome($0) }
        .map { JournalKey(account: $0, journal: journal) }
      let amount = keys.reduce(0) { sums.sum($0, others[$1] ?? 0) }
      return amount == 0 ? nil : Spending.LeftOut(journal: journal, amount: amount)
    }
    // The sum of all costs must fit as well, so that nobody who adds some of them can overflow.
    _ = paid.reduce(0) { sums.sum($0, Int64(clamping: $1.amount.magnitude)) }
    guard !sums.hasOverflowed, income > Int64.min else { return nil }
    return Finished(
      accounts: accounts.map {
        Spending.Account(
          id: chart.entries[$0].id, name: chart.entries[$0].name, net: nets[$0], lines: lines[$0],
          isIncome: isIncome($0))
      },
      costs: paid, leftOut: leftOut, income: -income)
  }

  /// Whether an account has a net credit that journals other than those of purchases make.
  private func isIncome(_ account: Int) -> Bool {
    guard nets[account] < 0 else { return false }
    guard hasPurchases[account] else { return true }
    let (rest, overflow) = nets[account].subtractingReportingOverflow(bought[account])
    return overflow || rest < 0
  }

  private mutating func add(_ amount: Int64, to key: CostKey) {
    costs[key] = sum(costs[key] ?? 0, amount)
  }

  private mutating func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (result, overflow) = left.addingReportingOverflow(right)
    if overflow { hasOverflowed = true }
    return result
  }
}
