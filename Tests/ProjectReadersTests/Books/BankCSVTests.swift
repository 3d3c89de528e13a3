import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct BankCSVTests {
  private static let ing =
    "\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Code\",\"Af Bij\","
    + "\"Bedrag (EUR)\",\"MutatieSoort\",\"Mededelingen\"\n"

  private static func fixture(_ name: String) -> URL? { Places.shared("fixtures/bank-csv/\(name)") }

  @Test(.enabled(if: fixture("ing.csv") != nil))
  func `an export of ING gives its lines with the sign of Af and Bij`() throws {
    let read = try ReadBook(try #require(Self.fixture("ing.csv")))
    // Its account numbers are made up, and their check digits with them.
    #expect(read.codes == ["ledger.account_check_digits"])
    #expect(read.reading.format == "ING CSV")
    #expect(read.sink.lines.map(\.debit) == [1_500, 1_500, 0])
    #expect(read.sink.lines.map(\.credit) == [0, 0, 3_500])
    #expect(read.parties.map { $0?.name } == ["Hr A.B. de Vries", "MHM HOTELS", "M.C. Schilder"])
    #expect(read.parties[2]?.iban == "NL44BUNQ0123456789")
    #expect(read.sink.accounts.map(\.iban) == ["NL01INGB0123456789"])
    #expect(read.sink.books.map(\.first) == [Day(year: 2018, month: 5, day: 2)])
    #expect(read.sink.books.map(\.last) == [Day(year: 2018, month: 5, day: 3)])
    #expect(read.sink.lines.map(\.line) == [2, 3, 4])
    let text = try String(contentsOf: try #require(Self.fixture("ing.csv")), encoding: .utf8)
    #expect(read.sink.lines[1].byte == byte(of: "\"20180502\"", in: text))
  }

  @Test(.enabled(if: fixture("rabo.csv") != nil))
  func `an export of Rabobank in Windows-1252 is read and its balances follow`() throws {
    let read = try ReadBook(try #require(Self.fixture("rabo.csv")))
    #expect(read.codes == [])
    #expect(read.reading.format == "Rabobank CSV")
    #expect(
      read.sink.lines.map { $0.debit - $0.credit } == [-20_000, 100_000, -50_000, -10_000, 10_000])
    #expect(read.sink.parties.map(\.name) == ["D.A.W. HAITINK"])
    #expect(read.sink.lines[0].text == "D.A.W. HAITINK                     Afschrijving")
  }

  @Test(.enabled(if: fixture("triodos.csv") != nil))
  func `an export of Triodos without headings is known by its fields`() throws {
    let read = try ReadBook(try #require(Self.fixture("triodos.csv")))
    // Its account numbers are made up, and their check digits with them.
    #expect(read.codes == ["ledger.account_check_digits"])
    #expect(read.reading.format == "Triodos CSV")
    #expect(read.sink.lines.map(\.credit) == [20_000, 0])
    #expect(read.sink.lines.map(\.debit) == [0, 50_000])
    #expect(read.parties.map { $0?.iban } == ["LV87CBBR0123456789", "NL13MOYO0123456789"])
    #expect(read.sink.lines.map(\.text) == ["customer No 1234 account", nil])
    #expect(read.sink.lines.map(\.byte) == [0, 126])
  }

  @Test func `an export of ASN or SNS has its text in single quotes`() throws {
    let text = """
      02-01-2025,NL00ASNB0000000001,NL00RABO0000000002,Klant,,,,EUR,200.00,EUR,300.00,02-01-2025,02-01-2025,1234,OVB,1,,'Huur, januari',3
      03-01-2025,NL00ASNB0000000001,,,,,,EUR,500.00,EUR,-10.50,03-01-2025,03-01-2025,7903,BEA,2,'x','[PIN BETALING]BAKKER >VOORBEELDSTAD',3

      """
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.reading.format == "ASN/SNS CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [30_000, -1_050])
    #expect(read.sink.lines[0].text == "Huur, januari")
    #expect(read.parties.map { $0?.name } == ["Klant", nil])
  }

  @Test func `an export of Knab has a line before its headings and an address`() throws {
    let text = """
      KNAB EXPORT;;;;;;;;;;;;;;;;
      Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;
      "NL00KNAB0000000001";"17-05-2025";"EUR";"D";"13,75";" ";"Buurtbakker";"17-05-2025";"Betaalautomaat";"VOORBEELDSTAD";"";"";"";"Ovenstraat 7 9999 XB VOORBEELDSTAD";"B9E1";"18-05-2025";

      """
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.sink.lines.map(\.credit) == [1_375])
    #expect(read.sink.lines.map(\.date) == [try #require(Day(year: 2025, month: 5, day: 18))])
    #expect(read.sink.lines.map(\.transaction) == ["B9E1"])
    #expect(read.parties[0]?.postcode == "9999XB")
    #expect(read.sink.lines.map(\.line) == [3])
  }

  @Test(arguments: [
    "\"Datum,\"\"Rentedatum\"\",\"\"Bedrag\"\",\"\"Rekening\"\",\"\"Tegenrekening\"\",\"\"Naam\"\",\"\"Omschrijving\"\"\"\n\"2025-06-01,\"\"2025-06-01\"\",\"\"-83,86\"\",\"\"NL00BUNQ0000000001\"\",\"\"\"\",\"\"Winkel BV\"\",\"\"Winkel BV STAD, NL\"\"\"\n",
    "Datum,Rentedatum,Bedrag,Rekening,Tegenrekening,Naam,Omschrijving\n2025-06-01,2025-06-01,\"-83,86\",NL00BUNQ0000000001,,Winkel BV,\"Winkel BV STAD, NL\"\n",
    "Date,Interest Date,Amount,Account,Counterparty,Name,Description\r\n01/06/2025,01/06/2025,\"-83,86\",NL00BUNQ0000000001,,Winkel BV,\"Winkel BV STAD, NL\"",
  ])
  func `an export of bunq is read however it is quoted`(text: String) throws {
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.reading.format == "bunq CSV")
    #expect(read.sink.lines.map(\.credit) == [8_386])
    #expect(read.sink.lines.map(\.date) == [try #require(Day(year: 2025, month: 6, day: 1))])
    #expect(read.sink.lines[0].text == "Winkel BV STAD, NL")
    #expect(read.sink.parties.map(\.name) == ["Winkel BV"])
  }

  // The forms of the export in English; each amount is -1149.50 or -83.86.
  @Test(arguments: [
    ("Date,Interest Date,Amount,Account,Counterparty,Name,Description", ",", "01/06/2025", ","),
    ("Date,Interest Date,Amount,Account,Counterparty,Name,Description", ",", "2025-06-01", ","),
    ("Date,Interest Date,Amount,Account,Counterparty,Name,Description", ",", "2025-06-01", "."),
    ("Date;Interest Date;Amount;Account;Counterparty;Name;Description", ";", "2025-06-01", ","),
  ])
  func `the English exports of bunq are told apart by their days and amounts`(
    headings: String, separator: String, day: String, decimal: String
  ) throws {
    let thousands = decimal == "," ? "." : ","
    let lines = ["-83\(decimal)86", "-1\(thousands)149\(decimal)50"].map { amount in
      [day, day, amount, "NL00BUNQ0000000001", "NL00WIJK0000000002", "Bakker", "Brood"]
        .map { "\"\($0)\"" }.joined(separator: separator)
    }
    let read = try ReadBook(([headings] + lines).joined(separator: "\n") + "\n")
    #expect(read.codes == [])
    #expect(read.reading.format == "bunq CSV")
    #expect(read.sink.lines.map(\.credit) == [8_386, 114_950])
    let first = try #require(Day(year: 2025, month: 6, day: 1))
    #expect(read.sink.lines.map(\.date) == [first, first])
    #expect(read.parties.map { $0?.name } == ["Bakker", "Bakker"])
  }

  // An amount with the other bank's marks must not come out a thousand times too large or too small.
  @Test func `an amount of the other English form of bunq is refused and not guessed`() throws {
    let read = try ReadBook(
      "Date,Interest Date,Amount,Account,Counterparty,Name,Description\n"
        + "2025-06-01,2025-06-01,-83.86,NL00BUNQ0000000001,,Bakker,Brood\n"
        + "2025-06-02,2025-06-02,\"-1.149,50\",NL00BUNQ0000000001,,Bakker,Brood\n"
        + "2025-06-03,2025-06-03,-1.149,NL00BUNQ0000000001,,Bakker,Brood\n")
    #expect(read.codes == ["ledger.malformed_amount", "ledger.malformed_amount"])
    #expect(read.sink.lines.map(\.credit) == [8_386])
  }

  @Test(arguments: ["\u{FEFF}", "\u{FFFD}", String(repeating: "a", count: 2_001)])
  func `a line with a text that no bank writes gives one warning`(oddity: String) throws {
    let head = "Datum,Rentedatum,Bedrag,Rekening,Tegenrekening,Naam,Omschrijving\n"
    func line(_ text: String) -> String {
      "2025-06-01,2025-06-01,\"-83,86\",NL00BUNQ0000000001,,Winkel \(text)BV,Brood\n"
    }
    let read = try ReadBook(head + line("") + line(oddity) + line(oddity + " "))
    #expect(read.codes == ["ledger.odd_text"])
    #expect(read.reading.findings.first?.address?.line == 3)
    #expect(read.sink.lines.map(\.credit) == [8_386, 8_386, 8_386])
    let sound = try ReadBook(head + line("Zoë\t") + line(String(repeating: "a", count: 1_900)))
    #expect(sound.codes == [])
  }

  // GB82 WEST 1234 5698 7654 32 is the example of ISO 13616; BE68 5390 0754 7034 that of Belgium.
  @Test(arguments: [
    ("GB82WEST12345698765432", false), ("BE68539007547034", false), ("BE68 5390 0754 7034", false),
    ("GB82WEST12345698765423", true), ("GB83WEST12345698765432", true),
    ("BE68539007547043", true), ("NL00WIJK0000000000", false), ("", false),
  ])
  func `an account number whose check digits are wrong gives one note`(
    account: String, isWrong: Bool
  ) throws {
    let head = "Datum,Rentedatum,Bedrag,Rekening,Tegenrekening,Naam,Omschrijving\n"
    let line = "2025-06-01,2025-06-01,\"-83,86\",NL00BUNQ0000000001,\(account),Winkel BV,Brood\n"
    let other = line.replacing("83,86", with: "83,87")
    let read = try ReadBook(head + line + other)
    #expect(read.codes == (isWrong ? ["ledger.account_check_digits"] : []))
    #expect(read.reading.findings.first?.address?.line == (isWrong ? 2 : nil))
    #expect(read.sink.lines.count == 2)
  }

  @Test func `balances follow in a file that runs backwards and not where a line is missing`()
    throws
  {
    let head =
      "\"Date\";\"Name / Description\";\"Account\";\"Counterparty\";\"Code\";\"Debit/credit\";"
      + "\"Amount (EUR)\";\"Transaction type\";\"Notifications\";\"Resulting balance\";\"Tag\"\n"
    func line(_ amount: String, _ balance: String) -> String {
      "\"20250426\";\"P\";\"NL00INGB0000000001\";\"\";\"BA\";\"Debit\";\"\(amount)\";\"x\";\"y\";"
        + "\"\(balance)\";\"\"\n"
    }
    let whole = try ReadBook(
      head + line("45,14", "1,46") + line("40,18", "46,60") + line("8,75", "86,78"))
    #expect(whole.codes == [])
    #expect(whole.reading.format == "ING CSV")
    #expect(whole.net == -9_407)
    let torn = try ReadBook(head + line("45,14", "1,46") + line("8,75", "86,78"))
    #expect(torn.codes == ["ledger.balance"])
    #expect(torn.reading.findings.first?.address?.line == 3)
  }

  private static let ingOfToday =
    "\"Datum\";\"Naam / Omschrijving\";\"Rekening\";\"Tegenrekening\";\"Code\";\"Af Bij\";"
    + "\"Bedrag (EUR)\";\"Mutatiesoort\";\"Mededelingen\";\"Saldo na mutatie\";\"Tag\"\n"

  @Test func `the export of ING of today has a balance, and it must follow`() throws {
    func line(_ side: String, _ amount: String, _ balance: String) -> String {
      "\"20250503\";\"Café\";\"NL00INGB0000000001\";\"NL00WIJK0000000002\";\"GT\";\"\(side)\";"
        + "\"\(amount)\";\"Online\";\"Nota\";\"\(balance)\";\"\"\n"
    }
    let read = try ReadBook(
      Self.ingOfToday + line("Af", "1327,11", "-74,86") + line("Bij", "15,00", "1252,25"))
    #expect(read.codes == [])
    #expect(read.reading.format == "ING CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [-132_711, 1_500])
    #expect(read.parties[0]?.iban == "NL00WIJK0000000002")
    let torn = try ReadBook(
      Self.ingOfToday + line("Af", "1327,11", "-74,86") + line("Bij", "15,00", "1252,26"))
    #expect(torn.codes == ["ledger.balance"])
  }

  @Test(arguments: [
    ("6.465,60", 646_560), ("81,97", 8_197), ("1.234.567,00", 123_456_700), ("12,3", 1_230),
  ])
  func `Triodos with a balance puts points between thousands`(text: String, cents: Int64) throws {
    let line =
      "\"02-01-2025\",\"NL00TRIO0000000001\",\"\(text)\",\"Debet\",\"Iets\","
      + "\"NL00WIJK0000000002\",\"ET\",\"Nota\",\"9.800,00\"\n"
    let read = try ReadBook(line)
    #expect(read.codes == [])
    #expect(read.reading.format == "Triodos CSV")
    #expect(read.sink.lines.map(\.credit) == [cents])
  }

  // The current account in four of its forms: 15.00 in, 1327.11 out.
  @Test(arguments: [(";", true, true), (";", true, false), (",", true, true), (",", false, false)])
  func `ING is read in Dutch and English, by commas and semicolons, with a balance and without`(
    separator: String, isDutch: Bool, hasBalance: Bool
  ) throws {
    let headings =
      isDutch
      ? [
        "Datum", "Naam / Omschrijving", "Rekening", "Tegenrekening", "Code", "Af Bij",
        "Bedrag (EUR)", "Mutatiesoort", "Mededelingen", "Saldo na mutatie", "Tag",
      ]
      : [
        "Date", "Name / Description", "Account", "Counterparty", "Code", "Debit/credit",
        "Amount (EUR)", "Transaction type", "Notifications", "Resulting balance", "Tag",
      ]
    func row(_ cells: [String]) -> String {
      cells.prefix(hasBalance ? 11 : 9).map { "\"\($0)\"" }.joined(separator: separator) + "\n"
    }
    func text(balance: String) -> String {
      row(headings)
        + row([
          "20250504", "Bakker", "NL00INGB0000000001", "NL00WIJK0000000002", "GT",
          isDutch ? "Af" : "Debit", "1.327,11", "x", "Brood", "-74,86", "",
        ])
        + row([
          "20250503", "Klant", "NL00INGB0000000001", "", "GT", isDutch ? "Bij" : "Credit",
          "15,00", "x", "Gift", balance, "",
        ])
    }
    let read = try ReadBook(text(balance: "1.252,25"))
    #expect(read.codes == [])
    #expect(read.reading.format == "ING CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [-132_711, 1_500])
    #expect(read.parties.map { $0?.name } == ["Bakker", "Klant"])
    #expect(
      try ReadBook(text(balance: "1.252,26")).codes == (hasBalance ? ["ledger.balance"] : []))
  }

  @Test(arguments: ["1.015,00", "1015,00"])
  func `ING, Rabobank and Knab are read with and without points between thousands`(
    text: String
  ) throws {
    let ing =
      "\"20250503\",\"Hr A\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"\(text)\",\"O\",\"x\"\n"
    let rabo = """
      "IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
      "NL00RABO0000000001","EUR","RABONL2U","1","2025-05-03","2025-05-03","+\(text)","+2.000,00","","Hr A","","","","bg","","","","","","x","","","","","",""

      """
    let knab = """
      KNAB EXPORT;;;;;;;;;;;;;;
      Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;
      "NL00KNAB0000000001";"03-05-2025";"EUR";"C";"\(text)";"";"Hr A";"03-05-2025";"Overboeking";"x";"";"";"";"";

      """
    for file in [Self.ing + ing, rabo, knab] {
      let read = try ReadBook(file)
      #expect(read.codes == [])
      #expect(read.sink.lines.map(\.debit) == [101_500])
      #expect(read.sink.lines.map(\.date) == [try #require(Day(year: 2025, month: 5, day: 3))])
      #expect(read.sink.parties.map(\.name) == ["Hr A"])
    }
  }

  @Test func `Knab of today has no line before its headings and says the direction in words`()
    throws
  {
    let read = try ReadBook(
      """
      \u{FEFF}"Rekeningnummer";"Transactiedatum";"Valutacode";"CreditDebet";"Bedrag";"Tegenrekeningnummer";"Tegenrekeninghouder";"Valutadatum";"Betaalwijze";"Omschrijving";"Type betaling";"Machtigingsnummer";"Incassant ID";"Referentie";"Boekdatum";
      "NL00KNAB0000000001";"16-05-2025";"EUR";"Afschrijvingen";"6,5";"NL00WIJK0000000002";"Buurtbakker";"17-05-2025";"Overboeking";"Brood";"";"";"";"B1";"17-05-2025";
      "NL00KNAB0000000001";"18-05-2025";"EUR";"Bijschrijvingen";"1250";"";"Klant";"18-05-2025";"Ontvangen betaling";"Gift";"";"";"";"B2";"18-05-2025";

      """)
    #expect(read.codes == [])
    #expect(read.reading.format == "Knab CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [-650, 125_000])
    #expect(read.sink.lines.map(\.transaction) == ["B1", "B2"])
    #expect(read.sink.books.map(\.first) == [Day(year: 2025, month: 5, day: 17)])
    #expect(read.parties.map { $0?.name } == ["Buurtbakker", "Klant"])
    #expect(read.parties[0]?.iban == "NL00WIJK0000000002")
  }

  @Test func `Rabobank for businesses has headings and days of its own`() throws {
    let read = try ReadBook(
      """
      "IBAN/BBAN","Valuta","BIC","Volg nr","Datum","Valuta datum","Bedrag","saldo na boeking","IBAN/BBAN tegenpartij","Naam tegenpartij","Naam uiteind begunst","Naam initiërende partij","BIC tegenpartij","Transactie soort","Batch nr","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving - 1","Omschrijving - 2","Omschrijving - 3","Oorzaakscode","Oorspr bedrag","Oorspr valuta","Koers","Naam rekeninghouder","Transactiereferentie"
      "NL00RABO0000000001","EUR","RABONL2U","","03-02-2025","03-02-2025","-2.919,00","3.386,17","NL00WIJK0000000002","Buurtbakker","","","","bg","","","","","","Brood","en banket","","","","","","Buurtbedrijf","T1"
      "NL00RABO0000000001","EUR","RABONL2U","7","04-02-2025","04-02-2025","100,00","3.486,17","","Klant","","","","cb","","","","","","Gift","","","","","","","Buurtbedrijf","T2"

      """)
    #expect(read.codes == [])
    #expect(read.reading.format == "Rabobank CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [-291_900, 10_000])
    #expect(read.parties.map { $0?.name } == ["Buurtbakker", "Klant"])
    #expect(read.parties[0]?.iban == "NL00WIJK0000000002")
    #expect(read.sink.lines.map(\.text) == ["Brood en banket", "Gift"])
    #expect(read.sink.books.map(\.last) == [Day(year: 2025, month: 2, day: 4)])
  }

  @Test(arguments: [
    (
      "Datum;Omschrijving;Rekening;Rekening naam;Tegenrekening;Af Bij;Bedrag;Valuta;Mutatiesoort;Mededelingen;Saldo na mutatie",
      ";", "Af", "Bij"
    ),
    (
      "Datum,Omschrijving,Rekening,Rekening type,Tegenrekening,Af Bij,Bedrag,Valuta,Mutatiesoort,Mededelingen,Saldo na mutatie",
      ",", "Af", "Bij"
    ),
    (
      "Date;Description;Account;Account name;Counterparty;Debit/credit;Amount;Currency;Transaction type;Notifications;Resulting balance",
      ";", "Debit", "Credit"
    ),
  ])
  func `a savings account of ING is read, with its balances`(
    headings: String, separator: String, out: String, in: String
  ) throws {
    func line(_ day: String, _ side: String, _ amount: String, _ balance: String) -> String {
      [
        day, "Overboeking", "V 000-00001", "Spaar", "NL00INGB0000000001", side, amount, "EUR", "x",
        "", balance,
      ].map { "\"\($0)\"" }.joined(separator: separator) + "\n"
    }
    let first = line("2025-06-11", `in`, "9,20", "109,20")
    let read = try ReadBook(
      headings + "\n" + first + line("2025-06-10", out, "1.500,00", "100,00"))
    #expect(read.codes == [])
    #expect(read.reading.format == "ING CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [920, -150_000])
    #expect(read.parties.map { $0?.iban } == ["NL00INGB0000000001", "NL00INGB0000000001"])
    let torn = try ReadBook(headings + "\n" + first + line("2025-06-10", out, "1,00", "100,01"))
    #expect(torn.codes == ["ledger.balance"])
  }

  // The 19 fields of the bank, in its three other forms: 300.00 in, 10.50 out.
  @Test(arguments: [
    """
    2-1-2025;"NL00ASNB0000000001";"NL00RABO0000000002";"Klant";"";"";"";"EUR";200.00;"EUR";300.00;02-01-2025;02-01-2025;8810;"OVB";1;"K1";"Huur; januari";3
    03-01-2025;"NL00ASNB0000000001";"";"";"";"";"";"EUR";500.00;"EUR";-10.50;03-01-2025;03-01-2025;8810;"BEA";2;"";"Bakker";3

    """,
    """
    Boekingsdatum,Opdrachtgeversrekening,Tegenrekeningnummer,Naam tegenrekening,Adres,Postcode,Plaats,Valutasoort rekening,Saldo rekening voor mutatie,Valutasoort mutatie,Transactiebedrag,Journaaldatum,Valutadatum,Interne transactiecode,Globale transactiecode,Volgnummer transactie,Betalingskenmerk,Omschrijving,Afschriftnummer,Categorie
    02-01-2025,NL00ASNB0000000001,NL00RABO0000000002,'Klant',,,,EUR,200.00,EUR,300.00,02-01-2025,02-01-2025,8810,OVB,1,'K1','Huur; januari',3,'Wonen'
    3-1-2025,NL00ASNB0000000001,,'',,,,EUR,500.00,EUR,-10.50,03-01-2025,03-01-2025,8810,BEA,2,'','Bakker',3,

    """,
    """
    Datum,Je rekening,Van / naar,Naam,Valuta saldo,Saldo voor boeking,Valuta boeking,Bedrag bij/af,Verwerkingsdatum,Valutadatum,Code,Type,Volgnummer,Betalingskenmerk,Omschrijving,Afschriftnummer,Categorie
    2-1-2025,NL00ASNB0000000001,NL00RABO0000000002,Klant,EUR,200.00,EUR,300.00,2-1-2025,2-1-2025,8810,OVB,1,K1,Huur; januari,3,Wonen
    3-1-2025,NL00ASNB0000000001,,,EUR,500.00,EUR,-10.50,3-1-2025,3-1-2025,8810,BEA,2,,Bakker,3,

    """,
  ])
  func `the other exports of ASN and SNS are read, with their balances`(text: String) throws {
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.reading.format == "ASN/SNS CSV")
    #expect(read.sink.lines.map { $0.debit - $0.credit } == [30_000, -1_050])
    #expect(read.sink.lines.map(\.text) == ["K1 Huur; januari", "Bakker"])
    #expect(read.parties.map { $0?.name } == ["Klant", nil])
    #expect(read.parties[0]?.iban == "NL00RABO0000000002")
    #expect(read.sink.books.map(\.first) == [Day(year: 2025, month: 1, day: 2)])
    #expect(read.sink.books.map(\.last) == [Day(year: 2025, month: 1, day: 3)])
    #expect(try ReadBook(text.replacing("500.00", with: "500.01")).codes == ["ledger.balance"])
  }

  @Test(arguments: ["1.23,45", "1.2345,67", "1.234", "1,234.56", ".234,56", "12.34.567,00"])
  func `points that stand where no thousands end make no amount`(text: String) throws {
    func line(_ amount: String) -> String {
      "\"02-01-2025\",\"NL00TRIO0000000001\",\"\(amount)\",\"Debet\",\"Iets\",\"\",\"ET\",\"\","
        + "\"9.800,00\"\n"
    }
    #expect(try ReadBook(line("1,00") + line(text)).codes == ["ledger.malformed_amount"])
  }

  @Test func `of two profiles with the same headings the one that reads the first line is taken`()
    throws
  {
    func profile(_ name: String, _ form: String) throws -> BankProfile {
      let text = """
        name: \(name)
        separator: ";"
        date: Dag
        date_form: \(form)
        account: Van
        amount: Som
        decimal: ","
        currency: EUR
        """
      return try #require(BankProfile.read(Data(text.utf8), file: "p.yaml").profile)
    }
    let reader = BookReader(profiles: [
      try profile("Eerste", "dd/mm/yyyy"), try profile("Tweede", "yyyy-mm-dd"),
    ])
    let text = "Dag;Van;Som\n2025-12-24;NL00WIJK0000000001;-12,50\n"
    #expect(try ReadBook(text, reader: reader).reading.format == "Tweede CSV")
    let slashed = text.replacing("2025-12-24", with: "24/12/2025")
    #expect(try ReadBook(slashed, reader: reader).reading.format == "Eerste CSV")
    let neither = text.replacing("2025-12-24", with: "24.12.2025")
    #expect(try ReadBook(neither, reader: reader).reading.format == "Eerste CSV")
  }

  @Test func `a word of the user's own marks wages, as a whole word and of money that went out`()
    throws
  {
    let profile = """
      name: Dorpsbank
      separator: ";"
      date: Dag
      date_form: yyyy-mm-dd
      account: Van
      amount: Som
      decimal: ","
      currency: EUR
      description: [Nota]
      wages: [Salaris]
      """
    let known = try #require(BankProfile.read(Data(profile.utf8), file: "p.yaml").profile)
    let text = """
      Dag;Van;Som;Nota
      2025-01-24;NL00WIJK0000000001;-1900,00;SALARIS/januari
      2025-01-25;NL00WIJK0000000001;-80,00;salarisadministratie januari
      2025-01-26;NL00WIJK0000000001;50,00;salaris terug

      """
    let read = try ReadBook(text, reader: BookReader(profiles: [known]))
    #expect(read.codes == [])
    #expect(read.sink.lines.map(\.kind) == [.payroll, .bank, .bank])
  }

  @Test func `the same line twice is a note where no balance tells, and is read twice`() throws {
    let line =
      "\"20250503\",\"Hr A\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"15,00\",\"O\",\"x\"\n"
    let read = try ReadBook(Self.ing + line + line + line.replacing("15,", with: "16,"))
    #expect(read.codes == ["ledger.same_lines"])
    #expect(read.reading.findings.first?.severity == .note)
    #expect(read.reading.findings.first?.address?.line == 3)
    #expect(read.sink.lines.count == 3)
  }

  @Test func `a zero byte in the headings is found too`() throws {
    let text = Self.ing.replacing("Mutatie", with: "Mut\0atie")
    #expect(!(try ReadBook(text + "\n")).reading.findings.isEmpty)
    #expect(!(try ReadBook(text)).reading.isSound)
  }

  @Test(arguments: [
    ("\"15,00\"", "\"15.00\"", "ledger.malformed_amount"),
    ("\"15,00\"", "\"1.01,00\"", "ledger.malformed_amount"),
    ("\"15,00\"", "\"1.015\"", "ledger.malformed_amount"),
    ("\"20250503\"", "\"2025-05-03\"", "ledger.malformed_date"),
    ("\"20250503\"", "\"20250532\"", "ledger.malformed_date"),
    ("\"20250503\"", "\"25250503\"", "ledger.malformed_date"),
    ("\"Bij\"", "\"Erbij\"", "ledger.malformed_side"),
    ("\"GT\",", "", "ledger.wrong_columns"),
    (",\"Online\",\"x\"", "", "ledger.wrong_columns"),
    ("\"NL00INGB0000000001\"", "\"\"", "ledger.missing_element"),
  ])
  func `a damaged line is one finding at its line`(good: String, bad: String, code: String) throws {
    let sound =
      "\"20250503\",\"Hr X\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"15,00\",\"Online\",\"x\"\n"
    let read = try ReadBook(Self.ing + sound + sound.replacing(good, with: bad))
    #expect(read.codes == [code])
    #expect(read.reading.findings.first?.address?.line == 3)
    #expect(read.sink.lines.count == 1)
  }

  @Test func `a byte order mark, Latin-1 and UTF-8 give the same name`() throws {
    let text =
      Self.ing
      + "\"20250503\",\"Café Zoë\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"15,00\",\"O\",\"x\"\n"
    let latin = Array(try #require(text.data(using: .isoLatin1)))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for (bytes, start) in [(Array(text.utf8), 0), (latin, 0), (mark + Array(text.utf8), 3)] {
      let read = try ReadBook(bytes)
      #expect(read.codes == [])
      #expect(read.sink.parties.map(\.name) == ["Café Zoë"])
      #expect(read.sink.lines.map(\.byte) == [Self.ing.utf8.count + start])
    }
  }

  @Test func `an open quote at the end is a file that was cut off`() throws {
    let read = try ReadBook(Self.ing + "\"20250503\",\"Hr X")
    #expect(read.codes == ["ledger.truncated"])
    #expect(read.reading.findings.first?.address?.line == 2)
  }

  @Test func `another bank is a file`() throws {
    let profile = """
      name: Dorpsbank
      separator: tab
      date: Dag
      date_form: dd.mm.yyyy
      account: Van
      amount: Som
      decimal: "."
      currency: GBP
      counter_name: Wie
      """
    let (known, findings) = BankProfile.read(Data(profile.utf8), file: "books/profiles/dorp.yaml")
    #expect(findings == [])
    let reader = BookReader(profiles: [try #require(known)])
    let text = "Dag\tWie\tVan\tSom\n24.12.2025\tBakker\tGB00AAAA00000000000001\t-12.5\n"
    let read = try ReadBook(text, reader: reader)
    #expect(read.reading.format == "Dorpsbank CSV")
    #expect(read.sink.lines.map(\.credit) == [1_250])
    #expect(read.sink.books.map(\.currency) == [.pound])
    #expect(try ReadBook(text).codes == ["ledger.unknown_format"])
  }

  @Test(arguments: [
    ("date: Dag", "date: 9", "settings.invalid"), ("name: D", "nam: D", "settings.missing"),
    ("separator: tab", "separator: x", "settings.invalid"),
    ("date_form: dd-mm-yyyy", "date_form: d-m-y", "settings.invalid"),
    ("currency: EUR", "currency: €", "settings.invalid"),
  ])
  func `a damaged profile says what to write`(good: String, bad: String, code: String) {
    let profile = """
      name: D
      separator: tab
      columns: 4
      date: Dag
      date_form: dd-mm-yyyy
      account: 2
      amount: 3
      decimal: ","
      currency: EUR
      """
    let sound = profile.replacing("date: Dag", with: "date: 1")
    #expect(BankProfile.read(Data(sound.utf8), file: "p.yaml").findings == [])
    let text =
      good == "date: Dag"
      ? profile.replacing(good, with: bad)
      : sound.replacing(
        good, with: bad)
    let (known, findings) = BankProfile.read(Data(text.utf8), file: "p.yaml")
    #expect(known == nil)
    #expect(findings.map(\.code) == [code])
  }

  @Test func `every shipped profile is sound`() {
    let readings = BankProfile.shippedReadings
    #expect(readings.flatMap(\.findings) == [])
    #expect(
      Set(BankProfile.shipped.map(\.name)) == [
        "ING", "Rabobank", "Triodos", "ASN/SNS", "Knab", "bunq",
      ])
  }

  @Test func `a file cut into parts anywhere gives the same records`() throws {
    // A record is longer than one part of a file, and so are some of its fields.
    let name = String(repeating: "n", count: 70_000)
    let line =
      "\"20250503\",\"\(name)\",\"NL00INGB0000000001\",\"\",\"GT\",\"Bij\",\"15,00\",\"O\",\"a\"\"b\nc\"\r\n"
    let read = try ReadBook(Self.ing + line + line)
    #expect(read.codes == ["ledger.same_lines", "ledger.odd_text"])
    #expect(read.sink.lines.map(\.text) == ["a\"b\nc", "a\"b\nc"])
    #expect(read.sink.lines.map(\.line) == [2, 4])
    #expect(
      read.sink.lines.map(\.byte) == [Self.ing.utf8.count, Self.ing.utf8.count + line.utf8.count])
  }
}
