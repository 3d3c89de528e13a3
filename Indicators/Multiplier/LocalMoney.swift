import IndicatorKit
import MoneyFlow

/// Where the money of a project goes, read from its books and tables.
struct LocalMoney {
  /// The project.
  let project: ProjectDescription
  /// What was received and spent.
  let spending: Spending
  /// How the books lie over the period.
  let coverage: LedgerCoverage
  /// What suppliers were paid.
  let suppliers: SupplierMoney
  /// What staff were paid.
  let wages: Wages
  /// What the recipients in the neighbourhood spend again.
  let respending: ReSpendingTable
  /// The rows of the table `parties` by their identifiers.
  private let partyRowsByID: [String: Party]
  /// Those nearby who sell something, whether they were paid or not.
  let sellers: [Seller]
  /// The parties of the books.
  let register: PartyRegister
  /// From what source the spending of each organisation was taken, and how.
  let treatments: [BookTreatment]
  /// Who in the end owns those who are paid.
  let owners: OwnerChains
  /// The books of several organisations side by side; absent where there is one.
  let joined: JoinedBooks?
  /// The rows of the table `parties` that nobody in the books answers to.
  let unusedParties: [String]
  /// Where the figures come from.
  let origin: Origin

  /// The first round: what was received, of several organisations from others than themselves.
  var income: Double {
    guard let joined else { return Double(spending.income) / 100 }
    return joined.organisations.indices.reduce(0.0) {
      $0 + Double(joined.incomeFromOutside(of: $1)) / 100
    }
  }
  /// What organisations whose books are joined paid one another.
  var paidInside: Double {
    (joined?.payments ?? []).reduce(0.0) { $0 + ($1.payee == nil ? 0 : Double($1.amount) / 100) }
  }
  /// What stays in the neighbourhood.
  var local: Double { suppliers.local + wages.local }
  /// What leaves at once.
  var leaving: Double { suppliers.elsewhere + wages.leaving }
  /// What goes nobody knows where.
  var unknown: Double { suppliers.unknown + wages.unknown }
  /// All spending.
  var total: Double { local + leaving + unknown }

  /// Whether pay that must not be shown by itself has no suppliers to stand together with.
  ///
  /// What stays, what leaves and what goes nobody knows where are shown as sums of suppliers and
  /// wages; without suppliers such a sum would be the pay of a few.
  var baresPay: Bool {
    (wages.hidesLocal && suppliers.local == 0) || (wages.hidesLeaving && suppliers.elsewhere == 0)
      || (wages.hidesUnknown && suppliers.unknown == 0)
  }

  /// Whether what suppliers alone were paid may be shown: wages that must not be shown by themselves
  /// would follow from it.
  var showsSuppliers: Bool { wages.showsShares }

  /// The rounds, absent where there is no income.
  var multiplier: LocalMultiplier? {
    LocalMultiplier(income: income, local: respending.recipients)
  }

  /// Reads a project.
  ///
  /// - Throws: `NotMeasurable` where there are no books or no neighbourhood to measure.
  init(_ data: ProjectData) throws(NotMeasurable) {
    let parties = try data.rows(Party.self)
    let staff = try data.rows(StaffMember.self)
    let rows = try data.rows(ReSpendingRow.self)
    guard let ledger = try data.ledger(), !ledger.isEmpty else { throw Self.noBooks }
    let place = data.project.neighbourhood
    guard !place.area.isEmpty else { throw Self.noArea }
    project = data.project
    treatments = ledger.treatments
    coverage = LedgerCoverage(ledger.books, period: data.period)
    guard coverage.currencies.allSatisfy({ $0 == data.project.currency }) else {
      throw Self.otherCurrency
    }
    let register = PartyRegister(
      ledger, entries: parties.sorted { $0.id < $1.id }.map { PartyEntry($0) },
      country: place.country, basis: place.basis)
    guard let spending = Spending(ledger, in: data.period, register: register) else {
      throw Self.tooLarge
    }
    self.spending = spending
    self.register = register
    if coverage.companies.count > 1 {
      guard let joined = JoinedBooks(ledger, in: data.period, register: register) else {
        throw Self.tooLarge
      }
      self.joined = joined
    } else {
      joined = nil
    }
    let rowsByID = Dictionary(parties.map { ($0.id.description, $0) }) { first, _ in first }
    partyRowsByID = rowsByID
    let owners = OwnerChains(register, rows: rowsByID)
    self.owners = owners
    var partyRows: [Int: Party] = [:]
    for (position, party) in register.parties.enumerated() {
      partyRows[position] = party.entry.flatMap { rowsByID[$0] }
    }
    sellers = Self.sellers(parties, partyRows, register: register, area: place.area)
    // A neighbour from whom one could buy need not be in the books, nor an owner of others.
    unusedParties = register.unusedEntries.filter { id in
      rowsByID[id].map { $0.sells == nil && !owners.isOwner($0.name) } ?? true
    }
    let own = (joined?.payments ?? []).filter { $0.payee != nil }.compactMap(\.party)
    suppliers = SupplierMoney(
      spending, register: register, area: place.area, kinds: Self.kinds(register, rowsByID),
      categories: CostCategories(
        try data.rows(CostCategoryRow.self), ledger: ledger, accounts: spending.accounts),
      own: Set(own))
    let wageCosts = spending.costs.filter { $0.side == .payroll }.reduce(0) { $0 + $1.amount }
    wages = Wages(cost: Double(wageCosts) / 100, staff: staff, area: place.area)
    respending = ReSpendingTable(
      rows, suppliers: suppliers, wages: wages, register: register, accounts: spending.accounts)
    origin = Self.origin(
      ledger, spending, parties: parties, staff: staff, respending: rows)
  }

  /// What the rows of a party say of it: the first that says it at all.
  func said<Value>(of position: Int, _ value: (Party) -> Value?) -> Value? {
    guard register.parties.indices.contains(position) else { return nil }
    for row in register.parties[position].entries {
      if let said = partyRowsByID[row].flatMap(value) { return said }
    }
    return nil
  }

  private static func kinds(
    _ register: PartyRegister, _ rows: [String: Party]
  ) -> [Int: PartyKind] {
    var kinds: [Int: PartyKind] = [:]
    for (position, party) in register.parties.enumerated() {
      kinds[position] = party.entries.compactMap { rows[$0]?.kind }.first
    }
    return kinds
  }

  /// Those who sell something and are nearby by their own row, or else by the books.
  private static func sellers(
    _ parties: Rows<Party>, _ rows: [Int: Party], register: PartyRegister, area: PostcodeArea
  ) -> [Seller] {
    let nearby = Set(
      rows.filter { register.parties[$0.key].locality(in: area) == .local }.map(\.value.id))
    return
      parties
      .filter { Locality(of: $0.postcode, in: area) == .local || nearby.contains($0.id) }
      .sorted { $0.id < $1.id }
      .compactMap { party in
        party.sells.map { Seller(id: party.id.description, sells: $0) }
      }
  }

  private static func origin(
    _ ledger: Ledger, _ spending: Spending, parties: Rows<Party>, staff: Rows<StaffMember>,
    respending: Rows<ReSpendingRow>
  ) -> Origin {
    var origins: [Origin] = [
      .ledger(
        LedgerSelection(
          files: ledger.books.map(\.file), accounts: spending.accountNumbers,
          lines: spending.lines))
    ]
    if !parties.isEmpty {
      origins.append(
        .selection(
          parties.selection(columns: [
            "book_number", "commerce_number", "postcode", "invoice_postcode", "seat_postcode",
            "owner_postcode", "kind", "sells", "same_as", "not_same_as",
          ])))
    }
    if !staff.isEmpty {
      origins.append(.selection(staff.selection(columns: ["postcode", "net_pay"])))
    }
    if !respending.isEmpty {
      origins.append(.selection(respending.selection(columns: ["who", "share", "provenance"])))
    }
    return .combined(origins)
  }

  private static let noBooks = NotMeasurable(
    Text(
      "there are no books of this period in the folder “books” and no actual payments in the table "
        + "“payments”, so income and spending are missing",
      nl: "er staat geen boekhouding in de map ‘books’ en geen werkelijke betaling in de tabel "
        + "‘payments’: inkomsten en uitgaven ontbreken"))
  private static let noArea = NotMeasurable(Refusals.noArea)
  private static let otherCurrency = NotMeasurable(
    Text(
      "the books are in another currency than the project",
      nl: "de boekhouding staat in een andere munt dan het project"))
  private static let tooLarge = NotMeasurable(
    Text("a sum of the books is too large", nl: "een som in de boekhouding is te groot"))
}
