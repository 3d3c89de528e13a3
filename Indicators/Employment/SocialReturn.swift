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
  }

  /// What counts for a contract, in the project's currency.
  struct Amounts {
    var work = 0.0
    var bonuses = 0.0
    var invoices = 0.0
    var activities = 0.0
    /// All together.
    var total: Double { work + bonuses + invoices + activities }
  }

  /// A tariff that is needed and not there.
  struct Missing: Error {
    /// The identifier of the parameter.
    let parameter: String
  }

  let terms: Terms
  /// The day up to which is counted.
  let last: Day

  /// Counts placements and efforts of one contract from its start on.
  func amounts(
    placements: Rows<Placement>, efforts: Rows<SocialEffort>
  ) throws(Missing) -> Amounts {
    var amounts = Amounts()
    for placement in placements where placement.start <= last {
      let years = Self.years(from: placement.start, to: min(placement.end ?? last, last))
      guard let tariff = terms.tariff(of: placement.group) else {
        throw missing(placement.group.tariffs.first ?? placement.group.rawValue)
      }
      amounts.work += tariff.value * placement.hoursPerWeek / terms.fullTimeHours * years
      if placement.isPermanent == true { amounts.bonuses += try value("permanent_contract") }
      if placement.isOver50 == true { amounts.bonuses += try value("aged_50_or_over") * years }
    }
    for effort in efforts where effort.date <= last {
      amounts.invoices += effort.invoice ?? 0
      if let hours = effort.hours, hours > 0 {
        amounts.activities += try value("social_activity") * hours
      }
    }
    return amounts
  }

  /// The years between two days, both counted; whole months count as twelfths.
  ///
  /// A stretch of whole calendar months is its months over twelve, so that each full year is one.
  static func years(from first: Day, to last: Day) -> Double {
    guard first <= last else { return 0 }
    if let period = Period(first: first, last: last) { return Double(period.months) / 12 }
    return Double(last.ordinal - first.ordinal + 1) / 365.25
  }

  private func value(_ name: String) throws(Missing) -> Double {
    guard let tariff = terms.tariffs[name] else { throw missing(name) }
    return tariff.value
  }

  private func missing(_ name: String) -> Missing {
    Missing(parameter: "social_return.\(terms.region.rawValue).\(name)")
  }
}
