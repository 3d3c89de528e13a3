import Foundation
import TestSupport
import Testing

/// `wijkwaarde books --multipliers` on published tables, as its users type it.
@Suite struct FlowTableTests {
  private struct Answer: Decodable {
    struct Account: Decodable {
      let name: String
      let receipts: Double
      let kept: Double
      let drawn: Double?
      let threeRounds: Double
      let typeOne: Double?
      let typeTwo: Double?
    }
    struct Finding: Decodable {
      let code: String
      let line: Int?
    }
    struct Table: Decodable {
      let accounts: [Account]
      let leavesTo: [String]
      let errorBound: Double?
      let inverse: [[Double]]?
      let findings: [Finding]
    }
    let tables: [Table]
  }

  private func file(_ text: String) throws -> URL {
    let url = try Places.temporaryFolder().appending(path: "table.csv")
    try Data(text.utf8).write(to: url)
    return url
  }

  private func answer(_ text: String, exitCode: Int32 = 0) throws -> Answer.Table {
    let outcome = try ProgramBinary.run([
      "books", try file(text).path, "--multipliers", "--json",
    ])
    #expect(outcome.exitCode == exitCode)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    return try #require(answer.tables.first)
  }

  private func expect(
    _ found: [Double?], _ published: [Double], within error: Double,
    at place: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == published.count, sourceLocation: place)
    for (found, expected) in zip(found, published) {
      #expect(abs((found ?? .nan) - expected) < error, sourceLocation: place)
    }
  }

  // Beutel; Eurostat Manual of Supply, Use and Input-Output Tables, 2008, tables 15.4 to 15.10.
  @Test func `the table of Germany in 1995 gives Eurostat's multipliers`() throws {
    let table = try answer(
      """
      1995;agri;manuf;constr;trade;business;other
      agri;1131;25480;1;607;710;762
      manuf;7930;304584;64167;41082;11981;30360
      constr;426;7334;3875;5296;23457;9155
      trade;3559;72717;14190;74399;10835;21008
      business;3637;96115;31027;65755;193176;34223
      other;1552;14986;1747;11225;15058;22070
      output;43910;1079446;245606;540063;692487;508918
      """)
    expect(
      table.accounts.map(\.typeOne), [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782],
      within: 0.00005)
    let inverse = try #require(table.inverse)
    expect(
      inverse.indices.map { inverse[$0][$0] }, [1.0339, 1.4292, 1.0289, 1.1784, 1.4126, 1.0515],
      within: 0.00005)
    #expect(try #require(table.errorBound) < 1e-9)
    #expect(table.accounts.allSatisfy { $0.typeTwo == nil })
  }

  // Miller and Blair, Input-Output Analysis, second edition, 2009, sections 2.3 and 2.5: flows of
  // 150, 500, 200 and 100 with outputs of 1000 and 2000, closed for households.
  @Test func `the closed table of Miller and Blair gives both types of multiplier`() throws {
    let table = try answer(
      """
      ;1;2;Households;Final demand
      1;150;500;50;300
      2;200;100;400;1300
      Households;300;500;50;150
      Other payments;350;900;500;
      """)
    #expect(table.accounts.map(\.receipts) == [1000, 2000, 1000])
    #expect(table.leavesTo == ["Other payments"])
    expect(Array(table.accounts.map(\.typeOne).prefix(2)), [1.518, 1.452], within: 0.0005)
    expect(Array(table.accounts.map(\.typeTwo).prefix(2)), [2.462, 2.262], within: 0.0005)
    #expect(table.accounts[2].typeOne == nil)
    let inverse = try #require(table.inverse)
    let published = [
      [1.3651, 0.4253, 0.2509], [0.5273, 1.3481, 0.5954], [0.5698, 0.4890, 1.2885],
    ]
    for (found, expected) in zip(inverse, published) { expect(found, expected, within: 0.00005) }
  }

  // Leontief, Input-Output Economics, second edition, 1986, chapter 2: of 100 bushels of wheat 25 and
  // 20 go to the two branches, of 50 yards of cloth 14 and 6.
  @Test func `Leontief's wheat and cloth give his coefficients`() throws {
    let table = try answer("of,wheat,cloth,rest\nwheat,25,20,55\ncloth,14,6,30\n")
    let inverse = try #require(table.inverse)
    for (found, expected) in zip(inverse, [[1.4570, 0.6623], [0.2318, 1.2417]]) {
      expect(found, expected, within: 0.00005)
    }
  }

  // The same book's table with the man-years of households inside: of 300 they take 40, wheat 80 and
  // cloth 180, in physical units, so that cloth's column sums to 4.12. All is used up by the three.
  @Test func `Leontief's closed table keeps all, so that its rounds never end`() throws {
    let table = try answer(
      "of;wheat;cloth;households\nwheat;25;20;55\ncloth;14;6;30\nhouseholds;80;180;40\n",
      exitCode: 1)
    #expect(table.findings.map(\.code) == ["flows.refused"])
  }

  // (I − A)⁻¹ of [[0, 3/2], [1/4, 0]] is [[8/5, 12/5], [2/5, 8/5]]: iron takes 1.5 of coal and 2 of
  // wages for each unit, coal .25 of iron and 1 of wages. Iron has a subsidy of 2.5.
  @Test func `a branch that pays more than it receives has multipliers and is named`() throws {
    let text = """
      of;coal;iron;final demand
      coal;;150;50
      iron;50;;50
      wages;200;200;
      subsidies;-50;-250;

      """
    let table = try answer(text)
    #expect(table.accounts.map(\.kept) == [0.25, 1.5])
    #expect(table.accounts.map(\.drawn) == [50, 250])
    #expect(table.leavesTo == ["wages"])
    expect(table.accounts.map(\.typeOne), [2, 4], within: 1e-12)
    expect(table.accounts.map(\.threeRounds), [1.625, 2.875], within: 1e-12)
    let inverse = try #require(table.inverse)
    for (found, expected) in zip(inverse, [[1.6, 2.4], [0.4, 1.6]]) {
      expect(found, expected, within: 1e-12)
    }
    #expect(try #require(table.errorBound) < 1e-12)
    let dutch = try ProgramBinary.run([
      "books", try file(text).path, "--multipliers", "--language", "nl",
    ])
    #expect(dutch.output.contains("uit reserves, krediet of subsidies, wordt door: coal, iron."))
  }

  // money.md, G17: rounds of 1, .6 and .225, and 1.964791 over all.
  @Test func `three rounds are the first three terms, from an account that only others pay`() throws
  {
    let table = try answer(
      "\torg\tsup\thouseholds\nsup\t0,3\t0,1\t0,35\nhouseholds\t0,3\t0,25\t\norg\t\t\t0,05\n"
        + "receipts\t1\t1\t1\n")
    expect([table.accounts[0].threeRounds], [1.825], within: 1e-12)
    expect([table.accounts[0].typeTwo], [1.964791], within: 5e-7)
    let outside = try answer("\torg\tsup\nsup\t30\t10\nreceipts\t100\t50\n")
    #expect(outside.accounts.map(\.name) == ["org", "sup"])
    expect(outside.accounts.map(\.kept), [0.3, 0.2], within: 1e-12)
    expect(outside.accounts.map(\.threeRounds), [1.36, 1.24], within: 1e-12)
    expect(outside.accounts.map(\.typeOne), [1.375, 1.25], within: 1e-9)
  }

  @Test(arguments: [
    ("a;b\n", "flows.no_table"), ("", "flows.no_table"),
    ("x;a;a\na;1;2\n", "flows.name"), ("x;a\na;1\na;2\n", "flows.name"),
    ("x;a;b\na;1\n", "ledger.wrong_columns"), ("x;a\na;much\n", "flows.number"),
    ("x;a\na;1.234\n", "flows.number"), ("x;a\na;20 %\n", "flows.number"),
    ("x;a\na;\"1\n", "ledger.truncated"), ("x;a\na;5\n", "flows.refused"),
    ("x;a;b\na;-5;2\nb;1;1\n", "flows.refused"), ("x;a\na;5\nreceipts;0\n", "flows.refused"),
  ])
  func `what is no table, or has no multiplier, is said at its place`(
    text: String, code: String
  ) throws {
    let table = try answer(text, exitCode: 1)
    #expect(table.findings.map(\.code) == [code])
    #expect(table.accounts.isEmpty && table.inverse == nil)
  }

  @Test func `a terminal shows the multipliers in the language of the reader`() throws {
    let path = try file("x;a;huishoudens;rest\na;;40;60\nhuishoudens;50;;\ninvoer;50;10;\n").path
    let dutch = try ProgramBinary.run(["books", path, "--multipliers", "--language", "nl"])
    #expect(dutch.exitCode == 0)
    // a keeps 50 of 100, households 40 of their 50: 1 + .5 + .4, and 1.5 ÷ (1 − .4).
    #expect(dutch.output.contains("1,9000") && dutch.output.contains("2,5000"))
    #expect(dutch.output.contains("Geld gaat weg naar: invoer."))
    let english = try ProgramBinary.run(["books", path, "--multipliers"])
    #expect(english.output.contains("three rounds (LM3)") && english.output.contains("1.9000"))
  }

  @Test func `a table cannot be asked for together with parties, nor where there is none`() throws {
    let both = try ProgramBinary.run(["books", "x.csv", "--multipliers", "--parties"])
    #expect(both.exitCode == 64)
    #expect(try ProgramBinary.run(["books", "/none.csv", "--multipliers"]).exitCode == 74)
  }
}
