import ExportKit

/// What the checks would have the author answer, as far as no finding says it already.
///
/// They inform and forbid nothing; where data are wrong they keep silent until those are mended.
struct OpenQuestions {
  let claims: [ReportClaim]

  init(_ report: Report?, findings: [Finding]) {
    guard let report, !findings.contains(where: { $0.severity == .error }) else {
      claims = []
      return
    }
    let said = Set(findings.map(\.code))
    claims = report.claims.filter { $0.answer == nil && !said.contains($0.code) }
  }
}
