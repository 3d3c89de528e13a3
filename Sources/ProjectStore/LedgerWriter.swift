import GRDB
import ImpactModel

/// Writes one set of books into the tables of the store, and keeps totals while it does.
final class LedgerWriter {
  private let database: Database
  private let source: Int64
  private var books: BulkInsert
  private var accounts: BulkInsert
  private var parties: BulkInsert
  private var lines: BulkInsert
  private var names = LedgerNames()
  private var kinds: [JournalKind: Int8] = [:]
  private var totals = LedgerTotals()
  private var rows: StoredRows

  init(_ database: Database, source: Int64) throws {
    self.database = database
    self.source = source
    rows = StoredRows(of: source)
    books = try BulkInsert(database, into: "ledger_book", columns: 10)
    accounts = try BulkInsert(database, into: "ledger_account", columns: 6)
    parties = try BulkInsert(database, into: "ledger_party", columns: 9)
    lines = try BulkInsert(database, into: "ledger_line", columns: 16)
  }

  /// Writes a batch; of what was read in it lines come last.
  func take(_ batch: LedgerBatch) throws {
    for book in batch.books { try add(book) }
    for account in batch.accounts { try add(account) }
    for party in batch.parties { try add(party) }
    for line in batch.lines { try add(line) }
  }

  private func add(_ book: LedgerBook) throws {
    books.add(source)
    books.add(book.company)
    books.add(book.currency.code)
    books.add(book.first.description)
    books.add(book.last.description)
    books.add(book.form.rawValue)
    books.add(book.format)
    books.add(book.number)
    books.add(book.taxNumber)
    books.add(book.document)
    try books.run()
  }

  private func add(_ account: LedgerAccount) throws {
    accounts.add(source)
    accounts.add(account.id)
    accounts.add(account.name)
    accounts.add(account.kind.rawValue)
    accounts.add(account.iban)
    accounts.add(account.rgs)
    try accounts.run()
  }

  private func add(_ party: LedgerParty) throws {
    parties.add(source)
    parties.add(party.id)
    parties.add(party.name)
    parties.add(party.commerceNumber)
    parties.add(party.taxNumber)
    parties.add(party.postcode)
    parties.add(party.country)
    parties.add(party.iban)
    parties.add(party.registerCode)
    try parties.run()
  }

  private func add(_ line: LedgerLine) throws {
    let key = LedgerTotals.Key(
      account: names.number(of: line.account), party: names.number(of: line.party),
      project: names.number(of: line.project), costCentre: names.number(of: line.costCentre),
      year: Int16(line.date.year), month: Int8(line.date.month), kind: place(of: line.kind))
    lines.add(try rows.next())
    lines.add(Int64(names.number(of: line.journal)))
    lines.add(line.kind.rawValue)
    lines.add(line.transaction)
    lines.add(line.number)
    lines.add(Int64(key.account))
    lines.add(LedgerNames.stored(key.party))
    lines.add(LedgerNames.stored(key.project))
    lines.add(Int64((line.date.year * 100 + line.date.month) * 100 + line.date.day))
    lines.add(line.debit)
    lines.add(line.credit)
    lines.add(Int64(line.byte))
    lines.add(line.line.map { Int64($0) })
    lines.add(line.text)
    lines.add(line.ordered.map { "\($0.currency) \($0.exactText)" })
    lines.add(LedgerNames.stored(key.costCentre))
    try lines.run()
    totals.add(key, debit: line.debit, credit: line.credit)
  }

  private func place(of kind: JournalKind) -> Int8 {
    if let known = kinds[kind] { return known }
    let place = Int8(LedgerTotals.Key.kinds.firstIndex(of: kind) ?? 0)
    kinds[kind] = place
    return place
  }

  /// Writes the names and the totals, in an order that the books alone decide.
  func finish() throws {
    guard !totals.hasOverflow else { throw LedgerLoad.Failure.overflow }
    totals.close()
    names.close()
    var stored = try BulkInsert(database, into: "ledger_name", columns: 2)
    var row = StoredRows(of: source)
    for text in names.texts {
      stored.add(try row.next())
      stored.add(text)
      try stored.run()
    }
    var insert = try BulkInsert(database, into: "ledger_total", columns: 10)
    row = StoredRows(of: source)
    for place in totals.order(names.ranks) {
      let total = totals[Int(place)]
      let key = total.key
      insert.add(try row.next())
      insert.add(Int64(key.account))
      insert.add(LedgerNames.stored(key.party))
      insert.add(LedgerNames.stored(key.project))
      insert.add(LedgerTotals.Key.kinds[Int(key.kind)].rawValue)
      insert.add(Int64(key.year) * 100 + Int64(key.month))
      insert.add(total.debit)
      insert.add(total.credit)
      insert.add(Int64(total.lines))
      insert.add(LedgerNames.stored(key.costCentre))
      try insert.run()
    }
  }
}
