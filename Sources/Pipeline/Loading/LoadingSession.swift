import Foundation
import IndicatorKit
import ProjectReaders
import ProjectStore

/// One reading of a project: its tables, its books, and what does not fit between them.
struct LoadingSession {
  private let folder: ProjectFolder
  private let settings: Settings
  private let declarations: [TableDeclaration]
  private let progress: ProgressListener
  private let store: ProjectStore
  private let options: ReadingOptions
  private let readsBooks: Bool
  private let modulePacks: [ParameterPack]

  /// Opens the store, and the secret under which persons are hashed.
  init(_ loader: ProjectLoader, _ settings: Settings, _ place: ProjectLoader.StorePlace) throws {
    folder = loader.folder
    self.settings = settings
    declarations = loader.registry.tables
    progress = loader.progress
    readsBooks = loader.readsBooks
    modulePacks = loader.registry.parameterPacks
    let secret: PersonSecret
    switch place {
    case .memory:
      store = try ProjectStore.inMemory(declarations: declarations)
      secret = PersonSecret.ephemeral()
    case .cache:
      store = try ProjectStore(in: folder.url, declarations: declarations)
      secret = try PersonSecret.load(in: folder.url)
    }
    options = settings.readingOptions(personSecret: secret.bytes)
  }

  /// Reads what changed, and gives the project as it is now.
  func load(settingsSource: ReportSourceFile) throws -> LoadedProject {
    let tables = try folder.tableFiles()
    let books = readsBooks ? try folder.bookFiles() : []
    let total = Double(tables.count + books.count + 1)
    var checksums: [String: String] = [:]
    for (index, file) in (tables + books).enumerated() {
      let path = folder.relativePath(file)
      progress(
        WorkProgress(
          task: Text("reading \(path)", nl: "\(path) lezen"), fraction: 0.8 * Double(index) / total)
      )
      let checksum = try Fingerprint.of(fileAt: file)
      checksums[path] = checksum
      if index < tables.count {
        try read(table: file, path: path, checksum: checksum)
      } else {
        try read(book: file, path: path, checksum: checksum)
      }
    }
    try store.removeAll(except: Array(checksums.keys))
    return try project(settingsSource, checksums, books: books.map(folder.relativePath))
  }

  private func read(table file: URL, path: String, checksum: String) throws {
    let name = file.deletingPathExtension().lastPathComponent.lowercased()
    guard let declaration = declarations.first(where: { $0.id == name }) else { return }
    let reader = TableReader(declaration: declaration, options: options)
    let fingerprint = "\(checksum)|\(reader.fingerprint)"
    guard try !store.isCurrent(file: path, fingerprint: fingerprint) else { return }
    try store.replace(
      reader.read(try Data(contentsOf: file), file: path), fingerprint: fingerprint)
  }

  private func read(book file: URL, path: String, checksum: String) throws {
    let fingerprint = "\(checksum)|\(AuditFileReader.version)"
    guard try !store.isCurrent(file: path, fingerprint: fingerprint) else { return }
    try store.replaceLedger(file: path, fingerprint: fingerprint) { sink in
      try AuditFileReader().read(fileAt: file, file: path, into: sink)
    }
  }

  private func project(
    _ settingsSource: ReportSourceFile, _ checksums: [String: String], books: [String]
  ) throws -> LoadedProject {
    let readings = try store.readings()
    let bookFindings = try books.map { (file: $0, findings: try store.findings(of: $0)) }
    let hasDamagedBooks = bookFindings.contains { book in
      book.findings.contains { $0.severity == .error }
    }
    let ledger = try store.ledger()
    let packs = try ParameterFolder.all(of: folder)
    let contents = Dictionary(
      readings.compactMap { reading in reading.content.map { (reading.table, $0) } },
      uniquingKeysWith: { first, _ in first })
    let findings =
      readings.flatMap(\.findings) + bookFindings.flatMap(\.findings)
      + ReferenceCheck.findings(readings, declarations: declarations) + (try strayFiles())
      + packs.flatMap(\.findings)
    return LoadedProject(
      description: settings.description, contents: contents,
      damagedTables: Set(readings.filter(\.isDamaged).map(\.table)),
      ledger: hasDamagedBooks || ledger.isEmpty ? nil : ledger, hasDamagedBooks: hasDamagedBooks,
      sources: [settingsSource] + sources(readings, ledger, books, checksums)
        + packs.flatMap(\.sources),
      parameters: parameters(contents[ParameterRow.table.id], packs), findings: findings)
  }

  private func sources(
    _ readings: [TableReading], _ ledger: Ledger, _ books: [String], _ checksums: [String: String]
  ) -> [ReportSourceFile] {
    let tables = readings.filter { reading in
      reading.isDamaged || reading.content.map { !$0.rows.isEmpty || $0.rejectedRows > 0 } ?? false
    }
    return tables.map { reading in
      ReportSourceFile(
        file: reading.file, kind: reading.table, sha256: checksums[reading.file] ?? "",
        rows: reading.content?.rows.count ?? 0, rejectedRows: reading.content?.rejectedRows ?? 0)
    }
      + books.map { book in
        ReportSourceFile(
          file: book, kind: "books", sha256: checksums[book] ?? "",
          rows: ledger.totals.reduce(0) { $0 + ($1.book == book ? $1.lines : 0) }, rejectedRows: 0)
      }
  }

  /// The project's own parameters, then those that were brought, the modules' and the shipped ones.
  private func parameters(_ content: TableContent?, _ packs: [ParameterFolder]) -> ParameterTable {
    ParameterTable(
      own(content) + packs.flatMap(\.values) + modulePacks.flatMap(\.values)
        + ParameterTable.shipped.all)
  }

  /// The values of the project's table of parameters.
  private func own(_ content: TableContent?) -> [ParameterValue] {
    guard let content, let rows = try? Rows<ParameterRow>(content, in: nil) else { return [] }
    let position = TableDeclaration(ParameterRow.self).position(of: "value") ?? 0
    return rows.indices.map { index in
      let row = rows[index]
      let address = content.address(row: rows.number(at: index), column: position)
      return ParameterValue(
        id: row.parameter, value: row.value, from: row.from, until: row.until, source: row.source,
        origin: .cell(address), address: address)
    }
  }

  /// Files that nothing reads: a likely slip of the pen is a warning, anything else a note.
  private func strayFiles() throws -> [Finding] {
    let names = declarations.map(\.id)
    let unknown = try folder.tableFiles().filter {
      !names.contains($0.deletingPathExtension().lastPathComponent.lowercased())
    }
    return (unknown + (try folder.strayFiles())).map { file in
      let name = file.deletingPathExtension().lastPathComponent.lowercased()
      let near = Nearest.match(name, in: names)
      return Finding(
        "project.unread_file", near == nil ? .note : .warning,
        Text("Nothing reads this file.", nl: "Niets leest dit bestand."),
        help: near.map {
          Text("Did you mean “\($0).csv”?", nl: "Bedoelt u ‘\($0).csv’?")
        }
          ?? Text(
            "Tables are tables/NAME.csv as `wijkwaarde new` makes them; books are XAF files.",
            nl: "Tabellen heten tables/NAAM.csv zoals `wijkwaarde new` ze maakt; boeken zijn XAF."),
        at: Address(file: folder.relativePath(file)))
    }
  }
}
