import ExportKit

/// A reason of the author for what a check found, and where it stands.
struct ClaimAnswer: Sendable, Hashable {
  /// The code of the check.
  var check: String
  /// The row that it is about, absent for every claim of the check.
  var subject: String?
  /// The reason.
  var reason: String
  /// Who gave it.
  var author: String?
  /// Where it stands.
  var address: Address?

  init(
    check: String, subject: String?, reason: String, author: String?, address: Address? = nil
  ) {
    self.check = check
    self.subject = subject
    self.reason = reason
    self.author = author
    self.address = address
  }

  /// Takes the answer from its row.
  init(_ answer: Answer, at address: Address?) {
    self.init(
      check: answer.check.description, subject: answer.subject, reason: answer.reason,
      author: answer.author, address: address)
  }

  /// Whether it speaks of what its check found.
  fileprivate func fits(_ claim: FoundClaim) -> Bool {
    subject == nil || subject == claim.subject
  }
}

/// The over-claiming checks.
public enum Claims {
  static let checks: [any ClaimCheck.Type] = [
    ZeroWithoutReason.self, NoDeductions.self, SameDeductions.self, LowDeadweight.self,
    LowAttribution.self, SameReasonTwice.self, LongDuration.self, LastingWithoutDropOff.self,
    ValueToCome.self, DominantRow.self, OverlappingOutcomes.self, DoubledOutcome.self,
    EqualValue.self, WellbeingAndMoney.self, QuantityAboveGroup.self, SmallSample.self,
    OutputAsOutcome.self, EvaluationWithoutEvidence.self, NoNegative.self, LossesLeftOut.self,
    HoursAsBenefit.self, InputAsBenefit.self, MoneyFlowAsBenefit.self,
    SocialReturnAsBenefit.self, TransferAsBenefit.self, UnsourcedProxy.self, OneAnchor.self,
    PriceYear.self, SilentStakeholder.self, NotInvolved.self, VolunteersWithoutHours.self,
    UnusualRate.self, NoDoubt.self, HighRatio.self, RoundedUp.self,
  ]

  /// Looks at a report with every check, and puts the author's answers beside what is found.
  ///
  /// An answer about a row stands before one about all rows. A map without a priced outcome
  /// claims nothing.
  ///
  /// - Parameters:
  ///   - report: the report, finished but for its claims.
  ///   - answers: the reasons that the author gave.
  ///   - standardDiscountRate: the real rate that the project's country prescribes, a fraction.
  /// - Returns: the claims by check and row, and a note for each answer that answers nothing.
  static func found(
    in report: Report, answers: [ClaimAnswer], standardDiscountRate: Double? = nil
  ) -> (claims: [ReportClaim], findings: [Finding]) {
    let view = ClaimView(report, standardDiscountRate: standardDiscountRate)
    let found =
      view.rows.isEmpty
      ? [] : checks.flatMap { check in check.found(in: view).map { (check.card, $0) } }
    let byCheck = Dictionary(grouping: answers, by: \.check)
    var used: Set<ClaimAnswer> = []
    let claims = found.map { card, claim in
      let fitting = (byCheck[card.code] ?? []).filter { $0.fits(claim) }
      used.formUnion(fitting)
      let answer = fitting.first { $0.subject != nil } ?? fitting.first
      return ReportClaim(
        code: card.code, title: card.title, message: claim.message, subject: claim.subject,
        address: claim.address,
        answer: answer.map { ReportClaim.Answer(reason: $0.reason, author: $0.author) })
    }
    return (claims, answers.filter { !used.contains($0) }.map(unused))
  }

  private static func unused(_ answer: ClaimAnswer) -> Finding {
    guard checks.contains(where: { $0.card.code == answer.check }) else {
      return Finding(
        "answers.unknown_check", .note,
        Text(
          "This answers “\(answer.check)”, and there is no such check.",
          nl: "Dit antwoordt op ‘\(answer.check)’, en die controle bestaat niet."),
        help: Text(
          "Take the code from the list of the command wijkwaarde checks.",
          nl: "Neem de code uit de lijst van de opdracht wijkwaarde checks."),
        at: answer.address)
    }
    let about = answer.subject.map { " (\($0))" } ?? ""
    return Finding(
      "answers.nothing_to_answer", .note,
      Text(
        "This answers \(answer.check)\(about), which found nothing.",
        nl: "Dit antwoordt op \(answer.check)\(about), en die heeft niets gevonden."),
      help: Text(
        "Take the row out, or correct what it is about.",
        nl: "Haal de rij weg, of verbeter waarover zij gaat."),
      at: answer.address)
  }
}
