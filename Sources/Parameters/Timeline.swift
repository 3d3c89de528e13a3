import ImpactModel

/// Checks that the values of each parameter follow each other without overlap and without a gap.
struct Timeline {
  private let file: String
  /// What is wrong.
  private(set) var findings: [Finding] = []
  /// The lines of rows that overlap with another.
  private(set) var overlapping: Set<Int> = []

  init(file: String) { self.file = file }

  /// Checks rows that are sorted by identifier and first day.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - incomplete: identifiers of which rows are missing, so that gaps say nothing.
  ///   - all: whether rows of unknown identifiers are missing.
  mutating func check(_ rows: [ParameterRows.Row], incomplete: Set<String>, all: Bool) {
    var reach: ParameterRows.Row?
    for row in rows {
      guard let earlier = reach, earlier.value.id == row.value.id else {
        reach = row
        continue
      }
      if let end = earlier.value.until, end < row.value.from {
        if !all, !incomplete.contains(row.value.id),
          row.value.from.ordinal - end.ordinal > 1
        {
          gap(from: earlier, end, to: row)
        }
      } else {
        overlap(earlier, row)
      }
      if Timeline.reachesFurther(row, than: earlier) { reach = row }
    }
  }

  private mutating func overlap(_ first: ParameterRows.Row, _ second: ParameterRows.Row) {
    overlapping.formUnion([first.line, second.line])
    let id = second.value.id
    let lines = [first.line, second.line].sorted()
    findings.append(
      Finding(
        "parameter.overlap", .error,
        Text(
          "Rows \(lines[0]) and \(lines[1]) both give “\(id)” a value on \(second.value.from).",
          nl: "Rij \(lines[0]) en rij \(lines[1]) geven ‘\(id)’ allebei een waarde op "
            + "\(second.value.from)."),
        help: Text(
          "Close the older row on the day before; until then neither is used.",
          nl: "Sluit de oudste rij op de dag ervoor; tot dan wordt geen van beide gebruikt."),
        at: Address(file: file, row: second.line)))
  }

  private mutating func gap(
    from first: ParameterRows.Row, _ end: Day, to second: ParameterRows.Row
  ) {
    let id = second.value.id
    findings.append(
      Finding(
        "parameter.gap", .warning,
        Text(
          "“\(id)” has no value between \(end), where row \(first.line) ends, and "
            + "\(second.value.from), where row \(second.line) starts.",
          nl: "‘\(id)’ heeft geen waarde tussen \(end), waar rij \(first.line) eindigt, en "
            + "\(second.value.from), waar rij \(second.line) begint."),
        help: Text(
          "Add a row for these days, if there was a value.",
          nl: "Voeg een rij toe voor deze dagen, als er een waarde was."),
        at: Address(file: file, row: second.line)))
  }

  private static func reachesFurther(
    _ row: ParameterRows.Row, than earlier: ParameterRows.Row
  ) -> Bool {
    guard let end = earlier.value.until else { return false }
    return row.value.until.map { $0 > end } ?? true
  }
}
