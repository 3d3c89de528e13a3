import IndicatorKit

/// The postcodes that a project's books and tables hold.
enum UsedPostcodes {
  /// The postcodes, each once, in alphabetical order.
  static func of(_ project: LoadedProject, declarations: [TableDeclaration]) -> [Postcode] {
    let country = project.description.neighbourhood.country
    var texts: Set<String> = []
    if let ledger = project.ledger {
      for party in ledger.parties + ledger.otherParties {
        if let text = party.postcode { texts.insert(text) }
      }
    }
    for declaration in declarations {
      let columns = declaration.columns.indices.filter {
        declaration.columns[$0].type == .postcode
      }
      guard !columns.isEmpty, let content = project.contents[declaration.id] else { continue }
      for row in content.rows {
        for column in columns where row.cells.indices.contains(column) {
          if case .text(let text) = row.cells[column] { texts.insert(text) }
        }
      }
    }
    let postcodes = Set(texts.compactMap { Postcode($0, country: country) })
    return postcodes.sorted { $0.description < $1.description }
  }
}
