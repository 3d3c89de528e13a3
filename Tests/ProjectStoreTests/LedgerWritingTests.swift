import ImpactModel
import ProjectStore
import TestSupport
import Testing

/// Books that are written by another thread than the one that reads them.
@Suite struct LedgerWritingTests {
  private func day(_ month: Int) throws -> Day {
    try #require(Day(year: 2025, month: month, day: 15))
  }

  private func line(_ account: String, party: String?, month: Int, cents: Int64) throws
    -> LedgerLine
  {
    LedgerLine(
      book: "a", journal: "INK", kind: .purchase, transaction: "1", number: "1", account: account,
      party: party, project: nil, date: try day(month), debit: cents, credit: 0, byte: 0)
  }

  private func book() throws -> LedgerBook {
    LedgerBook(
      file: "a", company: "Keuken", currency: .euro, first: try day(1), last: try day(12))
  }

  @Test func `tens of thousands of totals come back whole and in order`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    var generator = SeededGenerator(seed: 90)
    var sums: [String: Int64] = [:]
    var lines: [LedgerLine] = []
    for _ in 0..<30_000 {
      let account = ["4400", "é", "Z", "a"].randomElement(using: &generator) ?? "a"
      let number = Int.random(in: 0..<3_000, using: &generator)
      let party = number == 0 ? nil : "P\(number)"
      let month = Int.random(in: 1...12, using: &generator)
      let cents = Int64.random(in: 1...10_000, using: &generator)
      lines.append(try line(account, party: party, month: month, cents: cents))
      sums["\(account) \(party ?? "-") \(month)", default: 0] += cents
    }
    try store.replaceLedger(file: "a", fingerprint: "1") { sink in
      try sink.open(book())
      for line in lines { try sink.add(line) }
      return []
    }
    let totals = try store.ledger().totals
    #expect(totals.count == sums.count)
    #expect(
      totals.allSatisfy {
        sums["\($0.account) \($0.party ?? "-") \($0.month.month)"] == $0.debit
      })
    // Nothing comes before any text, and texts go by their bytes.
    let keys = totals.map { total in
      [
        Array(total.account.utf8), total.party.map { [1] + Array($0.utf8) } ?? [0],
        [UInt8(total.month.month)],
      ].reduce([]) { $0 + $1 + [0] }
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `totals of every kind, project and cost centre are those of a plain addition`() throws
  {
    var generator = SeededGenerator(seed: 91)
    func one(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
    func perhaps(_ texts: [String]) -> String? {
      Bool.random(using: &generator) ? one(texts) : nil
    }
    let kinds = JournalKind.allCases
    var sums: [String: (debit: Int64, credit: Int64, lines: Int)] = [:]
    let store = try ProjectStore.inMemory(declarations: [])
    try store.replaceLedger(file: "a", fingerprint: "1") { sink in
      try sink.open(book())
      for _ in 0..<20_000 {
        // The codes of kinds are names of accounts and parties too.
        let line = LedgerLine(
          book: "a", journal: one(["A", "B"]),
          kind: kinds.randomElement(using: &generator) ?? .other,
          transaction: "1", number: "1", account: one(["4400", "P", "é"]),
          party: perhaps(["P", "Q", "Z"]), project: perhaps(["x", "y", "P"]),
          date: try #require(
            Day(
              year: Int.random(in: 1980...2099, using: &generator),
              month: Int.random(in: 1...12, using: &generator), day: 1)),
          debit: Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator),
          credit: Int64.random(in: -9...9, using: &generator), byte: 0,
          costCentre: perhaps(["x", "c"]))
        try sink.add(line)
        let key = heading(
          line.account, line.party, line.project, line.kind, line.date, line.costCentre)
        let sum = sums[key] ?? (0, 0, 0)
        sums[key] = (sum.debit + line.debit, sum.credit + line.credit, sum.lines + 1)
      }
      return []
    }
    let totals = try store.ledger().totals
    let keys = totals.map {
      heading($0.account, $0.party, $0.project, $0.journal, $0.month, $0.costCentre)
    }
    // Nothing comes before any text here too: "-" is less than letters and digits.
    #expect(keys == sums.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(totals.count > 8_192)
    for (total, key) in zip(totals, keys) {
      let sum = try #require(sums[key])
      #expect(total.debit == sum.debit && total.credit == sum.credit && total.lines == sum.lines)
    }
  }

  /// What totals are added up by, in the order in which they come.
  private func heading(
    _ account: String, _ party: String?, _ project: String?, _ kind: JournalKind, _ day: Day,
    _ costCentre: String?
  ) -> String {
    let month = day.description.prefix(7)
    return [account, party ?? "-", project ?? "-", kind.rawValue, String(month), costCentre ?? "-"]
      .joined(separator: " ")
  }

  @Test func `where the writing fails its error comes out, and the books before stay`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    try store.replaceLedger(file: "a", fingerprint: "1") { sink in
      try sink.open(book())
      try sink.add(try line("4400", party: nil, month: 1, cents: 5))
      return []
    }
    let before = try store.ledger()
    let error = #expect(throws: (any Error).self) {
      try store.replaceLedger(file: "a", fingerprint: "2") { sink in
        try sink.open(book())
        let account = LedgerAccount(book: "a", id: "4400", name: "", kind: .balance)
        try sink.add(account)
        try sink.add(account)
        for month in 0..<50_000 {
          try sink.add(try line("4400", party: nil, month: 1 + month % 12, cents: 1))
        }
        return []
      }
    }
    #expect(error.map { "\($0)" }?.contains("UNIQUE") == true)
    #expect(try store.ledger() == before)
    #expect(try store.isCurrent(file: "a", fingerprint: "1"))
  }

  @Test func `a fingerprint may come after the reading, and without it nothing is kept`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    let lines: (any LedgerSink) throws -> [Finding] = { sink in
      try sink.open(book())
      try sink.add(try line("4400", party: nil, month: 1, cents: 5))
      return []
    }
    #expect(throws: CancellationError.self) {
      try store.replaceLedger(file: "a", load: lines) { throw CancellationError() }
    }
    #expect(try !store.hasRead(file: "a"))
    #expect(try store.ledger().totals.isEmpty)
    try store.replaceLedger(file: "a", load: lines) { "2" }
    #expect(try store.hasRead(file: "a"))
    #expect(try store.isCurrent(file: "a", fingerprint: "2"))
    #expect(try store.ledger().totals.map(\.debit) == [5])
  }

  @Test func `an empty text is a text and nothing is nothing`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    try store.replaceLedger(file: "a", fingerprint: "1") { sink in
      try sink.open(
        LedgerBook(
          file: "a", company: "", currency: .euro, first: try day(1), last: try day(1), number: "",
          taxNumber: nil))
      try sink.add(try line("", party: "", month: 1, cents: 1))
      try sink.add(try line("", party: nil, month: 1, cents: 2))
      return []
    }
    let ledger = try store.ledger()
    #expect(ledger.books.first?.company == "" && ledger.books.first?.number == "")
    #expect(ledger.books.first?.taxNumber == nil)
    #expect(ledger.totals.map(\.party) == [nil, ""])
    #expect(ledger.totals.map(\.debit) == [2, 1])
  }

  @Test func `a checksum is known under its stamp only, and forgotten with its file`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    #expect(try store.checksum(of: "a", stamp: "1") == nil)
    try store.keep(checksum: "x", of: "a", stamp: "1")
    try store.keep(checksum: "y", of: "a", stamp: "2")
    try store.keep(checksum: "z", of: "b", stamp: "1")
    #expect(try store.checksum(of: "a", stamp: "1") == nil)
    #expect(try store.checksum(of: "a", stamp: "2") == "y")
    try store.removeAll(except: ["b"])
    #expect(try store.checksum(of: "a", stamp: "2") == nil)
    #expect(try store.checksum(of: "b", stamp: "1") == "z")
  }
}
