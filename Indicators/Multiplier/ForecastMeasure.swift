import IndicatorKit
import MoneyFlow

/// The multiplier of a plan, which needs no books.
enum ForecastMeasure {
  /// Makes the measure of the table `planned_payments`.
  static func measure(_ rows: Rows<PlannedPaymentRow>, project: ProjectDescription) -> Measure {
    let card = MultiplierIndicator.forecast
    guard !rows.isEmpty else { return card.notMeasurable(Refusals.noPlan) }
    let budget = rows.sum(\.amount.value)
    let payments = rows.sorted { $0.id < $1.id }.map { row in
      PlannedPayment(
        amount: row.amount, localShare: row.localShare, respending: respending(row.respending))
    }
    guard !project.neighbourhood.area.isEmpty else { return card.notMeasurable(Refusals.noArea) }
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
      from: .selection(rows.selection(columns: ["amount", "local_share", "respending"]))
    ).ranging(forecast.range).broken(down: leaks(rows)).noting(note(project))
  }

  /// What leaves at once by category.
  private static func leaks(_ rows: Rows<PlannedPaymentRow>) -> Breakdown {
    Breakdown(
      id: "category",
      label: Text("Leaves at once, by category", nl: "Lekt meteen weg, per categorie"),
      unit: .money,
      entries: rows.grouped(by: \.category).sorted { $0.key < $1.key }.map { category, rows in
        .init(
          id: category, label: Text(verbatim: category),
          value: rows.sum { $0.amount.value * (1 - $0.localShare.value) })
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
      "Forecast, classic variant of three rounds; the plan says what counts as nearby, \(places.english).",
      nl: "Verwachting, klassieke variant met drie ronden; het plan zegt wat nabij is, "
        + "\(places.dutch).")
  }
}
