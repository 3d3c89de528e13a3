import IndicatorKit
import MoneyFlow
import ProjectReaders

/// Tells how many parties of the books were taken for one, which could not be, and whether the rows
/// that say so make sense.
enum MergeCheck: Check {
  /// How many conflicts are told one by one.
  private static let most = 10

  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let rows = rowFindings(project)
    guard let known = ProjectParties(project) else { return rows }
    return rows + merged(known) + conflicts(known)
  }

  private static func merged(_ known: ProjectParties) -> [Finding] {
    let parties = known.register.parties.filter(known.isMerged)
    guard !parties.isEmpty, let file = known.ledger.books.first?.file else { return [] }
    let members = parties.reduce(0) { $0 + $1.members.count }
    let keys = PartyKey.allCases.compactMap { key -> (Int, Text)? in
      let count = parties.count { party in party.merges.contains { $0.key == key } }
      return count > 0 ? (count, key.label) : nil
    }
    let english = keys.map { "\($0.0) by \($0.1.english)" }.joined(separator: ", ")
    let dutch = keys.map { "\($0.0) op \($0.1.dutch)" }.joined(separator: ", ")
    return [
      Finding(
        "parties.merged", .note,
        Text(
          "\(members) customers and suppliers of the books are \(parties.count) parties: \(english).",
          nl: "\(members) debiteuren en crediteuren zijn \(parties.count) partijen: \(dutch)."),
        help: Text(
          "See which with `wijkwaarde books PROJECT --parties`; refuse one with the column “Not the "
            + "same as” of the table parties.",
          nl:
            "Zie welke met `wijkwaarde books PROJECT --parties`; weiger er een met de kolom ‘Niet "
            + "zelfde als’ van de tabel parties."), at: Address(file: file))
    ]
  }

  private static func conflicts(_ known: ProjectParties) -> [Finding] {
    let open = known.register.conflicts.filter { $0.cause != .refused || $0.key == .row }
    let told = open.prefix(most).map(conflict)
    guard open.count > most, let file = open.last?.members.first?.book else { return told }
    let others = open.count - most
    return told + [
      Finding(
        "parties.conflict", .note,
        Text(
          "\(others) more keys are shared by parties that differ.",
          nl: "Nog \(others) kenmerken worden gedeeld door partijen die verschillen."),
        help: Text(
          "See all with `wijkwaarde books PROJECT --parties`.",
          nl: "Zie alle met `wijkwaarde books PROJECT --parties`."), at: Address(file: file))
    ]
  }

  private static func conflict(_ conflict: PartyConflict) -> Finding {
    let names = conflict.members.map(\.text)
    let shown = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    if conflict.cause == .refused {
      let rows = conflict.rows.joined(separator: ", ")
      return Finding(
        "parties.contradiction", .error,
        Text(
          "The table “parties” says that these are one and that they are not: \(rows).",
          nl: "De tabel ‘parties’ zegt dat deze één zijn en dat ze het niet zijn: \(rows)."),
        help: Text(
          "Empty “Same as” or “Not the same as” of one of the rows.",
          nl: "Maak ‘Zelfde als’ of ‘Niet zelfde als’ van een van de rijen leeg."),
        at: Address(file: "tables/parties.csv"))
    }
    // Companies of one fiscal unity share a VAT number; that is as it should be.
    let isUsual = conflict.key == .taxNumber
    let (key, cause) = (conflict.key.label, conflict.cause.words)
    return Finding(
      "parties.conflict", isUsual ? .note : .warning,
      Text(
        "\(shown) share one \(key.english) and have \(cause.english); they count as different.",
        nl: "\(shown) delen één \(key.dutch) en hebben \(cause.dutch); ze tellen als verschillend."),
      help: Text(
        "Where they are one after all, give them rows in the table parties and say so under “Same "
          + "as”; where not, under “Not the same as”.",
        nl:
          "Zijn ze toch één, geef ze dan rijen in de tabel parties en zeg het bij ‘Zelfde als’; zo "
          + "niet, bij ‘Niet zelfde als’."),
      at: Address(file: conflict.members.first?.book ?? "tables/parties.csv"))
  }

  private static func rowFindings(_ project: LoadedProject) -> [Finding] {
    let parties = project.rows(Party.self)
    let ids = parties.map(\.id.description)
    return parties.indices.flatMap { position -> [Finding] in
      let party = parties[position]
      let said = [("same_as", party.sameAs), ("not_same_as", party.notSameAs)]
      let unknown = said.flatMap { column, list in
        Party.rows(in: list).filter { !ids.contains($0) }.map { id in
          Finding(
            "parties.unknown_row", .warning,
            Text(
              "The table “parties” has no row “\(id)”.",
              nl: "De tabel ‘parties’ heeft geen rij ‘\(id)’."),
            help: nearest(id, ids),
            at: project.address(parties, at: position, column: column))
        }
      }
      let countries = [("seat_country", party.seatCountry), ("owner_country", party.ownerCountry)]
      return unknown
        + countries.compactMap { column, code in
          guard let code, !isCountry(code) else { return nil }
          return Finding(
            "parties.country", .warning,
            Text(
              "“\(code)” is not the code of a country.", nl: "‘\(code)’ is geen code van een land."),
            help: Text(
              "Write two letters, as in NL, BE or LU.",
              nl: "Schrijf twee letters, zoals NL, BE of LU."),
            at: project.address(parties, at: position, column: column))
        }
    }
  }

  private static func nearest(_ id: String, _ ids: [String]) -> Text {
    if let near = Nearest.match(id, in: ids) {
      return Text("Did you mean “\(near)”?", nl: "Bedoelt u ‘\(near)’?")
    }
    return Text(
      "Write the ids of other rows of this table.",
      nl: "Schrijf de id’s van andere rijen van deze tabel.")
  }

  private static func isCountry(_ code: String) -> Bool {
    code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0 & 0xDF) }
  }
}
