import ImpactModel

/// The parties of all files, merged, with what the project says of them.
public struct PartyRegister: Sendable, Hashable {
  /// The parties, by the first file and number under which they are known.
  public let parties: [RegisteredParty]
  /// The rows of the table `parties` that no party of the books answers to.
  public let unusedEntries: [String]
  /// Parties that share a key and were not taken for one.
  public let conflicts: [PartyConflict]
  /// By which of its places a party counts as local.
  public let basis: LocalityBasis

  private let positions: [PartyReference: Int]

  /// Merges the parties of the books and lays the project's own entries over them.
  ///
  /// Parties are one where a row says so, else where they share a number in the trade register, a
  /// VAT number, a bank account, number and name in books of one company, or name and postcode; not
  /// where a row refuses or a stronger number differs. Chains of such keys join as well. An entry
  /// belongs to the party with its trade-register number, else with its book number, else with its
  /// name; its places win. The order of the files makes no difference.
  ///
  /// - Parameters:
  ///   - ledger: the books, with the parties of other files.
  ///   - entries: the rows of the table `parties`, in their order.
  ///   - country: the project's country, in which a party without a country is taken to be.
  ///   - basis: by which of its places a party counts as local.
  public init(
    _ ledger: Ledger, entries: [PartyEntry], country: Country, basis: LocalityBasis = .delivery
  ) {
    let known = (ledger.parties + ledger.otherParties).sorted {
      ($0.book, $0.id) < ($1.book, $1.id)
    }
    let companies = Dictionary(ledger.books.map { ($0.file, $0.company) }) { first, _ in first }
    let matching = EntryMatching(entries, parties: known, country: country)
    let merging = PartyMerging(
      known, companies: companies, entries: entries, matching: matching, country: country)
    let newest = Dictionary(ledger.books.map { ($0.file, $0.last) }) { max($0, $1) }
    var parties: [RegisteredParty] = []
    var positions: [PartyReference: Int] = [:]
    var used: Set<String> = []
    for group in merging.groups {
      let own = matching.entries(of: group)
      used.formUnion(own.map(\.id))
      let described = PartyDescribing(
        group, entries: own, newest: newest, country: country, basis: basis)
      for member in described.party.members where positions[member] == nil {
        positions[member] = parties.count
      }
      parties.append(described.party)
    }
    self.parties = parties
    self.positions = positions
    self.basis = basis
    conflicts = merging.conflicts
    unusedEntries = entries.map(\.id).filter { !used.contains($0) }
  }

  /// The position in `parties` of a party as a book numbers it.
  public func position(of id: String, in book: String) -> Int? {
    positions[PartyReference(book: book, id: id)]
  }

  /// The positions of the parties that a text names: row, trade-register number or book number.
  public func positions(named text: String) -> [Int] {
    let number = PartyKeys.number(text)
    return parties.indices.filter { index in
      let party = parties[index]
      return party.entries.contains(text) || (number != nil && party.commerceNumber == number)
        || party.members.contains { $0.id == text }
    }
  }
}
