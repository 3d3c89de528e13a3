import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// Numbers are tested through tables, as they are read.
@Suite struct NumberReadingTests {
  struct Amounts: TableRow {
    static let table = TableCard(id: "amounts", title: Text("Amounts", nl: "Bedragen"))
    @Column("Number", nl: "Getal") var number: Double?
    @Column("Count", nl: "Telling") var count: Int?
    @Column("Money", nl: "Geld") var money: Money?
    @Column("Price", nl: "Prijs", unit: .money) var price: Estimate?
    @Column("Share", nl: "Deel", unit: .percent) var share: Estimate?
  }

  private func column(
    _ heading: String, _ cells: [String], mark: DecimalMark? = nil
  ) -> TableReading {
    var options = ReadingOptions.test
    options.decimalMark = mark
    let lines = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    return read(Amounts.self, ([heading] + lines).joined(separator: "\n"), options: options)
  }

  private func values(_ reading: TableReading, _ position: Int) -> [CellValue] {
    reading.content?.rows.map { $0.cells[position] } ?? []
  }

  private func numbers(_ cells: [String], mark: DecimalMark? = nil) -> [Double?] {
    values(column("Number", cells, mark: mark), 0).map {
      if case .number(let estimate) = $0 { estimate.value } else { nil }
    }
  }

  @Test(arguments: [
    ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("1.234.567", 1_234_567), ("12,5", 12.5),
    ("12.5", 12.5), ("0,125", 0.125), ("0.125", 0.125), ("1234,567", 1234.567), ("7", 7),
    ("-7", -7), ("−7", -7), ("- 7", -7), ("1 234,5", 1234.5), ("1\u{A0}234\u{A0}567", 1_234_567),
    ("1'234.5", 1234.5), ("1’234", 1234), ("€ 12,50", 12.5), ("12,50 €", 12.5),
    ("EUR 12.50", 12.5), ("12.50 eur", 12.5), ("-€ 5", -5), ("€ -5", -5), ("1 234,567", 1234.567),
    (",5", 0.5), ("0,0001", 0.0001), ("00012,5", 12.5),
  ])
  func `what can be read in one way only is read so`(text: String, value: Double) {
    let reading = column("Number", [text])
    #expect(reading.findings == [])
    #expect(numbers([text]) == [value])
  }

  @Test(arguments: [
    "twaalf", "(5)", "12,5 kg", "1e3", "12,", "1.23.456", "1,2,3", "1.234,5.6", "12 34", "--5",
    "5-", "€", "20 %", "1/2", "٣", "0x10", "nan", "inf", "1,234,56", "1.2345,6", "5 (3–6)",
  ])
  func `what is no number is one finding`(text: String) {
    #expect(column("Number", [text]).findings.map(\.code) == ["table.not_a_number"])
  }

  @Test(arguments: ["1.234", "1,234", "-1.234", "€ 999.000"])
  func `one mark before three digits proves nothing by itself`(text: String) {
    #expect(column("Number", [text]).findings.map(\.code) == ["table.ambiguous_number"])
  }

  @Test func `the rest of the column proves the decimal mark`() {
    #expect(numbers(["1.234", "12,5"]) == [1234, 12.5])
    #expect(numbers(["1.234", "12.5"]) == [1.234, 12.5])
    #expect(numbers(["1,234", "1.000.000,5"]) == [1.234, 1_000_000.5])
    #expect(numbers(["1.234", "2.345.678"]) == [1234, 2_345_678])
  }

  @Test func `the settings decide where the column cannot`() {
    #expect(numbers(["1.234"], mark: .comma) == [1234])
    #expect(numbers(["1.234"], mark: .point) == [1.234])
  }

  @Test func `a cell that contradicts its column is one finding with the proof in words`() {
    let reading = column("Number", ["12,5", "3,5", "4.5"])
    #expect(
      reading.findings == [
        Finding(
          "table.decimal_mark", .error,
          Text(
            "“4.5” is not written with a comma before the decimals, as “12,5” in this column shows.",
            nl:
              "‘4.5’ heeft niet een komma voor de decimalen, zoals ‘12,5’ in deze kolom laat zien."
          ),
          help: Text(
            "Use one decimal mark in the whole column.",
            nl: "Gebruik één decimaalteken in de hele kolom."),
          at: Address(file: "tables/amounts.csv", row: 4, column: 1, heading: "Number"))
      ])
    #expect(column("Number", ["12,5"], mark: .point).findings.map(\.code) == ["table.decimal_mark"])
  }

  @Test func `money is exact in cents and nothing smaller`() {
    #expect(
      values(column("Money", ["€ 1.234,56", "0,1", "-12"]), 2)
        == [123_456, 10, -1_200].map { .money(Money(minorUnits: $0, currency: .euro)) })
    for text in ["0,125", "92233720368547758,08"] {
      #expect(column("Money", [text]).findings.map(\.code) == ["table.not_in_cents"], "\(text)")
    }
    #expect(column("Money", ["£ 5"]).findings.map(\.code) == ["table.other_currency"])
  }

  @Test func `a whole number has no decimals`() {
    #expect(
      values(column("Count", ["12", "1.000.000"]), 1) == [.integer(12), .integer(1_000_000)])
    #expect(column("Count", ["12,5"]).findings.map(\.code) == ["table.not_whole"])
  }

  @Test func `a range is read with a dash or a hyphen`() throws {
    let reading = column("Share", ["20 % (10–30)", "20 (10-30)", "20% (10 % – 30 %)"])
    let range = CellValue.number(try #require(Estimate(0.2, low: 0.1, high: 0.3)))
    #expect(reading.findings == [])
    #expect(values(reading, 4) == [range, range, range])
    let price = column("Price", ["3500 (3000–4200)", "-5 (-10--1)"])
    #expect(
      values(price, 3) == [
        .number(try #require(Estimate(3500, low: 3000, high: 4200))),
        .number(try #require(Estimate(-5, low: -10, high: -1))),
      ])
    #expect(column("Share", ["20 (30–40)"]).findings.map(\.code) == ["table.range_order"])
  }

  @Test func `a bare fraction in a percentage column is read as written, with a warning`() {
    let reading = column("Share", ["0,2", "0,2 %", "20", "0", "1"])
    #expect(
      values(reading, 4) == [0.002, 0.002, 0.2, 0, 0.01].map { .number(Estimate($0)) })
    #expect(
      reading.findings == [
        Finding(
          "table.percentage_fraction", .warning,
          Text(
            "“0,2” is read as 0.2 %, because a bare number is a percentage.",
            nl: "‘0,2’ is gelezen als 0,2 %, want een los getal is een percentage."),
          help: Text(
            "If you mean 20 %, write it so; if not, write 0.2 %.",
            nl: "Bedoelt u 20 %, schrijf dat dan zo; anders schrijft u 0,2 %."),
          at: Address(file: "tables/amounts.csv", row: 2, column: 1, heading: "Share"))
      ])
  }

  @Test func `a percentage is the number nearest to what is written`() {
    #expect(
      values(column("Share", ["0,7 %", "2,25 %"]), 4)
        == [.number(Estimate(0.007)), .number(Estimate(0.0225))])
  }

  @Test(arguments: [Language.dutch, .english])
  func `random numbers with thousands marks read back the same`(language: Language) {
    var generator = SeededGenerator(seed: language == .dutch ? 31 : 32)
    let (thousands, mark) = language == .dutch ? (".", ",") : (",", ".")
    for _ in 0..<300 {
      let cents = Int64.random(in: -99_999_999_999...99_999_999_999, using: &generator)
      let whole = String(cents.magnitude / 100)
      var grouped = ""
      for (offset, digit) in whole.enumerated() {
        if offset > 0, (whole.count - offset) % 3 == 0 { grouped += thousands }
        grouped.append(digit)
      }
      let fraction = String(100 + cents.magnitude % 100).dropFirst()
      let text = (cents < 0 ? "-" : "") + grouped + mark + fraction
      #expect(
        values(column("Money", [text]), 2)
          == [.money(Money(minorUnits: cents, currency: .euro))], "\(text)")
      #expect(numbers([text]) == [Double(cents) / 100], "\(text)")
    }
  }

  @Test func `no random text stops the reading, and each bad cell is one finding`() {
    var generator = SeededGenerator(seed: 33)
    let letters = Array("0123456789.,-–()% €'a")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        })
      let reading = column("Share", [text])
      #expect(reading.findings.count <= 1, "\(text)")
      let isRead = values(reading, 4).contains { $0 != .absent }
      let hasError = reading.findings.contains { $0.severity == .error }
      let isBlank = text.allSatisfy(\.isWhitespace)
      #expect(isBlank || isRead != hasError, "\(text)")
    }
  }

  private func estimate(_ heading: String, _ text: String) -> Estimate? {
    let position = heading == "Share" ? 4 : 3
    guard case .number(let estimate) = values(column(heading, [text]), position).first else {
      return nil
    }
    return estimate
  }

  @Test(arguments: [
    ("20 % (10–30)", Estimate.Shape.triangular), ("20 (10–30, pert)", .pert),
    ("20 % (10-30,PERT)", .pert), ("20 (10–30; gelijkmatig)", .uniform),
    ("20 (10–30, Uniform)", .uniform), ("20 (10–30, normaal)", .normal),
    ("20 (10–30, normal)", .normal), ("20 (10–30, lognormaal)", .lognormal),
    ("20 (10–30, lognormal)", .lognormal), ("20 (10–30, bèta)", .beta),
    ("20 (10–30, beta)", .beta), ("20 (10–30, driehoek)", .triangular),
    ("20 (10–30, triangular)", .triangular),
  ])
  func `a word behind a range names its shape`(text: String, shape: Estimate.Shape) {
    #expect(column("Share", [text]).findings == [])
    #expect(estimate("Share", text) == Estimate(0.2, low: 0.1, high: 0.3, shape: shape))
  }

  @Test func `a comma before decimals is no comma before a shape`() {
    let expected = Estimate(20.5, low: 10.25, high: 30.75, shape: .pert)
    #expect(estimate("Price", "20,5 (10,25–30,75, pert)") == expected)
    #expect(
      estimate("Price", "20,5 (10,25–30,75)") == Estimate(20.5, low: 10.25, high: 30.75))
    #expect(estimate("Price", "€ 20 (€ 10–€ 30, uniform)")?.shape == .uniform)
  }

  @Test(arguments: [
    ("class 25", 0.25, 0.125, 0.375), ("klasse 25 %", 0.25, 0.125, 0.375),
    ("25 (klasse)", 0.25, 0.125, 0.375), ("75 % (Class)", 0.75, 0.625, 0.875),
    ("Klasse 0", 0, 0, 0.125), ("class 100", 1, 0.875, 1), ("50 (class)", 0.5, 0.375, 0.625),
  ])
  func `a class of the scale stands for 12,5 points on either side`(
    text: String, value: Double, low: Double, high: Double
  ) {
    #expect(column("Share", [text]).findings == [])
    #expect(estimate("Share", text) == Estimate(value, low: low, high: high, shape: .scaleClass))
  }

  @Test(arguments: [
    ("20 (10–30, gamma)", "table.unknown_shape"), ("20 (10–30, klasse)", "table.unknown_shape"),
    ("klasse 20", "table.unknown_class"), ("class 25 (10–30)", "table.not_a_number"),
    ("20 (15–30, normal)", "table.unfit_range"), ("20 (0–40, lognormal)", "table.unfit_range"),
    ("0 (0–30, beta)", "table.unfit_range"), ("50 (0–100, normal)", ""),
    ("1 (0–100, beta)", "table.unfit_range"), ("20 (20–20, normal)", "table.unfit_range"),
    ("20 (30–40, pert)", "table.range_order"), ("20 (10–30, pert, normal)", "table.not_a_number"),
  ])
  func `a shape that cannot be is one finding with a remedy`(text: String, code: String) {
    let findings = column("Share", [text]).findings
    #expect(findings.map(\.code) == (code.isEmpty ? [] : [code]), "\(findings)")
    for finding in findings {
      for language in Language.allCases { #expect(finding.help[language].count > 20) }
    }
  }

  @Test func `an unknown shape is told with the words that may be written`() {
    let finding = column("Share", ["20 (10–30, gamma)"]).findings.first
    #expect(finding?.message.dutch == "‘gamma’ is geen vorm van een marge.")
    #expect(
      finding?.help.dutch
        == "Laat het woord weg, of schrijf een van: driehoek, gelijkmatig, pert, normaal, "
        + "lognormaal, bèta.")
  }

  @Test func `only a percentage is a class`() {
    #expect(column("Price", ["klasse 25"]).findings.map(\.code) == ["table.not_a_number"])
  }
}
