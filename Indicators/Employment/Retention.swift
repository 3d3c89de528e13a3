import IndicatorKit

/// Who still has a paid contract some months after the first day of the first one.
struct Retention {
  static let sixMonths = card(6, "retention_6_months")
  static let twelveMonths = card(12, "retention_12_months")

  static let cards = [sixMonths, twelveMonths]

  /// All contracts, whatever their period.
  let contracts: Rows<StaffMember>
  let period: Period

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [measure(Self.sixMonths, after: 6), measure(Self.twelveMonths, after: 12)]
  }

  private func measure(_ card: MeasureCard, after months: Int) -> Measure {
    let people = contracts.grouped(by: \.person)
    var (reached, stayed) = (0, 0)
    for person in people {
      guard let first = person.rows.map(\.start).min(),
        let mark = first.adding(months: months), period.contains(mark)
      else { continue }
      reached += 1
      if person.rows.contains(where: { row in
        row.start <= mark && (row.end.map { mark <= $0 } ?? true)
      }) {
        stayed += 1
      }
    }
    guard reached > 0 else { return card.notMeasurable(Self.nobody(months)) }
    guard SmallGroups.isShown(stayed), SmallGroups.isShown(reached - stayed) else {
      return card.notMeasurable(Self.tooFew)
    }
    return card.share(
      numerator: Double(stayed), denominator: Double(reached),
      from: .selection(contracts.selection(columns: ["person", "start", "end"]))
    ).of(people: reached)
  }

  private static func card(_ months: Int, _ id: String) -> MeasureCard {
    MeasureCard(
      id,
      Text("Still at work after \(months) months", nl: "Na \(months) maanden nog aan het werk"),
      help: Text(
        "People who had a paid contract \(months) months after the first day of their first one, out of all for whom that day lies in the period.",
        nl:
          "Mensen die \(months) maanden na de eerste dag van hun eerste contract een betaald contract hadden, van allen bij wie die dag in de periode valt."
      ),
      kind: .share, aggregation: .pooled, countsPeople: true)
  }

  private static let tooFew = Text(
    "fewer than five people stayed or left, and so few are not shown",
    nl: "minder dan vijf mensen bleven of vertrokken, en zo weinig worden niet getoond")

  private static func nobody(_ months: Int) -> Text {
    Text(
      "nobody was \(months) months from the first day of work within the period",
      nl: "niemand was binnen de periode \(months) maanden na de eerste werkdag")
  }
}

extension Day {
  /// The same day some months later, or the last day of that month where it is shorter.
  func adding(months: Int) -> Day? {
    let index = year * 12 + month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    return Day(year: year, month: month, day: min(day, Day.days(inMonth: month, of: year)))
  }
}
