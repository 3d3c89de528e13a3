import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// Damage that leaves a file readable: it must be told where anything in the file tells of it.
@Suite struct DamagedTextTests {
  private static let head = "Datum,Rentedatum,Bedrag,Rekening,Tegenrekening,Naam,Omschrijving\n"

  private static func line(
    account: String = "NL00WIJK0000000002", name: String = "Bakker Zoë", text: String = "Brood",
    cents: String = "86"
  ) -> String {
    "2025-06-01,2025-06-01,\"-83,\(cents)\",NL00BUNQ0000000001,\(account),\(name),\(text)\n"
  }

  @Test func `a table without balances says that a missing line does not show`() throws {
    let without = try ReadBook(Self.head + Self.line())
    #expect(without.allCodes == ["ledger.no_balance"])
    #expect(without.reading.findings.first?.severity == .note)
    #expect(without.reading.isSound)
    let with = try ReadBook(
      "02-01-2025,NL00ASNB0000000001,NL00RABO0000000002,K,,,,EUR,200.00,EUR,300.00,"
        + "02-01-2025,02-01-2025,1,O,1,,'Huur, januari',3\n")
    #expect(with.allCodes == [])
    #expect(try ReadBook(Self.head).allCodes == ["ledger.no_lines"])
  }

  @Test(arguments: [
    // Too short, too long, letters among the digits, digits in the bank, marks and accents.
    ("NL00WIJK000000002", true), ("NL00WIJK00000000022", true), ("NL00WIJK00000O0002", true),
    ("NL00WI2K0000000002", true), ("NL00WIJK0000<00002", true), ("NL00WIJKË000000002", true),
    ("N100WIJK0000000002", true), ("BE0000000000002", true), ("BE68WIJK00000002", true),
    ("GB00WIJK0000000000000", true),
    // Spaces and small letters, another land, a savings account, an old number, none.
    ("nl00 wijk 0000 0000 02", false), ("DE00000000000000000002", false),
    ("N 123-45678", false), ("D12345678", false), ("123456789", false), ("", false),
    ("GB00WIJK00000000000002", false), ("BE00000000000002", false),
  ])
  func `an account number that no account can have is a note`(account: String, isWrong: Bool) throws
  {
    let read = try ReadBook(Self.head + Self.line() + Self.line(account: account, name: "Smid"))
    #expect(read.codes == (isWrong ? ["ledger.account_form"] : []))
    #expect(
      read.reading.findings.first { $0.code == "ledger.account_form" }?.address?.line
        == (isWrong ? 3 : nil))
    #expect(read.sink.lines.count == 2)
  }

  @Test func `an account number in a statement must be an IBAN`() throws {
    let text = Statements.month(version: 2)
    let read = try ReadBook(text.replacing("NL00WIJK0000000002", with: "NL00_WIJK0000000002"))
    #expect(read.codes.filter { $0.hasPrefix("ledger.account") } == ["ledger.account_form"])
    #expect(read.reading.findings.first { $0.code == "ledger.account_form" }?.address?.line == 9)
  }

  @Test(arguments: [
    ("Bakker Zoe", true), ("Baker Zoë", true), ("Bakkker Zoë", true), ("BAKKER ZOË", false),
    ("Bakker Zoë 2", false), ("Slager Jan", false), ("", false), ("Bakker. Zoë.", false),
    ("Bakker-Zoë", false),
  ])
  func `one account under two nearly equal names is a note`(name: String, isNear: Bool) throws {
    let read = try ReadBook(
      Self.head + Self.line() + Self.line(name: name, cents: "87"))
    #expect(read.codes == (isNear ? ["ledger.similar_parties"] : []))
    #expect(read.sink.lines.count == 2)
  }

  // The check digits of the first two are right, of which no bank has the code; of the third wrong.
  @Test(arguments: [("NL96WIJK0000000008", false), ("NL91WIJK0000000008", true)])
  func `two accounts whose check digits are right are two accounts, however near`(
    account: String, isNear: Bool
  ) throws {
    let read = try ReadBook(
      Self.head + Self.line(account: "NL91WIJK0000000001")
        + Self.line(account: account, cents: "87"))
    #expect(read.codes.contains("ledger.similar_parties") == isNear)
    #expect(read.codes.contains("ledger.account_check_digits") == isNear)
  }

  @Test(arguments: [
    ("NL00WIJK0000000003", true), ("NL00WIJK0000000033", true), ("NL00WIJK0000000333", false),
    ("NL00WIJK0000000002", false), ("DE00000000000000000002", false),
  ])
  func `one name with two nearly equal accounts is a note`(account: String, isNear: Bool) throws {
    let read = try ReadBook(Self.head + Self.line() + Self.line(account: account, cents: "87"))
    #expect(read.codes == (isNear ? ["ledger.similar_parties"] : []))
  }

  @Test func `a text in another encoding than the others is a warning at its line`() throws {
    let utf8 = Array((Self.head + Self.line() + Self.line(cents: "87")).utf8)
    let latin = Array(
      try #require(Self.line(name: "Café", cents: "88").data(using: .isoLatin1)))
    let read = try ReadBook(utf8 + latin)
    #expect(read.codes == ["ledger.mixed_encodings"])
    #expect(read.reading.findings.first?.address?.line == 4)
    #expect(read.sink.parties.map(\.name) == ["Bakker Zoë", "Café"])
    #expect(try ReadBook(utf8).codes == [])
    #expect(try ReadBook(Array(Self.head.utf8) + latin).codes == [])
  }

  // ë as UTF-7 writes it (RFC 2152), and as UTF-8 that was read as Windows-1252 and written again.
  @Test(arguments: [
    ("Zo+AOs-", true), ("Zo+AOs 3", true), ("A+AMS4", false), ("C+BOs 1", false), ("ZoÃ«", true),
    ("Zoë", false), ("1+1-A", false), ("+A", false),
  ])
  func `a letter that went through another encoding is a warning`(name: String, isOdd: Bool) throws
  {
    let read = try ReadBook(Self.head + Self.line(name: name))
    #expect(read.codes == (isOdd ? ["ledger.odd_text"] : []))
  }

  @Test func `an odd character in the name of a party of a statement is a warning`() throws {
    let text = Statements.month(version: 8)
    let read = try ReadBook(text.replacing("Supplies", with: "Sup\u{FEFF}plies"))
    #expect(Set(read.codes).subtracting(try ReadBook(text).codes) == ["ledger.odd_text"])
    #expect(read.reading.findings.first { $0.code == "ledger.odd_text" }?.address?.line == 16)
  }

  @Test func `a last line that lacks columns and its line end was cut off`() throws {
    let line =
      "\"20250503\",\"Hr X\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"15,00\",\"Online\",\"x\","
      + "\"\"\n"
    let head =
      "\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Code\",\"Af Bij\","
      + "\"Bedrag (EUR)\",\"MutatieSoort\",\"Mededelingen\",\"Tag\"\n"
    let other = line.replacing("15,", with: "16,")
    #expect(try ReadBook(head + line + other).codes == [])
    #expect(try ReadBook(head + line + other.dropLast()).codes == [])
    #expect(try ReadBook(head + line + other + " ").codes == [])
    let cut = try ReadBook(head + line + other.dropLast(4))
    #expect(cut.codes == ["ledger.truncated"])
    #expect(cut.reading.findings.first?.address?.line == 3)
    #expect(cut.sink.lines.count == 2)
  }

  // 1234567890 is 2 modulo 97, as in the example of the Belgian banks; 970 is 0, for which 97 stands.
  @Test(arguments: [
    ("+++123/4567/89002+++", false), ("Factuur +++123/4567/89002+++ dank", false),
    ("+++000/0000/97097+++", false), ("+++123/4567/89003+++", true),
    ("+++123/4576/89002+++", true), ("+++000/0000/97000+++", true), ("+++123/4567/8900", false),
    ("+++", false),
  ])
  func `a Belgian reference whose check digits are wrong is a note`(text: String, isWrong: Bool)
    throws
  {
    let read = try ReadBook(Self.head + Self.line(text: text))
    #expect(read.codes == (isWrong ? ["ledger.reference_check_digits"] : []))
    #expect(read.sink.lines.map(\.text) == [text])
  }

  @Test func `a changed digit in a structured reference of CODA is a note`() throws {
    #expect(try ReadBook(CodaFiles.text).codes.contains("ledger.reference_check_digits") == false)
    let changed = CodaFiles.text.replacing("101123456789002", with: "101123456798002")
    #expect(try ReadBook(changed).codes.contains("ledger.reference_check_digits"))
  }
}
