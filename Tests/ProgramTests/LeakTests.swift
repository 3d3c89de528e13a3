import ExportKit
import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Pipeline

/// What leaves the project: no byte of it says who somebody is.
@Suite struct LeakTests {
  /// Tables of people whose every name, account and home is a word that stands nowhere else.
  private func seed(_ example: Example) throws -> [String] {
    var words: [String] = []
    func word(_ kind: String, _ number: Int) -> String {
      let word = "zq\(kind)\(number)"
      words.append(word)
      return word
    }
    let staff = try lines(example, "staff")
    let homes = ["9999QA", "9999QB", "9998QC", "9999QD", "9999QE", "9997QF", "9999QG"]
    var table = [staff[0] + ";Naam;IBAN;Geboortedatum;BSN"]
    for (number, line) in staff.dropFirst().enumerated() {
      var cells = line.components(separatedBy: ";")
      cells[1] = word("medewerker", number)
      cells[6] = homes[number]
      cells += [word("naam", number), word("iban", number), "19\(70 + number)-03-17"]
      table.append((cells + [word("bsn", number)]).joined(separator: ";"))
      words += [homes[number], "19\(70 + number)-03-17"]
    }
    try write(table, "staff", to: example)
    let guests = try lines(example, "participants")
    let seeded = guests.dropFirst().map { line in
      var cells = line.components(separatedBy: ";")
      cells[1] = "zqgast" + cells[1]
      words.append(cells[1])
      return cells.joined(separator: ";")
    }
    try write([guests[0]] + seeded, "participants", to: example)
    try write(
      ["Opdracht;Kandidaat;Begin;Uren per week;Doelgroep"]
        + (0..<6).map { "k1;\(word("kandidaat", $0));2025-01-01;24;participation_act" },
      "placements", to: example)
    try write(
      ["Id;Begindatum;Opdrachtgever;Regio;Opdrachtsom;Percentage"]
        + ["k1;2025-01-01;\(word("opdrachtgever", 0));own;1200000;5 %"],
      "social_return_contracts", to: example)
    try write(
      ["Werknemer;Begindatum;Pakket;Referteloon;Begeleidingspremie"]
        + (0..<6).map {
          "\(word("werknemer", $0));2025-01-01;wage_need;72\($0)3;\($0 == 0 ? "731" : "")"
        }, "tailored_work", to: example)
    try write(
      ["Datum;Instelling;Vacatures;Uit de buurt"]
        + ["2025-12-31;\(word("instelling", 0));40;6"], "anchor_hiring", to: example)
    let own = "social_return.own.participation_act;40000;2025-01-01;;Eigen tarief (fictief)"
    try write(try lines(example, "parameters") + [own], "parameters", to: example)
    return words
  }

  private func lines(_ example: Example, _ table: String) throws -> [String] {
    String(decoding: try example.bytes("tables/\(table).csv"), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  private func write(_ lines: [String], _ table: String, to example: Example) throws {
    let text = lines.joined(separator: "\n") + "\n"
    try example.write(Data(text.utf8), to: "tables/\(table).csv")
  }

  /// What the files of a report hold, in small letters; a workbook unpacked, hidden sheets too.
  private func texts(_ files: [URL]) throws -> [(file: String, text: String)] {
    try files.map { file in
      let isPacked = file.pathExtension == "ods"
      let text =
        isPacked
        ? try #require(Tool("unzip")).run(["-p", file.path]).output
        : try String(contentsOf: file, encoding: .utf8)
      return (file.lastPathComponent, text.lowercased())
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `no file of a report holds a name, an account, a birthday or a home of anybody`() throws {
    let example = try Example()
    let words = try seed(example)
    let result = try example.pipeline.report(example.project)
    let measures = try #require(result.report).indicators.flatMap(\.measures)
    func value(_ id: String) -> Double? {
      measures.first { $0.id.description == id }?.measure.value
    }
    #expect(value("employment.headcount") == 7)
    #expect(value("employment.social_return_fulfilled") != nil)
    let premiums = try #require(
      measures.first { $0.id.description == "employment.tailored_work_premiums" }?.measure)
    #expect(premiums.value != nil)
    #expect(premiums.breakdowns.isEmpty, "one of six has a guidance premium: 4 × 731")
    #expect(result.files.count == 5)
    var places = try texts(result.files)
    for figure in ["employment.fte_target_groups", "participation.unique_participants"] {
      let said = try ProgramBinary.run(["explain", example.folder.path, figure])
      places.append((figure, (said.output + said.errors).lowercased()))
    }
    for (place, text) in places {
      let found = words.filter { text.contains($0.lowercased()) }
      #expect(found == [], "\(place)")
    }
    #expect(places.contains { $0.text.contains("tables/staff.csv") }, "the tables are named")
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `a name that slipped into another column is told to the lead and to no reader`() throws {
    let example = try Example()
    try example.replace(
      "c1;M-01;2023-03-01;;28;Banenafspraak;9999;",
      with: "c1;M-01;2023-03-01;;28;zqjansen;zqstraat 3;", in: "tables/staff.csv")
    try example.replace(
      "c2;M-02;2024-01-01;;", with: "c2;M-02;2024-01-01;2003-07-09;", in: "tables/staff.csv")
    let result = try example.pipeline.report(example.project, isDraftAllowed: true)
    let told = result.findings.map(\.message.dutch).joined()
    let words = ["zqjansen", "zqstraat", "2003-07-09"]
    #expect(words.allSatisfy(told.contains))
    let texts = try texts(result.files)
    #expect(texts.count == 5)
    for (file, text) in texts {
      #expect(!words.contains { text.contains($0) }, "\(file)")
    }
    #expect(texts.contains { $0.text.contains("table.unknown_choice") }, "the code is there")
  }

  @Test func `no figure names some rows of a table of people and leaves out others`() throws {
    let example = try Example()
    _ = try seed(example)
    let made = try example.pipeline.make(
      example.project, store: .memory, language: nil, progress: { _ in })
    let contents = try #require(made.project).contents
    let tables = Set(registry.tables.filter(\.holdsPersons).map(\.id))
    let selections = try #require(made.report).indicators.flatMap(\.measures)
      .flatMap { $0.measure.origin.selections }.filter { tables.contains($0.table) }
    for selection in selections {
      let all = contents[selection.table]?.rows.count
      #expect(
        selection.count == 0 || selection.count == all,
        "\(selection.count) of \(all ?? 0) rows of \(selection.table)")
    }
    #expect(selections.contains { $0.columns.contains("target_group") && $0.count == 0 })
    #expect(selections.contains { $0.count > 5 }, "all rows together are named")
  }
}

extension Origin {
  /// The rows that it names.
  fileprivate var selections: [Selection] {
    switch self {
    case .selection(let selection): [selection]
    case .combined(let origins): origins.flatMap(\.selections)
    case .cell, .ledger, .parameter, .computation: []
    }
  }
}
