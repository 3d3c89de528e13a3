import IndicatorKit
import MoneyFlow

/// The measures of money that goes on going round.
struct RoundsMeasures {
  let money: LocalMoney

  /// All rounds, with the first eight one by one.
  ///
  /// - Parameter refusal: why there is no multiplier of three rounds either.
  func allRounds(refusal: Text?) -> Measure {
    let card = MultiplierIndicator.allRounds
    if let refusal { return card.notMeasurable(refusal) }
    guard money.wages.showsLocal else { return card.notMeasurable(Refusals.fewPeople) }
    guard let rounds = money.multiplier else { return card.notMeasurable(Refusals.income) }
    guard rounds.secondRound > 0 else { return card.notMeasurable(Refusals.nothingLocal) }
    let observed = rounds.paid(.surveyed) + rounds.paid(.observed)
    guard observed >= CoverageLimits.observedForAllRounds * rounds.secondRound else {
      return card.notMeasurable(Refusals.answers)
    }
    guard let kept = rounds.retention, let value = rounds.valueOfAllRounds else {
      return card.notMeasurable(Refusals.endless)
    }
    func amount(_ id: String, _ label: Text, _ value: Double) -> NamedNumber {
      NamedNumber(id, label, value, unit: .money)
    }
    let measure = card.computed(
      value,
      inputs: [
        amount("r1", Text("R1: income", nl: "R1: inkomsten"), rounds.income),
        amount("r2", Text("R2: paid nearby", nl: "R2: nabij betaald"), rounds.secondRound),
        amount(
          "r3", Text("R3: spent again nearby", nl: "R3: nabij weer besteed"), rounds.thirdRound),
        NamedNumber(
          "kept", Text("Kept in each later round", nl: "Vastgehouden in elke latere ronde"), kept,
          unit: .percent),
      ] + shorter(rounds),
      rule: Text(
        "(R1 + R2 + R3 ÷ (1 − kept)) ÷ R1, where kept is R3 ÷ R2 of those whose re-spending is known",
        nl: "(R1 + R2 + R3 ÷ (1 − vastgehouden)) ÷ R1, waarin vastgehouden R3 ÷ R2 is van wie de "
          + "herbesteding bekend is"), from: money.origin)
    let last = Reckoning.quotient("r3", .difference(.number(1), "kept"))
    return measure.reckoned(.quotient(.sum(["r1", "r2", last]), "r1"))
      .broken(down: breakdown(rounds, kept: kept)).noting(Self.later)
      .noting(MultiplierNotes(money).boundary).noting(typeNote)
      .noting(MultiplierNotes(money).basis)
  }

  /// The multiplier of fewer rounds, and that of suppliers alone (Miller and Blair, Input-Output
  /// Analysis, 2009, chapter 6: type I; with households inside it is type II).
  private func shorter(_ rounds: LocalMultiplier) -> [NamedNumber] {
    let counted = [2, 4, 5].compactMap { count in
      rounds.value(rounds: count).map {
        NamedNumber(
          "lm\(count)",
          Text(
            "LM\(count): the first \(count) rounds", nl: "LM\(count): de eerste \(count) ronden"),
          $0, unit: .ratio)
      }
    }
    let suppliers = LocalMultiplier(income: rounds.income, local: money.respending.suppliers)
    return counted
      + [suppliers?.valueOfAllRounds].compactMap(\.self).map {
        NamedNumber(
          "type_one", Text("Suppliers alone (type I)", nl: "Leveranciers alleen (type I)"), $0,
          unit: .ratio)
      }
  }

  private var typeNote: Text {
    Text(
      "Type II over \(money.project.period), as in the classic variant: what staff spend nearby "
        + "goes round as well.",
      nl: "Type II over \(money.project.period), als in de klassieke variant: ook wat medewerkers "
        + "nabij uitgeven gaat rond.")
  }

  private static let later = Text(
    "From the fourth round on nobody was asked; that each keeps as much as the third is an assumption.",
    nl:
      "Vanaf de vierde ronde is niemand gevraagd; dat elke evenveel vasthoudt als de derde is een "
      + "aanname.")

  private func breakdown(_ rounds: LocalMultiplier, kept: Double) -> Breakdown {
    var amounts = [rounds.income, rounds.secondRound]
    var later = rounds.thirdRound
    for _ in 3...8 {
      amounts.append(later)
      later *= kept
    }
    return Self.breakdown(amounts)
  }

  /// Rounds as steps: what is still there in each.
  static func breakdown(_ amounts: [Double]) -> Breakdown {
    Breakdown(
      id: "rounds", label: Text("Rounds", nl: "Ronden"), unit: .money,
      entries: amounts.enumerated().map { index, amount in
        .init(
          id: "r\(index + 1)", label: Text("Round \(index + 1)", nl: "Ronde \(index + 1)"),
          value: amount)
      }, picture: .rounds)
  }

  /// The share of money in loops among organisations whose books are joined.
  var inLoops: Measure {
    let card = MultiplierIndicator.inLoops
    guard let joined = money.joined else { return card.notMeasurable(Refusals.oneOrganisation) }
    // Less what suppliers are paid, all that is paid tells the wages.
    guard money.showsSuppliers else { return card.notMeasurable(Refusals.fewPeople) }
    do {
      let matrix = try joined.matrix(
        register: money.register, area: money.project.neighbourhood.area)
      let circulation = matrix.circulation
      return card.share(
        numerator: circulation.inLoops, denominator: circulation.paid, from: money.origin)
    } catch {
      return card.notMeasurable(error.reason)
    }
  }
}
