import ImpactModel

/// Files that people mistake for books: they are not read, but known well enough to say what to
/// do instead.
enum StrangeFile: CaseIterable {
  case archive
  case printed
  case intradayReport
  case notification
  case mt940
  case standardAuditFile
  case crossIndustryInvoice
  case envelope
  case bankEnvelope
  case unknownBank

  /// Recognises a file by its start, or gives `nil` where it says nothing.
  init?(_ start: FileStart) {
    guard let found = StrangeFile.allCases.first(where: { $0.fits(start) }) else { return nil }
    self = found
  }

  private func fits(_ start: FileStart) -> Bool {
    switch self {
    case .archive: return start.bytes.starts(with: [80, 75, 3, 4])
    case .printed: return start.bytes.starts(with: Array("%PDF".utf8))
    case .intradayReport: return start.elements.contains { $0.name == "BkToCstmrAcctRpt" }
    case .notification:
      return start.elements.contains { $0.name == "BkToCstmrDbtCdtNtfctn" }
    case .mt940: return StrangeFile.isMT940(start)
    case .standardAuditFile: return start.root?.name == "AuditFile"
    case .crossIndustryInvoice: return start.root?.name == "CrossIndustryInvoice"
    case .envelope: return start.root?.name == "StandardBusinessDocument"
    case .bankEnvelope: return start.elements.contains { $0.name == "AppHdr" }
    case .unknownBank: return StrangeFile.isTable(start)
    }
  }

  /// Statements of this form have the tag of the account among their first lines.
  private static func isMT940(_ start: FileStart) -> Bool {
    start.lines(10).contains { $0.starts(with: Array(":25:".utf8)) }
  }

  /// Two lines with the same separator at least four times each are of a table, and one line alone
  /// with eight of them.
  private static func isTable(_ start: FileStart) -> Bool {
    guard !start.isXML, let first = start.bytes.first, !braces.contains(first) else { return false }
    let lines = start.lines(2).filter { !$0.isEmpty }
    let least = lines.count == 1 ? 8 : 4
    return !lines.isEmpty
      && [44, 59, 9].contains { mark in
        lines.allSatisfy { line in line.count { $0 == mark } >= least }
      }
  }

  /// JSON begins with one of these.
  private static let braces: [UInt8] = [UInt8(ascii: "{"), UInt8(ascii: "[")]

  /// What is wrong, with what to do.
  func finding(file: String) -> Finding {
    let (message, help) = words
    return Finding("ledger.unknown_format", .error, message, help: help, at: Address(file: file))
  }

  private var words: (message: Text, help: Text) {
    switch self {
    case .archive:
      (
        Text("The file is an archive (ZIP).", nl: "Het bestand is een archief (ZIP)."),
        Text(
          "Unpack it, and put what is in it into the folder; of a workbook, export CSV.",
          nl: "Pak het uit en zet wat erin zit in de map; exporteer een werkboek als CSV.")
      )
    case .printed:
      (
        Text(
          "The file is a printed page (PDF), from which amounts cannot be read for sure.",
          nl: "Het bestand is een afdruk (PDF), waaruit bedragen niet zeker te lezen zijn."),
        StrangeFile.exportInstead
      )
    case .intradayReport:
      (
        Text(
          "The file is a CAMT.052, a report in the course of the day, which may still change.",
          nl: "Het bestand is een CAMT.052, een overzicht tijdens de dag, dat nog kan wijzigen."),
        StrangeFile.statements
      )
    case .notification:
      (
        Text(
          "The file is a CAMT.054, which has the details of some payments and not the account.",
          nl: "Het bestand is een CAMT.054, met de details van enkele betalingen en niet de "
            + "rekening."), StrangeFile.statements
      )
    case .mt940:
      (
        Text(
          "The file is an MT940, which names the other party in a way that each bank chooses.",
          nl: "Het bestand is een MT940, die de tegenpartij noemt zoals elke bank dat kiest."),
        StrangeFile.statements
      )
    case .standardAuditFile:
      (
        Text(
          "The file is a SAF-T audit file, as other countries have it.",
          nl: "Het bestand is een SAF-T-auditfile, zoals andere landen die hebben."),
        Text(
          "Export a Dutch audit file (XAF), or use bank statements, invoices or a list.",
          nl: "Exporteer een Nederlandse auditfile (XAF), of gebruik afschriften, facturen of een "
            + "lijst.")
      )
    case .crossIndustryInvoice:
      (
        Text(
          "The file is an invoice in CII (Factur-X, ZUGFeRD), and only UBL is read.",
          nl: "Het bestand is een factuur in CII (Factur-X, ZUGFeRD), en alleen UBL is te lezen."),
        StrangeFile.askUBL
      )
    case .envelope:
      (
        Text(
          "The file is a message of the Peppol network with a document inside its envelope.",
          nl: "Het bestand is een bericht van het Peppolnetwerk met een document in de envelop."),
        Text(
          "Save the invoice that is in it as a file of its own.",
          nl: "Bewaar de factuur die erin zit als eigen bestand.")
      )
    case .bankEnvelope:
      (
        Text(
          "The file is a message between banks with a document inside its envelope.",
          nl: "Het bestand is een bericht tussen banken met een document in de envelop."),
        Text(
          "Save what stands from <Document> to </Document> as a file of its own, or export the "
            + "statements of the account as CAMT.053.",
          nl: "Bewaar wat van <Document> tot en met </Document> staat als eigen bestand, of "
            + "exporteer de afschriften van de rekening als CAMT.053.")
      )
    case .unknownBank:
      (
        Text(
          "The file is a table that no profile of a bank fits.",
          nl: "Het bestand is een tabel waar geen profiel van een bank bij past."),
        Text(
          "Write a profile in books/profiles that says which column holds what.",
          nl: "Schrijf in books/profiles een profiel dat zegt welke kolom wat bevat.")
      )
    }
  }

  private static let exportInstead = Text(
    "Export the data themselves: an audit file, statements as CAMT.053, or invoices as UBL.",
    nl: "Exporteer de gegevens zelf: een auditfile, afschriften als CAMT.053, of facturen als UBL.")

  private static let statements = Text(
    "Export the statements of the account as CAMT.053.",
    nl: "Exporteer de afschriften van de rekening als CAMT.053.")

  private static let askUBL = Text(
    "Ask the seller for the invoice in UBL.", nl: "Vraag de verkoper om de factuur in UBL.")
}
