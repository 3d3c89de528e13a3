import IndicatorKit

/// Reads `.pb` files of Pabulib into the tables `votings` and `voting_projects`.
///
/// Pabulib, the .pb file format (pabulib.org/format): one UTF-8 file with
/// the sections META, PROJECTS and VOTES. Ballots become totals; no ballot and no voter is kept.
struct PabulibImporter: TableImporter {
  static let card = ImporterCard(
    id: "pabulib", title: Text("Pabulib", nl: "Pabulib"),
    summary: Text(
      "One voting with its budget and its projects; ballots become totals, and no ballot or voter is kept.",
      nl:
        "Eén stemming met het budget en de projecten; stembiljetten worden totalen, en geen stembiljet of kiezer wordt bewaard."
    ),
    fileExtensions: ["pb"], tables: [Voting.self, VotingProject.self], version: 3)

  func recognises(_ opening: String) -> Bool {
    opening.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
      .map { line in
        // A spreadsheet saves empty fields behind the title.
        let title = line.prefix { $0 != ";" }
        return PabulibFile.Section(title: String(title)) == .meta
          && line.dropFirst(title.count).allSatisfy { $0 == ";" || $0.isWhitespace }
      } ?? false
  }

  func read(_ text: String, file: String) -> ImportedFile {
    let parts: PabulibFile
    switch PabulibFile.split(text, file: file) {
    case .success(let split): parts = split
    case .failure(let failure): return ImportedFile(failed: failure.finding)
    }
    let id = Self.identifier("v", parts.meta["instance"]?.value ?? "")
    let (day, assumption) = Self.day(parts.meta["date_end"], file: file)
    return ImportedFile(
      tables: [voting(parts, id: id, day: day), projects(parts, voting: id)],
      findings: [assumption].compactMap(\.self) + PabulibFaults(parts, file: file).findings)
  }

  private func voting(_ parts: PabulibFile, id: String, day: String) -> ImportedTable {
    let cells: [(column: String, key: String, text: String)] = [
      ("id", "instance", id), ("date", "date_end", day),
      ("title", "description", parts.meta["description"]?.value ?? ""),
      ("budget", "budget", parts.meta["budget"]?.value ?? ""),
      ("ballots", "VOTES", String(parts.ballots.count)),
      ("paper", "voting_method", parts.ballots.paper.map { String($0) } ?? ""),
      ("choices", "vote", parts.ballots.choices.map { String($0) } ?? ""),
      ("with_winner", "vote", parts.ballots.withWinner.map { String($0) } ?? ""),
      ("inequality", "vote", parts.ballots.inequality.map { String($0) } ?? ""),
    ]
    return ImportedTable(
      table: Voting.table.id,
      columns: cells.map { ImportedTable.Column($0.column, heading: $0.key, position: nil) },
      rows: [ImportedTable.Row(line: parts.metaLine, cells: cells.map(\.text))],
      headingLine: parts.metaLine)
  }

  private func projects(_ parts: PabulibFile, voting: String) -> ImportedTable {
    let known = ["project_id": "id", "name": "title", "cost": "cost", "selected": "is_chosen"]
    let columns = parts.projectHeadings.enumerated().map { index, heading in
      ImportedTable.Column(known[heading], heading: heading, position: index + 1)
    }
    let own = [("voting", "instance"), ("votes", "votes")].map {
      ImportedTable.Column($0.0, heading: $0.1, position: nil)
    }
    let (ids, votes) = (parts.column("project_id"), parts.column("votes"))
    let rows = parts.projects.enumerated().map { row, record in
      let cells = parts.projectHeadings.enumerated().map { index, heading in
        Self.cell(record.fields.indices.contains(index) ? record.fields[index] : "", heading)
      }
      // Counted ballots go before what the file says of them, which need not follow from it.
      let counted = ids[row].flatMap { parts.ballots.votes(for: $0) }.map { String($0) }
      return ImportedTable.Row(
        line: record.line,
        cells: [voting, counted ?? votes[row] ?? ""] + cells
          + record.fields.dropFirst(parts.projectHeadings.count))
    }
    return ImportedTable(
      table: VotingProject.table.id, columns: own + columns, rows: rows,
      headingLine: parts.projectLine)
  }

  /// A cell of a project in the words of the table; 2 and 3 stand for cases that need a comment.
  private static func cell(_ text: String, _ heading: String) -> String {
    let text = PabulibFile.trimmed(text)
    switch heading {
    case "project_id": return text.isEmpty ? "" : identifier("p", text)
    case "selected": return ["0": "no", "1": "yes", "2": "", "3": ""][text] ?? text
    default: return text
    }
  }

  /// An identifier of one segment: `124-A` is `p124_a`.
  private static func identifier(_ letter: String, _ text: String) -> String {
    letter
      + String(
        text.lowercased().map { character in
          character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
        })
  }

  /// The day `04.10.2023` or `2023` as a lead would type it, and what was assumed for it.
  private static func day(
    _ end: PabulibFile.Entry?, file: String
  ) -> (text: String, assumption: Finding?) {
    guard let end else { return ("", nil) }
    let parts = end.value.split(separator: ".")
    if parts.count == 3 { return (parts.joined(separator: "-"), nil) }
    guard end.value.count == 4, end.value.allSatisfy(\.isNumber) else { return (end.value, nil) }
    let assumed = Finding(
      "import.year_only", .warning,
      Text(
        "The file gives only the year \(end.value) as the end of the voting; it is taken as 31 December.",
        nl:
          "Het bestand noemt alleen het jaar \(end.value) als einde van de stemming; 31 december is genomen."
      ),
      help: Text(
        "Write the day behind date_end in the file, as in 15.06.\(end.value).",
        nl: "Schrijf de dag achter date_end in het bestand, zoals 15.06.\(end.value)."),
      at: Address(file: file, line: end.line, heading: "date_end"))
    return ("\(end.value)-12-31", assumed)
  }
}
