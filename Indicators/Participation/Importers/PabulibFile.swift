import IndicatorKit

/// The three sections of a `.pb` file; of the votes only totals are kept.
struct PabulibFile {
  /// A section of the file.
  enum Section: String {
    case meta = "META"
    case projects = "PROJECTS"
    case votes = "VOTES"

    /// Reads the title line of a section, or gives `nil` for any other line.
    init?(title: String) { self.init(rawValue: PabulibFile.trimmed(title)) }
  }

  /// A value of the section META with its line.
  struct Entry {
    let value: String
    let line: Int
  }

  /// Why a file cannot be read.
  struct Failure: Error {
    let finding: Finding
  }

  /// The values of the section META by their keys.
  private(set) var meta: [String: Entry] = [:]
  /// The line of the section META.
  private(set) var metaLine = 1
  /// The headings of the projects.
  private(set) var projectHeadings: [String] = []
  /// The line of those headings.
  private(set) var projectLine = 1
  /// The projects, one record each.
  private(set) var projects: [DelimitedText.Record] = []
  /// How many ballots there are.
  private(set) var ballots = 0
  /// The totals of the ballots; absent where ballots are of a kind without plain choices, or the
  /// projects stand behind them, or it is not known of each project whether it was chosen.
  private(set) var tally: BallotTally?

  /// Where the projects of a ballot stand in its line.
  private var ballotPosition: Int?
  /// The projects that were chosen, as the file names them.
  private var winners: Set<String> = []

  /// Splits a file into its sections.
  static func split(_ text: String, file: String) -> Result<PabulibFile, Failure> {
    let split = DelimitedText(text, separator: ";")
    if let line = split.unclosedQuote {
      return .failure(Failure(finding: unclosedQuote(file, line)))
    }
    var parts = PabulibFile()
    var section: Section?
    var seen: Set<Section> = []
    var headings: [String]?
    for record in split.records where !record.isBlank {
      if record.fields.count == 1, let next = Section(title: record.fields[0]) {
        guard seen.insert(next).inserted else {
          return .failure(Failure(finding: doubled(next, file, record.line)))
        }
        (section, headings) = (next, nil)
      } else if headings == nil {
        headings = record.fields.map(trimmed)
        parts.begin(section, headings ?? [], line: record.line)
      } else {
        parts.take(record, in: section)
      }
    }
    let missing = [Section.meta, .projects, .votes].first { !seen.contains($0) }
    return missing.map { .failure(Failure(finding: without($0, file))) } ?? .success(parts)
  }

  /// The text without the spaces around it, which some files have behind their separators.
  static func trimmed(_ text: String) -> String {
    var rest = text.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  private mutating func begin(_ section: Section?, _ headings: [String], line: Int) {
    switch section {
    case .meta: metaLine = line
    case .projects: (projectHeadings, projectLine) = (headings, line)
    case .votes: beginVotes(headings)
    case nil: break
    }
  }

  private mutating func beginVotes(_ headings: [String]) {
    ballotPosition = headings.firstIndex(of: "vote")
    let kind = meta["vote_type"]?.value ?? ""
    guard ["approval", "choose-1", "ordinal"].contains(kind), ballotPosition != nil,
      let chosen = chosenProjects
    else { return }
    winners = chosen
    tally = BallotTally()
  }

  /// The projects that were chosen, or `nil` where that is not known of each.
  private var chosenProjects: Set<String>? {
    guard let id = projectHeadings.firstIndex(of: "project_id"),
      let selected = projectHeadings.firstIndex(of: "selected"), !projects.isEmpty
    else { return nil }
    var chosen: Set<String> = []
    for project in projects {
      guard project.fields.indices.contains(id), project.fields.indices.contains(selected) else {
        return nil
      }
      switch Self.trimmed(project.fields[selected]) {
      case "1": chosen.insert(Self.trimmed(project.fields[id]))
      case "0": break
      default: return nil
      }
    }
    return chosen
  }

  private mutating func takeBallot(_ record: DelimitedText.Record) {
    ballots += 1
    guard let position = ballotPosition, tally != nil else { return }
    guard record.fields.indices.contains(position) else {
      // A ballot that cannot be read would make every total of them wrong.
      tally = nil
      return
    }
    let projects = record.fields[position].split(separator: ",").map { Self.trimmed(String($0)) }
    tally?.add(Set(projects.filter { !$0.isEmpty }), winners: winners)
  }

  private mutating func take(_ record: DelimitedText.Record, in section: Section?) {
    switch section {
    case .meta:
      let (key, value) = (record.fields.first ?? "", record.fields.dropFirst().first ?? "")
      meta[Self.trimmed(key)] = Entry(value: Self.trimmed(value), line: record.line)
    case .projects: projects.append(record)
    case .votes: takeBallot(record)
    case nil: break
    }
  }

  private static func without(_ section: Section, _ file: String) -> Finding {
    Finding(
      "import.missing_section", .error,
      Text(
        "The file has no section \(section.rawValue).",
        nl: "Het bestand heeft geen deel \(section.rawValue)."),
      help: Text(
        "Download the whole file again: META, PROJECTS and VOTES.",
        nl: "Download het hele bestand opnieuw: META, PROJECTS en VOTES."),
      at: Address(file: file))
  }

  private static func doubled(_ section: Section, _ file: String, _ line: Int) -> Finding {
    Finding(
      "import.double_section", .error,
      Text(
        "The section \(section.rawValue) stands in the file twice.",
        nl: "Het deel \(section.rawValue) staat twee keer in het bestand."),
      help: Text(
        "Make one file of each voting.", nl: "Maak van elke stemming een eigen bestand."),
      at: Address(file: file, line: line))
  }

  private static func unclosedQuote(_ file: String, _ line: Int) -> Finding {
    Finding(
      "import.unclosed_quote", .error,
      Text(
        "A double quote is opened here and never closed, so that the file is not whole.",
        nl: "Hier begint een aanhalingsteken dat nergens sluit, zodat het bestand niet heel is."),
      help: Text("Download the file again.", nl: "Download het bestand opnieuw."),
      at: Address(file: file, line: line))
  }
}
