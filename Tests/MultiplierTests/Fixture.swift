import IndicatorKit
import Multiplier
import Testing

/// A project made by hand: books as totals, tables as cells.
struct Fixture {
  var totals: [LedgerTotal] = []
  var parties: [LedgerParty] = []
  var tables: [String: TableContent] = [:]
  var hasBooks = true
  var currency = Currency.euro
  var areas = ["9999"]
  var basis = LocalityBasis.delivery
  var codes: [String: String] = [:]

  private let accounts: [(String, String, LedgerAccount.Kind)] = [
    ("1100", "Bank", .balance), ("4000", "Wages", .profitAndLoss),
    ("4200", "Rent", .profitAndLoss), ("4400", "Food", .profitAndLoss),
    ("4540", "Bank costs", .profitAndLoss), ("4900", "Depreciation", .profitAndLoss),
    ("8000", "Contract", .profitAndLoss),
  ]

  /// Books an amount of euros; a negative one is a credit.
  mutating func book(
    _ account: String, _ journal: JournalKind, _ euros: Double, party: String? = nil
  )
    throws
  {
    let cents = Int64((euros * 100).rounded())
    totals.append(
      LedgerTotal(
        book: "books/a.xaf", account: account, party: party, project: nil, journal: journal,
        month: try #require(Day(year: 2025, month: 4, day: 1)), debit: max(0, cents),
        credit: max(0, -cents), lines: 1))
  }

  /// The costs in the payroll journals, in euros.
  var wageCosts: Double {
    totals.filter { $0.journal == .payroll }.reduce(0) { $0 + Double($1.debit - $1.credit) / 100 }
  }

  /// Adds a supplier to the books.
  mutating func supplier(_ id: String, _ postcode: String?) {
    parties.append(
      LedgerParty(
        book: "books/a.xaf", id: id, name: "Party " + id, commerceNumber: nil, taxNumber: nil,
        postcode: postcode, country: nil))
  }

  /// Adds a row to a table by the identifiers of its columns; what is not named is empty.
  mutating func add<Row: TableRow>(_ row: Row.Type, _ cells: [String: CellValue]) {
    let declaration = TableDeclaration(row)
    let rows = tables[declaration.id]?.rows ?? []
    let added = TableContent.Row(
      number: rows.count + 2, cells: declaration.columns.map { cells[$0.id] ?? .absent })
    tables[declaration.id] = TableContent(
      table: declaration.id, file: "tables/\(declaration.id).csv", rows: rows + [added],
      rejectedRows: 0, headings: declaration.columns.map(\.id),
      filePositions: Array(1...declaration.columns.count))
  }

  /// Adds a member of staff.
  mutating func staff(_ id: String, _ postcode: String?, netPay: Double?) throws {
    let start = try #require(Day(year: 2025, month: 1, day: 1))
    add(
      StaffMember.self,
      [
        "id": .text(id), "person": .person(PersonKey(hash: id)), "start": .day(start),
        "hours_per_week": .number(Estimate(24)), "target_group": .text("none"),
        "postcode": postcode.map { .text($0) } ?? .absent,
        "net_pay": netPay.map { .number(Estimate($0)) } ?? .absent,
      ])
  }

  /// Adds a row about re-spending.
  mutating func respends(
    _ id: String, _ kind: RecipientKind, _ who: String?, _ share: Double,
    _ provenance: ShareProvenance, answers: Int? = nil
  ) {
    add(
      ReSpendingRow.self,
      [
        "id": .text(id), "kind": .text(kind.rawValue), "who": who.map { .text($0) } ?? .absent,
        "share": .number(Estimate(share)), "provenance": .text(provenance.rawValue),
        "answers": answers.map { .integer($0) } ?? .absent, "source": .text("by hand"),
      ])
  }

  func ledger() throws -> Ledger {
    Ledger(
      books: [
        LedgerBook(
          file: "books/a.xaf", company: "Groenhof", currency: currency,
          first: try #require(Day(year: 2025, month: 1, day: 1)),
          last: try #require(Day(year: 2025, month: 12, day: 31)))
      ],
      accounts: accounts.map {
        LedgerAccount(
          book: "books/a.xaf", id: $0.0, name: $0.1, kind: $0.2, rgs: codes[$0.0])
      }, parties: parties, totals: totals)
  }

  func data(card: IndicatorCard = MultiplierIndicator.card) throws -> ProjectData {
    ProjectData(
      project: try Self.project(areas: areas, basis: basis), card: card, contents: tables,
      ledger: hasBooks ? try ledger() : nil, parameters: ParameterTable([]))
  }

  func measures() throws -> [String: Measure] {
    let all = try MultiplierIndicator().measure(try data())
    #expect(all.map(\.card) == MultiplierIndicator.card.measures)
    return Dictionary(all.map { ($0.card.id, $0) }) { first, _ in first }
  }

  static func project(
    areas: [String], basis: LocalityBasis = .delivery
  ) throws -> ProjectDescription {
    let period = try #require(Period(year: 2025))
    return ProjectDescription(
      id: "p", revision: "1", name: "Groenhof", summary: nil, organisation: "Groenhof",
      identifiers: [],
      neighbourhood: Neighbourhood(
        name: "Hof", municipality: nil, codes: [], codesYear: nil, country: .netherlands,
        area: PostcodeArea(prefixes: areas), basis: basis), period: period, previousPeriod: nil,
      start: period.first, currency: .euro, language: .english, perspective: .evaluation,
      reportDate: period.last, discountRate: 0.02, discountRateOrigin: .combined([]),
      benefitTiming: .endOfPeriod, inputTiming: .startOfPeriod, priceBaseYear: 2025, grants: [],
      themes: [], author: nil, leftOut: [], releasedBelowFive: [:])
  }

  /// The case that the golden test computes by hand.
  static func golden() throws -> Fixture {
    var fixture = Fixture()
    fixture.supplier("S1", "9999 AB")
    fixture.supplier("S2", "1234 AB")
    try fixture.book("8000", .sales, -100_000)
    try fixture.book("4000", .payroll, 50_000)
    try fixture.book("4400", .purchase, 11_000, party: "S1")
    try fixture.book("4400", .purchase, -1_000, party: "S1")
    try fixture.book("4200", .purchase, 15_000, party: "S2")
    try fixture.book("4540", .bank, 5_000)
    try fixture.book("4900", .memorandum, 2_000)
    try fixture.book("1100", .bank, -30_000)
    for number in 1...5 { try fixture.staff("c\(number)", "9999", netPay: 6_000) }
    fixture.respends("r1", .staff, nil, 0.4, .surveyed, answers: 5)
    fixture.respends("r2", .category, "4400", 0.2, .assumed)
    return fixture
  }
}

extension Measure {
  /// The input of a computed measure.
  func input(_ id: String) -> Double? {
    guard case .measured(.computed(_, let inputs, _)) = result else { return nil }
    return inputs.first { $0.id == id }?.value
  }

  /// The parts of a share.
  var shareParts: [Double]? {
    guard case .measured(.share(let part, let whole, let unknown)) = result else { return nil }
    return [part, whole, unknown]
  }

  /// Every number that a reader is shown.
  var numbers: [Double] {
    var numbers = flows.map(\.amount) + breakdowns.flatMap { $0.entries.map(\.value) }
    numbers += rankings.flatMap { $0.entries.map(\.value) }
    numbers += shareParts ?? []
    if case .measured(.computed(let value, let inputs, _)) = result {
      numbers += [value] + inputs.map(\.value)
    }
    return numbers
  }
}
