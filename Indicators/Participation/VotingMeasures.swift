import IndicatorKit

/// How residents spend a budget by voting.
struct VotingMeasures {
  static let ballots = MeasureCard(
    "voting_ballots", Text("Ballots cast", nl: "Uitgebrachte stemmen"),
    help: Text(
      "The ballots of all votings in the period; who votes in two of them counts twice.",
      nl: "De stembiljetten van alle stemmingen in de periode; wie in twee stemt telt twee keer."),
    kind: .sum, unit: .count, aggregation: .sum, countsPeople: true)

  static let turnout = MeasureCard(
    "voting_turnout", Text("Ballots per resident", nl: "Stemmen per bewoner"),
    help: Text(
      "The ballots of the voting in the period, out of the residents in the table of the population; who may vote can be fewer or more than these.",
      nl:
        "De stembiljetten van de stemming in de periode, van de bewoners in de tabel met de bevolking; stemgerechtigd kunnen minder of meer mensen zijn."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let projects = MeasureCard(
    "voting_projects", Text("Projects put to the vote", nl: "Projecten in stemming"),
    help: Text(
      "The projects that residents could vote for in the period, split by whether they were chosen.",
      nl:
        "De projecten waarop bewoners in de periode konden stemmen, verdeeld naar of ze gekozen zijn."
    ),
    kind: .count, direction: .neutral, aggregation: .sum)

  static let winners = MeasureCard(
    "voting_winners", Text("Projects chosen", nl: "Gekozen projecten"),
    help: Text(
      "The projects that get the money; projects of which that is not known do not count.",
      nl: "De projecten die het geld krijgen; waarvan dat niet bekend is, telt niet mee."),
    kind: .count, aggregation: .sum)

  static let used = MeasureCard(
    "voting_budget_used", Text("Budget used", nl: "Benut budget"),
    help: Text(
      "The costs of the projects chosen, out of the budgets, over the votings of which it is known of each project whether it was chosen.",
      nl:
        "De kosten van de gekozen projecten, van de budgetten, over de stemmingen waarvan van elk project bekend is of het gekozen is."
    ),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let demand = MeasureCard(
    "voting_demand", Text("Asked for, per euro of budget", nl: "Gevraagd, per euro budget"),
    help: Text(
      "The costs of all projects put to the vote, divided by the budgets; above 1 not everything can be paid.",
      nl:
        "De kosten van alle projecten in stemming, gedeeld door de budgetten; boven 1 kan niet alles betaald worden."
    ),
    kind: .computed, unit: .ratio, direction: .neutral, aggregation: .none)

  static let perResident = MeasureCard(
    "voting_budget_per_resident", Text("Budget per resident", nl: "Budget per bewoner"),
    help: Text(
      "The budgets of the votings in the period, per resident in the table of the population.",
      nl: "De budgetten van de stemmingen in de periode, per bewoner in de tabel met de bevolking."),
    kind: .mean, unit: .money, partsUnit: .money, aggregation: .pooled)

  static let ballotLength = MeasureCard(
    "voting_ballot_length", Text("Projects per ballot", nl: "Projecten per stembiljet"),
    help: Text(
      "The choices on all ballots over the ballots, for the votings of which the choices are known.",
      nl:
        "De keuzes op alle biljetten per biljet, voor de stemmingen waarvan de keuzes bekend zijn."
    ),
    kind: .mean, unit: .ratio, direction: .neutral, aggregation: .pooled)

  static let withWinner = MeasureCard(
    "voting_with_winner",
    Text("Voters with a chosen project", nl: "Kiezers met een gekozen project"),
    help: Text(
      "Ballots that name at least one project that gets the money, out of all ballots of the votings of which that is known.",
      nl:
        "Biljetten met minstens één project dat het geld krijgt, van alle biljetten van de stemmingen waarvan dat bekend is."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let inequality = MeasureCard(
    "voting_inequality",
    Text("Inequality of voters’ satisfaction", nl: "Ongelijkheid van tevredenheid van kiezers"),
    help: Text(
      "The Gini coefficient, without a small-sample correction, of the number of chosen projects on each ballot: 0 is the same for all. Not given for several votings together.",
      nl:
        "De Gini-coëfficiënt, zonder correctie voor kleine aantallen, van het aantal gekozen projecten op elk biljet: 0 is voor iedereen gelijk. Niet gegeven voor meer stemmingen samen."
    ),
    kind: .computed, unit: .likeness, direction: .down, aggregation: .none, countsPeople: true)

  static let cards = [
    ballots, turnout, perResident, proposals, admissible, projects, winners, winRate, used, demand,
    ballotLength, ballotCost, withWinner, inequality,
  ]

  /// The votings of the period.
  let votings: Rows<Voting>
  /// The projects of those votings.
  let rows: Rows<VotingProject>
  let population: Rows<PopulationCount>
  let period: Period
  let missing: MissingTables

  /// Joins projects to the votings of the period; others are left out.
  init(
    votings: Rows<Voting>, projects: Rows<VotingProject>, population: Rows<PopulationCount>,
    period: Period, missing: MissingTables
  ) {
    let inPeriod = Set(votings.map(\.id))
    self.votings = votings
    rows = projects.filter { inPeriod.contains($0.voting) }
    self.population = population
    self.period = period
    self.missing = missing
  }

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.ballots.attempt(sumBallots), Self.turnout.attempt(measureTurnout),
      Self.perResident.attempt(measurePerResident),
      Self.proposals.attempt(measureProposals), Self.admissible.attempt(measureAdmissible),
      Self.projects.attempt(countProjects), Self.winners.attempt(countWinners),
      Self.winRate.attempt(measureWinRate), Self.used.attempt(measureUse),
      Self.demand.attempt(measureDemand), Self.ballotLength.attempt(measureBallotLength),
      Self.ballotCost.attempt(measureBallotCost), Self.withWinner.attempt(measureWithWinner),
      Self.inequality.attempt(measureInequality),
    ]
  }

  private func sumBallots() throws(NotMeasurable) -> Measure {
    try requireVotings()
    let measure = Self.ballots.sum(votings, columns: ["ballots"]) { Double($0.ballots) }
      .of(people: smallestVoting)
    return methods.map { measure.broken(down: $0) } ?? measure
  }

  /// The ballots on paper and over the internet; `nil` where that is not known of each voting.
  private var methods: Breakdown? {
    let paper = votings.compactMap(\.paper)
    let all = votings.reduce(0) { $0 + $1.ballots }
    let onPaper = paper.reduce(0, +)
    guard paper.count == votings.count, votings.allSatisfy({ ($0.paper ?? 0) <= $0.ballots })
    else { return nil }
    func entry(_ id: String, _ label: Text, _ count: Int) -> Breakdown.Entry {
      Breakdown.Entry(id: id, label: label, value: Double(count), people: count)
    }
    return Breakdown(
      id: "method", label: Text("How", nl: "Hoe"), unit: .count,
      entries: [
        entry("paper", Text("On paper", nl: "Op papier"), onPaper),
        entry("internet", Text("Over the internet", nl: "Via internet"), all - onPaper),
      ].filter { $0.value > 0 })
  }

  /// The fewest people of one voting: a sum would show them where the others are known.
  private var smallestVoting: Int {
    votings.map(\.ballots).filter { $0 > 0 }.min() ?? 0
  }

  private func measureTurnout() throws(NotMeasurable) -> Measure {
    try requireVotings()
    try missing.requirePopulation()
    guard votings.count == 1, let voting = votings.first else { throw Self.severalVotings }
    let frame = try PopulationFrame(population, period: period)
    return Self.turnout.share(
      numerator: Double(voting.ballots), denominator: Double(try frame.total()),
      from: .combined([
        .selection(votings.selection(columns: ["ballots"])),
        .selection(frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(frame.note).of(people: voting.ballots)
  }

  private func countProjects() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let groups: [(String, Text, Bool?)] = [
      ("chosen", Text("Chosen", nl: "Gekozen"), true),
      ("not_chosen", Text("Not chosen", nl: "Niet gekozen"), false),
      ("unknown", Text("Not known", nl: "Niet bekend"), nil),
    ]
    let entries = groups.map { id, label, isChosen in
      Breakdown.Entry(
        id: id, label: label, value: Double(rows.count { $0.isChosen == isChosen }))
    }
    return Self.projects.count(rows).broken(
      down: Breakdown(
        id: "outcome", label: Text("Outcome", nl: "Uitkomst"), unit: .count,
        entries: entries.filter { $0.value > 0 }))
  }

  private func countWinners() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let known = rows.filter { $0.isChosen != nil }
    guard !known.isEmpty else { throw Self.noOutcomes }
    let measure = Self.winners.count(
      known.count { $0.isChosen == true },
      from: .selection(known.selection(columns: ["voting", "is_chosen"])))
    let without = rows.count - known.count
    return without == 0 ? measure : measure.noting(Self.withoutOutcome(without, of: rows.count))
  }

  private func measureUse() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let open = Set(rows.filter { $0.isChosen == nil }.map(\.voting))
    let withProjects = Set(rows.map(\.voting))
    let decided = votings.filter { withProjects.contains($0.id) && !open.contains($0.id) }
    guard !decided.isEmpty else { throw Self.noOutcomes }
    let ids = Set(decided.map(\.id))
    let chosen = rows.filter { ids.contains($0.voting) && $0.isChosen == true }
    let measure = Self.used.share(
      numerator: chosen.sum(\.cost), denominator: decided.sum(\.budget),
      from: .combined([
        .selection(
          rows.filter { ids.contains($0.voting) }.selection(
            columns: ["voting", "cost", "is_chosen"])),
        .selection(decided.selection(columns: ["budget"])),
      ]))
    let noted = (measure.value ?? 0) > 1 ? measure.noting(Self.overBudget) : measure
    let without = votings.count - decided.count
    return without == 0 ? noted : noted.noting(Self.undecided(without, of: votings.count))
  }

  private static let overBudget = Text(
    "The projects chosen cost more than the budgets: either money was added from elsewhere, or a cost, a budget or an outcome in the tables is wrong.",
    nl:
      "De gekozen projecten kosten meer dan de budgetten: er is geld van elders bij gekomen, of een bedrag, budget of uitkomst in de tabellen klopt niet."
  )

  private func measureDemand() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let withProjects = Set(rows.map(\.voting))
    let votings = votings.filter { withProjects.contains($0.id) }
    let (costs, budgets) = (rows.sum(\.cost), votings.sum(\.budget))
    guard budgets > 0 else { throw Self.noBudget }
    return Self.demand.computed(
      costs / budgets,
      inputs: [
        NamedNumber(
          "costs", Text("Costs of all projects", nl: "Kosten van alle projecten"), costs,
          unit: .money),
        NamedNumber("budgets", Text("Budgets", nl: "Budgetten"), budgets, unit: .money),
      ],
      rule: Text("costs ÷ budgets", nl: "kosten ÷ budgetten"),
      from: .combined([
        .selection(rows.selection(columns: ["voting", "cost"])),
        .selection(votings.selection(columns: ["budget"])),
      ])
    ).reckoned(.quotient("costs", "budgets"))
  }

  private func measurePerResident() throws(NotMeasurable) -> Measure {
    try requireVotings()
    try missing.requirePopulation()
    let frame = try PopulationFrame(population, period: period)
    return Self.perResident.mean(
      sum: votings.sum(\.budget), count: Double(try frame.total()),
      from: .combined([
        .selection(votings.selection(columns: ["budget"])),
        .selection(frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(frame.note)
  }

  private func measureBallotLength() throws(NotMeasurable) -> Measure {
    try requireVotings()
    let known = votings.filter { $0.choices != nil }
    guard !known.isEmpty else { throw Self.noChoices }
    let measure = Self.ballotLength.mean(
      sum: known.sum { Double($0.choices ?? 0) }, count: known.sum { Double($0.ballots) },
      from: .selection(known.selection(columns: ["ballots", "choices"])))
    return noting(measure, without: votings.count - known.count)
  }

  private func measureWithWinner() throws(NotMeasurable) -> Measure {
    try requireVotings()
    let known = votings.filter { $0.withWinner != nil }
    guard !known.isEmpty else { throw Self.noChoices }
    // Each voting by itself, because a reader may know the others.
    for voting in known {
      let winners = voting.withWinner ?? 0
      guard winners <= voting.ballots else { throw Self.moreWinners }
      try SmallGroups.require(winners, of: voting.ballots)
    }
    let measure = Self.withWinner.share(
      numerator: known.sum { Double($0.withWinner ?? 0) },
      denominator: known.sum { Double($0.ballots) },
      from: .selection(known.selection(columns: ["ballots", "with_winner"]))
    ).of(people: known.map(\.ballots).filter { $0 > 0 }.min() ?? 0)
    return noting(measure, without: votings.count - known.count)
  }

  private func measureInequality() throws(NotMeasurable) -> Measure {
    try requireVotings()
    guard votings.count == 1, let voting = votings.first else { throw Self.notTogether }
    guard let gini = voting.inequality else { throw Self.noChoices }
    if let winners = voting.withWinner { try SmallGroups.require(winners, of: voting.ballots) }
    return Self.inequality.computed(
      gini,
      inputs: [
        NamedNumber(
          "ballots", Text("Ballots", nl: "Stembiljetten"), Double(voting.ballots), unit: .count)
      ],
      rule: Text(
        "Gini: Σ (2i − n − 1) xᵢ ÷ (n Σ x), x in rising order the number of chosen projects on a ballot",
        nl:
          "Gini: Σ (2i − n − 1) xᵢ ÷ (n Σ x), x in stijgende volgorde het aantal gekozen projecten op een biljet"
      ), from: .selection(votings.selection(columns: ["inequality"]))
    ).of(people: voting.ballots)
  }

  private func noting(_ measure: Measure, without: Int) -> Measure {
    without == 0 ? measure : measure.noting(Self.withoutChoices(without, of: votings.count))
  }

  private static let noChoices = NotMeasurable(
    Text(
      "of no voting is it known what stands on the ballots",
      nl: "van geen stemming is bekend wat er op de biljetten staat"))

  private static let moreWinners = NotMeasurable(
    Text(
      "a voting has more voters with a chosen project than ballots",
      nl: "een stemming heeft meer kiezers met een gekozen project dan stembiljetten"))

  private static let notTogether = NotMeasurable(
    Text(
      "there is more than one voting in the period, and inequality is not given for them together",
      nl: "er is meer dan één stemming in de periode, en ongelijkheid wordt niet samen gegeven"))

  static func withoutChoices(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) votings this is not known; they are not in this figure.",
      nl: "Van \(count) van de \(all) stemmingen is dit niet bekend; die zitten niet in dit cijfer."
    )
  }

  func requireVotings() throws(NotMeasurable) {
    try missing.requireVotings()
    if votings.isEmpty { throw MissingTables.noRows(Voting.table.id) }
  }

  func requireProjects() throws(NotMeasurable) {
    try requireVotings()
    try missing.requireVotingProjects()
    if rows.isEmpty { throw MissingTables.noRows(VotingProject.table.id) }
  }

  private static let severalVotings = NotMeasurable(
    Text(
      "there is more than one voting in the period, and who voted twice is not known",
      nl: "er is meer dan één stemming in de periode, en wie twee keer stemde is niet bekend"))

  static let noOutcomes = NotMeasurable(
    Text(
      "of no voting is it known which projects were chosen",
      nl: "van geen stemming is bekend welke projecten gekozen zijn"))

  private static let noBudget = NotMeasurable(
    Text("the budgets add up to nothing", nl: "de budgetten zijn samen nul"))

  static func withoutOutcome(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) projects it is not known whether they were chosen; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) projecten is niet bekend of ze gekozen zijn; die zitten niet in dit cijfer."
    )
  }

  private static func undecided(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) votings it is not known of each project whether it was chosen; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) stemmingen is niet van elk project bekend of het gekozen is; die zitten niet in dit cijfer."
    )
  }
}
