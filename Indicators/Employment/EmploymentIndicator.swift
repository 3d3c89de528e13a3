import IndicatorKit

/// Paid work: how many people, how much work, for whom, and what a full-time year of it costs.
public struct EmploymentIndicator: Indicator {
  /// What it reads and measures.
  public static let card = IndicatorCard(
    id: "employment",
    title: Text("Employment", nl: "Werkgelegenheid"),
    summary: Text(
      "How many people have paid work in the project, how much of it, how much of that goes to people from target groups and to residents, what it costs, and what is done under clauses of social return.",
      nl:
        "Hoeveel mensen betaald werk hebben in het project, hoeveel werk dat is, hoeveel daarvan bij doelgroepen en buurtbewoners terechtkomt, wat het kost, en wat er aan social return is gedaan."
    ),
    tables: [
      StaffMember.self, AnchorHiring.self, TailoredWork.self, SocialReturnContract.self,
      Placement.self, SocialEffort.self, SocialContribution.self,
    ],
    core: .ledger,
    measures: [
      headcount, personMonths, fullTimeEquivalents, targetGroups, residents, costPerFullTimeYear,
    ] + JobCost.cards + [apprentices, WageLevel.share] + Retention.cards + LocalHiring.cards
      + TailoredWorkPremiums.cards + SocialReturnMeasures.cards + SocialLadder.cards,
    parameters: [fullTimeHours] + JobCost.parameters + WageLevel.parameters
      + TailoredWorkPremiums.parameters + SocialReturnMeasures.parameters
      + SocialLadder.parameters,
    references: [
      Reference(
        "Rijksinkoopsamenwerking, Maatwerk voor Mensen (social return), target groups, 2018"),
      Reference(
        "Cabinet Office, A Guide to Social Return on Investment, 2009, stage 3: quantities of outcomes"
      ),
      Reference("PSO-Nederland, PSO-normen (basis: TNO, WEA): norms of the ladder by size"),
      Reference(
        "Herwin, Welke subsidies komen er voor individueel maatwerk (IMW)?, herwin.be: start packages from 1 July 2023"
      ),
    ])

  /// The contract hours per week that count as one full-time equivalent; norms differ by sector.
  static let fullTimeHours = ParameterCard(
    "employment.full_time_hours",
    Text("Hours per week of a full-time job", nl: "Uren per week van een voltijdbaan"), unit: .hour)

  static let headcount = MeasureCard(
    "headcount", Text("People with a paid contract", nl: "Mensen met een betaald contract"),
    help: Text(
      "The number of people who had a contract on at least one day of the period; who had two counts once. Split by the kind of their last contract, their hours and the postcode of their home.",
      nl:
        "Het aantal mensen dat op minstens één dag van de periode een contract had; wie er twee had telt één keer. Verdeeld naar de soort van hun laatste contract, hun uren en de postcode van hun woning."
    ),
    kind: .count, unit: .people, aggregation: .sum, feedsValueMap: true, countsPeople: true)

  static let personMonths = MeasureCard(
    "person_months", Text("Months of work", nl: "Maanden werk"),
    help: Text(
      "The months under contract of all people together, whatever their hours: each person’s days under contract over the days of the period, times its months.",
      nl:
        "De maanden onder contract van alle mensen samen, ongeacht hun uren: de contractdagen van elke persoon gedeeld door de dagen van de periode, maal het aantal maanden."
    ),
    kind: .sum, unit: .month, aggregation: .sum, feedsValueMap: true, countsPeople: true)

  static let fullTimeEquivalents = MeasureCard(
    "fte", Text("Paid work", nl: "Betaald werk"),
    help: Text(
      "Full-time equivalents on average over the period: contract hours per week over the hours of a full-time job, times the share of the period’s days under contract.",
      nl:
        "Fte gemiddeld over de periode: contracturen per week gedeeld door de uren van een voltijdbaan, maal het deel van de dagen van de periode onder contract."
    ),
    kind: .computed, unit: .fullTimeEquivalent, aggregation: .sum, feedsValueMap: true,
    countsPeople: true)

  static let targetGroups = MeasureCard(
    "fte_target_groups",
    Text("Paid work for people from target groups", nl: "Betaald werk voor mensen uit doelgroepen"),
    help: Text(
      "Full-time equivalents, as in paid work, of the contracts with a target group. Kept back where the others are fewer than five people, whose work would follow from all less this.",
      nl:
        "Fte, zoals bij betaald werk, van de contracten met een doelgroep. Achtergehouden als de anderen minder dan vijf mensen zijn, van wie het werk uit het totaal min dit zou volgen."
    ),
    kind: .computed, unit: .fullTimeEquivalent, aggregation: .sum, feedsValueMap: true,
    countsPeople: true)

  static let residents = MeasureCard(
    "fte_residents", Text("Paid work for residents", nl: "Betaald werk voor buurtbewoners"),
    help: Text(
      "Full-time equivalents, as in paid work, of people whose home postcode lies in the project’s neighbourhood; a contract without a postcode is not in it. Kept back where the others are fewer than five people, whose work would follow from all less this.",
      nl:
        "Fte, zoals bij betaald werk, van mensen wier woonpostcode in de buurt van het project ligt; een contract zonder postcode telt niet mee. Achtergehouden als de anderen minder dan vijf mensen zijn, van wie het werk uit het totaal min dit zou volgen."
    ),
    kind: .computed, unit: .fullTimeEquivalent, aggregation: .sum, feedsValueMap: true,
    countsPeople: true)

  static let apprentices = MeasureCard(
    "apprentices", Text("People who work to learn", nl: "Mensen op een leerwerkplek"),
    help: Text(
      "People with a paid contract who work to learn a trade, out of those of whom that is known.",
      nl: "Mensen met een betaald contract die werken om een vak te leren, van wie dat bekend is."),
    kind: .share, direction: .neutral, aggregation: .pooled, countsPeople: true)

  static let costPerFullTimeYear = MeasureCard(
    "cost_per_fte", Text("Wage cost per full-time year", nl: "Loonkosten per voltijdjaar"),
    help: Text(
      "The wage cost in the payroll journals of the books over the full-time years of all contracts; gross of subsidies, and not given for fewer than five people.",
      nl:
        "De loonkosten in de loonjournalen van de boekhouding gedeeld door de voltijdjaren van alle contracten; vóór aftrek van subsidies, en niet gegeven bij minder dan vijf mensen."
    ),
    kind: .mean, unit: .money, direction: .neutral, aggregation: .pooled)

  /// Makes the indicator; it has no state.
  public init() {}

  /// Measures the paid work and the social return of the reporting period.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let contracts = try project.rows(StaffMember.self)
    let norm = try project.parameter(Self.fullTimeHours)
    let retention = Retention(
      contracts: try project.rows(StaffMember.self, in: .all), period: project.period)
    let returned = SocialReturnMeasures(
      contracts: try project.rows(SocialReturnContract.self),
      placements: try project.rows(Placement.self, in: .all),
      efforts: try project.rows(SocialEffort.self, in: .all), period: project.period, norm: norm,
      tariffs: try tariffs(project))
    let ladder = SocialLadder(
      rows: try project.rows(SocialContribution.self),
      norms: try values(SocialLadder.parameters, project))
    let premiums = TailoredWorkPremiums(
      rows: try project.rows(TailoredWork.self), period: project.period,
      percentages: try values(TailoredWorkPremiums.parameters, project))
    let hiring = LocalHiring(rows: try project.rows(AnchorHiring.self))
    let work = try measureWork(contracts, norm: norm, in: project)
    let people = try measurePeople(contracts, in: project)
    return work + people + retention.all + hiring.all + premiums.all + returned.all + ladder.all
  }

  /// The values in force of some parameters, by identifier.
  private func values(
    _ cards: [ParameterCard], _ project: ProjectData
  ) throws(NotMeasurable) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for card in cards { values[card.id] = try project.parameter(card) }
    return values
  }

  private func measurePeople(
    _ contracts: Rows<StaffMember>, in project: ProjectData
  ) throws(NotMeasurable) -> [Measure] {
    let (minimum, living) = (
      try project.parameter(WageLevel.minimumWage), try project.parameter(WageLevel.livingWage)
    )
    guard !contracts.isEmpty else {
      return [Self.apprentices, WageLevel.share].map { $0.notMeasurable(Self.noContracts) }
    }
    let people = PaidPeople(contracts: contracts, period: project.period)
    let wages = WageLevel(staff: people, minimum: minimum, living: living)
    return [people.apprentices(Self.apprentices), wages.measure]
  }

  private func measureWork(
    _ contracts: Rows<StaffMember>, norm: ParameterValue?, in project: ProjectData
  ) throws(NotMeasurable) -> [Measure] {
    let cards = Self.workCards
    guard !contracts.isEmpty else { return cards.map { $0.notMeasurable(Self.noContracts) } }
    let people = PaidPeople(contracts: contracts, period: project.period)
    let counts = [people.headcount(Self.headcount), people.months(Self.personMonths)]
    guard let norm, norm.value > 0 else {
      let reason = Self.noNorm(on: project.period.last)
      return counts + cards.dropFirst(counts.count).map { $0.notMeasurable(reason) }
    }
    let work = PaidWork(period: project.period, norm: norm)
    let cost = WageCost(ledger: try project.ledger(), project: project.project)
    let jobs = JobCost(
      work: work, contracts: contracts, deadweight: try project.parameter(JobCost.deadweight),
      displacement: try project.parameter(JobCost.displacement),
      publicCost: try project.parameter(JobCost.publicCost))
    return counts + [
      work.all(Self.fullTimeEquivalents, of: contracts),
      work.targetGroups(Self.targetGroups, of: contracts),
      work.residents(Self.residents, of: contracts, in: project.project.neighbourhood.area),
      cost.perFullTimeYear(Self.costPerFullTimeYear, work: work, contracts: contracts),
    ] + jobs.all
  }

  private func tariffs(
    _ project: ProjectData
  ) throws(NotMeasurable) -> [TariffRegion: [String: ParameterValue]] {
    var all: [TariffRegion: [String: ParameterValue]] = [:]
    for region in TariffRegion.allCases {
      for name in SocialReturnMeasures.names {
        let card = SocialReturnMeasures.parameter(region, name)
        all[region, default: [:]][name] = try project.parameter(card)
      }
    }
    return all
  }

  /// What is measured of the contracts of the period.
  private static let workCards =
    [
      headcount, personMonths, fullTimeEquivalents, targetGroups, residents, costPerFullTimeYear,
    ] + JobCost.cards

  private static let noContracts = Text(
    "the table “staff” has no contract in the period",
    nl: "de tabel ‘staff’ heeft geen contract in de periode")

  private static func noNorm(on day: Day) -> Text {
    Text(
      "the hours of a full-time job on \(day.text(in: .english)) are not known: add a row “\(fullTimeHours.id)” with the hours per week to the table “parameters”",
      nl:
        "de uren van een voltijdbaan op \(day.text(in: .dutch)) zijn niet bekend: zet een rij ‘\(fullTimeHours.id)’ met de uren per week in de tabel ‘parameters’"
    )
  }
}
