import IndicatorKit
import MoneyFlow

/// The measures of what could be: scenarios, and neighbours from whom one could buy.
struct ScenarioMeasures {
  let money: LocalMoney
  let rows: Rows<WhatIfRow>

  /// A scenario that was reckoned.
  private struct Scenario {
    let name: String
    let result: WhatIf
  }

  /// The scenarios of the table `what_if`.
  ///
  /// - Parameter refusal: why there is no multiplier to compare with.
  func whatIf(refusal: Text?) -> Measure {
    let card = MultiplierIndicator.whatIf
    guard !rows.isEmpty else { return card.notMeasurable(Refusals.noScenarios) }
    if let refusal { return card.notMeasurable(refusal) }
    guard money.showsSuppliers else { return card.notMeasurable(Refusals.fewPeople) }
    guard let before = money.multiplier else { return card.notMeasurable(Refusals.income) }
    var scenarios: [Scenario] = []
    var refused: [Text] = []
    let named = rows.grouped(by: \.scenario.description).sorted { $0.key < $1.key }
    for (name, rows) in named {
      do {
        scenarios.append(Scenario(name: name, result: try reckon(rows, from: before)))
      } catch {
        refused.append(Self.text(error, scenario: name))
      }
    }
    guard let best = scenarios.max(by: { $0.result.after.value < $1.result.after.value }) else {
      return card.notMeasurable(refused.first ?? Refusals.noScenarios)
    }
    let measure = self.measure(card, best: best, scenarios)
    return refused.reduce(measure) { $0.noting($1) }
  }

  private func measure(_ card: MeasureCard, best: Scenario, _ scenarios: [Scenario]) -> Measure {
    let before = best.result.before
    func amount(_ id: String, _ label: Text, _ value: Double) -> NamedNumber {
      NamedNumber(id, label, value, unit: .money)
    }
    let measure = card.computed(
      best.result.after.value,
      inputs: [
        NamedNumber(
          "lm3", Text("LM3 as it is", nl: "LM3 zoals die is"), before.value, unit: .ratio),
        amount("r1", Text("R1: income", nl: "R1: inkomsten"), before.income),
        amount(
          "moved", Text("Bought nearby instead", nl: "Nabij in plaats van elders gekocht"),
          best.result.movedAmount),
        amount(
          "kept", Text("Kept in rounds two and three", nl: "Behouden in ronde twee en drie"),
          best.result.keptAmount),
      ],
      rule: Text(
        "LM3 as it is + kept ÷ R1, of the scenario “\(best.name)”",
        nl: "LM3 zoals die is + behouden ÷ R1, van het scenario ‘\(best.name)’"),
      from: .combined([
        money.origin,
        .selection(rows.selection(columns: ["scenario", "category", "share", "respending"])),
      ]))
    let reckoned = measure.reckoned(.sum(["lm3", .quotient("kept", "r1")]))
    let range = best.result.range
    // Where the scenario has no margins there is no range to show.
    let ranged = range.lowerBound < range.upperBound ? reckoned.ranging(range) : reckoned
    return
      ranged
      .broken(
        down: breakdown(
          "scenarios", Text("LM3 by scenario", nl: "LM3 per scenario"), .ratio, scenarios
        ) { $0.after.value }
      )
      .broken(
        down: breakdown(
          "kept", Text("Money kept, by scenario", nl: "Behouden geld per scenario"), .money,
          scenarios
        ) { $0.keptAmount }
      )
      .noting(assumption).noting(MultiplierNotes(money).boundary)
  }

  private func breakdown(
    _ id: String, _ label: Text, _ unit: Unit, _ scenarios: [Scenario],
    _ value: (WhatIf) -> Double
  ) -> Breakdown {
    Breakdown(
      id: id, label: label, unit: unit,
      entries: scenarios.map {
        .init(id: $0.name, label: Text(verbatim: $0.name), value: value($0.result))
      })
  }

  private var assumption: Text {
    Text(
      "Classic variant over \(money.project.period); prices and quality are taken to stay as they "
        + "are, and neighbours to be able to supply what moves.",
      nl:
        "Klassieke variant over \(money.project.period); prijzen en kwaliteit blijven naar aanname "
        + "gelijk, en buurtgenoten kunnen leveren wat verschuift.")
  }

  private func reckon(
    _ rows: Rows<WhatIfRow>, from before: LocalMultiplier
  ) throws(WhatIf.Refusal) -> WhatIf {
    // By identifier, so that the order of rows changes no last digit.
    let changes = rows.sorted { $0.id < $1.id }.flatMap { row in
      targets(of: row).map { target in
        WhatIf.Change(target, share: row.share, respending: respending(row, target))
      }
    }
    // A row that names what nobody knows must not be left out of its scenario in silence.
    guard rows.allSatisfy({ !targets(of: $0).isEmpty }) else {
      throw .nothingElsewhere(change: 0)
    }
    return try WhatIf(changes, of: money.suppliers.purchasesElsewhere, from: before)
  }

  private func targets(of row: WhatIfRow) -> [WhatIf.Target] {
    guard let what = row.category else { return [.everything] }
    let accounts = money.spending.accounts.filter {
      $0.id == what || $0.id.hasSuffix(" " + what) || $0.name == what
    }
    let bought = Set(money.suppliers.purchasesElsewhere.map(\.category))
    let categories = accounts.map(\.id).filter { bought.contains($0) }
    if !categories.isEmpty { return categories.map { .category($0) } }
    let suppliers = Set(money.suppliers.purchasesElsewhere.compactMap(\.supplier))
    return money.register.positions(named: what).filter { suppliers.contains($0) }
      .map { .supplier($0) }
  }

  private func respending(_ row: WhatIfRow, _ target: WhatIf.Target) -> ReSpending {
    if let share = row.respending {
      let low = share.low ?? share.value
      let high = share.high ?? share.value
      return ReSpending(share.value, in: low...high, .assumed) ?? .absent
    }
    switch target {
    case .category(let category):
      return money.respending.respending(ofNewSupplierIn: category)
    case .everything, .supplier: return money.respending.respending(ofNewSupplierIn: nil)
    }
  }

  private static func text(_ refusal: WhatIf.Refusal, scenario: String) -> Text {
    switch refusal {
    case .nothingElsewhere:
      Text(
        "the scenario “\(scenario)” names something that is not bought elsewhere",
        nl: "het scenario ‘\(scenario)’ noemt iets dat niet elders wordt gekocht")
    case .movesMoreThanAll(let category):
      Text(
        "the scenario “\(scenario)” moves more than all of \(category)",
        nl: "het scenario ‘\(scenario)’ verschuift meer dan alles van \(category)")
    case .unusableNumber:
      Text(
        "the scenario “\(scenario)” holds a number that cannot be",
        nl: "het scenario ‘\(scenario)’ bevat een getal dat niet kan")
    }
  }

  /// What is bought elsewhere although somebody nearby sells it.
  var crossPollination: Measure {
    let card = MultiplierIndicator.crossPollination
    guard !money.sellers.isEmpty else { return card.notMeasurable(Refusals.noSellers) }
    guard money.showsSuppliers else { return card.notMeasurable(Refusals.fewPeople) }
    let leaks = money.suppliers.leaks.map { leak in
      let account = money.spending.accounts[leak.account]
      return CrossPollination.Leak(
        category: account.id, name: account.name, amount: leak.amount)
    }
    let found = CrossPollination(leaks, sellers: money.sellers)
    let measure = card.computed(
      found.amount, inputs: [],
      rule: Text(
        "what suppliers elsewhere are paid in categories that a party nearby sells",
        nl: "wat leveranciers elders krijgen in kostensoorten die een partij nabij verkoopt"),
      from: money.origin)
    guard !found.matches.isEmpty else { return measure }
    return measure.ranking(
      Ranking(
        id: "categories",
        label: Text("Category, and who sells it", nl: "Kostensoort, en wie het verkoopt"),
        unit: .money,
        entries: found.matches.map { match in
          .init(
            id: match.leak.category, label: Self.label(match), value: match.leak.amount)
        }))
  }

  /// Sellers appear by the lead's own row identifiers, never by name.
  private static func label(_ match: CrossPollination.Match) -> Text {
    // A list of payments has categories without a number.
    let leak = [match.leak.category, match.leak.name].filter { !$0.isEmpty }
    return Text(
      verbatim: leak.joined(separator: " ") + ": " + match.sellers.joined(separator: ", "))
  }
}
