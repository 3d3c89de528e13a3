import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct InvoiceTests {
  @Test func `an invoice gives its lines, its charges and its tax`() throws {
    let text = Invoices.text()
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.reading.format == "UBL 2.1 invoice (NLCIUS)")
    #expect(read.sink.lines.map(\.account) == ["net", "net", "charges", "vat"])
    #expect(read.sink.lines.map(\.debit) == [10_000, -1_000, 500, 855])
    #expect(read.sink.lines.map(\.text) == ["Brood", "Korting", nil, nil])
    #expect(read.sink.lines.map(\.project) == ["KANTINE", "ZAAL", "KANTINE", "KANTINE"])
    #expect(read.sink.lines[1].byte == byte(of: "<cac:InvoiceLine>", nth: 2, in: text))
    #expect(read.sink.lines[0].address.ledger == "invoice/F-17/1")
    let book = try #require(read.sink.books.first)
    #expect(book.form == .invoices)
    #expect(book.company == "Buurtbedrijf (fictief)")
    #expect(book.first == Day(year: 2025, month: 2, day: 3))
    #expect(book.last == book.first)
  }

  @Test func `the seller has its numbers, account and own place, never that of the delivery`()
    throws
  {
    let read = try ReadBook(Invoices.text())
    #expect(
      read.sink.parties == [
        LedgerParty(
          book: "books/file", id: "seller", name: "Buurtbakker (fictief)",
          commerceNumber: "00000003", taxNumber: "NL000000000B00", postcode: "9999XB",
          country: "NL", iban: "NL00WIJK0000000003", registerCode: "0106"),
        LedgerParty(
          book: "books/file", id: "buyer", name: "Buurtbedrijf (fictief)",
          commerceNumber: "0000000097", taxNumber: nil, postcode: "9000", country: "BE",
          registerCode: "0208"),
      ])
    #expect(Set(read.sink.lines.map(\.party)) == ["seller"])
  }

  @Test func `a credit note counts against the cost`() throws {
    let read = try ReadBook(
      Invoices.text(isCredit: true, profile: "urn:fdc:peppol.eu:2017:poacc:billing:3.0"))
    #expect(read.codes == [])
    #expect(read.reading.format == "UBL 2.1 credit note (Peppol BIS 3.0)")
    #expect(read.sink.lines.map(\.debit) == [-10_000, 1_000, -500, -855])
  }

  @Test(arguments: [
    ("EUR\">100</cbc:Line", "EUR\">101</cbc:Line", "LineExtensionAmount"),
    (">95.00</cbc:TaxExclusive", ">96.00</cbc:TaxExclusive", "TaxExclusiveAmount"),
    (">100.00</cbc:Payable", ">103.55</cbc:Payable", "PayableAmount"),
  ])
  func `a total that does not follow is named`(good: String, bad: String, name: String) throws {
    let read = try ReadBook(Invoices.text().replacing(good, with: bad))
    #expect(read.codes == ["ledger.totals"])
    #expect(read.reading.findings.first?.message.english.contains(name) == true)
  }

  /// The same invoice by a program that does not claim EN 16931.
  private static let plain = Invoices.text().replacing(
    "urn:cen.eu:en16931:2017#compliant#", with: "")

  @Test func `of an invoice in UBL alone the total with tax may have the rounding within it`()
    throws
  {
    let rounded = Self.plain.replacing(
      ">103.55</cbc:TaxInclusive", with: ">103.60</cbc:TaxInclusive"
    )
    .replacing(
      "<cbc:PayableAmount currencyID=\"EUR\">100.00",
      with: "<cbc:PayableRoundingAmount currencyID=\"EUR\">0.05</cbc:PayableRoundingAmount>"
        + "<cbc:PayableAmount currencyID=\"EUR\">100.05")
    let read = try ReadBook(rounded)
    #expect(read.codes == [])
    #expect(read.sink.lines.map(\.debit).reduce(0, +) == 10_360)
    let wrong = try ReadBook(rounded.replacing(">100.05<", with: ">100.06<"))
    #expect(wrong.codes == ["ledger.totals"])
    let claimed = try ReadBook(
      rounded.replacing("urn:fdc:nen.nl", with: "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl"))
    #expect(claimed.codes == ["ledger.totals"])
  }

  @Test func `an invoice in UBL alone may leave out its currency and all totals but the last`()
    throws
  {
    let currency = "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
    let bare = Self.plain.replacing(currency, with: "")
      .replacing(
        "<cbc:LineExtensionAmount currencyID=\"EUR\">90.00</cbc:LineExtensionAmount>", with: ""
      )
      .replacing(
        "<cbc:TaxExclusiveAmount currencyID=\"EUR\">95.00</cbc:TaxExclusiveAmount>", with: "")
    let read = try ReadBook(bare)
    #expect(read.codes == [])
    #expect(read.sink.books.map(\.currency) == [.euro])
    #expect(read.sink.lines.map(\.debit) == [10_000, -1_000, 500, 855])
    for (good, bad) in [(">100.00</cbc:Payable", ">100.01</cbc:Payable"), ("Monetary", "Money")] {
      #expect(try ReadBook(bare.replacing(good, with: bad)).codes == ["ledger.totals"])
    }
    let mixed = try ReadBook(bare.replacing("\"EUR\">-10.00", with: "\"USD\">-10.00"))
    #expect(mixed.codes == ["ledger.mixed_currencies"])
    let unnamed = try ReadBook(
      bare.replacing(" currencyID=\"EUR\"", with: "")
        .replacing(" currencyID=\"SEK\"", with: ""))
    #expect(unnamed.codes == ["ledger.missing_element"])
  }

  @Test(arguments: [
    ("EUR\">100</cbc:Line", "EUR\">1e2</cbc:Line", "ledger.malformed_amount"),
    ("EUR\">100</cbc:Line", "USD\">100</cbc:Line", "ledger.mixed_currencies"),
    ("2025-02-03", "3-2-2025", "ledger.malformed_date"),
    ("2025-02-03", "9999-02-03", "ledger.malformed_date"),
    (
      "<cac:Item><cbc:Name>Brood", "<cac:InvoiceLine/><cac:Item><cbc:Name>Brood",
      "ledger.nested_element"
    ),
    (">380<", ">381<", "ledger.type_code"),
    ("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "", "ledger.missing_element"),
    (Invoices.seller, "", "ledger.missing_element"),
  ])
  func `a damaged invoice is one finding`(good: String, bad: String, code: String) throws {
    let read = try ReadBook(Invoices.text().replacing(good, with: bad))
    #expect(read.codes == [code])
    #expect(!read.reading.isSound)
  }

  @Test func `an invoice gives its number, and the number of its buyer`() throws {
    let book = try #require(try ReadBook(Invoices.text()).sink.books.first)
    #expect(book.document == "F-17")
    #expect(book.number == "0000000097")
  }
}
