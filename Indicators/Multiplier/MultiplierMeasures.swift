import IndicatorKit
import MoneyFlow

/// The measures of local money.
///
/// No sum of wages of fewer than five people may be derived from what is shown: it is joined with
/// what suppliers or the state receive.
struct MultiplierMeasures {
  let money: LocalMoney

  private let scenarios: Rows<WhatIfRow>

  init(_ money: LocalMoney, scenarios: Rows<WhatIfRow>) {
    self.money = money
    self.scenarios = scenarios
  }

  /// All measures but the forecast, which is the last of the card, in its order.
  var all: [Measure] {
    if money.baresPay {
      return MultiplierIndicator.card.measures.dropLast().map {
        $0.notMeasurable(Refusals.fewPeople)
      }
    }
    let rounds = RoundsMeasures(money: money)
    let could = ScenarioMeasures(money: money, rows: scenarios)
    return [multiplier, localSpendingShare, localWagesShare, leak, knownPlaceShare, answeredShare]
      + [
        rounds.allRounds(refusal: refusal), could.whatIf(refusal: refusal), could.crossPollination,
      ]
      + SupplierMeasures(money: money).all + [rounds.inLoops]
  }

  private var wages: Wages { money.wages }
  private var suppliers: SupplierMoney { money.suppliers }

  private var multiplier: Measure {
    let card = MultiplierIndicator.multiplier
    if let reason = refusal { return card.notMeasurable(reason) }
    guard let rounds = money.multiplier else { return card.notMeasurable(Refusals.income) }
    let measure = card.computed(
      rounds.value, inputs: inputs(rounds),
      rule: Text(
        "(R1 + R2 + R3) ÷ R1: income, what of it is paid nearby, what of that is spent there again",
        nl:
          "(R1 + R2 + R3) ÷ R1: inkomsten, wat daarvan nabij is betaald, wat daarvan daar weer is "
          + "besteed"), from: money.origin)
    let noted = MultiplierNotes(money).all.reduce(measure) { $0.noting($1) }
      .reckoned(.quotient(.sum(["r1", "r2", "r3"]), "r1"))
    // Freeing wages alone would tell their sum, so that all is freed where they are hidden.
    let freedom: LocalMultiplier.Freedom = wages.showsLocal ? .assumed : .all
    let shown = noted.ranging(rounds.range(freeing: freedom)).flowing(flows)
      .broken(
        down: RoundsMeasures.breakdown([rounds.income, rounds.secondRound, rounds.thirdRound]))
    guard let each = OrganisationMultipliers(money: money).breakdown else { return shown }
    return shown.broken(down: each).noting(OrganisationMultipliers.note)
  }

  /// Why there is no multiplier.
  private var refusal: Text? {
    if money.income <= 0 { return Refusals.income }
    if money.total <= 0 { return Refusals.spending }
    if money.local + money.leaving < CoverageLimits.knownPlace * money.total {
      return Refusals.places
    }
    return money.multiplier.flatMap {
      CoverageLimits.refusal($0, tellsShares: wages.showsLocal)
    }
  }

  private func inputs(_ rounds: LocalMultiplier) -> [NamedNumber] {
    func amount(_ id: String, _ label: Text, _ value: Double) -> NamedNumber {
      NamedNumber(id, label, value, unit: .money)
    }
    var numbers = [
      amount("r1", Text("R1: income", nl: "R1: inkomsten"), rounds.income),
      amount("r2", Text("R2: paid nearby", nl: "R2: nabij betaald"), rounds.secondRound),
      amount(
        "r3", Text("R3: spent again nearby", nl: "R3: nabij weer besteed"), rounds.thirdRound),
    ]
    guard wages.showsLocal else { return numbers }
    numbers += [
      amount(
        "local_staff", Text("of R2: net pay of staff nearby", nl: "van R2: nettoloon nabij"),
        wages.local),
      amount(
        "local_suppliers", Text("of R2: suppliers nearby", nl: "van R2: leveranciers nabij"),
        suppliers.local),
      amount(
        "r3_asked", Text("of R3: as answered", nl: "van R3: volgens antwoorden"),
        rounds.thirdRound(.surveyed)),
      amount(
        "r3_assumed", Text("of R3: as assumed", nl: "van R3: volgens aannames"),
        rounds.thirdRound(.assumed)),
      amount(
        "r2_unasked",
        Text("of R2: re-spending not known", nl: "van R2: herbesteding niet bekend"),
        rounds.paid(.absent)),
      NamedNumber(
        "lm3_asked",
        Text(
          "LM3 by answers and own books alone", nl: "LM3 volgens antwoorden en eigen boeken alleen"),
        rounds.value(counting: [.observed, .surveyed]), unit: .ratio),
    ]
    for (id, label, freedom) in Self.freedoms {
      let range = rounds.range(freeing: freedom)
      numbers.append(
        NamedNumber(
          id + "_low", Text("LM3 at least, \(label.english)", nl: "LM3 minstens, \(label.dutch)"),
          range.lowerBound, unit: .ratio))
      numbers.append(
        NamedNumber(
          id + "_high", Text("LM3 at most, \(label.english)", nl: "LM3 hoogstens, \(label.dutch)"),
          range.upperBound, unit: .ratio))
    }
    return numbers
  }

  /// Wider and wider ranges; the narrowest, with only assumed shares free, is the measure's own.
  private static let freedoms: [(String, Text, LocalMultiplier.Freedom)] = [
    ("lm3_answers_free", Text("answers free as well", nl: "ook antwoorden vrij"), .surveyed),
    ("lm3_all_free", Text("all of round three free", nl: "heel ronde drie vrij"), .all),
  ]

  private var localSpendingShare: Measure {
    let card = MultiplierIndicator.localSpendingShare
    guard money.local + money.leaving > 0 else { return card.notMeasurable(Refusals.spending) }
    return card.share(
      numerator: money.local, denominator: money.local + money.leaving, unknown: money.unknown,
      from: money.origin
    ).broken(down: bucket).noting(MultiplierNotes(money).boundary)
      .noting(MultiplierNotes(money).basis)
  }

  /// What stays and where the rest goes, as a bucket with its leaks.
  private var bucket: Breakdown {
    let stays = Breakdown.Entry(
      id: "stays", label: Text("Stays in the neighbourhood", nl: "Blijft in de buurt"),
      value: money.local)
    let leaks =
      wages.showsLeaving
      ? leakByDestination.entries
      : [Breakdown.Entry(id: "elsewhere", label: Labels.elsewhere, value: money.leaving)]
    let unknown = Breakdown.Entry(
      id: "place_unknown", label: Labels.unknown, value: money.unknown)
    return Breakdown(
      id: "bucket", label: Text("The leaky bucket", nl: "De lekkende emmer"), unit: .money,
      entries: [stays] + (leaks + [unknown]).filter { $0.value != 0 },
      picture: .bucket(keeping: "stays"))
  }

  private var localWagesShare: Measure {
    let card = MultiplierIndicator.localWagesShare
    let divided = wages.local + wages.leaving
    guard wages.total > 0 else { return card.notMeasurable(Refusals.wages) }
    guard divided > 0 else { return card.notMeasurable(Refusals.netPay) }
    guard wages.showsShares else { return card.notMeasurable(Refusals.fewPeople) }
    return card.share(
      numerator: wages.local, denominator: divided, unknown: wages.unknown, from: money.origin)
  }

  private var leak: Measure {
    let card = MultiplierIndicator.leak
    guard money.total > 0 else { return card.notMeasurable(Refusals.spending) }
    guard money.local != 0 || money.leaving != 0 else { return card.notMeasurable(Refusals.places) }
    guard wages.showsLeaving else {
      return card.computed(
        money.leaving, inputs: [], rule: Self.leakRule, from: money.origin
      ).noting(MultiplierNotes.joined)
    }
    let inputs = [
      NamedNumber(
        "suppliers_elsewhere", Labels.suppliersElsewhere, suppliers.elsewhere, unit: .money),
      NamedNumber("wages_elsewhere", leavingLabel, wages.leaving, unit: .money),
    ]
    return card.computed(
      money.leaving, inputs: inputs, rule: Self.leakRule, from: money.origin
    ).reckoned(.sum(["suppliers_elsewhere", "wages_elsewhere"])).broken(down: leakByCategory)
      .broken(down: leakByDestination).noting(
        MultiplierNotes(money).basis)
  }

  private static let leakRule = Text(
    "suppliers elsewhere + taxes, premiums and pension + net pay of staff who live elsewhere",
    nl: "leveranciers elders + belasting, premies en pensioen + nettoloon van wie elders woont")

  private var leakByCategory: Breakdown {
    var entries = suppliers.leaksByCategory.map { leak in
      Breakdown.Entry(id: leak.category.id, label: leak.category.label, value: leak.amount)
    }
    if wages.leaving != 0 {
      entries.append(.init(id: "wages", label: leavingLabel, value: wages.leaving))
    }
    return Breakdown(
      id: "category", label: Text("Cost category", nl: "Kostensoort"), unit: .money,
      entries: entries)
  }

  /// Where the bucket leaks: to whom, as far as the table `parties` and the books tell.
  private var leakByDestination: Breakdown {
    var entries = FlowAccount.Kind.allCases.compactMap { kind -> Breakdown.Entry? in
      guard let amount = suppliers.destinations[kind], amount != 0 else { return nil }
      return .init(id: kind.rawValue, label: Labels.destination(kind), value: amount)
    }
    if wages.showsElsewhere {
      entries.append(
        .init(id: "staff_elsewhere", label: Labels.staffElsewhere, value: wages.elsewhere))
      entries.append(
        .init(id: "state_and_pension", label: Labels.wageState, value: wages.stateAndPension ?? 0))
    } else if wages.leaving != 0 {
      entries.append(.init(id: "wages", label: leavingLabel, value: wages.leaving))
    }
    return Breakdown(
      id: "destination", label: Text("Where it leaks to", nl: "Waar het heen lekt"), unit: .money,
      entries: entries.filter { $0.value != 0 })
  }

  private var knownPlaceShare: Measure {
    let card = MultiplierIndicator.knownPlaceShare
    guard money.total > 0 else { return card.notMeasurable(Refusals.spending) }
    return card.share(
      numerator: money.local + money.leaving, denominator: money.total, from: money.origin)
  }

  private var answeredShare: Measure {
    let card = MultiplierIndicator.answeredShare
    guard let rounds = money.multiplier else { return card.notMeasurable(Refusals.income) }
    guard rounds.secondRound > 0 else { return card.notMeasurable(Refusals.nothingLocal) }
    guard wages.showsLocal else { return card.notMeasurable(Refusals.fewPeople) }
    return card.share(
      numerator: rounds.paid(.surveyed) + rounds.paid(.observed), denominator: rounds.secondRound,
      from: money.origin)
  }

  /// Where each euro of spending goes; only amounts above 0 flow.
  private var flows: [Flow] {
    var targets: [(id: String, label: Text, amount: Double, isNearby: Bool?)] = []
    if wages.showsLocal {
      targets.append(("local_staff", Labels.localStaff, wages.local, true))
      targets.append(("local_suppliers", Labels.localSuppliers, suppliers.local, true))
    } else {
      targets.append(("local", Labels.local, money.local, true))
    }
    if wages.showsLeaving {
      targets.append(
        ("suppliers_elsewhere", Labels.suppliersElsewhere, suppliers.elsewhere, false))
    } else {
      targets.append(("elsewhere", Labels.elsewhere, money.leaving, false))
    }
    if wages.showsElsewhere {
      targets.append(("staff_elsewhere", Labels.staffElsewhere, wages.elsewhere, false))
      targets.append(("state_and_pension", Labels.state, wages.stateAndPension ?? 0, false))
    } else if wages.showsLeaving {
      targets.append(("state_and_pension", leavingLabel, wages.leaving, false))
    }
    targets.append(("place_unknown", Labels.unknown, money.unknown, nil))
    return targets.filter { $0.amount > 0 }.map { target in
      Flow(
        from: "organisation", Text(verbatim: money.project.organisation), to: target.id,
        target.label, amount: target.amount, unit: .money, isNearby: target.isNearby)
    }
  }

  private var leavingLabel: Text {
    wages.elsewherePeople == 0 ? Labels.state : Labels.stateAndStaffElsewhere
  }
}
