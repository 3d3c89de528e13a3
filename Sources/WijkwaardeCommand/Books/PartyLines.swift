import ImpactModel
import Pipeline

/// Who is who in the books of a project, as lines on a terminal.
struct PartyLines {
  private let overview: PartyOverview
  private let words: PartyWords
  private let language: Language

  init(_ overview: PartyOverview, privacy: PartyPrivacy, language: Language) {
    self.overview = overview
    words = PartyWords(privacy: privacy, language: language)
    self.language = language
  }

  /// All lines: how many, the merged parties, and those that share a key and were not merged.
  var all: [String] {
    let (named, files, parties) = (overview.named, overview.files, overview.parties)
    let count = Text(
      "\(named) customers and suppliers in \(files) files are \(parties) parties.",
      nl: "\(named) debiteuren en crediteuren in \(files) bestanden zijn \(parties) partijen.")
    return [count[language]] + overview.merged.flatMap(lines) + kept
  }

  private func lines(_ party: PartyOverview.Merged) -> [String] {
    ["", words.heading(party)] + party.links.map { "  " + words.link($0, " = ") }
      + [words.places(party)].compactMap { $0.map { "  " + $0 } }
  }

  private var kept: [String] {
    guard !overview.kept.isEmpty else { return [] }
    let title = Text("Not taken for one:", nl: "Niet voor één gehouden:")
    return ["", title[language]] + overview.kept.map { "  " + words.link($0, " ≠ ") }
  }
}
