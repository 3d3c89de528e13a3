import IndicatorKit

/// How much say residents have in decisions.
struct DecisionMeasures {
  static let decisions = MeasureCard(
    "decisions", Text("Decisions with a say of residents", nl: "Besluiten met zeggenschap"),
    help: Text(
      "The number of decisions in the period, split by the rung of the Dutch participation ladder that was reached; rungs are never averaged.",
      nl:
        "Het aantal besluiten in de periode, verdeeld naar de bereikte trede van de participatieladder; treden worden nooit gemiddeld."
    ),
    kind: .count, direction: .neutral, aggregation: .sum)

  static let coDecision = MeasureCard(
    "co_decision_share", Text("Decided by residents", nl: "Door bewoners (mee)besloten"),
    help: Text(
      "Decisions on the rung co-deciding or self-management, out of all decisions.",
      nl: "Besluiten op de trede meebeslissen of zelfbeheer, van alle besluiten."),
    kind: .share, aggregation: .pooled)

  static let promisesKept = MeasureCard(
    "promises_kept", Text("Promised say that was given", nl: "Toegezegde zeggenschap waargemaakt"),
    help: Text(
      "Decisions that reached the promised rung or a higher one, out of the decisions for which a rung was promised; the others are in neither part.",
      nl:
        "Besluiten die de toegezegde of een hogere trede bereikten, van de besluiten waarvoor een trede was toegezegd; de andere tellen nergens mee."
    ),
    kind: .share, aggregation: .pooled)

  static let budget = MeasureCard(
    "resident_budget",
    Text("Money that residents decided on", nl: "Geld waarover bewoners besloten"),
    help: Text(
      "The budgets of the decisions on the rung co-deciding or self-management.",
      nl: "De budgetten van de besluiten op de trede meebeslissen of zelfbeheer."),
    kind: .sum, unit: .money, aggregation: .sum)

  static let cards = [decisions, coDecision, promisesKept, budget]

  let decisions: Rows<Decision>
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.decisions.attempt(count), Self.coDecision.attempt(share),
      Self.promisesKept.attempt(kept), Self.budget.attempt(sum),
    ]
  }

  private func count() throws(NotMeasurable) -> Measure {
    try requireRows()
    let entries = Rung.allCases.map { rung in
      Breakdown.Entry(
        id: rung.rawValue, label: rung.label,
        value: Double(decisions.count { $0.realised == rung }))
    }
    return Self.decisions.count(decisions).broken(
      down: Breakdown(
        id: "rung",
        label: Text("Rung of the participation ladder", nl: "Trede van de participatieladder"),
        unit: .count, entries: entries))
  }

  private func share() throws(NotMeasurable) -> Measure {
    try requireRows()
    return Self.coDecision.share(decisions.filter(\.realised.residentsDecide), of: decisions)
  }

  private func kept() throws(NotMeasurable) -> Measure {
    try requireRows()
    let promised = decisions.filter { $0.promised != nil }
    guard !promised.isEmpty else { throw Self.noPromise }
    let kept = promised.filter { decision in
      decision.promised.map { decision.realised >= $0 } ?? false
    }
    return Self.promisesKept.share(
      kept, of: promised, unknown: decisions.count - promised.count)
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
