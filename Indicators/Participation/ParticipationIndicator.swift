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
      Gathering.self, Participant.self, PopulationCount.self, Decision.self, Volunteering.self,
      Voting.self, VotingProject.self,
    ],
    measures: AttendanceMeasures.cards + FrameMeasures.cards + DecisionMeasures.cards
      + VolunteerMeasures.cards + VotingMeasures.cards,
    references: [
      Reference(
        "Edelenbos and Monnikhof, Lokale interactieve beleidsvorming, 2001: the participation ladder"
      ),
      Reference(
        "Hadfield and Konya, arXiv 2602.14835, 2026: representativeness as 1 − ½ Σ |s − p|"),
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
      votingProjects: !project.has(VotingProject.self))
    let attendance = Attendance(participants: participants, gatherings: gatherings)
    return AttendanceMeasures(attendance: attendance, missing: missing).all
      + FrameMeasures(
        attendance: attendance, population: population, period: project.period, missing: missing
      ).all
      + DecisionMeasures(decisions: decisions, missing: missing).all
      + VolunteerMeasures(rows: volunteering, missing: missing).all
      + VotingMeasures(
        votings: votings, projects: votingProjects, population: population,
        period: project.period, missing: missing
      ).all
  }
}
