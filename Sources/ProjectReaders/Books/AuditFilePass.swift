import ImpactModel
import LibXML2

/// One pass over an audit file: follows its elements and hands on what they hold.
final class AuditFilePass: XMLTokenListHandler {
  /// Ends the reading early, after a finding that makes the rest pointless.
  struct Stop: Error {}

  private struct Line {
    var number = ""
    var account = ""
    var party: String?
    var project: String?
    var costCentre: String?
    var amount: Int64?
    var isDebit: Bool?
    var hasFault = false
    var position = XMLStreamPosition(line: 1, byte: 0)
  }

  private struct Transaction {
    var number = ""
    var date: Day?
    var hasDate = false
    var lines: [Line] = []
    var position = XMLStreamPosition(line: 1, byte: 0)

    /// The party, where all lines that name one name the same.
    var onlyParty: String? {
      var only: String?
      for line in lines {
        guard let party = line.party else { continue }
        guard only == nil || only == party else { return nil }
        only = party
      }
      return only
    }
  }

  private struct Party {
    var id = ""
    var name = ""
    var commerceNumber: String?
    var taxNumber: String?
    var street: (postcode: String?, country: String?) = (nil, nil)
    var postal: (postcode: String?, country: String?) = (nil, nil)
    var iban: String?
    var position = XMLStreamPosition(line: 1, byte: 0)
  }

  private static let longestTransaction = 500_000
  private static let mostFindings = 100

  private(set) var findings: [Finding] = []
  private var unlisted = 0
  private let file: String
  private let sink: any LedgerSink
  private let words = AuditFileWord.allCases

  // What follows is looked at for each element, by one thread and one call at a time: checking that
  // would take longer than the rest.
  private var version = AuditFileVersion.foreign
  /// The elements around, `nil` for one of which the name does not matter.
  @exclusivity(unchecked) private var path: [AuditFileWord?] = []
  /// The elements that are being looked at, and which one of them.
  @exclusivity(unchecked) private var list: XMLTokenList?
  @exclusivity(unchecked) private var current: XMLTokenList.Token?
  @exclusivity(unchecked) private var historyDepth: Int?

  private var header: [AuditFileWord: String] = [:]
  /// Where each element of the header stands, so that a fault in it is found there.
  private var headerPlaces: [AuditFileWord: Address] = [:]
  private var hasBook = false
  private var account: [AuditFileWord: String] = [:]
  private var party = Party()
  @exclusivity(unchecked) private var journal = (
    id: "", kind: JournalKind.other, hasOffset: false
  )
  @exclusivity(unchecked) private var transaction = Transaction()
  @exclusivity(unchecked) private var line = Line()
  @exclusivity(unchecked) private var totals = AuditFileTotals()
  private var opening = AuditFileTotals()
  private var openingLine: (amount: Int64?, isDebit: Bool?) = (nil, nil)
  @exclusivity(unchecked) private var datesOutside = DatesOutside(of: .auditFile)
  /// Whether a declared account or party has a faulty identifier, so that an unknown one may be
  /// the same mistake.
  @exclusivity(unchecked) private var hasFaultyAccount = false
  @exclusivity(unchecked) private var hasFaultyParty = false
  @exclusivity(unchecked) private var canCheckTotals = true
  @exclusivity(unchecked) private var accounts: Set<String> = []
  private var rgsCodes: Set<String> = []
  @exclusivity(unchecked) private var parties: Set<String> = []
  private var reported: Set<String> = []
  /// Where in what was fed bytes of the file are missing, of a file in parts.
  @exclusivity(unchecked) private var cuts: [(start: Int, bytes: Int)] = []

  init(file: String, sink: any LedgerSink) {
    self.file = file
    self.sink = sink
  }

  /// The format with its version.
  var format: String { version.name }

  /// Adds a finding; beyond the first hundred they are only counted.
  func add(_ finding: Finding) {
    if findings.count < AuditFilePass.mostFindings {
      findings.append(finding)
    } else {
      unlisted += 1
    }
  }

  /// Takes the element that holds all others.
  func open(_ root: XMLStreamElement, at position: XMLStreamPosition) throws {
    version = AuditFileVersion(root)
    if let finding = AuditFileFindings.version(version, at: address(position)) {
      add(finding)
      throw Stop()
    }
  }

  /// Takes the next elements.
  func take(_ tokens: XMLTokenList) throws {
    list = tokens
    defer { list = nil }
    for token in tokens.tokens {
      current = token
      let name = token.name < 0 ? nil : words[Int(token.name)]
      switch token.kind {
      case .start: try open(name)
      case .attribute: break
      case .end: try close(name)
      case .leaf:
        try open(name)
        current = token.closing
        try close(name)
      }
    }
  }

  private func open(_ name: AuditFileWord?) throws {
    if let name, path.last == .header { headerPlaces[name] = address(position) }
    path.append(name)
    if let name, historyDepth == nil { try start(name) }
  }

  private func close(_ name: AuditFileWord?) throws {
    if historyDepth != nil {
      if path.count == historyDepth { historyDepth = nil }
    } else if let name {
      try end(name)
    }
    path.removeLast()
  }

  /// Checks what can be checked at the end only.
  func finish() {
    if !hasBook {
      add(AuditFileFindings.missing("company", at: Address(file: file)))
    } else if canCheckTotals,
      let finding = totals.finding(file: file)
    {
      add(finding)
    } else if canCheckTotals, let finding = opening.openingFinding(file: file) {
      add(finding)
    } else if canCheckTotals, let finding = totals.unstatedFinding ?? opening.unstatedFinding {
      add(finding)
    }
    if let finding = datesOutside.finding { add(finding) }
    if let finding = totals.oneLeggedFinding { add(finding) }
    if unlisted > 0 { findings.append(AuditFileFindings.tooMany(unlisted, file: file)) }
  }

  // MARK: Elements that open

  private func start(_ name: AuditFileWord) throws {
    switch name {
    case .customerSupplierHistory, .glAccountHistory: historyDepth = path.count
    case .customersSuppliers, .generalLedger, .transactions:
      try openBook()
      if name == .transactions { totals.address = address(position) }
    case .customerSupplier:
      party = Party()
      party.position = position
    case .ledgerAccount: account = [:]
    case .openingBalance: opening.address = address(position)
    case .obLine: openingLine = (nil, nil)
    case .journal: journal = ("", .other, false)
    case .transaction:
      // The room for its lines serves the next one too.
      var lines = transaction.lines
      transaction.lines = []
      lines.removeAll(keepingCapacity: true)
      transaction = Transaction(lines: lines, position: position)
    case .trLine:
      line = Line()
      line.position = position
    default: break
    }
  }

  /// Hands on the book, once its header and the company's name are known.
  private func openBook() throws {
    guard !hasBook else { return }
    hasBook = true
    let place = address(position)
    guard let company = header[.companyName] else {
      return add(AuditFileFindings.missing("companyName", at: place))
    }
    guard let code = header[.curCode] else {
      return add(AuditFileFindings.missing("curCode", at: place))
    }
    guard let currency = Currency(code) else {
      return add(
        AuditFileFindings.malformedCurrency(code, at: headerPlaces[.curCode] ?? place))
    }
    guard let first = day(.startDate, at: place), let last = day(.endDate, at: place) else {
      return
    }
    guard first <= last else {
      return add(AuditFileFindings.periodOrder(first, last, at: place))
    }
    datesOutside.first = first
    datesOutside.last = last
    try sink.open(
      LedgerBook(
        file: file, company: company, currency: currency, first: first, last: last,
        format: format, number: header[.companyNumber] ?? header[.companyIdent],
        taxNumber: header[.taxRegIdent]))
  }

  private func day(_ element: AuditFileWord, at place: Address) -> Day? {
    guard let text = header[element] else {
      add(AuditFileFindings.missing(element.rawValue, at: place))
      return nil
    }
    if let day = Day(xml: text) { return day }
    add(AuditFileFindings.malformedDate(text, at: headerPlaces[element] ?? place))
    return nil
  }

  // MARK: Elements that close

  private func end(_ name: AuditFileWord) throws {
    switch path.count > 1 ? path[path.count - 2] : nil {
    case .header, .company:
      let text = leafText
      if !text.isEmpty { header[name] = text }
    case .customerSupplier: endPartyPart(name, leafText)
    case .bankAccount:
      if name == .bankAccNr, party.iban == nil { party.iban = iban(leafText) }
    case .streetAddress: endAddressPart(name, leafText, of: &party.street)
    case .postalAddress: endAddressPart(name, leafText, of: &party.postal)
    case .ledgerAccount: account[name] = leafText
    case .transactions: totals.state(name, leafText)
    case .openingBalance: opening.state(name, leafText)
    case .obLine: endOpeningPart(name, leafText)
    case .journal:
      if name == .jrnID { journal.id = leafText }
      if name == .jrnTp { endJournalKind(leafText) }
      if name == .offsetAccID { journal.hasOffset = !leafText.isEmpty }
    case .transaction: endTransactionPart(name, leafText)
    case .trLine: endLinePart(name, leafText)
    default: break
    }
    switch name {
    case .customerSupplier: try endParty()
    case .ledgerAccount: try endAccount()
    case .obLine: endOpeningLine()
    case .trLine: try endLine()
    case .transaction: try endTransaction()
    default: break
    }
  }

  /// The text of the element that closes; of one with elements in it none.
  private var leafText: String {
    guard let list, let current, current.isLeaf else { return "" }
    return list.trimmed(current)
  }

  private func endPartyPart(_ name: AuditFileWord, _ text: String) {
    guard !text.isEmpty else { return }
    switch name {
    case .custSupID: party.id = text
    case .custSupName: party.name = text
    case .commerceNr: party.commerceNumber = text
    case .taxRegIdent: party.taxNumber = text
    default: break
    }
  }

  /// The account of a customer or supplier; that of a journal stands elsewhere.
  private func iban(_ text: String) -> String? {
    path.contains(.customerSupplier) ? BankParty.iban(text) : nil
  }

  private func endAddressPart(
    _ name: AuditFileWord, _ text: String,
    of part: inout (postcode: String?, country: String?)
  ) {
    guard !text.isEmpty, path.contains(.customerSupplier) else { return }
    if name == .postalCode, part.postcode == nil { part.postcode = text }
    if name == .country, part.country == nil { part.country = text }
  }

  private func endParty() throws {
    guard !party.id.isEmpty else {
      hasFaultyParty = true
      return add(AuditFileFindings.missing("custSupID", at: address(party.position)))
    }
    guard parties.insert(party.id).inserted else {
      hasFaultyParty = true
      return add(AuditFileFindings.doubled(party.id, isAccount: false, at: address(party.position)))
    }
    let location = party.street.postcode != nil ? party.street : party.postal
    try sink.add(
      LedgerParty(
        book: file, id: party.id, name: party.name, commerceNumber: party.commerceNumber,
        taxNumber: party.taxNumber, postcode: location.postcode,
        country: location.country ?? party.street.country, iban: party.iban))
  }

  private func endAccount() throws {
    let place = address(position)
    guard let id = account[.accID], !id.isEmpty else {
      hasFaultyAccount = true
      return add(AuditFileFindings.missing("accID", at: place))
    }
    guard accounts.insert(id).inserted else {
      hasFaultyAccount = true
      return add(AuditFileFindings.doubled(id, isAccount: true, at: place))
    }
    guard let type = account[.accTp], !type.isEmpty else {
      return add(AuditFileFindings.missing("accTp", at: place))
    }
    guard let kind = LedgerAccount.Kind(rawValue: type) else {
      return add(AuditFileFindings.malformedAccountType(type, at: place))
    }
    let rgs = account[.rgsCode].flatMap { $0.isEmpty ? nil : $0 }
    if let rgs, !rgsCodes.insert(rgs).inserted {
      report("rgs " + rgs, AuditFileFindings.doubledReferenceCode(rgs, at: place))
    }
    try sink.add(
      LedgerAccount(book: file, id: id, name: account[.accDesc] ?? "", kind: kind, rgs: rgs))
  }

  private func endJournalKind(_ text: String) {
    if let kind = JournalKind(rawValue: text) {
      journal.kind = kind
    } else {
      add(AuditFileFindings.malformedJournalType(text, at: address(position)))
    }
  }

  private func endOpeningPart(_ name: AuditFileWord, _ text: String) {
    switch name {
    case .amnt:
      openingLine.amount = XMLAmount.cents(text)
      if openingLine.amount == nil {
        canCheckTotals = false
        add(AuditFileFindings.malformedAmount(text, at: address(position)))
      }
    case .amntTp: openingLine.isDebit = text == "D" ? true : text == "C" ? false : nil
    default: break
    }
  }

  private func endOpeningLine() {
    guard let amount = openingLine.amount else { return }
    let isDebit = openingLine.isDebit ?? true
    opening.add([isDebit ? (amount, 0) : (0, amount)], at: address(position))
  }

  private func endTransactionPart(_ name: AuditFileWord, _ text: String) {
    if name == .nr { transaction.number = text }
    guard name == .trDt else { return }
    transaction.hasDate = true
    transaction.date = Day(xml: text).flatMap { $0.canBeBooked ? $0 : nil }
    if transaction.date == nil {
      add(AuditFileFindings.malformedDate(text, at: address(ofLine: nil)))
    }
    if let date = transaction.date { datesOutside.add(date, at: address(ofLine: nil)) }
  }

  private func endLinePart(_ name: AuditFileWord, _ text: String) {
    switch name {
    case .nr: line.number = text
    case .accID: line.account = text
    case .custSupID: line.party = text.isEmpty ? nil : text
    case .projID, .project: line.project = text.isEmpty ? nil : text
    case .costID, .cost: line.costCentre = text.isEmpty ? nil : text
    case .amnt:
      line.amount = XMLAmount.cents(text)
      if line.amount == nil {
        line.hasFault = true
        add(AuditFileFindings.malformedAmount(text, at: address(ofLine: line)))
      }
    case .amntTp:
      line.isDebit = text == "D" ? true : text == "C" ? false : nil
      if line.isDebit == nil {
        line.hasFault = true
        add(AuditFileFindings.malformedSide(text, at: address(ofLine: line)))
      }
    default: break
    }
  }

  private func endLine() throws {
    checkReferences()
    if !line.hasFault, line.amount == nil || line.isDebit == nil {
      let name = line.amount == nil ? "amnt" : "amntTp"
      line.hasFault = true
      add(AuditFileFindings.missing(name, at: address(ofLine: line)))
    }
    if line.hasFault { canCheckTotals = false }
    transaction.lines.append(line)
    if transaction.lines.count > AuditFilePass.longestTransaction {
      add(
        AuditFileFindings.transactionTooLong(
          limit: AuditFilePass.longestTransaction, at: address(ofLine: nil)))
      throw Stop()
    }
  }

  /// Reports each unknown account and party once, at its first line.
  private func checkReferences() {
    if line.account.isEmpty {
      add(AuditFileFindings.missing("accID", at: address(ofLine: line)))
    } else if !accounts.contains(line.account), !hasFaultyAccount {
      if accounts.isEmpty {
        report("accounts", AuditFileFindings.noAccounts(at: address(ofLine: line)))
      } else {
        report(
          "account " + line.account,
          AuditFileFindings.unknownAccount(line.account, at: address(ofLine: line)))
      }
    }
    guard let party = line.party, !parties.contains(party), !hasFaultyParty else { return }
    if parties.isEmpty {
      report("parties", AuditFileFindings.noParties(at: address(ofLine: line)))
    } else {
      report(
        "party " + party, AuditFileFindings.unknownParty(party, at: address(ofLine: line)))
    }
  }

  private func report(_ key: String, _ finding: @autoclosure () -> Finding) {
    guard reported.count < 10_000, reported.insert(key).inserted else { return }
    add(finding())
  }

  private func endTransaction() throws {
    if !transaction.hasDate {
      add(AuditFileFindings.missing("trDt", at: address(ofLine: nil)))
    }
    let only = transaction.onlyParty
    var sums: [(debit: Int64, credit: Int64)] = []
    for line in transaction.lines {
      guard let amount = line.amount, let isDebit = line.isDebit else { continue }
      let sides: (debit: Int64, credit: Int64) = isDebit ? (amount, 0) : (0, amount)
      sums.append(sides)
      guard let date = transaction.date else { continue }
      try sink.add(
        LedgerLine(
          book: file, journal: journal.id, kind: journal.kind, transaction: transaction.number,
          number: line.number, account: line.account, party: line.party ?? only,
          project: line.project, date: date, debit: sides.debit, credit: sides.credit,
          byte: line.position.byte, costCentre: line.costCentre))
    }
    totals.add(sums, mayBeOneLegged: mayBeOneLegged, at: address(ofLine: nil))
    transaction.lines.removeAll(keepingCapacity: true)
  }

  /// Whether the transactions of the journal may lack the side that the journal itself names.
  ///
  /// Exports of version 3.1 leave it out without a word; since 4.0 every transaction balances.
  private var mayBeOneLegged: Bool {
    version == .readable("3.1") || (journal.hasOffset && version != .readable("4.0"))
  }

  // MARK: Addresses

  /// Says that bytes of a later part were not fed; bytes in addresses count them all the same.
  func leaveOut(_ bytes: Int, at start: Int) { cuts.append((start, bytes)) }

  private var position: XMLStreamPosition {
    guard let list, let current else { return XMLStreamPosition(line: 1, byte: 0) }
    let fed = list.position(of: current)
    guard !cuts.isEmpty else { return fed }
    let before = cuts.reduce(0) { $0 + ($1.start <= fed.byte ? $1.bytes : 0) }
    return XMLStreamPosition(line: fed.line, byte: fed.byte + before)
  }

  private func address(_ position: XMLStreamPosition) -> Address {
    Address(file: file, line: position.line, byte: position.byte)
  }

  /// The address of a line, or of the transaction.
  private func address(ofLine line: Line?) -> Address {
    let position = line?.position ?? transaction.position
    let parts = [journal.id, transaction.number] + (line.map { [$0.number] } ?? [])
    return Address(
      file: file, line: position.line, byte: position.byte,
      ledger: parts.joined(separator: "/"))
  }
}
