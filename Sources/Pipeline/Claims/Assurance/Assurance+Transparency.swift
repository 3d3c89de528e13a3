import ExportKit

extension Assurance {
  /// Principle 6: be transparent.
  static let transparency = [
    AssuranceQuestion(
      "open_scope", .transparent,
      Text(
        "Are purpose, audience, activities and author stated?",
        nl: "Staan doel, lezers, activiteiten en auteur erin?"),
      place: Text("project.yaml", nl: "project.yaml"),
      look: { report in
        let project = report.project
        let parts: [(Text, String?)] = [
          (Text("purpose", nl: "doel"), project.scope.purpose),
          (Text("audience", nl: "lezers"), project.scope.audience),
          (Text("activities", nl: "activiteiten"), project.scope.activities),
          (Text("author", nl: "auteur"), project.author),
        ]
        let wanting = parts.filter { !($0.1?.contains { $0.isLetter } ?? false) }.map(\.0)
        return .complete(wanting, of: parts.count, Text("stated", nl: "vermeld"))
      }),
    AssuranceQuestion(
      "open_left_out", .transparent,
      Text(
        "Is it said what is left out of scope, and why?",
        nl: "Staat erin wat buiten beschouwing blijft, en waarom?"),
      .both, place: Text("project.yaml, left_out", nl: "project.yaml, left_out"),
      look: { report in
        let count = report.project.leftOut.count
        return count == 0
          ? .missing(Text("Nothing is listed.", nl: "Er staat niets."))
          : .toJudge(Text("Points listed: \(count).", nl: "Aantal punten: \(count)."))
      }),
    AssuranceQuestion(
      "open_sources", .transparent,
      Text(
        "Can every number on the map be followed to where it stands?",
        nl: "Is elk getal op de kaart te volgen tot waar het staat?"),
      place: Text("the project’s files", nl: "de bestanden van het project"),
      look: { report in
        let wanting = report.pricedOutcomes.filter { row in
          ReportOutcome.Given.allCases.contains { row.origins[$0] == nil }
        }
        return .complete(
          wanting.map(\.id.description), of: report.pricedOutcomes.count,
          Text("outcomes with every address", nl: "effecten met elk adres"))
      }),
    AssuranceQuestion(
      "open_limits", .transparent,
      person: Text(
        "Are assumptions and limits told where a reader meets the figures?",
        nl: "Staan aannames en grenzen waar een lezer de cijfers tegenkomt?"),
      place: Text(
        "the summary and the text around the report", nl: "samenvatting en begeleidende tekst")
    ),
    AssuranceQuestion(
      "open_comparison", .transparent,
      person: Text(
        "Is the ratio not held against that of others without their scope and conventions?",
        nl: "Wordt de ratio niet naast die van anderen gelegd zonder hun afbakening en afspraken?"),
      place: Text("texts that use the report", nl: "teksten die het verslag gebruiken")),
    AssuranceQuestion(
      "open_ratio", .transparent,
      Text(
        "Does the ratio come with a story, honest rounding and the share of each group?",
        nl: "Komt de ratio met een verhaal, eerlijk afgerond en met het deel van elke groep?"),
      place: Text(
        "project.yaml, summary; table outcomes", nl: "project.yaml, summary; tabel outcomes"),
      look: { report in
        let hasStory = report.project.summary?.contains { $0.isLetter } ?? false
        let isHonest = report.unanswered([RoundedUp.self]).isEmpty
        let gaining = Set(report.pricedOutcomes.map(\.stakeholder))
        let hasShares = report.stakeholders.allSatisfy {
          !gaining.contains($0.id) || $0.presentValue.value != nil
        }
        let parts = [
          (Text("ratio", nl: "ratio"), report.valueMap?.ratio.value != nil),
          (Text("summary", nl: "samenvatting"), hasStory),
          (Text("rounding", nl: "afronding"), isHonest),
          (Text("shares", nl: "aandelen"), hasShares),
        ]
        return .complete(
          parts.filter { !$0.1 }.map(\.0), of: parts.count, Text("in place", nl: "aanwezig"))
      }),
  ]
}
