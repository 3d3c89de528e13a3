import Foundation
import GRDB
import ImpactModel

extension ProjectStore {
  /// Loads a set of books in the place of what was read from its file before.
  ///
  /// Where a finding is an error, the findings are kept and the books are not. Where the loading
  /// throws or is interrupted, the store stays as it was.
  ///
  /// - Parameters:
  ///   - file: the file, relative to the project's folder.
  ///   - fingerprint: the fingerprint under which it is current.
  ///   - load: reads the file into a sink and gives its findings.
  /// - Returns: the findings.
  /// - Throws: what `load` threw, or where the disk fails.
  @discardableResult
  public func replaceLedger(
    file: String, fingerprint: String, load: (any LedgerSink) throws -> [Finding]
  ) throws -> [Finding] {
    try replaceLedger(file: file, load: load) { fingerprint }
  }

  /// Loads a set of books of which the fingerprint is known only once they are read.
  ///
  /// - Parameters:
  ///   - file: the file, relative to the project's folder.
  ///   - load: reads the file into a sink and gives its findings.
  ///   - fingerprint: gives the fingerprint under which it is current, after the reading.
  /// - Returns: the findings.
  /// - Throws: what `load` or `fingerprint` threw, or where the disk fails.
  @discardableResult
  public func replaceLedger(
    file: String, load: (any LedgerSink) throws -> [Finding], fingerprint: () throws -> String
  ) throws -> [Finding] {
    try queue.write { database in
      try self.remove(file, from: database)
      try database.execute(
        sql:
          "INSERT INTO source (file, fingerprint, kind, findings) VALUES (?, '', 'ledger', '[]')",
        arguments: [file])
      let source = database.lastInsertedRowID
      var findings: [Finding] = []
      try database.inSavepoint {
        let sink = try LedgerLoad(database, source: source)
        do {
          findings = try load(sink)
        } catch {
          try sink.end()
          throw error
        }
        try sink.end()
        guard !findings.contains(where: { $0.severity == .error }) else { return .rollback }
        try sink.finish()
        return .commit
      }
      try database.execute(
        sql: "UPDATE source SET fingerprint = ?, findings = ? WHERE id = ?",
        arguments: [try fingerprint(), try StoredJSON.encode(findings), source])
      return findings
    }
  }

  /// The books of the project as totals, in the order of their files, accounts and parties.
  public func ledger() throws -> Ledger {
    try queue.read { database in
      Ledger(
        books: try books(database), accounts: try accounts(database),
        parties: try parties(database), totals: try totals(database))
    }
  }

  private func books(_ database: Database) throws -> [LedgerBook] {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT file, b.* FROM ledger_book b JOIN source s ON s.id = b.source ORDER BY file")
    return try Array(
      rows.compactMap { row in
        guard let currency = Currency(row["currency"]),
          let first = Day(iso: row["first"] as String),
          let last = Day(iso: row["last"] as String),
          let form = LedgerBook.Form(rawValue: row["form"])
        else { return nil }
        return LedgerBook(
          file: row["file"], company: row["company"], currency: currency, first: first, last: last,
          form: form, format: row["format"], number: row["number"], taxNumber: row["tax_number"],
          document: row["document"])
      })
  }

  private func accounts(_ database: Database) throws -> [LedgerAccount] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT file, a.id, a.name, a.kind, a.iban, a.rgs FROM ledger_account a JOIN source s ON s.id = a.source \
        ORDER BY file, a.id
        """)
    return try Array(
      rows.compactMap { row in
        LedgerAccount.Kind(rawValue: row["kind"]).map {
          LedgerAccount(
            book: row["file"], id: row["id"], name: row["name"], kind: $0, iban: row["iban"],
            rgs: row["rgs"])
        }
      })
  }

  private func parties(_ database: Database) throws -> [LedgerParty] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT file, p.* FROM ledger_party p JOIN source s ON s.id = p.source ORDER BY file, p.id
        """)
    return try Array(
      rows.map { row in
        LedgerParty(
          book: row["file"], id: row["id"], name: row["name"],
          commerceNumber: row["commerce_number"], taxNumber: row["tax_number"],
          postcode: row["postcode"], country: row["country"], iban: row["iban"],
          registerCode: row["register_code"])
      })
  }

  private func totals(_ database: Database) throws -> [LedgerTotal] {
    let sources = try Row.fetchAll(
      database, sql: "SELECT id, file FROM source WHERE kind = 'ledger' ORDER BY file")
    var totals: [LedgerTotal] = []
    for row in sources {
      try addTotals(of: row["file"], StoredRows(of: row["id"]).keys, to: &totals, database)
    }
    return totals
  }

  /// Adds the totals of one file, which were stored in the order in which they are wanted.
  private func addTotals(
    of file: String, _ keys: ClosedRange<Int64>, to totals: inout [LedgerTotal],
    _ database: Database
  ) throws {
    let range: StatementArguments = [keys.lowerBound, keys.upperBound]
    let names = try String.fetchAll(
      database, sql: "SELECT text FROM ledger_name WHERE id BETWEEN ? AND ? ORDER BY id",
      arguments: range)
    func name(_ number: Int32) -> String? {
      names.indices.contains(Int(number)) ? names[Int(number)] : nil
    }
    let rows = try Data.fetchCursor(
      database, sql: "SELECT totals FROM ledger_total WHERE id BETWEEN ? AND ? ORDER BY id",
      arguments: range)
    while let row = try rows.next() {
      for entry in row.withUnsafeBytes({ LedgerTotalEntry.all(in: $0) }) {
        let (year, month) = (Int(entry.month) / 100, Int(entry.month) % 100)
        guard let first = Day(year: year, month: month, day: 1),
          let journal = name(entry.kind).flatMap({ JournalKind(rawValue: $0) }),
          let account = name(entry.account)
        else { continue }
        totals.append(
          LedgerTotal(
            book: file, account: account, party: name(entry.party), project: name(entry.project),
            journal: journal, month: first, debit: entry.debit, credit: entry.credit,
            lines: Int(entry.lines), costCentre: name(entry.costCentre)))
      }
    }
  }
}
