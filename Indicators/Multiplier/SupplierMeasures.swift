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
          postcode: party.postcode, isSmall: money.partyRows[position]?.isSmall,
          isSocial: money.partyRows[position]?.isSocial)
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
      from: money.origin)
    return measure.broken(
      down: Breakdown(
        id: "postcode", label: Text("Bought by postcode", nl: "Ingekocht per postcode"),
        unit: .money,
        entries: spending.areas.map {
          .init(id: $0.postcode, label: Text(verbatim: $0.postcode), value: $0.amount)
        })
    ).noting(MultiplierNotes(money).boundary).noting(MultiplierNotes(money).basis)
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

  /// The funnel and the umbrella: the same purchases by owner and by payee.
  private var owners: Measure {
    let card = MultiplierIndicator.effectiveOwners
    let paid = money.suppliers.paid.sorted { $0.key < $1.key }.filter { $0.value > 0 }
    var byOwner: [String: Double] = [:]
    for (position, amount) in paid {
      let owner = money.partyRows[position]?.owner
      byOwner[owner ?? "\u{1F}\(position)", default: 0] += amount
    }
    let owners = byOwner.sorted { $0.key < $1.key }.map(\.value)
    guard let byPayee = Concentration(paid.map(\.value)), let concentration = Concentration(owners)
    else { return card.notMeasurable(Refusals.purchases) }
    func number(_ id: String, _ label: Text, _ value: Double, _ unit: Unit) -> NamedNumber {
      NamedNumber(id, label, value, unit: unit)
    }
    return card.computed(
      concentration.effectiveNumber,
      inputs: [
        number(
          "hhi", Text("HHI by owner", nl: "HHI per eigenaar"), concentration.herfindahlIndex,
          .ratio),
        number(
          "payees", Text("Effective number of payees", nl: "Effectief aantal ontvangers"),
          byPayee.effectiveNumber, .ratio),
        number(
          "top5",
          Text("Share of the five largest owners", nl: "Aandeel van de vijf grootste eigenaars"),
          concentration.share(ofLargest: 5), .percent),
        number("gini", Text("Gini by owner", nl: "Gini per eigenaar"), concentration.gini, .ratio),
      ],
      rule: Text(
        "1 ÷ the sum of the squared shares of owners in what suppliers with a name were paid",
        nl:
          "1 ÷ de som van de gekwadrateerde aandelen van eigenaars in wat leveranciers met een naam "
          + "kregen"), from: money.origin)
  }
}
