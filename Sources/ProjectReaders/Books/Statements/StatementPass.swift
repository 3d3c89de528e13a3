import ImpactModel
import LibXML2

/// One pass over a CAMT.053 file: follows its elements and hands on the booked entries.
final class StatementPass: XMLTokenListHandler {
  private static let mostDetails = 200_000
  private static let longestText = 500

  var findings: FindingList
  private(set) var pending = PendingEntries()
  private(set) var format = "CAMT.053"
  private let file: String
  private let words = StatementWord.allCases
  // What follows is looked at for each element, by one thread and one call at a time: checking that
  // would take longer than the rest.
  @exclusivity(unchecked) private var book: BankAccountBook
  @exclusivity(unchecked) private var checks: StatementChecks

  /// The elements around, `nil` for one of which the name does not matter.
  @exclusivity(unchecked) private var path: [StatementWord?] = []
  /// The elements that are being looked at, which one of them, and whether it closes.
  @exclusivity(unchecked) private var list: XMLTokenList?
  @exclusivity(unchecked) private var current: UnsafePointer<XMLTokenList.Token>?
  @exclusivity(unchecked) private var isClosing = false
  @exclusivity(unchecked) private var leafCurrency: Currency?
  @exclusivity(unchecked) private var hasCurrency = false
  @exclusivity(unchecked) private var lastCurrency: (code: [UInt8], currency: Currency?) = ([], nil)
  @exclusivity(unchecked) private var statement: Statement?
  @exclusivity(unchecked) private var balance: StatementBalance?
  @exclusivity(unchecked) private var entry: StatementEntry?
  @exclusivity(unchecked) private var detail: StatementDetail?
  /// The transactions of the entry that are whole.
  @exclusivity(unchecked) private var details: [StatementDetail] = []
  @exclusivity(unchecked) private var debtor = StatementSideRecord()
  @exclusivity(unchecked) private var creditor = StatementSideRecord()
  @exclusivity(unchecked) private var sides = StatementSides()
  /// Whether something in the entry was found to be damaged, so that its lack is no second finding.
  @exclusivity(unchecked) private var hasFault = false
  /// Which side of a transaction the element is about, `true` for who is paid.
  @exclusivity(unchecked) private var isCreditor: Bool?
  @exclusivity(unchecked) private var register: (number: String?, issuer: String?) = (nil, nil)
  @exclusivity(unchecked) private var datesOutside = DatesOutside(of: .statement)
  private var odd = OddFields()
  private var hasStatement = false
  private var root: Address

  init(file: String, sink: any LedgerSink) {
    self.file = file
    findings = FindingList(file: file)
    book = BankAccountBook(file: file, sink: sink)
    checks = StatementChecks()
    root = Address(file: file)
  }

  /// Takes the element that holds all others.
  func open(_ element: XMLStreamElement, at position: XMLStreamPosition) {
    guard element.name == StatementWord.document.rawValue else { return }
    root = address(position)
    guard let number = StatementPass.version(element.namespace) else { return }
    format = "CAMT.053 version \(number)"
    if !("02"..."14").contains(number) {
      findings.add(StatementFindings.unknownVersion(number, at: root))
    }
  }

  /// Takes the next elements.
  func take(_ tokens: XMLTokenList) throws {
    list = tokens
    defer { (list, current) = (nil, nil) }
    guard let first = tokens.tokens.baseAddress else { return }
    for token in first..<(first + tokens.tokens.count) {
      current = token
      isClosing = false
      let name = token.pointee.name < 0 ? nil : words[Int(token.pointee.name)]
      switch token.pointee.kind {
      case .leaf:
        guard let name else { continue }
        start(name)
        isClosing = true
        try end(name)
      case .start:
        if let name { start(name) }
        path.append(name)
      case .attribute:
        if name == .ccy, path.last == .amt { takeCurrency(tokens.text(of: token.pointee)) }
      case .end:
        path.removeLast()
        if let name { try end(name) }
      }
    }
  }

  /// Checks what can be checked at the end only, and hands on the book.
  func finish() throws {
    guard hasStatement else {
      findings.add(StatementFindings.noStatement(at: root))
      return
    }
    if let finding = pending.finding { findings.add(finding) }
    if let finding = datesOutside.finding { findings.add(finding) }
    if let finding = odd.finding { findings.add(finding) }
    if let finding = checks.finding { findings.add(finding) }
    for finding in try book.finish(format: format) { findings.add(finding) }
  }

  // MARK: Elements that open

  private func start(_ name: StatementWord) {
    switch name {
    case .stmt where statement == nil:
      hasStatement = true
      statement = Statement(position: position)
    case .bal where statement != nil && entry == nil: balance = StatementBalance()
    case .ntry where statement != nil && entry == nil:
      entry = StatementEntry(position: position)
      details.removeAll(keepingCapacity: true)
      sides.forgetMany()
      hasFault = false
    case .stmt, .ntry: findings.add(BookFindings.nested(name.rawValue, at: address(position)))
    case .txDtls where entry != nil && detail == nil:
      detail = StatementDetail(position: position)
      debtor.clear()
      creditor.clear()
    case .dbtr, .dbtrAcct: if around == .rltdPties { isCreditor = false }
    case .cdtr, .cdtrAcct: if around == .rltdPties { isCreditor = true }
    // For whom somebody pays or is paid counts only where the file does not say who that is.
    case .ultmtDbtr: if around == .rltdPties, debtor.bytes.isEmpty { isCreditor = false }
    case .ultmtCdtr: if around == .rltdPties, creditor.bytes.isEmpty { isCreditor = true }
    case .amt:
      leafCurrency = nil
      hasCurrency = false
    case .othr: register = (nil, nil)
    default: break
    }
  }

  /// Takes the currency of an amount, nearly always the same as that of the amount before.
  private func takeCurrency(_ code: UnsafeBufferPointer<UInt8>) {
    guard !hasCurrency else { return }
    hasCurrency = true
    if !lastCurrency.code.elementsEqual(code) {
      lastCurrency = (Array(code), Currency(XMLToken.text(code)))
    }
    leafCurrency = lastCurrency.currency
  }

  /// Where the element stands that opens or closes.
  private var position: XMLStreamPosition {
    guard let list, let current else { return XMLStreamPosition(line: 1, byte: 0) }
    return list.position(of: isClosing ? current.pointee.closing : current.pointee)
  }

  /// The two digits at the end of the namespace of a statement.
  private static func version(_ namespace: String?) -> String? {
    let name = (namespace ?? "").lowercased()
    guard let range = name.range(of: "camt.053.001.") else { return nil }
    let number = name[range.upperBound...]
    return number.utf8.count == 2 && number.utf8.allSatisfy { (48...57).contains($0) }
      ? String(number) : nil
  }

  // MARK: Elements that close

  /// The element around the one that closes; `Pty`, which version 08 put in between, is left out.
  private var parent: StatementWord? { around == .pty ? around(1) : around }

  /// The element right around.
  private var around: StatementWord? { path.last ?? nil }

  /// The element that lies so many levels further out than the one right around.
  private func around(_ levels: Int) -> StatementWord? {
    path.count > levels ? path[path.count - 1 - levels] : nil
  }

  private func end(_ name: StatementWord) throws {
    switch name {
    case .stmt where around == .bkToCstmrStmt: return try endStatement()
    case .ntry where around == .stmt: return try endEntry()
    case .txDtls where around == .ntryDtls: return try endDetail()
    case .bal where around == .stmt: return endBalance()
    case .dbtr, .dbtrAcct, .cdtr, .cdtrAcct, .ultmtDbtr, .ultmtCdtr:
      if around == .rltdPties { isCreditor = nil }
    default: break
    }
    guard name != .othr else { return endRegister() }
    guard let list, let current, current.pointee.hasText else { return }
    let text = XMLText(current.pointee, of: list)
    if text.isEmpty {
      return
    } else if detail != nil {
      endDetailPart(name, text)
    } else if entry != nil {
      endEntryPart(name, text)
    } else if balance != nil {
      endBalancePart(name, text)
    } else if statement != nil {
      endStatementPart(name, text.string)
    }
  }

  private func endStatementPart(_ name: StatementWord, _ text: String) {
    switch (parent, name) {
    case (.stmt, .id): statement?.id = text
    case (.stmtPgntn, .pgNb): statement?.page = text
    case (.stmt, .elctrncSeqNb): statement?.sequence = text
    case (.id, .iban) where around(1) == .acct:
      statement?.account = BankParty.iban(text) ?? text
    case (.othr, .id)
    where path.contains(.acct) && !path.contains(.ownr)
      && !path.contains(.svcr):
      if statement?.account == nil { statement?.account = BankParty.iban(text) ?? text }
    case (.acct, .ccy): statement?.currency = Currency(text)
    case (.ownr, .nm): statement?.holder = text
    case (.ttlNtries, .nbOfNtries): statement?.summary.entries = Int(text)
    case (.ttlCdtNtries, .nbOfNtries): statement?.summary.credits = Int(text)
    case (.ttlDbtNtries, .nbOfNtries): statement?.summary.debits = Int(text)
    case (.ttlCdtNtries, .sum): statement?.summary.credited = XMLAmount.cents(text)
    case (.ttlDbtNtries, .sum): statement?.summary.debited = XMLAmount.cents(text)
    case (.frToDt, .frDtTm): statement?.first = Day(startOf: text)
    case (.frToDt, .toDtTm): statement?.last = Day(startOf: text)
    default: break
    }
  }

  private func endBalancePart(_ name: StatementWord, _ text: XMLText) {
    switch (parent, name) {
    case (.cdOrPrtry, .cd): balance?.code = text.string
    case (.bal, .amt): balance?.amount = amount(text)
    case (.bal, .cdtDbtInd): balance?.isCredit = direction(text)
    case (.dt, .dt), (.dt, .dtTm): balance?.date = Day(startOf: text.bytes)
    default: break
    }
  }

  private func endEntryPart(_ name: StatementWord, _ text: XMLText) {
    switch (parent, name) {
    case (.ntry, .ntryRef): entry?.reference = text.string
    case (.ntry, .acctSvcrRef): entry?.bankReference = text.string
    case (.ntry, .amt): entry?.amount = amount(text)
    case (.ntry, .cdtDbtInd): entry?.isCredit = direction(text)
    case (.ntry, .rvslInd): entry?.isReversal = text.isWord("true") || text.isWord("1")
    case (.ntry, .sts), (.sts, .cd), (.sts, .prtry): entry?.status = text.string
    case (.bookgDt, .dt), (.bookgDt, .dtTm): entry?.booked = date(text)
    case (.valDt, .dt), (.valDt, .dtTm): entry?.valued = date(text)
    case (.ntry, .addtlNtryInf): entry?.text = text.string.cut(to: StatementPass.longestText)
    case (.fmly, .subFmlyCd): entry?.isSalary = StatementPass.isSalary(text)
    case (.btch, .nbOfTxs): entry?.transactions += Int(text.string) ?? 0
    default: break
    }
  }

  private func endDetailPart(_ name: StatementWord, _ text: XMLText) {
    if let isCreditor { return endPartyPart(name, text, isCreditor: isCreditor) }
    switch (parent, name) {
    case (.txDtls, .amt): detail?.amount = amount(text)
    case (.txAmt, .amt): detail?.transactionAmount = amount(text)
    case (.instdAmt, .amt): detail?.ordered = amount(text)
    case (.purp, .cd), (.fmly, .subFmlyCd):
      if StatementPass.isSalary(text) { detail?.isSalary = true }
    case (.txDtls, .cdtDbtInd): detail?.isCredit = direction(text)
    case (.rmtInf, .ustrd), (.cdtrRefInf, .ref), (.txDtls, .addtlTxInf):
      detail?.describe(text.string, longest: StatementPass.longestText)
    default: break
    }
  }

  /// Whether a code of ISO 20022 for the purpose of a payment, or for its kind, stands for wages.
  private static func isSalary(_ code: XMLText) -> Bool {
    code.isWord("SALA") || code.isWord("PAYR")
  }

  private func endPartyPart(_ name: StatementWord, _ text: XMLText, isCreditor: Bool) {
    switch (parent, name) {
    case (.othr, .id) where !path.contains(isCreditor ? .cdtrAcct : .dbtrAcct):
      register.number = text.string
    case (.othr, .issr): register.issuer = text.string
    default:
      guard let part = StatementSideRecord.Part(name, in: parent) else { return }
      if isCreditor {
        creditor.add(part, text.bytes)
      } else {
        debtor.add(part, text.bytes)
      }
    }
  }

  /// Takes a register's number of which the file names a register that is known.
  private func endRegister() {
    guard let isCreditor, around == .orgId, let number = register.number,
      let issuer = register.issuer?.uppercased()
    else { return }
    let part: StatementSideRecord.Part? =
      issuer.contains("KBO") ? .belgianNumber : issuer.contains("KVK") ? .dutchNumber : nil
    guard let part, detail != nil else { return }
    if isCreditor {
      creditor.add(part, number)
    } else {
      debtor.add(part, number)
    }
  }

  private func endDetail() throws {
    guard var done = detail.take() else { return }
    isCreditor = nil
    guard entry != nil else { return }
    (done.debtor, done.creditor) = (sides.place(of: debtor), sides.place(of: creditor))
    details.append(done)
    if details.count > StatementPass.mostDetails, let entry {
      findings.add(
        StatementFindings.batchTooLong(
          limit: StatementPass.mostDetails, at: address(of: entry)))
      throw BankAccountBook.Stop()
    }
  }

  private func endBalance() {
    guard let done = balance else { return }
    balance = nil
    statement?.add(done)
    if let date = done.date { statement?.dates.append(date) }
  }

  // MARK: What an entry comes to

  private func endEntry() throws {
    guard let done = entry.take() else { return }
    guard let status = done.status else {
      return findings.add(BookFindings.missing("Sts", at: address(of: done)))
    }
    guard let amount = done.amount, let isCredit = done.isCredit else {
      let name = done.amount == nil ? "Amt" : "CdtDbtInd"
      if !hasFault { findings.add(BookFindings.missing(name, at: address(of: done))) }
      return
    }
    if book.currency != amount.currency,
      let finding = book.add(amount.currency, at: address(of: done))
    {
      findings.add(finding)
      throw BankAccountBook.Stop()
    }
    let isBooked = status == "BOOK" || status.uppercased() == "BOOK"
    statement?.summary.add(amount.minorUnits, isCredit: isCredit, isBooked: isBooked)
    guard isBooked else {
      return pending.add(
        isCredit ? amount.minorUnits : 0 - amount.minorUnits, at: address(of: done))
    }
    guard let date = done.booked ?? done.valued else {
      if !hasFault { findings.add(BookFindings.missing("BookgDt", at: address(of: done))) }
      return
    }
    (datesOutside.first, datesOutside.last) = (statement?.first, statement?.last)
    datesOutside.add(date, at: address(of: done))
    try handOn(done, amount: amount, isCredit: isCredit, date: date)
  }

  private func handOn(
    _ entry: StatementEntry, amount: Money, isCredit: Bool, date: Day
  ) throws {
    let account = try book.add(
      account: statement?.account ?? "", holder: statement?.holder ?? "")
    statement?.number = account
    let signed = isCredit ? amount.minorUnits : 0 - amount.minorUnits
    statement?.add(signed)
    let reference = entry.reference ?? entry.bankReference ?? String(statement?.entries ?? 0)
    var line = BankAccountBook.Line(
      account: account, entry: reference, date: date, amount: signed,
      isReversal: entry.isReversal, isSalary: entry.isSalary, text: entry.text,
      place: (entry.position.line, entry.position.byte))
    if details.count <= 1 {
      // Of one transaction the amount may be without charges; what left the account counts.
      if details.isEmpty, entry.transactions > 1 { checks.addLump(at: address(of: entry)) }
      return try add(line, details.first, currency: amount.currency)
    }
    guard let parts = StatementEntry.split(details, amount: amount, isCredit: isCredit) else {
      checks.addLump(at: address(of: entry))
      return try book.add(line)
    }
    for (index, part) in parts.enumerated() {
      (line.number, line.amount) = (String(index + 1), part.amount)
      try add(line, details[part.detail], currency: amount.currency)
    }
  }

  /// Hands on a line with what its transaction says.
  private func add(
    _ line: BankAccountBook.Line, _ detail: StatementDetail?, currency: Currency
  ) throws {
    guard let detail else { return try book.add(line) }
    var line = line
    line.take(detail, currency: currency)
    line.partyNumber = try partyNumber(of: detail, line)
    try book.add(line)
  }

  /// The number of the other party: who was paid of money that went out, who paid of what came in.
  ///
  /// Where the bank left that party out, the one that it names counts, unless that is the
  /// organisation's own account.
  private func partyNumber(
    of detail: StatementDetail, _ line: BankAccountBook.Line
  ) throws -> Int? {
    let wentOut = (line.amount < 0) != line.isReversal
    let other = wentOut ? detail.creditor : detail.debtor
    if let other, let number = try partyNumber(of: other, line) { return number }
    guard let own = wentOut ? detail.debtor : detail.creditor, let iban = sides.party(own).iban,
      iban != statement?.account
    else { return nil }
    return try partyNumber(of: own, line)
  }

  /// The number of the party of a side, `nil` where no party is known by what the file says.
  private func partyNumber(of side: Int, _ line: BankAccountBook.Line) throws -> Int? {
    if let known = sides.number(side) { return known }
    let party = sides.party(side)
    guard !party.isEmpty else { return nil }
    odd.add([Array(party.name.utf8)], at: Address(file: file, line: line.place.line))
    let number = try book.number(of: party, at: line.place)
    sides.keep(number, at: side)
    return number
  }

  private func endStatement() throws {
    guard let done = statement else { return }
    statement = nil
    let place = address(done.position)
    guard let account = done.account else {
      return findings.add(BookFindings.missing("Acct", at: place))
    }
    let number = try book.add(account: account, holder: done.holder)
    if let currency = done.currency ?? done.opening?.amount?.currency,
      book.currency == nil
    {
      _ = book.add(currency, at: place)
    }
    if let first = done.first ?? done.dates.min(), let last = done.last ?? done.dates.max() {
      book.cover(first, last)
    }
    for finding in checks.findings(
      of: done, account: account,
      at: Address(file: file, line: place.line, byte: place.byte, ledger: number))
    {
      findings.add(finding)
    }
  }

  // MARK: Values

  /// An amount of at most two decimals, which in this format has no sign.
  private func amount(_ text: XMLText) -> Money? {
    guard let cents = XMLAmount.cents(text.bytes), cents >= 0, XMLAmount.possible.contains(cents),
      let currency = leafCurrency
    else {
      fault(BookFindings.malformedAmount(text.string, at: address(position)))
      return nil
    }
    return Money(minorUnits: cents, currency: currency)
  }

  private func direction(_ text: XMLText) -> Bool? {
    if text.isWord("CRDT") { return true }
    if text.isWord("DBIT") { return false }
    fault(BookFindings.malformedSide(text.string, at: address(position)))
    return nil
  }

  private func date(_ text: XMLText) -> Day? {
    if let day = Day(startOf: text.bytes), day.canBeBooked { return day }
    fault(BookFindings.malformedDate(text.string, at: address(position)))
    return nil
  }

  private func fault(_ finding: Finding) {
    hasFault = true
    findings.add(finding)
  }

  private func address(_ position: XMLStreamPosition) -> Address {
    Address(file: file, line: position.line, byte: position.byte)
  }

  private func address(of entry: StatementEntry) -> Address {
    let parts = [statement?.number, entry.reference ?? entry.bankReference].compactMap(\.self)
    return Address(
      file: file, line: entry.position.line, byte: entry.position.byte,
      ledger: parts.isEmpty ? nil : parts.joined(separator: "/"))
  }
}
