import ImpactModel

/// From which kind of source the spending of one organisation is taken in a period.
struct BasisChoice {
  /// The kind, or `nil` where there is nothing or it cannot be told.
  let basis: LedgerBook.Form?
  /// The kind of its income, where that is another one.
  let income: LedgerBook.Form?
  /// Whether somebody chose it.
  let isChosen: Bool
  /// When a purchase counts.
  let timing: BookTiming?
  /// Whether amounts are with VAT.
  let tax: BookTax?
  /// Why there is no basis, or what of the choice cannot be.
  let findings: [Finding]

  /// Chooses: what the settings say, else the only kind that has days in the period.
  ///
  /// - Parameters:
  ///   - books: the organisation's files.
  ///   - owner: the organisation.
  ///   - period: the reporting period.
  ///   - isOnly: whether there is no other organisation, so that none needs to be named.
  init(_ books: [LedgerBook], of owner: BookOwner, in period: Period, isOnly: Bool) {
    let inPeriod = books.filter { $0.first <= period.last && period.first <= $0.last }
    let present = LedgerBook.Form.allCases.filter { form in
      inPeriod.contains { $0.form == form }
    }
    let settings = owner.settings
    let name = isOnly ? nil : settings.name
    var findings: [Finding] = []
    for form in [settings.basis, settings.income].compactMap(\.self)
    where !present.contains(form) && !books.isEmpty {
      findings.append(BasisFindings.absent(form, name))
    }
    if settings.basis == nil, present.count > 1 {
      findings.append(BasisFindings.missing(present, name, at: inPeriod))
    }
    // Without a file in the period the files of other years say what kind would count.
    let only = present.count == 1 ? present.first : present.isEmpty ? books.first?.form : nil
    let chosen = findings.isEmpty ? settings.basis ?? only : nil
    if let chosen { findings += Self.contradictions(settings, chosen, name) }
    isChosen = settings.basis != nil
    income = settings.income
    basis = findings.isEmpty ? chosen : nil
    switch chosen {
    case .books:
      timing = settings.timing ?? .accrual
      tax = settings.tax
    case .bank:
      timing = .cash
      tax = .including
    case .invoices:
      timing = .accrual
      tax = settings.tax ?? .excluding
    case .list, nil:
      timing = settings.timing
      tax = settings.tax
    }
    self.findings = findings
  }

  /// What a kind of source cannot be: a bank knows no invoices, and lines without codes have no scope.
  private static func contradictions(
    _ settings: BooksSettings.Organisation, _ form: LedgerBook.Form, _ name: String?
  ) -> [Finding] {
    var keys: [String] = []
    switch form {
    case .bank:
      if settings.timing == .accrual { keys.append("timing: accrual") }
      if settings.tax == .excluding { keys.append("vat: excluding") }
      if !settings.scope.projects.isEmpty { keys.append("scope: projects") }
      if !settings.scope.costCentres.isEmpty { keys.append("scope: cost_centres") }
    case .invoices:
      if settings.timing == .cash { keys.append("timing: cash") }
      if !settings.scope.costCentres.isEmpty { keys.append("scope: cost_centres") }
      if !settings.scope.accounts.isEmpty { keys.append("scope: accounts") }
    case .list:
      if !settings.scope.projects.isEmpty { keys.append("scope: projects") }
      if !settings.scope.costCentres.isEmpty { keys.append("scope: cost_centres") }
    case .books: break
    }
    return keys.map { BasisFindings.contradiction($0, form, name) }
  }
}
