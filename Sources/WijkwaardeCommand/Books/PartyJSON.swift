import Foundation
import ImpactModel
import Pipeline

/// Who is who in the books of projects, as JSON.
struct PartyJSON {
  /// The whole, keys in alphabetical order.
  let text: String

  init(
    _ projects: [(path: String, result: PartiesResult)], privacy: PartyPrivacy, language: Language?
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let whole = Whole(
      projects: projects.map { path, result in
        Project(path, result, privacy: privacy, language: language ?? result.language)
      })
    text = String(decoding: try encoder.encode(whole), as: UTF8.self)
  }

  private struct Whole: Encodable { let projects: [Project] }

  private struct Project: Encodable {
    let project: String
    let files: Int?
    let named: Int?
    let partyCount: Int?
    let merged: [Party]
    let notMerged: [Link]
    let findings: [BookJSON.Found]

    init(_ path: String, _ result: PartiesResult, privacy: PartyPrivacy, language: Language) {
      project = path
      files = result.overview?.files
      named = result.overview?.named
      partyCount = result.overview?.parties
      merged = (result.overview?.merged ?? []).map {
        Party($0, privacy: privacy, language: language)
      }
      notMerged = (result.overview?.kept ?? []).map { Link($0, language) }
      findings = result.findings.map { BookJSON.Found($0, language) }
    }
  }

  private struct Party: Encodable {
    let name: String?
    let number: String?
    let rows: [String]
    let links: [Link]
    let places: [String: String]

    init(_ party: PartyOverview.Merged, privacy: PartyPrivacy, language: Language) {
      name = privacy.name(of: party)
      number = party.commerceNumber
      rows = party.rows
      links = party.links.map { Link($0, language) }
      places = Dictionary(
        party.places.map { ($0.key.rawValue, $0.value.rawValue) }
      ) { first, _ in first }
    }
  }

  private struct Link: Encodable {
    let members: [String]
    let key: String
    let rows: [String]
    let refusal: String?

    init(_ link: PartyOverview.Link, _ language: Language) {
      members = link.members
      key = link.key[language]
      rows = link.rows
      refusal = link.refusal?[language]
    }
  }
}
