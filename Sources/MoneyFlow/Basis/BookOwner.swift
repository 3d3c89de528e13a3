import ImpactModel

/// An organisation whose books lie in the project, and by what its files are recognised.
struct BookOwner {
  /// What the settings say of it; of one that only its files name, nothing.
  var settings: BooksSettings.Organisation
  /// Whether it is the project's own organisation.
  let isOwn: Bool
  /// The names that its files have for it, in the order of the files.
  private(set) var aliases: [String] = []
  /// The numbers under which registers and the tax office know it.
  private(set) var numbers: Set<String>
  /// The IBANs of its own accounts.
  private(set) var accounts: Set<String>
  private var names: Set<String>

  /// Starts with what the settings say.
  init(_ settings: BooksSettings.Organisation, isOwn: Bool) {
    self.settings = settings
    self.isOwn = isOwn
    names = Set([PartyKeys.name(settings.name)].compactMap(\.self))
    numbers = Set(settings.numbers.compactMap { PartyKeys.number($0) })
    accounts = Set(settings.accounts)
  }

  /// Whether a file of books or of a bank names this organisation.
  func isNamed(by book: LedgerBook) -> Bool {
    answers(name: book.company, numbers: [book.number, book.taxNumber])
  }

  /// Whether a party of a file is this organisation.
  func isParty(_ party: LedgerParty) -> Bool {
    party.iban.map(accounts.contains) == true
      || answers(name: party.name, numbers: [party.commerceNumber, party.taxNumber])
  }

  private func answers(name: String, numbers own: [String?]) -> Bool {
    if own.compactMap({ PartyKeys.number($0) }).contains(where: numbers.contains) { return true }
    return PartyKeys.name(name).map(names.contains) == true
  }

  /// Learns the name, the numbers and the accounts that a file of its own has.
  mutating func learn(_ book: LedgerBook, accounts own: [String]) {
    if !book.company.isEmpty, !aliases.contains(book.company) { aliases.append(book.company) }
    if let name = PartyKeys.name(book.company) { names.insert(name) }
    numbers.formUnion([book.number, book.taxNumber].compactMap { PartyKeys.number($0) })
    accounts.formUnion(own)
  }
}
