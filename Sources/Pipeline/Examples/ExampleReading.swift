import Foundation
import IndicatorKit
import ProjectReaders

/// Reads the tables, the books and the parameters of a worked example.
struct ExampleReading {
  let file: String
  let card: IndicatorCard
  /// What is wrong.
  private(set) var faults: [ExampleFault] = []

  private static let options = ReadingOptions(
    decimalMark: nil, country: .netherlands, currency: .euro,
    personSecret: Array(repeating: 0, count: 32))

  init(file: String, card: IndicatorCard) {
    self.file = file
    self.card = card
  }

  /// The tables by identifier.
  mutating func tables(of example: WorkedExample) -> [String: TableContent] {
    let declarations = card.tables.map { TableDeclaration($0) }
    let sources = TableSources(
      read(example.tables, declarations, what: "table") + imports(of: example, declarations))
    let readings = sources.readings
    let lines = Dictionary(
      example.tables.map { ("tables/\($0.table).csv", $0.line) }
        + example.imports.map { ("imports/\($0.table)", $0.line) }, uniquingKeysWith: { $1 })
    for finding in sources.findings + ReferenceCheck.findings(readings, declarations: declarations)
    {
      let start = lines[finding.address?.file ?? ""] ?? example.line
      add(finding, start: start)
    }
    return contents(readings)
  }

  /// The books, where the example has some.
  mutating func ledger(of example: WorkedExample) -> Ledger? {
    guard !example.books.isEmpty else { return nil }
    let declarations = ExampleBooks.tables.map { TableDeclaration($0) }
    let books = ExampleBooks(contents: contents(read(example.books, declarations, what: "book")))
    return books.ledger(over: example.period)
  }

  /// What the importers of the module find in the example's files.
  private mutating func imports(
    of example: WorkedExample, _ declarations: [TableDeclaration]
  ) -> [TableReading] {
    example.imports.flatMap { block -> [TableReading] in
      let ending = block.table.split(separator: ".").last.map { $0.lowercased() } ?? ""
      let importer = card.importers.first {
        $0.card.fileExtensions.contains(ending) && $0.init().recognises(block.text)
      }
      guard let importer else {
        add(block.line, "no importer of “\(card.id)” takes “\(block.table)” for its own")
        return []
      }
      let path = "imports/\(block.table)"
      let found = importer.init().read(block.text, file: path)
      for finding in found.findings { add(finding, start: block.line) }
      return found.tables.compactMap { table in
        guard let declaration = declarations.first(where: { $0.id == table.table }) else {
          return nil
        }
        let reading = TableReader(declaration: declaration, options: Self.options)
          .read(table, file: path)
        for finding in reading.findings { add(finding, start: block.line) }
        return reading
      }
    }
  }

  /// The parameters, in force over the whole period, and below them those that are shipped.
  mutating func parameters(of example: WorkedExample) -> ParameterTable {
    let declared = card.parameters.map(\.id)
    let pack = ParameterPack(files: card.parameterFiles, place: "\(card.id): ")
    let shipped = pack.values + ParameterTable.shipped.all
    return ParameterTable(
      example.parameters.compactMap { parameter in
        guard declared.contains(parameter.id) else {
          add(
            parameter.line,
            "the card of “\(card.id)” declares no parameter “\(parameter.id)”"
              + Self.hint(parameter.id, declared))
          return nil
        }
        return ParameterValue(
          id: parameter.id, value: parameter.value, from: example.period.first, until: nil,
          source: file,
          origin: .parameter(id: parameter.id, value: parameter.value, source: file))
      } + shipped)
  }

  private mutating func read(
    _ blocks: [WorkedExample.Block], _ declarations: [TableDeclaration], what: String
  ) -> [TableReading] {
    blocks.compactMap { block in
      guard let declaration = declarations.first(where: { $0.id == block.table }) else {
        add(
          block.line,
          "there is no \(what) “\(block.table)” here"
            + Self.hint(block.table, declarations.map(\.id)))
        return nil
      }
      let reading = TableReader(declaration: declaration, options: Self.options)
        .read(Data(block.text.utf8), file: "tables/\(block.table).csv")
      for finding in reading.findings { add(finding, start: block.line) }
      return reading
    }
  }

  private func contents(_ readings: [TableReading]) -> [String: TableContent] {
    Dictionary(
      readings.compactMap { reading in reading.content.map { (reading.table, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Adds a finding in a table; its rows are lines of the example's file.
  private mutating func add(_ finding: Finding, start: Int) {
    guard finding.severity != .note else { return }
    let row = finding.address?.row ?? finding.address?.line ?? 1
    let heading = finding.address?.heading.map { "“\($0)”: " } ?? ""
    add(start + row - 1, "\(heading)\(finding.message.english) \(finding.help.english)")
  }

  private mutating func add(_ line: Int, _ message: String) {
    faults.append(ExampleFault(file: file, line: line, message: message))
  }

  private static func hint(_ word: String, _ known: [String]) -> String {
    if let near = Nearest.match(word, in: known) { return "; did you mean “\(near)”?" }
    return known.isEmpty ? "" : "; there are: " + known.joined(separator: ", ")
  }
}
