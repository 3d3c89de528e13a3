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

  /// Recognises organisations by number, else by name.
  init(
    _ companies: [String], register: PartyRegister, parties: [LedgerParty],
    numbers: [String: String]
  ) {
    var byKey: [String: Int] = [:]
    for (index, company) in companies.enumerated() {
      if let name = PartyKeys.name(company), byKey[name] == nil { byKey[name] = index }
    }
    var byNumber: [String: Int] = [:]
    for (index, company) in companies.enumerated() {
      if let number = PartyKeys.number(numbers[company]) { byNumber[number] = index }
    }
    let names = Dictionary(
      parties.map { (PartyReference(book: $0.book, id: $0.id), $0.name) }
    ) { first, _ in first }
    var organisations: [Int: Int] = [:]
    for (position, party) in register.parties.enumerated() {
      let own = [party.name] + party.members.compactMap { names[$0] }
      organisations[position] =
        party.commerceNumber.flatMap { byNumber[$0] }
        ?? own.lazy.compactMap(PartyKeys.name).compactMap { byKey[$0] }.first
    }
    self.organisations = organisations
  }

  /// The organisation that a party of the register is.
  func organisation(ofParty position: Int) -> Int? { organisations[position] }
}
