import IndicatorKit
import MoneyFlow

/// The multiplier of a plan, which needs no books.
enum ForecastMeasure {
  /// Makes the measure of the planned rows of the table `payments`.
  ///
  /// The budget is what is planned to be received, else the sum of what is planned to be paid. A
  /// payment of which nobody knows where it goes adds nothing and widens the range.
  static func measure(
    _ rows: Rows<Payment>, parties: Rows<Party>, project: ProjectDescription
  ) -> Measure {
    let card = MultiplierIndicator.forecast
    let plan = Plan(rows, parties: parties, project: project)
    let rows = plan.payments
    guard !rows.isEmpty else { return card.notMeasurable(Refusals.noPlan) }
    guard !project.neighbourhood.area.isEmpty else { return card.notMeasurable(Refusals.noArea) }
    let unknown = rows.filter { plan.share(of: $0) == nil }.sum(\.amount.value)
    guard unknown * 2 <= rows.sum(\.amount.value) else {
      return card.notMeasurable(Refusals.noPlan)
    }
    let budget = plan.budget
    let payments = rows.sorted { $0.id < $1.id }.map { row in
      PlannedPayment(
        amount: row.amount, localShare: plan.share(of: row) ?? Plan.anyShare,
        respending: respending(row.respending))
    }
    guard let forecast = Forecast(budget: budget, payments: payments) else {
      return card.notMeasurable(Refusals.noPlan)
    }
    let rounds = forecast.multiplier
    func amount(_ id: String, _ label: Text, _ value: Double) -> NamedNumber {
      NamedNumber(id, label, value, unit: .money)
    }
    return card.computed(
      rounds.value,
      inputs: [
        amount("r1", Text("R1: budget", nl: "R1: begroting"), rounds.income),
        amount("r2", Text("R2: paid nearby", nl: "R2: nabij betaald"), rounds.secondRound),
        amount(
          "r3", Text("R3: spent again nearby", nl: "R3: nabij weer besteed"), rounds.thirdRound),
      ],
      rule: Text(
        "(R1 + R2 + R3) ÷ R1: the planned payments, what of them is paid nearby, what of that is "
          + "spent there again",
        nl: "(R1 + R2 + R3) ÷ R1: de geplande betalingen, wat daarvan nabij wordt betaald, wat "
          + "daarvan daar weer wordt besteed"),
      from: .selection(
        rows.selection(columns: ["payer", "payee", "party", "amount", "local_share", "respending"]))
    ).reckoned(.quotient(.sum(["r1", "r2", "r3"]), "r1")).ranging(forecast.range).broken(
      down: leaks(plan)
    ).noting(note(project))
  }

  /// What leaves at once by category.
  private static func leaks(_ plan: Plan) -> Breakdown {
    let known = plan.payments.filter { plan.share(of: $0) != nil }
    return Breakdown(
      id: "category",
      label: Text("Leaves at once, by category", nl: "Lekt meteen weg, per categorie"),
      unit: .money,
      entries: known.grouped { $0.category ?? "" }.sorted { $0.key < $1.key }.map { group in
        let label =
          group.key.isEmpty
          ? Text("Without a category", nl: "Zonder categorie") : Text(verbatim: group.key)
        return .init(
          id: group.key, label: label,
          value: group.rows.sum { $0.amount.value * (1 - (plan.share(of: $0)?.value ?? 0)) })
      })
  }

  private static func respending(_ share: Estimate?) -> ReSpending {
    guard let share else { return .absent }
    let (low, high) = (share.low ?? share.value, share.high ?? share.value)
    guard low <= high else { return .absent }
    return ReSpending(share.value, in: low...high, .assumed) ?? .absent
  }

  private static func note(_ project: ProjectDescription) -> Text {
    let places = Boundary(project.neighbourhood).places
    return Text(
      "Forecast over \(project.period), classic variant of three rounds; the plan says what counts "
        + "as nearby, \(places.english).",
      nl:
        "Verwachting over \(project.period), klassieke variant met drie ronden; het plan zegt wat "
        + "nabij is, \(places.dutch).")
  }
}

/// The planned rows of the table `payments`, by what they are.
private struct Plan {
  /// What is planned to be paid by the organisation itself.
  let payments: Rows<Payment>
  /// The first round.
  let budget: Double

  private let places: [RowID: Locality]

  init(_ rows: Rows<Payment>, parties: Rows<Party>, project: ProjectDescription) {
    func isOwn(_ name: String?) -> Bool {
      name.map { PartyName.isSame($0, project.organisation) } ?? false
    }
    let receipts = rows.filter { isOwn($0.payee) && !isOwn($0.payer) }
    payments = rows.filter { !isOwn($0.payee) && ($0.payer == nil || isOwn($0.payer)) }
    budget = receipts.isEmpty ? payments.sum(\.amount.value) : receipts.sum(\.amount.value)
    let area = project.neighbourhood.area
    places = Dictionary(
      parties.map { ($0.id, Locality(of: $0.postcode, in: area)) }
    ) { first, _ in first }
  }

  /// Nobody knows.
  static var anyShare: Estimate { Estimate(0, low: 0, high: 1, shape: .triangular) ?? Estimate(0) }

  /// The share that is paid nearby: of the row, else of the place of its party; absent where neither
  /// says it.
  func share(of row: Payment) -> Estimate? {
    if let share = row.localShare { return share }
    switch row.party.flatMap({ places[$0] }) {
    case .local: return Estimate(1)
    case .elsewhere: return Estimate(0)
    case .unknown, nil: return nil
    }
  }
}
