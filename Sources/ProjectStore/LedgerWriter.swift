import GRDB
import ImpactModel

/// Writes one set of books into the tables of the store, and keeps totals while it does.
final class LedgerWriter {
  private let database: Database
  private let source: Int64
  private var books: BulkInsert
  private var accounts: BulkInsert
  private var parties: BulkInsert
  // What follows is looked at many times for each line, by one thread and one call at a time:
  // checking that would take longer than the rest.
  @exclusivity(unchecked) private var lines: BulkInsert
  @exclusivity(unchecked) private var names = LedgerNames()
  /// The texts of the line before, which the next one often has too.
  @exclusivity(unchecked) private var journal = (text: "", number: LedgerNames.none)
  @exclusivity(unchecked) private var account = (text: "", number: LedgerNames.none)
  @exclusivity(unchecked) private var party = (text: "", number: LedgerNames.none)
  @exclusivity(unchecked) private var kind: (kind: JournalKind, place: Int8)?
  @exclusivity(unchecked) private var totals = LedgerTotals()
  @exclusivity(unchecked) private var rows: StoredRows

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
    // A line is looked at where it lies: a copy of it would count the references to all its texts.
    try batch.lines.withUnsafeBufferPointer { lines in
      for place in lines.indices { try add(lines[place]) }
    }
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
    let (year, month) = (line.date.year, line.date.month)
    let account = names.number(of: line.account, after: &account)
    let party =
      if let party = line.party { names.number(of: party, after: &self.party) } else {
        LedgerNames.none
      }
    let heading = LedgerTotals.Heading(
      project: names.number(of: line.project), costCentre: names.number(of: line.costCentre),
      year: Int16(year), month: Int8(month), kind: place(of: line.kind))
    lines.add(try rows.next())
    lines.add(Int64(names.number(of: line.journal, after: &journal)))
    lines.add(line.kind.rawValue)
    lines.add(line.transaction)
    lines.add(line.number)
    lines.add(Int64(account))
    lines.add(LedgerNames.stored(party))
    lines.add(LedgerNames.stored(heading.project))
    lines.add(Int64((year * 100 + month) * 100 + line.date.day))
    lines.add(line.debit)
    lines.add(line.credit)
    lines.add(Int64(line.byte))
    lines.add(line.line.map { Int64($0) })
    lines.add(line.text)
    lines.add(line.ordered.map { "\($0.currency) \($0.exactText)" })
    lines.add(LedgerNames.stored(heading.costCentre))
    try lines.run()
    totals.add(
      account: account, party: party, heading, debit: line.debit, credit: line.credit)
  }

  private func place(of kind: JournalKind) -> Int8 {
    if let known = self.kind, known.kind == kind { return known.place }
    let place = Int8(LedgerTotals.Heading.kinds.firstIndex(of: kind) ?? 0)
    self.kind = (kind, place)
    return place
  }

  /// Writes the names and the totals, in an order that the books alone decide.
  func finish() throws {
    guard !totals.hasOverflow else { throw LedgerLoad.Failure.overflow }
    totals.close()
    let kinds = kindNumbers()
    names.close()
    var stored = try BulkInsert(database, into: "ledger_name", columns: 2)
    var row = StoredRows(of: source)
    for text in names.texts {
      stored.add(try row.next())
      stored.add(text)
      try stored.run()
    }
    var insert = try BulkInsert(database, into: "ledger_total", columns: 2)
    row = StoredRows(of: source)
    let order = totals.order(names.ranks)
    for start in stride(from: 0, to: order.count, by: LedgerTotalEntry.countInRow) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(LedgerTotalEntry.countInRow * LedgerTotalEntry.byteCount)
      for place in order[start...].prefix(LedgerTotalEntry.countInRow) {
        let total = totals[Int(place)]
        let heading = totals.heading(of: total)
        LedgerTotalEntry(total, heading, kind: kinds[Int(heading.kind)]).append(to: &bytes)
      }
      insert.add(try row.next())
      insert.add(bytes: bytes)
      try insert.run()
    }
  }

  /// The numbers of the codes of the kinds of journals; of those that do not occur none.
  private func kindNumbers() -> [Int32] {
    let kinds = LedgerTotals.Heading.kinds
    var numbers = [Int32](repeating: LedgerNames.none, count: kinds.count)
    for heading in totals.headings {
      numbers[Int(heading.kind)] = names.number(of: kinds[Int(heading.kind)].rawValue)
    }
    return numbers
  }
}
