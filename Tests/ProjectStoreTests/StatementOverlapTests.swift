import ImpactModel
import ProjectStore
import Testing

/// How the entries of two statements of one account lie to each other.
@Suite struct StatementOverlapTests {
  private func line(
    _ file: String, _ day: Int, _ cents: Int64, _ number: Int
  ) throws -> LedgerLine {
    LedgerLine(
      book: file, journal: "1", kind: .bank, transaction: "\(number)", number: "1", account: "1",
      party: nil, project: nil, date: try #require(Day(year: 2025, month: 3, day: day)),
      debit: max(0, cents), credit: max(0, -cents), byte: number)
  }

  /// Loads two files of entries, each a day and an amount in cents.
  private func overlap(
    _ first: [(Int, Int64)], _ second: [(Int, Int64)]
  ) throws -> StatementOverlap {
    let store = try ProjectStore.inMemory(declarations: [])
    for (file, entries) in [("a", first), ("b", second)] {
      try store.replaceLedger(file: file, fingerprint: "1") { sink in
        try sink.open(
          LedgerBook(
            file: file, company: "", currency: .euro,
            first: try #require(Day(year: 2025, month: 3, day: 1)),
            last: try #require(Day(year: 2025, month: 3, day: 31)), form: .bank))
        try sink.add(LedgerAccount(book: file, id: "1", name: "", kind: .balance))
        for (index, entry) in entries.enumerated() {
          try sink.add(try line(file, entry.0, entry.1, index))
        }
        return []
      }
    }
    return try store.overlap(
      of: StatementPlace(file: "a", account: "1"), and: StatementPlace(file: "b", account: "1"))
  }

  @Test func `files without a common entry lie apart, also on a common day`() throws {
    #expect(try overlap([(1, -100), (15, -200)], [(15, -300), (20, 400)]) == .apart)
    #expect(try overlap([(1, -100)], [(2, -100)]) == .apart)
    #expect(try overlap([(1, -100)], [(1, 100)]) == .apart, "money in is not money out")
    #expect(try overlap([], []) == .apart)
  }

  @Test func `a file whose entries all stand in another repeats it`() throws {
    #expect(try overlap([(1, -1), (2, -2), (3, -3)], [(2, -2), (3, -3)]) == .secondRepeats)
    #expect(try overlap([(2, -2)], [(1, -1), (2, -2)]) == .firstRepeats)
    #expect(try overlap([(1, -1), (2, -2)], [(2, -2), (1, -1)]) == .secondRepeats)
  }

  @Test func `two equal entries are two entries`() throws {
    let shared = try #require(Day(year: 2025, month: 3, day: 1))
    #expect(try overlap([(1, -5)], [(1, -5), (1, -5)]) == .firstRepeats)
    #expect(try overlap([(1, -5), (2, -7)], [(1, -5), (1, -5)]) == .partly(shared))
  }

  @Test func `of files that share a part the first common day is told`() throws {
    let shared = try #require(Day(year: 2025, month: 3, day: 10))
    #expect(
      try overlap([(1, -1), (10, -2), (11, -3)], [(10, -2), (11, -3), (20, -4)])
        == .partly(shared))
  }

  @Test func `cost centres and numbers of the books come back from the store`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    let day = try #require(Day(year: 2025, month: 3, day: 1))
    try store.replaceLedger(file: "a", fingerprint: "1") { sink in
      try sink.open(
        LedgerBook(
          file: "a", company: "Keuken", currency: .euro, first: day, last: day, form: .invoices,
          number: "00000001", taxNumber: "NL000000000B00", document: "F-1"))
      for (centre, cents) in [("K1", Int64(1)), ("K2", 2), ("K1", 4)] {
        try sink.add(
          LedgerLine(
            book: "a", journal: "J", kind: .purchase, transaction: "1", number: "1",
            account: "4400", party: nil, project: "P", date: day, debit: cents, credit: 0, byte: 0,
            costCentre: centre))
      }
      return []
    }
    let ledger = try store.ledger()
    #expect(ledger.totals.map(\.costCentre) == ["K1", "K2"])
    #expect(ledger.totals.map(\.debit) == [5, 2])
    #expect(ledger.books.first?.number == "00000001")
    #expect(ledger.books.first?.taxNumber == "NL000000000B00")
    #expect(ledger.books.first?.document == "F-1")
  }
}
