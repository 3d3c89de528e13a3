import IndicatorKit

/// A priced outcome has its quantity either as a number or from a measure that may feed the value
/// map; one without a price may do without.
enum QuantityCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let outcomes = project.rows(Outcome.self)
    let measures = registry.measuresForValueMap
    return outcomes.indices.compactMap { position in
      let outcome = outcomes[position]
      switch (outcome.quantity, outcome.quantityFrom) {
      case (nil, nil) where outcome.stateOrPriced != .priced: return nil
      case (nil, nil):
        return missing(at: project.address(outcomes, at: position, column: "quantity"))
      case (.some, .some):
        return twice(at: project.address(outcomes, at: position, column: "quantity_from"))
      case (nil, .some(let figure)) where !measures.contains(figure):
        let address = project.address(outcomes, at: position, column: "quantity_from")
        return unknown(figure, among: measures, at: address)
      default: return nil
      }
    }
  }

  private static func missing(at address: Address?) -> Finding {
    Finding(
      "value_map.quantity_missing", .error,
      Text("This outcome has no quantity.", nl: "Dit effect heeft geen aantal."),
      help: Text(
        "Fill in a number, or name a measure in the column “Quantity from”.",
        nl: "Vul een getal in, of noem een meting in de kolom ‘Aantal uit meting’."),
      at: address)
  }

  private static func twice(at address: Address?) -> Finding {
    Finding(
      "value_map.quantity_twice", .error,
      Text(
        "This outcome has a number and a measure as its quantity.",
        nl: "Dit effect heeft zowel een getal als een meting als aantal."),
      help: Text("Leave one of the two empty.", nl: "Laat een van beide leeg."), at: address)
  }

  private static func unknown(
    _ figure: FigureID, among measures: [FigureID], at address: Address?
  ) -> Finding {
    let list = measures.map(\.description).joined(separator: ", ")
    return Finding(
      "value_map.unknown_measure", .error,
      Text(
        "“\(figure)” is no measure that an outcome may take its quantity from.",
        nl: "‘\(figure)’ is geen meting waar een effect zijn aantal aan mag ontlenen."),
      help: Text(
        list.isEmpty ? "Fill in a number." : "Use one of: \(list).",
        nl: list.isEmpty ? "Vul een getal in." : "Gebruik een van: \(list)."), at: address)
  }
}

extension Registry {
  /// The figures of all measures that may feed the value map.
  var measuresForValueMap: [FigureID] {
    indicators.map { type(of: $0).card }.flatMap { card in
      card.measures.filter(\.feedsValueMap).map(card.figure)
    }
  }
}
