import ExportKit

/// Money or goods put in are not what the project brings.
enum InputAsBenefit: ClaimCheck {
  static let card = ClaimCard(
    "input_as_benefit", Text("An input as a gain", nl: "Inbreng als baat"),
    looksAt: Text(
      "Outcomes with a gross value equal to that of an input in cash or in kind.",
      nl: "Effecten met een bruto waarde gelijk aan die van een inbreng in geld of natura."),
    why: Text(
      "The same amount on both sides adds up to one in the ratio whatever the project does.",
      nl: "Hetzelfde bedrag aan beide kanten telt als één in de ratio, wat het project ook doet."),
    source: "\(ClaimSource.guide), stages 2.2 and 3.4",
    remedy: Text(
      "Value what changed by the budget’s work, not the budget.",
      nl: "Waardeer wat er door het budget veranderde, niet het budget."))

  static let firing = ClaimExample(
    Text("The budget comes back as a programme.", nl: "Het budget komt terug als programma.")
  ) { map in
    map.outcomes.append(programme(40_000))
  }

  static let silent = ClaimExample(
    Text("A value of its own.", nl: "Een eigen waarde.")
  ) { map in
    map.outcomes.append(programme(31_000))
  }

  private static func programme(_ proxy: Double) -> ExampleMap.Outcome {
    ExampleMap.further(
      "A programme for the elderly", of: "municipality", quantity: 1, unit: "programme",
      proxy: proxy, proxyDescription: "What it costs to buy", method: .avoidedCost)
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let inputs = view.report.inputs.filter { $0.kind != .hours }
    return view.rows.compactMap { row in
      guard let gross = row.gross.value,
        let input = inputs.first(where: { Amounts.areEqual(gross, $0.value.value ?? 0) })
      else { return nil }
      return FoundClaim(
        row, at: .proxy,
        Text(
          "“\(row.description)” is worth exactly the input “\(input.description)”.",
          nl: "‘\(row.description)’ is precies de inbreng ‘\(input.description)’ waard."))
    }
  }
}
