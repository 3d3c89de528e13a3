import IndicatorKit
import MoneyFlow

/// How the organisation buys: nearby, from small firms, from social enterprises, from how many hands.
struct SupplierMeasures {
  let money: LocalMoney

  private var spending: AnchorSpending {
    AnchorSpending(
      money.suppliers.paid.sorted { $0.key < $1.key }.map { position, amount in
        let party = money.register.parties[position]
        return AnchorPurchase(
          amount: amount, locality: party.locality(in: money.project.neighbourhood.area),
          postcode: party.postcode, isSmall: money.said(of: position, \.isSmall),
          isSocial: money.said(of: position, \.isSocial))
      })
  }

  /// All of them, in the order of the card.
  var all: [Measure] {
    let cards = [
      MultiplierIndicator.localPurchases, MultiplierIndicator.smallFirms,
      MultiplierIndicator.socialEnterprises, MultiplierIndicator.effectiveOwners,
    ]
    guard money.showsSuppliers else {
      return cards.map { $0.notMeasurable(Refusals.fewPeople) }
    }
    let spending = spending
    return [
      local(spending), share(cards[1], spending.small, column: "is_small"),
      share(cards[2], spending.social, column: "is_social"), owners,
    ]
  }

  private func local(_ spending: AnchorSpending) -> Measure {
    let card = MultiplierIndicator.localPurchases
    let (near, far) = (money.suppliers.local, money.suppliers.elsewhere)
    guard near + far > 0 else { return card.notMeasurable(Refusals.purchases) }
    let measure = card.share(
      numerator: near, denominator: near + far, unknown: money.suppliers.unknown,
      from: money.origin
    ).noting(MultiplierNotes(money).boundary).noting(MultiplierNotes(money).basis)
    let placed = byPostcode(spending).map { measure.broken(down: $0) } ?? measure
    return byBasis.map { placed.broken(down: $0) } ?? placed
  }

  /// What was bought by the start of the postcode; where an owner lives is nobody's business.
  private func byPostcode(_ spending: AnchorSpending) -> Breakdown? {
    guard money.project.neighbourhood.basis != .owner else { return nil }
    return Breakdown(
      id: "postcode", label: Text("Bought by postcode", nl: "Ingekocht per postcode"),
      unit: .money,
      entries: spending.areas.map {
        .init(id: $0.postcode, label: Text(verbatim: $0.postcode), value: $0.amount)
      })
  }

  /// The share bought nearby by each place that suppliers have, as far as those are known.
  private var byBasis: Breakdown? {
    let area = money.project.neighbourhood.area
    let paid = money.suppliers.paid.sorted { $0.key < $1.key }
    let entries = LocalityBasis.allCases.compactMap { basis -> Breakdown.Entry? in
      var sums: [Locality: Double] = [:]
      for (position, amount) in paid {
        let place = money.register.parties[position].locality(in: area, by: basis)
        sums[place, default: 0] += amount
      }
      let (near, far) = (sums[.local] ?? 0, sums[.elsewhere] ?? 0)
      guard near >= 0, far >= 0, near + far > 0 else { return nil }
      let all = near + far + max(0, sums[.unknown] ?? 0)
      let known = DecimalText.rounded((near + far) / all * 100, decimals: 0, in: .english)
      return .init(
        id: basis.rawValue,
        label: Text(
          "\(basis.label.english), known of \(known) %",
          nl: "\(basis.label.dutch), bekend van \(known) %"),
        value: near / (near + far))
    }
    guard entries.count > 1, hasSeveralPlaces else { return nil }
    return Breakdown(
      id: "basis",
      label: Text(
        "Bought nearby, by which place of the supplier counts",
        nl: "Nabij ingekocht, naar welke plaats van de leverancier telt"), unit: .percent,
      entries: entries)
  }

  /// Whether some supplier is known to have more than the address in the books.
  private var hasSeveralPlaces: Bool {
    money.suppliers.paid.keys.contains { position in
      let party = money.register.parties[position]
      let places = LocalityBasis.allCases.map { party.place(by: $0) }
      return places.contains { !$0.isStandIn && ($0.postcode != nil || $0.isAbroad) }
        && Set(places.filter { $0.postcode != nil || $0.isAbroad }.map(\.postcode)).count > 1
    }
  }

  private func share(_ card: MeasureCard, _ part: PartlyKnown, column: String) -> Measure {
    guard part.known > 0 else {
      return card.notMeasurable(
        Text(
          "the column “\(column)” of the table “parties” is empty for all suppliers that were paid",
          nl: "de kolom ‘\(column)’ van de tabel ‘parties’ is leeg bij alle betaalde leveranciers"))
    }
    // Purchases without a supplier's name are of unknown size and kind as well.
    let all = money.suppliers.local + money.suppliers.elsewhere + money.suppliers.unknown
    return card.share(
      numerator: part.part, denominator: part.known, unknown: max(0, all - part.known),
      from: money.origin)
  }

  /// The funnel and the umbrella: the same purchases by owner and by payee, side by side.
  ///
  /// Payees nearby whose owners live elsewhere are the umbrella from which the money runs off
  /// (Ward and Lewis, Plugging the Leaks, nef, 2002).
  private var owners: Measure {
    let card = MultiplierIndicator.effectiveOwners
    let paid = money.suppliers.paid.sorted { $0.key < $1.key }.filter { $0.value > 0 }
    var byOwner: [OwnerChains.Hand: Double] = [:]
    for (position, amount) in paid {
      byOwner[money.owners.last(of: position), default: 0] += amount
    }
    let owners = byOwner.sorted { $0.key < $1.key }.map(\.value)
    guard let byPayee = Concentration(paid.map(\.value)), let byOwner = Concentration(owners)
    else { return card.notMeasurable(Refusals.purchases) }
    return card.computed(
      byOwner.effectiveNumber,
      inputs: numbers(byOwner, "", "owners", Text("by owner", nl: "per eigenaar"))
        + numbers(byPayee, "payees_", "payees", Text("by payee", nl: "per ontvanger")) + umbrella,
      rule: Text(
        "1 ÷ the sum of the squared shares of owners in what suppliers with a name were paid",
        nl:
          "1 ÷ de som van de gekwadrateerde aandelen van eigenaars in wat leveranciers met een naam "
          + "kregen"), from: money.origin)
  }

  private func numbers(
    _ concentration: Concentration, _ start: String, _ effective: String, _ by: Text
  ) -> [NamedNumber] {
    func number(_ id: String, _ label: Text, _ value: Double, _ unit: Unit) -> NamedNumber {
      NamedNumber(
        start + id, Text("\(label.english) \(by.english)", nl: "\(label.dutch) \(by.dutch)"), value,
        unit: unit)
    }
    return [
      number("hhi", Text("HHI", nl: "HHI"), concentration.herfindahlIndex, .ratio),
      NamedNumber(
        effective,
        Text("Effective number \(by.english)", nl: "Effectief aantal \(by.dutch)"),
        concentration.effectiveNumber, unit: .ratio),
      number(
        "top1", Text("Share of the largest", nl: "Aandeel van de grootste"),
        concentration.share(ofLargest: 1), .percent),
      number(
        "top5", Text("Share of the five largest", nl: "Aandeel van de vijf grootste"),
        concentration.share(ofLargest: 5), .percent),
      number("gini", Text("Gini", nl: "Gini"), concentration.gini, .ratio),
    ]
  }

  /// Payees nearby by where their owners live, as far as that is known.
  private var umbrella: [NamedNumber] {
    let area = money.project.neighbourhood.area
    var sums: [Locality: Double] = [:]
    for (position, amount) in money.suppliers.paid.sorted(by: { $0.key < $1.key }) {
      let party = money.register.parties[position]
      guard party.locality(in: area, by: .delivery) == .local else { continue }
      sums[party.locality(in: area, by: .owner), default: 0] += amount
    }
    guard sums[.local] != nil || sums[.elsewhere] != nil else { return [] }
    let labels: [(Locality, String, Text)] = [
      (
        .local, "owned_nearby",
        Text("Paid nearby to owners nearby", nl: "Nabij betaald, eigenaar nabij")
      ),
      (
        .elsewhere, "owned_elsewhere",
        Text("Paid nearby to owners elsewhere", nl: "Nabij betaald, eigenaar elders")
      ),
      (
        .unknown, "owner_unknown",
        Text("Paid nearby, owner’s home unknown", nl: "Nabij betaald, woonplaats eigenaar onbekend")
      ),
    ]
    return labels.map { NamedNumber($0.1, $0.2, sums[$0.0] ?? 0, unit: .money) }
  }
}
