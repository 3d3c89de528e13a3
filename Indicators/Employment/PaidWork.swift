import IndicatorKit

/// Contracts as full-time equivalents over a period, by a norm of hours per week.
struct PaidWork {
  let period: Period
  let norm: ParameterValue

  /// The contract hours per week on average over the period.
  ///
  /// The contracts are added in the order of their identifiers, so that the order of rows in the
  /// file cannot change the last digit.
  func hours(_ contracts: Rows<StaffMember>) -> Double {
    contracts.sorted { $0.id < $1.id }.reduce(0) { sum, contract in
      let days = period.overlappingDays(from: contract.start, to: contract.end)
      return sum + contract.hoursPerWeek * Double(days) / Double(period.days)
    }
  }

  /// The full-time equivalents of contracts.
  func equivalents(_ contracts: Rows<StaffMember>) -> Double { hours(contracts) / norm.value }

  /// Measures contracts in full-time equivalents.
  func measure(
    _ card: MeasureCard, of contracts: Rows<StaffMember>, columns: [String] = []
  ) -> Measure {
    card.computed(
      equivalents(contracts),
      inputs: [
        NamedNumber(
          "contract_hours",
          Text(
            "Contract hours per week, average over the period",
            nl: "Contracturen per week, gemiddeld over de periode"), hours(contracts), unit: .hour),
        NamedNumber(
          "full_time_hours",
          Text("Hours per week of a full-time job", nl: "Uren per week van een voltijdbaan"),
          norm.value, unit: .hour),
      ],
      rule: Text(
        "contract hours per week ÷ hours of a full-time job",
        nl: "contracturen per week ÷ uren van een voltijdbaan"),
      from: .combined([
        .selection(
          contracts.selection(columns: ["start", "end", "hours_per_week"] + columns)), norm.origin,
      ])
    ).of(people: Set(contracts.map(\.person)).count)
  }

  /// Measures the contracts with a target group, split by group.
  func targetGroups(_ card: MeasureCard, of contracts: Rows<StaffMember>) -> Measure {
    let inGroups = contracts.filter { $0.targetGroup != .none }
    let entries = TargetGroup.allCases.filter { $0 != .none }.compactMap { group in
      let rows = inGroups.filter { $0.targetGroup == group }
      return rows.isEmpty
        ? nil
        : Breakdown.Entry(
          id: group.rawValue, label: group.label, value: equivalents(rows),
          people: Set(rows.map(\.person)).count)
    }
    return measure(card, of: inGroups, columns: ["target_group"]).broken(
      down: Breakdown(
        id: "target_group", label: Text("Target group", nl: "Doelgroep"), unit: .fullTimeEquivalent,
        entries: entries))
  }

  /// Measures the contracts of people who live in the area; unknown homes are stated.
  func residents(
    _ card: MeasureCard, of contracts: Rows<StaffMember>, in area: PostcodeArea
  ) -> Measure {
    guard !area.isEmpty else { return card.notMeasurable(Self.noArea) }
    let known = contracts.filter { Home($0.postcode, in: area) != .unknown }
    guard !known.isEmpty else { return card.notMeasurable(Self.noHomes) }
    let local = known.filter { Home($0.postcode, in: area) == .inside }
    let measure = measure(card, of: local, columns: ["postcode"])
    let unknown = contracts.count - known.count
    return unknown == 0 ? measure : measure.noting(Self.unknownHomes(unknown, of: contracts.count))
  }

  private static let noArea = Text(
    "the project names no postcodes of its neighbourhood: add them under where: postcodes",
    nl: "het project noemt geen postcodes van zijn buurt: zet ze onder where: postcodes")

  private static let noHomes = Text(
    "no contract in the table “staff” has a home postcode that shows whether it is in the neighbourhood",
    nl:
      "geen contract in de tabel ‘staff’ heeft een woonpostcode waaruit blijkt of die in de buurt ligt"
  )

  private static func unknownHomes(_ unknown: Int, of all: Int) -> Text {
    Text(
      "Of \(unknown) of the \(all) contracts it is not known whether the person lives in the neighbourhood; they are not in this figure.",
      nl:
        "Van \(unknown) van de \(all) contracten is niet bekend of de persoon in de buurt woont; zij zitten niet in dit cijfer."
    )
  }
}
