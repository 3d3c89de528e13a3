import Foundation
import ImpactModel
import ProjectReaders

/// What files of the books hold, as JSON: amounts are texts with a point and two decimals.
struct BookJSON {
  /// The whole, keys in alphabetical order.
  let text: String

  init(
    _ books: [ReadBookFile], projects: [ProjectBookJSON] = [], own: Set<String>, names: Bool,
    top: Int, language: Language
  ) throws {
    let privacy = PartyPrivacy(names: names)
    let files = books.map { File($0, own: own, privacy: privacy, top: top, language: language) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    text = String(
      decoding: try encoder.encode(Whole(files: files, projects: projects)), as: UTF8.self)
  }

  private struct Whole: Encodable {
    let files: [File]
    let projects: [ProjectBookJSON]
  }

  private struct File: Encodable {
    let file: String
    let format: String
    let form: String?
    let company: String?
    let currency: String?
    let first: String?
    let last: String?
    let lines: Int
    let debit: String?
    let credit: String?
    let pending: Int
    let ownTransfers: Moved
    let accounts: [Account]
    let partyCount: Int
    let parties: [Party]
    let findings: [Found]

    init(
      _ book: ReadBookFile, own: Set<String>, privacy: PartyPrivacy, top: Int, language: Language
    ) {
      let (summary, ledger) = (book.summary, book.summary.book)
      file = book.file
      format = book.reading.format
      form = ledger?.form.rawValue
      company = ledger?.company
      currency = ledger?.currency.code
      first = ledger?.first.description
      last = ledger?.last.description
      lines = summary.total.lines
      debit = BookAmount.exact(summary.total.debit)
      credit = BookAmount.exact(summary.total.credit)
      pending = book.reading.pendingEntries
      ownTransfers = Moved(summary.transfers(within: own))
      accounts = ledger?.form == .bank ? summary.accounts.map { Account($0, in: summary) } : []
      partyCount = summary.partyCount
      parties = summary.partySums.prefix(top).map {
        Party($0, privacy: privacy, language: language)
      }
      findings = book.reading.findings.map { Found($0, language) }
    }
  }

  private struct Moved: Encodable {
    let lines: Int
    let debit: String?
    let credit: String?

    init(_ sums: BookSummary.Sums) {
      lines = sums.lines
      debit = BookAmount.exact(sums.debit)
      credit = BookAmount.exact(sums.credit)
    }
  }

  private struct Account: Encodable {
    let id: String
    let account: String?
    let moved: Moved

    init(_ account: LedgerAccount, in summary: BookSummary) {
      id = account.id
      self.account = account.iban.map(PartyPrivacy.masked)
      moved = Moved(summary.sums(of: account))
    }
  }

  private struct Party: Encodable {
    let name: String
    let number: String?
    let paid: String?
    let received: String?
    let lines: Int

    init(_ sums: BookSummary.PartySums, privacy: PartyPrivacy, language: Language) {
      name = privacy.name(of: sums.party, in: language)
      number = sums.party.commerceNumber
      paid = BookAmount.exact(sums.paid)
      received = BookAmount.exact(sums.received)
      lines = sums.lines
    }
  }

  /// A finding.
  struct Found: Encodable {
    let code: String
    let severity: String
    let message: String
    let help: String
    let line: Int?
    let byte: Int?

    init(_ finding: Finding, _ language: Language) {
      code = finding.code
      severity = finding.severity.rawValue
      message = finding.message[language]
      help = finding.help[language]
      line = finding.address?.line
      byte = finding.address?.byte
    }
  }
}
