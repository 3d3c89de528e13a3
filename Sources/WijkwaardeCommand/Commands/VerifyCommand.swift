import ArgumentParser
import ExportKit
import Foundation
import Pipeline
import ProjectReaders
import Verification

/// `verify`: recomputes exported reports and value maps of others, and lists what does not follow.
struct VerifyCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute a report or a value map. · Reken een verslag of waardenkaart na.",
    discussion: """
      Takes a report that this program wrote (XML or ODS), or a value map of somebody else as ODS \
      or CSV in the usual columns, with English or Dutch headings. Each figure that does not follow \
      from the inputs in the file is listed at its place, with the mistake where that can be told. \
      An XML report is held against its schema and the rules of its form too. The exit code is 1 \
      where something does not follow or a rule is broken.

      With --canonical: also writes the bytes over which the digest is taken, to be signed.

      Examples:
        wijkwaarde verify my-project/reports/2025/report.xml
        wijkwaarde verify my-project/reports/2025/report.ods --strict
        wijkwaarde verify value-map.csv --language nl
        wijkwaarde verify *.xml --json
        wijkwaarde verify report.xml --canonical report.canonical.xml
      """)

  @Argument(help: "The files.", completion: .file())
  var files: [String]
  @Flag(help: "Print the verdict on each figure as JSON.")
  var json = false
  @Flag(help: "Fail too where nothing proves that a report is as it was written.")
  var strict = false
  @Option(
    help: "Write the canonical form of one XML report into this file.", completion: .file())
  var canonical: String?
  @Option(name: .long, help: "Speak en or nl.")
  var language: Language = .english

  func validate() throws {
    if canonical != nil, files.count != 1 {
      throw ValidationError("--canonical takes exactly one report.")
    }
  }

  func run(in program: Program) throws {
    let readers = program.registry.exporters.compactMap { $0 as? any ReportReader }
    if let canonical, let file = files.first {
      try writeCanonicalForm(of: file, to: canonical, readers)
    }
    var verified: [VerifiedFile] = []
    var hasFailed = false
    for file in files {
      if VerifyCommand.isArchiveMetadata(file) {
        Terminal.complain(VerifyCommand.passedOver(file)[language])
        continue
      }
      do throws(VerifyFailure) {
        verified += try VerifyCommand.verify(file, readers, language)
      } catch {
        hasFailed = true
        Terminal.complain(error.message[language])
      }
    }
    try show(verified)
    if hasFailed { throw ExitCodes.files }
    if verified.contains(where: { !$0.follows || (strict && !$0.isProved) }) {
      throw ExitCodes.findings
    }
  }

  private func writeCanonicalForm(
    of path: String, to target: String, _ readers: [any ReportReader]
  ) throws {
    let file = URL(filePath: path)
    do throws(VerifyFailure) {
      let start = try VerifyCommand.head(of: file, path)
      let reader = readers.first { $0.recognises(start) && $0.owns(file) }
      guard let bytes = try VerifyCommand.canonicalForm(of: file, path, reader) else {
        throw VerifyFailure.noCanonicalForm(path)
      }
      guard (try? Data(bytes).write(to: URL(filePath: target), options: .atomic)) != nil else {
        throw VerifyFailure.unwritable(target)
      }
    } catch {
      Terminal.complain(error.message[language])
      throw ExitCodes.files
    }
  }

  private static func canonicalForm(
    of file: URL, _ path: String, _ reader: (any ReportReader)?
  ) throws(VerifyFailure) -> [UInt8]? {
    do throws(ReportUnreadable) {
      return try reader?.canonicalForm(of: file)
    } catch {
      throw VerifyFailure(path, error.message, at: error.address)
    }
  }

  /// Whether a file is the archive’s record of another, by its name and its namespace.
  private static func isArchiveMetadata(_ path: String) -> Bool {
    guard path.lowercased().hasSuffix(".mdto.xml"),
      let start = try? head(of: URL(filePath: path), path)
    else { return false }
    return String(decoding: start, as: UTF8.self).contains("https://www.nationaalarchief.nl/mdto")
  }

  private static func passedOver(_ path: String) -> Text {
    Text(
      "\(path): passed over, this is the archive’s record of another file (MDTO) and no report.",
      nl: "\(path): overgeslagen, dit is de archiefbeschrijving van een ander bestand (MDTO).")
  }

  private func show(_ verified: [VerifiedFile]) throws {
    guard json else {
      for file in verified {
        for line in file.lines(in: language) { Terminal.say(line) }
      }
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Terminal.say(String(decoding: try encoder.encode(verified), as: UTF8.self))
  }

  /// The largest file that is read as a whole, in bytes.
  private static let largest = 100_000_000

  private static func verify(
    _ path: String, _ readers: [any ReportReader], _ language: Language
  ) throws(VerifyFailure) -> [VerifiedFile] {
    let file = URL(filePath: path)
    let start = try head(of: file, path)
    if let reader = readers.first(where: { $0.recognises(start) && $0.owns(file) }) {
      do throws(ReportUnreadable) {
        let report = try reader.read(file)
        let conformance = try reader.conformance(of: file)
        return [
          VerifiedFile(
            path, ReportVerifier.verify(report), report.digest, conformance, language)
        ]
      } catch {
        throw VerifyFailure(path, error.message, at: error.address)
      }
    }
    let isPackage = start.starts(with: [0x50, 0x4B])
    return try isPackage
      ? spreadsheet(file, path, language) : [valueMap(file, path, language)]
  }

  /// The value maps among the sheets of a spreadsheet of somebody else.
  private static func spreadsheet(
    _ file: URL, _ path: String, _ language: Language
  ) throws(VerifyFailure) -> [VerifiedFile] {
    let document: SpreadsheetGrids
    do {
      document = try SpreadsheetGrids(file)
    } catch {
      throw UnreadableText.refusal(error, file: path).map { VerifyFailure(message: $0) }
        ?? .unreadable(path)
    }
    guard !document.names.contains("sroi.ratio") else { throw .ownSpreadsheet(path) }
    let maps = document.sheets.compactMap { sheet in
      MapVerifier.verify(sheet).map { (sheet.sheet, $0) }
    }
    let judged = maps.filter { $0.1.followed + $0.1.deviations.count > 0 }
    guard !judged.isEmpty else { throw .unknown(path) }
    return judged.map { sheet, map in
      VerifiedFile(sheet.map { "\(path), \($0)" } ?? path, map, language)
    }
  }

  private static func valueMap(
    _ file: URL, _ path: String, _ language: Language
  ) throws(VerifyFailure) -> VerifiedFile {
    let size = (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    guard size <= largest, let bytes = try? Data(contentsOf: file) else {
      throw .unreadable(path)
    }
    switch Grid.csv(bytes, file: file.lastPathComponent) {
    case .failure(let failure):
      throw VerifyFailure(path, failure.finding.message, at: failure.finding.address)
    case .success(let grid):
      guard let map = MapVerifier.verify(grid), map.followed + map.deviations.count > 0 else {
        throw .unknown(path)
      }
      return VerifiedFile(path, map, language)
    }
  }

  private static func head(of file: URL, _ path: String) throws(VerifyFailure) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      return [UInt8](try handle.read(upToCount: 4_096) ?? Data())
    } catch {
      throw .unreadable(path)
    }
  }
}

/// Why a file could not be verified at all.
struct VerifyFailure: Error {
  let message: Text

  init(message: Text) { self.message = message }

  init(_ path: String, _ reason: Text, at address: Address? = nil) {
    func place(_ language: Language) -> String {
      address.flatMap { $0.line }.map { "\(path), \(language == .dutch ? "regel" : "line") \($0)" }
        ?? path
    }
    message = Text(
      "\(place(.english)): \(reason.english)", nl: "\(place(.dutch)): \(reason.dutch)")
  }

  static func unreadable(_ path: String) -> VerifyFailure {
    VerifyFailure(
      path, Text("This file cannot be read.", nl: "Dit bestand is niet te lezen."))
  }

  static func noCanonicalForm(_ path: String) -> VerifyFailure {
    VerifyFailure(
      path,
      Text(
        "Only a report in XML has a canonical form.",
        nl: "Alleen een verslag in XML heeft een canonieke vorm."))
  }

  static func unwritable(_ path: String) -> VerifyFailure {
    VerifyFailure(
      path, Text("This file cannot be written.", nl: "Dit bestand is niet te schrijven."))
  }

  static func unknown(_ path: String) -> VerifyFailure {
    VerifyFailure(
      path,
      Text(
        "This is no report of Wijkwaarde and no value map: no row holds the usual headings.",
        nl:
          "Dit is geen verslag van Wijkwaarde en geen waardenkaart: geen rij heeft de gewone koppen."
      ))
  }

  static func ownSpreadsheet(_ path: String) -> VerifyFailure {
    VerifyFailure(
      path,
      Text(
        "This spreadsheet of Wijkwaarde has no sheet for verification, because it was made by an older "
          + "version or has very many rows; verify the XML that was written with it.",
        nl:
          "Dit rekenblad van Wijkwaarde heeft geen blad om na te rekenen, omdat het van een oudere "
          + "versie is of heel veel rijen heeft; reken de XML na die erbij is geschreven."
      ))
  }
}
