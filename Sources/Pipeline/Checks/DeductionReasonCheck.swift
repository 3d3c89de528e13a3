import ImpactModel

/// Every deduction of an outcome has a reason, and a zero needs one most of all.
///
/// Of 383 published reports 5 % show all four deductions (J. C. Muñoz-Mora, sroi-meta-analysis,
/// extracted with a language model and so indicative only); a zero without a word is where
/// over-claiming starts.
enum DeductionReasonCheck: Check {
  private static let code = "over_claiming.zero_without_reason"

  private struct Deduction {
    let column: String
    let label: Text
    let share: @Sendable (Outcome) -> Estimate?
    let reason: @Sendable (Outcome) -> String?
  }

  private static let deductions: [Deduction] = [
    Deduction(
      column: "deadweight", label: Text("deadweight", nl: "deadweight"), share: { $0.deadweight },
      reason: { $0.deadweightReason }),
    Deduction(
      column: "displacement", label: Text("displacement", nl: "verdringing"),
      share: { $0.displacement }, reason: { $0.displacementReason }),
    Deduction(
      column: "attribution", label: Text("attribution", nl: "toerekening"),
      share: { $0.attribution },
      reason: { $0.attributionReason }),
    Deduction(
      column: "drop_off", label: Text("drop-off", nl: "afname"), share: { $0.dropOff },
      reason: { $0.dropOffReason }),
  ]

  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let outcomes = project.rows(Outcome.self)
    let answers = Answers(project)
    let silent = outcomes.indices.filter {
      answers.answer(to: code, about: outcomes[$0].id.description) == nil
    }
    return silent.flatMap { position in
      deductions.filter {
        let outcome = outcomes[position]
        let isMoot = $0.column == "drop_off" && outcome.benefitPeriods == 1
        return !isMoot && outcome.stateOrPriced == .priced && $0.share(outcome)?.value == 0
          && $0.reason(outcome) == nil
      }
      .map { deduction in
        Finding(
          code, .warning,
          Text(
            "The \(deduction.label.english) of this outcome is 0 without a reason.",
            nl: "De \(deduction.label.dutch) van dit effect is 0 zonder reden."),
          help: Text(
            "Say in this column why nothing is taken off, or take something off.",
            nl: "Zeg in deze kolom waarom er niets af gaat, of haal er iets af."),
          at: project.address(
            outcomes, at: position, column: deduction.column + "_reason"))
      }
    }
  }
}
