import Foundation
import ImpactModel
import ProjectStore
import TestSupport
import Testing

/// A table with a column of every kind.
private struct Everything: TableRow {
  static let table = TableCard(id: "everything", title: Text("Everything", nl: "Alles"))
  @Column("Id", nl: "Id") var id: RowID
  @Column("Whole", nl: "Heel") var whole: Int?
  @Column("Number", nl: "Getal") var number: Estimate?
  @Column("Share", nl: "Deel", unit: .percent) var share: Percentage?
  @Column("Money", nl: "Geld") var money: Money?
  @Column("Day", nl: "Dag") var day: Day?
  @Column("Domain", nl: "Domein") var domain: Domain?
  @Column("Flag", nl: "Vlag") var flag: Bool?
  @Column("Postcode", nl: "Postcode") var postcode: Postcode?
  @Column("Person", nl: "Persoon") var person: PersonKey?
  @Column("Order", nl: "Select") var order: String?
}

@Suite struct ProjectStoreTests {
  private struct Interrupted: Error {}

  private let declarations = [TableDeclaration(Everything.self)]
  private let file = "tables/everything.csv"

  private func reading(_ rows: [TableContent.Row], rejected: Int = 0) -> TableReading {
    let finding = Finding(
      "table.not_a_number", .error, Text("“x” is wrong.", nl: "‘x’ is fout."),
      help: Text("Mend it.", nl: "Herstel het."),
      at: Address(file: file, row: 9, column: 2, heading: "Whole"))
    return TableReading(
      table: "everything", file: file,
      content: TableContent(
        table: "everything", file: file, rows: rows, rejectedRows: rejected,
        headings: (0..<11).map { "h\($0)" }, filePositions: Array(1...11)),
      findings: [finding], keys: ["a", "b"], isDamaged: false,
      rejectedReferences: [
        .init(column: "whole", target: "c", address: Address(file: file, row: 9, column: 2))
      ])
  }

  private func fullRow(_ number: Int) throws -> TableContent.Row {
    let day = try #require(Day(year: 2025, month: 2, day: 28))
    return TableContent.Row(
      number: number,
      cells: [
        .text("a"), .integer(-3), .number(try #require(Estimate(0.1, low: -1e-9, high: 1e300))),
        .number(Estimate(1.0 / 3)), .money(Money(minorUnits: .min, currency: .pound)), .day(day),
        .text("citizens"), .flag(false), .text("3561AB"), .person(PersonKey(hash: "ab12")),
        .text("'; DROP TABLE source; --"),
      ])
  }

  private func emptyRow(_ number: Int) -> TableContent.Row {
    TableContent.Row(number: number, cells: [.text("b")] + Array(repeating: .absent, count: 10))
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func mode(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  @Test func `a reading comes back whole, every kind of cell among it`() throws {
    let store = try ProjectStore.inMemory(declarations: declarations)
    let reading = reading([try fullRow(2), emptyRow(4)], rejected: 1)
    try store.replace(reading, fingerprint: "f1")
    #expect(try store.readings() == [reading])
    #expect(try store.content(of: "everything") == reading.content)
    #expect(try store.findings(of: file) == reading.findings)
    #expect(try store.findings(of: "other.csv") == [])
    #expect(
      try store.sources() == [
        .init(file: file, fingerprint: "f1", kind: .table, table: "everything")
      ])
    let rows = try Rows<Everything>(try #require(try store.content(of: "everything")), in: nil)
    #expect(rows.map(\.flag) == [false, nil])
  }

  @Test func `a damaged reading has no content but keeps its findings and keys`() throws {
    let store = try ProjectStore.inMemory(declarations: declarations)
    let reading = TableReading(
      table: "everything", file: file, content: nil, findings: reading([]).findings, keys: ["k"],
      isDamaged: true)
    try store.replace(reading, fingerprint: "f1")
    #expect(try store.readings() == [reading])
    #expect(try store.content(of: "everything") == nil)
  }

  @Test func `an unchanged file need not be read again, by name and fingerprint`() throws {
    try withFolder { folder in
      var reads = 0
      for fingerprint in ["f1", "f1", "f2", "f2"] {
        let store = try ProjectStore(in: folder, declarations: declarations)
        if try store.isCurrent(file: file, fingerprint: fingerprint) { continue }
        reads += 1
        try store.replace(reading([emptyRow(reads)]), fingerprint: fingerprint)
      }
      #expect(reads == 2)
      let store = try ProjectStore(in: folder, declarations: declarations)
      #expect(try store.content(of: "everything")?.rows.map(\.number) == [2])
      #expect(try !store.isCurrent(file: "tables/other.csv", fingerprint: "f2"))
    }
  }

  @Test func `a row that does not fit its table leaves the previous state`() throws {
    let store = try ProjectStore.inMemory(declarations: declarations)
    let sound = reading([emptyRow(2)])
    try store.replace(sound, fingerprint: "f1")
    let torn = reading([emptyRow(2), TableContent.Row(number: 3, cells: [.absent])])
    #expect(throws: ProjectStore.TableFailure.wrongCells(table: "everything", row: 3)) {
      try store.replace(torn, fingerprint: "f2")
    }
    #expect(try store.readings() == [sound])
    #expect(try store.isCurrent(file: file, fingerprint: "f1"))
  }

  @Test func `only the owner can open the folder, the store and the secret`() throws {
    try withFolder { folder in
      let store = try ProjectStore(in: folder, declarations: declarations)
      try store.replace(reading([emptyRow(2)]), fingerprint: "f1")
      _ = try PersonSecret.load(in: folder)
      let hidden = folder.appending(path: ".wijkwaarde")
      #expect(try mode(hidden) == 0o700)
      let files = try FileManager.default.contentsOfDirectory(atPath: hidden.path)
      #expect(files.contains("store.sqlite") && files.contains("secret"))
      for name in files { #expect(try mode(hidden.appending(path: name)) == 0o600, "\(name)") }
    }
  }

  @Test func `a damaged store is deleted and made anew`() throws {
    try withFolder { folder in
      let path = folder.appending(path: ".wijkwaarde/store.sqlite")
      for damage in [Data("no database".utf8), Data(repeating: 7, count: 20_000), Data()] {
        do {
          let store = try ProjectStore(in: folder, declarations: declarations)
          try store.replace(reading([emptyRow(2)]), fingerprint: "f1")
        }
        try damage.write(to: path)
        for suffix in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: path.path + suffix)
        }
        let store = try ProjectStore(in: folder, declarations: declarations)
        #expect(try store.sources() == [])
        try store.replace(reading([emptyRow(3)]), fingerprint: "f1")
        #expect(try store.content(of: "everything")?.rows.map(\.number) == [3])
        #expect(try mode(path) == 0o600)
      }
    }
  }

  @Test func `another declaration makes the store anew`() throws {
    struct Other: TableRow {
      static let table = TableCard(id: "other", title: Text("Other", nl: "Anders"))
      @Column("Id", nl: "Id") var id: RowID
    }
    try withFolder { folder in
      do {
        let store = try ProjectStore(in: folder, declarations: declarations)
        try store.replace(reading([emptyRow(2)]), fingerprint: "f1")
      }
      let store = try ProjectStore(
        in: folder, declarations: declarations + [TableDeclaration(Other.self)])
      #expect(try store.sources() == [])
    }
  }

  @Test func `files that are gone are forgotten`() throws {
    let store = try ProjectStore.inMemory(declarations: declarations)
    try store.replace(reading([emptyRow(2)]), fingerprint: "f1")
    try load(store, file: "books/a.xaf")
    try store.removeAll(except: ["books/a.xaf"])
    #expect(try store.sources().map(\.file) == ["books/a.xaf"])
    #expect(try store.content(of: "everything") == nil)
    try store.removeAll(except: [])
    #expect(try store.ledger().isEmpty)
  }

  @Test func `a secret stays the same in its folder, and an ephemeral one is another`() throws {
    try withFolder { folder in
      let first = try PersonSecret.load(in: folder)
      #expect(first.bytes.count == 32)
      #expect(try PersonSecret.load(in: folder) == first)
      #expect(PersonSecret.ephemeral() != first)
      try Data([1, 2]).write(to: folder.appending(path: ".wijkwaarde/secret"))
      let again = try PersonSecret.load(in: folder)
      #expect(again.bytes.count == 32 && again != first)
    }
  }

  // MARK: Books

  private func line(
    _ account: String, _ cents: Int64, party: String? = nil, month: Int = 1, file: String
  ) throws -> LedgerLine {
    LedgerLine(
      book: file, journal: "INK", kind: .purchase, transaction: "1", number: "1",
      account: account, party: party, project: nil,
      date: try #require(Day(year: 2025, month: month, day: 15)), debit: max(cents, 0),
      credit: max(-cents, 0), byte: 100)
  }

  private func book(_ file: String) throws -> LedgerBook {
    LedgerBook(
      file: file, company: "Buurtbedrijf", currency: .euro,
      first: try #require(Day(year: 2025, month: 1, day: 1)),
      last: try #require(Day(year: 2025, month: 12, day: 31)))
  }

  private func load(
    _ store: ProjectStore, file: String, fingerprint: String = "x", cents: Int64 = 100,
    findings: [Finding] = []
  ) throws {
    try store.replaceLedger(file: file, fingerprint: fingerprint) { sink in
      try sink.open(book(file))
      try sink.add(LedgerAccount(book: file, id: "4400", name: "Kosten", kind: .profitAndLoss))
      try sink.add(LedgerAccount(book: file, id: "1600", name: "Crediteuren", kind: .balance))
      try sink.add(
        LedgerParty(
          book: file, id: "S1", name: "Bakker", commerceNumber: nil, taxNumber: "NL1",
          postcode: "9999AB", country: nil))
      try sink.add(line("4400", cents, party: "S1", month: 2, file: file))
      try sink.add(line("4400", cents, party: "S1", month: 2, file: file))
      try sink.add(line("4400", cents, month: 2, file: file))
      try sink.add(line("1600", -3 * cents, party: "S1", month: 2, file: file))
      return findings
    }
  }

  private func total(
    _ file: String, _ account: String, _ party: String?, _ debit: Int64, _ credit: Int64,
    _ lines: Int
  ) throws -> LedgerTotal {
    LedgerTotal(
      book: file, account: account, party: party, project: nil, journal: .purchase,
      month: try #require(Day(year: 2025, month: 2, day: 1)), debit: debit, credit: credit,
      lines: lines)
  }

  @Test func `books come back as totals, in the order of files, accounts and parties`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    try load(store, file: "books/b.xaf", cents: 5)
    try load(store, file: "books/a.xaf")
    let ledger = try store.ledger()
    #expect(ledger.books == [try book("books/a.xaf"), try book("books/b.xaf")])
    #expect(
      ledger.accounts.map { $0.book + " " + $0.id }
        == ["books/a.xaf 1600", "books/a.xaf 4400", "books/b.xaf 1600", "books/b.xaf 4400"])
    #expect(ledger.parties.map(\.taxNumber) == ["NL1", "NL1"])
    #expect(
      ledger.totals == [
        try total("books/a.xaf", "1600", "S1", 0, 300, 1),
        try total("books/a.xaf", "4400", nil, 100, 0, 1),
        try total("books/a.xaf", "4400", "S1", 200, 0, 2),
        try total("books/b.xaf", "1600", "S1", 0, 15, 1),
        try total("books/b.xaf", "4400", nil, 5, 0, 1),
        try total("books/b.xaf", "4400", "S1", 10, 0, 2),
      ])
  }

  @Test func `books with an error keep their findings and nothing else`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    try load(store, file: "books/a.xaf")
    let error = Finding(
      "ledger.totals", .error, Text("Wrong.", nl: "Fout."), help: Text("Mend.", nl: "Herstel."),
      at: Address(file: "books/a.xaf", line: 3))
    try load(store, file: "books/a.xaf", fingerprint: "y", findings: [error])
    #expect(try store.ledger() == Ledger(books: [], accounts: [], parties: [], totals: []))
    #expect(try store.findings(of: "books/a.xaf") == [error])
    #expect(try store.isCurrent(file: "books/a.xaf", fingerprint: "y"))
  }

  @Test func `an interrupted load leaves the previous books`() throws {
    try withFolder { folder in
      let store = try ProjectStore(in: folder, declarations: [])
      try load(store, file: "books/a.xaf")
      let before = try store.ledger()
      #expect(throws: Interrupted.self) {
        try store.replaceLedger(file: "books/a.xaf", fingerprint: "y") { sink in
          try sink.open(book("books/a.xaf"))
          for _ in 0..<1000 { try sink.add(line("9999", 1, file: "books/a.xaf")) }
          throw Interrupted()
        }
      }
      #expect(try store.ledger() == before)
      #expect(try store.isCurrent(file: "books/a.xaf", fingerprint: "x"))
      #expect(try ProjectStore(in: folder, declarations: []).ledger() == before)
    }
  }

  @Test func `a total that 64 bits cannot hold is refused, not wrapped round`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    #expect(throws: (any Error).self) {
      try store.replaceLedger(file: "books/a.xaf", fingerprint: "y") { sink in
        try sink.open(book("books/a.xaf"))
        for _ in 0..<2 { try sink.add(line("4400", .max, file: "books/a.xaf")) }
        return []
      }
    }
    #expect(try store.ledger().isEmpty && store.sources().isEmpty)
  }

  @Test func `random lines come to the same totals as adding them up by hand`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    var generator = SeededGenerator(seed: 51)
    var sums: [String: Int64] = [:]
    var lines: [LedgerLine] = []
    for _ in 0..<2000 {
      let account = String(Int.random(in: 4000...4020, using: &generator))
      let party =
        Bool.random(using: &generator) ? "S\(Int.random(in: 1...5, using: &generator))" : nil
      let month = Int.random(in: 1...12, using: &generator)
      let cents = Int64.random(in: -100_000...100_000, using: &generator)
      lines.append(try line(account, cents, party: party, month: month, file: "a"))
      sums["\(account) \(party ?? "-") \(month)", default: 0] += cents
    }
    try store.replaceLedger(file: "a", fingerprint: "x") { sink in
      try sink.open(book("a"))
      for line in lines { try sink.add(line) }
      return []
    }
    let totals = try store.ledger().totals
    #expect(totals.reduce(0) { $0 + $1.lines } == 2000)
    let stored = Dictionary(
      totals.map { ("\($0.account) \($0.party ?? "-") \($0.month.month)", $0.debit - $0.credit) }
    ) { $0 + $1 }
    #expect(stored == sums)
  }
}
