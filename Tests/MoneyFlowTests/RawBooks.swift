import ImpactModel
import Testing

@testable import MoneyFlow

/// Raw books of 2025 for the tests, made by hand file by file.
struct RawBooks {
  var books: [LedgerBook] = []
  var accounts: [LedgerAccount] = []
  var parties: [LedgerParty] = []
  var totals: [LedgerTotal] = []

  var ledger: Ledger {
    Ledger(books: books, accounts: accounts, parties: parties, totals: totals)
  }

  static func day(_ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: 2025, month: month, day: day))
  }

  static func year() throws -> Period { try #require(Period(year: 2025)) }

  /// Adds a file; one with an IBAN gets the account `1` of a bank, books a bank, cost and income account.
  mutating func file(
    _ file: String, _ form: LedgerBook.Form, company: String = "", iban: String? = nil,
    number: String? = nil, document: String? = nil
  ) throws {
    books.append(
      LedgerBook(
        file: file, company: company, currency: .euro, first: try Self.day(1, 1),
        last: try Self.day(12, 31), form: form, number: number, document: document))
    func account(_ id: String, _ kind: LedgerAccount.Kind, _ iban: String? = nil) {
      accounts.append(LedgerAccount(book: file, id: id, name: id, kind: kind, iban: iban))
    }
    switch form {
    case .bank: account("1", .balance, iban)
    case .books:
      account("1100", .balance)
      account("4400", .profitAndLoss)
      account("8000", .profitAndLoss)
    case .invoices:
      for id in ["net", "charges", "rounding"] { account(id, .profitAndLoss) }
      account("vat", .balance)
    case .list: account("Catering", .profitAndLoss)
    }
  }

  mutating func party(
    _ file: String, _ id: String, _ name: String, iban: String? = nil, number: String? = nil,
    postcode: String? = nil
  ) {
    parties.append(
      LedgerParty(
        book: file, id: id, name: name, commerceNumber: number, taxNumber: nil,
        postcode: postcode, country: nil, iban: iban))
  }

  /// Adds a total; cents above 0 are a debit.
  mutating func line(
    _ file: String, _ account: String, _ journal: JournalKind, _ cents: Int64,
    party: String? = nil, month: Int = 5, project: String? = nil, costCentre: String? = nil
  ) throws {
    totals.append(
      LedgerTotal(
        book: file, account: account, party: party, project: project, journal: journal,
        month: try Self.day(month, 1), debit: max(0, cents), credit: max(0, -cents), lines: 1,
        costCentre: costCentre))
  }

  func basis(
    _ own: BooksSettings.Organisation, others: [BooksSettings.Organisation] = [],
    names: Bool = false, repeats: Set<BookAccount> = []
  ) throws -> BookBasis {
    BookBasis(
      ledger, settings: BooksSettings(own: own, others: others, namesOrganisations: names),
      period: try Self.year(), repeats: repeats)
  }
}

extension BookBasis {
  /// What is spent and received in 2025, in cents.
  func sums() throws -> (costs: Int64, wages: Int64, income: Int64) {
    let register = PartyRegister(ledger, entries: [], country: .netherlands)
    let spending = try #require(
      Spending(ledger, in: try RawBooks.year(), register: register))
    let wages = spending.costs.filter { $0.side == .payroll }.reduce(0) { $0 + $1.amount }
    let all = spending.costs.reduce(0) { $0 + $1.amount }
    return (all - wages, wages, spending.income)
  }

  var codes: [String] { findings.map(\.code) }
}
