import IndicatorKit

/// How much say residents have in decisions.
struct DecisionMeasures {
  static let decisions = MeasureCard(
    "decisions", Text("Decisions with a say of residents", nl: "Besluiten met zeggenschap"),
    help: Text(
      "The number of decisions in the period, split by the rung that was reached, on each ladder that is used; rungs are never averaged.",
      nl:
        "Het aantal besluiten in de periode, verdeeld naar de bereikte trede, op elke ladder die is gebruikt; treden worden nooit gemiddeld."
    ),
    kind: .count, direction: .neutral, aggregation: .sum)

  static let coDecision = MeasureCard(
    "co_decision_share", Text("Decided by residents", nl: "Door bewoners (mee)besloten"),
    help: Text(
      "Decisions in which residents decided with others or alone, out of all decisions: co-deciding or self-management, IAP2 empower, Arnstein delegated power or citizen control.",
      nl:
        "Besluiten waarbij bewoners mee of zelf besloten, van alle besluiten: meebeslissen of zelfbeheer, IAP2 beslissen, Arnstein gedelegeerde macht of burgermacht."
    ),
    kind: .share, aggregation: .pooled)

  static let promisesKept = MeasureCard(
    "promises_kept", Text("Promised say that was given", nl: "Toegezegde zeggenschap waargemaakt"),
    help: Text(
      "Decisions that reached the promised rung or a higher one, out of the decisions for which a rung of the same ladder was promised; the others are in neither part. Split by whether the rung was lower, as promised or higher.",
      nl:
        "Besluiten die de toegezegde of een hogere trede bereikten, van de besluiten waarvoor een trede van dezelfde ladder was toegezegd; de andere tellen nergens mee. Verdeeld naar lager, zoals toegezegd en hoger."
    ),
    kind: .share, aggregation: .pooled)

  static let budget = MeasureCard(
    "resident_budget",
    Text("Money that residents decided on", nl: "Geld waarover bewoners besloten"),
    help: Text(
      "The budgets of the decisions in which residents decided with others or alone.",
      nl: "De budgetten van de besluiten waarbij bewoners mee of zelf besloten."),
    kind: .sum, unit: .money, aggregation: .sum)

  static let budgetShare = MeasureCard(
    "resident_budget_share",
    Text(
      "Share of money that residents decided on", nl: "Deel van het geld waarover bewoners besloten"
    ),
    help: Text(
      "The budgets of the decisions in which residents decided with others or alone, out of the budgets of all decisions of which the budget is known.",
      nl:
        "De budgetten van de besluiten waarbij bewoners mee of zelf besloten, van de budgetten van alle besluiten waarvan het budget bekend is."
    ),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let cards = [decisions, coDecision, promisesKept, budget, budgetShare]

  let decisions: Rows<Decision>
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.decisions.attempt(count), Self.coDecision.attempt(share),
      Self.promisesKept.attempt(kept), Self.budget.attempt(sum),
      Self.budgetShare.attempt(shareOfMoney),
    ]
  }

  private func count() throws(NotMeasurable) -> Measure {
    try requireRows()
    let used = Ladder.allCases.filter { ladder in
      decisions.contains { $0.realised.ladder == ladder }
    }
    return used.reduce(Self.decisions.count(decisions)) { $0.broken(down: split(by: $1)) }
  }

  /// The decisions on one ladder by rung, empty rungs too.
  private func split(by ladder: Ladder) -> Breakdown {
    let entries = Rung.allCases.filter { $0.ladder == ladder }.map { rung in
      Breakdown.Entry(
        id: rung.rawValue, label: rung.label,
        value: Double(decisions.count { $0.realised == rung }))
    }
    return Breakdown(
      id: ladder == .dutch ? "rung" : "\(ladder.rawValue)_rung", label: ladder.label, unit: .count,
      entries: entries)
  }

  private func share() throws(NotMeasurable) -> Measure {
    try requireRows()
    return Self.coDecision.share(decisions.filter(\.realised.residentsDecide), of: decisions)
  }

  private func kept() throws(NotMeasurable) -> Measure {
    try requireRows()
    let promised = decisions.filter { $0.rise != nil }
    guard !promised.isEmpty else { throw Self.noPromise }
    let kept = promised.filter { ($0.rise ?? -1) >= 0 }
    let entries: [(String, Text, Int)] = [
      (
        "lower", Text("Lower than promised", nl: "Lager dan toegezegd"), promised.count - kept.count
      ),
      (
        "as_promised", Text("As promised", nl: "Zoals toegezegd"), promised.count { $0.rise == 0 }
      ),
      (
        "higher", Text("Higher than promised", nl: "Hoger dan toegezegd"),
        promised.count { ($0.rise ?? 0) > 0 }
      ),
    ]
    let measure = Self.promisesKept.share(
      kept, of: promised, unknown: decisions.count - promised.count
    ).broken(
      down: Breakdown(
        id: "against_promise",
        label: Text("Rung reached against the promise", nl: "Bereikte trede naast de toezegging"),
        unit: .count,
        entries: entries.map { Breakdown.Entry(id: $0.0, label: $0.1, value: Double($0.2)) }))
    let mixed = decisions.count { $0.promised != nil && $0.rise == nil }
    return mixed == 0 ? measure : measure.noting(Self.mixedLadders(mixed))
  }

  private func shareOfMoney() throws(NotMeasurable) -> Measure {
    try requireRows()
    let known = decisions.filter { $0.budget != nil }
    let ofResidents = known.filter(\.realised.residentsDecide)
    let (part, whole) = (ofResidents.sum { $0.budget ?? 0 }, known.sum { $0.budget ?? 0 })
    guard whole > 0 else { throw Self.noMoney }
    let measure = Self.budgetShare.share(
      numerator: part, denominator: whole,
      from: .selection(known.selection(columns: ["realised", "budget"])))
    let without = decisions.count - known.count
    return without == 0 ? measure : measure.noting(Self.withoutMoney(without, decisions.count))
  }

  private func sum() throws(NotMeasurable) -> Measure {
    try requireRows()
    let ofResidents = decisions.filter(\.realised.residentsDecide)
    let withBudget = ofResidents.filter { $0.budget != nil }
    guard !withBudget.isEmpty else { throw Self.noBudget }
    let amounts = withBudget.compactMap(\.budget).sorted()
    let measure = Measure(
      card: Self.budget,
      result: .measured(.sum(amounts.reduce(0, +), rows: withBudget.count)),
      origin: .selection(withBudget.selection(columns: ["realised", "budget"])))
    let without = ofResidents.count - withBudget.count
    return without == 0 ? measure : measure.noting(Self.withoutBudget(without, ofResidents.count))
  }

  private func requireRows() throws(NotMeasurable) {
    try missing.requireDecisions()
    if decisions.isEmpty { throw MissingTables.noRows(Decision.table.id) }
  }

  private static func mixedLadders(_ count: Int) -> Text {
    Text(
      "Decisions whose promised rung is of another ladder than the one reached, which are not compared: \(count).",
      nl:
        "Besluiten waarvan de toegezegde trede van een andere ladder is dan de bereikte, die niet vergeleken zijn: \(count)."
    )
  }

  private static func withoutMoney(_ count: Int, _ all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) decisions no budget is given; they were not about money, or it is not known.",
      nl:
        "Bij \(count) van de \(all) besluiten staat geen budget; zij gingen niet over geld, of het is niet bekend."
    )
  }

  private static let noMoney = NotMeasurable(
    Text(
      "no decision in the period says what budget it was about",
      nl: "bij geen besluit in de periode staat over welk budget het ging"))

  private static let noPromise = NotMeasurable(
    Text(
      "no decision in the period says which rung was promised",
      nl: "bij geen besluit in de periode staat welke trede was toegezegd"))

  private static func withoutBudget(_ count: Int, _ all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) decisions of residents the budget is not known; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) besluiten van bewoners is het budget niet bekend; die zitten niet in dit cijfer."
    )
  }

  private static let noBudget = NotMeasurable(
    Text(
      "no decision of residents in the period says what budget it was about",
      nl: "bij geen besluit van bewoners in de periode staat over welk budget het ging"))
}

extension Decision {
  /// How much higher the rung reached is than the one promised; `nil` without a promise on its
  /// ladder.
  var rise: Int? { promised.flatMap { realised.rise(from: $0) } }
}
