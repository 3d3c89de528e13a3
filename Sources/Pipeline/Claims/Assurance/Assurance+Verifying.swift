import ExportKit

extension Assurance {
  /// Principle 7: verify the result.
  static let verifying = [
    AssuranceQuestion(
      "verify_sensitivity", .verify,
      Text(
        "Does the report show how sure the ratio is, and what would bring it to 1?",
        nl: "Toont het verslag hoe zeker de ratio is, en wat haar op 1 brengt?"),
      place: Text("ranges in the tables", nl: "marges in de tabellen"),
      look: { report in
        let parts = [
          (Text("doubt", nl: "twijfel"), report.doubt != nil),
          (
            Text("switching values", nl: "omslagwaarden"),
            !(report.sensitivity?.switches.isEmpty ?? true)
          ),
        ]
        return .complete(
          parts.filter { !$0.1 }.map(\.0), of: parts.count, Text("shown", nl: "getoond"))
      }),
    AssuranceQuestion(
      "verify_shown", .verify,
      person: Text(
        "Did the people concerned see the results, and recognise them?",
        nl: "Zagen de betrokkenen de uitkomsten, en herkenden zij die?"),
      place: Text(
        "notes of the evening, letter or talk", nl: "verslag van de avond, brief of gesprek")
    ),
    AssuranceQuestion(
      "verify_outside", .verify,
      person: Text(
        "Has somebody other than the author checked the report?",
        nl: "Heeft een ander dan de auteur het verslag nagekeken?"),
      place: Text(
        "name and note of who checked; output of wijkwaarde verify",
        nl: "naam en notitie van wie nakeek; uitvoer van wijkwaarde verify")),
    AssuranceQuestion(
      "verify_interests", .verify,
      person: Text(
        "Are interests of authors and checkers in the result told?",
        nl: "Zijn belangen van auteurs en nakijkers bij de uitkomst genoemd?"),
      place: Text("a statement beside the report", nl: "een verklaring bij het verslag")),
  ]

  /// Principle 8: be responsive.
  static let responding = [
    AssuranceQuestion(
      "respond_recommendations", .responsive,
      person: Text(
        "Are there recommendations that follow from the figures?",
        nl: "Zijn er aanbevelingen die uit de cijfers volgen?"),
      place: Text("the text around the report", nl: "de tekst bij het verslag")),
    AssuranceQuestion(
      "respond_decisions", .responsive,
      person: Text(
        "Is it settled who decides what, and by when?",
        nl: "Is geregeld wie wat beslist, en wanneer?"),
      place: Text("minutes of the board or the funder", nl: "notulen van bestuur of financier")),
  ]
}
