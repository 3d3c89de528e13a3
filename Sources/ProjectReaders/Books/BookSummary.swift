import ImpactModel

/// Sums up a file of the books while it is read: what it holds, before it is used.
public final class BookSummary: LedgerSink {
  /// What came in and went out, in cents; absent where 64 bits cannot hold the sum.
  public struct Sums: Sendable, Hashable {
    /// Debits: of a bank account what came in, of costs what was spent.
    public private(set) var debit: Int64? = 0
    /// Credits: of a bank account what went out, of costs what was earned.
    public private(set) var credit: Int64? = 0
    /// How many lines.
    public private(set) var lines = 0

    mutating func add(debit more: Int64?, credit other: Int64?, lines count: Int = 1) {
      debit = Sums.sum(debit, more)
      credit = Sums.sum(credit, other)
      lines += count
    }

    private static func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
      guard let left, let right else { return nil }
      let (result, overflow) = left.addingReportingOverflow(right)
      return overflow ? nil : result
    }
  }

  /// A party with what was paid to it and received from it, in cents.
  public struct PartySums: Sendable, Hashable {
    /// The party, as the file has it.
    public let party: LedgerParty
    /// What was spent with it.
    public let paid: Int64?
    /// What came from it.
    public let received: Int64?
    /// How many lines.
    public let lines: Int

    /// What its place in a list goes by.
    fileprivate var weight: UInt64 {
      max(paid?.magnitude ?? UInt64.max, received?.magnitude ?? UInt64.max)
    }
  }

  /// The book, absent where the file could not be read so far.
  public private(set) var book: LedgerBook?
  /// How many lines there are and what they come to.
  public private(set) var total = Sums()
  /// The accounts, in the order of the file.
  public private(set) var accounts: [LedgerAccount] = []
  /// How many parties the file has.
  public var partyCount: Int { parties.count }
  private var parties: [LedgerParty] = []
  private var balanceAccounts: Set<String> = []
  private var byAccount: [String: Sums] = [:]
  private var onBalance: [String: Sums] = [:]
  private var onCosts: [String: Sums] = [:]

  /// Makes an empty summary.
  public init() {}

  /// Takes the book itself.
  public func open(_ book: LedgerBook) throws { self.book = book }

  /// Takes an account.
  public func add(_ account: LedgerAccount) throws {
    accounts.append(account)
    if account.kind == .balance { balanceAccounts.insert(account.id) }
  }

  /// Takes a party.
  public func add(_ party: LedgerParty) throws { parties.append(party) }

  /// Takes a line.
  public func add(_ line: LedgerLine) throws {
    total.add(debit: line.debit, credit: line.credit)
    byAccount[line.account, default: Sums()].add(debit: line.debit, credit: line.credit)
    guard let party = line.party else { return }
    if balanceAccounts.contains(line.account) {
      onBalance[party, default: Sums()].add(debit: line.debit, credit: line.credit)
    } else {
      onCosts[party, default: Sums()].add(debit: line.debit, credit: line.credit)
    }
  }

  /// What an account comes to.
  public func sums(of account: LedgerAccount) -> Sums { byAccount[account.id] ?? Sums() }

  /// The parties with what was paid and received, the largest first; those without lines are left
  /// out.
  ///
  /// In books the accounts of costs and income count: the account of the party itself only repeats
  /// them. Of a bank file all lines count, and of an invoice the costs with their tax.
  public var partySums: [PartySums] {
    let all: [PartySums] = parties.compactMap { party in
      let (balance, costs) = (onBalance[party.id], onCosts[party.id])
      switch book?.form {
      case .bank:
        return balance.map {
          PartySums(party: party, paid: $0.credit, received: $0.debit, lines: $0.lines)
        }
      case .invoices:
        var sums = costs ?? Sums()
        if let balance {
          sums.add(debit: balance.debit, credit: balance.credit, lines: balance.lines)
        }
        guard sums.lines > 0 else { return nil }
        return PartySums(party: party, paid: sums.debit, received: sums.credit, lines: sums.lines)
      case .books, .list, nil:
        return costs.map {
          PartySums(party: party, paid: $0.debit, received: $0.credit, lines: $0.lines)
        }
      }
    }
    // A stable order: of two of the same weight the one that the file has first.
    return all.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
  }

  /// The IBANs of the organisation's own accounts.
  public var ownAccounts: Set<String> { Set(accounts.compactMap(\.iban)) }

  /// What moved to and from accounts of the organisation itself.
  ///
  /// - Parameter own: the IBANs of all its accounts, those of other files too.
  public func transfers(within own: Set<String>) -> Sums {
    var sums = Sums()
    guard book?.form == .bank else { return sums }
    for party in parties where party.iban.map(own.contains) == true {
      guard let moved = onBalance[party.id] else { continue }
      sums.add(debit: moved.debit, credit: moved.credit, lines: moved.lines)
    }
    return sums
  }
}
