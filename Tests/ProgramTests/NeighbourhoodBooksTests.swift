import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing

/// The books of a made-up kitchen, whose year lies in the project four times over.
///
/// As an audit file, as statements, as invoices and as a list: `Tests/Neighbourhood/neighbourhood.py`
/// writes the files and works out by itself what they come to.
@Suite(.enabled(if: Tool.isHere("python3"))) struct NeighbourhoodBooksTests {
  /// A kitchen on disk and what the other program says of it.
  private struct Kitchen {
    let folder: URL
    let expected: [String: Any]

    init(seed: Int, basis: String, _ lines: String...) throws {
      folder = try Places.temporaryFolder().appending(path: "keuken")
      let script = Places.repository.appending(path: "Tests/Neighbourhood/neighbourhood.py").path
      let outcome = try #require(Tool("python3"))
        .run([script, folder.path, "\(seed)", basis] + lines)
      try #require(outcome.exitCode == 0, "\(outcome.errors)")
      let bytes = Data(outcome.output.utf8)
      expected = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    func number(_ key: String) throws -> Double { try #require(expected[key] as? Double) }

    func months(_ key: String) throws -> [Double] { try #require(expected[key] as? [Double]) }

    private var pipeline: Pipeline { Pipeline(registry: registry, program: "Wijkwaarde test") }

    func report() throws -> ReportResult {
      try pipeline.report(
        ProjectFolder(folder), isDraftAllowed: true, language: .english,
        output: try Places.temporaryFolder())
    }

    func overview() throws -> BooksOverview { try pipeline.books(ProjectFolder(folder)) }

    func rewrite(_ path: String, _ change: (String) -> String) throws {
      let file = folder.appending(path: path)
      try change(String(contentsOf: file, encoding: .utf8))
        .write(to: file, atomically: true, encoding: .utf8)
    }

    func copy(_ path: String, to other: String) throws {
      try FileManager.default.copyItem(
        at: folder.appending(path: path), to: folder.appending(path: other))
    }
  }

  private func value(_ id: String, _ result: ReportResult) throws -> Double? {
    let report = try #require(result.report)
    return report.everyFigure.first { $0.id.description == id }?.value
  }

  private func multiplier(_ result: ReportResult) throws -> Measure? {
    let report = try #require(result.report)
    let all = report.indicators.flatMap(\.measures)
    return all.first { $0.id.description == "multiplier.lm3" }?.measure
  }

  private func expect(
    _ id: String, _ expected: Double, in result: ReportResult,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let actual = try #require(try value(id, result), sourceLocation: location)
    #expect(abs(actual - expected) < 1e-6, "\(id): \(actual)", sourceLocation: location)
  }

  @Test(arguments: [1, 2, 3], ["books", "bank", "list"])
  func `books, bank and list give the multiplier that another program works out`(
    seed: Int, basis: String
  ) throws {
    let kitchen = try Kitchen(seed: seed, basis: basis)
    let result = try kitchen.report()
    #expect(!result.hasErrors)
    try expect("multiplier.lm3", try kitchen.number("lm3"), in: result)
    let total =
      try kitchen.number("suppliers") + kitchen.number("wages") - kitchen.number("r2")
    try expect("multiplier.leak", total, in: result)
    #expect(result.findings.count { $0.code == "books.not_used" } == 3)
  }

  /// Asks the store of a kitchen something, beside the program.
  private func ask(_ sql: String, of kitchen: Kitchen) throws -> Int {
    let script = """
      import sqlite3, sys
      store = sqlite3.connect(sys.argv[1])
      done = store.execute(sys.argv[2])
      row = done.fetchone()
      print(row[0] if row else done.rowcount)
      store.commit()
      """
    let store = kitchen.folder.appending(path: ".wijkwaarde/store.sqlite").path
    let outcome = try #require(Tool("python3")).run(["-c", script, store, sql])
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    return try #require(Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  // Reading a file again would take away the mark on what is kept of it.
  @Test func `a second report reads only the file that was changed`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "books")
    let first = try #require(try kitchen.report().report)
    let marked = "SELECT count(*) FROM ledger_line WHERE text = 'gemerkt'"
    let all = try ask("UPDATE ledger_line SET text = 'gemerkt'", of: kitchen)
    #expect(all > 100)
    let second = try #require(try kitchen.report().report)
    #expect(try ask(marked, of: kitchen) == all)
    #expect(second.everyFigure.map(\.value) == first.everyFigure.map(\.value))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: kitchen.folder.appending(path: "books").path)
    let audit = try #require(files.first { $0.hasSuffix(".xaf") })
    try kitchen.rewrite("books/\(audit)") { $0 + "\n" }
    #expect(try kitchen.report().report != nil)
    let left = try ask(marked, of: kitchen)
    #expect(left > 0 && left < all)
  }

  /// The parts of a computed measure, or the entries of its breakdowns, by identifier.
  private func parts(_ id: String, _ result: ReportResult) throws -> [String: Double] {
    let report = try #require(result.report)
    let measure = try #require(
      report.indicators.flatMap(\.measures).first { $0.id.description == id }?.measure)
    var parts: [String: Double] = [:]
    if case .measured(.computed(_, let inputs, _)) = measure.result {
      for input in inputs { parts[input.id] = input.value }
    }
    for entry in measure.breakdowns.flatMap(\.entries) { parts[entry.id] = entry.value }
    return parts
  }

  private func expect(
    _ found: [String: Double], _ expected: [String: Double],
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(!expected.isEmpty, sourceLocation: location)
    for (id, value) in expected {
      let own = found[id]
      #expect(
        abs((own ?? .infinity) - value) < 1e-6 * max(1, abs(value)),
        "\(id): \(own ?? .nan), not \(value)", sourceLocation: location)
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `leaks, concentration, later rounds and what-if are those of another program`(
    seed: Int
  ) throws {
    let kitchen = try Kitchen(seed: seed, basis: "books")
    let result = try kitchen.report()
    #expect(!result.hasErrors)
    let leaks = try parts("multiplier.leak", result)
    expect(leaks, try #require(kitchen.expected["leaks"] as? [String: Double]))
    expect(leaks, try #require(kitchen.expected["destinations"] as? [String: Double]))
    let names = ["hhi": "hhi", "top1": "top1", "top5": "top5", "gini": "gini"]
    let hands = try parts("multiplier.effective_owners", result)
    for (group, start, effective) in [("owners", "", "owners"), ("payees", "payees_", "payees")] {
      let other = try #require(kitchen.expected[group] as? [String: Double])
      for (own, id) in names { expect(hands, [start + own: try #require(other[id])]) }
      expect(hands, [effective: try #require(other["effective"])])
    }
    try expect("multiplier.all_rounds", try kitchen.number("all_rounds"), in: result)
    let rounds = try parts("multiplier.all_rounds", result)
    expect(rounds, ["type_one": try kitchen.number("type_one")])
    try expect("multiplier.what_if", try kitchen.number("what_if"), in: result)
    let scenario = try parts("multiplier.what_if", result)
    expect(scenario, ["moved": try kitchen.number("moved")])
    #expect(try kitchen.number("moved") > 0)
  }

  @Test(arguments: [1, 2])
  func `the money that a kitchen and a garden pay one another goes round`(seed: Int) throws {
    let kitchen = try Kitchen(seed: seed, basis: "books", "garden")
    let result = try kitchen.report()
    #expect(!result.hasErrors, "\(result.findings.filter { $0.severity == .error })")
    let loops = try kitchen.number("loops")
    #expect(loops > 0)
    try expect("multiplier.in_loops", loops, in: result)
  }

  @Test(arguments: [1, 2, 3])
  func `each of two organisations has its own LM3, with what the books of the other show`(
    seed: Int
  ) throws {
    let kitchen = try Kitchen(seed: seed, basis: "books", "garden")
    let asked = try parts("multiplier.lm3", try kitchen.report())
    expect(
      asked,
      [
        "organisation_1": try kitchen.number("kitchen_answered"),
        "organisation_2": try kitchen.number("garden_observed"),
      ])
    // Without the answer of the garden its books tell what it spends again.
    try kitchen.rewrite("tables/respending.csv") { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("ap3,") }.joined(separator: "\n") + "\n"
    }
    let seen = try parts("multiplier.lm3", try kitchen.report())
    expect(seen, ["organisation_1": try kitchen.number("kitchen_observed")])
    #expect(seen["organisation_1"] != asked["organisation_1"])
  }

  @Test(arguments: [1, 2])
  func `invoices with VAT give the same multiplier with the income of the bank`(seed: Int) throws {
    let kitchen = try Kitchen(
      seed: seed, basis: "invoices", "vat: including", "income: bank")
    let result = try kitchen.report()
    #expect(!result.hasErrors)
    try expect("multiplier.lm3", try kitchen.number("lm3"), in: result)
  }

  @Test func `each basis says in the report what it is`() throws {
    for (basis, words) in [
      ("books", "the books: on an accrual basis"), ("bank", "bank, including VAT"),
      ("list", "the list of payments"),
    ] {
      let result = try Kitchen(seed: 1, basis: basis).report()
      let lm3 = try #require(try multiplier(result))
      #expect(lm3.notes.contains { $0.english.contains(words) }, "\(basis)")
    }
  }

  @Test func `months of books and bank are those of the other program`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "books")
    let organisation = try #require(try kitchen.overview().organisations.first)
    let bank = try #require(organisation.comparisons.first { $0.other == .bank })
    let (bought, paid) = (try kitchen.months("months"), try kitchen.months("paid_months"))
    #expect(bank.months.count == 12)
    for (index, month) in bank.months.enumerated() {
      #expect(abs(Double(month.basis) / 100 - bought[index]) < 0.005)
      #expect(abs(Double(month.other) / 100 - paid[index]) < 0.005)
    }
    #expect(bank.parties.isEmpty, "everybody is paid within the year")
    let invoices = try #require(organisation.comparisons.first { $0.other == .invoices })
    let net = invoices.months.reduce(0) { $0 + $1.other }
    #expect(abs(Double(net) / 100 - (try kitchen.number("net_of_vat"))) < 0.005)
  }

  @Test func `an invoice that nobody paid is a difference of its party`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "bank")
    try kitchen.rewrite("books/F-2.xml") {
      $0.replacing("<cbc:ID>F-2</cbc:ID>", with: "<cbc:ID>F-2000</cbc:ID>")
    }
    try kitchen.copy("books/F-2.xml", to: "books/F-2-again.xml")
    let overview = try kitchen.overview()
    #expect(overview.findings.contains { $0.code == "books.repeated_invoice" })
    let list = try #require(
      overview.organisations.first?.comparisons.first { $0.other == .list })
    #expect(list.parties.isEmpty, "the rows of the table parties join the list to the statements")
  }

  @Test func `the money that moved to savings is left out`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "bank")
    let treatment = try #require(try kitchen.overview().organisations.first).treatment
    #expect(Double(treatment.transfers.credit) / 100 == (try kitchen.number("saved")))
    #expect(treatment.transfers.lines == 1)
  }

  @Test func `without a basis nothing is counted`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "books")
    try kitchen.rewrite("project.yaml") { $0.replacing("  basis: books\n", with: "") }
    let result = try kitchen.report()
    #expect(result.findings.contains { $0.code == "books.basis_missing" })
    #expect(result.hasErrors)
    #expect(try value("multiplier.lm3", result) == nil)
  }

  @Test func `a statement in two files counts once`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "bank")
    try kitchen.copy("books/bank-03.xml", to: "books/march.xml")
    let result = try kitchen.report()
    #expect(!result.hasErrors)
    #expect(result.findings.count { $0.code == "books.repeated_statement" } == 1)
    try expect(
      "multiplier.leak",
      try kitchen.number("suppliers") + kitchen.number("wages") - kitchen.number("r2"), in: result)
  }

  @Test func `statements that share a part of their entries stop the report`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "bank")
    // February and March under one roof, with an entry of March that the first file lacks.
    try kitchen.copy("books/bank-03.xml", to: "books/march.xml")
    try kitchen.rewrite("books/march.xml") { text in
      guard let range = text.firstRange(of: /<Ntry>.*?<\/Ntry>/) else { return text }
      return text.replacingCharacters(
        in: range,
        with: """
          <Ntry><Amt Ccy="EUR">0.01</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>\
          2025-03-02</Dt></BookgDt></Ntry>
          """)
    }
    let result = try kitchen.report()
    #expect(result.findings.contains { $0.code == "books.statements_overlap" })
    #expect(result.hasErrors)
  }

  @Test func `two kitchens in folders of their own are two organisations`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "bank")
    let neighbour = try Kitchen(seed: 2, basis: "books")
    try FileManager.default.createDirectory(
      at: kitchen.folder.appending(path: "books/buren"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: neighbour.folder.appending(path: "books/keuken.xaf"),
      to: kitchen.folder.appending(path: "books/buren/buren.xaf"))
    try kitchen.rewrite("books/buren/buren.xaf") {
      $0.replacing(
        "<companyName>Wijkkeuken (fictief)", with: "<companyName>Burenkeuken (fictief)")
    }
    let overview = try kitchen.overview()
    #expect(
      overview.organisations.map(\.treatment.name) == [
        "Wijkkeuken (fictief)", "Burenkeuken (fictief)",
      ])
    #expect(overview.organisations.map(\.treatment.basis) == [.bank, .books])
    let result = try kitchen.report()
    #expect(!result.hasErrors)
    let lm3 = try #require(try multiplier(result))
    let notes = lm3.notes.map(\.english)
    #expect(notes.contains { $0.hasPrefix("organisation 2: Spending is taken from the books") })
    #expect(!notes.contains { $0.contains("Burenkeuken") }, "nobody allowed its name")
  }

  @Test func `the command shows sources and differences and names nobody`() throws {
    let kitchen = try Kitchen(seed: 1, basis: "books")
    let outcome = try ProgramBinary.run(["books", kitchen.folder.path, "--top", "3"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("bank statements: files 12"))
    #expect(outcome.output.contains("the books beside invoices, costs by month:"))
    #expect(outcome.output.contains("party 1:") || outcome.output.contains("Leverancier"))
    #expect(!outcome.output.contains("Medewerker") && !outcome.output.contains("NL00"))
    let json = try ProgramBinary.run(["books", kitchen.folder.path, "--json"])
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let project = try #require((whole["projects"] as? [[String: Any]])?.first)
    let organisation = try #require((project["organisations"] as? [[String: Any]])?.first)
    #expect(organisation["basis"] as? String == "books")
    #expect((organisation["comparisons"] as? [Any])?.count == 3)
  }
}
