import ExportKit

extension Assurance {
  /// Principle 2: understand what changes.
  static let change = [
    AssuranceQuestion(
      "change_chain", .understand,
      Text(
        "Is there for each group a chain from what is done to what changes?",
        nl: "Is er voor elke groep een keten van wat er gedaan wordt naar wat er verandert?"),
      .both,
      place: Text(
        "the theory of change; descriptions in the table outcomes",
        nl: "de veranderlogica; omschrijvingen in de tabel outcomes"),
      look: { report in
        let heard = Set(
          report.pricedOutcomes.map(\.stakeholder)
            + (report.valueMap?.unpriced ?? []).map(\.stakeholder))
        let count = report.includedStakeholders.count { heard.contains($0.id) }
        let all = report.includedStakeholders.count
        return .toJudge(
          Text(
            "\(count) of \(all) included groups have an outcome.",
            nl: "\(count) van \(all) meegerekende groepen hebben een effect."))
      }),
    AssuranceQuestion(
      "change_negative", .understand,
      Text(
        "Is something negative or unintended on the map, or is it said why there is none?",
        nl: "Staat er iets negatiefs of onbedoelds op de kaart, of staat er waarom niet?"),
      place: Text("tables outcomes and answers", nl: "tabellen outcomes en answers"),
      look: { report in
        let rows = report.pricedOutcomes.count { $0.isLoss || !$0.isIntended }
        let unpriced = (report.valueMap?.unpriced ?? []).count { !$0.isIntended }
        let count = rows + unpriced
        if count > 0 {
          return .established(
            Text("Such outcomes: \(count).", nl: "Aantal van zulke effecten: \(count)."))
        }
        let isAnswered = report.claims.contains {
          $0.code == NoNegative.card.code && $0.answer != nil
        }
        return isAnswered
          ? .established(Text("None, with a reason.", nl: "Geen, met een reden."))
          : .missing(Text("None, and no reason.", nl: "Geen, en geen reden."))
      }),
    AssuranceQuestion(
      "change_quantity", .understand,
      Text(
        "Does each quantity count a change, not only what was done?",
        nl: "Telt elk aantal een verandering, niet alleen wat er gedaan is?"),
      .both, place: Text("questionnaires and records", nl: "vragenlijsten en registraties"),
      look: { report in
        let found = report.unanswered([OutputAsOutcome.self]).compactMap(\.subject)
        return found.isEmpty
          ? .toJudge(
            Text(
              "No unit of a quantity speaks of an activity.",
              nl: "Geen eenheid van een aantal spreekt van een activiteit."))
          : .missing(
            Text(
              "Units speak of activities: \(found.joined(separator: ", "))",
              nl: "Eenheden spreken van activiteiten: \(found.joined(separator: ", "))"))
      }),
    AssuranceQuestion(
      "change_evidence", .understand,
      Text(
        "Is it said of each outcome how its quantity was known?",
        nl: "Staat bij elk effect hoe het aantal bekend werd?"),
      place: Text("table outcomes", nl: "tabel outcomes"),
      look: { report in
        let wanting = report.pricedOutcomes.filter { $0.evidence == nil && $0.quantityFrom == nil }
        return .complete(
          wanting.map(\.id.description), of: report.pricedOutcomes.count,
          Text("outcomes with evidence", nl: "effecten met onderbouwing"))
      }),
    AssuranceQuestion(
      "change_sample", .understand,
      Text(
        "Is it said of each outcome how many people or things the evidence speaks of?",
        nl: "Staat bij elk effect over hoeveel mensen of dingen de onderbouwing gaat?"),
      place: Text("table outcomes", nl: "tabel outcomes"),
      look: { report in
        let wanting = report.pricedOutcomes.filter {
          $0.sampleSize == nil && $0.quantityFrom == nil
        }
        return .complete(
          wanting.map(\.id.description), of: report.pricedOutcomes.count,
          Text("outcomes with a sample size", nl: "effecten met een aantal antwoorden"))
      }),
    AssuranceQuestion(
      "change_duration", .understand,
      Text(
        "Is there a reason for each duration of more than one period?",
        nl: "Is er een reden voor elke duur van meer dan één periode?"),
      place: Text("table outcomes", nl: "tabel outcomes"),
      look: { report in
        let wanting = report.pricedOutcomes.filter {
          $0.benefitPeriods > 1 && $0.durationReason == nil
        }
        return .complete(
          wanting.map(\.id.description), of: report.pricedOutcomes.count,
          Text(
            "outcomes of one period or with a reason", nl: "effecten van één periode of met reden")
        )
      }),
  ]
}
