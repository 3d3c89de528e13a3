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
      "Decisions in which residents decided with others or alone, out of all decisions of which that is known: co-deciding or self-management, IAP2 empower, Arnstein delegated power or citizen control, or a rung of the own ladder on which residents decide. Split by the share at or above each rung.",
      nl:
        "Besluiten waarbij bewoners mee of zelf besloten, van alle besluiten waarvan dat bekend is: meebeslissen of zelfbeheer, IAP2 beslissen, Arnstein gedelegeerde macht of burgermacht, of een trede van de eigen ladder waarop bewoners beslissen. Verdeeld naar het aandeel op of boven elke trede."
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
      "The budgets of the decisions in which residents decided with others or alone, out of the budgets of all decisions of which the budget is known. Split by the share of that money at or above each rung.",
      nl:
        "De budgetten van de besluiten waarbij bewoners mee of zelf besloten, van de budgetten van alle besluiten waarvan het budget bekend is. Verdeeld naar het deel van dat geld op of boven elke trede."
    ),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let cards = [decisions, coDecision, promisesKept, budget, budgetShare]

  let decisions: Rows<Decision>
  let ladder: OwnLadder
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
    let measure = usedLadders.reduce(Self.decisions.count(decisions)) {
      $0.broken(down: split(by: $1))
    }
    return ladder.doubled.isEmpty ? measure : measure.noting(Self.doubled(ladder.doubled))
  }

  private var usedLadders: [Ladder] {
    Ladder.allCases.filter { ladder in decisions.contains { $0.realised.ladder == ladder } }
  }

  private func rungs(of ladder: Ladder) -> [Rung] {
    self.ladder.rungs(of: ladder, used: Set(decisions.map(\.realised)))
  }

  /// The decisions on one ladder by rung, empty rungs too.
  private func split(by ladder: Ladder) -> Breakdown {
    let entries = rungs(of: ladder).map { rung in
      Breakdown.Entry(
        id: rung.rawValue, label: self.ladder.label(of: rung),
        value: Double(decisions.count { $0.realised == rung }))
    }
    return Breakdown(
      id: ladder == .dutch ? "rung" : "\(ladder.rawValue)_rung",
      label: self.ladder.label(of: ladder), unit: .count, entries: entries)
  }

  /// The share of decisions on one ladder that reached each rung or a higher one, in what they
  /// count for; `nil` where that is nothing.
  private func atLeast(
    on ladder: Ladder, _ rows: Rows<Decision>, _ weight: (Decision) -> Double
  ) -> Breakdown? {
    let rows = rows.filter { $0.realised.ladder == ladder }
    let whole = rows.sum(weight)
    guard whole > 0 else { return nil }
    let entries = rungs(of: ladder).map { rung in
      Breakdown.Entry(
        id: rung.rawValue, label: self.ladder.label(of: rung),
        value: rows.filter { $0.realised.height >= rung.height }.sum(weight) / whole)
    }
    let name = self.ladder.label(of: ladder)
    return Breakdown(
      id: "at_least_\(ladder.rawValue)",
      label: Text("\(name.english), or higher", nl: "\(name.dutch), of hoger"), unit: .percent,
      entries: entries)
  }

  private func isOfResidents(_ decision: Decision) -> Bool? {
    ladder.residentsDecide(on: decision.realised)
  }

  private func share() throws(NotMeasurable) -> Measure {
    try requireRows()
    let known = decisions.filter { isOfResidents($0) != nil }
    guard !known.isEmpty else { throw Self.ladderUnknown }
    let measure = Self.coDecision.share(
      known.filter { isOfResidents($0) == true }, of: known, unknown: decisions.count - known.count)
    return usedLadders.compactMap { atLeast(on: $0, decisions) { _ in 1 } }
      .reduce(measure) { $0.broken(down: $1) }
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
    let known = decisions.filter { $0.budget != nil && isOfResidents($0) != nil }
    let ofResidents = known.filter { isOfResidents($0) == true }
    let (part, whole) = (ofResidents.sum { $0.budget ?? 0 }, known.sum { $0.budget ?? 0 })
    guard whole > 0 else { throw Self.noMoney }
    let measure = Self.budgetShare.share(
      numerator: part, denominator: whole,
      from: .selection(known.selection(columns: ["realised", "budget"])))
    let broken = usedLadders.compactMap { atLeast(on: $0, known) { $0.budget ?? 0 } }
      .reduce(measure) { $0.broken(down: $1) }
    let without = decisions.count { $0.budget == nil }
    return without == 0 ? broken : broken.noting(Self.withoutMoney(without, decisions.count))
  }

  private func sum() throws(NotMeasurable) -> Measure {
    try requireRows()
    let ofResidents = decisions.filter { isOfResidents($0) == true }
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

  private static func doubled(_ rungs: [Int]) -> Text {
    let list = rungs.map(String.init).joined(separator: ", ")
    return Text(
      "Rungs that stand in the table “own_ladder” twice, which is read as not at all: \(list).",
      nl: "Treden die twee keer in de tabel ‘own_ladder’ staan, wat als niet geldt: \(list).")
  }

  private static let ladderUnknown = NotMeasurable(
    Text(
      "the table “own_ladder” does not say on which of these rungs residents decide",
      nl: "de tabel ‘own_ladder’ zegt niet op welke van deze treden bewoners beslissen"))

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
