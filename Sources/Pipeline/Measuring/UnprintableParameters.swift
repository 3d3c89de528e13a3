import IndicatorKit

/// Keeps back what a licence lets be computed with and named, but not printed.
enum UnprintableParameters {
  /// Takes the values of such parameters out of the numbers that a computed measure was made of.
  ///
  /// A number is known by its value alone, so that another input that happens to be the same goes
  /// too: better one number too few than one that may not leave. Rows of detail go as a whole.
  static func keepBack(
    from measure: Measure, card: IndicatorCard, parameters: ParameterTable, on day: Day
  ) -> Measure {
    guard case .measured(.computed(let value, let inputs, let rule)) = measure.result else {
      return measure
    }
    let secrets = card.parameters.filter { parameter in
      guard let found = parameters.value(parameter.id, on: day), !found.isPrintable else {
        return false
      }
      return inputs.contains { $0.value == found.value }
    }
    guard !secrets.isEmpty else { return measure }
    let values = Set(secrets.compactMap { parameters.value($0.id, on: day)?.value })
    let open = inputs.filter { !values.contains($0.value) }
    let kept = Measure(
      card: measure.card, result: .measured(.computed(value, inputs: open, rule: rule)),
      origin: measure.origin, range: measure.range, breakdowns: measure.breakdowns,
      flows: measure.flows, rankings: measure.rankings, notes: measure.notes,
      people: measure.people, network: measure.network)
    return secrets.reduce(kept) { $0.noting(note(on: $1)) }
  }

  private static func note(on parameter: ParameterCard) -> Text {
    Text(
      "“\(parameter.label.english)” was computed with and is not printed, as its licence asks.",
      nl:
        "Met ‘\(parameter.label.dutch)’ is gerekend; de waarde wordt volgens de licentie niet afgedrukt."
    )
  }
}
