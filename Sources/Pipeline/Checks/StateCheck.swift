import ExportKit
import IndicatorKit

/// A priced outcome has a proxy and all four deductions; one without a price has a reason.
enum StateCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let outcomes = project.rows(Outcome.self)
    return outcomes.indices.flatMap { position in
      let row = outcomes[position]
      return row.stateOrPriced == .priced
        ? priced(row) { project.address(outcomes, at: position, column: $0) }
        : unpriced(row) { project.address(outcomes, at: position, column: $0) }
    }
  }

  private static func priced(_ row: Outcome, _ address: (String) -> Address?) -> [Finding] {
    let deductions: [(Estimate?, String, Text)] = [
      (row.deadweight, "deadweight", Text("deadweight", nl: "deadweight")),
      (row.displacement, "displacement", Text("displacement", nl: "verdringing")),
      (row.attribution, "attribution", Text("attribution", nl: "toerekening aan anderen")),
      (row.dropOff, "drop_off", Text("drop-off", nl: "afname")),
    ]
    let missing = deductions.filter { $0.0 == nil }.map { _, column, label in
      Finding(
        "value_map.deduction_missing", .error,
        Text(
          "The \(label.english) of this outcome is not filled in.",
          nl: "De \(label.dutch) van dit effect is niet ingevuld."),
        help: Text(
          "Fill in a percentage, 0 with a reason where nothing is taken off.",
          nl: "Vul een percentage in, 0 met een reden als er niets af gaat."),
        at: address(column))
    }
    guard row.proxy == nil else { return missing }
    let proxy = Finding(
      "value_map.proxy_missing", .error,
      Text("This outcome has no financial proxy.", nl: "Dit effect heeft geen financiële proxy."),
      help: Text(
        "Name a row of the table “proxies”, or give the outcome the state “intrinsic” or “excluded”.",
        nl: "Noem een rij van de tabel ‘proxies’, of geef het effect de status ‘waarde op zich’ of "
          + "‘buiten de telling’."),
      at: address("proxy"))
    return [proxy] + missing
  }

  private static func unpriced(_ row: Outcome, _ address: (String) -> Address?) -> [Finding] {
    var findings: [Finding] = []
    let state = row.stateOrPriced.label
    if row.stateReason == nil {
      findings.append(
        Finding(
          "value_map.state_without_reason", .warning,
          Text(
            "This outcome is \(state.english) without a reason.",
            nl: "Dit effect staat zonder reden op ‘\(state.dutch)’."),
          help: Text(
            "Say why it has no price, or which evidence is missing; it is printed in the report.",
            nl: "Zeg waarom het geen prijs heeft, of welk bewijs er nog niet is; dat komt in het "
              + "verslag."), at: address("state_reason")))
    }
    if row.proxy != nil {
      findings.append(
        Finding(
          "value_map.proxy_of_unpriced", .warning,
          Text(
            "This outcome is \(state.english) and has a financial proxy, which is not used.",
            nl: "Dit effect staat op ‘\(state.dutch)’ en heeft een financiële proxy, die niet telt."
          ),
          help: Text(
            "Leave the proxy empty, or give the outcome the state “priced”.",
            nl: "Laat de proxy leeg, of geef het effect de status ‘geprijsd’."),
          at: address("proxy")))
    }
    return findings
  }
}
