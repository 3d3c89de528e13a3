import Foundation
import IndicatorKit
import MoneyFlow
import ProjectReaders
import ProjectStore

/// One reading of a project: its tables, its books, and what does not fit between them.
struct LoadingSession {
  private let folder: ProjectFolder
  private let declarations: [TableDeclaration]
  private let progress: ProgressListener
  private let store: ProjectStore
  private let options: ReadingOptions
  private let readsBooks: Bool
  private let modulePacks: [ParameterPack]
  private let formats: ImportFormats
  private let bankProfiles: BankProfileFolder
  private let bookReader: BookReader
  private let workbook: ProjectWorkbook?

  /// Opens the store, and the secret under which persons are hashed.
  init(
    _ loader: ProjectLoader, _ place: ProjectLoader.StorePlace,
    workbook: ProjectWorkbook? = nil,
    options: (_ personSecret: [UInt8]) -> ReadingOptions
  ) throws {
    folder = loader.folder
    self.workbook = workbook
    declarations = loader.registry.tables
    progress = loader.progress
    readsBooks = loader.readsBooks
    modulePacks = loader.registry.parameterPacks
    formats = ImportFormats(loader.registry)
    bankProfiles = try BankProfileFolder(folder.bankProfiles, place: "books/profiles/")
    bookReader = BookReader(profiles: bankProfiles.profiles)
    let secret: PersonSecret
    switch place {
    case .memory:
      store = try ProjectStore.inMemory(declarations: declarations)
      secret = PersonSecret.ephemeral()
    case .cache:
      // A cache that cannot be written is no reason to give no report.
      let cache = try? ProjectStore(in: folder.url, declarations: declarations)
      store = try cache ?? ProjectStore.inMemory(declarations: declarations)
      secret = (try? PersonSecret.load(in: folder.url)) ?? PersonSecret.ephemeral()
    }
    self.options = options(secret.bytes)
  }

  /// The files that were read, with their checksums.
  private struct Files {
    let checksums: [String: String]
    let books: [String]
    /// What was found in files that no importer takes.
    let unmatched: [Finding]
  }

  /// Reads what changed.
  private func readFiles() throws -> Files {
    let tables = try folder.tableFiles()
    let books = readsBooks ? try folder.bookFiles(bookReader) : []
    let total = Double(tables.count + books.count + 1)
    var checksums: [String: String] = [:]
    for (index, file) in (tables + books).enumerated() {
      let path = folder.relativePath(file)
      let announce = {
        progress(
          WorkProgress(
            task: Text("reading \(path)", nl: "\(path) lezen"),
            fraction: 0.8 * Double(index) / total))
      }
      let isBook = index >= tables.count
      if isBook {
        checksums[path] = try read(book: file, path: path, announce: announce)
      } else {
        let checksum = try Fingerprint.of(fileAt: file)
        checksums[path] = checksum
        try read(table: file, path: path, checksum: checksum, announce: announce)
      }
    }
    let imports = try readImports(&checksums)
    let sheets = try readWorkbook(&checksums)
    try store.removeAll(except: Array(checksums.keys) + imports.keys + sheets)
    return Files(
      checksums: checksums, books: books.map(folder.relativePath), unmatched: imports.unmatched)
  }

  /// The checksum of a book file, which may be large: one that did not change is not read for it.
  private func checksum(of file: URL) throws -> String {
    let stamp = FileStamp(fileAt: file)
    if let stamp,
      let known = try store.checksum(of: folder.relativePath(file), stamp: stamp.text)
    {
      return known
    }
    let isSettled = stamp?.isSettled() ?? false
    let checksum = try Fingerprint.of(fileAt: file)
    try keep(checksum, of: file, isSettled ? stamp : nil)
    return checksum
  }

  /// Keeps a checksum with the stamp that a file has had since before it was computed.
  private func keep(_ checksum: String, of file: URL, _ stamp: FileStamp?) throws {
    guard let stamp, FileStamp(fileAt: file) == stamp else { return }
    try store.keep(checksum: checksum, of: folder.relativePath(file), stamp: stamp.text)
  }

  /// Reads files of other formats through the importers of the modules.
  private func readImports(
    _ checksums: inout [String: String]
  ) throws -> (keys: [String], unmatched: [Finding]) {
    var keys: [String] = []
    var unmatched: [Finding] = []
    for file in try folder.importFiles() {
      let path = folder.relativePath(file)
      switch try formats.match(file, path: path) {
      case .failure(let failure): unmatched.append(failure.finding)
      case .success(let importer):
        let checksum = try Fingerprint.of(fileAt: file)
        checksums[path] = checksum
        let reading = ImportReading(
          importer: importer, declarations: declarations, options: options)
        keys += reading.keys(of: path)
        try reading.read(file, path: path, checksum: checksum, into: store) {
          progress(
            WorkProgress(
              task: Text("reading \(path)", nl: "\(path) lezen"), fraction: 0.8))
        }
      }
    }
    return (keys, unmatched)
  }

  /// Reads the tables of a workbook; gives what stands for them in the store.
  private func readWorkbook(_ checksums: inout [String: String]) throws -> [String] {
    guard let workbook, let file = folder.workbook else { return [] }
    let checksum = try Fingerprint.of(fileAt: file)
    checksums[workbook.file] = checksum
    return try WorkbookTables(workbook: workbook, declarations: declarations, options: options)
      .read(checksum: checksum, into: store)
  }

  private func read(
    table file: URL, path: String, checksum: String, announce: () -> Void
  ) throws {
    let name = file.deletingPathExtension().lastPathComponent.lowercased()
    guard let declaration = declarations.first(where: { $0.id == name }) else { return }
    let reader = TableReader(declaration: declaration, options: options)
    let fingerprint = "\(checksum)|\(reader.fingerprint)"
    guard try !store.isCurrent(file: path, fingerprint: fingerprint) else { return }
    announce()
    try store.replace(
      reader.read(try Data(contentsOf: file), file: path), fingerprint: fingerprint)
  }

  /// Reads a book file where it changed; gives its checksum.
  private func read(book file: URL, path: String, announce: () -> Void) throws -> String {
    guard try store.hasRead(file: path) else {
      announce()
      return try read(newBook: file, path: path)
    }
    let checksum = try self.checksum(of: file)
    let fingerprint = checksum + (try readingRules(for: file))
    guard try !store.isCurrent(file: path, fingerprint: fingerprint) else { return checksum }
    announce()
    try store.replaceLedger(file: path, fingerprint: fingerprint) { sink in
      try bookReader.read(fileAt: file, file: path, into: sink).findings
    }
    return checksum
  }

  /// Reads a book file that must be read in any case, and has its checksum computed meanwhile.
  private func read(newBook file: URL, path: String) throws -> String {
    let stamp = FileStamp(fileAt: file).flatMap { $0.isSettled() ? $0 : nil }
    let rules = try readingRules(for: file)
    let checksum = PendingFingerprint(fileAt: file)
    try store.replaceLedger(file: path) { sink in
      try bookReader.read(fileAt: file, file: path, into: sink).findings
    } fingerprint: {
      try checksum.value() + rules
    }
    try keep(checksum.value(), of: file, stamp)
    return try checksum.value()
  }

  /// What the reading of a book file depends on besides its content, for its fingerprint.
  private func readingRules(for file: URL) throws -> String {
    let others = try bookReader.companions(of: file).map { "|" + (try self.checksum(of: $0)) }
    return "|\(BookReader.version)\(bankProfiles.fingerprint)" + others.joined()
  }

  /// Reads what changed, and gives all that is wrong in tables and books and between them.
  func findings() throws -> [Finding] {
    let files = try readFiles()
    return try findings(TableSources(try store.readings()), files)
  }

  /// Reads what changed, and gives the project as it is now.
  func project(_ settings: Settings, source: ReportSourceFile) throws -> LoadedProject {
    let files = try readFiles()
    let tables = TableSources(try store.readings())
    let readings = tables.readings
    let ledger = try store.ledger()
    let packs = try ParameterFolder.all(of: folder)
    let contents = Dictionary(
      readings.compactMap { reading in reading.content.map { (reading.table, $0) } },
      uniquingKeysWith: { first, _ in first })
    let repeated = try RepeatedStatements(ledger, in: store)
    let listed = ListedPayments.read(
      contents[Payment.table.id], parties: contents[Party.table.id], settings: settings.books,
      settings.description)
    let basis = BookBasis(
      ledger.with(listed.ledger), settings: settings.books, period: settings.description.period,
      repeats: repeated.repeats, language: settings.description.language)
    let hasDamagedBooks = try hasDamagedBooks(files.books, basis)
    // Without a basis for one organisation there are no figures of the others that could stand alone.
    let isUsable = !hasDamagedBooks && !basis.findings.contains { $0.severity == .error }
    return LoadedProject(
      description: settings.description,
      readingOptions: settings.readingOptions(personSecret: []), contents: contents,
      damagedTables: Set(readings.filter(\.isDamaged).map(\.table)),
      ledger: isUsable && !basis.ledger.isEmpty ? basis.ledger : nil,
      basis: basis, hasDamagedBooks: hasDamagedBooks,
      sources: [source] + sources(readings, ledger, files) + packs.flatMap(\.sources),
      licences: settings.licences,
      parameters: parameters(contents[ParameterRow.table.id], packs),
      findings: try findings(tables, files) + packs.flatMap(\.findings)
        + repeated.findings + listed.findings + basis.findings)
  }

  /// Whether a file could not be read from which spending is taken, or would be if it could be read.
  private func hasDamagedBooks(_ books: [String], _ basis: BookBasis) throws -> Bool {
    let forms = Set(basis.treatments.flatMap { [$0.basis, $0.income] })
    return try books.contains { book in
      guard try store.findings(of: book).contains(where: { $0.severity == .error }) else {
        return false
      }
      let form = try bookReader.form(fileAt: folder.url.appending(path: book))
      guard let form, !forms.isEmpty else { return true }
      let wasChosen = basis.treatments.allSatisfy(\.isChosen)
      return forms.contains(form) || (form == .books && !wasChosen)
    }
  }

  private func findings(_ tables: TableSources, _ files: Files) throws -> [Finding] {
    let readings = tables.readings
    return readings.flatMap(\.findings) + tables.findings + files.unmatched
      + (try files.books.flatMap { try store.findings(of: $0) })
      + ReferenceCheck.findings(readings, declarations: declarations) + (try strayFiles())
      + (readsBooks ? bankProfiles.findings : []) + (workbook?.strayFindings ?? [])
  }

  private func sources(
    _ readings: [TableReading], _ ledger: Ledger, _ files: Files
  ) -> [ReportSourceFile] {
    let tables = readings.filter { reading in
      reading.isDamaged || reading.content.map { !$0.rows.isEmpty || $0.rejectedRows > 0 } ?? false
    }
    return tables.map { reading in
      ReportSourceFile(
        file: reading.file, kind: reading.table, sha256: files.checksums[reading.file] ?? "",
        rows: reading.content?.rows.count ?? 0, rejectedRows: reading.content?.rejectedRows ?? 0)
    }
      + files.books.map { book in
        ReportSourceFile(
          file: book, kind: "books", sha256: files.checksums[book] ?? "",
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
    let position = CoreTables.declaration(of: ParameterRow.self).position(of: "value") ?? 0
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
    return (unknown + (try folder.strayFiles(bookReader))).map { file in
      let name = file.deletingPathExtension().lastPathComponent.lowercased()
      let near = Nearest.match(name, in: names)
      return Finding(
        "project.unread_file", near == nil ? .note : .warning,
        Text("Nothing reads this file.", nl: "Niets leest dit bestand."),
        help: near.map {
          Text("Did you mean “\($0).csv”?", nl: "Bedoelt u ‘\($0).csv’?")
        }
          ?? Text(
            "Tables are tables/NAME.csv as `wijkwaarde new` makes them; books are what a bookkeeping "
              + "program or a bank exports.",
            nl: "Tabellen heten tables/NAAM.csv zoals `wijkwaarde new` ze maakt; boeken zijn wat "
              + "een boekhoudprogramma of een bank exporteert."),
        at: Address(file: folder.relativePath(file)))
    }
  }
}
