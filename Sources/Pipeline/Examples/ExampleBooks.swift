import IndicatorKit
import ProjectReaders

/// The kind of a journal as a worked example writes it.
enum ExampleJournal: String, Choice {
  case bank, cash, purchase, sales, payroll, memorandum

  var label: Text {
    switch self {
    case .bank: Text("Bank", nl: "Bank")
    case .cash: Text("Cash", nl: "Kas")
    case .purchase: Text("Purchases", nl: "Inkoop")
    case .sales: Text("Sales", nl: "Verkoop")
    case .payroll: Text("Payroll", nl: "Lonen")
    case .memorandum: Text("Memorandum", nl: "Memoriaal")
    }
  }

  var kind: JournalKind {
    switch self {
    case .bank: .bank
    case .cash: .cash
    case .purchase: .purchase
    case .sales: .sales
    case .payroll: .payroll
    case .memorandum: .memorandum
    }
  }
}

/// What an account is for, as a worked example writes it.
enum ExampleAccountKind: String, Choice {
  case balance
  case profitAndLoss = "profit_and_loss"

  var label: Text {
    switch self {
    case .balance: Text("Balance", nl: "Balans")
    case .profitAndLoss: Text("Profit and loss", nl: "Resultaat")
    }
  }
}

/// An account in the books of a worked example.
struct ExampleAccount: TableRow {
  static let table = TableCard(id: "accounts", title: Text("Accounts", nl: "Rekeningen"))

  @Column("Account", nl: "Rekening") var account: String
  @Column("Name", nl: "Naam") var name: String
  @Column("Kind", nl: "Soort") var kind: ExampleAccountKind
  @Column("Company", nl: "Organisatie") var company: String?
}

/// A supplier or customer in the books of a worked example.
struct ExampleParty: TableRow {
  static let table = TableCard(id: "parties", title: Text("Parties", nl: "Partijen"))

  @Column("Number", nl: "Nummer") var number: String
  @Column("Name", nl: "Naam") var name: String
  @Column("Postcode", nl: "Postcode") var postcode: Postcode?
  @Column("Company", nl: "Organisatie") var company: String?
}

/// A line in the books of a worked example.
struct ExampleLine: TableRow {
  static let table = TableCard(id: "lines", title: Text("Lines", nl: "Regels"))

  @Column("Date", nl: "Datum") var date: Day
  @Column("Journal", nl: "Dagboek") var journal: ExampleJournal
  @Column("Account", nl: "Rekening") var account: String
  @Column("Party", nl: "Partij") var party: String?
  @Column("Debit", nl: "Debet") var debit: Money?
  @Column("Credit", nl: "Credit") var credit: Money?
  @Column("Company", nl: "Organisatie") var company: String?
}

/// Makes the ledger of a worked example out of its three small tables.
///
/// Rows without a company are of one organisation; those of each company are books of their own.
struct ExampleBooks {
  static let tables: [any TableRow.Type] = [
    ExampleAccount.self, ExampleParty.self, ExampleLine.self,
  ]
  private static let company = "Example"

  private static func file(_ company: String?) -> String {
    company.map { "books/\($0).xaf" } ?? "books/example.xaf"
  }

  let contents: [String: TableContent]

  /// The ledger, over the whole of the period.
  func ledger(over period: Period) -> Ledger {
    let lines = rows(ExampleLine.self)
    let companies = lines.grouped(by: \.company).map(\.key)
    return Ledger(
      books: (companies.isEmpty ? [nil] : companies).map {
        LedgerBook(
          file: Self.file($0), company: $0 ?? Self.company, currency: .euro, first: period.first,
          last: period.last)
      }, accounts: rows(ExampleAccount.self).map(Self.account),
      parties: rows(ExampleParty.self).map(Self.party),
      totals: lines.compactMap(Self.total))
  }

  private func rows<Row: TableRow>(_ row: Row.Type) -> Rows<Row> {
    contents[row.table.id].flatMap { try? Rows<Row>($0, in: nil) } ?? .none
  }

  private static func account(_ row: ExampleAccount) -> LedgerAccount {
    LedgerAccount(
      book: file(row.company), id: row.account, name: row.name,
      kind: row.kind == .balance ? .balance : .profitAndLoss)
  }

  private static func party(_ row: ExampleParty) -> LedgerParty {
    LedgerParty(
      book: file(row.company), id: row.number, name: row.name, commerceNumber: nil, taxNumber: nil,
      postcode: row.postcode?.description, country: "NL")
  }

  private static func total(_ row: ExampleLine) -> LedgerTotal? {
    guard let month = Day(year: row.date.year, month: row.date.month, day: 1) else { return nil }
    return LedgerTotal(
      book: file(row.company), account: row.account, party: row.party, project: nil,
      journal: row.journal.kind,
      month: month, debit: row.debit?.minorUnits ?? 0, credit: row.credit?.minorUnits ?? 0,
      lines: 1)
  }
}
