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
    try queue.write { database in
      try self.remove(file, from: database)
      try database.execute(
        sql: "INSERT INTO source (file, fingerprint, kind, findings) VALUES (?, ?, 'ledger', '[]')",
        arguments: [file, fingerprint])
      let source = database.lastInsertedRowID
      var findings: [Finding] = []
      try database.inSavepoint {
        let sink = try LedgerLoad(database, source: source)
        findings = try load(sink)
        guard !findings.contains(where: { $0.severity == .error }) else { return .rollback }
        try sink.finish()
        return .commit
      }
      try database.execute(
        sql: "UPDATE source SET findings = ? WHERE id = ?",
        arguments: [try StoredJSON.encode(findings), source])
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
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT file, b.* FROM ledger_book b JOIN source s ON s.id = b.source ORDER BY file")
    return rows.compactMap { row in
      guard let currency = Currency(row["currency"]), let first = Day(iso: row["first"] as String),
        let last = Day(iso: row["last"] as String),
        let form = LedgerBook.Form(rawValue: row["form"])
      else { return nil }
      return LedgerBook(
        file: row["file"], company: row["company"], currency: currency, first: first, last: last,
        form: form, format: row["format"], number: row["number"], taxNumber: row["tax_number"],
        document: row["document"])
    }
  }

  private func accounts(_ database: Database) throws -> [LedgerAccount] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT file, a.id, a.name, a.kind, a.iban, a.rgs FROM ledger_account a JOIN source s ON s.id = a.source \
        ORDER BY file, a.id
        """)
    return rows.compactMap { row in
      LedgerAccount.Kind(rawValue: row["kind"]).map {
        LedgerAccount(
          book: row["file"], id: row["id"], name: row["name"], kind: $0, iban: row["iban"],
          rgs: row["rgs"])
      }
    }
  }

  private func parties(_ database: Database) throws -> [LedgerParty] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT file, p.* FROM ledger_party p JOIN source s ON s.id = p.source ORDER BY file, p.id
        """)
    return rows.map { row in
      LedgerParty(
        book: row["file"], id: row["id"], name: row["name"],
        commerceNumber: row["commerce_number"], taxNumber: row["tax_number"],
        postcode: row["postcode"], country: row["country"], iban: row["iban"],
        registerCode: row["register_code"])
    }
  }

  private func totals(_ database: Database) throws -> [LedgerTotal] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT file, t.* FROM ledger_total t JOIN source s ON s.id = t.source \
        ORDER BY file, account, party, project, t.kind, month, cost_centre
        """)
    return rows.compactMap { row in
      guard let month = Day(iso: row["month"] as String),
        let journal = JournalKind(rawValue: row["kind"])
      else { return nil }
      return LedgerTotal(
        book: row["file"], account: row["account"], party: row["party"], project: row["project"],
        journal: journal, month: month, debit: row["debit"], credit: row["credit"],
        lines: row["lines"], costCentre: row["cost_centre"])
    }
  }
}
