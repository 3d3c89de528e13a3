import IndicatorKit

/// What in a `.pb` file does not agree with itself: one warning per kind, at the first line of it.
///
/// The rules are those of the format (pabulib.org/format) and of its checker; nothing is mended.
struct PabulibFaults {
  private let parts: PabulibFile
  private let file: String

  init(_ parts: PabulibFile, file: String) {
    self.parts = parts
    self.file = file
  }

  /// The warnings, in the order of the file.
  var findings: [Finding] {
    [counted, countedProjects, kind, unclear, differing].compactMap(\.self)
      + PabulibBallots.Fault.allCases.compactMap { fault in
        parts.ballots.faults[fault].map { warning(fault, $0) }
      }
  }

  private var counted: Finding? {
    let ballots = parts.ballots.count
    guard let given = parts.meta["num_votes"], given.value != String(ballots) else { return nil }
    return Finding(
      "import.count_differs", .warning,
      Text(
        "The file says that it has \(given.value) ballots and has \(ballots), which are counted.",
        nl:
          "Het bestand zegt \(given.value) stembiljetten te hebben en heeft er \(ballots); die zijn geteld."
      ), help: Self.whole, at: Address(file: file, line: given.line, heading: "num_votes"))
  }

  private var countedProjects: Finding? {
    let projects = parts.projects.count
    guard let given = parts.meta["num_projects"], given.value != String(projects) else {
      return nil
    }
    return Finding(
      "import.count_differs", .warning,
      Text(
        "The file says that it has \(given.value) projects and has \(projects), which are counted.",
        nl:
          "Het bestand zegt \(given.value) projecten te hebben en heeft er \(projects); die zijn geteld."
      ), help: Self.whole, at: Address(file: file, line: given.line, heading: "num_projects"))
  }

  private var kind: Finding? {
    let given = parts.meta["vote_type"]
    guard !PabulibBallots.kinds.contains(given?.value ?? "") else { return nil }
    return Finding(
      "import.vote_type", .warning,
      Text(
        "The file does not say in a known word how people voted, so that only the number of ballots is counted.",
        nl:
          "Het bestand zegt niet in een bekend woord hoe er gestemd is; alleen het aantal biljetten is geteld."
      ),
      help: Text(
        "Write approval, choose-1, ordinal, cumulative or scoring behind vote_type.",
        nl: "Schrijf approval, choose-1, ordinal, cumulative of scoring achter vote_type."),
      at: Address(file: file, line: given?.line ?? parts.metaLine, heading: "vote_type"))
  }

  /// Projects of which the file gives a special outcome, which only its comment explains.
  private var unclear: Finding? {
    let special = zip(parts.projects, parts.column("selected")).filter { _, selected in
      selected.map { ["2", "3"].contains($0) } ?? false
    }
    guard let first = special.first else { return nil }
    return Finding(
      "import.unclear_outcome", .warning,
      Text(
        "Of \(special.count) projects the file gives a special outcome, 2 or 3; whether they get money of this budget is taken as not known.",
        nl:
          "Van \(special.count) projecten geeft het bestand een bijzondere uitkomst, 2 of 3; of zij geld uit dit budget krijgen geldt als niet bekend."
      ),
      help: Text(
        "Read the comment in META, and write 1 or 0 behind these projects.",
        nl: "Lees de opmerking (comment) in META, en schrijf 1 of 0 achter deze projecten."),
      at: Address(file: file, line: first.0.line, heading: "selected"))
  }

  /// Projects with another number of votes than there are ballots for them.
  private var differing: Finding? {
    let given = zip(parts.column("project_id"), parts.column("votes"))
    let odd = zip(parts.projects, given).filter { _, cells in
      guard let id = cells.0, let votes = cells.1, !votes.isEmpty,
        let counted = parts.ballots.votes(for: id)
      else { return false }
      return votes != String(counted)
    }
    guard let first = odd.first else { return nil }
    return Finding(
      "import.votes_differ", .warning,
      Text(
        "Of \(odd.count) projects the file gives another number of votes than it has ballots for them; the ballots are counted.",
        nl:
          "Van \(odd.count) projecten geeft het bestand een ander aantal stemmen dan er biljetten voor zijn; de biljetten zijn geteld."
      ), help: Self.whole, at: Address(file: file, line: first.0.line, heading: "votes"))
  }

  private func warning(
    _ fault: PabulibBallots.Fault, _ seen: PabulibBallots.Occurrence
  ) -> Finding {
    let words = Self.words(fault, seen.count)
    return Finding(
      "import.odd_ballots", .warning, words.message, help: words.help,
      at: Address(file: file, line: seen.line, heading: fault == .points ? "points" : "vote"))
  }

  private static func words(
    _ fault: PabulibBallots.Fault, _ count: Int
  ) -> (message: Text, help: Text) {
    switch fault {
    case .doubled:
      (
        Text(
          "Ballots that name a project twice, which counts once: \(count).",
          nl: "Biljetten die een project twee keer noemen, dat één keer telt: \(count)."), whole
      )
    case .strange:
      (
        Text(
          "Ballots that name a project which was not put to the vote, and which is left out: \(count).",
          nl: "Biljetten met een project dat niet in stemming was, en dat niet meetelt: \(count)."),
        whole
      )
    case .length:
      (
        Text(
          "Ballots with fewer or more projects than min_length and max_length allow, which count: \(count).",
          nl:
            "Biljetten met minder of meer projecten dan min_length en max_length toelaten, die meetellen: \(count)."
        ),
        Text(
          "Take the lines of invalid ballots out of the file, if these were not counted.",
          nl: "Haal de regels van ongeldige biljetten uit het bestand, als die niet zijn geteld.")
      )
    case .points:
      (
        Text(
          "A ballot does not have one number of points for each project, so that only the number of ballots is counted.",
          nl:
            "Een biljet heeft niet voor elk project één aantal punten; alleen het aantal biljetten is geteld."
        ), whole
      )
    }
  }

  private static let whole = Text(
    "Check whether the file is whole.", nl: "Controleer of het bestand heel is.")
}
