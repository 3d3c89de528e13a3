import ImpactModel
import ProjectStore
import Testing

@Suite struct BankBookTests {
  private let file = "books/bank.xml"

  private func day(_ day: Int) throws -> Day {
    try #require(Day(year: 2025, month: 2, day: day))
  }

  private func account() -> LedgerAccount {
    LedgerAccount(
      book: file, id: "1", name: "Holder", kind: .balance, iban: "NL00WIJK0000000001", rgs: "BLim")
  }

  private func party() -> LedgerParty {
    LedgerParty(
      book: file, id: "1", name: "Baker", commerceNumber: "00000003", taxNumber: nil,
      postcode: "9999XB", country: "NL", iban: "NL00WIJK0000000002", registerCode: "0106")
  }

  private func book() throws -> LedgerBook {
    LedgerBook(
      file: file, company: "Holder", currency: .euro, first: try day(1), last: try day(28),
      form: .bank, format: "CAMT.053 version 08")
  }

  @Test func `a bank file comes back as it was loaded, the book last`() throws {
    let store = try ProjectStore.inMemory(declarations: [])
    let date = try day(3)
    try store.replaceLedger(file: file, fingerprint: "1") { sink in
      try sink.add(account())
      try sink.add(party())
      try sink.add(
        LedgerLine(
          book: file, journal: "1", kind: .bank, transaction: "R", number: "1", account: "1",
          party: "1", project: nil, date: date, debit: 0, credit: 250, byte: 7, line: 2,
          text: "F-17", ordered: Money(minorUnits: 300, currency: .pound)))
      try sink.open(try book())
      return []
    }
    let ledger = try store.ledger()
    #expect(ledger.books == [try book()])
    #expect(ledger.accounts == [account()])
    #expect(ledger.parties == [party()])
    #expect(ledger.totals.map(\.credit) == [250])
    #expect(ledger.ownBankAccounts == ["NL00WIJK0000000001"])
    #expect(!ledger.isOwnAccount(party()))
  }

  @Test func `only the books of the forms that are asked for are kept`() throws {
    let books = LedgerBook(
      file: "books/a.xaf", company: "A", currency: .euro, first: try day(1), last: try day(2))
    let ledger = Ledger(
      books: [books, try book()], accounts: [account()], parties: [party()], totals: [])
    let kept = ledger.keeping(.books)
    #expect(kept.books == [books])
    #expect(kept.accounts.isEmpty && kept.parties.isEmpty)
    #expect(ledger.keeping(.bank).accounts == [account()])
    #expect(ledger.keeping(.books, .bank) == ledger)
  }

  @Test func `a party at one of the organisation's own accounts is the organisation`() throws {
    let own = LedgerParty(
      book: file, id: "2", name: "Savings", commerceNumber: nil, taxNumber: nil, postcode: nil,
      country: nil, iban: "NL00WIJK0000000001")
    let ledger = Ledger(
      books: [try book()], accounts: [account()], parties: [party(), own], totals: [])
    #expect(ledger.isOwnAccount(own))
    #expect(!ledger.isOwnAccount(party()))
  }
}
