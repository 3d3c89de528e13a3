import IndicatorKit

/// Which of the module's tables the project does not have.
struct MissingTables {
  let gatherings: Bool
  let participants: Bool
  let population: Bool
  let decisions: Bool
  var volunteering = true
  var votings = true
  var votingProjects = true
  var challenges = true
  var recommendations = true
  var network = true
  var meetings = true
  var board = true
  var reviews = true

  /// Demands the table of reviews of processes.
  func requireReviews() throws(NotMeasurable) {
    if reviews { throw Self.missing(ProcessReview.table.id) }
  }

  /// Demands the table of challenges.
  func requireChallenges() throws(NotMeasurable) {
    if challenges { throw Self.missing(Challenge.table.id) }
  }

  /// Demands the table of recommendations.
  func requireRecommendations() throws(NotMeasurable) {
    if recommendations { throw Self.missing(Recommendation.table.id) }
  }

  /// Demands the table of general meetings.
  func requireMeetings() throws(NotMeasurable) {
    if meetings { throw Self.missing(GeneralMeeting.table.id) }
  }

  /// Demands the table of the seats of the board.
  func requireBoard() throws(NotMeasurable) {
    if board { throw Self.missing(BoardSeats.table.id) }
  }

  /// Demands the table of organisations.
  func requireNetwork() throws(NotMeasurable) {
    if network { throw Self.missing(NetworkMember.table.id) }
  }

  /// Demands the tables of attendance.
  func requireAttendance() throws(NotMeasurable) {
    if gatherings { throw Self.missing(Gathering.table.id) }
    if participants { throw Self.missing(Participant.table.id) }
  }

  /// Demands the table of the population.
  func requirePopulation() throws(NotMeasurable) {
    if population { throw Self.missing(PopulationCount.table.id) }
  }

  /// Demands the table of decisions.
  func requireDecisions() throws(NotMeasurable) {
    if decisions { throw Self.missing(Decision.table.id) }
  }

  /// Demands the table of the hours of volunteers.
  func requireVolunteering() throws(NotMeasurable) {
    if volunteering { throw Self.missing(Volunteering.table.id) }
  }

  /// Demands the table of gatherings alone.
  func requireGatherings() throws(NotMeasurable) {
    if gatherings { throw Self.missing(Gathering.table.id) }
  }

  /// Demands the table of participatory budgets.
  func requireVotings() throws(NotMeasurable) {
    if votings { throw Self.missing(Voting.table.id) }
  }

  /// Demands the table of projects put to the vote.
  func requireVotingProjects() throws(NotMeasurable) {
    if votingProjects { throw Self.missing(VotingProject.table.id) }
  }

  /// The error for a table that has no rows in the period.
  static func noRows(_ table: String) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the table “\(table)” has no rows in the period",
        nl: "de tabel ‘\(table)’ heeft geen rijen in de periode"))
  }

  private static func missing(_ table: String) -> NotMeasurable {
    NotMeasurable(
      Text("the table “\(table)” is missing", nl: "de tabel ‘\(table)’ ontbreekt"))
  }
}
