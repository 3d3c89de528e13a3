import ImpactModel
import ProjectReaders

/// What a file of the books holds, as lines for a terminal.
struct BookLines {
  let book: ReadBookFile
  let own: Set<String>
  let privacy: PartyPrivacy
  let top: Int
  let language: Language

  /// The lines, without the findings.
  var all: [String] {
    guard let ledger = book.summary.book else {
      let format = book.reading.format
      let unknown = Text("nothing that can be used", nl: "niets dat te gebruiken is")[language]
      return [book.file, "  " + (format.isEmpty ? "" : format + ": ") + unknown]
    }
    return [book.file, "  " + heading(ledger), "  " + period(ledger)] + accounts(ledger)
      + [total(ledger)] + remarks + parties
  }

  private func heading(_ ledger: LedgerBook) -> String {
    let company = ledger.company.isEmpty ? "" : ", \(ledger.company)"
    return "\(ledger.format): \(form(ledger.form)[language])\(company), \(ledger.currency)"
  }

  private func form(_ form: LedgerBook.Form) -> Text {
    switch form {
    case .books: Text("books", nl: "boekhouding")
    case .bank: Text("bank statements", nl: "bankafschriften")
    case .invoices: Text("invoice", nl: "factuur")
    case .list: Text("list of payments", nl: "lijst van betalingen")
    }
  }

  private func period(_ ledger: LedgerBook) -> String {
    let (first, last) = (ledger.first.text(in: language), ledger.last.text(in: language))
    let (lines, parties) = (book.summary.total.lines, book.summary.partyCount)
    return Text(
      "\(first) to \(last), lines: \(lines), parties: \(parties)",
      nl: "\(first) tot en met \(last), regels: \(lines), partijen: \(parties)")[language]
  }

  /// The accounts of a bank file; those of books are too many to list.
  private func accounts(_ ledger: LedgerBook) -> [String] {
    guard ledger.form == .bank else { return [] }
    return book.summary.accounts.map { account in
      let sums = book.summary.sums(of: account)
      let name = account.iban.map(PartyPrivacy.masked) ?? account.id
      return Text(
        "  account \(account.id), \(name): in \(amount(sums.debit)), out \(amount(sums.credit))",
        nl: "  rekening \(account.id), \(name): in \(amount(sums.debit)), uit "
          + "\(amount(sums.credit))")[language]
    }
  }

  private func total(_ ledger: LedgerBook) -> String {
    let (debit, credit) = (amount(book.summary.total.debit), amount(book.summary.total.credit))
    switch ledger.form {
    case .books, .list:
      return Text("  debit \(debit), credit \(credit)", nl: "  debet \(debit), credit \(credit)")[
        language]
    case .bank:
      return Text(
        "  in all: in \(debit), out \(credit)", nl: "  samen: in \(debit), uit \(credit)")[
          language]
    case .invoices:
      return Text("  with tax: \(debit)", nl: "  met btw: \(debit)")[language]
    }
  }

  private var remarks: [String] {
    var lines: [String] = []
    let moved = book.summary.transfers(within: own)
    if moved.lines > 0 {
      lines.append(
        Text(
          "  between own accounts, lines: \(moved.lines), in \(amount(moved.debit)), out "
            + "\(amount(moved.credit))",
          nl: "  tussen eigen rekeningen, regels: \(moved.lines), in \(amount(moved.debit)), uit "
            + "\(amount(moved.credit))")[language])
    }
    if book.reading.pendingEntries > 0 {
      lines.append(
        Text(
          "  not booked yet and left out: \(book.reading.pendingEntries)",
          nl: "  nog niet geboekt en weggelaten: \(book.reading.pendingEntries)")[language])
    }
    return lines
  }

  private var parties: [String] {
    let all = book.summary.partySums
    return all.prefix(top).map { sums in
      let name = privacy.name(of: sums.party, in: language)
      return Text(
        "    \(name): paid \(amount(sums.paid)), received \(amount(sums.received))",
        nl: "    \(name): betaald \(amount(sums.paid)), ontvangen \(amount(sums.received))")[
          language]
    } + rest(all.count - top)
  }

  private func rest(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    return [Text("    and \(count) more", nl: "    en nog \(count)")[language]]
  }

  private func amount(_ cents: Int64?) -> String { BookAmount.shown(cents, in: language) }
}

/// Amounts as a terminal shows them.
enum BookAmount {
  /// Cents as a number with a point and two decimals.
  static func exact(_ cents: Int64?) -> String? {
    cents.map { Money(minorUnits: $0, currency: .euro).exactText }
  }

  /// Cents with the marks of a language, without passing through a binary fraction.
  static func shown(_ cents: Int64?, in language: Language) -> String {
    guard let cents else { return "–" }
    let (thousands, mark) = language == .dutch ? (".", ",") : (",", ".")
    let units = String(cents.magnitude / 100)
    var grouped = ""
    for (offset, digit) in units.enumerated() {
      if offset > 0, (units.count - offset) % 3 == 0 { grouped += thousands }
      grouped.append(digit)
    }
    let rest = cents.magnitude % 100
    return (cents < 0 ? "−" : "") + grouped + mark + (rest < 10 ? "0" : "") + String(rest)
  }
}
