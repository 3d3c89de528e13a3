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
    #expect(file.findings == [])
    let voting = try #require(file.tables.first { $0.table == "votings" })
    #expect(
      voting.rows.map(\.cells) == [
        ["v2023", "04-10-2023", "Municipal budget", "5720", "2", "", "", ""]
      ])
  }

  @Test func `projects keep their lines, and special outcomes stay unknown`() throws {
    let projects = try #require(read().tables.first { $0.table == "voting_projects" })
    #expect(projects.rows.map(\.line) == [10, 11, 12])
    #expect(
      projects.rows.map(\.cells) == [
        ["v2023", "p1", "600", "Benches; green", "yes"],
        ["v2023", "p124_a", "800.5", "Trees", "no"], ["v2023", "p7", "20", "Chess", ""],
      ])
    #expect(projects.columns.map(\.position) == [nil, 1, 2, 3, 4])
  }

  @Test func `approval ballots become totals where every outcome is known`() throws {
    let text = Self.text.replacing("budget; 5720", with: "budget; 5720\nvote_type; approval")
    #expect(totals(text) == ["", "", ""])
    let decided = text.replacing("Chess; 2", with: "Chess; 0")
    // Two choices and one; both voters have the one winner, so that they are equally satisfied.
    #expect(totals(decided) == ["3", "2", "0.0"])
    let other = decided.replacing("51; 1\n", with: "51; 7\n")
    #expect(totals(other + "x") != totals(other))
    #expect(totals(decided.replacing("approval", with: "cumulative")) == ["", "", ""])
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
    #expect(finding.address?.line == 7)
  }

  @Test func `a number of votes that is not that of the ballots is a warning`() {
    let file = read(Self.text.replacing("num_votes; 2", with: "num_votes; 66"))
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
