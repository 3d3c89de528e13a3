import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct CodaTests {
  @Test func `a statement gives its movements, never a total and its details both`() throws {
    let read = try ReadBook(CodaFiles.text)
    #expect(read.codes == [])
    #expect(read.reading.format == "CODA version 2")
    #expect(
      read.sink.lines.map { $0.debit - $0.credit } == [
        -10_900, 25_000, -3_500, -2_500, 10_000, 12_000, 4_000,
      ])
    #expect(
      read.sink.lines.map(\.address.ledger) == [
        "1/0001/0000", "1/0002/0000", "1/0003/0001", "1/0003/0002", "1/0004/0001", "1/0004/0003",
        "1/0004/0004",
      ])
    let book = try #require(read.sink.books.first)
    #expect(book.company == "BUURTBEDRIJF (FICTIEF)")
    #expect(book.form == .bank)
    #expect(book.first == Day(year: 2025, month: 2, day: 1))
    #expect(book.last == Day(year: 2025, month: 2, day: 28))
    #expect(read.sink.accounts.map(\.iban) == ["BE00000000000001"])
  }

  @Test func `a movement gives its party with the postcode, and its text`() throws {
    let read = try ReadBook(CodaFiles.text)
    let baker = try #require(read.parties[0])
    #expect(baker.name == "BUURTBAKKER")
    #expect(baker.iban == "BE00000000000003")
    #expect(baker.postcode == "9000")
    #expect(
      read.sink.lines[0].text
        == "FACTUUR 17 " + String(repeating: "X", count: 42) + "VERVOLG")
    #expect(read.sink.lines[1].text == "+++123/4567/89002+++")
    #expect(read.sink.lines[0].line == 3)
    #expect(read.sink.lines[0].byte == 2 * 130)
    #expect(read.parties[2]?.name == "EEN")
    #expect(read.parties[3] == nil)
  }

  @Test func `details that do not add up leave the movement whole`() throws {
    let text = CodaFiles.text.replacing(
      "1" + CodaFiles.amount(2_500), with: "1" + CodaFiles.amount(2_400))
    let read = try ReadBook(text)
    #expect(read.codes == ["ledger.lump"])
    #expect(read.sink.lines.map { $0.debit - $0.credit }.prefix(3) == [-10_900, 25_000, -6_000])
    #expect(read.reading.findings.first?.address?.line == 10)
  }

  @Test
  func
    `details against the direction of the movement leave it whole, as the last record totals it`()
    throws
  {
    let out = "1" + CodaFiles.amount(3_500)
    let text = CodaFiles.text.replacing(out, with: "1" + CodaFiles.amount(8_500))
      .replacing("1" + CodaFiles.amount(2_500), with: "0" + CodaFiles.amount(2_500))
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.sink.lines.map { $0.debit - $0.credit }.prefix(3) == [-10_900, 25_000, -6_000])
    #expect(read.sink.lines.map(\.credit).reduce(0, +) == 16_900)
    #expect(read.sink.lines.map(\.debit).reduce(0, +) == 51_000)
  }

  // 539-0075470-34 is BE68 5390 0754 7034, the example of the registry of IBANs for Belgium.
  @Test(arguments: [("539007547034", "BE68539007547034"), ("539007547035", nil)])
  func `an account of before IBAN is the same account where its own check digits are right`(
    account: String, iban: String?
  ) throws {
    var records = CodaFiles.records
    records[1] = CodaFiles.record(
      (1, "10042"), (6, account), (19, "EUR"), (43, "0"), (44, CodaFiles.amount(100_000)),
      (59, "010225"), (65, "BUURTBEDRIJF (FICTIEF)"))
    let read = try ReadBook(records.joined(separator: "\r\n") + "\r\n")
    #expect(read.codes == [])
    #expect(read.sink.accounts.map(\.iban) == [iban])
    #expect(read.sink.lines.count == 7)
  }

  @Test func `parts under a part that does not add up leave that part`() throws {
    let text = CodaFiles.text.replacing(CodaFiles.amount(12_000), with: CodaFiles.amount(11_000))
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.sink.lines.suffix(2).map(\.debit) == [10_000, 16_000])
  }

  @Test func `a balance that the movements do not explain is said`() throws {
    let text = CodaFiles.text.replacing(CodaFiles.amount(134_100), with: CodaFiles.amount(134_200))
    let read = try ReadBook(text)
    #expect(read.codes == ["ledger.balance"])
    #expect(read.reading.isSound)
  }

  @Test(arguments: [
    ("000018", "000017"), (CodaFiles.amount(16_900), CodaFiles.amount(16_901)),
    (CodaFiles.amount(51_000), CodaFiles.amount(50_000)),
  ])
  func `a trailer that does not fit is an error`(good: String, bad: String) throws {
    let read = try ReadBook(CodaFiles.text.replacing(good, with: bad))
    #expect(read.codes == ["ledger.totals"])
    #expect(read.reading.findings.first?.address?.line == 21)
  }

  @Test func `two statements of one file are both read`() throws {
    let read = try ReadBook(CodaFiles.text + CodaFiles.text)
    #expect(read.codes == [])
    #expect(read.sink.lines.count == 14)
    #expect(read.sink.accounts.count == 1)
  }

  @Test func `a lost record, a short line and a cut file are each said`() throws {
    var lost = CodaFiles.records
    lost.remove(at: 1)
    #expect(try ReadBook(lost.joined(separator: "\n")).codes == ["ledger.record_order"])
    var short = CodaFiles.records
    short[4].removeLast()
    let read = try ReadBook(short.joined(separator: "\n"))
    #expect(read.codes == ["ledger.record_length"])
    #expect(read.reading.findings.first?.address?.line == 5)
    let cut = CodaFiles.records.dropLast().joined(separator: "\n")
    #expect(try ReadBook(cut).codes == ["ledger.truncated"])
  }

  @Test func `version 1 is not read`() throws {
    let header = CodaFiles.record((1, "00000"), (6, "040225"), (128, "1"))
    #expect(try ReadBook(header + "\n").codes == ["ledger.not_yet_read"])
  }

  @Test func `a name in Latin-1 and in UTF-8 is the same name`() throws {
    let text = CodaFiles.text.replacing("KLANT", with: "KLÀNT")
    let latin = try #require(text.data(using: .isoLatin1))
    #expect(try ReadBook(Array(latin)).parties[1]?.name == "KLÀNT")
    #expect(try ReadBook(text).parties[1]?.name == "KLÀNT")
  }
}
