import ImpactModel

/// Reads a table of dated values: CSV with one row per value and period, and its `sources.yaml`.
///
/// The columns are `id`, `value`, `unit`, `from`, `until` and `source`, in this order, separated by
/// commas. Numbers have a point as decimal mark; a share is a fraction with the unit `fraction`.
/// Days are written as `2025-12-31`; a value without `until` is still in force. Rows are never
/// edited: a row that no longer holds is closed, and a new one follows it.
public enum ParameterFile {
  /// The headings of the columns.
  public static let columns = ["id", "value", "unit", "from", "until", "source"]

  /// Reads a table with its sources.
  ///
  /// A row with a fault is left out with one finding. Two rows that overlap are both left out,
  /// because neither can be preferred; a gap between two rows is a warning.
  ///
  /// - Parameters:
  ///   - csv: the text of the table.
  ///   - sources: the text of its `sources.yaml`.
  ///   - file: the name of the table, as findings show it.
  ///   - sourcesFile: the name of the file of sources, as findings show it.
  /// - Returns: the values by identifier and first day, and what is wrong.
  public static func read(
    csv: String, sources: String, file: String, sourcesFile: String = "sources.yaml"
  ) -> (values: [ParameterValue], findings: [Finding]) {
    let sources = SourceReader(sources, file: sourcesFile)
    guard sources.isReadable else { return ([], sources.findings) }
    var rows = ParameterRows(file: file, sources: sources)
    rows.read(csv)
    let inOrder = rows.rows.sorted {
      ($0.value.id, $0.value.from, $0.line) < ($1.value.id, $1.value.from, $1.line)
    }
    var timeline = Timeline(file: file)
    timeline.check(inOrder, incomplete: rows.rejectedIDs, all: rows.hasNamelessRejects)
    let values = inOrder.filter { !timeline.overlapping.contains($0.line) }.map(\.value)
    return (values, sources.findings + rows.findings + timeline.findings)
  }
}
