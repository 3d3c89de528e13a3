import Crypto
import ExportKit
import Foundation
import LibXML2
import OpenDocument
import Verification

/// Reads and verifies documents with the readers of the registered exports.
///
/// A document is written into a folder of its own first and read from there, so that what is
/// verified and what is kept are the same bytes, whatever happens to the file meanwhile. A form
/// whose reader knows its schema and rules is held against those; of any other the registered
/// schema is, so that no document is validated twice.
struct ReportIntake: Sendable {
  private let readers: [any ReportReader]
  private let schemas: [String: XMLValidator]
  private let scratch: URL

  /// Makes an intake with a folder for its scratch files, which `close` removes.
  init(exporters: [any Exporter]) throws {
    scratch = FileManager.default.temporaryDirectory
      .appending(path: "wijkwaarde-portfolio-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    readers = exporters.compactMap { $0 as? any ReportReader }
    var schemas: [String: XMLValidator] = [:]
    for exporter in exporters where exporter is any ReportExtractReader {
      let card = type(of: exporter).card
      guard let schema = card.schema else { continue }
      let file = scratch.appending(path: schema.fileName)
      try Data(schema.text.utf8).write(to: file)
      schemas[card.id] = try XMLValidator(schema: file)
    }
    self.schemas = schemas
  }

  /// Removes the scratch files.
  func close() { try? FileManager.default.removeItem(at: scratch) }

  /// Reads and verifies a document.
  func verify(_ document: ReceivedDocument) -> Result<VerifiedReport, PortfolioRefusal> {
    Result { () throws(PortfolioRefusal) in
      let bytes = try document.content.get()
      let start = Array(bytes.prefix(4_096))
      guard let reader = readers.first(where: { $0.recognises(start) }) else {
        throw ReportIntake.isArchiveMetadata(document.name)
          ? ReportIntake.archiveMetadata : ReportIntake.notAReport
      }
      guard let extractor = reader as? any ReportExtractReader else {
        throw ReportIntake.otherForm
      }
      if let refusal = ReportIntake.screened(bytes) { throw refusal }
      let folder = scratch.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: folder) }
      let name = URL(filePath: document.name).lastPathComponent
      let file = folder.appending(path: name.utf8.count > 200 ? "report" : name)
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try bytes.write(to: file)
      } catch {
        throw PortfolioRefusal(
          .unreadable,
          Text(
            "The file could not be copied to be read: \(error.localizedDescription)",
            nl: "Het bestand kon niet worden gekopieerd om te lezen: \(error.localizedDescription)")
        )
      }
      if let refusal = ReportIntake.packageRefusal(file, start) { throw refusal }
      guard reader.owns(file) else {
        throw ReportIntake.spreadsheetRefusal(file, start) ?? ReportIntake.notAReport
      }
      return try verify(file, bytes, extractor)
    }
  }

  private func verify(
    _ file: URL, _ bytes: Data, _ reader: any ReportExtractReader
  ) throws(PortfolioRefusal) -> VerifiedReport {
    let extract = try ReportIntake.reading { () throws(ReportUnreadable) in
      try reader.extract(file)
    }
    try ReportIntake.checkIdentity(extract)
    let broken = try checkConformance(file, bytes, extract.form, reader)
    let report = try ReportIntake.reading { () throws(ReportUnreadable) in try reader.read(file) }
    try ReportIntake.checkEffort(report)
    let verdicts = ReportVerifier.verify(report)
    try ReportIntake.check(verdicts, report.digest)
    // A figure that does not follow says more than the rule that it breaks as well.
    if let broken { throw ReportIntake.notValid(broken) }
    guard let deflated = KeptBytes.deflated(bytes) else {
      throw PortfolioRefusal(
        .unreadable, Text("The file cannot be compressed.", nl: "Het bestand is niet in te pakken.")
      )
    }
    func count(_ verdict: Verdict) -> Int { verdicts.count { $0.verdict == verdict } }
    return VerifiedReport(
      extract: extract, sha256: ReportIntake.digest(of: bytes), size: bytes.count,
      deflated: deflated, recomputed: count(.recomputed), given: count(.given),
      unchanged: count(.unchanged))
  }

  /// Refuses what breaks the schema of its form, and gives the first rule that is broken, if any.
  private func checkConformance(
    _ file: URL, _ bytes: Data, _ form: String, _ reader: any ReportReader
  ) throws(PortfolioRefusal) -> ReportFault? {
    let conformance = try ReportIntake.reading { () throws(ReportUnreadable) in
      try reader.conformance(of: file)
    }
    guard let conformance else {
      try checkSchema(bytes, form: form)
      return nil
    }
    if let fault = conformance.faults.first, fault.rule == ReportFault.schemaRule {
      throw ReportIntake.notValid(fault)
    }
    guard conformance.isComplete else { throw ReportIntake.notLookedAt }
    return conformance.faults.first
  }

  private func checkSchema(_ bytes: Data, form: String) throws(PortfolioRefusal) {
    guard let problem = schemas[form]?.validate(bytes).first else { return }
    throw PortfolioRefusal(
      .notValid, ReportIntake.againstSchema(line: problem.line, problem.message))
  }

  private static func notValid(_ fault: ReportFault) -> PortfolioRefusal {
    let message = placed(fault.message, fault.address)
    guard fault.rule != ReportFault.schemaRule else {
      return PortfolioRefusal(.notValid, message)
    }
    return PortfolioRefusal(
      .notValid,
      Text(
        "The file breaks the rule \(fault.rule): \(message.english)",
        nl: "Het bestand schendt de regel \(fault.rule): \(message.dutch)"))
  }

  private static func againstSchema(line: Int, _ problem: String) -> Text {
    let words = problem.prefix(300)
    return Text(
      "The file is not valid under its schema, line \(line): \(words)",
      nl: "Het bestand is niet geldig volgens zijn schema, regel \(line): \(words)")
  }

  private static let notLookedAt = PortfolioRefusal(
    .notValid,
    Text(
      "The file could not be held against all rules of its form.",
      nl: "Het bestand kon niet aan alle regels van zijn vorm worden getoetst."))

  private static func digest(of bytes: Data) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func reading<Value>(
    _ read: () throws(ReportUnreadable) -> Value
  ) throws(PortfolioRefusal) -> Value {
    do throws(ReportUnreadable) {
      return try read()
    } catch {
      throw PortfolioRefusal(.damaged, placed(error.message, error.address))
    }
  }

  // MARK: What would take too long

  /// Looks at the bytes of what is no package, before a parser does.
  private static func screened(_ bytes: Data) -> PortfolioRefusal? {
    bytes.starts(with: [0x50, 0x4B]) ? nil : DocumentScreen.refusal(of: bytes)
  }

  /// The most bytes of a part of a spreadsheet; a report of five thousand rows has a tenth.
  private static let largestPart = 256 << 20

  /// Refuses a package whose parts come to more than a report does, before any is inflated.
  private static func packageRefusal(_ file: URL, _ start: [UInt8]) -> PortfolioRefusal? {
    guard start.starts(with: [0x50, 0x4B]) else { return nil }
    var limits = ReadingLimits()
    limits.contentBytes = largestPart
    limits.parts = 1_000
    do throws(SpreadsheetReadError) {
      _ = try PackageArchive(file, limits: limits)
      return nil
    } catch {
      return damaged(error)
    }
  }

  private static func damaged(_ error: SpreadsheetReadError) -> PortfolioRefusal {
    PortfolioRefusal(
      .damaged,
      Text(
        "The file is no package that can be read: \(error)",
        nl: "Het bestand is geen pakket dat te lezen is: \(error.dutch)"))
  }

  /// Why a spreadsheet that holds no report cannot be read at all, `nil` where it can be.
  private static func spreadsheetRefusal(_ file: URL, _ start: [UInt8]) -> PortfolioRefusal? {
    guard start.starts(with: [0x50, 0x4B]) else { return nil }
    struct Enough: Error {}
    var limits = ReadingLimits()
    limits.contentBytes = largestPart
    var rows = 0
    do {
      try SpreadsheetReader(file: file, limits: limits).read { event in
        guard case .row = event else { return }
        rows += 1
        // Ordinary rows of somebody else's spreadsheet say nothing more about it.
        if rows > 10_000 { throw Enough() }
      }
    } catch let error as SpreadsheetReadError {
      return damaged(error)
    } catch {}
    return nil
  }

  /// How much may be computed for one report: some seconds, hundreds of times what an example takes.
  private static let mostEffort = 300_000_000.0
  /// The most random draws, five times those of every report; they stand in memory.
  private static let mostDraws = 1_000_000

  /// Refuses a report whose draws and scenarios would keep the portfolio busy for minutes.
  private static func checkEffort(_ report: VerifiableReport) throws(PortfolioRefusal) {
    let ranges = Double(report.estimates.count + 1)
    let scenarios = Double(report.scenarios.count + 1)
    let count = report.drawing?.draws ?? 0
    let draws = Double(count) * ranges * scenarios
    let periods = report.outcomes.reduce(1.0) { $0 + Double(max(0, min($1.benefitPeriods, 1_000))) }
    let sensitivity = Double(report.figures.count) * periods
    guard count > mostDraws || draws > mostEffort || sensitivity > mostEffort else { return }
    throw PortfolioRefusal(
      .tooLarge,
      Text(
        "The report asks for more computing than a portfolio does for one report: fewer draws or scenarios.",
        nl:
          "Het verslag vraagt meer rekenwerk dan een portefeuille voor één verslag doet: neem minder trekkingen of scenario’s."
      ))
  }

  // MARK: Reasons to refuse

  private static func isArchiveMetadata(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".mdto.xml")
  }

  private static let archiveMetadata = PortfolioRefusal(
    .archiveMetadata,
    Text(
      "This is the archive’s record of another file (MDTO) and no report; it was passed over.",
      nl:
        "Dit is de archiefbeschrijving van een ander bestand (MDTO) en geen verslag; overgeslagen."
    ))

  private static func placed(_ message: Text, _ address: Address) -> Text {
    Text(
      "\(address.text(in: .english)): \(message.english)",
      nl: "\(address.text(in: .dutch)): \(message.dutch)")
  }

  private static let notAReport = PortfolioRefusal(
    .notAReport,
    Text("This is no report of Wijkwaarde.", nl: "Dit is geen verslag van Wijkwaarde."))

  private static let otherForm = PortfolioRefusal(
    .otherForm,
    Text(
      "This form of a report does not hold all that a portfolio needs; add the XML file of it.",
      nl: "Deze vorm van een verslag bevat niet alles; voeg het XML-bestand ervan toe."))

  private static func checkIdentity(_ extract: ReportExtract) throws(PortfolioRefusal) {
    guard !extract.isDraft else {
      throw PortfolioRefusal(
        .draft,
        Text(
          "The report is a draft: it was made although its data have errors.",
          nl: "Het verslag is een concept: het is gemaakt hoewel de gegevens fouten bevatten."))
    }
    let project = extract.project
    let missing = [
      ("project", project.id.isEmpty), ("revision", project.revision.isEmpty),
      ("period", project.period == nil), ("perspective", project.perspective.isEmpty),
    ].filter(\.1).map(\.0).joined(separator: ", ")
    guard missing.isEmpty else {
      throw PortfolioRefusal(
        .incomplete,
        Text(
          "The report does not say which it is; it lacks: \(missing).",
          nl: "Het verslag zegt niet welk het is; er ontbreekt: \(missing)."))
    }
  }

  private static func check(
    _ verdicts: [FigureVerdict], _ digest: VerifiableReport.Digest
  ) throws(PortfolioRefusal) {
    let wrong = verdicts.filter { $0.verdict == .doesNotFollow }
    if let first = wrong.first {
      let stated = first.stated.map { DecimalText.exact($0) } ?? "–"
      let computed = first.computed.map { DecimalText.exact($0) } ?? "–"
      throw PortfolioRefusal(
        .doesNotFollow,
        Text(
          "\(wrong.count) figures do not follow from the inputs in the file, as \(first.figure): stated \(stated), computed \(computed).",
          nl:
            "\(wrong.count) cijfers volgen niet uit de invoer in het bestand, zoals \(first.figure): vermeld \(stated), berekend \(computed)."
        ))
    }
    switch digest {
    case .holds: return
    case .broken:
      throw PortfolioRefusal(
        .unproved,
        Text(
          "The file was changed after it was written: its digest is that of another content.",
          nl: "Het bestand is na het schrijven gewijzigd: het controlegetal hoort bij iets anders.")
      )
    case .absent:
      throw PortfolioRefusal(
        .unproved,
        Text(
          "The file has no digest, so that nothing tells whether it was changed.",
          nl: "Het bestand heeft geen controlegetal: niets zegt of het is gewijzigd."))
    }
  }
}
