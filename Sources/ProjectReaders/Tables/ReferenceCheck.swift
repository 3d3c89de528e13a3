import ImpactModel

/// Finds references to rows that are not there.
public enum ReferenceCheck {
  /// Checks all tables of a project against each other.
  ///
  /// A reference into a damaged table is not checked: the damage has a finding of its own. Where a
  /// table has a doubled or faulty identifier, several references to one row that is not there are
  /// taken for a consequence of it; a single one still is a finding. Of a table that the project
  /// does not have, or that has no rows, the first reference alone is a finding.
  ///
  /// - Parameters:
  ///   - readings: what was read, damaged tables included.
  ///   - declarations: the declarations of those tables.
  /// - Returns: the findings, in the order of the readings and their rows.
  public static func findings(
    _ readings: [TableReading], declarations: [TableDeclaration]
  ) -> [Finding] {
    let targets = Dictionary(readings.map { ($0.table, Target($0)) }) { first, _ in first }
    let declared = Dictionary(declarations.map { ($0.id, $0) }) { first, _ in first }
    var missing: Set<String> = []
    let uses = uses(readings, declared)
    return readings.flatMap { reading -> [Finding] in
      guard let declaration = declared[reading.table] else { return [] }
      return references(of: reading, declaration).compactMap { reference, table in
        guard let target = targets[table] else {
          let isFirst = missing.insert(table).inserted
          return isFirst ? missingTable(table, declared[table], at: reference.address) : nil
        }
        guard !target.isDamaged, !target.keys.contains(reference.target) else { return nil }
        let isUsedOften = uses[Use(table: table, target: reference.target)] ?? 0 > 1
        if target.hasUncertainKeys, isUsedOften { return nil }
        if target.isEmpty {
          let isFirst = missing.insert(table).inserted
          return isFirst ? emptyTable(table, declared[table], at: reference.address) : nil
        }
        return unknown(reference, target, declared[table])
      }
    }
  }

  /// A row that is referred to.
  private struct Use: Hashable {
    let table: String
    let target: String
  }

  /// How often each row is referred to.
  private static func uses(
    _ readings: [TableReading], _ declared: [String: TableDeclaration]
  ) -> [Use: Int] {
    var uses: [Use: Int] = [:]
    for reading in readings {
      guard let declaration = declared[reading.table] else { continue }
      for (reference, table) in references(of: reading, declaration) {
        uses[Use(table: table, target: reference.target), default: 0] += 1
      }
    }
    return uses
  }

  private struct Target {
    let isDamaged: Bool
    let hasUncertainKeys: Bool
    let isEmpty: Bool
    let keys: Set<String>
    let ordered: [String]

    init(_ reading: TableReading) {
      isDamaged = reading.isDamaged
      hasUncertainKeys = reading.hasUncertainKeys
      isEmpty = reading.keys.isEmpty && reading.content?.rejectedRows == 0
      keys = Set(reading.keys)
      ordered = reading.keys
    }
  }

  /// All references of a table with the table each one points into, in the order of the file.
  private static func references(
    of reading: TableReading, _ declaration: TableDeclaration
  ) -> [(TableReading.Reference, table: String)] {
    var tables: [String: String] = [:]
    var found: [(TableReading.Reference, table: String)] = []
    for (position, column) in declaration.columns.enumerated() {
      guard case .reference(let table) = column.type else { continue }
      tables[column.id] = table
      guard let content = reading.content else { continue }
      for row in content.rows where row.cells.indices.contains(position) {
        guard case .text(let target) = row.cells[position] else { continue }
        let reference = TableReading.Reference(
          column: column.id, target: target,
          address: content.address(row: row.number, column: position))
        found.append((reference, table))
      }
    }
    found += reading.rejectedReferences.compactMap { reference in
      tables[reference.column].map { (reference, $0) }
    }
    return found.sorted {
      let (left, right) = ($0.0.address, $1.0.address)
      return (left.row ?? 0, left.column ?? 0) < (right.row ?? 0, right.column ?? 0)
    }
  }

  private static func unknown(
    _ reference: TableReading.Reference, _ target: Target, _ declaration: TableDeclaration?
  ) -> Finding {
    let shown = quoted(reference.target)
    let title = declaration?.card.title ?? Text(verbatim: "")
    let near = Nearest.match(reference.target, in: target.ordered)
    return Finding(
      "table.unknown_reference", .error,
      Text(
        "\(shown.english) is not an identifier in the table \(title.english).",
        nl: "\(shown.dutch) is geen id in de tabel \(title.dutch)."),
      help: near.map {
        Text("Did you mean “\($0)”?", nl: "Bedoelt u ‘\($0)’?")
      }
        ?? Text(
          "Use an identifier of the table \(title.english), or add the row there.",
          nl: "Gebruik een id uit de tabel \(title.dutch), of voeg de rij daar toe."),
      at: reference.address)
  }

  private static func emptyTable(
    _ table: String, _ declaration: TableDeclaration?, at address: Address
  ) -> Finding {
    let title = declaration?.card.title ?? Text(verbatim: table)
    return Finding(
      "table.empty_table", .error,
      Text(
        "This refers to the table \(title.english), which has no rows.",
        nl: "Dit verwijst naar de tabel \(title.dutch), die geen rijen heeft."),
      help: Text("Fill in tables/\(table).csv.", nl: "Vul tables/\(table).csv in."), at: address)
  }

  private static func missingTable(
    _ table: String, _ declaration: TableDeclaration?, at address: Address
  ) -> Finding {
    let title = declaration?.card.title ?? Text(verbatim: table)
    return Finding(
      "table.missing_table", .error,
      Text(
        "This refers to the table \(title.english), which the project does not have.",
        nl: "Dit verwijst naar de tabel \(title.dutch), die het project niet heeft."),
      help: Text(
        "Add the file tables/\(table).csv.", nl: "Voeg het bestand tables/\(table).csv toe."),
      at: address)
  }
}
