import IndicatorKit

/// Contracts as full-time equivalents over a period, by a norm of hours per week.
struct PaidWork {
  let period: Period
  let norm: ParameterValue

  /// The contract hours per week on average over the period.
  func hours(_ contracts: Rows<StaffMember>) -> Double {
    contracts.sum { contract in
      let days = period.overlappingDays(from: contract.start, to: contract.end)
      return contract.hoursPerWeek * Double(days) / Double(period.days)
    }
  }

  /// The full-time equivalents of contracts.
  func equivalents(_ contracts: Rows<StaffMember>) -> Double { hours(contracts) / norm.value }

  /// Measures all contracts in full-time equivalents, with the source of the norm.
  func all(_ card: MeasureCard, of contracts: Rows<StaffMember>) -> Measure {
    let measure = measure(card, of: contracts).noting(
      norm.sourceNote(Text("Full-time norm", nl: "Voltijdnorm")))
    return contracts.contains { $0.hoursPerWeek == 0 } ? measure.noting(Self.noHours) : measure
  }

  /// Measures contracts in full-time equivalents.
  ///
  /// - Parameters:
  ///   - card: the measure.
  ///   - contracts: the contracts that count.
  ///   - rest: the other contracts of the period, which follow from all less these.
  ///   - columns: what the contracts were chosen by.
  func measure(
    _ card: MeasureCard, of contracts: Rows<StaffMember>, beside rest: Rows<StaffMember> = .none,
    columns: [String] = []
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
    ).reckoned(.quotient("contract_hours", "full_time_hours"))
      .of(people: Self.people(told: contracts, beside: rest))
  }

  /// The fewest people that the work of some tells about: those some, or all the others.
  private static func people(
    told contracts: Rows<StaffMember>, beside rest: Rows<StaffMember>
  ) -> Int {
    SmallGroups.told(by: working(contracts), beside: working(rest))
  }

  /// The people with hours in their contracts, whose work a sum of hours is; all where nobody has.
  static func working(_ contracts: Rows<StaffMember>) -> Int {
    let working = Set(contracts.filter { $0.hoursPerWeek > 0 }.map(\.person)).count
    return working == 0 ? Set(contracts.map(\.person)).count : working
  }

  /// Measures the contracts with a target group, split by group.
  func targetGroups(_ card: MeasureCard, of contracts: Rows<StaffMember>) -> Measure {
    let known = contracts.filter { $0.targetGroup != nil }
    guard !known.isEmpty else { return card.notMeasurable(Self.noGroups) }
    func isInGroup(_ contract: StaffMember) -> Bool {
      contract.targetGroup.map { $0 != TargetGroup.none } ?? false
    }
    let inGroups = contracts.filter(isInGroup)
    let others = contracts.filter { !isInGroup($0) }
    let entries = TargetGroup.allCases.filter { $0 != TargetGroup.none }.compactMap { group in
      let rows = inGroups.filter { $0.targetGroup == group }
      return rows.isEmpty
        ? nil
        : Breakdown.Entry(
          id: group.rawValue, label: group.label, value: equivalents(rows),
          people: Self.working(rows))
    }
    let measure = measure(card, of: inGroups, beside: others, columns: ["target_group"]).broken(
      down: Breakdown(
        id: "target_group", label: Text("Target group", nl: "Doelgroep"), unit: .fullTimeEquivalent,
        entries: entries))
    let unknown = contracts.count - known.count
    return unknown == 0 ? measure : measure.noting(Self.unknownGroups(unknown, of: contracts.count))
  }

  /// Measures the contracts of people who live in the area; unknown homes are stated.
  func residents(
    _ card: MeasureCard, of contracts: Rows<StaffMember>, in area: PostcodeArea
  ) -> Measure {
    guard !area.isEmpty else { return card.notMeasurable(Self.noArea) }
    let known = contracts.filter { Home($0.postcode, in: area) != .unknown }
    guard !known.isEmpty else { return card.notMeasurable(Self.noHomes) }
    let local = known.filter { Home($0.postcode, in: area) == .inside }
    let others = contracts.filter { Home($0.postcode, in: area) != .inside }
    let measure = measure(card, of: local, beside: others, columns: ["postcode"])
    let unknown = contracts.count - known.count
    return unknown == 0 ? measure : measure.noting(Self.unknownHomes(unknown, of: contracts.count))
  }

  private static let noHours = Text(
    "Contracts without fixed hours (0 a week) add nothing to this figure: what is worked on call is not in it.",
    nl:
      "Contracten zonder vaste uren (0 per week) tellen hier voor niets: wat op oproep gewerkt is zit er niet in."
  )

  private static let noArea = Text(
    "the project names no postcodes of its neighbourhood: add them under where: postcodes",
    nl: "het project noemt geen postcodes van zijn buurt: zet ze onder where: postcodes")

  private static let noHomes = Text(
    "no contract in the table “staff” has a home postcode that shows whether it is in the neighbourhood",
    nl:
      "geen contract in de tabel ‘staff’ heeft een woonpostcode waaruit blijkt of die in de buurt ligt"
  )

  private static let noGroups = Text(
    "no contract in the table “staff” says whether the person is from a target group",
    nl: "bij geen contract in de tabel ‘staff’ staat of de persoon uit een doelgroep komt")

  private static func unknownGroups(_ unknown: Int, of all: Int) -> Text {
    Text(
      "Of \(unknown) of the \(all) contracts it is not known whether the person is from a target group; they are not in this figure.",
      nl:
        "Van \(unknown) van de \(all) contracten is niet bekend of de persoon uit een doelgroep komt; zij zitten niet in dit cijfer."
    )
  }

  private static func unknownHomes(_ unknown: Int, of all: Int) -> Text {
    Text(
      "Of \(unknown) of the \(all) contracts it is not known whether the person lives in the neighbourhood; they are not in this figure.",
      nl:
        "Van \(unknown) van de \(all) contracten is niet bekend of de persoon in de buurt woont; zij zitten niet in dit cijfer."
    )
  }
}

extension ParameterValue {
  /// Says where a value of the project’s own comes from, and where given how much it is; a value
  /// that a licence keeps from print is named only.
  func sourceNote(_ what: Text, amounting amount: Text? = nil) -> Text {
    let amount = isPrintable ? amount : nil
    return Text(
      "\(what.english)\(amount.map { " (\($0.english))" } ?? ""), with the source that the project gives: \(source).",
      nl:
        "\(what.dutch)\(amount.map { " (\($0.dutch))" } ?? ""), met de bron die het project noemt: \(source)."
    )
  }

  /// The value as a percentage of at most one decimal.
  var asPercentage: Text {
    Text(
      DecimalText.rounded(value * 100, decimals: 1, in: .english) + "%",
      nl: DecimalText.rounded(value * 100, decimals: 1, in: .dutch) + "%")
  }

  /// The value as an amount per hour.
  var asHourlyAmount: Text {
    Text(
      DecimalText.rounded(value, decimals: 2, in: .english) + " per hour",
      nl: DecimalText.rounded(value, decimals: 2, in: .dutch) + " per uur")
  }
}
