import ExportKit

extension Report {
  /// Gives the report with the claims of the checks after those it has, and its assurance list.
  ///
  /// The list looks at the claims, so that they come first; both look at sensitivity and doubt,
  /// which the report must have by then.
  ///
  /// - Parameters:
  ///   - answers: the author's answers to checks.
  ///   - judgements: what persons judged of the list.
  ///   - standardDiscountRate: the real rate that the project's country prescribes, a fraction.
  /// - Returns: the report, and what is the matter with answers and judgements.
  func assessed(
    answers: [ClaimAnswer], judgements: [GivenJudgement], standardDiscountRate: Double?
  ) -> (report: Report, findings: [Finding]) {
    var report = self
    let found = Claims.found(
      in: self, answers: answers, standardDiscountRate: standardDiscountRate)
    report.claims += found.claims
    let assured = Assurance.list(for: report, judgements: judgements)
    report.assurance = assured.list
    return (report, found.findings + assured.findings)
  }
}
