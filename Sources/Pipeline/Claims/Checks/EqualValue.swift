import ExportKit

/// What one stakeholder saves is not what another gains, to the cent.
enum EqualValue: ClaimCheck {
  static let card = ClaimCard(
    "equal_value", Text("The same value with two stakeholders", nl: "Dezelfde waarde bij twee"),
    looksAt: Text(
      "Gains of different stakeholders with the same quantity above 1 and the same proxy value.",
      nl: "Baten van verschillende belanghebbenden met hetzelfde aantal boven 1 en dezelfde proxy."
    ),
    why: Text(
      "A change that is told from two sides is one change; equal numbers are its trace.",
      nl: "Een verandering van twee kanten verteld is één verandering; gelijke getallen zijn het "
        + "spoor."),
    source: "\(ClaimSource.guide), stage 3; \(ClaimSource.principles), principle 5",
    remedy: Text(
      "Keep it with whom it matters to most, or show that both have it.",
      nl: "Laat het bij wie het het meest uitmaakt, of toon dat beiden het hebben."))

  static let firing = ClaimExample(
    Text(
      "The municipality gains exactly what the participants gain.",
      nl: "De gemeente wint precies wat de deelnemers winnen.")
  ) { map in
    map.outcomes.append(mirrored(42))
  }

  static let silent = ClaimExample(
    Text("The quantities differ.", nl: "De aantallen verschillen.")
  ) { map in
    map.outcomes.append(mirrored(30))
  }

  private static func mirrored(_ quantity: Double) -> ExampleMap.Outcome {
    ExampleMap.further(
      "Fewer talks with lonely residents", of: "municipality", quantity: quantity, unit: "people",
      proxy: 1_500, proxyDescription: "Hours of the district team", method: .avoidedCost)
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let gains = view.rows.filter { !$0.isLoss && ($0.quantity?.value ?? 0) > 1 }
    return view.groups(of: gains) { [$0.quantity?.value, $0.proxy.value] }.flatMap { group in
      group.dropFirst().filter { $0.stakeholder != group.first?.stakeholder }
    }.map { row in
      FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” has the quantity and the value of another stakeholder’s outcome.",
          nl: "‘\(row.description)’ heeft het aantal en de waarde van een effect bij een ander."))
    }
  }
}
