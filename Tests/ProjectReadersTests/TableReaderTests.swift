import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct TableReaderTests {
  private let stakeholders = "tables/stakeholders.csv"

  private func person(_ text: String) -> TableReading { read(Person.self, text) }

  private func payment(_ cells: String) -> TableReading {
    read(Payment.self, "Date;Amount;Person;Postcode;Weight\n\(cells)\n")
  }

  @Test func `a sound table gives typed rows with their numbers`() throws {
    let reading = person(
      "Id;Naam;Domein;Grootte van de groep\n\np1;Ans;Burgers;40\np2;Bé;business;\n")
    #expect(reading.findings == [])
    #expect(reading.keys == ["p1", "p2"])
    let rows = try Rows<Person>(try #require(reading.content), in: nil)
    #expect(rows.map(\.name) == ["Ans", "Bé"])
    #expect(rows.map(\.domain) == [.citizens, .business])
    #expect(rows.map(\.groupSize) == [40, nil])
    #expect(rows.selection().rows == [3...4])
  }

  @Test(arguments: [
    "id;name;domain;group_size", "ID,Name,DOMAIN,Group Size", "Id\tNaam\tdomein\tgroup-size",
    "grootte van de groep;Naam;domein;id",
  ])
  func `headings match in both languages, whatever the separator and the capitals`(
    heading: String
  ) throws {
    let separator: Character = heading.contains(";") ? ";" : heading.contains(",") ? "," : "\t"
    let isReversed = heading.hasPrefix("grootte")
    let cells = isReversed ? ["40", "Ans", "citizens", "p1"] : ["p1", "Ans", "citizens", "40"]
    let reading = person(heading + "\n" + cells.joined(separator: String(separator)))
    #expect(reading.findings == [])
    #expect(reading.content?.rows.first?.cells.first == .text("p1"))
    #expect(reading.content?.rows.first?.cells.last == .integer(40))
  }

  @Test func `Windows-1252, UTF-8 with a mark and UTF-16 are read`() {
    let text = "Id;Naam;Domein\np1;Zoë €;burgers\n"
    let reader = TableReader(declaration: TableDeclaration(Person.self), options: .test)
    var windows = Data()
    for scalar in text.unicodeScalars {
      windows.append(scalar == "€" ? 0x80 : UInt8(truncatingIfNeeded: scalar.value))
    }
    let units = Array(text.utf16)
    let files = [
      windows, Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8),
      Data([0xFF, 0xFE]) + Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      Data([0xFE, 0xFF]) + Data(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ]
    for bytes in files {
      let reading = reader.read(bytes, file: stakeholders)
      #expect(reading.findings == [])
      #expect(reading.content?.rows.first?.cells[1] == .text("Zoë €"))
    }
  }

  @Test(arguments: [
    ([0x69, 0x64, 0x0A, 0x81], "text.undefined_byte", 2),
    ([0x69, 0x64, 0x0A, 0x0A, 0x00], "text.control_character", 3),
    ([0xEF, 0xBB, 0xBF, 0xE9, 0x20], "text.invalid_encoding", 0),
    ([0xFF, 0xFE, 0x41], "text.invalid_encoding", 0),
    ([0x69, 0x1B, 0x64], "text.control_character", 1),
  ])
  func `bytes that are no text are one finding at their line`(
    bytes: [UInt8], code: String, line: Int
  ) {
    let reading = TableReader(declaration: TableDeclaration(Person.self), options: .test)
      .read(Data(bytes), file: stakeholders)
    #expect(reading.findings.map(\.code) == [code])
    #expect(reading.findings.first?.address?.line ?? 0 == line)
    #expect(reading.isDamaged && reading.content == nil)
  }

  @Test(arguments: ["", "\n\n", "  \r\n "])
  func `an empty file is one finding with a remedy`(text: String) {
    let reading = person(text)
    #expect(
      reading.findings == [
        Finding(
          "table.empty", .error,
          Text(
            "The file is empty: it has no headings for the table Stakeholders.",
            nl: "Het bestand is leeg: er staan geen kolomkoppen voor de tabel Belanghebbenden in."),
          help: Text(
            "Restore the file, or delete it if the project does not use this table.",
            nl: "Zet het bestand terug, of verwijder het als het project deze tabel niet gebruikt."),
          at: Address(file: stakeholders, line: 1))
      ])
    #expect(reading.isDamaged)
  }

  @Test func `headings without rows are a sound table`() {
    let reading = person("Id;Naam;Domein\n")
    #expect(reading.findings == [] && reading.content?.rows == [])
  }

  @Test func `a file whose first line names no column is refused`() {
    let reading = person("Eerste regel\np1;Ans;burgers\n")
    #expect(reading.findings.map(\.code) == ["table.no_headings"])
    #expect(reading.findings.first?.address == Address(file: stakeholders, line: 1))
  }

  @Test func `headings below a title are found where the first line names no column`() {
    let reading = person("Lijst van 2025;;\n;;\nNaam;Id;Domein\nAns;p1;burgers\n")
    #expect(reading.findings == [])
    #expect(reading.content?.rows.map(\.number) == [4])
    // One word below the first line may as well be what somebody filled in.
    #expect(person("Lijst\nNaam\np1;Ans;burgers\n").findings.map(\.code) == ["table.no_headings"])
  }

  @Test func `headings are looked for in the first thirty lines only`() {
    let title = String(repeating: "titel\n", count: 29)
    #expect(person(title + "Id;Naam;Domein\np1;Ans;burgers\n").findings == [])
    #expect(
      person("titel\n" + title + "Id;Naam;Domein\np1;Ans;burgers\n").findings.map(\.code)
        == ["table.no_headings"])
  }

  @Test func `a missing column is one finding, without a trail, and the near miss is named`() {
    let reading = person("Id;Name;Domian\np1;Ans;burgers\np2;Bé;burgers\n")
    #expect(
      reading.findings == [
        Finding(
          "table.missing_column", .error,
          Text("The column “Domain” is missing.", nl: "De kolom ‘Domein’ ontbreekt."),
          help: Text(
            "Rename the heading “Domian” to “Domain”.",
            nl: "Hernoem de kop ‘Domian’ tot ‘Domein’."),
          at: Address(file: stakeholders, line: 1))
      ])
    #expect(reading.isDamaged && reading.content == nil && reading.keys == ["p1", "p2"])
  }

  @Test func `an optional column with a mistyped heading is a warning, another is ignored`() {
    let reading = person("Id;Name;Domain;Group sise;Telefoon\np1;Ans;citizens;40;010\n")
    #expect(reading.findings.map(\.code) == ["table.unknown_column"])
    #expect(reading.findings.first?.severity == .warning)
    #expect(reading.findings.first?.address?.cell == "D1")
    #expect(reading.content?.rows.count == 1)
  }

  @Test func `a doubled heading is a finding at the second`() {
    let reading = person("Id;Name;Domain;Naam\np1;Ans;citizens;Bé\n")
    #expect(reading.findings.map(\.code) == ["table.double_heading"])
    #expect(reading.findings.first?.address?.cell == "D1")
    #expect(reading.content?.rows.first?.cells[1] == .text("Ans"))
  }

  @Test func `a doubled identifier is a finding at the second row`() {
    let reading = person("Id;Name;Domain\np1;Ans;citizens\np1;Bé;citizens\n")
    #expect(
      reading.findings == [
        Finding(
          "table.double_id", .error,
          Text(
            "The identifier “p1” is already used in row 2.",
            nl: "Het id ‘p1’ is al gebruikt in rij 2."),
          help: Text(
            "Give this row an identifier of its own.", nl: "Geef deze rij een eigen id."),
          at: Address(file: stakeholders, row: 3, column: 1, heading: "Id"))
      ])
    #expect(reading.content?.rows.count == 1 && reading.content?.rejectedRows == 1)
  }

  @Test func `an unknown choice names the nearest and the allowed ones`() {
    let reading = person("Id;Name;Domain\np1;Ans;citizen\n")
    #expect(
      reading.findings == [
        Finding(
          "table.unknown_choice", .error,
          Text(
            "“citizen” is not one of the values of this column.",
            nl: "‘citizen’ is geen waarde van deze kolom."),
          help: Text(
            "Did you mean “citizens”? Allowed are: citizens, government, business, knowledge.",
            nl:
              "Bedoelt u ‘citizens’? Toegestaan zijn: Burgers; Overheid; Bedrijven; Onderwijs en wetenschap."
          ), at: Address(file: stakeholders, row: 2, column: 3, heading: "Domain"))
      ])
  }

  @Test func `a word near the label of one language is answered by each language's own label`() {
    let reading = person("Id;Name;Domain\np1;Ans;burgrs\n")
    let help = reading.findings.first?.help
    #expect(reading.findings.map(\.code) == ["table.unknown_choice"])
    #expect(help?.english.hasPrefix("Did you mean “Citizens”?") == true)
    #expect(help?.dutch.hasPrefix("Bedoelt u ‘Burgers’?") == true)
  }

  @Test(arguments: [
    ("31-02-2025", "table.impossible_day"), ("2025-02-31", "table.impossible_day"),
    ("1-13-2025", "table.impossible_day"), ("1-1-25", "table.two_digit_year"),
    ("gisteren", "table.not_a_day"), ("2025/01/01", "table.not_a_day"),
    ("1-1/2025", "table.not_a_day"), ("20250101", "table.not_a_day"),
    ("2025.01.01", "table.not_a_day"), ("1-1-2025 vroeg", "table.not_a_day"),
    ("1-1-2025 12", "table.not_a_day"), ("00:00", "table.not_a_day"),
  ])
  func `a day that cannot be is one finding`(text: String, code: String) {
    let reading = payment("\(text);10;;;")
    #expect(reading.findings.map(\.code) == [code])
    #expect(reading.findings.first?.address?.cell == "A2")
    #expect(reading.content?.rejectedRows == 1)
  }

  @Test(arguments: [
    "2025-03-01", "1-3-2025", "01/03/2025", "2025-3-1", "1.3.2025", "01-03-2025 00:00",
    "2025-03-01 00:00:00", "2025-03-01T08:30",
  ])
  func `a day is read with the day before the month`(text: String) throws {
    let day = try #require(Day(year: 2025, month: 3, day: 1))
    #expect(payment("\(text);10;;;").content?.rows.first?.cells.first == .day(day))
  }

  @Test func `an impossible postcode in an optional column leaves the row, with one finding`() {
    let reading = payment("1-1-2025;10;;0123 ZZ;5")
    #expect(
      reading.findings == [
        Finding(
          "table.impossible_postcode", .error,
          Text(
            "“0123 ZZ” cannot be a postcode in the Netherlands.",
            nl: "‘0123 ZZ’ kan geen postcode in Nederland zijn."),
          help: Text(
            "Write the postcode as in 3561 AB, or leave the cell empty if it is not known.",
            nl: "Schrijf de postcode zoals 3561 AB, of laat de cel leeg als die niet bekend is."),
          at: Address(file: "tables/payments.csv", row: 2, column: 4, heading: "Postcode"))
      ])
    #expect(reading.content?.rows.count == 1)
  }

  @Test func `a value outside its bounds is said in the unit of the column`() {
    let reading = read(
      Effect.self, "Id;Stakeholder;Quantity;Deadweight\no1;p1;5;120 %\n")
    #expect(
      reading.findings == [
        Finding(
          "table.out_of_bounds", .error,
          Text(
            "“120 %” is above the highest value allowed here, 100 %.",
            nl: "‘120 %’ is hoger dan hier mag: hoogstens 100 %."),
          help: Text(
            "Fill in a value from 0 % to 100 %.", nl: "Vul een waarde in van 0 % tot en met 100 %."
          ),
          at: Address(file: "tables/outcomes.csv", row: 2, column: 4, heading: "Deadweight"))
      ])
  }

  @Test func `an empty required cell is one finding, a row that ends early is one too`() {
    let reading = person("Id;Name;Domain\np1;;citizens\np2\n")
    #expect(reading.findings.map(\.code) == ["table.empty_cell", "table.too_few_cells"])
    #expect(reading.findings.map { $0.address?.row } == [2, 3])
    #expect(reading.findings.first?.address?.cell == "B2")
    #expect(reading.content?.rejectedRows == 2)
  }

  @Test func `a row with too many cells is one finding, empty ones do not count`() {
    let reading = person("Id;Name;Domain\np1;Ans;van Dam;citizens\np2;Bé;citizens;;\n")
    #expect(reading.findings.map(\.code) == ["table.too_many_cells"])
    #expect(reading.content?.rows.map(\.number) == [3])
  }

  @Test func `a row is numbered by the line on which it starts`() {
    let reading = person("Id;Name;Domain\n\"p1\";\"Ans\nvan Dam\";citizens\n\np2;Bé;burger\n")
    #expect(reading.content?.rows.map(\.number) == [2])
    #expect(reading.findings.first?.address?.row == 5)
  }

  @Test func `a quote that never closes is one finding`() {
    let reading = person("Id;Name;Domain\np1;Ans;citizens\np2;\"Bé;citizens\np3;Cor;x\n")
    #expect(reading.findings.map(\.code) == ["table.unclosed_quote"])
    #expect(reading.findings.first?.address?.line == 3)
    #expect(reading.isDamaged)
  }

  @Test func `a person is a keyed hash, the same for the same name, and never stored`() throws {
    let reading = payment("1-1-2025;10;Jan  Smit;;\n2-1-2025;10; jan smit;;\n3-1-2025;10;Piet;;")
    let keys = try #require(reading.content).rows.map { $0.cells[2] }
    #expect(keys[0] == keys[1] && keys[0] != keys[2])
    guard case .person(let key) = keys[0] else {
      Issue.record("\(keys[0])")
      return
    }
    // printf 'jan smit' | openssl dgst -sha256 -mac HMAC -macopt hexkey:010203
    #expect(key.hash == "0fabedfc8e708392217c5e42125643dd6e66430acd4d6444ef75bb14433fff31")
    var other = ReadingOptions.test
    other.personSecret = [9]
    let again = read(Payment.self, "Date;Amount;Person\n1-1-2025;10;Jan Smit\n", options: other)
    #expect(again.content?.rows.first?.cells[2] != keys[0])
    let json = String(decoding: try JSONEncoder().encode(reading), as: UTF8.self)
    #expect(!json.lowercased().contains("smit"))
  }

  @Test func `the fingerprint follows the declaration, the mark and the secret`() {
    func fingerprint<Row: TableRow>(_ row: Row.Type, _ options: ReadingOptions) -> String {
      TableReader(declaration: TableDeclaration(row), options: options).fingerprint
    }
    var marked = ReadingOptions.test
    marked.decimalMark = .comma
    var secret = ReadingOptions.test
    secret.personSecret = [4]
    let all = [
      fingerprint(Person.self, .test), fingerprint(Effect.self, .test),
      fingerprint(Person.self, marked), fingerprint(Person.self, secret),
    ]
    #expect(Set(all).count == 4)
    #expect(fingerprint(Person.self, .test) == all[0])
  }

  @Test func `a template has the headings of its language and reads back as an empty table`() {
    let declaration = TableDeclaration(Person.self)
    #expect(
      TableTemplate.csv(declaration, language: .dutch)
        == "\u{FEFF}Id;Naam;Domein;Grootte van de groep\r\n")
    #expect(
      TableTemplate.csv(declaration, language: .english)
        == "\u{FEFF}Id,Name,Domain,Group size\r\n")
    for language in Language.allCases {
      let reading = read(
        Effect.self, TableTemplate.csv(TableDeclaration(Effect.self), language: language))
      #expect(reading.findings == [] && reading.content?.rows == [])
    }
  }

  @Test func `no random bytes stop the reading`() {
    var generator = SeededGenerator(seed: 41)
    let reader = TableReader(declaration: TableDeclaration(Effect.self), options: .test)
    let parts = ["Id", "Stakeholder", "Quantity", "Deadweight", ";", ";", "\n", "\"", "1.234", "é"]
    for _ in 0..<300 {
      var bytes = Data()
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if Bool.random(using: &generator) {
          bytes += Data((parts.randomElement(using: &generator) ?? "").utf8)
        } else {
          bytes.append(UInt8.random(in: .min ... .max, using: &generator))
        }
      }
      let reading = reader.read(bytes, file: "tables/outcomes.csv")
      #expect(reading.isDamaged == (reading.content == nil))
      #expect(!reading.isDamaged || !reading.findings.isEmpty)
    }
  }
}

@Suite struct ReferenceCheckTests {
  private let declarations = [TableDeclaration(Person.self), TableDeclaration(Effect.self)]

  private func outcomes(_ rows: String) -> TableReading {
    read(Effect.self, "Id;Stakeholder;Quantity;Deadweight\n\(rows)\n")
  }

  @Test func `a reference to no row is one finding with the nearest identifier`() {
    let people = read(Person.self, "Id;Name;Domain\nparticipants;Ans;citizens\n")
    let found = ReferenceCheck.findings(
      [people, outcomes("o1;participants;1;0\no2;particpants;1;0")], declarations: declarations)
    #expect(
      found == [
        Finding(
          "table.unknown_reference", .error,
          Text(
            "“particpants” is not an identifier in the table Stakeholders.",
            nl: "‘particpants’ is geen id in de tabel Belanghebbenden."),
          help: Text("Did you mean “participants”?", nl: "Bedoelt u ‘participants’?"),
          at: Address(file: "tables/outcomes.csv", row: 3, column: 2, heading: "Stakeholder"))
      ])
  }

  @Test func `a row that left its table for another reason leaves no trail`() {
    let people = read(
      Person.self, "Id;Name;Domain\nparticipants;;citizens\nDe Buurt;Bé;citizens\n")
    let found = ReferenceCheck.findings(
      [people, outcomes("o1;participants;1;0\no2;De Buurt;1;0")], declarations: declarations)
    #expect(people.findings.map(\.code) == ["table.empty_cell", "table.bad_identifier"])
    #expect(found == [])
  }

  @Test func `the reference of a rejected row is still checked`() {
    let people = read(Person.self, "Id;Name;Domain\np1;Ans;citizens\n")
    let outcome = outcomes("o1;p9;veel;0")
    let found = ReferenceCheck.findings([people, outcome], declarations: declarations)
    #expect(outcome.findings.map(\.code) == ["table.not_a_number"])
    #expect(found.map(\.code) == ["table.unknown_reference"])
  }

  @Test func `a damaged table is not checked against, an absent one is one finding`() {
    let outcome = outcomes("o1;p1;1;0\no2;p2;1;0")
    let damaged = read(Person.self, "")
    #expect(ReferenceCheck.findings([damaged, outcome], declarations: declarations) == [])
    #expect(
      ReferenceCheck.findings([outcome], declarations: declarations).map(\.code)
        == ["table.missing_table"])
  }
}
