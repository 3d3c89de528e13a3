import IndicatorKit

/// What efforts count for under contracts with a social-return clause: tariffs, and no values.
///
/// Fulfilment = Σ tariff × hours ÷ full-time hours × years + bonuses + invoices + hours × tariff
/// (the building blocks of Dutch contracting bodies).
struct SocialReturn {
  /// The tariffs and hours that a contract is counted with.
  struct Terms {
    let region: TariffRegion
    let fullTimeHours: Double
    /// The tariffs in force, by their name in the table.
    let tariffs: [String: ParameterValue]

    /// The tariff of a group, by the first name that the table has.
    func tariff(of group: TariffGroup) -> ParameterValue? {
      group.tariffs.lazy.compactMap { tariffs[$0] }.first
    }

    /// The most years for which a placement of a group counts; `nil` where the table has no limit.
    func mostYears(of group: TariffGroup) -> Double? {
      group.tariffs.lazy.compactMap { tariffs[$0 + SocialReturn.limit]?.value }.first
    }
  }

  /// What counts for a contract, in the project's currency.
  struct Amounts {
    var work = 0.0
    var bonuses = 0.0
    var invoices = 0.0
    var activities = 0.0
    /// All together.
    var total: Double { work + bonuses + invoices + activities }

    /// Adds what counts for another contract.
    mutating func add(_ other: Amounts) {
      work += other.work
      bonuses += other.bonuses
      invoices += other.invoices
      activities += other.activities
    }
  }

  /// A tariff that is needed and not there.
  struct Missing: Error {
    /// The identifier of the parameter.
    let parameter: String
  }

  /// What follows the name of a tariff in the name of its limit.
  static let limit = "_most_years"

  let terms: Terms
  /// The day up to which is counted.
  let last: Day

  /// Counts placements and efforts of one contract from its start on.
  ///
  /// The order of the rows changes neither the last digit nor which missing tariff is named.
  func amounts(
    placements: Rows<Placement>, efforts: Rows<SocialEffort>
  ) throws(Missing) -> Amounts {
    let placements = placements.filter { $0.start <= last }
    let efforts = efforts.filter { $0.date <= last }
    if let name = missing(placements, efforts) {
      throw Missing(parameter: "social_return.\(terms.region.rawValue).\(name)")
    }
    return Amounts(
      work: placements.sum { placement in
        let tariff = terms.tariff(of: placement.group)?.value ?? 0
        let most = terms.mostYears(of: placement.group) ?? .infinity
        return tariff * placement.hoursPerWeek / terms.fullTimeHours
          * min(most, years(placement))
      },
      bonuses: placements.sum { placement in
        (placement.isPermanent == true ? value("permanent_contract") : 0)
          + (placement.isOver50 == true ? value("aged_50_or_over") * years(placement) : 0)
          + (placement.isStatusHolder == true ? value("status_holder_or_language") : 0)
      },
      invoices: efforts.sum { $0.invoice ?? 0 },
      activities: efforts.sum { ($0.hours ?? 0) * value("social_activity") })
  }

  /// A tariff that is needed and not in force: of a group before others, then by the alphabet.
  private func missing(_ placements: Rows<Placement>, _ efforts: Rows<SocialEffort>) -> String? {
    let groups = placements.filter { terms.tariff(of: $0.group) == nil }.compactMap {
      $0.group.tariffs.first
    }
    var others: [String] = []
    if placements.contains(where: { $0.isPermanent == true }) {
      others.append("permanent_contract")
    }
    if placements.contains(where: { $0.isOver50 == true }) { others.append("aged_50_or_over") }
    if placements.contains(where: { $0.isStatusHolder == true }) {
      others.append("status_holder_or_language")
    }
    if efforts.contains(where: { ($0.hours ?? 0) > 0 }) { others.append("social_activity") }
    return groups.min() ?? others.filter { terms.tariffs[$0] == nil }.min()
  }

  /// The tariff of a name that `missing` has looked for.
  private func value(_ name: String) -> Double { terms.tariffs[name]?.value ?? 0 }

  private func years(_ placement: Placement) -> Double {
    Self.years(from: placement.start, to: min(placement.end ?? last, last))
  }

  /// The years between two days, both counted; whole months count as twelfths.
  ///
  /// A stretch of whole calendar months is its months over twelve, so that each full year is one.
  static func years(from first: Day, to last: Day) -> Double {
    guard first <= last else { return 0 }
    if let period = Period(first: first, last: last) { return Double(period.months) / 12 }
    return Double(last.ordinal - first.ordinal + 1) / 365.25
  }
}
