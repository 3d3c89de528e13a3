import ExportKit
import IndicatorKit
import ProjectReaders

/// What came of asking for the explanation of a figure.
public struct ExplainResult: Sendable {
  /// The explanation, absent where the project has no such figure.
  public let explanation: Explanation?
  /// The measure that the figure is, with its rule, its inputs and its notes; absent where it is
  /// another figure.
  public let measure: Measure?
  /// The rows behind each selection in it.
  public let rows: [Selection: ExplainedRows]
  /// The accounts behind each selection of ledger totals in it.
  public let accounts: [LedgerSelection: [ExplainedAccount]]
  /// Figures that may have been meant, where there is no such figure.
  public let suggestions: [FigureID]
  /// What was found wrong, by file, row and column.
  public let findings: [Finding]
  /// The currency of all amounts.
  public let currency: Currency
  /// The language to speak.
  public let language: Language
}

extension Pipeline {
  /// Reads a project and explains one of its figures, down to rows; only the cache is written.
  ///
  /// - Parameters:
  ///   - figure: the identifier of the figure.
  ///   - folder: the project.
  ///   - language: the language to speak; the project's own by default.
  ///   - rowLimit: the most rows to show of one table, `nil` for all.
  ///   - progress: hears how far the work has come.
  /// - Throws: `ProjectUnreadable` where there is no project to read.
  public func explain(
    _ figure: String, of folder: ProjectFolder, language: Language? = nil, rowLimit: Int? = 20,
    progress: @escaping ProgressListener = { _ in }
  ) throws(ProjectUnreadable) -> ExplainResult {
    let made = try make(folder, store: .cache, language: language, progress: progress)
    return explain(figure, of: made, rowLimit: rowLimit)
  }

  /// Takes several figures of one report apart, which is made once.
  ///
  /// - Returns: as many results as figures, in their order.
  /// - Throws: `ProjectUnreadable` where there is no such folder or it has no settings.
  public func explain(
    each figures: [String], of folder: ProjectFolder, language: Language? = nil,
    rowLimit: Int? = 20, progress: @escaping ProgressListener = { _ in }
  ) throws(ProjectUnreadable) -> [ExplainResult] {
    let made = try make(folder, store: .cache, language: language, progress: progress)
    return figures.map { explain($0, of: made, rowLimit: rowLimit) }
  }

  private func explain(_ figure: String, of made: Made, rowLimit: Int?) -> ExplainResult {
    let explanation = made.report.flatMap { report in
      FigureID(figure).flatMap { report.explanation(of: $0) }
    }
    var sources: [Origin] = []
    if let explanation { Pipeline.collect(explanation, into: &sources) }
    var rows: [Selection: ExplainedRows] = [:]
    var accounts: [LedgerSelection: [ExplainedAccount]] = [:]
    for source in sources {
      if case .selection(let selection) = source,
        let content = made.project?.contents[selection.table],
        let declaration = registry.tables.first(where: { $0.id == selection.table })
      {
        rows[selection] = ExplainedRows(
          selection, declaration, content, limit: rowLimit, in: made.language)
      }
      if case .ledger(let selection) = source, let ledger = made.project?.ledger {
        accounts[selection] = ExplainedAccount.all(selection, in: ledger)
      }
    }
    return ExplainResult(
      explanation: explanation,
      measure: made.report?.indicators.flatMap(\.measures)
        .first { $0.id.description == figure }?.measure, rows: rows, accounts: accounts,
      suggestions: explanation == nil
        ? Pipeline.suggestions(for: figure, in: made.report?.everyFigure.map(\.id) ?? []) : [],
      findings: made.findings, currency: made.report?.project.currency ?? .euro,
      language: made.language)
  }

  private static func collect(_ explanation: Explanation, into sources: inout [Origin]) {
    sources += explanation.sources
    for child in explanation.children { collect(child, into: &sources) }
  }

  /// The figure that was probably meant, then those that hold all the words of what was typed.
  static func suggestions(for typed: String, in figures: [FigureID]) -> [FigureID] {
    let names = figures.map(\.description)
    let nearest = Nearest.match(typed, in: names)
    let words = typed.lowercased().split { !$0.isLetter && !$0.isNumber }
    let holding = names.filter { name in
      !words.isEmpty && words.allSatisfy { name.contains($0) }
    }
    var seen: Set<String> = []
    return ([nearest].compactMap(\.self) + holding).filter { seen.insert($0).inserted }
      .prefix(8).compactMap { FigureID($0) }
  }
}
