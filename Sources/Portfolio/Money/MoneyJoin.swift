import ExportKit
import MoneyFlow

/// Joins what the organisations of one municipality and year say of their money.
struct MoneyJoin {
  /// Kinds of places, as the flows of reports call them.
  private enum Place {
    /// Suppliers, staff or all of the neighbourhood of the organisation itself.
    static func isNearby(_ id: String) -> Bool { id.hasPrefix("local") }
    /// Suppliers of anywhere, so that wages are never taken for a payment to an organisation.
    static func mayBeOrganisation(_ id: String) -> Bool {
      ["local_suppliers", "local", "suppliers_elsewhere", "elsewhere", "place_unknown"].contains(id)
    }
  }

  private var organisations: [MoneyOrganisation]
  private var parties: [MoneyMatrix.Party] = []
  private var payments: [MoneyMatrix.Payment] = []
  /// What of each organisation's payments to other organisations came out of what it pays nearby.
  private(set) var fromNearby: [Int: Double] = [:]

  init(_ organisations: [MoneyOrganisation]) { self.organisations = organisations }

  /// The matrix of one group of statements.
  static func matrix(
    _ key: MoneyGroup, _ statements: [MoneyStatement]
  ) -> MoneyMatrix {
    var join = MoneyJoin(MoneyOrganisation.all(of: statements))
    join.joinOrganisations()
    join.addPayers()
    join.addPlaces()
    let leftOut = join.organisations.compactMap { organisation in
      organisation.contradiction.map {
        MoneyMatrix.LeftOut(organisation: organisation.name, reason: $0)
      }
    }
    return MoneyMatrix(
      year: key.year, perspective: key.perspective, municipality: key.municipality,
      currency: key.currency, parties: join.parties,
      payments: join.payments.sorted { ($0.payer, $0.payee) < ($1.payer, $1.payee) },
      multipliers: JoinedRounds(join.organisations, join.payments, fromNearby: join.fromNearby).all,
      leftOut: leftOut)
  }

  // MARK: Between organisations

  /// The organisation that somebody is called by, where no two are called so.
  private func organisation(called key: String) -> Int? {
    let found = organisations.indices.filter { organisations[$0].keys.contains(key) }
    return found.count == 1 ? found.first : nil
  }

  private mutating func joinOrganisations() {
    parties = organisations.map { organisation in
      MoneyMatrix.Party(
        kind: .organisation, label: Text(verbatim: organisation.name),
        received: organisation.rounds?.first,
        paid: organisation.targets.isEmpty
          ? nil : organisation.targets.reduce(0) { $0 + $1.amount })
    }
    var stated: [Pair: Double] = [:]
    for (payee, organisation) in organisations.enumerated() {
      for receipt in organisation.receipts {
        guard let payer = self.organisation(called: receipt.key), payer != payee else { continue }
        stated[Pair(payer: payer, payee: payee), default: 0] += receipt.amount
      }
    }
    let named = takeNamedPayments()
    for pair in Set(stated.keys).union(named.keys).sorted() {
      add(pair, named: named[pair], stated: stated[pair])
    }
  }

  private struct Pair: Hashable, Comparable {
    let payer: Int
    let payee: Int

    static func < (one: Pair, other: Pair) -> Bool {
      (one.payer, one.payee) < (other.payer, other.payee)
    }
  }

  /// The payments whose payee the payer's own flows name, which are no place then.
  private mutating func takeNamedPayments() -> [Pair: Double] {
    var named: [Pair: Double] = [:]
    for payer in organisations.indices {
      var rest: [MoneyStatement.Target] = []
      for target in organisations[payer].targets {
        if let payee = organisation(called: MatchingKey.words(target.label.english)),
          payee != payer
        {
          named[Pair(payer: payer, payee: payee), default: 0] += target.amount
        } else {
          rest.append(target)
        }
      }
      organisations[payer].targets = rest
    }
    return named
  }

  /// Adds a payment once: as the payer names it, else as far as what it pays can hold it.
  private mutating func add(_ pair: Pair, named: Double?, stated: Double?) {
    var amount = named ?? 0
    if named == nil, let stated {
      amount =
        organisations[pair.payer].targets.isEmpty ? stated : taken(stated, pair)
    }
    let isSame = stated.map { ($0 - amount).magnitude < 0.005 } ?? true
    payments.append(
      MoneyMatrix.Payment(
        payer: pair.payer, payee: pair.payee, amount: amount,
        witness: named == nil ? .payee : stated == nil ? .payer : .both,
        payeeSays: isSame ? nil : stated))
  }

  /// Takes an amount out of what an organisation pays to kinds of places, as far as these hold it.
  private mutating func taken(_ wanted: Double, _ pair: Pair) -> Double {
    let payer = organisations[pair.payer]
    let isNear = payer.neighbourhoods.contains { own in
      organisations[pair.payee].neighbourhoods.contains(own)
    }
    let possible = payer.targets.indices.filter { Place.mayBeOrganisation(payer.targets[$0].id) }
    // Where they are neighbours the payment is most likely among those nearby, else elsewhere.
    let order = possible.sorted { one, other in
      let ranks = [one, other].map { index -> Int in
        let id = payer.targets[index].id
        return id == "place_unknown" ? 1 : Place.isNearby(id) == isNear ? 0 : 2
      }
      return (ranks[0], one) < (ranks[1], other)
    }
    var left = wanted
    for index in order where left > 0 {
      let part = min(left, organisations[pair.payer].targets[index].amount)
      organisations[pair.payer].targets[index].amount -= part
      left -= part
      if Place.isNearby(payer.targets[index].id) { fromNearby[pair.payer, default: 0] += part }
    }
    return wanted - left
  }

  // MARK: Others

  /// Adds payers without a report: by name where two organisations or more name them.
  private mutating func addPayers() {
    struct Payer {
      var name: String
      var amounts: [Int: Double] = [:]
    }
    var payers: [String: Payer] = [:]
    for (payee, organisation) in organisations.enumerated() {
      for receipt in organisation.receipts where self.organisation(called: receipt.key) == nil {
        payers[receipt.key, default: Payer(name: receipt.payer)].amounts[payee, default: 0] +=
          receipt.amount
      }
    }
    var others: [Int: Double] = [:]
    for (_, payer) in payers.sorted(by: { $0.key < $1.key }) {
      guard payer.amounts.count > 1 else {
        for (payee, amount) in payer.amounts { others[payee, default: 0] += amount }
        continue
      }
      add(.named, Text(verbatim: payer.name), paying: payer.amounts)
    }
    add(.others, MoneyJoin.oneReport, paying: others)
    add(.others, MoneyJoin.unnamed, paying: unnamedIncome(others))
  }

  private static let oneReport = Text(
    "Payers that one organisation names", nl: "Betalers die één organisatie noemt")
  private static let unnamed = Text(
    "Income of which no payer is named", nl: "Inkomsten zonder genoemde betaler")

  /// What organisations received beyond what any report names.
  private func unnamedIncome(_ others: [Int: Double]) -> [Int: Double] {
    var left: [Int: Double] = [:]
    for payee in organisations.indices {
      guard let income = parties[payee].received else { continue }
      let named = payments.reduce(0) { $0 + ($1.payee == payee ? $1.amount : 0) }
      // Cents that differ by rounding are no payment.
      if income - named > 0.005 { left[payee] = income - named }
    }
    return left
  }

  private mutating func add(
    _ kind: MoneyMatrix.Party.Kind, _ label: Text, paying amounts: [Int: Double]
  ) {
    guard !amounts.isEmpty else { return }
    parties.append(MoneyMatrix.Party(kind: kind, label: label, received: nil, paid: nil))
    for (payee, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      payments.append(
        MoneyMatrix.Payment(
          payer: parties.count - 1, payee: payee, amount: amount, witness: .payee, payeeSays: nil))
    }
  }

  /// Adds the kinds of places that organisations pay, each once for all of them.
  private mutating func addPlaces() {
    var labels: [String: Text] = [:]
    for target in organisations.flatMap(\.targets) where target.amount > 0 {
      let known = labels[target.id]
      // Where organisations call a place by names of their own, only its identifier is all of theirs.
      labels[target.id] =
        known == nil || known == target.label
        ? target.label
        : Text(verbatim: target.id)
    }
    var places: [String: Int] = [:]
    for (id, label) in labels.sorted(by: { $0.key < $1.key }) {
      places[id] = parties.count
      parties.append(MoneyMatrix.Party(kind: .place, label: label, received: nil, paid: nil))
    }
    for (payer, organisation) in organisations.enumerated() {
      for target in organisation.targets where target.amount > 0 {
        guard let place = places[target.id] else { continue }
        payments.append(
          MoneyMatrix.Payment(
            payer: payer, payee: place, amount: target.amount, witness: .payer, payeeSays: nil))
      }
    }
  }
}
