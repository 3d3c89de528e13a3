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

    /// Reads a title line, which a spreadsheet saves with empty fields behind the title.
    fileprivate init?(line: DelimitedText.Record) {
      guard let title = line.fields.first,
        line.fields.dropFirst().allSatisfy({ PabulibFile.trimmed($0).isEmpty })
      else { return nil }
      self.init(title: title)
    }
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
  /// The ballots, as totals.
  private(set) var ballots = PabulibBallots()

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
      if let next = Section(line: record) {
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
    let ids = column("project_id")
    ballots = PabulibBallots(
      headings: headings, kind: meta["vote_type"]?.value ?? "", lengths: lengths,
      projects: Set(ids.compactMap(\.self)), winners: winners(among: ids))
  }

  /// How many projects a ballot may name, where the file says so in whole numbers.
  private var lengths: ClosedRange<Int>? {
    let fewest = meta["min_length"].flatMap { Int($0.value) }
    let most = meta["max_length"].flatMap { Int($0.value) }
    guard fewest != nil || most != nil else { return nil }
    let (low, high) = (fewest ?? 0, most ?? Int.max)
    return low <= high ? low...high : nil
  }

  /// The cells of a column of the projects; `nil` where a line is too short for it.
  func column(_ heading: String) -> [String?] {
    guard let position = projectHeadings.firstIndex(of: heading) else {
      return projects.map { _ in nil }
    }
    return projects.map { record in
      record.fields.indices.contains(position) ? Self.trimmed(record.fields[position]) : nil
    }
  }

  /// The projects that were chosen, or `nil` where that is not known of each.
  private func winners(among ids: [String?]) -> Set<String>? {
    var chosen: Set<String> = []
    for (id, selected) in zip(ids, column("selected")) {
      guard let id, let selected else { return nil }
      switch selected {
      case "1": chosen.insert(id)
      case "0": break
      default: return nil
      }
    }
    return projects.isEmpty ? nil : chosen
  }

  private mutating func take(_ record: DelimitedText.Record, in section: Section?) {
    switch section {
    case .meta:
      let (key, value) = (record.fields.first ?? "", record.fields.dropFirst().first ?? "")
      meta[Self.trimmed(key)] = Entry(value: Self.trimmed(value), line: record.line)
    case .projects: projects.append(record)
    case .votes: ballots.take(record)
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
        "Keep in the file the voting that the report is about.",
        nl: "Houd in het bestand de stemming waar het verslag over gaat."),
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
