/// Which period of a project is meant.
public enum PeriodChoice: Sendable, Hashable {
  /// The reporting period.
  case reporting
  /// The period before it.
  case previous
  /// All rows, whatever their day.
  case all
}

/// A project's data as one indicator may read them: what its card declares and nothing else.
public struct ProjectData: Sendable {
  /// The project's description.
  public let project: ProjectDescription

  private let card: IndicatorCard
  private let contents: [String: TableContent]
  private let books: Ledger?
  private let parameters: ParameterTable
  private let log: ReadingLog?

  /// Makes the data that an indicator may read.
  ///
  /// - Parameters:
  ///   - project: the project's description.
  ///   - card: the indicator's card, which limits what can be read.
  ///   - contents: the tables by identifier; an absent table is not in use.
  ///   - ledger: the books, `nil` where there are none or they could not be read.
  ///   - parameters: the parameters, the project's own first.
  ///   - log: notes what the indicator asks for, where somebody wants to know.
  public init(
    project: ProjectDescription, card: IndicatorCard, contents: [String: TableContent],
    ledger: Ledger?, parameters: ParameterTable, log: ReadingLog? = nil
  ) {
    self.project = project
    self.card = card
    self.contents = contents
    books = ledger
    self.parameters = parameters
    self.log = log
  }

  /// The reporting period.
  public var period: Period { project.period }

  /// The rows of a table in a period; a table that the project does not have gives no rows.
  ///
  /// - Throws: `NotMeasurable` where the table is not declared in the card.
  public func rows<Row: TableRow>(
    _ row: Row.Type, in choice: PeriodChoice = .reporting
  ) throws(NotMeasurable) -> Rows<Row> {
    try demand(.table(Row.table.id))
    guard let content = contents[Row.table.id] else { return .none }
    let period: Period?
    switch choice {
    case .reporting: period = project.period
    case .previous:
      guard let previous = project.previousPeriod else { return .none }
      period = previous
    case .all: period = nil
    }
    do {
      return try Rows<Row>(content, in: period)
    } catch {
      throw undeclared(
        "columns of “\(Row.table.id)” that another module declares otherwise",
        nl: "kolommen van ‘\(Row.table.id)’ die een andere module anders declareert")
    }
  }

  /// Whether the project has a table that the card declares.
  public func has<Row: TableRow>(_ row: Row.Type) -> Bool {
    isDeclared(.table(Row.table.id)) && contents[Row.table.id] != nil
  }

  /// The books, or `nil` where the project has none that could be read.
  ///
  /// - Throws: `NotMeasurable` where the card does not declare that it reads the ledger.
  public func ledger() throws(NotMeasurable) -> Ledger? {
    try demand(.ledger)
    return books
  }

  /// The value of a parameter in force on the last day of the reporting period, or `nil`.
  ///
  /// - Throws: `NotMeasurable` where the card does not declare the parameter.
  public func parameter(_ parameter: ParameterCard) throws(NotMeasurable) -> ParameterValue? {
    try demand(.parameter(parameter.id))
    return parameters.value(parameter.id, on: project.period.last)
  }

  private func isDeclared(_ reading: ReadingLog.Reading) -> Bool {
    let isDeclared =
      switch reading {
      case .ledger: card.core.contains(.ledger)
      case .parameter(let id): card.parameters.contains { $0.id == id }
      case .table(let id): card.tables.contains { $0.table.id == id }
      }
    log?.note(reading, isDeclared: isDeclared)
    return isDeclared
  }

  private func demand(_ reading: ReadingLog.Reading) throws(NotMeasurable) {
    guard !isDeclared(reading) else { return }
    throw undeclared(reading.name.english, nl: reading.name.dutch)
  }

  private func undeclared(_ what: String, nl dutch: String) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the module “\(card.id)” reads \(what), which its card does not declare",
        nl: "de module ‘\(card.id)’ leest \(dutch), wat zijn kaart niet declareert"),
      cause: .undeclared)
  }
}
