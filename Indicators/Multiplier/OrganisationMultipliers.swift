import IndicatorKit
import MoneyFlow

/// LM3 of each organisation whose books are joined, by itself.
///
/// What it pays another of them is paid nearby, and what that one spends again is its own answer, else
/// what its own books show. Of wages the part that stays nearby is taken to be the same in each.
struct OrganisationMultipliers {
  let money: LocalMoney

  /// What readers must know beside it.
  static let note = Text(
    "Of each organisation by itself, what it pays the others counts as paid nearby, and what those "
      + "spend again is their own answer, else what their own books show; of wages the part that "
      + "stays nearby is taken to be the same in each.",
    nl: "Van elke organisatie apart telt wat ze de andere betaalt als nabij betaald, en wat die "
      + "weer besteden is hun eigen antwoord, anders wat hun eigen boeken tonen; van lonen blijft "
      + "naar aanname overal hetzelfde deel nabij.")

  /// The multipliers; absent where there is one organisation, or too little is known of each.
  var breakdown: Breakdown? {
    guard let joined = money.joined, money.showsSuppliers else { return nil }
    let entries = joined.organisations.indices.compactMap { position in
      multiplier(of: position, in: joined).map { rounds in
        Breakdown.Entry(
          id: "organisation_\(position + 1)",
          label: Text(verbatim: joined.organisations[position].name), value: rounds.value)
      }
    }
    guard !entries.isEmpty else { return nil }
    return Breakdown(
      id: "organisations",
      label: Text("LM3 of each organisation by itself", nl: "LM3 van elke organisatie apart"),
      unit: .ratio, entries: entries)
  }

  /// The rounds of one organisation, where as much is known of it as of all together.
  private func multiplier(of position: Int, in joined: JoinedBooks) -> LocalMultiplier? {
    let area = money.project.neighbourhood.area
    let parties = money.register.parties
    var recipients: [LocalMultiplier.Recipient] = []
    var (wages, total, unknown) = (0.0, 0.0, 0.0)
    for payment in joined.payments where payment.payer == position {
      let amount = Double(payment.amount) / 100
      total += amount
      if let payee = payment.payee {
        let share = payment.party.flatMap { money.respending.ownAnswer(of: $0) }
        recipients.append(
          .init(
            amount: amount,
            respending: share
              ?? joined.respending(of: payee, register: money.register, area: area) ?? .absent))
      } else if payment.side == .payroll {
        wages += amount
      } else if let party = payment.party, parties.indices.contains(party) {
        switch parties[party].locality(in: area) {
        case .local:
          recipients.append(
            .init(amount: amount, respending: money.respending.respending(of: party)))
        case .unknown: unknown += amount
        case .elsewhere: break
        }
      } else {
        unknown += amount
      }
    }
    if wages != 0, money.wages.total > 0 {
      unknown += wages * money.wages.unknown / money.wages.total
      recipients.append(
        .init(
          amount: wages * money.wages.local / money.wages.total, respending: money.respending.staff)
      )
    }
    guard total > 0, total - unknown >= CoverageLimits.knownPlace * total else { return nil }
    let income = Double(joined.organisations[position].spending.income) / 100
    let rounds = LocalMultiplier(income: income, local: recipients)
    return rounds.flatMap {
      CoverageLimits.refusal($0, tellsShares: true) == nil ? $0 : nil
    }
  }
}
