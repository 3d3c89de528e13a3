import ImpactModel

/// The books of one organisation.
struct Bookshelf {
  /// The organisation, as its books name it.
  let company: String
  /// Its books only.
  let ledger: Ledger

  /// Divides a ledger by organisation, in the order of the books.
  static func all(of ledger: Ledger) -> [Bookshelf] {
    var companies: [String] = []
    for book in ledger.books where !companies.contains(book.company) {
      companies.append(book.company)
    }
    return companies.map { company in
      let files = Set(ledger.books.filter { $0.company == company }.map(\.file))
      return Bookshelf(
        company: company,
        ledger: Ledger(
          books: ledger.books.filter { files.contains($0.file) },
          accounts: ledger.accounts.filter { files.contains($0.book) },
          parties: ledger.parties.filter { files.contains($0.book) },
          totals: ledger.totals.filter { files.contains($0.book) }))
    }
  }
}

/// Which parties of the register are the organisations whose books are here.
struct Identities {
  private let organisations: [Int: Int]

  /// Recognises organisations by number, by their own accounts at a bank, else by name.
  ///
  /// - Parameters:
  ///   - companies: the organisations, as the books of the ledger call them.
  ///   - ledger: the books; its treatments say more of the organisations than their names.
  ///   - register: the parties of the same books.
  ///   - numbers: trade-register numbers by the name of the organisation.
  init(
    _ companies: [String], of ledger: Ledger, register: PartyRegister, numbers: [String: String]
  ) {
    var keys = OrganisationKeys()
    for (index, company) in companies.enumerated() {
      let known = ledger.treatments.first { $0.company == company }
      keys.add(
        index, names: [company] + (known.map { [$0.name] + $0.aliases } ?? []),
        numbers: [numbers[company]].compactMap(\.self) + (known?.numbers ?? []),
        accounts: known?.accounts ?? [])
    }
    let parties = Dictionary(
      ledger.parties.map { (PartyReference(book: $0.book, id: $0.id), $0) }
    ) { first, _ in first }
    var organisations: [Int: Int] = [:]
    for (position, party) in register.parties.enumerated() {
      let members = party.members.compactMap { parties[$0] }
      organisations[position] =
        keys.organisation(number: party.commerceNumber)
        ?? members.lazy.compactMap { keys.organisation(of: $0) }.first
        ?? keys.organisation(named: [party.name] + members.map(\.name))
    }
    self.organisations = organisations
  }

  /// The organisation that a party of the register is.
  func organisation(ofParty position: Int) -> Int? { organisations[position] }
}

/// By what organisations are recognised in the books of others.
private struct OrganisationKeys {
  private var byName: [String: Int] = [:]
  private var byNumber: [String: Int] = [:]
  private var byAccount: [String: Int] = [:]

  /// Adds an organisation; of two with one key the first counts.
  mutating func add(_ index: Int, names: [String], numbers: [String], accounts: [String]) {
    for name in names.compactMap(PartyKeys.name) where byName[name] == nil { byName[name] = index }
    for number in numbers.compactMap({ PartyKeys.number($0) }) where byNumber[number] == nil {
      byNumber[number] = index
    }
    for account in accounts where byAccount[account] == nil { byAccount[account] = index }
  }

  func organisation(number: String?) -> Int? { PartyKeys.number(number).flatMap { byNumber[$0] } }

  /// By its numbers and its account.
  func organisation(of party: LedgerParty) -> Int? {
    organisation(number: party.commerceNumber) ?? organisation(number: party.taxNumber)
      ?? party.iban.flatMap { byAccount[$0] }
  }

  func organisation(named names: [String]) -> Int? {
    names.lazy.compactMap(PartyKeys.name).compactMap { byName[$0] }.first
  }
}
