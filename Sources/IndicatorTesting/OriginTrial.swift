import IndicatorKit

/// Tries whether every value says where it comes from, and says so truly.
struct OriginTrial {
  private let indicator: any Indicator
  private let card: IndicatorCard

  init(_ indicator: any Indicator) {
    self.indicator = indicator
    card = type(of: indicator).card
  }

  var faults: [String] {
    var faults: [String] = []
    for project in GeneratedProjects.all(card) {
      for measure in Outcome(indicator, project.data()).measures where measure.value != nil {
        let name = "“\(card.id).\(measure.card.id)”"
        if !reaches(measure.origin) {
          faults.append(
            "\(name) does not say where it comes from; give it from: .selection(rows.selection()), "
              + "a ledger, or the origin of a parameter")
        }
        faults += selections(measure.origin).flatMap { strays($0, project, name) }
      }
    }
    return faults.unique
  }

  /// Whether an origin leads to rows of a file, to books, or to a parameter.
  private func reaches(_ origin: Origin) -> Bool {
    switch origin {
    case .cell, .parameter: true
    case .selection(let selection): !selection.file.isEmpty
    case .ledger(let selection): !selection.files.isEmpty
    case .computation(_, let inputs): !inputs.isEmpty
    case .combined(let origins): origins.contains(where: reaches)
    }
  }

  private func selections(_ origin: Origin) -> [Selection] {
    switch origin {
    case .selection(let selection): [selection]
    case .combined(let origins): origins.flatMap(selections)
    case .cell, .ledger, .parameter, .computation: []
    }
  }

  /// Columns and rows that a selection names and its table does not have.
  private func strays(
    _ selection: Selection, _ project: GeneratedProject, _ name: String
  ) -> [String] {
    guard let row = card.tables.first(where: { $0.table.id == selection.table }),
      let content = project.contents[selection.table]
    else {
      return ["\(name) comes from the table “\(selection.table)”, which the card does not declare"]
    }
    let columns = TableDeclaration(row).columns.map(\.id)
    let unknown = selection.columns.filter { !columns.contains($0) }.map {
      "\(name) comes from the column “\($0)”, which the table “\(selection.table)” does not have; "
        + "write the column's identifier: \(columns.joined(separator: ", "))"
    }
    let last = content.rows.count + 1
    let isInside = selection.rows.allSatisfy { $0.lowerBound >= 2 && $0.upperBound <= last }
    return unknown
      + (isInside ? [] : ["\(name) comes from rows that “\(selection.table)” does not have"])
  }
}
