import ImpactModel

/// The parties of all books, merged, with what the project says of them.
public struct PartyRegister: Sendable, Hashable {
  /// The parties, in the order in which the books first name them.
  public let parties: [RegisteredParty]
  /// The rows of the table `parties` that no party of the books answers to.
  public let unusedEntries: [String]

  private let positions: [PartyReference: Int]

  /// Merges the parties of the books and lays the project's own entries over them.
  ///
  /// Parties are one where they share a number in the trade register, else a tax number, else number
  /// and name in books of one company, else name and postcode. An entry belongs to the party with its
  /// trade-register number, else with its book number, else with its name; its postcode wins.
  ///
  /// - Parameters:
  ///   - ledger: the books.
  ///   - entries: the rows of the table `parties`, in their order.
  ///   - country: the project's country, in which a party without a country is taken to be.
  public init(_ ledger: Ledger, entries: [PartyEntry], country: Country) {
    let groups = PartyMerging(ledger).groups
    let matching = EntryMatching(entries, groups: groups)
    let newest = Dictionary(ledger.books.map { ($0.file, $0.last) }) { max($0, $1) }
    var parties: [RegisteredParty] = []
    var positions: [PartyReference: Int] = [:]
    var used: Set<String> = []
    for group in groups {
      let entry = matching.entry(of: group)
      if let entry { used.insert(entry.id) }
      let party = Self.party(of: group, entry: entry, newest: newest, country: country)
      for member in party.members where positions[member] == nil {
        positions[member] = parties.count
      }
      parties.append(party)
    }
    self.parties = parties
    self.positions = positions
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
      return party.entry == text || (number != nil && party.commerceNumber == number)
        || party.members.contains { $0.id == text }
    }
  }

  private static func party(
    of group: PartyMerging.Group, entry: PartyEntry?, newest: [String: Day], country: Country
  ) -> RegisteredParty {
    // The sort is stable, so that of two books with the same last day the later in the list counts.
    let members = group.members.sorted { left, right in
      (newest[left.book]?.ordinal ?? 0) < (newest[right.book]?.ordinal ?? 0)
    }
    let placed = members.last { !($0.postcode ?? "").isEmpty || !($0.country ?? "").isEmpty }
    let code = placed?.country.flatMap { $0.isEmpty ? nil : $0.uppercased() }
    let isAbroad = code.map { $0 != country.rawValue } ?? false
    let booked = placed?.postcode.flatMap { Postcode($0, country: country) }
    return RegisteredParty(
      name: members.last?.name ?? "", commerceNumber: group.commerce, entry: entry?.id,
      postcode: entry?.postcode ?? (isAbroad ? nil : booked),
      isAbroad: entry?.postcode == nil && isAbroad,
      members: group.members.map { PartyReference(book: $0.book, id: $0.id) },
      isNearby: group.members.lazy.compactMap(\.isNearby).first)
  }
}
