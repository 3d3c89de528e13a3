import ImpactModel

/// Finds which parties of several books are the same.
///
/// Keys, strongest first: number in the trade register, tax number, the same number and name in
/// books of one company, the same name and postcode. A weaker key never joins two parties whose
/// stronger keys differ: companies of one fiscal unity share a tax number.
struct PartyMerging {
  /// Parties that are one, in the order of their books.
  struct Group {
    var members: [LedgerParty]
    var commerce: String?
    var tax: String?

    fileprivate func contradicts(_ other: Group, alsoByTax: Bool) -> Bool {
      func differ(_ left: String?, _ right: String?) -> Bool {
        left != nil && right != nil && left != right
      }
      return differ(commerce, other.commerce) || (alsoByTax && differ(tax, other.tax))
    }

    fileprivate mutating func absorb(_ other: Group) {
      members += other.members
      commerce = commerce ?? other.commerce
      tax = tax ?? other.tax
    }
  }

  /// The groups, in the order of their first member.
  let groups: [Group]

  /// Merges the parties of a ledger.
  init(_ ledger: Ledger) {
    let companies = Dictionary(ledger.books.map { ($0.file, $0.company) }) { first, _ in first }
    var groups = ledger.parties.map {
      Group(
        members: [$0], commerce: PartyKeys.number($0.commerceNumber),
        tax: PartyKeys.number($0.taxNumber))
    }
    groups = Self.joined(groups, alsoByTax: false) { [$0.commerce].compactMap(\.self) }
    groups = Self.joined(groups, alsoByTax: false) { [$0.tax].compactMap(\.self) }
    groups = Self.joined(groups, alsoByTax: true) { group in
      group.members.compactMap { Self.bookKey($0, company: companies[$0.book]) }
    }
    groups = Self.joined(groups, alsoByTax: true) { $0.members.compactMap(Self.placeKey) }
    self.groups = groups
  }

  /// Joins each group to the first earlier one that shares a key and does not contradict it.
  private static func joined(
    _ groups: [Group], alsoByTax: Bool, by keys: (Group) -> [String]
  ) -> [Group] {
    var result: [Group] = []
    var positions: [String: Int] = [:]
    for group in groups {
      let own = keys(group)
      let target = own.lazy.compactMap { positions[$0] }
        .first { !result[$0].contradicts(group, alsoByTax: alsoByTax) }
      if let target {
        result[target].absorb(group)
      } else {
        result.append(group)
      }
      for key in own where positions[key] == nil { positions[key] = target ?? result.count - 1 }
    }
    return result
  }

  private static func bookKey(_ party: LedgerParty, company: String?) -> String? {
    guard let company, !company.isEmpty, let name = PartyKeys.name(party.name) else { return nil }
    return [company, party.id, name].joined(separator: "\u{1F}")
  }

  private static func placeKey(_ party: LedgerParty) -> String? {
    guard let name = PartyKeys.name(party.name), let place = PartyKeys.name(party.postcode ?? "")
    else { return nil }
    return name + "\u{1F}" + place
  }
}
