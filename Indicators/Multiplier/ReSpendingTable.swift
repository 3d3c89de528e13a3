import IndicatorKit
import MoneyFlow

/// The table `respending` applied to those who were paid in the neighbourhood.
struct ReSpendingTable {
  /// The recipients in the neighbourhood: suppliers by themselves, members of staff together.
  let recipients: [LocalMultiplier.Recipient]
  /// Those of them who are suppliers.
  let suppliers: [LocalMultiplier.Recipient]
  /// What members of staff in the neighbourhood spend there again.
  let staff: ReSpending
  /// The rows that nobody who was paid in the neighbourhood answers to.
  let unusedRows: [String]
  /// Whether staff gave answers, yet too few to stand for those who gave none.
  let hasTooFewStaffAnswers: Bool

  /// All answers about suppliers, also those that nobody who was paid answers to.
  private let answers: [ReSpendingAnswer]
  private let categories: [Int: String]
  private let sharesOfSuppliers: [Int: ReSpending]

  /// What a supplier in the neighbourhood spends there again.
  func respending(of party: Int) -> ReSpending { sharesOfSuppliers[party] ?? .absent }

  /// What a party answered itself, absent where it was not asked.
  func ownAnswer(of party: Int) -> ReSpending? {
    let own = answers.filter { $0.scope == .recipient(party) && $0.isSurveyed }
    return own.isEmpty ? nil : ReSpendingRule(own, categories: [:]).respending(of: party)
  }

  /// What a supplier that is new to the neighbourhood's customers would spend there again: what peers
  /// in its category answered or is assumed for them.
  func respending(ofNewSupplierIn category: String?) -> ReSpending {
    var categories = categories
    if let category { categories[Self.newcomer] = category }
    return ReSpendingRule(answers, categories: categories).respending(of: Self.newcomer)
  }

  /// No party of the register has this position.
  private static let newcomer = -1

  /// Applies the rows.
  init(
    _ rows: Rows<ReSpendingRow>, suppliers: SupplierMoney, wages: Wages, register: PartyRegister,
    accounts: [Spending.Account]
  ) {
    // By identifier, so that the order of rows changes no last digit and no list.
    let rows = rows.sorted { $0.id < $1.id }
    let near = Set(suppliers.localSuppliers.map(\.party))
    let categories = Set(suppliers.localSuppliers.map(\.category))
    var answers: [ReSpendingAnswer] = []
    var all: [ReSpendingAnswer] = []
    var unused: [String] = []
    for row in rows where row.kind != .staff {
      let scopes = Self.scopes(of: row, register: register, accounts: accounts)
      let useful = scopes.filter { scope in
        switch scope {
        case .recipient(let party): near.contains(party)
        case .category(let category): categories.contains(category)
        case .everyone: !near.isEmpty
        }
      }
      if useful.isEmpty { unused.append(row.id.description) }
      all += scopes.map { Self.answer(row, $0) }
      answers += useful.map { Self.answer(row, $0) }
    }
    let own = Dictionary(suppliers.localSuppliers.map { ($0.party, $0.category) }) { first, _ in
      first
    }
    let rule = ReSpendingRule(answers, categories: own)
    self.answers = all
    self.categories = own
    var recipients = suppliers.localSuppliers.map {
      LocalMultiplier.Recipient(amount: $0.amount, respending: rule.respending(of: $0.party))
    }
    self.suppliers = recipients
    sharesOfSuppliers = Dictionary(
      zip(suppliers.localSuppliers, recipients).map { ($0.party, $1.respending) }
    ) { first, _ in first }
    let staffAnswers = rows.filter { $0.kind == .staff }.map { Self.answer($0, .everyone) }
    // Where all who live here have answered, their mean stands for nobody else, however few.
    let enough = min(5, max(1, wages.localPeople))
    let staff = ReSpendingRule(staffAnswers, categories: [:], enough: enough).respending(of: 0)
    self.staff = staff
    if wages.local != 0 {
      recipients.append(LocalMultiplier.Recipient(amount: wages.local, respending: staff))
    }
    self.recipients = recipients
    unusedRows = unused
    hasTooFewStaffAnswers =
      wages.local != 0 && staff.provenance != .surveyed
      && staffAnswers.contains(where: \.isSurveyed)
  }

  private static func scopes(
    of row: ReSpendingRow, register: PartyRegister, accounts: [Spending.Account]
  ) -> [ReSpendingAnswer.Scope] {
    guard let who = row.who else { return [.everyone] }
    switch row.kind {
    case .party: return register.positions(named: who).map { .recipient($0) }
    case .category:
      return accounts.filter { $0.id == who || $0.id.hasSuffix(" " + who) || $0.name == who }
        .map { .category($0.id) }
    case .staff: return [.everyone]
    }
  }

  private static func answer(
    _ row: ReSpendingRow, _ scope: ReSpendingAnswer.Scope
  ) -> ReSpendingAnswer {
    ReSpendingAnswer(
      scope: scope, share: row.share, isSurveyed: row.provenance == .surveyed,
      answers: row.answers ?? 1)
  }
}
