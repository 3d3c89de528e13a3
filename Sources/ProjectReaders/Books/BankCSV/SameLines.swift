import ImpactModel

/// Counts the lines of a bank's export that are the same as the line before, where no balance
/// tells whether such a line stands twice.
struct SameLines {
  private var last: [[UInt8]] = []
  private var found = FirstPlace()

  /// Looks at a line.
  mutating func add(_ fields: [[UInt8]], at address: Address) {
    if fields == last { found.add(at: address) }
    last = fields
  }

  /// The one note about them, at the first.
  var finding: Finding? {
    found.finding { count, place in
      Finding(
        "ledger.same_lines", .note,
        Text(
          "Lines that are in all columns as the line before: \(count). The file has no balances "
            + "that tell whether a line stands twice.",
          nl: "Regels die in alle kolommen gelijk zijn aan de regel ervoor: \(count). Het bestand "
            + "heeft geen saldi die zeggen of een regel dubbel staat."),
        help: Text(
          "Compare them with the bank; they are read as they are.",
          nl: "Vergelijk ze met de bank; ze zijn gelezen zoals ze zijn."), at: place)
    }
  }
}
