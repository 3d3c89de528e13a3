import ImpactModel

/// Finds the project's own entry of a merged party.
struct EntryMatching {
  private let byCommerce: [String: PartyEntry]
  private let byBookNumber: [String: PartyEntry]
  private let byName: [String: PartyEntry]
  /// Book numbers that stand for more than one party, so that the name must agree as well.
  private let ambiguous: Set<String>

  /// Indexes the entries; of two that say the same the first counts.
  init(_ entries: [PartyEntry], groups: [PartyMerging.Group]) {
    func index(_ key: (PartyEntry) -> String?) -> [String: PartyEntry] {
      Dictionary(entries.compactMap { entry in key(entry).map { ($0, entry) } }) { first, _ in first
      }
    }
    byCommerce = index { PartyKeys.number($0.commerceNumber) }
    byBookNumber = index(\.bookNumber)
    byName = index { PartyKeys.name($0.name) }
    var owner: [String: Int] = [:]
    var ambiguous: Set<String> = []
    for (position, group) in groups.enumerated() {
      for member in group.members {
        if let other = owner[member.id], other != position { ambiguous.insert(member.id) }
        owner[member.id] = position
      }
    }
    self.ambiguous = ambiguous
  }

  /// The entry that speaks of a party.
  func entry(of group: PartyMerging.Group) -> PartyEntry? {
    if let commerce = group.commerce, let entry = byCommerce[commerce] { return entry }
    for member in group.members {
      guard let entry = byBookNumber[member.id], !contradicts(entry, group) else { continue }
      if !ambiguous.contains(member.id) || PartyKeys.name(entry.name) == PartyKeys.name(member.name)
      {
        return entry
      }
    }
    for member in group.members {
      if let name = PartyKeys.name(member.name), let entry = byName[name],
        !contradicts(entry, group)
      {
        return entry
      }
    }
    return nil
  }

  private func contradicts(_ entry: PartyEntry, _ group: PartyMerging.Group) -> Bool {
    guard let own = PartyKeys.number(entry.commerceNumber), let other = group.commerce else {
      return false
    }
    return own != other
  }
}
