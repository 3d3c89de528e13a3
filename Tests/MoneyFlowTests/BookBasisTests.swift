import ImpactModel
import Testing

@testable import MoneyFlow

/// One purchase of 121.00 (100.00 and 21.00 of VAT) at the baker's, in the books, on the bank
/// statement and as an invoice; a grant of 500.00; 30.00 moved to the savings account.
@Suite struct BookBasisTests {
  private typealias Organisation = BooksSettings.Organisation

  private static let own = "NL00WIJK0000000001"
  private static let savings = "NL00WIJK0000000002"

  private func books(_ forms: LedgerBook.Form...) throws -> RawBooks {
    var raw = RawBooks()
    if forms.contains(.books) {
      try raw.file("books/a.xaf", .books, company: "Keuken")
      raw.party("books/a.xaf", "S1", "Bakker", iban: "NL00WIJK0000000003", postcode: "9999AB")
      try raw.line("books/a.xaf", "4400", .purchase, 100_00, party: "S1")
      try raw.line("books/a.xaf", "8000", .sales, -500_00)
    }
    if forms.contains(.bank) {
      try raw.file("books/b.xml", .bank, company: "KEUKEN", iban: Self.own)
      raw.party("books/b.xml", "1", "Bakker", iban: "NL00WIJK0000000003", postcode: "9999AB")
      raw.party("books/b.xml", "2", "Keuken", iban: Self.savings)
      raw.party("books/b.xml", "3", "Gemeente")
      try raw.line("books/b.xml", "1", .bank, -121_00, party: "1", month: 6)
      try raw.line("books/b.xml", "1", .bank, -30_00, party: "2")
      try raw.line("books/b.xml", "1", .bank, 500_00, party: "3")
    }
    if forms.contains(.invoices) {
      try raw.file("books/f.xml", .invoices, company: "Keuken", document: "F-1")
      raw.party("books/f.xml", "seller", "Bakker", number: "00000003", postcode: "9999AB")
      raw.party("books/f.xml", "buyer", "Keuken")
      try raw.line("books/f.xml", "net", .purchase, 100_00, party: "seller")
      try raw.line("books/f.xml", "vat", .purchase, 21_00, party: "seller")
    }
    return raw
  }

  private func own(
    _ basis: LedgerBook.Form? = nil, tax: BookTax? = nil, scope: BookScope = BookScope(),
    income: LedgerBook.Form? = nil, wagesTo: [String] = []
  ) -> BooksSettings.Organisation {
    Organisation(
      name: "Keuken", accounts: [Self.savings], basis: basis, income: income, tax: tax,
      scope: scope, wagesTo: wagesTo)
  }

  @Test func `one kind of source is the basis without asking`() throws {
    let booked = try books(.books).basis(own())
    #expect(booked.codes.isEmpty)
    #expect(booked.treatments.map(\.basis) == [.books])
    #expect(booked.treatments.first?.isChosen == false)
    #expect(booked.treatments.first?.timing == .accrual)
    let paid = try books(.bank).basis(own())
    #expect(paid.codes == ["books.basis", "books.own_transfers", "books.wages_unknown"])
    #expect(paid.treatments.first?.tax == .including)
    #expect(paid.treatments.first?.timing == .cash)
    let invoiced = try books(.invoices).basis(own())
    #expect(invoiced.codes == ["books.basis"])
    #expect(invoiced.treatments.first?.tax == .excluding)
  }

  @Test func `several kinds without a choice are an error and nothing counts`() throws {
    let basis = try books(.books, .bank).basis(own())
    #expect(basis.codes == ["books.basis_missing"])
    #expect(basis.findings.first?.severity == .error)
    #expect(basis.findings.first?.help.english.contains("books, bank") == true)
    #expect(basis.ledger.totals.isEmpty)
  }

  @Test(arguments: [
    (LedgerBook.Form.books, Int64(100_00), Int64(500_00)), (.bank, 121_00, 500_00),
    (.invoices, 100_00, 0),
  ])
  func `whatever the basis a purchase counts once`(
    form: LedgerBook.Form, costs: Int64, income: Int64
  ) throws {
    let basis = try books(.books, .bank, .invoices).basis(own(form))
    let sums = try basis.sums()
    #expect(sums.costs == costs)
    #expect(sums.income == income)
    #expect(sums.wages == 0)
    #expect(basis.codes.filter { $0 == "books.not_used" }.count == 2)
    #expect(Set(basis.ledger.books.map(\.form)) == [form])
  }

  @Test func `invoices count with VAT where the organisation says so`() throws {
    let basis = try books(.invoices).basis(own(.invoices, tax: .including))
    #expect(try basis.sums().costs == 121_00)
    #expect(basis.treatments.first?.text.english.contains("including VAT") == true)
  }

  @Test func `income may come from another source than spending`() throws {
    let basis = try books(.books, .bank, .invoices).basis(own(.invoices, income: .bank))
    let sums = try basis.sums()
    #expect(sums.costs == 100_00)
    #expect(sums.income == 500_00)
    #expect(basis.treatments.first?.text.english.contains("Income is taken from bank") == true)
  }

  @Test func `the other sources add addresses to the parties and no money`() throws {
    var raw = try books(.books, .invoices)
    raw.parties[0] = LedgerParty(
      book: "books/a.xaf", id: "S1", name: "Bakker", commerceNumber: "00000003", taxNumber: nil,
      postcode: nil, country: nil)
    let basis = try raw.basis(own(.books))
    let register = PartyRegister(basis.ledger, entries: [], country: .netherlands)
    let position = try #require(register.position(of: "S1", in: "books/a.xaf"))
    #expect(register.parties[position].postcode?.description == "9999AB")
    #expect(try basis.sums().costs == 100_00)
  }

  @Test func `payments between own accounts are left out and counted`() throws {
    let treatment = try #require(try books(.bank).basis(own()).treatments.first)
    #expect(treatment.transfers == BookTreatment.LeftOut(lines: 1, debit: 0, credit: 30_00))
    var unknown = own()
    unknown.accounts = []
    let basis = try books(.bank).basis(unknown)
    #expect(try basis.sums().costs == 151_00, "an account that nobody named is a supplier")
  }

  @Test func `salaries are those that the bank or the settings mark`() throws {
    var raw = try books(.bank)
    raw.party("books/b.xml", "4", "Medewerker")
    raw.party("books/b.xml", "5", "Belastingdienst")
    try raw.line("books/b.xml", "1", .payroll, -70_00, party: "4")
    try raw.line("books/b.xml", "1", .bank, -20_00, party: "5")
    let marked = try raw.basis(own())
    #expect(try marked.sums().wages == 70_00)
    #expect(try marked.sums().costs == 141_00)
    #expect(!marked.codes.contains("books.wages_unknown"))
    #expect(marked.treatments.first?.hasWholeWages == false)
    let whole = try raw.basis(own(wagesTo: ["BELASTINGDIENST"]))
    #expect(try whole.sums().wages == 90_00)
    #expect(whole.treatments.first?.hasWholeWages == true)
  }

  @Test func `a reversal takes back the payment that it undoes`() throws {
    var raw = try books(.bank)
    // The reader books a reversal of a payment as a negative credit.
    raw.totals.append(
      LedgerTotal(
        book: "books/b.xml", account: "1", party: "1", project: nil, journal: .bank,
        month: try RawBooks.day(6, 1), debit: 0, credit: -121_00, lines: 1))
    let sums = try raw.basis(own()).sums()
    #expect(sums.costs == 0)
    #expect(sums.income == 500_00)
  }

  // MARK: Scope

  @Test(arguments: [
    BookScope(projects: ["P1"]), BookScope(costCentres: ["K1"]), BookScope(accounts: ["4410"]),
    BookScope(projects: ["P1"], costCentres: ["K1"]),
  ])
  func `lines outside the scope are left out and counted`(scope: BookScope) throws {
    var raw = try books(.books)
    raw.accounts.append(
      LedgerAccount(book: "books/a.xaf", id: "4410", name: "Zaal", kind: .profitAndLoss))
    try raw.line("books/a.xaf", "4410", .purchase, 40_00, project: "P1", costCentre: "K1")
    try raw.line("books/a.xaf", "1100", .bank, -40_00)
    let basis = try raw.basis(own(.books, scope: scope))
    #expect(try basis.sums().costs == 40_00)
    let outside = try #require(basis.treatments.first).outsideScope
    #expect(outside == BookTreatment.LeftOut(lines: 2, debit: 100_00, credit: 500_00))
    #expect(basis.codes == ["books.outside_scope"])
    #expect(basis.treatments.first?.text.english.contains("the whole organisation") == false)
  }

  @Test func `a bank account of the project alone is a scope and is never shown`() throws {
    var raw = try books(.bank)
    try raw.file("books/c.xml", .bank, company: "Keuken", iban: "NL00WIJK0000000009")
    raw.party("books/c.xml", "1", "Verf")
    try raw.line("books/c.xml", "1", .bank, -11_00, party: "1")
    let basis = try raw.basis(own(scope: BookScope(accounts: ["NL00WIJK0000000009"])))
    #expect(try basis.sums().costs == 11_00)
    #expect(basis.treatments.first?.text.english.contains("NL00") == false)
  }

  @Test(arguments: [
    BooksSettings.Organisation(name: "Keuken", basis: .bank, timing: .accrual),
    BooksSettings.Organisation(name: "Keuken", basis: .bank, tax: .excluding),
    BooksSettings.Organisation(
      name: "Keuken", basis: .bank, scope: BookScope(projects: ["P1"])),
    BooksSettings.Organisation(name: "Keuken", basis: .invoices, timing: .cash),
  ])
  func `what a source cannot say is an error`(settings: BooksSettings.Organisation) throws {
    let basis = try books(.books, .bank, .invoices).basis(settings)
    #expect(basis.codes == ["books.contradiction"])
    #expect(basis.ledger.isEmpty)
  }

  @Test func `a basis without files in the period is an error`() throws {
    #expect(try books(.books).basis(own(.bank)).codes == ["books.basis_absent"])
    #expect(try books(.books).basis(own(.books, income: .bank)).codes == ["books.basis_absent"])
  }

  // MARK: Twice

  @Test func `an invoice that lies here twice counts once`() throws {
    var raw = try books(.invoices)
    try raw.file("books/g.xml", .invoices, company: "Keuken", document: "F-1")
    raw.party("books/g.xml", "seller", "Bakker", number: "00000003")
    raw.party("books/g.xml", "buyer", "Keuken")
    try raw.line("books/g.xml", "net", .purchase, 100_00, party: "seller")
    let basis = try raw.basis(own())
    #expect(basis.codes.contains("books.repeated_invoice"))
    #expect(try basis.sums().costs == 100_00)
    // The same number of another seller is another invoice.
    raw.parties[raw.parties.count - 2] = LedgerParty(
      book: "books/g.xml", id: "seller", name: "Slager", commerceNumber: nil, taxNumber: nil,
      postcode: nil, country: nil)
    #expect(try raw.basis(own()).sums().costs == 200_00)
  }

  @Test func `an account whose entries another file has does not count`() throws {
    var raw = try books(.bank)
    try raw.file("books/z.csv", .bank, company: "Keuken", iban: Self.own)
    raw.party("books/z.csv", "1", "Bakker")
    try raw.line("books/z.csv", "1", .bank, -121_00, party: "1", month: 6)
    let repeats: Set<BookAccount> = [BookAccount(book: "books/z.csv", account: "1")]
    #expect(try raw.basis(own(), repeats: repeats).sums().costs == 121_00)
    #expect(try raw.basis(own()).sums().costs == 242_00, "the test would notice a double count")
  }

  // MARK: Comparison

  @Test func `months and parties that differ are listed, the largest first`() throws {
    var raw = try books(.books, .bank)
    raw.party("books/a.xaf", "S2", "Slager", postcode: "9999AC")
    try raw.line("books/a.xaf", "4400", .purchase, 500_00, party: "S2", month: 6)
    let basis = try raw.basis(own(.books))
    let comparison = SourceComparison(basis.sources[0], basis.sources[1], in: try RawBooks.year())
    #expect(comparison.months.count == 12)
    #expect(comparison.basisSum == 600_00)
    #expect(comparison.otherSum == 121_00)
    #expect(comparison.months[4] == .init(first: try RawBooks.day(5, 1), basis: 100_00, other: 0))
    #expect(
      comparison.months[5] == .init(first: try RawBooks.day(6, 1), basis: 500_00, other: 121_00))
    let register = PartyRegister(basis.ledger, entries: [], country: .netherlands)
    let parties = comparison.differences(register)
    #expect(parties.map(\.basis) == [500_00, 100_00])
    #expect(parties.map(\.other) == [nil, 121_00])
  }

  // A CSV export names no holder, where a statement of the same account does.
  @Test func `files that name their owner otherwise are compared as one source`() throws {
    var raw = try books(.books, .bank)
    try raw.file("books/z.csv", .bank, iban: Self.own)
    raw.party("books/z.csv", "1", "Bakker")
    try raw.line("books/z.csv", "1", .bank, -50_00, party: "1", month: 6)
    let basis = try raw.basis(own(.books))
    let comparison = SourceComparison(basis.sources[0], basis.sources[1], in: try RawBooks.year())
    #expect(comparison.otherSum == 171_00)
  }

  @Test func `of wages no single person is compared`() throws {
    var raw = try books(.books, .bank)
    raw.party("books/b.xml", "4", "Medewerker")
    try raw.line("books/b.xml", "1", .payroll, -70_00, party: "4")
    let basis = try raw.basis(own(.books))
    let comparison = SourceComparison(basis.sources[0], basis.sources[1], in: try RawBooks.year())
    let register = PartyRegister(basis.ledger, entries: [], country: .netherlands)
    let wages = try #require(comparison.differences(register).first { $0.isWages })
    #expect(wages.party == nil)
    #expect(wages.other == 70_00)
  }

  @Test func `a basis in one sentence names source, timing, VAT and scope in both languages`() {
    let treatment = BookTreatment(
      company: "Keuken", name: "Keuken", isOwn: true, basis: .books, income: .books,
      isChosen: true, timing: .accrual, tax: .excluding, scope: BookScope(costCentres: ["K1"]))
    #expect(treatment.text.english.contains("the books: on an accrual basis (when bought)"))
    #expect(treatment.text.english.contains("books excluding VAT"))
    #expect(treatment.text.english.contains("only cost centres K1"))
    #expect(treatment.text.dutch.contains("boekhouding zonder btw"))
  }
}
