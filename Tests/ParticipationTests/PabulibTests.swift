import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// Files of Pabulib become a voting and its projects.
@Suite struct PabulibTests {
  private static let text = """
    META
    key; value
    description; Municipal budget
    instance; 2023
    num_votes; 2
    budget; 5720
    vote_type; approval
    date_end; 04.10.2023
    PROJECTS
    project_id; cost; name; selected
    1; 600;"Benches; green"; 1
    124-A; 800.5; Trees; 0
    7; 20; Chess; 2
    VOTES
    voter_id; age; vote
    secret-voter-1; 34; 1,7
    secret-voter-2; 51; 1
    """

  private func read(_ text: String = text) -> ImportedFile {
    PabulibImporter().read(text, file: "imports/a.pb")
  }

  @Test func `a voting is its budget, its last day and the number of ballots`() throws {
    let file = read()
    #expect(file.findings.map(\.code) == ["import.unclear_outcome"])
    let voting = try #require(file.tables.first { $0.table == "votings" })
    #expect(
      voting.rows.map(\.cells) == [
        ["v2023", "04-10-2023", "Municipal budget", "5720", "2", "", "3", "", ""]
      ])
  }

  @Test func `projects keep their lines, and special outcomes stay unknown`() throws {
    let projects = try #require(read().tables.first { $0.table == "voting_projects" })
    #expect(projects.rows.map(\.line) == [11, 12, 13])
    #expect(
      projects.rows.map(\.cells) == [
        ["v2023", "2", "p1", "600", "Benches; green", "yes"],
        ["v2023", "0", "p124_a", "800.5", "Trees", "no"],
        ["v2023", "1", "p7", "20", "Chess", ""],
      ])
    #expect(projects.columns.map(\.position) == [nil, nil, 1, 2, 3, 4])
  }

  @Test func `approval ballots become totals where every outcome is known`() throws {
    // What stands on the ballots is known without the outcomes.
    #expect(totals(Self.text) == ["3", "", ""])
    // Two choices and one; both voters have the one winner, so that they are equally satisfied.
    #expect(totals(Self.decided) == ["3", "2", "0.0"])
    // One voter has the winner and the other has none.
    #expect(totals(Self.decided.replacing("51; 1", with: "51; 7")) == ["3", "1", "0.5"])
  }

  private static let decided = text.replacing("Chess; 2", with: "Chess; 0")

  /// Ballots with points: projects 1 and 7 by the first voter, 1 alone by the second.
  private func points(_ kind: String, _ first: String, _ second: String) -> String {
    Self.decided.replacing("approval", with: kind).replacing("age; vote", with: "age; vote; points")
      .replacing("34; 1,7", with: "34; 1,7; \(first)").replacing("51; 1", with: "51; 1; \(second)")
  }

  @Test func `of ballots with points the projects with points above 0 are chosen`() {
    #expect(totals(points("cumulative", "3,2", "1")) == ["3", "2", "0.0"])
    #expect(totals(points("cumulative", "0,2", "1")) == ["2", "1", "0.5"])
    #expect(totals(points("scoring", "-1,0.5", "0.0")) == ["1", "0", ""])
    #expect(totals(Self.decided.replacing("approval", with: "cumulative")) == ["", "", ""])
    // An order of preference has no points.
    #expect(totals(Self.decided.replacing("approval", with: "ordinal")) == ["3", "2", "0.0"])
  }

  @Test(arguments: ["3", "3,2,1", "3,x", "3,", "3,--2", "3,1.2.3"])
  func `points that do not go with the projects leave the totals open and are told`(
    points: String
  ) throws {
    let file = read(self.points("cumulative", points, "1"))
    #expect(
      file.tables.first?.rows.first?.cells.suffix(3) == ["", "", ""],
      "no total is half of the ballots")
    let finding = try #require(file.findings.first)
    #expect(finding.code == "import.odd_ballots" && finding.address?.line == 16)
  }

  @Test(
    arguments: [
      ("34; 1,7", "34; 1,1,7", "import.odd_ballots", 16, ["3", "2", "0.0"]),
      ("34; 1,7", "34; 1,99", "import.odd_ballots", 16, ["2", "2", "0.0"]),
      ("51; 1", "51; ", "import.odd_ballots", 17, ["2", "1", "0.5"]),
      ("vote_type; approval", "vote_type; show of hands", "import.vote_type", 7, ["", "", ""]),
      ("META\nkey; value\n", "META\nkey; value\nnum_projects; 4\n", "import.count_differs", 3, nil),
    ] as [(String, String, String, Int, [String]?)])
  func `what does not agree with itself is told once at its line`(
    written: String, wrong: String, code: String, line: Int, totals expected: [String]?
  ) throws {
    let lengths = Self.decided.replacing("\nbudget;", with: "\nmin_length; 1\nbudget;")
    let text = code == "import.odd_ballots" ? lengths : Self.decided
    let file = read(text.replacing(written, with: wrong))
    #expect(file.findings.map(\.code) == [code])
    let place = code == "import.odd_ballots" ? line + 1 : line
    #expect(file.findings.first?.address?.line == place)
    if let expected {
      #expect(file.tables.first?.rows.first.map { Array($0.cells.suffix(3)) } == expected)
    }
  }

  @Test func `votes of the file that are not those of the ballots are told, and ballots counted`()
    throws
  {
    let text = Self.decided.replacing("name; selected", with: "name; selected; votes")
      .replacing("green\"; 1", with: "green\"; 1; 2").replacing("Trees; 0", with: "Trees; 0; 0")
    #expect(read(text.replacing("Chess; 0", with: "Chess; 0; 1")).findings == [])
    let file = read(text.replacing("Chess; 0", with: "Chess; 0; 8"))
    #expect(file.findings.map(\.code) == ["import.votes_differ"])
    #expect(file.findings.first?.address?.line == 13)
    let projects = try #require(file.tables.first { $0.table == "voting_projects" })
    #expect(projects.rows.map { $0.cells[1] } == ["2", "0", "1"])
  }

  @Test func `ballots on paper are counted where each says how it was cast`() {
    func paper(_ first: String, _ second: String) -> String? {
      let text = Self.decided.replacing("age; vote", with: "age; voting_method; vote")
        .replacing("34; ", with: "34; \(first); ").replacing("51; ", with: "51; \(second); ")
      return read(text).tables.first?.rows.first?.cells[5]
    }
    #expect(paper("paper", "internet") == "1")
    #expect(paper("Paper", "paper") == "2")
    #expect(paper("paper", "") == "")
  }

  @Test func `a file that went through a spreadsheet is the same file`() {
    let saved = Self.decided.split(separator: "\n").map { line in
      ["META", "PROJECTS", "VOTES"].contains(line) ? line + ";;;" : line
    }.joined(separator: "\r\n")
    #expect(PabulibImporter().recognises(saved))
    #expect(totals(saved) == totals(Self.decided))
    #expect(read(saved).findings == [])
  }

  private func totals(_ text: String) -> [String] {
    read(text).tables.first { $0.table == "votings" }?.rows.first.map { Array($0.cells.suffix(3)) }
      ?? []
  }

  @Test func `nothing about a voter comes out`() {
    let all = read().tables.flatMap(\.rows).flatMap(\.cells).joined(separator: "|")
    #expect(!all.contains("secret-voter") && !all.contains("51"))
  }

  @Test func `a year without a day is taken as its last day, with a warning at its line`() throws {
    let file = read(Self.text.replacing("04.10.2023", with: "2020"))
    #expect(file.tables.first?.rows.first?.cells[1] == "2020-12-31")
    let finding = try #require(file.findings.first)
    #expect(finding.code == "import.year_only" && finding.severity == .warning)
    #expect(finding.address?.line == 8)
  }

  @Test func `a number of votes that is not that of the ballots is a warning`() {
    let file = read(Self.decided.replacing("num_votes; 2", with: "num_votes; 66"))
    #expect(file.findings.map(\.code) == ["import.count_differs"])
    #expect(file.tables.first?.rows.first?.cells[4] == "2")
  }

  @Test(arguments: ["META", "PROJECTS", "VOTES"])
  func `a missing section is one error and gives no tables`(section: String) {
    let file = read(Self.text.replacing(section + "\n", with: ""))
    #expect(file.tables.isEmpty)
    #expect(file.findings.map(\.code) == ["import.missing_section"])
  }

  @Test func `two votings in one file are refused`() {
    #expect(read(Self.text + "\n" + Self.text).findings.map(\.code) == ["import.double_section"])
  }

  @Test func `a file cut off anywhere ends in tables or in a finding`() {
    for length in 0...Self.text.count {
      let file = read(String(Self.text.prefix(length)))
      #expect(file.tables.count == 2 || file.findings.contains { $0.severity == .error })
    }
  }
}
