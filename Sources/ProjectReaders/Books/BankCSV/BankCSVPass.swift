import Foundation
import ImpactModel

/// One pass over the CSV export of a bank.
final class BankCSVPass {
  /// The byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let longestRecord = 1_000_000
  private static let longestText = 500

  var findings: FindingList
  private let file: String
  private let layout: BankLayout
  private var book: BankAccountBook
  private var balances = RunningBalances()
  private var same = SameLines()
  private var odd = OddFields()
  private var encodings = MixedEncodings()
  private var cutter: DelimitedCutter
  private var recordsBefore: Int
  /// How many fields the line before has.
  private var lastWidth = 0
  private var start: [UInt8]? = []

  init(file: String, layout: BankLayout, sink: any LedgerSink) {
    self.file = file
    self.layout = layout
    findings = FindingList(file: file)
    book = BankAccountBook(file: file, sink: sink)
    cutter = DelimitedCutter(separator: layout.profile.separator, quote: layout.profile.quote)
    recordsBefore = layout.linesBefore
  }

  /// The format, as readers know it.
  var format: String { "\(layout.profile.name) CSV" }

  /// Takes a part of the file.
  func take(_ part: Data) throws {
    var bytes = [UInt8](part)
    if start != nil {
      start = nil
      if bytes.starts(with: BankCSVPass.mark) {
        // A mark takes the place of a character, so that addresses count it.
        cutter.skip(BankCSVPass.mark.count)
        bytes.removeFirst(BankCSVPass.mark.count)
      }
    }
    try cutter.take(bytes) { try self.record($0) }
    guard cutter.length <= BankCSVPass.longestRecord else {
      findings.add(BankCSVFindings.recordTooLong(at: Address(file: file, line: cutter.openQuote)))
      throw BankAccountBook.Stop()
    }
  }

  /// Checks what can be checked at the end only, and hands on the book.
  func finish() throws {
    if let line = cutter.openQuote {
      findings.add(BankCSVFindings.openQuote(at: Address(file: file, line: line)))
      throw BankAccountBook.Stop()
    }
    try cutter.finish { record in
      if !record.isBlank, record.fields.count < lastWidth {
        let place = Address(file: file, line: record.line, byte: record.byte)
        findings.add(BankCSVFindings.cutLine(at: place))
      }
      try self.record(record)
    }
    let found = [balances.finding ?? same.finding, odd.finding, encodings.finding]
    for finding in try found.compactMap(\.self) + book.finish(format: format) {
      findings.add(finding)
    }
    if balances.isEmpty, book.lines > 0 {
      findings.add(BankCSVFindings.noBalance(at: Address(file: file)))
    }
  }

  private func record(_ record: DelimitedCutter.Record) throws {
    guard !record.isBlank else { return recordsBefore = max(0, recordsBefore - 1) }
    let place = Address(file: file, line: record.line, byte: record.byte)
    let cells = BankCSVPass.unwrapped(record, layout.profile)
    var fields: [String] = []
    for bytes in cells {
      switch TextDecoding.decode(Data(bytes), file: file) {
      case .success(let text): fields.append(text)
      case .failure(let failure): return findings.add(failure.finding.moved(to: place))
      }
    }
    guard recordsBefore == 0 else { return recordsBefore -= 1 }
    odd.add(cells, at: place)
    encodings.add(cells, at: place)
    lastWidth = record.fields.count
    if layout.profile.balanceAfter ?? layout.profile.balanceBefore == nil {
      same.add(cells, at: place)
    }
    guard layout.holds(fields) else {
      return findings.add(
        BankCSVFindings.columns(fields.count, expected: layout.width, at: place))
    }
    try line(fields, at: place, record)
  }

  private func line(
    _ fields: [String], at place: Address, _ record: DelimitedCutter.Record
  ) throws {
    let profile = layout.profile
    let dateText = layout.text(profile.date, in: fields)
    guard let date = profile.dateForm.day(dateText), date.canBeBooked else {
      return findings.add(BookFindings.malformedDate(dateText, at: place))
    }
    guard let amount = amount(fields, at: place) else { return }
    let account = layout.text(profile.account, in: fields)
    guard !account.isEmpty else {
      return findings.add(BankCSVFindings.noAccount(at: place))
    }
    guard let currency = currency(fields, at: place) else { return }
    if let finding = book.add(currency, at: place) {
      findings.add(finding)
      throw BankAccountBook.Stop()
    }
    balances.add(
      account: account, amount: amount,
      before: profile.cents(layout.text(profile.balanceBefore, in: fields)),
      after: profile.cents(layout.text(profile.balanceAfter, in: fields)), at: place)
    let reference = layout.text(profile.reference, in: fields)
    let own = BankParty.iban(account) ?? account
    let text = text(fields)
    try book.add(
      BankAccountBook.Line(
        account: try book.add(account: own),
        entry: reference.isEmpty ? String(record.line) : reference, date: date, amount: amount,
        isSalary: amount < 0 && profile.isWage(text ?? ""), party: party(fields), text: text,
        place: (record.line, record.byte)))
  }

  private func amount(_ fields: [String], at place: Address) -> Int64? {
    let profile = layout.profile
    let text = layout.text(profile.amount, in: fields)
    guard let cents = profile.cents(text) else {
      findings.add(BookFindings.malformedAmount(text, at: place))
      return nil
    }
    guard let direction = profile.direction else { return cents }
    let word = layout.text(direction, in: fields)
    guard let isIn = profile.isIn(word) else {
      findings.add(BookFindings.malformedSide(word, at: place))
      return nil
    }
    return isIn ? cents : 0 - cents
  }

  private func currency(_ fields: [String], at place: Address) -> Currency? {
    guard let column = layout.profile.currencyColumn else { return layout.profile.currency }
    let text = layout.text(column, in: fields)
    if let currency = Currency(text) { return currency }
    findings.add(BankCSVFindings.currency(text, at: place))
    return nil
  }

  private func party(_ fields: [String]) -> BankParty {
    let profile = layout.profile
    var party = BankParty()
    party.name = layout.text(profile.counterName, in: fields)
    let account = layout.text(profile.counterAccount, in: fields)
    // Some banks put a BIC before the account, in one field.
    party.iban = BankParty.iban(account)
    if let last = account.split(separator: " ").last, account.contains(" ") {
      party.iban = BankParty.iban(String(last)) ?? party.iban
    }
    party.hasBrokenAccount = party.iban == nil && IBANCheck.isBroken(account)
    let address = profile.addresses.map { layout.text($0, in: fields) }.filter { !$0.isEmpty }
    party.postcode = AddressText.postcode(in: address, country: nil)
    return party
  }

  private func text(_ fields: [String]) -> String? {
    let parts = layout.profile.descriptions.map { layout.text($0, in: fields) }
      .filter { !$0.isEmpty }
    let text = parts.joined(separator: " ").prefix(BankCSVPass.longestText)
    return text.isEmpty ? nil : String(text)
  }

  // MARK: Records

  /// The fields of a record; where a bank has put a whole record in quotes once more, those inside.
  static func unwrapped(
    _ record: DelimitedCutter.Record, _ profile: BankProfile
  ) -> [[UInt8]] {
    guard record.fields.count == 1, let only = record.fields.first,
      only.contains(profile.separator)
    else { return record.fields }
    var inner = DelimitedCutter(separator: profile.separator, quote: profile.quote)
    var fields = record.fields
    do {
      try inner.take(only) { fields = $0.fields }
      try inner.finish { fields = $0.fields }
    } catch {
      return record.fields
    }
    return fields
  }

  /// The text of a field, for recognising it.
  static func shown(_ bytes: [UInt8]) -> String {
    switch TextDecoding.decode(Data(bytes), file: "") {
    case .success(let text): text
    case .failure: ""
    }
  }
}

extension Finding {
  /// The same finding at another place.
  fileprivate func moved(to place: Address) -> Finding {
    Finding(code, severity, message, help: help, at: place)
  }
}
