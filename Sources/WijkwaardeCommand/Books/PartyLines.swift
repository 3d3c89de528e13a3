import ImpactModel
import Pipeline

/// Who is who in the books of a project, as lines on a terminal.
struct PartyLines {
  private let overview: PartyOverview
  private let privacy: PartyPrivacy
  private let language: Language

  init(_ overview: PartyOverview, privacy: PartyPrivacy, language: Language) {
    self.overview = overview
    self.privacy = privacy
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
    let number = party.commerceNumber.map { " (\($0))" } ?? ""
    let rows = party.rows.joined(separator: ", ")
    let row =
      rows.isEmpty ? "" : Text(", row \(rows)", nl: ", rij \(rows)")[language]
    return ["", name(of: party) + number + row]
      + party.links.map { "  " + $0.members.joined(separator: " = ") + ": " + key($0) }
      + [places(party)].compactMap { $0.map { "  " + $0 } }
  }

  /// Without a company number it may be a person, who is not named unless that was asked for.
  private func name(of party: PartyOverview.Merged) -> String {
    if party.commerceNumber != nil || privacy.names, !party.name.isEmpty { return party.name }
    return Text("(not named)", nl: "(zonder naam)")[language]
  }

  private func key(_ link: PartyOverview.Link) -> String {
    let rows = link.rows.isEmpty ? "" : " (" + link.rows.joined(separator: ", ") + ")"
    return link.key[language] + rows
  }

  private func places(_ party: PartyOverview.Merged) -> String? {
    let places = LocalityBasis.allCases.compactMap { basis -> String? in
      party.places[basis].map { place in
        let side =
          place == .nearby ? Text("nearby", nl: "nabij") : Text("elsewhere", nl: "elders")
        return basis.label[language] + " " + side[language]
      }
    }
    return places.isEmpty ? nil : places.joined(separator: ", ")
  }

  private var kept: [String] {
    guard !overview.kept.isEmpty else { return [] }
    let title = Text("Not taken for one:", nl: "Niet voor één gehouden:")
    return ["", title[language]]
      + overview.kept.map { link in
        let reason = link.refusal.map { ", " + $0[language] } ?? ""
        return "  " + link.members.joined(separator: " ≠ ") + ": " + key(link) + reason
      }
  }
}
