import ImpactModel
import LibXML2

/// One pass over an invoice or a credit note in UBL.
///
/// The seller is the party of all its lines, the buyer the company; whose purchase it is shows when
/// either is known to be the project's organisation. A credit note's amounts are negative costs.
final class InvoicePass {
  private static let longestText = 500
  private static let accounts: [(id: String, name: String, kind: LedgerAccount.Kind)] = [
    ("net", "Net amount of the lines", .profitAndLoss),
    ("charges", "Charges less allowances", .profitAndLoss), ("vat", "VAT", .balance),
    ("rounding", "Rounding", .profitAndLoss),
  ]

  private struct Line {
    var id = ""
    var amount: Int64?
    var name: String?
    var accounting: String?
    var hasFault = false
    let position: XMLStreamPosition
  }

  var findings: FindingList
  private let file: String
  private let sink: any LedgerSink
  private var root = Address(file: "")
  private var position = XMLStreamPosition(line: 1, byte: 0)
  private var isCredit = false
  private var profile: String?
  /// Whether the invoice says that it follows EN 16931, which asks for more than UBL does.
  private var isEuropean = false
  private var path: [String] = []
  private var leaf = ""
  private var attributes: [XMLStreamElement.Attribute] = []

  private var number = ""
  private var date: Day?
  private var currency: Currency?
  private var project: String?
  private var accounting: String?
  private var seller = InvoiceParty()
  private var buyer = InvoiceParty()
  private var line: Line?
  private var totals = InvoiceTotals()
  private var canCheckTotals = true
  private var isOpen = false

  init(file: String, sink: any LedgerSink) {
    self.file = file
    self.sink = sink
    findings = FindingList(file: file)
  }

  /// The format with the profile that the invoice names.
  var format: String {
    (isCredit ? "UBL 2.1 credit note" : "UBL 2.1 invoice") + (profile.map { " (\($0))" } ?? "")
  }

  /// Takes one event of the file.
  func take(_ event: XMLStreamEvent, at parser: XMLStreamParser) throws {
    switch event {
    case .start(let element):
      if path.isEmpty {
        isCredit = element.name == "CreditNote"
        position = parser.position
        root = address(position)
      }
      if path.count == 1, ["InvoiceLine", "CreditNoteLine"].contains(element.name) {
        line = Line(position: parser.position)
      } else if line != nil, ["InvoiceLine", "CreditNoteLine"].contains(element.name) {
        fault(BookFindings.nested(element.name, at: address(parser.position)))
      }
      attributes = element.attributes
      path.append(element.name)
      leaf = ""
    case .text(let text): leaf += text
    case .end(let name):
      path.removeLast()
      try end(name, at: parser)
      leaf = ""
    }
  }

  /// Checks what can be checked at the end only, and hands on the tax and the book.
  func finish() throws {
    guard let date, let currency, isOpen else {
      let missing = date == nil ? "IssueDate" : currency == nil ? "DocumentCurrencyCode" : "lines"
      if canCheckTotals { findings.add(BookFindings.missing(missing, at: root)) }
      return
    }
    if canCheckTotals { checkTotals() }
    for (account, amount) in totals.besides {
      try add(account, amount, number: account, text: nil, date: date, at: position)
    }
    let buyer = buyer.party(book: file, id: "buyer")
    try sink.open(
      LedgerBook(
        file: file, company: buyer.name, currency: currency, first: date, last: date,
        form: .invoices, format: format, number: buyer.commerceNumber, taxNumber: buyer.taxNumber,
        document: number))
  }

  private func checkTotals() {
    guard let wrong = totals.contradicted(asEuropean: isEuropean) else {
      return findings.add(BookFindings.overflow(at: root))
    }
    if !wrong.isEmpty { findings.add(InvoiceFindings.totals(wrong, at: root)) }
  }

  // MARK: Elements that close

  private func end(_ name: String, at parser: XMLStreamParser) throws {
    let parent = path.last ?? ""
    if path.count == 1, let done = line, name.hasSuffix("Line") {
      line = nil
      return try endLine(done)
    }
    let text = leaf.trimmingSpaces()
    guard !text.isEmpty else { return }
    switch path.dropFirst().first {
    case nil: endDocumentPart(name, text, at: parser)
    case "AccountingSupplierParty": takeParty(name, parent, text, into: &seller)
    case "AccountingCustomerParty": takeParty(name, parent, text, into: &buyer)
    case "PaymentMeans":
      if parent == "PayeeFinancialAccount", name == "ID" { seller.iban = BankParty.iban(text) }
    case "ProjectReference": if name == "ID", path.count == 2 { project = text }
    case "TaxTotal": if name == "TaxAmount", path.count == 2 { takeTax(text, at: parser) }
    case "LegalMonetaryTotal":
      totals.stated[name] = amount(text, at: parser)
    case "InvoiceLine", "CreditNoteLine": endLinePart(name, parent, text, at: parser)
    default: break
    }
  }

  private func endDocumentPart(_ name: String, _ text: String, at parser: XMLStreamParser) {
    switch name {
    case "CustomizationID":
      let text = text.lowercased()
      isEuropean = text.contains("en16931")
      profile =
        text.contains("nlcius")
        ? "NLCIUS" : text.contains("poacc:billing:3.0") ? "Peppol BIS 3.0" : nil
    case "ID": number = text
    case "IssueDate":
      date = Day(iso: text).flatMap { $0.canBeBooked ? $0 : nil }
      if date == nil { fault(BookFindings.malformedDate(text, at: address(parser.position))) }
    case "DocumentCurrencyCode":
      currency = Currency(text)
      if currency == nil { fault(BankCSVFindings.currency(text, at: address(parser.position))) }
    case "AccountingCost": accounting = text
    case "InvoiceTypeCode":
      if text == "381" { fault(InvoiceFindings.creditAsInvoice(at: address(parser.position))) }
    default: break
    }
  }

  private func takeParty(
    _ name: String, _ parent: String, _ text: String, into party: inout InvoiceParty
  ) {
    let scheme = attributes.first { $0.name == "schemeID" }?.value
    party.take(name, in: parent, around: path.dropLast().last ?? "", text, scheme: scheme)
  }

  /// The tax in the currency of the invoice; it may be there in that of the seller's state too.
  private func takeTax(_ text: String, at parser: XMLStreamParser) {
    takeCurrencyOfAmount()
    guard statedCurrency == nil || statedCurrency == currency else { return }
    totals.tax = amount(text, at: parser)
  }

  private func endLinePart(
    _ name: String, _ parent: String, _ text: String, at parser: XMLStreamParser
  ) {
    switch (path.count, name) {
    case (2, "ID"): line?.id = text
    case (2, "LineExtensionAmount"):
      let amount = amount(text, at: parser)
      line?.amount = amount
      line?.hasFault = amount == nil
    case (2, "AccountingCost"): line?.accounting = text
    case (3, "Name") where parent == "Item":
      line?.name = String(text.prefix(InvoicePass.longestText))
    default: break
    }
  }

  private func endLine(_ line: Line) throws {
    let place = address(line.position)
    guard let amount = line.amount else {
      if !line.hasFault { fault(BookFindings.missing("LineExtensionAmount", at: place)) }
      return
    }
    guard let date else { return }
    try openParties()
    totals.add(amount)
    try add(
      "net", amount, number: line.id.isEmpty ? String(totals.lineCount) : line.id,
      text: line.name, project: line.accounting, date: date, at: line.position)
  }

  /// Hands on accounts and parties, which come before the first line.
  private func openParties() throws {
    guard !isOpen else { return }
    isOpen = true
    if !seller.isNamed { fault(BookFindings.missing("AccountingSupplierParty", at: root)) }
    for account in InvoicePass.accounts {
      try sink.add(
        LedgerAccount(book: file, id: account.id, name: account.name, kind: account.kind))
    }
    try sink.add(seller.party(book: file, id: "seller"))
    try sink.add(buyer.party(book: file, id: "buyer"))
  }

  private func add(
    _ account: String, _ amount: Int64, number line: String, text: String?,
    project ownProject: String? = nil, date: Day, at position: XMLStreamPosition
  ) throws {
    try sink.add(
      LedgerLine(
        book: file, journal: "invoice", kind: .purchase, transaction: number, number: line,
        account: account, party: "seller", project: project ?? ownProject ?? accounting,
        date: date, debit: isCredit ? 0 - amount : amount, credit: 0, byte: position.byte,
        line: position.line, text: text))
  }

  // MARK: Values

  private var statedCurrency: Currency? {
    attributes.first { $0.name == "currencyID" }.flatMap { Currency($0.value) }
  }

  /// Takes the currency of the first amount where the invoice names none, as UBL allows it.
  private func takeCurrencyOfAmount() {
    if currency == nil, !isEuropean { currency = statedCurrency }
  }

  /// An amount in the currency of the invoice.
  private func amount(_ text: String, at parser: XMLStreamParser) -> Int64? {
    let place = address(parser.position)
    takeCurrencyOfAmount()
    guard let cents = XMLAmount.cents(text), XMLAmount.possible.contains(cents) else {
      fault(BookFindings.malformedAmount(text, at: place))
      return nil
    }
    if let stated = statedCurrency, let currency, stated != currency {
      fault(BookFindings.mixedCurrencies(currency.code, stated.code, at: place))
      return nil
    }
    return cents
  }

  private func fault(_ finding: Finding) {
    canCheckTotals = false
    findings.add(finding)
  }

  private func address(_ position: XMLStreamPosition) -> Address {
    Address(file: file, line: position.line, byte: position.byte)
  }
}
