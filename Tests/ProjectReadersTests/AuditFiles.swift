import Foundation
import ImpactModel
import TestSupport

/// Audit files for the tests, made up from nothing.
enum AuditFiles {
  /// A small set of books: two purchases, one of them with its credit note, and a bank payment.
  static func text(encoding: String = "UTF-8", city: String = "Voorbeeldstad") -> String {
    """
    <?xml version="1.0" encoding="\(encoding)"?>
    <auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
      <header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate><curCode>EUR</curCode><dateCreated>2026-01-10</dateCreated></header>
      <company><companyName>Buurtbedrijf (fictief)</companyName><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>NL000000000B00</taxRegIdent>
        <streetAddress><postalCode>1111AA</postalCode></streetAddress>
        <customersSuppliers>
          <customerSupplier><custSupID>S001</custSupID><custSupName>Buurtbakker (fictief)</custSupName><commerceNr>00000000</commerceNr><taxRegIdent>NL000000000B00</taxRegIdent><custSupTp>S</custSupTp><streetAddress><streetname>Ovenstraat</streetname><number>7</number><city>\(city)</city><postalCode>9999AB</postalCode><country>NL</country></streetAddress><postalAddress><postalCode>8888XX</postalCode></postalAddress><customerSupplierHistory><customerSupplier><custSupID>S000</custSupID><custSupName>Oude bakker</custSupName></customerSupplier></customerSupplierHistory></customerSupplier>
          <customerSupplier><custSupID>S002</custSupID><custSupName>Drukker</custSupName><postalAddress><postalCode>9998AA</postalCode></postalAddress></customerSupplier>
        </customersSuppliers>
        <generalLedger>
          <ledgerAccount><accID>1100</accID><accDesc>Bank</accDesc><accTp>B</accTp></ledgerAccount>
          <ledgerAccount><accID>1600</accID><accDesc>Crediteuren</accDesc><accTp>B</accTp></ledgerAccount>
          <ledgerAccount><accID>4400</accID><accDesc>Kantinekosten</accDesc><accTp>P</accTp></ledgerAccount>
          <ledgerAccount><accID>4500</accID><accDesc>Drukwerk</accDesc><accTp>P</accTp></ledgerAccount>
        </generalLedger>
        <transactions><linesCount>9</linesCount><totalDebit>409.05</totalDebit><totalCredit>409.05</totalCredit>
          <journal><jrnID>INK</jrnID><desc>Inkoop</desc><jrnTp>P</jrnTp>
            <transaction><nr>1</nr><periodNumber>1</periodNumber><trDt>2025-01-15</trDt>
              <trLine><nr>1</nr><accID>4400</accID><docRef>F-17</docRef><effDate>2025-01-15</effDate><amnt>100.00</amnt><amntTp>D</amntTp><projID>KANTINE</projID></trLine>
              <trLine><nr>2</nr><accID>1600</accID><docRef>F-17</docRef><effDate>2025-01-15</effDate><amnt>100.00</amnt><amntTp>C</amntTp><custSupID>S001</custSupID></trLine></transaction>
            <transaction><nr>2</nr><periodNumber>1</periodNumber><trDt>2025-01-20</trDt>
              <trLine><nr>1</nr><accID>4400</accID><docRef>F-18</docRef><effDate>2025-01-20</effDate><amnt>-20.00</amnt><amntTp>D</amntTp><projID>KANTINE</projID></trLine>
              <trLine><nr>2</nr><accID>1600</accID><docRef>F-18</docRef><effDate>2025-01-20</effDate><amnt>-20</amnt><amntTp>C</amntTp><custSupID>S001</custSupID></trLine></transaction>
            <transaction><nr>3</nr><periodNumber>2</periodNumber><trDt>2025-02-03</trDt>
              <trLine><nr>1</nr><accID>4400</accID><docRef>F-19</docRef><effDate>2025-02-03</effDate><amnt>49.05</amnt><amntTp>D</amntTp></trLine>
              <trLine><nr>2</nr><accID>4500</accID><docRef>F-19</docRef><effDate>2025-02-03</effDate><amnt>200.00</amnt><amntTp>D</amntTp><custSupID>S002</custSupID></trLine>
              <trLine><nr>3</nr><accID>1600</accID><docRef>F-19</docRef><effDate>2025-02-03</effDate><amnt>249.05</amnt><amntTp>C</amntTp><custSupID>S001</custSupID></trLine></transaction>
          </journal>
          <journal><jrnID>BNK</jrnID><desc>Bank</desc><jrnTp>B</jrnTp>
            <transaction><nr>1</nr><periodNumber>3</periodNumber><trDt>2025-03-01</trDt>
              <trLine><nr>1</nr><accID>1600</accID><docRef>B-1</docRef><effDate>2025-03-01</effDate><amnt>80.00</amnt><amntTp>D</amntTp><custSupID>S001</custSupID></trLine>
              <trLine><nr>2</nr><accID>1100</accID><docRef>B-1</docRef><effDate>2025-03-01</effDate><amnt>80.00</amnt><amntTp>C</amntTp></trLine></transaction>
          </journal>
        </transactions>
      </company>
    </auditfile>

    """
  }
}

/// Keeps all that a reader hands on.
final class CollectingSink: LedgerSink {
  var books: [LedgerBook] = []
  var accounts: [LedgerAccount] = []
  var parties: [LedgerParty] = []
  var lines: [LedgerLine] = []

  func open(_ book: LedgerBook) throws { books.append(book) }
  func add(_ account: LedgerAccount) throws { accounts.append(account) }
  func add(_ party: LedgerParty) throws { parties.append(party) }
  func add(_ line: LedgerLine) throws { lines.append(line) }
}
