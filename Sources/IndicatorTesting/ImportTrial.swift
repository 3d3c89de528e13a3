import IndicatorKit
import Pipeline
import ProjectReaders

/// Tries the importers on the files of the worked examples, whole and cut off at any place.
struct ImportTrial {
  private let card: IndicatorCard
  private let examples: ExampleText?

  init(_ card: IndicatorCard, _ examples: ExampleText?) {
    self.card = card
    self.examples = examples
  }

  var faults: [String] { card.importers.flatMap { faults(of: $0.init()) }.unique }

  private func faults(of importer: any TableImporter) -> [String] {
    let own = type(of: importer).card
    let files = texts.filter { own.takes($0.name) && importer.recognises($0.text) }
    guard !files.isEmpty else {
      return [
        "the importer “\(own.id)” has no worked example; write one with the text of a file under "
          + "imports:"
      ]
    }
    return [unrelated(importer)].compactMap(\.self)
      + files.flatMap { file in
        whole(file.text, importer) + rivals(of: own.id, file) + cut(file.text, importer)
      }
  }

  private var texts: [(name: String, text: String)] {
    guard let examples else { return [] }
    return ExampleFile.read(examples.text, file: examples.file).examples
      .flatMap(\.imports).map { ($0.table, $0.text) }
  }

  /// An importer that takes any file takes those of others.
  private func unrelated(_ importer: any TableImporter) -> String? {
    let strangers = ["", "\n", "Id,Date\n", "<xml/>\n", "key;value\n", "\u{0}\u{1}"]
    guard strangers.contains(where: importer.recognises) else { return nil }
    return "the importer “\(type(of: importer).card.id)” takes files of no format for its own; "
      + "look in recognises(_:) for what only its own format has"
  }

  private func rivals(of id: String, _ file: (name: String, text: String)) -> [String] {
    card.importers.filter {
      $0.card.id != id && $0.card.takes(file.name) && $0.init().recognises(file.text)
    }
    .map {
      "the importers “\(id)” and “\($0.card.id)” both take “\(file.name)” for their own"
    }
  }

  /// Each table of the card once, rows with their own lines, cells for each column, the same twice.
  private func whole(_ text: String, _ importer: any TableImporter) -> [String] {
    let own = type(of: importer).card
    let first = importer.read(text, file: Self.file)
    let given = first.tables.map(\.table)
    var faults: [String] = own.tables.map { $0.table.id }.compactMap { table in
      let count = given.count { $0 == table }
      if count == 1 { return nil }
      return "the importer “\(own.id)” gives the table “\(table)” \(count) times instead of once"
    }
    if importer.read(text, file: Self.file) != first {
      faults.append("the importer “\(own.id)” gives another result the second time")
    }
    return faults + shape(first, of: text, own)
  }

  /// What has to hold of any result, also of that of half a file.
  private func shape(_ result: ImportedFile, of text: String, _ own: ImporterCard) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    let declared = Dictionary(
      own.tables.map { ($0.table.id, TableDeclaration($0)) }, uniquingKeysWith: { $1 })
    return result.tables.flatMap { table -> [String] in
      let name = "the importer “\(own.id)”"
      guard let declaration = declared[table.table] else {
        return ["\(name) gives the table “\(table.table)”, which is not on its card"]
      }
      var faults = table.columns.compactMap(\.id)
        .filter { declaration.position(of: $0) == nil }.map {
          "\(name) gives the column “\($0)”, which the table “\(table.table)” does not have"
        }
      if table.rows.contains(where: { !(1...max(1, lines)).contains($0.line) }) {
        faults.append("\(name) gives a row a line that the file does not have")
      }
      if Set(table.rows.map(\.line)).count < table.rows.count {
        faults.append("\(name) gives two rows of “\(table.table)” the same line")
      }
      return faults
    }
  }

  /// Half a file gives what is there or a finding, and nothing that the whole file does not have.
  private func cut(_ text: String, _ importer: any TableImporter) -> [String] {
    let own = type(of: importer).card
    let places = stride(from: 0, to: text.count, by: max(1, text.count / 60))
    return places.flatMap { place -> [String] in
      let part = String(text.prefix(place))
      let result = importer.read(part, file: Self.file)
      let isSilent = result.tables.isEmpty && result.findings.isEmpty
      let silence =
        isSilent
        ? ["the importer “\(own.id)” gives neither tables nor a finding for a file that is cut off"]
        : []
      return silence + shape(result, of: part, own)
    }
  }

  private static let file = "imports/example"
}

extension ImporterCard {
  /// Whether a file of this name has an ending of the format.
  fileprivate func takes(_ name: String) -> Bool {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return fileExtensions.contains(ending)
  }
}
