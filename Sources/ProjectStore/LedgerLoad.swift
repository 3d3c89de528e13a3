import GRDB
import ImpactModel

/// Writes one set of books into the store, and keeps totals while it does.
final class LedgerLoad: LedgerSink {
  /// Why books cannot be stored.
  enum Failure: Error {
    /// A total that 64 bits cannot hold.
    case overflow
  }

  private struct Key: Hashable {
    let account: String
    let party: String?
    let project: String?
    let kind: JournalKind
    let month: String
    let costCentre: String?

    /// An order that no hash decides; `nil` comes before any text.
    var order: [String] {
      [
        account, party.map { "1" + $0 } ?? "0", project.map { "1" + $0 } ?? "0", kind.rawValue,
        month, costCentre.map { "1" + $0 } ?? "0",
      ]
    }
  }

  private struct Sum {
    var debit: Int64 = 0
    var credit: Int64 = 0
    var lines = 0
  }

  private let database: Database
  private let source: Int64
  private let accounts: Statement
  private let parties: Statement
  private let lines: Statement
  private var count = 0
  private var totals: [Key: Sum] = [:]
  private var hasOverflow = false

  init(_ database: Database, source: Int64) throws {
    self.database = database
    self.source = source
    accounts = try database.makeStatement(
      sql: "INSERT INTO ledger_account VALUES (?, ?, ?, ?, ?, ?)")
    parties = try database.makeStatement(
      sql: "INSERT INTO ledger_party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    lines = try database.makeStatement(
      sql: "INSERT INTO ledger_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  func open(_ book: LedgerBook) throws {
    try database.execute(
      sql: "INSERT INTO ledger_book VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        source, book.company, book.currency.code, book.first.description, book.last.description,
        book.form.rawValue, book.format, book.number, book.taxNumber, book.document,
      ])
  }

  func add(_ account: LedgerAccount) throws {
    try accounts.execute(arguments: [
      source, account.id, account.name, account.kind.rawValue, account.iban,
      account.rgs,
    ])
  }

  func add(_ party: LedgerParty) throws {
    try parties.execute(arguments: [
      source, party.id, party.name, party.commerceNumber, party.taxNumber, party.postcode,
      party.country, party.iban, party.registerCode,
    ])
  }

  func add(_ line: LedgerLine) throws {
    count += 1
    let date = line.date.description
    try lines.execute(arguments: [
      source, count, line.journal, line.kind.rawValue, line.transaction, line.number,
      line.account, line.party, line.project, date, line.debit, line.credit, line.byte,
      line.line, line.text, line.ordered.map { "\($0.currency) \($0.exactText)" },
      line.costCentre,
    ])
    let key = Key(
      account: line.account, party: line.party, project: line.project, kind: line.kind,
      month: date.prefix(8) + "01", costCentre: line.costCentre)
    var sum = totals[key] ?? Sum()
    let debit = sum.debit.addingReportingOverflow(line.debit)
    let credit = sum.credit.addingReportingOverflow(line.credit)
    hasOverflow = hasOverflow || debit.overflow || credit.overflow
    sum.debit = debit.partialValue
    sum.credit = credit.partialValue
    sum.lines += 1
    totals[key] = sum
  }

  /// Writes the totals, in an order that the books alone decide.
  func finish() throws {
    guard !hasOverflow else { throw Failure.overflow }
    let insert = try database.makeStatement(
      sql: "INSERT INTO ledger_total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let sorted = totals.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
    for (key, sum) in sorted {
      try insert.execute(arguments: [
        source, key.account, key.party, key.project, key.kind.rawValue, key.month, sum.debit,
        sum.credit, sum.lines, key.costCentre,
      ])
    }
  }
}
