import ImpactModel

/// Notes on what a new project still has to fill in.
enum StarterCheck: Check {
  private static let needed: [any TableRow.Type] = [
    Stakeholder.self, Input.self, Outcome.self, Proxy.self,
  ]

  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let tables = needed.map { $0.table }.filter { card in
      guard !project.damagedTables.contains(card.id), !isReported(card, project) else {
        return false
      }
      guard let content = project.contents[card.id] else { return true }
      return content.rows.isEmpty && content.rejectedRows == 0
    }
    let notes = tables.map { card in
      Finding(
        "project.empty_table", .note,
        Text(
          "The table “\(card.title.english)” has no rows yet.",
          nl: "De tabel ‘\(card.title.dutch)’ heeft nog geen rijen."),
        help: card.summary ?? card.title, at: Address(file: "tables/\(card.id).csv"))
    }
    // Where there are codes, what is missing is a table, and that is said where it is looked for.
    let place = project.description.neighbourhood
    guard place.area.isEmpty, place.codes.isEmpty else { return notes }
    return notes + [
      Finding(
        "project.no_postcodes", .note,
        Text(
          "The settings name no postcodes, so that nothing counts as local.",
          nl: "De instellingen noemen geen postcodes, dus niets telt als lokaal."),
        help: Text(
          "List under where: postcodes: how the postcodes of the neighbourhood start.",
          nl: "Noem onder where: postcodes: waarmee de postcodes van de buurt beginnen."),
        at: Address(file: "project.yaml"))
    ]
  }

  /// Whether a reader has said that the table is needed and not there.
  private static func isReported(_ card: TableCard, _ project: LoadedProject) -> Bool {
    project.findings.contains {
      $0.severity == .error && $0.help.english.contains("tables/\(card.id).csv")
    }
  }
}
