import IndicatorKit
import MoneyFlow

/// What suppliers were paid, by place.
struct SupplierMoney {
  /// One supplier in the neighbourhood.
  struct LocalSupplier {
    /// Its position in the register.
    let party: Int
    /// The account on which most of it was booked.
    let category: String
    /// What it was paid.
    let amount: Double
  }

  /// What left the neighbourhood from one account.
  struct Leak {
    /// The position of the account.
    let account: Int
    /// The amount.
    let amount: Double
  }

  /// What left the neighbourhood from the accounts of one category.
  struct CategoryLeak {
    /// The category.
    let category: CostCategories.Category
    /// The amount.
    let amount: Double
  }

  /// The suppliers in the neighbourhood, in the order of the register.
  let localSuppliers: [LocalSupplier]
  /// What suppliers in the neighbourhood were paid.
  let local: Double
  /// What suppliers elsewhere were paid.
  let elsewhere: Double
  /// What was paid to suppliers whose place is not known, and to nobody by name.
  let unknown: Double
  /// What suppliers elsewhere were paid by account, the largest first.
  let leaks: [Leak]
  /// What suppliers elsewhere were paid by category of costs, the largest first.
  let leaksByCategory: [CategoryLeak]
  /// What suppliers elsewhere were paid by account and supplier, credit notes taken off.
  let purchasesElsewhere: [Purchase]
  /// What suppliers elsewhere were paid by what they are.
  let destinations: [FlowAccount.Kind: Double]
  /// What each supplier that the books name was paid, in the order of the register.
  let paid: [Int: Double]

  /// Divides the costs by place.
  ///
  /// - Parameters:
  ///   - spending: the costs.
  ///   - register: the parties of the books.
  ///   - area: the neighbourhood.
  ///   - kinds: what the lead says that parties are, by their position in the register.
  ///   - categories: the categories of the accounts.
  ///   - own: parties that are organisations whose own books are joined to these; what they are
  ///     paid stays inside.
  init(
    _ spending: Spending, register: PartyRegister, area: PostcodeArea, kinds: [Int: PartyKind],
    categories: CostCategories, own: Set<Int>
  ) {
    let costs = spending.costs.filter { cost in
      cost.side == .supplier && !(cost.party.map { own.contains($0) } ?? false)
    }
    let places = register.parties.map { $0.locality(in: area) }
    func place(_ cost: Spending.Cost) -> Locality {
      guard let party = cost.party, places.indices.contains(party) else {
        return categories[cost.account]?.isDeclared == true ? .elsewhere : .unknown
      }
      return places[party]
    }
    func cents(_ costs: [Spending.Cost]) -> Double {
      // Spending has proved that no sum of its costs overflows.
      Double(costs.reduce(0) { $0 + $1.amount }) / 100
    }
    let near = costs.filter { place($0) == .local }
    let far = costs.filter { place($0) == .elsewhere }
    local = cents(near)
    elsewhere = cents(far)
    unknown = cents(costs.filter { place($0) == .unknown })
    let byParty = Dictionary(grouping: near) { $0.party ?? -1 }
    localSuppliers = byParty.sorted { $0.key < $1.key }.map { party, costs in
      let main = costs.max { ($0.amount, $1.account) < ($1.amount, $0.account) }
      return LocalSupplier(
        party: party, category: main.map { spending.accounts[$0.account].id } ?? "",
        amount: cents(costs))
    }
    purchasesElsewhere = far.filter { $0.amount > 0 }.map { cost in
      Purchase(
        category: spending.accounts[cost.account].id, supplier: cost.party,
        amount: Double(cost.amount) / 100)
    }
    destinations = Dictionary(grouping: far) { cost in
      Self.destination(
        cost.party, register: register, kinds: kinds,
        category: categories[cost.account]?.destination)
    }.mapValues { cents($0) }
    var paid: [Int: Double] = [:]
    for (party, costs) in Dictionary(grouping: costs, by: \.party) {
      if let party { paid[party] = cents(costs) }
    }
    self.paid = paid
    let byAccount = Dictionary(grouping: far, by: \.account)
    leaks = byAccount.map { Leak(account: $0.key, amount: cents($0.value)) }
      .sorted { ($1.amount, $0.account) < ($0.amount, $1.account) }
    leaksByCategory = Self.leaks(far, categories) { cents($0) }
  }

  private static func leaks(
    _ costs: [Spending.Cost], _ categories: CostCategories, cents: ([Spending.Cost]) -> Double
  ) -> [CategoryLeak] {
    let groups = Dictionary(grouping: costs) { categories[$0.account]?.id ?? "" }
    let leaks = groups.compactMap { _, costs -> CategoryLeak? in
      costs.first.flatMap { categories[$0.account] }.map {
        CategoryLeak(category: $0, amount: cents(costs))
      }
    }
    return leaks.sorted { ($1.amount, $0.category.id) < ($0.amount, $1.category.id) }
  }

  /// What the lead says of the party, else of the category, else what the RGS code tells.
  private static func destination(
    _ party: Int?, register: PartyRegister, kinds: [Int: PartyKind], category: PartyKind?
  ) -> FlowAccount.Kind {
    let isKnown = party.map { register.parties.indices.contains($0) } ?? false
    let isAbroad = party.map { isKnown && register.parties[$0].isAbroad } ?? false
    switch party.flatMap({ kinds[$0] }) ?? category {
    case .chain: return .chain
    case .energy: return .energy
    case .landlord: return .landlord
    case .bank: return .bank
    case .state: return .state
    case .other, nil: return isAbroad ? .abroad : .elsewhere
    }
  }
}
