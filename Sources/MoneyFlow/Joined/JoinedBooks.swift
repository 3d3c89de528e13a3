import ImpactModel

/// The books of several organisations laid side by side: the neighbourhood's bookkeeping.
///
/// What one organisation pays another stands in both their books; it counts once, as the payer has
/// it. What the payee's books say of it is compared, and differences are listed.
public struct JoinedBooks: Sendable, Hashable {
  /// An organisation whose books are here.
  public struct Organisation: Sendable, Hashable {
    /// Its name in its books.
    public let name: String
    /// What its own books say.
    public let spending: Spending
  }

  /// What one organisation paid a party, from its own books.
  public struct Payment: Sendable, Hashable {
    /// The position of the organisation that pays.
    public let payer: Int
    /// The position of the organisation that is paid, where its books are here too.
    public let payee: Int?
    /// The position of the party in the register; absent where the books name none.
    public let party: Int?
    /// Whether it goes to a supplier or by way of the payroll.
    public let side: Spending.Side
    /// The amount in cents; credit notes reduce it.
    public let amount: Int64
  }

  /// Two organisations whose books say different things of the same payments.
  public struct Difference: Sendable, Hashable {
    /// The position of the organisation that pays.
    public let payer: Int
    /// The position of the organisation that is paid.
    public let payee: Int
    /// What the payer's books hold as costs, in cents; absent where they know nothing of it.
    public let payerSays: Int64?
    /// What the payee's books hold as income, in cents; absent where they know nothing of it.
    public let payeeSays: Int64?
  }

  /// The organisations, in the order of the books.
  public let organisations: [Organisation]
  /// What they paid, by payer, payee and party.
  public let payments: [Payment]
  /// Where the books of two organisations differ, by payer and payee.
  public let differences: [Difference]

  /// Joins the books of a period, or gives `nil` where a sum is larger than 64 bits hold.
  ///
  /// An organisation is recognised in another's books by its numbers, its accounts at a bank or its
  /// name, as the ledger's treatments have them, or by the number that the caller gives for it.
  ///
  /// - Parameters:
  ///   - ledger: the books of all organisations.
  ///   - period: the months that count.
  ///   - register: the parties of the same books.
  ///   - numbers: trade-register numbers by the name of the organisation.
  public init?(
    _ ledger: Ledger, in period: Period, register: PartyRegister, numbers: [String: String] = [:]
  ) {
    let shelves = Bookshelf.all(of: ledger)
    var organisations: [Organisation] = []
    for shelf in shelves {
      guard let spending = Spending(shelf.ledger, in: period, register: register) else {
        return nil
      }
      organisations.append(Organisation(name: shelf.company, spending: spending))
    }
    let identities = Identities(
      organisations.map(\.name), of: ledger, register: register, numbers: numbers)
    self.organisations = organisations
    payments = organisations.enumerated().flatMap { payer, organisation in
      Self.payments(of: payer, organisation.spending, identities)
    }
    var incomes: [Pair: Int64] = [:]
    for (payee, shelf) in shelves.enumerated() {
      let accounts = Set(organisations[payee].spending.accounts.filter(\.isIncome).map(\.id))
      for total in shelf.ledger.totals
      where period.contains(total.month) && total.journal != .opening
        && accounts.contains(total.account)
      {
        guard let party = total.party,
          let position = register.position(of: party, in: total.book),
          let payer = identities.organisation(ofParty: position), payer != payee
        else { continue }
        let pair = Pair(payer: payer, payee: payee)
        // `Spending` has proved the sums of the same totals; a part of them may still be larger.
        let (net, first) = total.credit.subtractingReportingOverflow(total.debit)
        let (sum, second) = (incomes[pair] ?? 0).addingReportingOverflow(net)
        if first || second { return nil }
        incomes[pair] = sum
      }
    }
    differences = Self.differences(payments, incomes)
  }

  private struct Pair: Hashable {
    let payer: Int
    let payee: Int
  }

  private static func payments(
    of payer: Int, _ spending: Spending, _ identities: Identities
  ) -> [Payment] {
    struct Key: Hashable {
      let party: Int?
      let side: Spending.Side
    }
    var sums: [Key: Int64] = [:]
    for cost in spending.costs {
      // The sum of all costs of one organisation fits, as `Spending` has proved.
      sums[Key(party: cost.party, side: cost.side), default: 0] += cost.amount
    }
    return
      sums
      .map { key, amount in
        let payee = key.party.flatMap { identities.organisation(ofParty: $0) }
        return Payment(
          payer: payer, payee: payee == payer ? nil : payee, party: key.party, side: key.side,
          amount: amount)
      }
      .sorted { left, right in
        (left.payee ?? -1, left.party ?? -1, left.side.rawValue)
          < (right.payee ?? -1, right.party ?? -1, right.side.rawValue)
      }
  }

  private static func differences(
    _ payments: [Payment], _ incomes: [Pair: Int64]
  ) -> [Difference] {
    var costs: [Pair: Int64] = [:]
    for payment in payments {
      guard let payee = payment.payee else { continue }
      costs[Pair(payer: payment.payer, payee: payee), default: 0] += payment.amount
    }
    return Set(costs.keys).union(incomes.keys)
      .filter { costs[$0] != incomes[$0] }
      .sorted { ($0.payer, $0.payee) < ($1.payer, $1.payee) }
      .map {
        Difference(
          payer: $0.payer, payee: $0.payee, payerSays: costs[$0], payeeSays: incomes[$0])
      }
  }

  /// What an organisation received from all who have no books here, in cents.
  ///
  /// What the others paid it counts as their books have it; the rest is at least 0.
  public func incomeFromOutside(of organisation: Int) -> Int64 {
    guard organisations.indices.contains(organisation) else { return 0 }
    let inside = payments.filter { $0.payee == organisation }.reduce(0.0) {
      $0 + Double($1.amount)
    }
    let rest = Double(organisations[organisation].spending.income) - inside
    return rest > 0 ? Int64(rest.rounded()) : 0
  }
}
