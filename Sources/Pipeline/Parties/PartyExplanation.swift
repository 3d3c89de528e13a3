import IndicatorKit
import MoneyFlow
import ProjectReaders

/// Where the figures of one party come from: its records in the files, why they are one, what counts.
public struct PartyExplanation: Sendable, Hashable {
  /// A line of a file that names the party.
  public struct Line: Sendable, Hashable {
    /// The day on which it was booked.
    public let date: Day
    /// The account on which it stands, number and name.
    public let account: String
    /// The debit in cents.
    public let debit: Int64
    /// The credit in cents.
    public let credit: Int64
    /// Where it stands.
    public let address: Address
  }

  /// The party as one file has it.
  public struct Record: Sendable, Hashable {
    /// The file and the number in it: `books/2025.xaf S001`.
    public let reference: String
    /// Whether spending is taken from the file; else it only adds addresses and is compared.
    public let counts: Bool
    /// What the file knows of it, in words and without the numbers themselves.
    public let known: [Text]
    /// The lines of the reporting period, the first of them where there are too many to show.
    public let lines: [Line]
    /// How many lines of the period there are.
    public let lineCount: Int
    /// How many lines lie outside the period.
    public let linesOutside: Int
  }

  /// What counts as spending with the party.
  public struct Counted: Sendable, Hashable {
    /// The account, number and name.
    public let account: String
    /// The amount in cents; credit notes reduce it.
    public let amount: Int64
    /// Whether it is wages.
    public let isWages: Bool
  }

  /// The name, rows, keys and places, as the list of parties shows them.
  public let party: PartyOverview.Merged
  /// What shares a key with it and was not taken for it.
  public let kept: [PartyOverview.Link]
  /// By which of its places it counts as local.
  public let basis: LocalityBasis
  /// Its records, in the order of the files.
  public let records: [Record]
  /// What counts as spending with it in the reporting period, by account.
  public let counted: [Counted]

  /// Puts one party of the register in words.
  init(
    _ known: ProjectParties, _ party: RegisteredParty, at position: Int, period: Period,
    area: PostcodeArea, lines: [PartyReference: PartyLines]
  ) {
    let register = known.register
    self.party = PartyOverview.Merged(party, area: area)
    basis = register.basis
    let members = Set(party.members)
    kept = register.conflicts.filter { $0.members.contains(where: members.contains) }
      .map(PartyOverview.Link.init)
    let books = Set(known.ledger.books.map(\.file))
    records = party.members.map { member in
      let found = lines[member] ?? PartyLines()
      return Record(
        reference: member.text, counts: books.contains(member.book),
        known: known.record(member).map(PartyExplanation.known) ?? [], lines: found.shown,
        lineCount: found.count, linesOutside: found.outside)
    }
    let spending = Spending(known.ledger, in: period, register: register)
    counted = (spending?.costs ?? []).filter { $0.party == position }.map { cost in
      Counted(
        account: spending?.accounts[cost.account].label ?? "", amount: cost.amount,
        isWages: cost.side == .payroll)
    }
  }

  private static func known(_ record: LedgerParty) -> [Text] {
    let parts: [(Bool, Text)] = [
      (record.commerceNumber != nil, PartyKey.commerceNumber.label),
      (record.taxNumber != nil, PartyKey.taxNumber.label),
      (record.iban != nil, PartyKey.bankAccount.label),
      (record.postcode != nil, Text("postcode", nl: "postcode")),
    ]
    return parts.filter(\.0).map(\.1)
  }
}

/// The lines of one party in one file, of which no more are kept than are shown.
struct PartyLines: Sendable {
  private(set) var shown: [PartyExplanation.Line] = []
  private(set) var count = 0
  /// How many lie outside the period.
  var outside = 0

  /// Adds a line of the period.
  mutating func add(_ line: PartyExplanation.Line, limit: Int) {
    count += 1
    if shown.count < limit { shown.append(line) }
  }
}
