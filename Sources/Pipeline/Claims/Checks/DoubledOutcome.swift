import ExportKit

/// An outcome stands on the map once.
enum DoubledOutcome: ClaimCheck {
  static let card = ClaimCard(
    "doubled_outcome", Text("An outcome twice", nl: "Een effect twee keer"),
    looksAt: Text(
      "Outcomes of one stakeholder with the same description or the same financial proxy.",
      nl: "Effecten van één belanghebbende met dezelfde omschrijving of dezelfde proxy."),
    why: Text(
      "One change in two rows counts twice.", nl: "Eén verandering in twee rijen telt dubbel."),
    source: "\(ClaimSource.principles), principle 5",
    remedy: Text(
      "Join the rows, or say in the descriptions how they differ.",
      nl: "Voeg de rijen samen, of zeg in de omschrijving waarin zij verschillen."))

  static let firing = ClaimExample(
    Text(
      "A second outcome takes the same proxy.", nl: "Een tweede effect neemt dezelfde proxy.")
  ) { map in
    map.outcomes.append(second(of: "participants"))
  }

  static let silent = ClaimExample(
    Text(
      "It belongs to another stakeholder.", nl: "Het hoort bij een andere belanghebbende.")
  ) { map in
    map.outcomes.append(second(of: "volunteers"))
  }

  private static func second(of stakeholder: String) -> ExampleMap.Outcome {
    var outcome = ExampleMap.further(
      "More company", of: stakeholder, quantity: 8, unit: "people", proxy: 1_500,
      proxyDescription: "Membership of a club and the way there")
    outcome.proxyID = "p1"
    return outcome
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let byWords = view.groups(of: view.rows) { row in
      let words = row.description.lowercased().filter { $0.isLetter || $0.isNumber }
      return words.isEmpty ? nil : [row.stakeholder.description, words]
    }
    let byProxy = view.groups(of: view.rows) { [$0.stakeholder, $0.proxyID] }
    var told: Set<RowID> = []
    return (byWords + byProxy).filter { $0.count > 1 }.flatMap { $0.dropFirst() }
      .filter { told.insert($0.id).inserted }.map { row in
        FoundClaim(
          row, at: .proxy,
          Text(
            "“\(row.description)” has the words or the proxy of another outcome of the same people.",
            nl: "‘\(row.description)’ heeft de woorden of de proxy van een ander effect bij "
              + "dezelfde mensen."))
      }
  }
}
