import Foundation
import IndicatorKit
import ProjectReaders
import ProjectStore

/// Reads a file of another format through a module's importer, one reading per table.
struct ImportReading {
  let importer: any TableImporter
  let declarations: [TableDeclaration]
  let options: ReadingOptions

  /// The tables that the file fills.
  private var tables: [TableReader] {
    card.tables.compactMap { row in
      let id = row.table.id
      return declarations.first { $0.id == id }.map {
        TableReader(declaration: $0, options: options)
      }
    }
  }

  private var card: ImporterCard { type(of: importer).card }

  /// What stands in the store for each table of a file.
  func keys(of path: String) -> [String] { tables.map { key(of: path, $0) } }

  /// Reads a file where it is not in the store as it is now.
  ///
  /// - Throws: where the file or the disk fails.
  func read(
    _ file: URL, path: String, checksum: String, into store: ProjectStore, announce: () -> Void
  ) throws {
    let prints = tables.map { reader in
      (reader, "\(checksum)|\(card.id) \(card.version)|\(reader.fingerprint)")
    }
    let isCurrent = try prints.allSatisfy { reader, fingerprint in
      try store.isCurrent(file: key(of: path, reader), fingerprint: fingerprint)
    }
    if isCurrent { return }
    announce()
    let imported = try imported(file, path: path)
    for (index, (reader, fingerprint)) in prints.enumerated() {
      let reading = self.reading(imported, reader, path: path, isFirst: index == 0)
      try store.replace(reading, fingerprint: fingerprint, under: key(of: path, reader))
    }
  }

  private func key(of path: String, _ reader: TableReader) -> String {
    "\(path)|\(reader.table)"
  }

  private func imported(_ file: URL, path: String) throws -> ImportedFile {
    let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    guard size <= TableReader.largestFile else {
      return ImportedFile(failed: Self.tooLarge(path))
    }
    switch TextDecoding.decode(try Data(contentsOf: file), file: path) {
    case .success(let text): return importer.read(text, file: path)
    case .failure(let failure): return ImportedFile(failed: failure.finding)
    }
  }

  /// The findings of the importer go with the first table, so that each stands once.
  private func reading(
    _ imported: ImportedFile, _ reader: TableReader, path: String, isFirst: Bool
  ) -> TableReading {
    let findings = isFirst ? imported.findings : []
    let tables = imported.tables.filter { $0.table == reader.table }
    if let table = tables.first, tables.count == 1 {
      return reader.read(table, file: path, findings: findings)
    }
    let isExplained = imported.findings.contains { $0.severity == .error }
    return reader.damaged(
      file: path, findings: isExplained ? findings : findings + [incomplete(reader, at: path)])
  }

  private func incomplete(_ reader: TableReader, at path: String) -> Finding {
    Finding(
      "import.incomplete_result", .error,
      Text(
        "The importer “\(card.title.english)” does not give the table “\(reader.table)” once.",
        nl: "De importeur ‘\(card.title.dutch)’ geeft de tabel ‘\(reader.table)’ niet één keer."),
      help: Text(
        "Tell the module's author: each table of the card comes back once, or an error says why.",
        nl:
          "Meld het de maker van de module: elke tabel van de kaart komt één keer terug, of een fout zegt waarom niet."
      ),
      at: Address(file: path))
  }

  private static func tooLarge(_ path: String) -> Finding {
    let limit = TableReader.largestFile / 1_000_000
    return Finding(
      "table.too_large", .error,
      Text(
        "The file is larger than \(limit) MB, too large for a table.",
        nl: "Het bestand is groter dan \(limit) MB, te groot voor een tabel."),
      help: Text(
        "Take out the years or the groups that are not yours.",
        nl: "Haal de jaren of de groepen eruit die niet van u zijn."),
      at: Address(file: path))
  }
}
