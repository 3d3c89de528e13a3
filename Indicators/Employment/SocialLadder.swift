import IndicatorKit

/// The step of the PSO ladder that a social contribution reaches, by the norm for its size.
///
/// PSO-Nederland, PSO-normen (TNO, WEA). Norms are published for some sizes and do not run in a
/// straight line between them: for any other size the project gives those of the handbook, and
/// without them there is no step.
struct SocialLadder {
  static let contribution = MeasureCard(
    "pso_contribution", Text("Social contribution (PSO)", nl: "Sociale bijdrage (PSO)"),
    help: Text(
      "The direct and the indirect social contribution of the latest assessment in the period, as a share of employees and as that assessment states them.",
      nl:
        "De directe en de indirecte sociale bijdrage van de laatste meting in de periode, als deel van de medewerkers en zoals die meting ze opgeeft."
    ),
    kind: .computed, unit: .percent, aggregation: .none)

  static let step = MeasureCard(
    "pso_step", Text("Step of the PSO ladder", nl: "Trede op de PSO-ladder"),
    help: Text(
      "The highest step, 0 to 3, whose norm for the number of employees the contribution reaches; a size without a published norm needs those of the handbook, because nothing is put in between. A certificate asks more than this number.",
      nl:
        "De hoogste trede, 0 tot en met 3, waarvan de bijdrage de norm voor het aantal medewerkers haalt; een grootte zonder gepubliceerde norm vraagt die uit het handboek, want er wordt niets tussen gevoegd. Een certificaat vraagt meer dan dit getal."
    ),
    kind: .computed, unit: .count, aggregation: .none)

  static let cards = [contribution, step]

  /// The sizes for which norms are published; the last stands for itself and all larger ones.
  static let sizes = [2, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 105]
  private static let steps = [1, 2, 3]

  /// The norms that can be looked up, one parameter per step and size.
  static let parameters: [ParameterCard] = steps.flatMap { step in
    sizes.map { parameter(step: step, size: $0) }
  }

  /// The parameter of a step and a published size.
  static func parameter(step: Int, size: Int) -> ParameterCard {
    let name = size == sizes.last ? "\(size)_or_more" : String(size)
    return ParameterCard(
      "pso.step_\(step).employees_\(name)",
      Text("Norm of PSO step \(step)", nl: "Norm van PSO-trede \(step)"), unit: .percent)
  }

  let rows: Rows<SocialContribution>
  /// The norms in force, by identifier.
  let norms: [String: ParameterValue]

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [Self.contribution.attempt(measureContribution), Self.step.attempt(measureStep)]
  }

  private func measureContribution() throws(NotMeasurable) -> Measure {
    let latest = try latest()
    let inputs =
      [
        NamedNumber(
          "direct", Text("Direct contribution", nl: "Directe bijdrage"), latest.row.direct,
          unit: .percent)
      ]
      + (latest.row.indirect.map {
        [
          NamedNumber(
            "indirect", Text("Indirect contribution", nl: "Indirecte bijdrage"), $0, unit: .percent)
        ]
      } ?? [])
    let measure = Self.contribution.computed(
      latest.row.contribution, inputs: inputs,
      rule: Text("direct + indirect", nl: "direct + indirect"),
      from: .selection(latest.rows.selection(columns: ["direct", "indirect"]))
    ).reckoned(.sum(inputs.map { .input($0.id) }))
    return latest.row.indirect == nil ? measure.noting(Self.withoutIndirect) : measure
  }

  private func measureStep() throws(NotMeasurable) -> Measure {
    let latest = try latest()
    let norms = try norms(for: latest.row)
    guard zip(norms, norms.dropFirst()).allSatisfy({ $0.value < $1.value }) else {
      throw Self.unorderedNorms
    }
    // 6 % and 1.3 % make 7.3 %, whatever the last binary digit of their sum.
    let contribution = latest.row.contribution.roundedToNineDigits
    let reached = norms.count { contribution >= $0.value.roundedToNineDigits }
    let numbers = [
      NamedNumber(
        "contribution", Text("Social contribution", nl: "Sociale bijdrage"),
        latest.row.contribution, unit: .percent),
      NamedNumber(
        "employees", Text("Employees", nl: "Medewerkers"), Double(latest.row.employees),
        unit: .people),
    ]
    let limits = norms.enumerated().map { index, norm in
      NamedNumber(
        "norm_\(index + 1)", Text("Norm of step \(index + 1)", nl: "Norm trede \(index + 1)"),
        norm.value, unit: .percent)
    }
    return Self.step.computed(
      Double(reached), inputs: numbers + limits,
      rule: Text(
        "the number of norms that the contribution reaches",
        nl: "het aantal normen dat de bijdrage haalt"),
      from: .combined([.selection(latest.rows.selection())] + norms.compactMap(\.origin)))
  }

  /// The latest assessment of the period.
  private func latest() throws(NotMeasurable) -> (
    row: SocialContribution, rows: Rows<SocialContribution>
  ) {
    guard let day = rows.map(\.date).max() else { throw Self.noAssessment }
    let latest = rows.filter { $0.date == day }
    guard latest.count == 1, let row = latest.first else { throw Self.doubled }
    return (row, latest)
  }

  /// The three norms for a size: those that the project gives, else the published ones.
  private func norms(
    for row: SocialContribution
  ) throws(NotMeasurable) -> [(value: Double, origin: Origin?)] {
    if let one = row.norm1, let two = row.norm2, let three = row.norm3 {
      return [(one, nil), (two, nil), (three, nil)]
    }
    let largest = Self.sizes.last ?? row.employees
    let size = min(row.employees, largest)
    let found = Self.steps.compactMap { norms[Self.parameter(step: $0, size: size).id] }
    guard Self.sizes.contains(size) else { throw Self.between(row.employees) }
    guard found.count == Self.steps.count else { throw Self.notInForce }
    return found.map { ($0.value, $0.origin) }
  }

  private static let withoutIndirect = Text(
    "The indirect contribution is not known; this is the direct one alone.",
    nl: "De indirecte bijdrage is niet bekend; dit is alleen de directe.")

  private static let noAssessment = NotMeasurable(
    Text(
      "the table “pso_assessments” has no assessment in the period",
      nl: "de tabel ‘pso_assessments’ heeft geen meting in de periode"))

  private static let doubled = NotMeasurable(
    Text(
      "the table “pso_assessments” has two assessments of one day",
      nl: "de tabel ‘pso_assessments’ heeft twee metingen van één dag"))

  private static let notInForce = NotMeasurable(
    Text(
      "the PSO norms are not known for the last day of the period: give those of the handbook in the row",
      nl:
        "de PSO-normen zijn niet bekend voor de laatste dag van de periode: geef die uit het handboek in de rij"
    ))

  private static let unorderedNorms = NotMeasurable(
    Text(
      "the norms of the steps do not rise", nl: "de normen van de treden lopen niet op"))

  private static func between(_ employees: Int) -> NotMeasurable {
    let lower = sizes.last { $0 < employees } ?? employees
    let higher = sizes.first { $0 > employees } ?? employees
    return NotMeasurable(
      Text(
        "no norm is published for \(employees) employees, only for \(lower) and \(higher): give the norms of the PSO handbook in the row",
        nl:
          "voor \(employees) medewerkers is geen norm gepubliceerd, alleen voor \(lower) en \(higher): geef de normen uit het PSO-handboek in de rij"
      ))
  }
}

extension SocialContribution {
  /// Direct and indirect together.
  var contribution: Double { direct + (indirect ?? 0) }
}
