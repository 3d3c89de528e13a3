import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct SettingsReaderTests {
  private let file = "project.yaml"

  private let sound = """
    project:
      id: nl-buurthuis-1
      revision: "3"
      name: Buurthuis
      summary: Een huis.
      perspective: evaluation
      language: nl
      currency: EUR
      author: Ans
    organisation:
      name: Stichting Buurthuis
      identifiers:
        - {scheme: NL-KVK, number: "01234567"}
    where:
      neighbourhood: Voorbeeldwijk
      country: NL
      municipality: GM0344
      codes: [BU03440101, BU03440102]
      codes_year: 2025
      postcodes: [3561, 3562A]
    periods:
      - {from: 2024-01-01, until: 2024-12-31}
      - from: 2025-01-01
        until: 2025-12-31
    report:
      date: 2026-02-01
    value_map:
      discount_rate: 2,25 %
      benefit_timing: end_of_period
      price_base_year: 2025
    grants: [SUB-1]
    themes: [ontmoeten, leren]
    left_out:
      - Effecten op huizenprijzen, want die zijn niet gemeten.
    release_below_five:
      - measure: employment.headcount
        reason: De financier vraagt het.
    numbers:
      decimal_mark: comma

    """

  private func read(
    _ text: String, rate: (rate: Double, origin: Origin)? = nil
  ) -> (settings: Settings?, findings: [Finding]) {
    SettingsReader.read(Data(text.utf8), file: file) { _, _ in rate }
  }

  private func changed(_ part: String, to other: String) -> String {
    sound.replacing(part, with: other)
  }

  @Test func `sound settings give the whole description and no finding`() throws {
    let (settings, findings) = read(sound)
    #expect(findings == [])
    let period = try #require(Period(year: 2025))
    let before = try #require(Period(year: 2024))
    let identifier = try #require(OrganisationIdentifier(scheme: .kvk, number: "01234567"))
    let expected = ProjectDescription(
      id: "nl-buurthuis-1", revision: "3", name: "Buurthuis", summary: "Een huis.",
      organisation: "Stichting Buurthuis", identifiers: [identifier],
      neighbourhood: Neighbourhood(
        name: "Voorbeeldwijk", municipality: "GM0344", codes: ["BU03440101", "BU03440102"],
        codesYear: 2025, country: .netherlands, area: PostcodeArea(prefixes: ["3561", "3562A"])),
      period: period, previousPeriod: before, start: before.first, currency: .euro,
      language: .dutch, perspective: .evaluation,
      reportDate: try #require(Day(year: 2026, month: 2, day: 1)), discountRate: 0.0225,
      discountRateOrigin: .cell(
        Address(file: file, line: 28, heading: "value_map.discount_rate")),
      benefitTiming: .endOfPeriod, inputTiming: .startOfPeriod, priceBaseYear: 2025,
      grants: ["SUB-1"], themes: ["ontmoeten", "leren"], author: "Ans",
      leftOut: ["Effecten op huizenprijzen, want die zijn niet gemeten."],
      releasedBelowFive: ["employment.headcount": "De financier vraagt het."])
    #expect(settings?.description == expected)
    #expect(settings?.decimalMark == .comma)
  }

  @Test func `the licences of files are kept by their paths`() {
    let licences = "licences:\n  - {file: tables/population.csv, licence: CC BY 4.0}\n"
    let (settings, findings) = read(licences + sound)
    #expect(findings == [])
    #expect(settings?.licences == ["tables/population.csv": "CC BY 4.0"])
    let nameless = read("licences: [{file: tables/population.csv}]\n" + sound).findings
    #expect(nameless.map(\.code) == ["settings.missing"])
  }

  @Test func `the scope says what the report is for, as far as the author says`() {
    let scope = "scope:\n  purpose: Verantwoording\n  audience:\n  resources: \"40 uur\"\n"
    let (settings, findings) = read(scope + sound)
    #expect(findings == [])
    #expect(
      settings?.description.scope
        == ProjectDescription.Scope(purpose: "Verantwoording", resources: "40 uur"))
    #expect(read(sound).settings?.description.scope == ProjectDescription.Scope())
    let mistyped = read("scope:\n  purpos: Verantwoording\n" + sound).findings
    #expect(mistyped.map(\.code) == ["settings.unknown_key"])
  }

  @Test func `the report's date is the end of the period where it is left out`() {
    let settings = read(changed("report:\n  date: 2026-02-01\n", to: "")).settings
    #expect(settings?.description.reportDate == Day(year: 2025, month: 12, day: 31))
  }

  @Test func `the standard discount rate is asked for with the last day`() throws {
    let text = changed("2,25 %", to: "standard")
    let origin = Origin.parameter(id: "discount_rate.nl", value: 0.0225, source: "bron")
    var asked: [String] = []
    let (settings, findings) = SettingsReader.read(Data(text.utf8), file: file) { country, day in
      asked.append("\(country.rawValue) \(day)")
      return (0.0225, origin)
    }
    #expect(findings == [])
    #expect(asked == ["NL 2025-12-31"])
    #expect(settings?.description.discountRate == 0.0225)
    #expect(settings?.description.discountRateOrigin == origin)
    let (none, missing) = read(text)
    #expect(none == nil)
    #expect(missing.map(\.code) == ["settings.no_standard_rate"])
    #expect(missing.first?.address?.line == 28)
  }

  @Test(arguments: [
    ("  name: Buurthuis\n", "", "settings.missing", 1),
    ("perspective: evaluation", "perspective: later", "settings.invalid", 6),
    ("language: nl", "language: fr", "settings.invalid", 7),
    ("currency: EUR", "currency: euro's", "settings.invalid", 8),
    ("NL-KVK", "NL-KVX", "settings.invalid", 13), ("01234567", "0123", "settings.invalid", 13),
    ("country: NL", "country: FR", "settings.invalid", 16),
    ("codes_year: 2025", "codes_year: vorig jaar", "settings.invalid", 19),
    ("  codes_year: 2025\n", "", "settings.missing", 14),
    ("3562A", "35A", "settings.invalid", 20),
    ("from: 2025-01-01", "from: 2025-01-02", "settings.period", 23),
    ("from: 2025-01-01", "from: 2024-06-01", "settings.period", 23),
    ("from: 2025-01-01", "from: 2025-01-32", "settings.invalid", 23),
    ("date: 2026-02-01", "date: 1 februari", "settings.invalid", 26),
    ("2,25 %", "veel", "table.not_a_number", 28), ("2,25 %", "2.250", "table.ambiguous_number", 28),
    ("2,25 %", "80 %", "table.out_of_bounds", 28),
    ("end_of_period", "ooit", "settings.invalid", 29),
    ("employment.headcount", "headcount", "settings.invalid", 36),
    ("decimal_mark: comma", "decimal_mark: komma", "settings.invalid", 39),
    ("where:\n", "wher:\n", "settings.missing", 14),
    ("discount_rate:", "discountrate:", "settings.missing", 28),
  ])
  func `a mistake is one error at its line`(part: String, other: String, code: String, line: Int) {
    let (settings, findings) = read(changed(part, to: other))
    let errors = findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
    #expect(errors.first?.address?.line == line)
    #expect(errors.first?.address?.file == file)
    #expect(settings == nil)
  }

  @Test func `a finding is in both languages, with a remedy`() {
    let findings = read(changed("perspective: evaluation", to: "perspective: later")).findings
    #expect(
      findings == [
        Finding(
          "settings.invalid", .error,
          Text("“later” is not a perspective.", nl: "‘later’ is geen perspectief."),
          help: Text("Write evaluation or forecast.", nl: "Schrijf evaluation of forecast."),
          at: Address(file: file, line: 6, heading: "project.perspective"))
      ])
  }

  @Test func `a mistyped key is one finding that names the right one`() {
    let required = read(changed("discount_rate:", to: "discountrate:")).findings
    #expect(required.map(\.severity) == [.error])
    #expect(
      required.first?.help
        == Text(
          "Rename “discountrate” to “discount_rate”.",
          nl: "Hernoem ‘discountrate’ tot ‘discount_rate’."
        ))
    let optional = read(changed("grants:", to: "grant:"))
    #expect(optional.findings.map(\.code) == ["settings.unknown_key"])
    #expect(optional.findings.map(\.severity) == [.warning])
    #expect(optional.settings != nil)
    #expect(
      read(sound + "kleur: groen\n").findings.map { $0.address?.line } == [40])
  }

  @Test func `a missing section is one finding, not one for each key in it`() {
    let start = sound.range(of: "value_map:")?.lowerBound ?? sound.endIndex
    let end = sound.range(of: "grants:")?.lowerBound ?? sound.endIndex
    let text = String(sound[..<start] + sound[end...])
    #expect(read(text).findings.map(\.message.english) == ["“value_map” is missing."])
  }

  @Test func `a bare rate below one is a warning`() {
    let (settings, findings) = read(changed("2,25 %", to: "0,0225"))
    #expect(findings.map(\.code) == ["table.percentage_fraction"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(settings?.description.discountRate == 0.000225)
  }

  @Test func `aliases are refused before they are followed`() {
    var bomb = "a0: &a0 [ha, ha]\n"
    for level in 1...30 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let findings = read(bomb).findings
    #expect(findings.map(\.code) == ["settings.alias"])
    #expect(findings.first?.address?.line == 2)
    let prose = changed("summary: Een huis.", to: "summary: \"Jan & Piet, *echt* waar\"")
    #expect(read(prose).findings == [])
  }

  @Test(arguments: [
    ("", "settings.empty"), ("- a\n- b\n", "settings.invalid_yaml"),
    ("project: [\n", "settings.invalid_yaml"), ("a: 1\na: 2\n", "settings.double_key"),
    (String(repeating: "[", count: 5000), "settings.too_deep"),
    ("a: \u{1}\n", "text.control_character"),
    ("a: " + String(repeating: "x", count: 300_000), "settings.too_large"),
  ])
  func `what cannot be settings is one finding`(text: String, code: String) {
    let (settings, findings) = read(text)
    #expect(findings.map(\.code) == [code])
    #expect(settings == nil)
  }

  @Test func `settings cut off anywhere never crash and never pass for whole`() {
    var generator = SeededGenerator(seed: 61)
    let needed = sound.range(of: "price_base_year: 2025")?.upperBound ?? sound.endIndex
    let length = sound.distance(from: sound.startIndex, to: needed) - 4
    for _ in 0..<80 {
      let (settings, findings) = read(
        String(sound.prefix(Int.random(in: 0..<length, using: &generator))))
      #expect(settings == nil)
      #expect(findings.contains { $0.severity == .error })
    }
  }

  @Test func `what counts as spending is read with the organisations it is of`() throws {
    let text =
      changed(
        "  name: Stichting Buurthuis\n",
        to: "  name: Stichting Buurthuis\n  vat_number: NL000000000B00\n"
          + "  accounts: [NL00 WIJK 0000 0000 02]\n") + """
        books:
          basis: bank
          income: books
          timing: cash
          vat: bank
          wages_to: [Belastingdienst]
          name_organisations: yes
          scope: {accounts: [NL00WIJK0000000001]}
          organisations:
            - name: Tuin
              folder: tuin
              identifiers: [{scheme: NL-KVK, number: "00000002"}]
              basis: books
              vat: books_excluding_vat
              scope: {projects: [P1, P2], cost_centres: K1}

        """
    let (settings, findings) = read(text)
    #expect(findings.isEmpty)
    let books = try #require(settings).books
    #expect(books.namesOrganisations)
    #expect(books.own.name == "Stichting Buurthuis")
    #expect(books.own.numbers == ["01234567", "NL000000000B00"])
    #expect(books.own.accounts == ["NL00WIJK0000000002"])
    #expect(books.own.basis == .bank)
    #expect(books.own.income == .books)
    #expect(books.own.timing == .cash)
    #expect(books.own.tax == .including)
    #expect(books.own.wagesTo == ["Belastingdienst"])
    #expect(books.own.scope == BookScope(accounts: ["NL00WIJK0000000001"]))
    let garden = try #require(books.others.first)
    #expect(garden.name == "Tuin" && garden.folder == "tuin" && garden.numbers == ["00000002"])
    #expect(garden.basis == .books && garden.tax == .excluding)
    #expect(garden.scope == BookScope(projects: ["P1", "P2"], costCentres: ["K1"]))
  }

  @Test func `without a word about books the only source that is there counts`() throws {
    let books = try #require(read(sound).settings).books
    #expect(books.own.basis == nil && books.others.isEmpty && !books.namesOrganisations)
    #expect(books.own.name == "Stichting Buurthuis")
  }

  @Test(arguments: [
    "basis: kasboek", "timing: later", "vat: soms", "name_organisations: maybe",
  ])
  func `a word that the books do not know is one finding`(line: String) {
    let (settings, findings) = read(sound + "books:\n  \(line)\n")
    #expect(settings == nil)
    #expect(findings.map(\.code) == ["settings.invalid"])
    #expect(findings.first?.address?.heading?.hasPrefix("books.") == true)
  }

  @Test func `an account that cannot be an IBAN is a finding`() {
    let (_, findings) = read(
      changed(
        "  name: Stichting Buurthuis\n",
        to: "  name: Stichting Buurthuis\n  accounts: [\"12345\"]\n"))
    #expect(findings.map(\.code) == ["settings.invalid"])
  }
}
