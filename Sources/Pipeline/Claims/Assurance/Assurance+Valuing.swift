import ExportKit

extension Assurance {
  /// Principle 3: value the things that matter.
  static let valuing = [
    AssuranceQuestion(
      "value_sources", .value,
      Text(
        "Has each price a method, a source and a year?",
        nl: "Heeft elke prijs een manier, een bron en een jaar?"),
      place: Text("table proxies", nl: "tabel proxies"),
      look: { report in
        let wanting = report.pricedOutcomes.filter {
          $0.proxyMethod == nil || $0.priceYear == nil || !$0.proxySource.contains { $0.isLetter }
        }
        return .complete(
          wanting.map(\.id.description), of: report.pricedOutcomes.count,
          Text("outcomes with all three", nl: "effecten met alle drie"))
      }),
    AssuranceQuestion(
      "value_importance", .value,
      Text(
        "Did the people concerned say how much each change matters to them?",
        nl: "Zeiden de betrokkenen zelf hoe zwaar elke verandering voor hen telt?"),
      .both,
      place: Text(
        "weights in the table outcomes, and notes of the talks",
        nl: "gewichten in de tabel outcomes, en verslagen van de gesprekken"),
      look: { report in
        let weights =
          report.pricedOutcomes.map(\.weight) + (report.valueMap?.unpriced ?? []).map(\.weight)
        let known = weights.count { $0 != nil }
        return .toJudge(
          Text(
            "\(known) of \(weights.count) outcomes have a weight.",
            nl: "\(known) van \(weights.count) effecten hebben een gewicht."))
      }),
  ]

  /// Principle 4: only include what is material.
  static let materiality = [
    AssuranceQuestion(
      "material_excluded", .material,
      Text(
        "Has each outcome without a price its reason?",
        nl: "Heeft elk effect zonder prijs zijn reden?"),
      place: Text("table outcomes", nl: "tabel outcomes"),
      look: { report in
        let unpriced = report.valueMap?.unpriced ?? []
        if unpriced.isEmpty {
          return .established(
            Text("No outcome is without a price.", nl: "Geen effect is zonder prijs."))
        }
        return .complete(
          unpriced.filter { $0.reason == nil }.map(\.id.description), of: unpriced.count,
          Text("outcomes without a price, with a reason", nl: "effecten zonder prijs, met reden"))
      }),
    AssuranceQuestion(
      "material_test", .material,
      person: Text(
        "Was it tested for each outcome whether it is relevant and large enough to matter?",
        nl: "Is voor elk effect getoetst of het ertoe doet en groot genoeg is?"),
      place: Text("notes on the choice of outcomes", nl: "aantekeningen bij de keuze van effecten")),
    AssuranceQuestion(
      "material_complete", .material,
      person: Text(
        "Is every change that matters to somebody on the map?",
        nl: "Staat elke verandering die voor iemand telt op de kaart?"),
      place: Text(
        "what people said in open questions, beside the map",
        nl: "wat mensen op open vragen zeiden, naast de kaart")),
  ]
}
