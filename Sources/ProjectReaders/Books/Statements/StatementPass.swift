import ImpactModel
import LibXML2

/// One pass over a CAMT.053 file: follows its elements and hands on the booked entries.
final class StatementPass {
  private static let mostDetails = 200_000
  private static let longestText = 500
  /// The codes of ISO 20022 for the purpose of a payment, and for its kind, that stand for wages.
  private static let salaries = ["SALA", "PAYR"]

  var findings: FindingList
  private(set) var pending = PendingEntries()
  private(set) var format = "CAMT.053"
  private let file: String
  private var book: BankAccountBook
  private var checks: StatementChecks

  private var path: [String] = []
  private var leaf = ""
  private var leafCurrency: String?
  private var statement: Statement?
  private var balance: StatementBalance?
  private var entry: StatementEntry?
  private var detail: StatementDetail?
  /// Whether something in the entry was found to be damaged, so that its lack is no second finding.
  private var hasFault = false
  /// Which side of a transaction the element is about, `true` for who is paid.
  private var isCreditor: Bool?
  private var register: (number: String?, issuer: String?) = (nil, nil)
  private var hasStatement = false
  private var root: Address

  init(file: String, sink: any LedgerSink) {
    self.file = file
    findings = FindingList(file: file)
    book = BankAccountBook(file: file, sink: sink)
    checks = StatementChecks()
    root = Address(file: file)
  }

  /// Takes one event of the file.
  func take(_ event: XMLStreamEvent, at parser: XMLStreamParser) throws {
    switch event {
    case .start(let element):
      try start(element, at: parser)
      path.append(element.name)
      leaf = ""
    case .text(let text): leaf += text
    case .end(let name):
      path.removeLast()
      try end(name, at: parser)
      leaf = ""
    }
  }

  /// Checks what can be checked at the end only, and hands on the book.
  func finish() throws {
    guard hasStatement else {
      findings.add(StatementFindings.noStatement(at: root))
      return
    }
    if let finding = pending.finding { findings.add(finding) }
    if let finding = checks.finding { findings.add(finding) }
    if let finding = try book.finish(format: format) { findings.add(finding) }
  }

  // MARK: Elements that open

  private func start(_ element: XMLStreamElement, at parser: XMLStreamParser) throws {
    switch element.name {
    case "Document" where path.isEmpty:
      root = address(parser.position)
      if let number = StatementPass.version(element.namespace) {
        format = "CAMT.053 version \(number)"
        if !("02"..."14").contains(number) {
          findings.add(StatementFindings.unknownVersion(number, at: root))
        }
      }
    case "Stmt" where statement == nil:
      hasStatement = true
      statement = Statement(position: parser.position)
    case "Bal" where statement != nil && entry == nil: balance = StatementBalance()
    case "Ntry" where statement != nil && entry == nil:
      entry = StatementEntry(position: parser.position)
      hasFault = false
    case "Stmt", "Ntry":
      findings.add(BookFindings.nested(element.name, at: address(parser.position)))
    case "TxDtls" where entry != nil && detail == nil:
      detail = StatementDetail(position: parser.position)
    case "Dbtr", "DbtrAcct": if path.last == "RltdPties" { isCreditor = false }
    case "Cdtr", "CdtrAcct": if path.last == "RltdPties" { isCreditor = true }
    case "Amt": leafCurrency = element["Ccy"]
    case "Othr": register = (nil, nil)
    default: break
    }
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
  private var parent: String {
    guard path.last == "Pty" else { return path.last ?? "" }
    return path.dropLast().last ?? ""
  }

  private func end(_ name: String, at parser: XMLStreamParser) throws {
    switch name {
    case "Stmt" where path.last == "BkToCstmrStmt": return try endStatement(at: parser)
    case "Ntry" where path.last == "Stmt": return try endEntry()
    case "TxDtls" where path.last == "NtryDtls": return try endDetail()
    case "Bal" where path.last == "Stmt": return endBalance(at: parser)
    case "Dbtr", "DbtrAcct", "Cdtr", "CdtrAcct":
      if path.last == "RltdPties" { isCreditor = nil }
    default: break
    }
    let text = leaf.trimmingSpaces()
    if name == "Othr" {
      endRegister()
    } else if text.isEmpty {
      return
    } else if detail != nil {
      endDetailPart(name, text, at: parser)
    } else if entry != nil {
      endEntryPart(name, text, at: parser)
    } else if balance != nil {
      endBalancePart(name, text, at: parser)
    } else if statement != nil {
      endStatementPart(name, text)
    }
  }

  private func endStatementPart(_ name: String, _ text: String) {
    switch (parent, name) {
    case ("Stmt", "Id"): statement?.id = text
    case ("StmtPgntn", "PgNb"): statement?.page = text
    case ("Stmt", "ElctrncSeqNb"): statement?.sequence = text
    case ("Id", "IBAN") where path.dropLast().last == "Acct":
      statement?.account = BankParty.iban(text) ?? text
    case ("Othr", "Id")
    where path.contains("Acct") && !path.contains("Ownr")
      && !path.contains("Svcr"):
      if statement?.account == nil { statement?.account = BankParty.iban(text) ?? text }
    case ("Acct", "Ccy"): statement?.currency = Currency(text)
    case ("Ownr", "Nm"): statement?.holder = text
    case ("FrToDt", "FrDtTm"): statement?.first = Day(iso: text.prefix(10))
    case ("FrToDt", "ToDtTm"): statement?.last = Day(iso: text.prefix(10))
    default: break
    }
  }

  private func endBalancePart(_ name: String, _ text: String, at parser: XMLStreamParser) {
    switch (parent, name) {
    case ("CdOrPrtry", "Cd"): balance?.code = text
    case ("Bal", "Amt"): balance?.amount = amount(text, at: parser)
    case ("Bal", "CdtDbtInd"): balance?.isCredit = direction(text, at: parser)
    case ("Dt", "Dt"), ("Dt", "DtTm"): balance?.date = Day(iso: text.prefix(10))
    default: break
    }
  }

  private func endEntryPart(_ name: String, _ text: String, at parser: XMLStreamParser) {
    switch (parent, name) {
    case ("Ntry", "NtryRef"): entry?.reference = text
    case ("Ntry", "AcctSvcrRef"): entry?.bankReference = text
    case ("Ntry", "Amt"): entry?.amount = amount(text, at: parser)
    case ("Ntry", "CdtDbtInd"): entry?.isCredit = direction(text, at: parser)
    case ("Ntry", "RvslInd"): entry?.isReversal = text == "true" || text == "1"
    case ("Ntry", "Sts"), ("Sts", "Cd"), ("Sts", "Prtry"): entry?.status = text
    case ("BookgDt", "Dt"), ("BookgDt", "DtTm"): entry?.booked = date(text, at: parser)
    case ("ValDt", "Dt"), ("ValDt", "DtTm"): entry?.valued = date(text, at: parser)
    case ("Ntry", "AddtlNtryInf"): entry?.text = String(text.prefix(StatementPass.longestText))
    case ("Fmly", "SubFmlyCd"): entry?.isSalary = Self.salaries.contains(text)
    case ("Btch", "NbOfTxs"): entry?.transactions += Int(text) ?? 0
    default: break
    }
  }

  private func endDetailPart(_ name: String, _ text: String, at parser: XMLStreamParser) {
    if let isCreditor { return endPartyPart(name, text, isCreditor: isCreditor) }
    switch (parent, name) {
    case ("TxDtls", "Amt"): detail?.amount = amount(text, at: parser)
    case ("TxAmt", "Amt"): detail?.transactionAmount = amount(text, at: parser)
    case ("InstdAmt", "Amt"): detail?.ordered = amount(text, at: parser)
    case ("Purp", "Cd"), ("Fmly", "SubFmlyCd"):
      if Self.salaries.contains(text) { detail?.isSalary = true }
    case ("TxDtls", "CdtDbtInd"): detail?.isCredit = direction(text, at: parser)
    case ("RmtInf", "Ustrd"), ("CdtrRefInf", "Ref"), ("TxDtls", "AddtlTxInf"):
      detail?.describe(text, longest: StatementPass.longestText)
    default: break
    }
  }

  private func endPartyPart(_ name: String, _ text: String, isCreditor: Bool) {
    let side = isCreditor ? \StatementDetail.creditor : \StatementDetail.debtor
    switch (parent, name) {
    case ("Dbtr", "Nm"), ("Cdtr", "Nm"): detail?[keyPath: side].party.name = text
    case ("Id", "IBAN"): detail?[keyPath: side].party.iban = BankParty.iban(text) ?? text
    case ("PstlAdr", "PstCd"): detail?[keyPath: side].party.postcode = text
    case ("PstlAdr", "Ctry"): detail?[keyPath: side].party.country = text
    case ("PstlAdr", "AdrLine"), ("PstlAdr", "TwnNm"), ("PstlAdr", "StrtNm"):
      detail?[keyPath: side].add(address: text)
    case ("Othr", "Id"):
      if path.contains(isCreditor ? "CdtrAcct" : "DbtrAcct") {
        if let iban = BankParty.iban(text) { detail?[keyPath: side].party.iban = iban }
      } else {
        register.number = text
      }
    case ("Othr", "Issr"): register.issuer = text
    default: break
    }
  }

  /// Takes a register's number of which the file names a register that is known.
  private func endRegister() {
    guard let isCreditor, path.last == "OrgId", let number = register.number,
      let issuer = register.issuer?.uppercased()
    else { return }
    let code = issuer.contains("KBO") ? "0208" : issuer.contains("KVK") ? "0106" : nil
    guard let code else { return }
    let side = isCreditor ? \StatementDetail.creditor : \StatementDetail.debtor
    detail?[keyPath: side].party.commerceNumber = number
    detail?[keyPath: side].party.registerCode = code
  }

  private func endDetail() throws {
    guard let done = detail else { return }
    detail = nil
    isCreditor = nil
    entry?.details.append(done)
    if let entry, entry.details.count > StatementPass.mostDetails {
      findings.add(
        StatementFindings.batchTooLong(
          limit: StatementPass.mostDetails, at: address(of: entry)))
      throw BankAccountBook.Stop()
    }
  }

  private func endBalance(at parser: XMLStreamParser) {
    guard let done = balance else { return }
    balance = nil
    statement?.add(done)
    if let date = done.date { statement?.dates.append(date) }
  }

  // MARK: What an entry comes to

  private func endEntry() throws {
    guard let done = entry else { return }
    entry = nil
    let place = address(of: done)
    guard let status = done.status else {
      return findings.add(BookFindings.missing("Sts", at: place))
    }
    guard let amount = done.amount, let isCredit = done.isCredit else {
      let name = done.amount == nil ? "Amt" : "CdtDbtInd"
      if !hasFault { findings.add(BookFindings.missing(name, at: place)) }
      return
    }
    if let finding = book.add(amount.currency, at: place) {
      findings.add(finding)
      throw BankAccountBook.Stop()
    }
    guard status.uppercased() == "BOOK" else {
      return pending.add(isCredit ? amount.minorUnits : 0 - amount.minorUnits, at: place)
    }
    guard let date = done.booked ?? done.valued else {
      if !hasFault { findings.add(BookFindings.missing("BookgDt", at: place)) }
      return
    }
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
    let split = entry.split(amount: amount, isCredit: isCredit)
    if split.isLump { checks.addLump(at: address(of: entry)) }
    for (index, part) in split.parts.enumerated() {
      let wentOut = (part.amount < 0) != entry.isReversal
      try book.add(
        BankAccountBook.Line(
          account: account, entry: reference, number: String(index + 1), date: date,
          amount: part.amount, isReversal: entry.isReversal,
          isSalary: entry.isSalary || part.detail?.isSalary == true,
          party: part.detail?.party(wentOut: wentOut, ownAccount: statement?.account),
          text: part.detail?.text ?? entry.text,
          ordered: part.detail?.ordered(besides: amount.currency),
          place: (entry.position.line, (part.detail?.position ?? entry.position).byte)))
    }
  }

  private func endStatement(at parser: XMLStreamParser) throws {
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
  private func amount(_ text: String, at parser: XMLStreamParser) -> Money? {
    guard let cents = XMLAmount.cents(text), cents >= 0, XMLAmount.possible.contains(cents),
      let currency = leafCurrency.flatMap({ Currency($0) })
    else {
      fault(BookFindings.malformedAmount(text, at: address(parser.position)))
      return nil
    }
    return Money(minorUnits: cents, currency: currency)
  }

  private func direction(_ text: String, at parser: XMLStreamParser) -> Bool? {
    switch text {
    case "CRDT": return true
    case "DBIT": return false
    default:
      fault(BookFindings.malformedSide(text, at: address(parser.position)))
      return nil
    }
  }

  private func date(_ text: String, at parser: XMLStreamParser) -> Day? {
    if let day = Day(iso: text.prefix(10)), day.canBeBooked { return day }
    fault(BookFindings.malformedDate(text, at: address(parser.position)))
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
