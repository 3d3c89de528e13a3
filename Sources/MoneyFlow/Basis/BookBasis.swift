import ImpactModel

/// The books of a project with each purchase counted once.
///
/// A purchase stands in the purchase journal, on the bank statement and on its invoice. Of each
/// organisation exactly one kind of source is the basis of spending; the others add addresses to
/// its parties and are compared with it.
public struct BookBasis: Sendable, Hashable {
  /// What counts: the sources that are the basis, and the parties of the others too.
  public let ledger: Ledger
  /// What is wrong or must be known.
  public let findings: [Finding]
  /// Every source of every organisation that has a basis, in the order of the organisations.
  public let sources: [BookSource]
  /// How each organisation is treated, in the order of the organisations.
  public var treatments: [BookTreatment] { ledger.treatments }

  /// Counts the books of a project.
  ///
  /// - Parameters:
  ///   - raw: the books as they were read, with the lists of payments.
  ///   - settings: what the project says of them.
  ///   - period: the reporting period.
  ///   - repeats: accounts of files whose entries another file has too; they do not count.
  ///   - language: the language of the names of accounts that no file has.
  public init(
    _ raw: Ledger, settings: BooksSettings, period: Period, repeats: Set<BookAccount> = [],
    language: Language = .english
  ) {
    let owners = BookOwners(raw, settings: settings)
    var invoices = RepeatedInvoices(raw)
    var findings = owners.nobodys.map { BasisFindings.nobodys($0) }
    var sources: [BookSource] = []
    var counted: [BookSource] = []
    var treatments: [BookTreatment] = []
    for (position, owner) in owners.all.enumerated() {
      let all = raw.books.filter { owners.positions[$0.file] == position }
      let books = all.filter { $0.form != .invoices || !invoices.repeats($0, of: position) }
      let choice = BasisChoice(books, of: owner, in: period, isOnly: owners.all.count == 1)
      findings += choice.findings
      guard let basis = choice.basis else { continue }
      let making = SourceMaking(
        owner: owner, organisation: treatments.count, sales: owners.sales, repeats: repeats,
        language: language)
      let forms = LedgerBook.Form.allCases.filter { form in books.contains { $0.form == form } }
      let own = forms.map { form in
        making.source(form, books.filter { $0.form == form }, of: raw)
      }
      let treatment = Self.treatment(
        owner, choice, basis: basis, sources: own,
        company: Self.company(owner, number: treatments.count + 1, settings, language))
      findings += BasisFindings.notes(treatment, own, in: period)
      treatments.append(treatment)
      sources += own
      counted += Self.counted(own, treatment)
    }
    self.findings = findings + invoices.findings
    self.sources = sources
    ledger = Self.joined(counted, besides: sources, treatments)
  }

  /// What the ledger calls an organisation: its name where it may be shown.
  private static func company(
    _ owner: BookOwner, number: Int, _ settings: BooksSettings, _ language: Language
  ) -> String {
    if owner.isOwn || settings.namesOrganisations { return owner.settings.name }
    return Text("organisation \(number)", nl: "organisatie \(number)")[language]
  }

  private static func treatment(
    _ owner: BookOwner, _ choice: BasisChoice, basis: LedgerBook.Form, sources: [BookSource],
    company: String
  ) -> BookTreatment {
    let source = sources.first { $0.form == basis }
    return BookTreatment(
      company: company, name: owner.settings.name, isOwn: owner.isOwn, aliases: owner.aliases,
      numbers: owner.numbers.sorted(), accounts: owner.accounts.sorted(), basis: basis,
      income: choice.income ?? basis, isChosen: choice.isChosen, timing: choice.timing,
      tax: choice.tax, scope: owner.settings.scope,
      hasWholeWages: basis != .bank || !owner.settings.wagesTo.isEmpty,
      outsideScope: source?.outsideScope ?? .init(), transfers: source?.transfers ?? .init())
  }

  /// The sources that count: one, or two where income is taken from another one.
  private static func counted(
    _ sources: [BookSource], _ treatment: BookTreatment
  ) -> [BookSource] {
    guard treatment.income != treatment.basis else {
      return sources.filter { $0.form == treatment.basis }
    }
    return sources.compactMap { source in
      switch source.form {
      case treatment.basis: source.keeping { $0.costs }
      case treatment.income: source.keeping { $0.income }
      default: nil
      }
    }
  }

  private static func joined(
    _ counted: [BookSource], besides all: [BookSource], _ treatments: [BookTreatment]
  ) -> Ledger {
    let ledgers = counted.map { source in
      source.ledger.called(treatments[source.organisation].company)
    }
    let files = Set(ledgers.flatMap { $0.books.map(\.file) })
    let addresses = all.flatMap { $0.ledger.parties }.filter { !files.contains($0.book) }
    return Ledger(
      books: ledgers.flatMap(\.books), accounts: ledgers.flatMap(\.accounts),
      parties: ledgers.flatMap(\.parties) + addresses, totals: ledgers.flatMap(\.totals),
      treatments: treatments)
  }
}

extension BookSource {
  /// The accounts of one side, with the totals on them.
  struct Sides {
    let costs: Set<String>
    let income: Set<String>
  }

  /// Keeps the totals of the accounts of one side.
  fileprivate func keeping(_ side: (Sides) -> Set<String>) -> BookSource {
    let wanted = side(sides)
    return BookSource(
      organisation: organisation, form: form,
      ledger: Ledger(
        books: ledger.books, accounts: ledger.accounts, parties: ledger.parties,
        totals: ledger.totals.filter { wanted.contains($0.account) }),
      outsideScope: outsideScope, transfers: transfers)
  }

  /// Which accounts are costs and which income, by their net over all that is here, as `Spending`
  /// tells them apart.
  private var sides: Sides {
    let accounts = Set(ledger.accounts.filter { $0.kind == .profitAndLoss }.map(\.id))
    var nets: [String: Double] = [:]
    var bought: [String: Double] = [:]
    var purchased: Set<String> = []
    for total in ledger.totals where total.journal != .opening && accounts.contains(total.account) {
      let net = Double(total.debit) - Double(total.credit)
      nets[total.account, default: 0] += net
      if total.journal == .purchase || total.journal == .payroll {
        bought[total.account, default: 0] += net
        if total.debit > 0 { purchased.insert(total.account) }
      }
    }
    let income = nets.filter { account, net in
      net < 0 && (!purchased.contains(account) || net < bought[account] ?? 0)
    }
    return Sides(
      costs: Set(nets.keys).subtracting(income.keys), income: Set(income.keys))
  }
}

extension Ledger {
  /// The same ledger whose books carry the name of one organisation.
  func called(_ company: String) -> Ledger {
    Ledger(
      books: books.map {
        LedgerBook(
          file: $0.file, company: company, currency: $0.currency, first: $0.first, last: $0.last,
          form: $0.form, format: $0.format, number: $0.number, taxNumber: $0.taxNumber,
          document: $0.document)
      }, accounts: accounts, parties: parties, totals: totals)
  }
}
