import ExportKit

/// Hours and goods among the inputs have a value per hour or unit, and cash has none.
enum InputRateCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let inputs = project.rows(Input.self)
    return inputs.indices.compactMap { position in
      let input = inputs[position]
      let address = project.address(inputs, at: position, column: "rate")
      switch (input.kind, input.rate) {
      case (.hours, nil), (.inKind, nil):
        return Finding(
          "value_map.rate_missing", .error,
          Text(
            "This input has no value per hour or unit.",
            nl: "Deze inbreng heeft geen waarde per uur of stuk."),
          help: Text(
            "Fill in what one hour or unit is worth.",
            nl: "Vul in wat één uur of stuk waard is."), at: address)
      case (.cash, .some):
        return Finding(
          "value_map.rate_of_cash", .error,
          Text(
            "A cash input has a value per unit beside its amount.",
            nl: "Een inbreng in geld heeft naast het bedrag ook een waarde per stuk."),
          help: Text(
            "Leave the value per unit empty, or choose “hours” or “in kind”.",
            nl: "Laat de waarde per stuk leeg, of kies ‘uren’ of ‘in natura’."), at: address)
      default: return nil
      }
    }
  }
}
