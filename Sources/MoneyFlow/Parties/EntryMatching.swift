import ImpactModel

/// Finds which parties of the books the project's own entries speak of.
///
/// An entry speaks of those with its number in the trade register; else of those with its number in
/// the books; else of those with its name. A number that stands for several names in the books needs
/// the name as well.
struct EntryMatching {
  private let entries: [PartyEntry]
  private let country: Country
  /// Numbers in the books that stand for more than one name.
  private let ambiguous: Set<String>

  /// Rows of which it is said that they are not another, which must not spread to namesakes.
  private let parted: Set<String>
  private let byCommerce: [String: [Int]]
  private let byBookNumber: [String: [Int]]
  private let byName: [String: [Int]]

  /// Indexes the entries and the parties of the books.
  init(_ entries: [PartyEntry], parties: [LedgerParty], country: Country) {
    self.entries = entries
    self.country = country
    var names: [String: String] = [:]
    var ambiguous: Set<String> = []
    for party in parties {
      let name = PartyKeys.name(party.name) ?? ""
      if let other = names[party.id], other != name { ambiguous.insert(party.id) }
      names[party.id] = name
    }
    self.ambiguous = ambiguous
    parted = Set(entries.flatMap { $0.notSameAs.isEmpty ? [] : $0.notSameAs + [$0.id] })
    func index(_ key: (PartyEntry) -> String?) -> [String: [Int]] {
      var result: [String: [Int]] = [:]
      for (position, entry) in entries.enumerated() {
        if let key = key(entry) { result[key, default: []].append(position) }
      }
      return result
    }
    byCommerce = index {
      PartyKeys.commerce($0.commerceNumber, register: nil, country: country)
    }
    byBookNumber = index(\.bookNumber)
    byName = index { PartyKeys.name($0.name) }
  }

  /// The entries that speak of one party of the books, the strongest match first.
  func entries(of party: LedgerParty) -> [Int] {
    matches(party).map(\.position)
  }

  /// The entries that speak of a merged party, the strongest match first.
  func entries(of group: PartyMerging.Group) -> [PartyEntry] {
    var best: [Int: Int] = [:]
    for member in group.members {
      for match in matches(member) where !contradicts(entries[match.position], group) {
        best[match.position] = min(best[match.position] ?? match.strength, match.strength)
      }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { entries[$0.key] }
  }

  /// The entries that a party answers to; those by a weaker key only where none answers by a
  /// stronger one.
  private func matches(_ party: LedgerParty) -> [(position: Int, strength: Int)] {
    let commerce = PartyKeys.commerce(
      party.commerceNumber, register: party.registerCode, country: country)
    if let commerce, let found = byCommerce[commerce], !found.isEmpty {
      return found.map { ($0, 0) }
    }
    let name = PartyKeys.name(party.name)
    let numbered = (byBookNumber[party.id] ?? []).filter { position in
      let entry = entries[position]
      let isSure = !ambiguous.contains(party.id) || !(entry.bookFile ?? "").isEmpty
      return entry.speaks(of: party.book) && !differs(entry, commerce)
        && (isSure || PartyKeys.name(entry.name) == name)
    }
    if !numbered.isEmpty { return numbered.map { ($0, 1) } }
    guard let name else { return [] }
    let named = (byName[name] ?? []).filter { position in
      let entry = entries[position]
      // An entry with a number of the books speaks of that number, not of a namesake.
      return entry.bookNumber == nil && entry.speaks(of: party.book) && !differs(entry, commerce)
    }
    return (named.isEmpty ? loosely(name, party, commerce) : named).map { ($0, 2) }
  }

  /// The entries of a name whose number no party of the books has.
  private func loosely(_ name: String, _ party: LedgerParty, _ commerce: String?) -> [Int] {
    (byName[name] ?? []).filter { position in
      let entry = entries[position]
      return entry.speaks(of: party.book) && !differs(entry, commerce) && !parted.contains(entry.id)
    }
  }

  private func differs(_ entry: PartyEntry, _ commerce: String?) -> Bool {
    let own = PartyKeys.commerce(entry.commerceNumber, register: nil, country: country)
    guard let own, let commerce else { return false }
    return own != commerce
  }

  private func contradicts(_ entry: PartyEntry, _ group: PartyMerging.Group) -> Bool {
    let own = PartyKeys.commerce(entry.commerceNumber, register: nil, country: country)
    guard let own, !group.commerce.isEmpty else { return false }
    return !group.commerce.contains(own)
  }
}
