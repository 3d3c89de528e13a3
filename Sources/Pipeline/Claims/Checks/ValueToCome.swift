import ExportKit

/// An evaluation speaks mostly of what has been.
enum ValueToCome: ClaimCheck {
  static let card = ClaimCard(
    "value_to_come", Text("An evaluation of the future", nl: "Een evaluatie van de toekomst"),
    looksAt: Text(
      "Evaluations with more than half of the undiscounted value after the reporting period.",
      nl: "Evaluaties met meer dan de helft van de waarde na de verslagperiode."),
    why: Text(
      "An evaluation says what was measured; what is still to come is a forecast.",
      nl: "Een evaluatie zegt wat gemeten is; wat nog komt, is een prognose."),
    source: "\(ClaimSource.guide), stages 1.1 and 3.3",
    remedy: Text(
      "Call the report a forecast, show the value so far beside it, or shorten durations.",
      nl: "Noem het een prognose, toon de waarde tot nu ernaast, of kort de duur in."))

  static let firing = ClaimExample(
    Text(
      "Three outcomes last three years and hardly fade.",
      nl: "Drie effecten duren drie jaar en nemen nauwelijks af.")
  ) { map in
    lengthen(&map)
  }

  static let silent = ClaimExample(
    Text("The same as a forecast.", nl: "Hetzelfde als prognose.")
  ) { map in
    lengthen(&map)
    map.perspective = .forecast
  }

  private static func lengthen(_ map: inout ExampleMap) {
    for id in ["o1", "o2", "o4"] {
      map.change(id) {
        $0.benefitPeriods = 3
        $0.dropOff.value = 0.1
      }
    }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let project = view.report.project
    guard project.perspective == .evaluation else { return [] }
    let end = project.period.last
    let months = (end.year - project.start.year) * 12 + end.month - project.start.month + 1
    let past = max(0, (months + 11) / 12)
    let gains = view.rows.filter { !$0.isLoss }
    let all = gains.reduce(0) { $0 + $1.valuePerPeriod.reduce(0, +) }
    let later = gains.reduce(0) { $0 + $1.valuePerPeriod.dropFirst(past).reduce(0, +) }
    guard all > 0, later > all / 2 else { return [] }
    let share = Shown.percent(later / all)
    return [
      FoundClaim(
        Text(
          "\(share) of the value comes after the period that was evaluated.",
          nl: "\(share) van de waarde komt na de geëvalueerde periode."))
    ]
  }
}
