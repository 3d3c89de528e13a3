import ImpactModel

/// One pass over a CODA file: follows its records and hands on the movements.
final class CodaPass {
  static let format = "CODA version 2"
  private static let mostDetails = 200_000
  private static let longestText = 500

  var findings: FindingList
  private let file: String
  private var book: BankAccountBook
  private var statement: CodaStatement?
  private var group: CodaGroup?
  private var current: CodaMovement?
  private var isAddressNext = false
  private var lumps = 0
  private var firstLump: Address?

  init(file: String, sink: any LedgerSink) {
    self.file = file
    findings = FindingList(file: file)
    book = BankAccountBook(file: file, sink: sink)
  }

  /// Stops at a line that does not end.
  func check(openLine length: Int) throws {
    guard length > CodaRecord.length * 8 else { return }
    findings.add(CodaFindings.length(length, at: Address(file: file)))
    throw BankAccountBook.Stop()
  }

  /// Takes one line of the file.
  func take(_ line: LineCutter.Line) throws {
    guard !line.bytes.allSatisfy({ $0 == 32 || $0 == 26 }) else { return }
    let place = Address(file: file, line: line.number, byte: line.byte)
    guard let record = CodaRecord(line) else {
      findings.add(CodaFindings.length(line.bytes.count, at: place))
      throw BankAccountBook.Stop()
    }
    guard !record.hasControlCharacter else {
      findings.add(CodaFindings.unknownRecord(at: place))
      throw BankAccountBook.Stop()
    }
    try take(record, at: place)
  }

  private func take(_ record: CodaRecord, at place: Address) throws {
    let kind = record.kind
    statement?.count(kind)
    switch kind {
    case "0": try begin(record, at: place)
    case "1": try takeOldBalance(record, at: place)
    case "21": try takeMovement(record, at: place)
    case "22": current?.continueText(record)
    case "23": current?.takeParty(record)
    case "31": isAddressNext = current?.takeInformation(record) ?? false
    case "32":
      if isAddressNext { current?.takeAddress(record) }
      isAddressNext = false
    case "33", "4": isAddressNext = false
    case "8": try takeNewBalance(record, at: place)
    case "9": try end(record, at: place)
    default:
      findings.add(CodaFindings.unknownRecord(at: place))
      throw BankAccountBook.Stop()
    }
  }

  /// Checks what can be checked at the end only, and hands on the book.
  func finish() throws {
    if let statement {
      findings.add(
        CodaFindings.incomplete(at: Address(file: file, line: statement.line)))
      return
    }
    if let firstLump { findings.add(StatementFindings.lumps(lumps, at: firstLump)) }
    for finding in try book.finish(format: CodaPass.format) { findings.add(finding) }
  }

  // MARK: Statements

  private func begin(_ record: CodaRecord, at place: Address) throws {
    guard statement == nil else { return try stop(CodaFindings.outOfPlace(at: place)) }
    guard record.raw(128...128) == "2" else { return try stop(CodaFindings.version(at: place)) }
    statement = CodaStatement(line: record.line)
  }

  private func takeOldBalance(_ record: CodaRecord, at place: Address) throws {
    guard statement != nil, statement?.account == nil else {
      return try stop(CodaFindings.outOfPlace(at: place))
    }
    guard let balance = record.signedCents(sign: 43, 44...58) else {
      return findings.add(BookFindings.malformedAmount(record.text(43...58), at: place))
    }
    let isDomestic = record.raw(2...2) == "0"
    let code = isDomestic ? record.text(19...21) : record.text(40...42)
    guard let currency = Currency(code) else {
      return findings.add(BankCSVFindings.currency(code, at: place))
    }
    if let finding = book.add(currency, at: place) { try stop(finding) }
    let account = isDomestic ? record.text(6...17) : record.text(6...39)
    guard !account.isEmpty else { return findings.add(BankCSVFindings.noAccount(at: place)) }
    let own =
      BankParty.iban(account) ?? (isDomestic ? BelgianAccount.iban(account) : nil) ?? account
    statement?.account = own
    statement?.opening = balance
    statement?.number = try book.add(account: own, holder: record.text(65...90))
    if let day = record.day(59...64) { statement?.first = day }
  }

  private func takeNewBalance(_ record: CodaRecord, at place: Address) throws {
    try endGroup()
    guard statement?.account != nil else { return try stop(CodaFindings.outOfPlace(at: place)) }
    guard let balance = record.signedCents(sign: 42, 43...57) else {
      return findings.add(BookFindings.malformedAmount(record.text(42...57), at: place))
    }
    statement?.closing = balance
    if let last = record.day(58...63) { statement?.last = last }
  }

  private func end(_ record: CodaRecord, at place: Address) throws {
    try endGroup()
    guard let done = statement else { return try stop(CodaFindings.outOfPlace(at: place)) }
    statement = nil
    for finding in done.findings(trailer: record, at: place) { findings.add(finding) }
    if let last = done.last { book.cover(done.first ?? last, last) }
  }

  // MARK: Movements

  private func takeMovement(_ record: CodaRecord, at place: Address) throws {
    isAddressNext = false
    guard statement?.number != nil else { return try stop(CodaFindings.outOfPlace(at: place)) }
    guard let amount = record.signedCents(sign: 32, 33...47) else {
      return findings.add(BookFindings.malformedAmount(record.text(32...47), at: place))
    }
    guard let date = record.day(116...121) ?? record.day(48...53) else {
      return findings.add(BookFindings.malformedDate(record.text(116...121), at: place))
    }
    let movement = CodaMovement(record, amount: amount, date: date)
    if movement.detail == "0000" {
      try endGroup()
      statement?.add(amount)
      group = CodaGroup(movement)
      current = movement
    } else {
      try endCurrent(before: movement, at: place)
      current = movement
    }
  }

  /// Puts away what was read last, because a detail of the same movement begins.
  private func endCurrent(before detail: CodaMovement, at place: Address) throws {
    guard let open = group, let done = current, open.movement.sequence == detail.sequence else {
      return try stop(CodaFindings.outOfPlace(at: place))
    }
    if done.detail == "0000" { group = CodaGroup(done) } else { group?.add(done) }
    if open.details.count > CodaPass.mostDetails {
      try stop(StatementFindings.batchTooLong(limit: CodaPass.mostDetails, at: place))
    }
  }

  /// Hands on a movement, once all its records were read.
  private func endGroup() throws {
    guard var done = group, let last = current else { return }
    group = nil
    current = nil
    if last.detail == "0000" { done = CodaGroup(last) } else { done.add(last) }
    let lines = done.lines
    let number = statement?.number ?? ""
    if lines.isLump {
      lumps += 1
      if firstLump == nil {
        firstLump = Address(
          file: file, line: done.movement.line, byte: done.movement.byte,
          ledger: "\(number)/\(done.movement.sequence)")
      }
    }
    for part in lines.parts {
      try book.add(
        BankAccountBook.Line(
          account: number, entry: done.movement.sequence, number: part.detail, date: part.date,
          amount: part.amount, party: part.party,
          text: part.text.map { String($0.prefix(CodaPass.longestText)) },
          place: (part.line, part.byte)))
    }
  }

  private func stop(_ finding: Finding) throws {
    findings.add(finding)
    throw BankAccountBook.Stop()
  }
}
