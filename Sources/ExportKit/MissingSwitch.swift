extension Report {
  /// A switching value that the report leaves out because there is none.
  ///
  /// Of a number of one row or one input a report lists only those that exist; who asks for
  /// another one is told so. `nil` where the identifier is not that of a number of the value map.
  func missingSwitch(_ id: FigureID) -> ReportedFigure? {
    let ending = ".switching_value"
    guard id.description.hasSuffix(ending),
      let input = FigureID(String(id.description.dropLast(ending.count))),
      switchable.contains(input)
    else { return nil }
    let totals = ["present_value", "inputs_present_value"].map { FigureID(joining: "sroi", $0) }
    return ReportedFigure(
      id: id, label: Text("Value at which the ratio is 1", nl: "Waarde waarbij de ratio 1 is"),
      value: nil,
      origin: .computation(
        rule: Text(
          "the value at which the present value equals the inputs, all else as it is",
          nl: "de waarde waarbij de contante waarde gelijk is aan de inbreng; al het andere blijft "
            + "gelijk"), inputs: [input] + totals),
      absence: sensitivity == nil ? MissingSwitch.noRatio : MissingSwitch.none)
  }

  /// The numbers of which one alone may bring the ratio to 1.
  private var switchable: Set<FigureID> {
    let rows = (valueMap?.rows ?? []).flatMap { row in
      ReportOutcome.Given.allCases.map { row.id(of: $0) }
        + ["first_period", "benefit_periods"].map {
          FigureID(joining: "outcome", row.id.description, $0)
        }
    }
    return Set(rows + inputs.map(\.value.id))
  }
}

private enum MissingSwitch {
  static let none = Text(
    "no value of this input alone brings the ratio to 1",
    nl: "geen waarde van dit gegeven alleen brengt de ratio op 1")
  static let noRatio = Text("there is no ratio", nl: "er is geen ratio")
}
