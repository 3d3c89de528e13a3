import IndicatorKit

/// Taking part: who came, whether they resemble the neighbourhood, and how much say they had.
public struct ParticipationIndicator: Indicator {
  /// What it reads and measures.
  public static let card = IndicatorCard(
    id: "participation",
    title: Text("Participation", nl: "Participatie"),
    summary: Text(
      "How many people take part, whether they resemble the neighbourhood, how much say residents have in decisions, what they vote money to, and how many hours volunteers give.",
      nl:
        "Hoeveel mensen meedoen, of zij op de buurt lijken, hoeveel zeggenschap bewoners bij besluiten hebben, waar zij geld aan geven, en hoeveel uur vrijwilligers geven."
    ),
    tables: [
      Gathering.self, Participant.self, PopulationCount.self, Decision.self, OwnRung.self,
      Volunteering.self, ProcessReview.self, Voting.self, VotingProject.self, Challenge.self,
      Recommendation.self, NetworkMember.self, Tie.self, GeneralMeeting.self, BoardSeats.self,
    ],
    measures: [
      AttendanceMeasures.cards, SpeakingMeasures.cards, ContinuityMeasures.cards,
      FrameMeasures.cards, DecisionMeasures.cards, RecommendationMeasures.cards,
      ProcessReviewMeasures.cards, VotingMeasures.cards, ChallengeMeasures.cards,
      VolunteerMeasures.cards, GovernanceMeasures.cards, NetworkMeasures.cards,
    ].flatMap(\.self),
    references: [
      Reference(
        "Edelenbos and Monnikhof, Lokale interactieve beleidsvorming, 2001: the participation ladder"
      ),
      Reference(
        "Arnstein, A ladder of citizen participation, Journal of the American Institute of Planners 35(4), 1969"
      ),
      Reference("IAP2, Spectrum of Public Participation: the names of the five levels"),
      Reference("Gini, Variabilità e mutabilità, 1912: inequality of turns and satisfaction"),
      Reference("International Co-operative Alliance, second principle: democratic member control"),
      Reference(
        "Hadfield and Konya, arXiv 2602.14835, 2026: representativeness as 1 − ½ Σ |s − p|"),
      Reference(
        "OECD, Evaluation Guidelines for Representative Deliberative Processes, 2021, doi 10.1787/10ccbfcb-en: the three stages of a review"
      ),
      Reference("Lin, Divergence measures based on the Shannon entropy, 1991"),
      Reference("Kish, Survey Sampling, 1965: the design effect of weights"),
      Reference(
        "Wet versterking participatie op decentraal niveau (Kamerstuk 36210): the right to challenge"
      ),
      Reference("Krackhardt and Stern, 1988: the E-I index"),
      Reference("Freeman, Centrality in social networks, 1979: degree centralisation"),
      Reference("Statistics Netherlands (CBS), Kerncijfers wijken en buurten: age groups"),
      Reference(
        "Pabulib, Participatory Budgeting Library: the .pb file format, pabulib.org/format"
      ),
    ], importers: [PabulibImporter.self])

  /// Makes the indicator; it has no state.
  public init() {}

  /// Measures taking part in the reporting period.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let gatherings = try project.rows(Gathering.self)
    let participants = try project.rows(Participant.self)
    let population = try project.rows(PopulationCount.self)
    let decisions = try project.rows(Decision.self)
    let volunteering = try project.rows(Volunteering.self)
    let votings = try project.rows(Voting.self)
    let votingProjects = try project.rows(VotingProject.self)
    let missing = MissingTables(
      gatherings: !project.has(Gathering.self), participants: !project.has(Participant.self),
      population: !project.has(PopulationCount.self), decisions: !project.has(Decision.self),
      volunteering: !project.has(Volunteering.self), votings: !project.has(Voting.self),
      votingProjects: !project.has(VotingProject.self),
      challenges: !project.has(Challenge.self),
      recommendations: !project.has(Recommendation.self),
      network: !project.has(NetworkMember.self), meetings: !project.has(GeneralMeeting.self),
      board: !project.has(BoardSeats.self), reviews: !project.has(ProcessReview.self))
    let attendance = Attendance(participants: participants, gatherings: gatherings)
    let continuity = ContinuityMeasures(
      participants: participants, gatherings: try project.rows(Gathering.self, in: .all),
      previous: try project.rows(Gathering.self, in: .previous), attendance: attendance,
      period: project.period, missing: missing)
    let challenges = ChallengeMeasures(
      rows: try project.rows(Challenge.self), period: project.period, missing: missing)
    let recommendations = RecommendationMeasures(
      rows: try project.rows(Recommendation.self), period: project.period, missing: missing)
    let network = NetworkMeasures(
      members: try project.rows(NetworkMember.self), ties: try project.rows(Tie.self),
      missing: missing)
    let governance = GovernanceMeasures(
      meetings: try project.rows(GeneralMeeting.self), seats: try project.rows(BoardSeats.self),
      period: project.period, missing: missing)
    let frame = FrameMeasures(
      attendance: attendance, population: population, period: project.period, missing: missing)
    let people =
      AttendanceMeasures(attendance: attendance, hidden: frame.hiddenBreakdowns, missing: missing)
      .all + SpeakingMeasures(attendance: attendance, missing: missing).all
      + continuity.measures + frame.all
    let voting = VotingMeasures(
      votings: votings, projects: votingProjects, population: population,
      period: project.period, missing: missing)
    let ladder = OwnLadder(try project.rows(OwnRung.self))
    let decided =
      DecisionMeasures(decisions: decisions, ladder: ladder, missing: missing).all
      + recommendations.all
    let reviewed = ProcessReviewMeasures(
      rows: try project.rows(ProcessReview.self), missing: missing
    ).all
    let voted = voting.all + challenges.all
    return people + decided + reviewed + voted
      + VolunteerMeasures(rows: volunteering, missing: missing).all + governance.all + network.all
  }
}
