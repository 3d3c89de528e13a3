import IndicatorKit

/// From proposals handed in to projects chosen, and what voters asked for.
extension VotingMeasures {
  static let proposals = MeasureCard(
    "voting_proposals",
    Text("Proposals per 1,000 residents", nl: "Voorstellen per 1.000 bewoners"),
    help: Text(
      "The proposals that residents handed in, per 1,000 residents in the table of the population, over the votings in the period of which the proposals are known.",
      nl:
        "De voorstellen die bewoners indienden, per 1.000 bewoners in de tabel met de bevolking, over de stemmingen in de periode waarvan de voorstellen bekend zijn."
    ),
    kind: .computed, unit: .ratio, aggregation: .none)

  static let admissible = MeasureCard(
    "voting_admissible",
    Text("Proposals put to the vote", nl: "Voorstellen die in stemming kwamen"),
    help: Text(
      "The projects put to the vote, out of the proposals handed in, over the votings of which both are known.",
      nl:
        "De projecten in stemming, van de ingediende voorstellen, over de stemmingen waarvan beide bekend zijn."
    ),
    kind: .share, direction: .neutral, aggregation: .pooled)

  static let winRate = MeasureCard(
    "voting_win_rate",
    Text("Projects chosen, share", nl: "Gekozen projecten, aandeel"),
    help: Text(
      "The projects that get the money, out of the projects of which it is known whether they do.",
      nl: "De projecten die het geld krijgen, van de projecten waarvan bekend is of dat zo is."),
    kind: .share, direction: .neutral, aggregation: .pooled)

  static let ballotCost = MeasureCard(
    "voting_ballot_cost",
    Text("Cost of the projects on a ballot", nl: "Kosten van de projecten op een biljet"),
    help: Text(
      "The cost of each project times the ballots that name it, over the ballots, for the votings of which the votes of each project are known: how much voters ask for on average.",
      nl:
        "De kosten van elk project maal de biljetten waar het op staat, per biljet, voor de stemmingen waarvan de stemmen van elk project bekend zijn: wat kiezers gemiddeld vragen."
    ),
    kind: .mean, unit: .money, partsUnit: .money, direction: .neutral, aggregation: .pooled)

  func measureProposals() throws(NotMeasurable) -> Measure {
    try requireVotings()
    try missing.requirePopulation()
    let known = votings.filter { $0.proposals != nil }
    guard !known.isEmpty else { throw Self.noProposals }
    let frame = try PopulationFrame(population, period: period)
    let residents = Double(try frame.total())
    guard residents > 0 else { throw Self.nobody }
    let handedIn = known.sum { Double($0.proposals ?? 0) }
    let measure = Self.proposals.computed(
      1000 * handedIn / residents,
      inputs: [
        NamedNumber(
          "proposals", Text("Proposals handed in", nl: "Ingediende voorstellen"), handedIn,
          unit: .count),
        NamedNumber("residents", Text("Residents", nl: "Bewoners"), residents, unit: .people),
      ],
      rule: Text("1,000 × proposals ÷ residents", nl: "1.000 × voorstellen ÷ bewoners"),
      from: .combined([
        .selection(known.selection(columns: ["proposals"])),
        .selection(frame.rows.selection(columns: ["group", "people", "year"])),
      ])
    ).noting(frame.note)
    return noting(measure, known.count)
  }

  func measureAdmissible() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let withProjects = Set(rows.map(\.voting))
    let known = votings.filter { $0.proposals != nil && withProjects.contains($0.id) }
    guard !known.isEmpty else { throw Self.noProposals }
    let ids = Set(known.map(\.id))
    let put = rows.filter { ids.contains($0.voting) }
    let handedIn = known.sum { Double($0.proposals ?? 0) }
    guard Double(put.count) <= handedIn else { throw Self.moreProjects }
    let measure = Self.admissible.share(
      numerator: Double(put.count), denominator: handedIn,
      from: .combined([
        .selection(put.selection(columns: ["voting"])),
        .selection(known.selection(columns: ["proposals"])),
      ]))
    return noting(measure, known.count)
  }

  func measureWinRate() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let known = rows.filter { $0.isChosen != nil }
    guard !known.isEmpty else { throw Self.noOutcomes }
    return Self.winRate.share(
      known.filter { $0.isChosen == true }, of: known, unknown: rows.count - known.count)
  }

  func measureBallotCost() throws(NotMeasurable) -> Measure {
    try requireProjects()
    let withProjects = Set(rows.map(\.voting))
    let open = Set(rows.filter { $0.votes == nil }.map(\.voting))
    let known = votings.filter { withProjects.contains($0.id) && !open.contains($0.id) }
    guard !known.isEmpty else { throw Self.noVotes }
    let ids = Set(known.map(\.id))
    let put = rows.filter { ids.contains($0.voting) }
    let measure = Self.ballotCost.mean(
      sum: put.sum { $0.cost * Double($0.votes ?? 0) }, count: known.sum { Double($0.ballots) },
      from: .combined([
        .selection(put.selection(columns: ["voting", "cost", "votes"])),
        .selection(known.selection(columns: ["ballots"])),
      ]))
    return noting(measure, known.count)
  }

  private func noting(_ measure: Measure, _ known: Int) -> Measure {
    known == votings.count
      ? measure
      : measure.noting(Self.withoutChoices(votings.count - known, of: votings.count))
  }

  private static let noProposals = NotMeasurable(
    Text(
      "of no voting is it known how many proposals were handed in",
      nl: "van geen stemming is bekend hoeveel voorstellen er zijn ingediend"))

  private static let moreProjects = NotMeasurable(
    Text(
      "more projects were put to the vote than proposals handed in",
      nl: "er waren meer projecten in stemming dan voorstellen ingediend"))

  private static let noVotes = NotMeasurable(
    Text(
      "of no voting are the votes of each project known",
      nl: "van geen stemming zijn de stemmen van elk project bekend"))

  private static let nobody = NotMeasurable(
    Text("the population has no residents", nl: "de bevolking heeft geen bewoners"))
}
