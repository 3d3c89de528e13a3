import ImpactModel

/// Hands the lines of a bank file on to a sink: gives parties a number, and keeps the period.
///
/// Accounts and parties are numbered in the order of the file: the numbers stand in addresses,
/// which leave in exports, and an account number must not.
struct BankAccountBook {
  /// Ends the reading early, after a finding that makes the rest pointless.
  struct Stop: Error {}

  private let file: String
  private let sink: any LedgerSink
  private var parties = BankPartyNumbers()
  private var accounts: [String: String] = [:]
  /// The account of the line before, which the next one nearly always has too.
  private var lastAccount: (account: String, id: String)?
  private var dates: (first: Day, last: Day)?
  private var stated: (first: Day, last: Day)?
  private var accountNumbers = AccountNumbers()
  private var references = ReferenceCheckDigits()
  private var similar = SimilarParties()
  private(set) var currency: Currency?
  private(set) var lines = 0
  private(set) var company: String?

  init(file: String, sink: any LedgerSink) {
    self.file = file
    self.sink = sink
  }

  /// Takes an account of the organisation itself; the first name of a holder is the company's.
  ///
  /// - Returns: the number under which its lines are booked.
  @discardableResult
  mutating func add(account: String, holder: String = "") throws -> String {
    if company == nil, !holder.isEmpty { company = holder }
    if let lastAccount, lastAccount.account == account { return lastAccount.id }
    if let known = accounts[account] {
      lastAccount = (account, known)
      return known
    }
    let id = String(accounts.count + 1)
    accounts[account] = id
    let iban = BankParty.iban(account)
    if let iban {
      accountNumbers.add(iban, at: Address(file: file))
    } else if IBANCheck.isBroken(account) {
      accountNumbers.addBroken(at: Address(file: file))
    }
    try sink.add(
      LedgerAccount(book: file, id: id, name: holder, kind: .balance, iban: iban))
    return id
  }

  /// Takes the currency of an amount; gives a finding where the file has another one.
  mutating func add(_ other: Currency, at place: Address) -> Finding? {
    guard let currency else {
      self.currency = other
      return nil
    }
    return currency == other
      ? nil : BookFindings.mixedCurrencies(currency.code, other.code, at: place)
  }

  /// Widens the period that the file says it covers.
  mutating func cover(_ first: Day, _ last: Day) {
    guard first <= last else { return }
    stated = stated.map { (min($0.first, first), max($0.last, last)) } ?? (first, last)
  }

  /// One line, before its party has a number.
  struct Line {
    let account: String
    let entry: String
    var number = "1"
    let date: Day
    /// What came in, in cents; negative for what went out.
    var amount: Int64
    /// Whether it undoes an earlier line, and then counts against that line's side.
    var isReversal = false
    /// Whether the bank's codes call it a salary.
    var isSalary = false
    var party: BankParty?
    /// The number of its party, where that was asked for.
    var partyNumber: Int?
    var text: String?
    var ordered: Money?
    var place: (line: Int, byte: Int)
  }

  /// Hands on one line.
  mutating func add(_ line: Line) throws {
    lines += 1
    dates =
      dates.map { (min($0.first, line.date), max($0.last, line.date)) }
      ?? (line.date, line.date)
    references.add(line.text, at: Address(in: file, line.place))
    let isDebit = (line.amount >= 0) != line.isReversal
    try sink.add(
      LedgerLine(
        book: file, journal: line.account, kind: line.isSalary ? .payroll : .bank,
        transaction: line.entry,
        number: line.number, account: line.account,
        party: try partyNumber(of: line).map { String($0) },
        project: nil, date: line.date, debit: isDebit ? line.amount : 0,
        credit: isDebit ? 0 : 0 - line.amount, byte: line.place.byte, line: line.place.line,
        text: line.text, ordered: line.ordered))
  }

  private mutating func partyNumber(of line: Line) throws -> Int? {
    guard line.partyNumber == nil, let party = line.party, !party.isEmpty else {
      return line.partyNumber
    }
    return try number(of: party, at: line.place)
  }

  /// The number of a party of which something is known; hands on a new one.
  ///
  /// - Parameter place: where its line stands.
  mutating func number(of party: BankParty, at place: (line: Int, byte: Int)) throws -> Int {
    let (number, isNew) = parties.number(of: party)
    if party.hasBrokenAccount { accountNumbers.addBroken(at: Address(in: file, place)) }
    guard isNew else { return number }
    if let iban = party.iban, !party.hasBrokenAccount {
      accountNumbers.add(iban, at: Address(in: file, place))
    }
    similar.add(party, at: Address(in: file, place))
    try sink.add(
      LedgerParty(
        book: file, id: String(number), name: party.name, commerceNumber: party.commerceNumber,
        taxNumber: nil, postcode: party.postcode, country: party.country, iban: party.iban,
        registerCode: party.registerCode))
    return number
  }

  /// Hands on the book; says where there is nothing in it, and what is doubtful in the whole.
  ///
  /// The period is the one that the file states, where no line lies outside it.
  mutating func finish(format: String) throws -> [Finding] {
    guard let currency, let period = dates ?? stated else {
      return [BookFindings.noLines(file: file)]
    }
    var (first, last) = period
    if let stated, stated.first <= first, last <= stated.last { (first, last) = stated }
    try sink.open(
      LedgerBook(
        file: file, company: company ?? "", currency: currency, first: first, last: last,
        form: .bank, format: format))
    let found = [
      lines == 0 ? BookFindings.noLines(file: file) : nil, references.finding, similar.finding,
    ]
    return found.compactMap(\.self) + accountNumbers.findings
  }
}

extension Address {
  fileprivate init(in file: String, _ place: (line: Int, byte: Int)) {
    self.init(file: file, line: place.line, byte: place.byte)
  }
}
