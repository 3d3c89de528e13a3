import ArgumentParser
import Foundation
import ImpactModel
import Pipeline
import ProjectReaders

/// `books`: shows what bank and accounting files hold, before they are used.
struct BooksCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "books",
    abstract:
      "See what bank and accounting files hold. · Zie wat boeken en bankbestanden bevatten.",
    discussion: """
      Reads audit files (XAF), bank statements (CAMT.053, CODA, CSV) and invoices (UBL), and shows \
      format, period, totals and the largest parties. Parties without a company number are not \
      named unless you ask for it, and account numbers are never shown whole. The exit code is 1 \
      where an error is found.

      Of a project's folder it shows from which sources spending is taken, what the others say of it \
      month by month and party by party, and where the books of several organisations differ.

      With --multipliers the files are tables of who pays whom (CSV), such as a published \
      input-output table, and it shows what a unit of money comes to in them.

      Examples:
        wijkwaarde books my-project/books/2025.xaf
        wijkwaarde books statement.xml export.csv --names --language nl
        wijkwaarde books my-project/books/2025.xaf --json
        wijkwaarde books my-project
        wijkwaarde books my-project --parties
        wijkwaarde books my-project --parties --json
        wijkwaarde books table.csv --multipliers
      """)

  @Argument(help: "The files, or the folder of a project.", completion: .file())
  var files: [String]
  @Flag(help: "Name parties that have no company number too.")
  var names = false
  @Flag(help: "Show which customers and suppliers of a project are one party.")
  var parties = false
  @Flag(help: "Show the multipliers of tables of who pays whom.")
  var multipliers = false
  @Flag(help: "Write JSON.")
  var json = false
  @Option(help: "How many parties to list of each file or comparison.")
  var top = 10
  @Option(help: "A folder of profiles (*.yaml) for the CSV exports of other banks.")
  var profiles: String?
  @OptionGroup var options: LanguageOption

  func validate() throws {
    if !(0...10_000).contains(top) { throw ValidationError("--top must lie between 0 and 10000.") }
    if parties && multipliers {
      throw ValidationError("--parties and --multipliers cannot be asked for together.")
    }
  }

  func run(in program: Program) throws {
    if parties {
      try showParties(program)
    } else if multipliers {
      try showMultipliers()
    } else {
      try showFiles(in: program)
    }
  }

  private func showParties(_ program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    var projects: [(path: String, result: PartiesResult)] = []
    do throws(ProjectUnreadable) {
      for folder in files {
        let result = try pipeline.parties(
          ProjectFolder(URL(filePath: folder)), progress: { bar.show($0) })
        projects.append((folder, result))
      }
    } catch {
      bar.finish()
      throw Failure.files(error.message, options.language)
    }
    bar.finish()
    let privacy = PartyPrivacy(names: names)
    if json {
      Terminal.say(try PartyJSON(projects, privacy: privacy, language: options.language).text)
    } else {
      for project in projects { show(project.result, privacy) }
    }
    let found = projects.flatMap(\.result.findings)
    if found.contains(where: { $0.severity == .error }) { throw ExitCodes.findings }
  }

  private func show(_ result: PartiesResult, _ privacy: PartyPrivacy) {
    let language = options.language ?? result.language
    if let overview = result.overview {
      for line in PartyLines(overview, privacy: privacy, language: language).all {
        Terminal.say(line)
      }
    } else {
      let none = Text(
        "This project has no books that could be read.",
        nl: "Dit project heeft geen boeken die te lezen zijn.")
      Terminal.say(none[language])
    }
    for finding in result.findings where finding.severity == .error {
      Terminal.say(finding, in: language)
    }
  }

  private func showMultipliers() throws {
    var tables: [ReadFlowTable] = []
    for file in files {
      let (multipliers, findings) = try reading(file) {
        try FlowTableMultipliers.read(fileAt: URL(filePath: file), file: file)
      }
      tables.append(ReadFlowTable(file: file, multipliers: multipliers, findings: findings))
    }
    let language = options.language ?? .english
    if json {
      Terminal.say(try FlowTableJSON(tables, language: language).text)
    } else {
      for table in tables {
        for line in FlowTableLines(table: table, language: language).all { Terminal.say(line) }
        for finding in table.findings { Terminal.say(finding, in: language) }
      }
    }
    if tables.contains(where: { !$0.findings.isEmpty }) { throw ExitCodes.findings }
  }

  private func showFiles(in program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    defer { bar.finish() }
    let brought: BankProfileFolder = try reading(profiles ?? "") {
      try BankProfileFolder(profiles.map { URL(filePath: $0) })
    }
    let reader = BookReader(profiles: brought.profiles)
    var shown = Shown(profileFindings: brought.findings)
    for (index, file) in files.enumerated() {
      bar.show(
        WorkProgress(
          task: Text("reading \(file)", nl: "\(file) lezen"),
          fraction: Double(index) / Double(files.count)))
      if isProject(file) {
        shown.projects.append((file, try overview(of: file, program)))
      } else {
        shown.books.append(try reading(file) { try ReadBookFile(file, reader: reader) })
      }
    }
    bar.finish()
    try show(shown)
    if shown.hasErrors { throw ExitCodes.findings }
  }

  private func isProject(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: URL(filePath: path).appending(path: "project.yaml").path)
  }

  private func overview(of project: String, _ program: Program) throws -> BooksOverview {
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    do throws(ProjectUnreadable) {
      return try pipeline.books(ProjectFolder(URL(filePath: project)))
    } catch {
      throw Failure.files(error.message, options.language)
    }
  }

  /// Reads something, and names it where it cannot be read.
  private func reading<Result>(_ file: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      throw Failure.files(
        Text("\(file) could not be read.", nl: "\(file) kon niet worden gelezen."),
        options.language)
    }
  }

  private func show(_ shown: Shown) throws {
    let own = shown.books.reduce(into: Set<String>()) { $0.formUnion($1.summary.ownAccounts) }
    let language = options.language ?? shown.projects.first?.overview.language ?? .english
    guard !json else {
      let projects = shown.projects.map {
        ProjectBookJSON($0.path, $0.overview, names: names, top: top, language: language)
      }
      return Terminal.say(
        try BookJSON(
          shown.books, projects: projects, own: own, names: names, top: top, language: language
        ).text)
    }
    for book in shown.books {
      let lines = BookLines(
        book: book, own: own, privacy: PartyPrivacy(names: names), top: top, language: language)
      for line in lines.all { Terminal.say(line) }
      for finding in book.reading.findings { Terminal.say(finding, in: language) }
    }
    for project in shown.projects {
      let lines = ProjectBookLines(
        project: project.path, overview: project.overview, names: names, top: top,
        language: language)
      for line in lines.all { Terminal.say(line) }
      for finding in project.overview.findings { Terminal.say(finding, in: language) }
    }
    for finding in shown.profileFindings { Terminal.say(finding, in: language) }
  }
}

/// What was read for showing it.
private struct Shown {
  let profileFindings: [Finding]
  var books: [ReadBookFile] = []
  var projects: [(path: String, overview: BooksOverview)] = []

  var hasErrors: Bool {
    let all =
      profileFindings + books.flatMap(\.reading.findings)
      + projects.flatMap(\.overview.findings)
    return all.contains { $0.severity == .error }
  }
}

/// A file that was read for showing it.
struct ReadBookFile {
  let file: String
  let reading: BookReading
  let summary: BookSummary

  init(_ file: String, reader: BookReader) throws {
    self.file = file
    summary = BookSummary()
    reading = try reader.read(fileAt: URL(filePath: file), file: file, into: summary)
  }
}
