import ImpactModel

/// What an organisation received and spent in a period, as its books say.
///
/// Amounts are in cents and as they stand on profit-and-loss accounts: without VAT where VAT is
/// booked on a balance account. An account is income where its net over the period is a credit, and
/// cost where it is a debit, so that what a customer pays is never a negative cost; where purchase and
/// payroll journals alone make it a credit beside purchases, it is a cost of which more came back.
/// Costs are the lines of purchase, payroll, bank and cash journals; credit notes reduce them. Lines
/// of other journals, such as depreciation in a memorandum, are not payments; they are in `leftOut`.
public struct Spending: Sendable, Hashable {
  /// Who was paid.
  public enum Side: String, Sendable, Hashable {
    /// A supplier, or nobody that the books name.
    case supplier
    /// Staff, the tax office and the pension fund, by way of a payroll journal.
    case payroll
  }

  /// A profit-and-loss account over all books of one organisation.
  public struct Account: Sendable, Hashable {
    /// Its number, with the organisation before it where there are several.
    public let id: String
    /// Its name in the last book that has it.
    public let name: String
    /// Debit less credit over the period in all journals but opening ones, in cents.
    public let net: Int64
    /// How many lines of the period stand on it.
    public let lines: Int

    /// Whether it is income: its net is a credit, and not by credit notes of suppliers alone.
    public let isIncome: Bool

    /// What readers see: number and name; of a source without numbers the category alone.
    public var label: String { name.isEmpty ? id : id + " " + name }
  }

  /// What was paid to one party from one account.
  public struct Cost: Sendable, Hashable {
    /// The position of the account in `accounts`.
    public let account: Int
    /// The position of the party in the register, absent where the books name none.
    public let party: Int?
    /// Who was paid.
    public let side: Side
    /// The amount in cents; credit notes reduce it.
    public let amount: Int64
  }

  /// Costs of one kind of journal that are not payments.
  public struct LeftOut: Sendable, Hashable {
    /// The kind of journal.
    public let journal: JournalKind
    /// The net amount in cents.
    public let amount: Int64
  }

  /// The profit-and-loss accounts with lines in the period, by their identifiers.
  public let accounts: [Account]
  /// The costs, by account, party and side; those without a party come first.
  public let costs: [Cost]
  /// What stands on cost accounts in journals that hold no payments.
  public let leftOut: [LeftOut]
  /// How many lines stand on accounts that are both balance and profit and loss, or not declared.
  public let linesOnOtherAccounts: Int

  /// What was received: the net credit of the income accounts, in cents.
  public let income: Int64
  /// How many lines the figures stand on.
  public let lines: Int

  /// Adds up the books, or gives `nil` where a sum is larger than 64 bits hold.
  ///
  /// - Parameters:
  ///   - ledger: the books.
  ///   - period: the months that count.
  ///   - register: the parties of the same books.
  public init?(_ ledger: Ledger, in period: Period, register: PartyRegister) {
    let chart = AccountChart(ledger)
    var adding = SpendingSums(chart: chart)
    for total in ledger.totals where period.contains(total.month) && total.journal != .opening {
      adding.add(total, party: total.party.flatMap { register.position(of: $0, in: total.book) })
    }
    guard let sums = adding.finished() else { return nil }
    accounts = sums.accounts
    costs = sums.costs
    leftOut = sums.leftOut
    income = sums.income
    linesOnOtherAccounts = adding.linesOnOtherAccounts
    lines = sums.accounts.reduce(0) { $0 + $1.lines }
  }

  /// The identifiers of the accounts.
  public var accountNumbers: [String] { accounts.map(\.id) }
}
