import IndicatorKit
import MoneyFlow

/// Who in the end owns those who are paid, up the chains of owners in the table `parties`.
///
/// An owner that is paid as well, or has a row of its own with an owner, is that party and not a mere
/// name, so that the last owner of a chain is one hand however the money comes to it.
struct OwnerChains {
  /// One in whose hands money ends up.
  enum Hand: Hashable, Comparable {
    /// A party of the books, by its position in the register.
    case party(Int)
    /// An owner of whom the books know nothing, by the key of the name.
    case owner(String)
  }

  private let names: Set<String>
  private let paidByName: [String: Int]
  private let ownersOfParties: [Int: String]
  private let ownersOfOthers: [String: String]

  /// Makes the chains.
  ///
  /// - Parameters:
  ///   - register: the parties of the books.
  ///   - rows: the rows of the table `parties` by their identifiers.
  init(_ register: PartyRegister, rows: [String: Party]) {
    var names: [String: Set<Int>] = [:]
    var owners: [Int: String] = [:]
    for (position, party) in register.parties.enumerated() {
      let own = party.entries.compactMap { rows[$0] }
      for name in [party.name] + own.map(\.name) {
        if let key = PartyName.key(name) { names[key, default: []].insert(position) }
      }
      owners[position] = own.lazy.compactMap(\.owner).first
    }
    // A name that several parties have says of none that it is the owner.
    paidByName = names.compactMapValues { $0.count == 1 ? $0.first : nil }
    ownersOfParties = owners
    let others = rows.sorted { $0.key < $1.key }.map(\.value)
    self.names = Set(others.compactMap { $0.owner.flatMap { PartyName.key($0) } })
    ownersOfOthers = Dictionary(
      others.compactMap { row in
        PartyName.key(row.name).flatMap { key in row.owner.map { (key, $0) } }
      }
    ) { first, _ in first }
  }

  /// The last owner of a party, itself where nobody is named; of owners in a ring the first.
  func last(of position: Int) -> Hand {
    var hand = Hand.party(position)
    var seen = [hand]
    while let name = owner(of: hand) {
      let next = self.hand(named: name)
      if let start = seen.firstIndex(of: next) { return seen[start...].min() ?? next }
      hand = next
      seen.append(next)
    }
    return hand
  }

  /// Whether some row names somebody of this name as its owner.
  func isOwner(_ name: String) -> Bool { PartyName.key(name).map { names.contains($0) } ?? false }

  private func owner(of hand: Hand) -> String? {
    switch hand {
    case .party(let position): ownersOfParties[position]
    case .owner(let key): ownersOfOthers[key]
    }
  }

  private func hand(named name: String) -> Hand {
    let key = PartyName.key(name) ?? name
    return paidByName[key].map { .party($0) } ?? .owner(key)
  }
}
