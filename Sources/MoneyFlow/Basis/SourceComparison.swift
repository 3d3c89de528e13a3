import ImpactModel

/// What two sources of one organisation say of the spending of a period.
///
/// Only months that both cover are compared. Sums are of costs as `Spending` counts them.
public struct SourceComparison: Sendable, Hashable {
  /// One month in both sources, in cents.
  public struct Month: Sendable, Hashable {
    /// Its first day.
    public let first: Day
    /// What the basis says.
    public let basis: Int64
    /// What the other source says.
    public let other: Int64
  }

  /// What both say of one party, in cents; absent where a source knows nothing of it.
  public struct PartyDifference: Sendable, Hashable {
    /// The position of the party in the register; absent for payments to nobody by name.
    public let party: Int?
    /// Whether it is the wages, of which no single party is shown.
    public let isWages: Bool
    /// What the basis says.
    public let basis: Int64?
    /// What the other source says.
    public let other: Int64?
  }

  /// The kind of source that counts.
  public let basis: LedgerBook.Form
  /// The kind that is compared with it.
  public let other: LedgerBook.Form
  /// The months that both cover, in their order.
  public let months: [Month]
  private let own: [LedgerTotal]
  private let others: [LedgerTotal]

  /// Compares two sources of one organisation.
  public init(_ basis: BookSource, _ other: BookSource, in period: Period) {
    self.basis = basis.form
    self.other = other.form
    let shared = period.eachMonth.filter { month in
      basis.covers(month) && other.covers(month)
    }
    let firsts = Set(shared.map(\.first))
    own = basis.costs(in: period).filter { firsts.contains($0.month) }
    others = other.costs(in: period).filter { firsts.contains($0.month) }
    let (left, right) = (Self.sums(own), Self.sums(others))
    months = shared.map {
      Month(first: $0.first, basis: left[$0.first] ?? 0, other: right[$0.first] ?? 0)
    }
  }

  /// What the basis comes to over the months that both cover, in cents.
  public var basisSum: Int64 { months.reduce(0) { clampedSum($0, $1.basis) } }
  /// What the other source comes to over them.
  public var otherSum: Int64 { months.reduce(0) { clampedSum($0, $1.other) } }

  /// The parties of whom both do not say the same, the largest difference first.
  ///
  /// - Parameter register: the parties of both sources.
  public func differences(_ register: PartyRegister) -> [PartyDifference] {
    let (left, right) = (byParty(own, register), byParty(others, register))
    return Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
      .sorted { ($0.isWages ? 1 : 0, $0.party ?? -1) < ($1.isWages ? 1 : 0, $1.party ?? -1) }
      .map {
        PartyDifference(
          party: $0.party, isWages: $0.isWages, basis: left[$0], other: right[$0])
      }
      .enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
      .map(\.element)
  }

  private struct Payee: Hashable {
    let party: Int?
    let isWages: Bool
  }

  private func byParty(
    _ totals: [LedgerTotal], _ register: PartyRegister
  ) -> [Payee: Int64] {
    var sums: [Payee: Int64] = [:]
    for total in totals {
      let isWages = total.journal == .payroll
      let party = isWages ? nil : total.party.flatMap { register.position(of: $0, in: total.book) }
      let key = Payee(party: party, isWages: isWages)
      sums[key] = clampedSum(sums[key] ?? 0, total.net)
    }
    return sums
  }

  private static func sums(_ totals: [LedgerTotal]) -> [Day: Int64] {
    var sums: [Day: Int64] = [:]
    for total in totals { sums[total.month] = clampedSum(sums[total.month] ?? 0, total.net) }
    return sums
  }

  /// The two sums in a sentence, for a finding.
  func summary(_ own: Text, _ other: Text) -> Text {
    guard let first = months.first, let last = months.last else {
      return Text(
        " They have no whole month in common.", nl: " Ze hebben geen hele maand gemeen.")
    }
    let (left, right) = (BasisFindings.shown(basisSum), BasisFindings.shown(otherSum))
    let english = "\(first.first.year)-\(Self.two(first.first.month)) to "
    let dutch = "\(first.first.year)-\(Self.two(first.first.month)) tot en met "
    let end = "\(last.first.year)-\(Self.two(last.first.month))"
    return Text(
      " Costs over \(english)\(end): \(left.english) by \(own.english), \(right.english) by "
        + "\(other.english).",
      nl: " Kosten over \(dutch)\(end): \(left.dutch) volgens \(own.dutch), \(right.dutch) volgens "
        + "\(other.dutch).")
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension SourceComparison.PartyDifference {
  /// How far apart the two are.
  fileprivate var size: UInt64 {
    let (difference, overflow) = (basis ?? 0).subtractingReportingOverflow(other ?? 0)
    return overflow ? .max : difference.magnitude
  }
}

/// A sum that stays at the largest number where 64 bits cannot hold it.
func clampedSum(_ left: Int64, _ right: Int64) -> Int64 {
  let (sum, overflow) = left.addingReportingOverflow(right)
  guard overflow else { return sum }
  return right < 0 ? .min : .max
}

extension LedgerTotal {
  /// Debit less credit in cents.
  fileprivate var net: Int64 {
    let (net, overflow) = debit.subtractingReportingOverflow(credit)
    guard overflow else { return net }
    return credit > 0 ? .min : .max
  }
}

extension BookSource {
  /// Whether a month can be compared: a list and invoices cover all months, and a statement those in
  /// which it has a day.
  func covers(_ month: Period) -> Bool {
    switch form {
    case .invoices, .list: true
    case .bank: ledger.books.contains { $0.first <= month.last && month.first <= $0.last }
    case .books: ledger.books.contains { $0.first <= month.first && month.last <= $0.last }
    }
  }

  /// The totals of a period that are payments for costs.
  func costs(in period: Period) -> [LedgerTotal] {
    // All files here are of one organisation, whatever name they give it: a bank's own spelling, or on
    // an invoice that was sent the customer's.
    let nameless = Ledger(
      books: ledger.books, accounts: ledger.accounts, parties: [], totals: ledger.totals
    ).called("")
    let register = PartyRegister(nameless, entries: [], country: .netherlands)
    guard let spending = Spending(nameless, in: period, register: register) else { return [] }
    let costs = Set(spending.accounts.filter { !$0.isIncome }.map(\.id))
    let kinds: Set<JournalKind> = [.purchase, .bank, .cash, .payroll]
    return ledger.totals.filter {
      costs.contains($0.account) && kinds.contains($0.journal) && period.contains($0.month)
    }
  }
}

extension Period {
  /// The calendar months of the period, in their order.
  var eachMonth: [Period] {
    (0..<months).compactMap { offset in
      let month = first.month - 1 + offset
      let (year, number) = (first.year + month / 12, month % 12 + 1)
      guard let first = Day(year: year, month: number, day: 1),
        let last = Day(year: year, month: number, day: Day.days(inMonth: number, of: year))
      else { return nil }
      return Period(first: first, last: last)
    }
  }
}
