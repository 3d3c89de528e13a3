import IndicatorKit

/// What an indicator gives, or the reason why it stopped.
enum Outcome: Sendable, Hashable {
  case measures([Measure])
  case stopped(NotMeasurable)

  /// Measures data with an indicator.
  init(_ indicator: any Indicator, _ data: ProjectData) {
    do throws(NotMeasurable) {
      self = .measures(try indicator.measure(data))
    } catch {
      self = .stopped(error)
    }
  }

  /// The measures; none where the indicator stopped.
  var measures: [Measure] {
    if case .measures(let measures) = self { measures } else { [] }
  }

  /// The outcome without what only the order of rows decides: how groups, flows and notes follow
  /// one another.
  var ordered: Outcome {
    guard case .measures(let measures) = self else { return self }
    return .measures(
      measures.map { measure in
        Measure(
          card: measure.card, result: measure.result, origin: measure.origin, range: measure.range,
          breakdowns: measure.breakdowns.map { breakdown in
            Breakdown(
              id: breakdown.id, label: breakdown.label, unit: breakdown.unit,
              entries: breakdown.entries.sorted {
                ($0.id, $0.value, $0.people ?? 0) < ($1.id, $1.value, $1.people ?? 0)
              })
          },
          flows: measure.flows.sorted {
            ($0.from, $0.to, $0.amount) < ($1.from, $1.to, $1.amount)
          }, rankings: measure.rankings,
          notes: measure.notes.sorted { $0.english < $1.english }, people: measure.people,
          details: measure.details.map { detail in
            Detail(
              detail.card, rows: detail.rows.sorted { "\($0.values)" < "\($1.values)" })
          }, network: measure.network)
      })
  }

  /// How another outcome differs, in words; `nil` where it does not.
  func difference(to other: Outcome) -> String? {
    switch (self, other) {
    case (.measures(let left), .measures(let right)):
      if left.count != right.count { return "\(left.count) measures and then \(right.count)" }
      return zip(left, right).lazy.compactMap(Outcome.difference).first
    case (.stopped(let left), .stopped(let right)):
      return left == right ? nil : "two reasons to stop: “\(left.reason.english)” and another"
    case (.measures, .stopped(let error)), (.stopped(let error), .measures):
      return "measures, and a stop because “\(error.reason.english)”"
    }
  }

  private static func difference(_ left: Measure, _ right: Measure) -> String? {
    guard left != right else { return nil }
    let name = "“\(left.card.id)”"
    if left.result != right.result {
      let values = [left, right].map { $0.value.map(DecimalText.exact) ?? "no value" }
      return values[0] == values[1]
        ? "other parts of \(name)" : "\(values[0]) and \(values[1]) for \(name)"
    }
    if left.range != right.range { return "another range of \(name)" }
    if left.breakdowns != right.breakdowns { return "another breakdown of \(name)" }
    if left.flows != right.flows { return "other flows of \(name)" }
    if left.rankings != right.rankings { return "another ranking of \(name)" }
    if left.network != right.network { return "another network of \(name)" }
    if left.details != right.details { return "other rows of detail of \(name)" }
    if left.notes != right.notes { return "other notes on \(name)" }
    return "another origin of \(name)"
  }
}

/// The generated projects on which an indicator is tried: small and larger ones.
enum GeneratedProjects {
  /// Makes the projects.
  static func all(_ card: IndicatorCard) -> [GeneratedProject] {
    [(20, 1), (60, 2), (200, 3), (600, 4)].compactMap { rows, seed in
      GeneratedProject(card, rows: rows * max(1, card.tables.count), seed: seed)
    }
  }
}
