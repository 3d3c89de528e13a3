import IndicatorKit

/// Bank files and invoices, which are read and shown and do not count as spending beside books.
///
/// A purchase stands in the books, on the bank statement and on its invoice; it is counted once.
enum BooksBesides {
  /// One finding for each such file: a note where books cover its days, else a warning.
  static func findings(in ledger: Ledger) -> [Finding] {
    let books = ledger.books.filter { $0.form == .books }
    return ledger.books.filter { $0.form != .books }.map { other in
      let cover = books.first { $0.first <= other.last && other.first <= $0.last }
      return cover.map { covered(other, by: $0) } ?? uncovered(other)
    }
  }

  private static func covered(_ other: LedgerBook, by book: LedgerBook) -> Finding {
    Finding(
      "books.not_used", .note,
      Text(
        "This file was read and not used as spending: \(book.file) has the same days, and a "
          + "purchase counts once.",
        nl: "Dit bestand is gelezen en telt niet als besteding: \(book.file) gaat over dezelfde "
          + "dagen, en een aankoop telt één keer."),
      help: Text(
        "See with `wijkwaarde books` what it holds.",
        nl: "Bekijk met `wijkwaarde books` wat erin staat."), at: Address(file: other.file))
  }

  private static func uncovered(_ other: LedgerBook) -> Finding {
    Finding(
      "books.not_used", .warning,
      Text(
        "This file was read and not used as spending, and no audit file has its days.",
        nl: "Dit bestand is gelezen en telt niet als besteding, en geen auditfile gaat over die "
          + "dagen."),
      help: Text(
        "Add the audit file of these days; see with `wijkwaarde books` what this file holds.",
        nl: "Voeg de auditfile van deze dagen toe; bekijk met `wijkwaarde books` wat erin staat."),
      at: Address(file: other.file))
  }
}
