import IndicatorKit
import MoneyFlow
import ProjectStore

/// Statements of one account that lie in the books twice; no entry counts twice.
struct RepeatedStatements {
  /// The accounts of files whose entries all stand in another file.
  let repeats: Set<BookAccount>
  /// A warning for each, and an error for each two of which neither holds the other.
  let findings: [Finding]

  private struct Statement {
    let book: LedgerBook
    let account: LedgerAccount

    var place: StatementPlace { StatementPlace(file: book.file, account: account.id) }

    /// Whether it may be of the same account over some of the same days.
    ///
    /// An account without an IBAN is told by its holder.
    func meets(_ other: Statement) -> Bool {
      guard book.file != other.book.file, book.first <= other.book.last,
        other.book.first <= book.last
      else { return false }
      guard let iban = account.iban, let second = other.account.iban else {
        return account.iban == other.account.iban && account.name == other.account.name
      }
      return iban == second
    }
  }

  /// Compares the statements of a ledger with one another, entry by entry where days overlap.
  init(_ ledger: Ledger, in store: ProjectStore) throws {
    let books = Dictionary(
      ledger.books.filter { $0.form == .bank }.map { ($0.file, $0) }
    ) { first, _ in first }
    let statements = ledger.accounts.compactMap { account in
      books[account.book].map { Statement(book: $0, account: account) }
    }
    var repeats: Set<BookAccount> = []
    var findings: [Finding] = []
    for (index, first) in statements.enumerated() {
      for second in statements.dropFirst(index + 1) where first.meets(second) {
        let places = [first, second].map {
          BookAccount(book: $0.book.file, account: $0.account.id)
        }
        guard places.allSatisfy({ !repeats.contains($0) }) else { continue }
        switch try store.overlap(of: first.place, and: second.place) {
        case .apart: break
        case .secondRepeats:
          repeats.insert(places[1])
          findings.append(Self.repeated(second.book.file, in: first.book.file))
        case .firstRepeats:
          repeats.insert(places[0])
          findings.append(Self.repeated(first.book.file, in: second.book.file))
        case .partly(let day):
          guard first.account.iban != nil else { break }
          findings.append(Self.overlap(second.book.file, first.book.file, day))
        }
      }
    }
    self.repeats = repeats
    self.findings = findings
  }

  private static func repeated(_ file: String, in other: String) -> Finding {
    Finding(
      "books.repeated_statement", .warning,
      Text(
        "All entries of an account in this file stand in \(other) too; they count once.",
        nl: "Alle posten van een rekening in dit bestand staan ook in \(other); ze tellen één keer."
      ),
      help: Text("Take one of the two files away.", nl: "Haal een van beide bestanden weg."),
      at: Address(file: file))
  }

  private static func overlap(_ file: String, _ other: String, _ day: Day) -> Finding {
    Finding(
      "books.statements_overlap", .error,
      Text(
        "This file and \(other) have entries of one account in common, from \(day) on, and each has "
          + "entries that the other lacks.",
        nl:
          "Dit bestand en \(other) hebben posten van één rekening gemeen, vanaf \(day), en elk heeft "
          + "posten die de andere mist."),
      help: Text(
        "Export the account again, with each day in one file only.",
        nl: "Exporteer de rekening opnieuw, met elke dag in één bestand."),
      at: Address(file: file))
  }
}
