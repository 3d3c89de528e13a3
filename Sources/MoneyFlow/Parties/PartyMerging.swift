import ImpactModel

/// Finds which parties of several files are the same.
///
/// Keys, strongest first: a row of the table `parties`, the number in the trade register, the VAT
/// number, the bank account, the same number and name in books of one company, the same name and
/// postcode. A key joins all that have it or none: where those that share it have different stronger
/// numbers, or a row refuses, nobody is joined by it. So the order of files makes no difference.
struct PartyMerging {
  /// Parties that are one, by file and number.
  struct Group {
    var members: [LedgerParty]
    var commerce: Set<String>
    var tax: Set<String>
    var merges: [PartyMerge]
    /// The members of the group, by their positions among all parties.
    fileprivate var positions: Set<Int>
  }

  /// The groups, in the order of their first member by file and number.
  private(set) var groups: [Group]
  /// What shares a key and was not joined, strongest key first.
  private(set) var conflicts: [PartyConflict] = []

  private let refusals: [Refusal]
  private let names: [PartyReference]

  /// Merges parties, sorted by file and number.
  ///
  /// - Parameters:
  ///   - parties: the parties of all files.
  ///   - companies: the organisation by file.
  ///   - entries: the rows of the table `parties`.
  ///   - matching: which parties those speak of.
  ///   - country: the country of the project.
  init(
    _ parties: [LedgerParty], companies: [String: String], entries: [PartyEntry],
    matching: EntryMatching, country: Country
  ) {
    let said = Said(parties, entries: entries, matching: matching)
    refusals = said.refusals
    names = parties.map { PartyReference(book: $0.book, id: $0.id) }
    groups = parties.enumerated().map { position, party in
      let commerce = PartyKeys.commerce(
        party.commerceNumber, register: party.registerCode, country: country)
      return Group(
        members: [party], commerce: Set([commerce].compactMap(\.self)),
        tax: Set([PartyKeys.tax(party.taxNumber)].compactMap(\.self)), merges: [],
        positions: [position])
    }
    join(.row) { said.keys[$0] ?? [] }
    join(.commerceNumber) { position in
      let party = parties[position]
      return [
        PartyKeys.commerce(party.commerceNumber, register: party.registerCode, country: country)
      ].compactMap(\.self)
    }
    join(.taxNumber) { [PartyKeys.tax(parties[$0].taxNumber)].compactMap(\.self) }
    join(.bankAccount) { [PartyKeys.account(parties[$0].iban)].compactMap(\.self) }
    join(.bookNumber) { position in
      let party = parties[position]
      return [Self.bookKey(party, company: companies[party.book])].compactMap(\.self)
    }
    join(.nameAndPostcode) { [Self.placeKey(parties[$0])].compactMap(\.self) }
  }

  /// Joins what shares a key; of keys that hang together in a chain either all join or none.
  private mutating func join(_ key: PartyKey, by keys: (Int) -> [String]) {
    var holders: [String: [Int]] = [:]
    var bearers: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      for position in group.positions.sorted() {
        for value in keys(position) {
          if holders[value]?.last != index { holders[value, default: []].append(index) }
          bearers[value, default: []].append(position)
        }
      }
    }
    let shared = holders.filter { $0.value.count > 1 }.sorted { left, right in
      (left.value.first ?? 0, left.key) < (right.value.first ?? 0, right.key)
    }
    var links = Links(count: groups.count)
    var used: [(value: String, first: Int)] = []
    for (value, indices) in shared {
      if let cause = contradiction(indices, key) {
        note(cause, key, bearers[value] ?? [], value)
      } else {
        for index in indices { links.join(index, indices[0]) }
        used.append((value, indices[0]))
      }
    }
    merge(links, used: used, bearers: bearers, key)
  }

  private mutating func merge(
    _ links: Links, used: [(value: String, first: Int)], bearers: [String: [Int]],
    _ key: PartyKey
  ) {
    var links = links
    let byRoot = Dictionary(grouping: used) { links.root(of: $0.first) }
    var result: [Group] = []
    let components = Dictionary(grouping: groups.indices) { links.root(of: $0) }
    for root in groups.indices where components[root] != nil {
      let indices = components[root] ?? []
      let chain = byRoot[root] ?? []
      guard indices.count > 1 else {
        result += indices.map { groups[$0] }
        continue
      }
      if let cause = contradiction(indices, key) {
        for (value, _) in chain { note(cause, key, bearers[value] ?? [], value) }
        result += indices.map { groups[$0] }
        continue
      }
      var joined = groups[indices[0]]
      joined.absorb(indices.dropFirst().map { groups[$0] })
      joined.merges += chain.map { value, _ in
        PartyMerge(
          key: key, members: references(bearers[value] ?? []),
          rows: key == .row ? Said.rows(of: value) : [])
      }
      result.append(joined)
    }
    groups = result.sorted { ($0.positions.min() ?? 0) < ($1.positions.min() ?? 0) }
  }

  private func references(_ positions: [Int]) -> [PartyReference] {
    positions.sorted().map { names[$0] }
  }

  /// Why groups that share a key are not one, or `nil`.
  private func contradiction(_ indices: [Int], _ key: PartyKey) -> PartyConflict.Cause? {
    let positions = indices.reduce(into: Set<Int>()) { $0.formUnion(groups[$1].positions) }
    if refusals.contains(where: { $0.parts(positions) }) { return .refused }
    // At a stronger level those that share a number were joined, so that two of them differ.
    func several(_ numbers: (Group) -> Set<String>) -> Bool {
      indices.count { !numbers(groups[$0]).isEmpty } > 1
    }
    switch key {
    case .row, .commerceNumber: return nil
    case .taxNumber: return several(\.commerce) ? .commerceNumbers : nil
    case .bankAccount, .bookNumber, .nameAndPostcode:
      return several(\.commerce) ? .commerceNumbers : several(\.tax) ? .taxNumbers : nil
    }
  }

  private mutating func note(
    _ cause: PartyConflict.Cause, _ key: PartyKey, _ bearers: [Int], _ value: String
  ) {
    // Namesakes with numbers of their own are no conflict: the numbers tell them apart.
    guard cause == .refused || ![.bookNumber, .nameAndPostcode].contains(key) else { return }
    let positions = Set(bearers)
    let shown = references(bearers)
    // What a row parts it parts by every key that the two share; once is enough.
    guard cause != .refused || !conflicts.contains(where: { $0.members == shown }) else { return }
    let rows = refusals.filter { $0.parts(positions) }.flatMap(\.rows)
    conflicts.append(
      PartyConflict(
        key: key, cause: cause, members: shown,
        rows: Set(rows + (key == .row ? Said.rows(of: value) : [])).sorted()))
  }

  private static func bookKey(_ party: LedgerParty, company: String?) -> String? {
    guard let company, !company.isEmpty, let name = PartyKeys.name(party.name) else { return nil }
    return [company, party.id, name].joined(separator: PartyKeys.separator)
  }

  private static func placeKey(_ party: LedgerParty) -> String? {
    guard let name = PartyKeys.name(party.name), let place = PartyKeys.name(party.postcode ?? "")
    else { return nil }
    return name + PartyKeys.separator + place
  }
}

extension PartyMerging.Group {
  fileprivate mutating func absorb(_ others: [Self]) {
    let all = [self] + others
    members = all.flatMap { Array(zip($0.positions.sorted(), $0.members)) }
      .sorted { $0.0 < $1.0 }.map(\.1)
    for other in others {
      positions.formUnion(other.positions)
      commerce.formUnion(other.commerce)
      tax.formUnion(other.tax)
      merges += other.merges
    }
  }
}

extension PartyMerging {
  /// Two rows that are not one party, and whom they speak of.
  struct Refusal {
    let rows: [String]
    fileprivate let left: Set<Int>
    fileprivate let right: Set<Int>

    /// Whether it parts a set of parties: one is on either side.
    fileprivate func parts(_ positions: Set<Int>) -> Bool {
      !left.isDisjoint(with: positions) && !right.isDisjoint(with: positions)
    }
  }

  /// What the rows of the table `parties` say of who is one.
  private struct Said {
    /// The keys by which rows join parties, by the position of the party.
    var keys: [Int: [String]] = [:]
    var refusals: [Refusal] = []

    init(_ parties: [LedgerParty], entries: [PartyEntry], matching: EntryMatching) {
      guard entries.contains(where: { !$0.sameAs.isEmpty || !$0.notSameAs.isEmpty }) else { return }
      var spokenOf: [String: Set<Int>] = [:]
      for (position, party) in parties.enumerated() {
        for entry in matching.entries(of: party) {
          spokenOf[entries[entry].id, default: []].insert(position)
        }
      }
      for entry in entries {
        for other in entry.sameAs where other != entry.id {
          let pair = Said.key([entry.id, other])
          for position in (spokenOf[entry.id] ?? []).union(spokenOf[other] ?? []) {
            keys[position, default: []].append(pair)
          }
        }
        for other in entry.notSameAs where other != entry.id {
          refusals.append(
            Refusal(
              rows: [entry.id, other].sorted(), left: spokenOf[entry.id] ?? [],
              right: spokenOf[other] ?? []))
        }
      }
    }

    static func key(_ rows: [String]) -> String {
      rows.sorted().joined(separator: PartyKeys.separator)
    }

    static func rows(of key: String) -> [String] {
      key.split(separator: PartyKeys.separator).map(String.init)
    }
  }

  /// Which groups hang together, each under the first of them.
  private struct Links {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of index: Int) -> Int {
      var top = index
      while parents[top] != top { top = parents[top] }
      var step = index
      while parents[step] != top { (step, parents[step]) = (parents[step], top) }
      return top
    }

    mutating func join(_ left: Int, _ right: Int) {
      let (first, second) = (root(of: left), root(of: right))
      parents[max(first, second)] = min(first, second)
    }
  }
}
