import IndicatorKit

/// The ballots of a `.pb` file as totals, and what is wrong with them; no ballot is kept.
struct PabulibBallots {
  /// What may be wrong with a ballot.
  enum Fault: CaseIterable {
    /// It names a project twice.
    case doubled
    /// It names a project that was not put to the vote.
    case strange
    /// It names fewer or more projects than the file allows.
    case length
    /// It has another number of points than of projects, or points that are no numbers.
    case points
  }

  /// How often something occurs, and on which line first.
  struct Occurrence {
    var count: Int
    let line: Int
  }

  /// The kinds of ballots that the format knows.
  static let kinds: Set<String> = ["approval", "choose-1", "ordinal", "cumulative", "scoring"]
  /// The kinds of which only the projects with points above 0 are chosen.
  private static let kindsWithPoints: Set<String> = ["cumulative", "scoring"]

  /// How many ballots there are.
  private(set) var count = 0
  /// What is wrong with some of them.
  private(set) var faults: [Fault: Occurrence] = [:]

  private let projects: Set<String>
  private let winners: Set<String>?
  private let lengths: ClosedRange<Int>?
  private let position: Int?
  private let pointsPosition: Int?
  private let methodPosition: Int?
  private let needsPoints: Bool
  private var tally = BallotTally()
  private var votes: [String: Int] = [:]
  private var onPaper = 0
  private var withMethod = 0
  private var isReadable: Bool

  /// Prepares for the ballots behind a heading line.
  ///
  /// - Parameters:
  ///   - headings: the headings of the section.
  ///   - kind: the kind of ballots, as the file names it.
  ///   - lengths: how many projects a ballot may name, where the file says so.
  ///   - projects: the projects put to the vote.
  ///   - winners: the projects chosen; `nil` where that is not known of each.
  init(
    headings: [String] = [], kind: String = "", lengths: ClosedRange<Int>? = nil,
    projects: Set<String> = [], winners: Set<String>? = nil
  ) {
    self.projects = projects
    self.winners = winners
    self.lengths = lengths
    position = headings.firstIndex(of: "vote")
    pointsPosition = headings.firstIndex(of: "points")
    methodPosition = headings.firstIndex(of: "voting_method")
    needsPoints = Self.kindsWithPoints.contains(kind)
    isReadable =
      Self.kinds.contains(kind) && position != nil && !projects.isEmpty
      && !(needsPoints && pointsPosition == nil)
  }

  /// How many projects stand on all ballots together; `nil` where that cannot be told.
  var choices: Int? { isReadable ? tally.choices : nil }

  /// How many ballots name a project that was chosen; `nil` where that is not known of each project.
  var withWinner: Int? { isReadable && winners != nil ? tally.votersWithWinner : nil }

  /// How unevenly chosen projects are spread over ballots; `nil` where that cannot be told.
  var inequality: Double? { isReadable && winners != nil ? tally.inequality : nil }

  /// How many ballots were on paper; `nil` where that is not known of each ballot.
  var paper: Int? { count > 0 && withMethod == count ? onPaper : nil }

  /// How many ballots name each project; `nil` where that cannot be told.
  func votes(for project: String) -> Int? { isReadable ? votes[project] ?? 0 : nil }

  /// Adds the ballot of one line.
  mutating func take(_ record: DelimitedText.Record) {
    count += 1
    takeMethod(record)
    guard isReadable else { return }
    guard let cell = field(position, of: record) else {
      // A ballot that cannot be read would make every total of them wrong.
      isReadable = false
      return
    }
    let named = Self.list(cell)
    guard let liked = liked(named, record) else {
      note(.points, record.line)
      isReadable = false
      return
    }
    let chosen = Set(liked).intersection(projects)
    if Set(named).count < named.count { note(.doubled, record.line) }
    if !projects.isSuperset(of: named) { note(.strange, record.line) }
    if let lengths, !lengths.contains(named.count) { note(.length, record.line) }
    for project in chosen { votes[project, default: 0] += 1 }
    tally.add(chosen, winners: winners ?? [])
  }

  /// The projects that a ballot is for: those named, or those with points above 0.
  private func liked(_ named: [String], _ record: DelimitedText.Record) -> [String]? {
    guard needsPoints else { return named }
    let points = Self.list(field(pointsPosition, of: record) ?? "")
    guard points.count == named.count, points.allSatisfy(Self.isNumber) else { return nil }
    return zip(named, points).filter { Self.isAboveZero($0.1) }.map(\.0)
  }

  private mutating func takeMethod(_ record: DelimitedText.Record) {
    switch field(methodPosition, of: record)?.lowercased() {
    case "paper":
      onPaper += 1
      withMethod += 1
    case "internet": withMethod += 1
    default: break
    }
  }

  private mutating func note(_ fault: Fault, _ line: Int) {
    faults[fault, default: Occurrence(count: 0, line: line)].count += 1
  }

  private func field(_ position: Int?, of record: DelimitedText.Record) -> String? {
    guard let position, record.fields.indices.contains(position) else { return nil }
    return PabulibFile.trimmed(record.fields[position])
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: ",").map { PabulibFile.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// Whether a text is a number such as `3`, `-1` or `2.5`.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  /// Whether a number in such a text is above 0: it has no sign, and some digit other than 0.
  private static func isAboveZero(_ text: String) -> Bool {
    !text.hasPrefix("-") && text.contains { ("1"..."9").contains($0) }
  }
}
