import ImpactModel
import Pipeline

/// What is said of a party in one line.
struct PartyWords {
  let privacy: PartyPrivacy
  let language: Language

  /// The name, the number in the trade register and the rows of the table `parties`.
  func heading(_ party: PartyOverview.Merged) -> String {
    let number = party.commerceNumber.map { " (\($0))" } ?? ""
    let rows = party.rows.joined(separator: ", ")
    let row = rows.isEmpty ? "" : Text(", row \(rows)", nl: ", rij \(rows)")[language]
    return name(of: party) + number + row
  }

  /// Without a company number it may be a person, who is not named unless that was asked for.
  func name(of party: PartyOverview.Merged) -> String {
    privacy.name(of: party) ?? Text("(not named)", nl: "(zonder naam)")[language]
  }

  /// Those that share a key, with the key and the reason why they were not merged.
  func link(_ link: PartyOverview.Link, _ sign: String) -> String {
    let rows = link.rows.isEmpty ? "" : " (" + link.rows.joined(separator: ", ") + ")"
    let reason = link.refusal.map { ", " + $0[language] } ?? ""
    return link.members.joined(separator: sign) + ": " + link.key[language] + rows + reason
  }

  /// By each of its places that is known, whether it is nearby.
  func places(_ party: PartyOverview.Merged) -> String? {
    let places = LocalityBasis.allCases.compactMap { basis -> String? in
      party.places[basis].map { place in
        let side =
          place == .nearby ? Text("nearby", nl: "nabij") : Text("elsewhere", nl: "elders")
        return basis.label[language] + " " + side[language]
      }
    }
    return places.isEmpty ? nil : places.joined(separator: ", ")
  }
}
