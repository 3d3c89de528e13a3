import IndicatorKit
import ProjectReaders

/// The tables of the core: the value map, the parties and the project's own parameters.
enum CoreTables {
  static let all: [any TableRow.Type] = [
    Stakeholder.self, Input.self, Outcome.self, Proxy.self, ScenarioChange.self,
    Answer.self, Judgement.self, Party.self, Payment.self, ParameterRow.self,
  ]

  private static let declarations = Dictionary(
    all.map { (ObjectIdentifier($0), TableDeclaration($0)) }
  ) { first, _ in first }

  /// The declaration of a table, for those of the core made once: reading it off the type takes a
  /// hundred times as long as all else that an address needs.
  static func declaration<Row: TableRow>(of row: Row.Type) -> TableDeclaration {
    declarations[ObjectIdentifier(row)] ?? TableDeclaration(row)
  }
}

extension Registry {
  /// Every table that the core or a module declares, once each, in a fixed order.
  public var tables: [TableDeclaration] {
    let declared = CoreTables.all + indicators.flatMap { type(of: $0).card.tables }
    var seen: Set<String> = []
    return declared.map { CoreTables.declaration(of: $0) }.filter { seen.insert($0.id).inserted }
  }

  /// The same tables in groups: those of the core, then those of each module.
  var tableGroups: [TableGroup] {
    var seen: Set<String> = []
    func group(_ title: Text, _ rows: [any TableRow.Type]) -> TableGroup {
      TableGroup(
        title: title,
        tables: rows.map { CoreTables.declaration(of: $0) }.filter { seen.insert($0.id).inserted })
    }
    let core = group(Text("Every project", nl: "Elk project"), CoreTables.all)
    let modules = indicators.map { type(of: $0).card }.map { group($0.title, $0.tables) }
    return ([core] + modules).filter { !$0.tables.isEmpty }
  }

  /// What is wrong with the modules themselves: identifiers that two of them claim, or that no
  /// export could carry.
  public var faults: [Finding] {
    var faults: [Finding] = []
    let cards = indicators.map { type(of: $0).card }
    faults += doubled(cards.map(\.id), what: Text("indicator", nl: "indicator"))
    faults += doubled(
      cards.flatMap(\.importers).map { $0.card.id }, what: Text("importer", nl: "importeur"))
    faults += doubled(
      exporters.map { type(of: $0).card.id }, what: Text("export", nl: "export"))
    for card in cards {
      let ids = card.measures.map { "\(card.id).\($0.id)" }
      faults += doubled(ids, what: Text("measure", nl: "meting"))
      for id in ids where FigureID(id) == nil {
        faults.append(
          Finding(
            "module.identifier", .error,
            Text(
              "The identifier “\(id)” of a measure cannot stand in a spreadsheet.",
              nl: "De aanduiding ‘\(id)’ van een meting kan niet in een rekenblad staan."),
            help: Text(
              "Use small letters, digits and underscores, a letter first.",
              nl: "Gebruik kleine letters, cijfers en liggende streepjes, eerst een letter."),
            at: nil))
      }
    }
    return faults + clashingTables + parameterPacks.flatMap(\.findings)
  }

  /// The parameters that modules bring, in the order of the modules.
  var parameterPacks: [ParameterPack] {
    indicators.map { type(of: $0).card }.filter { !$0.parameterFiles.isEmpty }
      .map { ParameterPack(files: $0.parameterFiles, place: "\($0.id): ") }
  }

  private func doubled(_ ids: [String], what: Text) -> [Finding] {
    var seen: Set<String> = []
    return ids.filter { !seen.insert($0).inserted }.map { id in
      Finding(
        "module.doubled", .error,
        Text(
          "Two modules claim the \(what.english) “\(id)”.",
          nl: "Twee modules claimen de \(what.dutch) ‘\(id)’."),
        help: Text(
          "Give one of them another identifier in its card.",
          nl: "Geef een van beide een andere aanduiding op zijn kaart."), at: nil)
    }
  }

  /// Tables that two modules declare under one name with different columns.
  private var clashingTables: [Finding] {
    let declared = CoreTables.all + indicators.flatMap { type(of: $0).card.tables }
    var first: [String: TableDeclaration] = [:]
    var faults: [Finding] = []
    for declaration in declared.map({ CoreTables.declaration(of: $0) }) {
      guard let other = first[declaration.id] else {
        first[declaration.id] = declaration
        continue
      }
      guard other != declaration else { continue }
      faults.append(
        Finding(
          "module.table", .error,
          Text(
            "Two modules declare the table “\(declaration.id)” with different columns.",
            nl: "Twee modules declareren de tabel ‘\(declaration.id)’ met verschillende kolommen."),
          help: Text(
            "Give one of the tables another identifier.",
            nl: "Geef een van de tabellen een andere aanduiding."), at: nil))
    }
    return faults
  }
}
