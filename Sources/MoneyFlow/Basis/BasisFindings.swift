import ImpactModel

/// The findings about the basis of spending, in words.
enum BasisFindings {
  private static let settings = "project.yaml"

  static func nobodys(_ book: LedgerBook) -> Finding {
    Finding(
      "books.whose", .error,
      Text(
        "Of which of the organisations this file is cannot be told.",
        nl: "Van welke van de organisaties dit bestand is, is niet te zien."),
      help: Text(
        "Put it into a folder of its organisation, books/NAME/, or write the organisation's accounts "
          + "and numbers under “books: organisations” in project.yaml.",
        nl:
          "Zet het in een map van de organisatie, books/NAAM/, of schrijf rekeningen en nummers van "
          + "de organisatie onder ‘books: organisations’ in project.yaml."),
      at: Address(file: book.file))
  }

  static func missing(
    _ forms: [LedgerBook.Form], _ organisation: String?, at books: [LedgerBook]
  ) -> Finding {
    let words = forms.map(\.label)
    let english = words.map(\.english).joined(separator: " + ")
    let dutch = words.map(\.dutch).joined(separator: " + ")
    let keys = forms.map(\.rawValue).joined(separator: ", ")
    return Finding(
      "books.basis_missing", .error,
      Text(
        "There are several kinds of sources of one period\(of(organisation).english): \(english). A "
          + "purchase stands in each of them and must count once.",
        nl: "Er zijn meer soorten bronnen over één periode\(of(organisation).dutch): \(dutch). Een "
          + "aankoop staat in elk daarvan en moet één keer tellen."),
      help: Text(
        "Write under “books” in project.yaml: basis, and one of \(keys). The others are compared.",
        nl: "Schrijf onder ‘books’ in project.yaml: basis, en een van \(keys). De andere worden "
          + "vergeleken."),
      at: Address(file: settings, heading: "books.basis"))
  }

  static func absent(_ form: LedgerBook.Form, _ organisation: String?) -> Finding {
    Finding(
      "books.basis_absent", .error,
      Text(
        "The settings take spending or income from \(form.label.english)\(of(organisation).english), "
          + "and there are none in the reporting period.",
        nl: "De instellingen halen uitgaven of inkomsten uit \(form.label.dutch)"
          + "\(of(organisation).dutch), en die zijn er niet in de verslagperiode."),
      help: Text(
        "Add these files, or choose a kind that is there.",
        nl: "Voeg die bestanden toe, of kies een soort die er is."),
      at: Address(file: settings, heading: "books.basis"))
  }

  static func contradiction(
    _ key: String, _ form: LedgerBook.Form, _ organisation: String?
  ) -> Finding {
    Finding(
      "books.contradiction", .error,
      Text(
        "“\(key)” cannot be where spending is taken from \(form.label.english)"
          + "\(of(organisation).english).",
        nl: "‘\(key)’ kan niet als uitgaven uit \(form.label.dutch)\(of(organisation).dutch) komen."
      ),
      help: Text(
        "Take the key away, or choose another basis.",
        nl: "Haal de sleutel weg, of kies een andere basis."),
      at: Address(file: settings, heading: "books.basis"))
  }

  /// What the lead must know of one organisation's sources.
  static func notes(
    _ treatment: BookTreatment, _ sources: [BookSource], in period: Period
  ) -> [Finding] {
    guard let basis = sources.first(where: { $0.form == treatment.basis }),
      let file = basis.ledger.books.first?.file
    else { return [] }
    var notes: [Finding] = []
    if !treatment.isChosen, treatment.basis != .books { notes.append(only(treatment, file)) }
    for source in sources where source.form != treatment.basis && source.form != treatment.income {
      let comparison = SourceComparison(basis, source, in: period)
      notes.append(notUsed(source, comparison, treatment))
    }
    if treatment.transfers.lines > 0 { notes.append(transfers(treatment, file)) }
    if treatment.outsideScope.lines > 0 { notes.append(outside(treatment, file)) }
    if treatment.basis == .bank, !basis.ledger.totals.contains(where: { $0.journal == .payroll }) {
      notes.append(wages(file))
    }
    return notes
  }

  private static func only(_ treatment: BookTreatment, _ file: String) -> Finding {
    let text = treatment.text
    return Finding(
      "books.basis", .note, text,
      help: Text(
        "It is the only kind of source of this period; write “basis” under “books” in project.yaml "
          + "to say so yourself.",
        nl: "Het is de enige soort bron van deze periode; schrijf ‘basis’ onder ‘books’ in "
          + "project.yaml om het zelf te zeggen."),
      at: Address(file: file))
  }

  private static func notUsed(
    _ source: BookSource, _ comparison: SourceComparison, _ treatment: BookTreatment
  ) -> Finding {
    let files = source.ledger.books
    let (own, other) = (treatment.basis.label, source.form.label)
    let sums = comparison.summary(own, other)
    return Finding(
      "books.not_used", .note,
      Text(
        "Read and not counted as spending: \(other.english), files: \(files.count). Spending is taken "
          + "from \(own.english), and a purchase counts once.\(sums.english)",
        nl: "Gelezen en niet geteld als besteding: \(other.dutch), bestanden: \(files.count). De "
          + "uitgaven komen uit \(own.dutch), en een aankoop telt één keer.\(sums.dutch)"),
      help: Text(
        "See with `wijkwaarde books` and the folder of the project where they differ.",
        nl: "Bekijk met `wijkwaarde books` en de map van het project waar ze verschillen."),
      at: Address(file: files.first?.file ?? settings))
  }

  private static func transfers(_ treatment: BookTreatment, _ file: String) -> Finding {
    let (out, into) = (shown(treatment.transfers.credit), shown(treatment.transfers.debit))
    return Finding(
      "books.own_transfers", .note,
      Text(
        "Left out as moved between own accounts, lines: \(treatment.transfers.lines), out "
          + "\(out.english), in \(into.english).",
        nl: "Weggelaten als verschoven tussen eigen rekeningen, regels: "
          + "\(treatment.transfers.lines), uit \(out.dutch), in \(into.dutch)."),
      help: Text(
        "Own accounts are those of the statements here and of “organisation: accounts” in "
          + "project.yaml.",
        nl: "Eigen rekeningen zijn die van de afschriften hier en van ‘organisation: accounts’ in "
          + "project.yaml."),
      at: Address(file: file))
  }

  private static func outside(_ treatment: BookTreatment, _ file: String) -> Finding {
    let (debit, credit) = (
      shown(treatment.outsideScope.debit), shown(treatment.outsideScope.credit)
    )
    return Finding(
      "books.outside_scope", .note,
      Text(
        "Left out as outside the scope of the books, lines: \(treatment.outsideScope.lines), debit "
          + "\(debit.english), credit \(credit.english).",
        nl: "Weggelaten als buiten de afbakening van de boeken, regels: "
          + "\(treatment.outsideScope.lines), debet \(debit.dutch), credit \(credit.dutch)."),
      help: Text(
        "The scope is what “books: scope” in project.yaml names.",
        nl: "De afbakening is wat ‘books: scope’ in project.yaml noemt."),
      at: Address(file: file))
  }

  private static func wages(_ file: String) -> Finding {
    Finding(
      "books.wages_unknown", .note,
      Text(
        "No payment of these statements is marked as a salary (SEPA purpose SALA), so that wages "
          + "count among suppliers whose place is not known.",
        nl:
          "Geen betaling van deze afschriften is gemerkt als salaris (SEPA-doel SALA), zodat lonen "
          + "tellen bij leveranciers van wie de plaats niet bekend is."),
      help: Text(
        "Name those to whom wages, tax and pension are paid under “books: wages_to” in project.yaml, "
          + "by name or IBAN.",
        nl: "Noem aan wie lonen, belasting en pensioen worden betaald onder ‘books: wages_to’ in "
          + "project.yaml, met naam of IBAN."),
      at: Address(file: file))
  }

  private static func of(_ organisation: String?) -> Text {
    organisation.map { Text(" of “\($0)”", nl: " van ‘\($0)’") } ?? Text("", nl: "")
  }

  /// Cents as an amount with two decimals.
  static func shown(_ cents: Int64) -> Text {
    let text = Money(minorUnits: cents, currency: .euro).exactText
    return Text(text, nl: text.replacing(".", with: ","))
  }
}

extension LedgerBook.Form {
  /// What readers see.
  public var label: Text {
    switch self {
    case .books: Text("the books", nl: "de boekhouding")
    case .bank: Text("bank statements", nl: "bankafschriften")
    case .invoices: Text("invoices", nl: "facturen")
    case .list: Text("the list of payments", nl: "de lijst van betalingen")
    }
  }
}
