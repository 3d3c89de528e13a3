import ImpactModel

/// Finds invoices that lie in the books twice: the same number of the same seller.
struct RepeatedInvoices {
  private struct Key: Hashable {
    let organisation: Int
    let seller: String
    let number: String
  }

  private let sellers: [String: String]
  private var files: [Key: String] = [:]
  /// A warning for each file that does not count.
  private(set) var findings: [Finding] = []

  /// Learns who sent each invoice.
  init(_ ledger: Ledger) {
    let invoices = Set(ledger.books.filter { $0.form == .invoices }.map(\.file))
    let known = ledger.parties.filter { invoices.contains($0.book) && $0.id == "seller" }
    sellers = Dictionary(
      known.compactMap { party in
        let key =
          PartyKeys.number(party.commerceNumber) ?? PartyKeys.number(party.taxNumber)
          ?? PartyKeys.name(party.name)
        return key.map { (party.book, $0) }
      }
    ) { first, _ in first }
  }

  /// Whether an invoice of an organisation came before; without a number nobody can tell.
  mutating func repeats(_ book: LedgerBook, of organisation: Int) -> Bool {
    guard let document = book.document, !document.isEmpty, let seller = sellers[book.file] else {
      return false
    }
    let key = Key(organisation: organisation, seller: seller, number: document)
    guard let first = files[key] else {
      files[key] = book.file
      return false
    }
    findings.append(
      Finding(
        "books.repeated_invoice", .warning,
        Text(
          "This invoice lies here a second time, and counts once: \(first) has the same number of "
            + "the same seller.",
          nl: "Deze factuur ligt hier een tweede keer en telt één keer: \(first) heeft hetzelfde "
            + "nummer van dezelfde verkoper."),
        help: Text("Take one of the two files away.", nl: "Haal een van beide bestanden weg."),
        at: Address(file: book.file)))
    return true
  }
}
