import ExportKit

/// One figure with what the columns of the table tell of it.
struct FigureRow {
  /// The names of the columns.
  static let headings: [CSVField] = [
    "id", "label", "value", "unit", "low", "high", "period_first", "period_last", "kind",
    "absent", "origin", "notes",
  ].map { .words($0) }

  /// The fields, one for each heading.
  let fields: [CSVField]

  /// Gives the rows of a report, in the order in which its figures stand in every export.
  static func all(of report: Report) -> [FigureRow] {
    let ranges = FigureRanges(report)
    return report.everyFigure.map { FigureRow($0, of: report.project, ranges) }
  }

  private init(_ figure: ReportedFigure, of project: ProjectDescription, _ ranges: FigureRanges) {
    let range = ranges.range(of: figure.id)
    let language = project.language
    fields = [
      .words(figure.id.description), .words(figure.label[language]),
      FigureRow.number(figure.value),
      .words(figure.unit.isMoney ? project.currency.code : figure.unit.code),
      FigureRow.number(range?.low), FigureRow.number(range?.high),
      .words(project.period.first.description), .words(project.period.last.description),
      .words(ranges.kind(of: figure)), .words(figure.absence?[language] ?? ""),
      .words(FigureRow.origin(figure.origin, language)),
      .words(ranges.notes(of: figure.id).map { $0[language] }.joined(separator: " ")),
    ]
  }

  private static func number(_ value: Double?) -> CSVField {
    value.map { .number(DecimalText.exact($0)) } ?? .words("")
  }

  private static func origin(_ origin: Origin, _ language: Language) -> String {
    if case .combined(let parts) = origin, parts.isEmpty { return "" }
    return OriginText(origin).words(in: language)
  }
}
