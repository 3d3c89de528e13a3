import ExportKit

/// The assurance list: the eight principles of Social Value International as questions.
///
/// What a program can establish it establishes; what a person must judge stands on the list with
/// the place where the evidence would be, until somebody judges it. Assurance of reports by Social
/// Value International looks at the principles, not at data and calculations; those are the
/// program's own work.
public enum Assurance {
  /// The questions, by principle.
  public static let questions: [AssuranceQuestion] =
    involving + change + valuing + materiality + overClaiming + transparency + verifying
    + responding

  /// Answers the questions for a report that is finished but for this list.
  ///
  /// - Parameters:
  ///   - report: the report, with its claims and its sensitivity.
  ///   - judgements: what persons judged; of two about one question the first counts.
  /// - Returns: the list, and what is the matter with judgements that answer nothing.
  static func list(
    for report: Report, judgements: [GivenJudgement]
  ) -> (list: [ReportAssurance], findings: [Finding]) {
    let list = questions.map { question in
      answer(question, for: report, judgements.first { $0.question == question.id })
    }
    return (list, findings(judgements))
  }

  private static func answer(
    _ question: AssuranceQuestion, for report: Report, _ judgement: GivenJudgement?
  ) -> ReportAssurance {
    let sight = question.look(report)
    let judged = question.judge == .program ? nil : judgement
    return ReportAssurance(
      id: question.id, principle: question.principle.rawValue, question: question.question,
      verdict: judged.map { .judged($0.verdict, by: $0.judge) } ?? sight.verdict,
      remark: sight.remark, evidence: judged?.evidence)
  }

  private static func findings(_ judgements: [GivenJudgement]) -> [Finding] {
    var seen: Set<String> = []
    return judgements.compactMap { judgement in
      guard let question = questions.first(where: { $0.id == judgement.question }) else {
        return unknown(judgement)
      }
      if question.judge == .program { return established(judgement) }
      return seen.insert(judgement.question).inserted ? nil : doubled(judgement)
    }
  }

  private static func unknown(_ judgement: GivenJudgement) -> Finding {
    Finding(
      "assurance.unknown_question", .warning,
      Text(
        "The assurance list has no question “\(judgement.question)”.",
        nl: "De toetslijst heeft geen vraag ‘\(judgement.question)’."),
      help: Text(
        "Take the identifier from the list of the command wijkwaarde checks.",
        nl: "Neem de aanduiding uit de lijst van de opdracht wijkwaarde checks."),
      at: judgement.address)
  }

  private static func established(_ judgement: GivenJudgement) -> Finding {
    Finding(
      "assurance.established", .note,
      Text(
        "The program establishes “\(judgement.question)” itself; this judgement is not used.",
        nl: "Het programma stelt ‘\(judgement.question)’ zelf vast; dit oordeel telt niet."),
      help: Text(
        "Take the row out; what is missing is filled in where the list says.",
        nl: "Haal de rij weg; wat ontbreekt vult u in waar de lijst het zegt."),
      at: judgement.address)
  }

  private static func doubled(_ judgement: GivenJudgement) -> Finding {
    Finding(
      "assurance.doubled", .warning,
      Text(
        "“\(judgement.question)” is judged twice; the first judgement counts.",
        nl: "‘\(judgement.question)’ is twee keer beoordeeld; het eerste oordeel telt."),
      help: Text("Keep one of the rows.", nl: "Houd een van de rijen."), at: judgement.address)
  }
}
