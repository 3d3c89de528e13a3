import IndicatorKit

/// How well participation processes were run, by the criteria on which they were judged.
///
/// OECD, Evaluation Guidelines for Representative Deliberative Processes, 2021. Verdicts are an
/// order and no scale, so that they are counted and never averaged.
struct ProcessReviewMeasures {
  static let met = MeasureCard(
    "process_criteria_met",
    Text("Criteria of processes that were met", nl: "Gehaalde criteria van processen"),
    help: Text(
      "Criteria that were met, out of all on which processes were judged in the period; those partly met are not among them. Split by verdict, and the share met by stage.",
      nl:
        "Criteria die zijn gehaald, van alle waarop processen in de periode zijn beoordeeld; deels gehaalde zitten er niet bij. Verdeeld naar oordeel, en het gehaalde deel per onderdeel."
    ),
    kind: .share, aggregation: .pooled)

  static let evidenced = MeasureCard(
    "process_evidence",
    Text("Verdicts that rest on evidence", nl: "Oordelen met bewijs"),
    help: Text(
      "Criteria of which the verdict names evidence, out of all that were judged.",
      nl: "Criteria waarvan het oordeel bewijs noemt, van alle die zijn beoordeeld."),
    kind: .share, aggregation: .pooled)

  static let independent = MeasureCard(
    "process_independence",
    Text("Verdicts from outside the process", nl: "Oordelen van buiten het proces"),
    help: Text(
      "Criteria that somebody judged who had no part in the process, out of those of which that is known.",
      nl:
        "Criteria die beoordeeld zijn door iemand die niet bij het proces betrokken was, van die waarvan dat bekend is."
    ),
    kind: .share, aggregation: .pooled)

  static let cards = [met, evidenced, independent]

  let rows: Rows<ProcessReview>
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.met.attempt(measureMet), Self.evidenced.attempt(measureEvidence),
      Self.independent.attempt(measureIndependence),
    ]
  }

  private func measureMet() throws(NotMeasurable) -> Measure {
    try requireRows()
    let verdicts = ReviewVerdict.allCases.map { verdict in
      Breakdown.Entry(
        id: verdict.rawValue, label: verdict.label,
        value: Double(rows.count { $0.verdict == verdict }))
    }
    let stages = ReviewStage.allCases.compactMap { stage -> Breakdown.Entry? in
      let judged = rows.filter { $0.stage == stage }
      guard !judged.isEmpty else { return nil }
      let met = judged.count { $0.verdict == .met }
      return Breakdown.Entry(
        id: stage.rawValue, label: stage.label, value: Double(met) / Double(judged.count))
    }
    return Self.met.share(rows.filter { $0.verdict == .met }, of: rows)
      .broken(
        down: Breakdown(
          id: "verdict", label: Text("Verdict", nl: "Oordeel"), unit: .count, entries: verdicts)
      )
      .broken(
        down: Breakdown(
          id: "stage", label: Text("Share met by stage", nl: "Gehaald deel per onderdeel"),
          unit: .percent, entries: stages))
  }

  private func measureEvidence() throws(NotMeasurable) -> Measure {
    try requireRows()
    return Self.evidenced.share(rows.filter { $0.evidence != nil }, of: rows)
  }

  private func measureIndependence() throws(NotMeasurable) -> Measure {
    try requireRows()
    let known = rows.filter { $0.isIndependent != nil }
    guard !known.isEmpty else { throw Self.notKnown }
    return Self.independent.share(
      known.filter { $0.isIndependent == true }, of: known, unknown: rows.count - known.count)
  }

  private func requireRows() throws(NotMeasurable) {
    try missing.requireReviews()
    if rows.isEmpty { throw MissingTables.noRows(ProcessReview.table.id) }
  }

  private static let notKnown = NotMeasurable(
    Text(
      "of no verdict is it known whether it came from outside the process",
      nl: "van geen oordeel is bekend of het van buiten het proces kwam"))
}
