import ImpactModel

/// A member of the neighbourhood that sells something.
public struct Seller: Sendable, Hashable {
  /// The identifier of its row.
  public let id: String
  /// The categories that it sells, as the lead writes them.
  public let sells: [String]

  /// Makes a seller of categories in one text, parted by semicolons, commas or bars.
  public init(id: String, sells text: String) {
    self.id = id
    sells = text.split { ";,|".contains($0) }.map { String($0) }
  }

  /// Whether it sells a category that has a number and a name.
  public func sells(_ number: String, _ name: String) -> Bool {
    let keys = [number, name].compactMap(PartyKeys.name)
    return sells.compactMap(PartyKeys.name).contains { keys.contains($0) }
  }
}

/// Money that leaks although somebody in the neighbourhood sells the same: what members could buy
/// from one another.
public struct CrossPollination: Sendable, Hashable {
  /// A category that is bought elsewhere.
  public struct Leak: Sendable, Hashable {
    /// Its number.
    public let category: String
    /// Its name.
    public let name: String
    /// What is bought elsewhere.
    public let amount: Double

    /// Makes a leak.
    public init(category: String, name: String, amount: Double) {
      self.category = category
      self.name = name
      self.amount = amount
    }
  }

  /// A leak with those nearby who sell the same.
  public struct Match: Sendable, Hashable {
    /// What is bought elsewhere.
    public let leak: Leak
    /// The identifiers of those who sell it nearby, in order.
    public let sellers: [String]
  }

  /// The matches, the largest leak first.
  public let matches: [Match]

  /// What leaks in categories that somebody nearby sells.
  public var amount: Double { matches.reduce(0) { $0 + $1.leak.amount } }

  /// Lays leaks beside those who sell the same; leaks of nothing are left out.
  public init(_ leaks: [Leak], sellers: [Seller]) {
    matches =
      leaks
      .filter { $0.amount > 0 && $0.amount.isFinite }
      .map { leak in
        let names = sellers.filter { $0.sells(leak.category, leak.name) }.map(\.id)
        return Match(leak: leak, sellers: Set(names).sorted())
      }
      .filter { !$0.sellers.isEmpty }
      .sorted { ($1.leak.amount, $0.leak.category) < ($0.leak.amount, $1.leak.category) }
  }
}
