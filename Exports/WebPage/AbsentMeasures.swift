import ExportKit

/// The measures without a value, those together that lack the same thing.
struct AbsentMeasures {
  /// Measures that lack the same thing.
  struct Group {
    /// Why they have no value.
    let reason: Text
    /// The measures, in their order.
    var measures: [ReportMeasure]
  }

  /// The groups, in the order of their first measure.
  private(set) var groups: [Group] = []

  init(_ measures: [ReportMeasure]) {
    for entry in measures {
      guard let reason = entry.measure.absence else { continue }
      if let index = groups.firstIndex(where: { $0.reason == reason }) {
        groups[index].measures.append(entry)
      } else {
        groups.append(Group(reason: reason, measures: [entry]))
      }
    }
  }
}
