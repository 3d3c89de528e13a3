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

  /// Divides the costs by place.
  init(_ spending: Spending, register: PartyRegister, area: PostcodeArea) {
    let costs = spending.costs.filter { $0.side == .supplier }
    let places = register.parties.map { $0.locality(in: area) }
    func place(_ cost: Spending.Cost) -> Locality {
      guard let party = cost.party, places.indices.contains(party) else { return .unknown }
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
    let byAccount = Dictionary(grouping: far, by: \.account)
    leaks = byAccount.map { Leak(account: $0.key, amount: cents($0.value)) }
      .sorted { ($1.amount, $0.account) < ($0.amount, $1.account) }
  }
}
