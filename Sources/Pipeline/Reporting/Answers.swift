import ExportKit
import IndicatorKit

/// The author's answers to checks, by the code of the check and what it is about.
struct Answers: Sendable {
  private let rows: [Answer]

  /// Takes the table `answers` of a project.
  init(_ project: LoadedProject) { rows = Array(project.rows(Answer.self)) }

  /// The answer to a check: one about this very subject, else one about all of them.
  func answer(to code: String, about subject: String?) -> ReportClaim.Answer? {
    let own = rows.filter { $0.check.description == code }
    let row =
      own.first { $0.subject != nil && $0.subject == subject }
      ?? own.first { $0.subject == nil }
    return row.map { ReportClaim.Answer(reason: $0.reason, author: $0.author) }
  }
}
