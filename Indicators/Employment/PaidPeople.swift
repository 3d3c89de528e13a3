import IndicatorKit

/// The people behind contracts: each counts once, however many contracts they had.
struct PaidPeople {
  let contracts: Rows<StaffMember>
  let period: Period

  /// How many people have a contract in the period.
  var count: Int { Set(contracts.map(\.person)).count }

  /// The people with a contract in the period.
  func headcount(_ card: MeasureCard) -> Measure {
    card.count(
      count, from: .selection(contracts.selection(columns: ["person", "start", "end"]))
    ).of(people: count)
  }

  /// The months under contract of all people together.
  func months(_ card: MeasureCard) -> Measure {
    let days = contracts.grouped(by: \.person).reduce(0) { sum, group in
      sum + CoveredDays.count(group.rows.map { ($0.start, $0.end) }, in: period)
    }
    let months = Double(days) / Double(period.days) * Double(period.months)
    return Measure(
      card: card, result: .measured(.sum(months, rows: contracts.count)),
      origin: .selection(contracts.selection(columns: ["person", "start", "end"])), people: count)
  }
}
