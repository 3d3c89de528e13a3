import IndicatorKit

/// Jobs gross and net of what would have been there anyway, and the public cost of each.
struct JobCost {
  static let net = MeasureCard(
    "fte_net", Text("Net paid work", nl: "Netto betaald werk"),
    help: Text(
      "Full-time equivalents, less the part that would have been there anyway (deadweight) and the part taken from others (displacement), which the project states with a source.",
      nl:
        "Fte, min het deel dat er anders ook was geweest en het deel dat anderen verloren (verdringing), die het project met een bron opgeeft."
    ),
    kind: .computed, unit: .fullTimeEquivalent, aggregation: .sum, countsPeople: true)

  static let grossCost = MeasureCard(
    "cost_per_job_gross", Text("Public cost per gross job", nl: "Publieke kosten per bruto baan"),
    help: Text(
      "The public cost of the period that the project states, over the full-time years of all contracts.",
      nl:
        "De publieke kosten in de periode die het project opgeeft, per voltijdjaar van alle contracten."
    ),
    kind: .mean, unit: .money, direction: .down, aggregation: .pooled)

  static let netCost = MeasureCard(
    "cost_per_job_net", Text("Public cost per net job", nl: "Publieke kosten per netto baan"),
    help: Text(
      "The same cost over the net full-time years; always at least the gross one.",
      nl: "Dezelfde kosten per netto voltijdjaar; nooit lager dan bruto."),
    kind: .mean, unit: .money, direction: .down, aggregation: .pooled)

  static let cards = [net, grossCost, netCost]

  static let deadweight = ParameterCard(
    "employment.deadweight",
    Text("Jobs that would have been there anyway", nl: "Banen die er anders ook waren geweest"),
    unit: .percent)
  static let displacement = ParameterCard(
    "employment.displacement",
    Text("Jobs taken from others", nl: "Banen die anderen verloren"), unit: .percent)
  static let publicCost = ParameterCard(
    "employment.public_cost",
    Text("Public cost in the period", nl: "Publieke kosten in de periode"), unit: .money)

  static let parameters = [deadweight, displacement, publicCost]

  /// What is left of jobs after deadweight and displacement.
  private struct Remaining {
    let deadweight: ParameterValue
    let displacement: ParameterValue

    var part: Double { (1 - deadweight.value) * (1 - displacement.value) }
    var from: [ParameterValue] { [deadweight, displacement] }
  }

  let work: PaidWork
  let contracts: Rows<StaffMember>
  /// The parts and the cost that the project states, each absent where it does not.
  let deadweight: ParameterValue?
  let displacement: ParameterValue?
  let publicCost: ParameterValue?

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [measureNet(), cost(Self.grossCost, per: gross, using: []), measureNetCost()]
  }

  private var gross: Double { work.equivalents(contracts) }
  private var people: Int { PaidWork.working(contracts) }

  /// The part that remains; `nil` where one of the two is not a share.
  private var remaining: Remaining? {
    guard let deadweight, let displacement, (0...1).contains(deadweight.value),
      (0...1).contains(displacement.value)
    else { return nil }
    return Remaining(deadweight: deadweight, displacement: displacement)
  }

  private func measureNet() -> Measure {
    guard let remaining else { return Self.net.notMeasurable(Self.noParts) }
    return Self.net.computed(
      gross * remaining.part,
      inputs: [
        NamedNumber(
          "gross", Text("Paid work", nl: "Betaald werk"), gross, unit: .fullTimeEquivalent),
        NamedNumber(
          "remaining", Text("Part that remains", nl: "Deel dat overblijft"), remaining.part,
          unit: .percent),
      ],
      rule: Text(
        "paid work × (1 − deadweight) × (1 − displacement)",
        nl: "betaald werk × (1 − anders ook) × (1 − verdringing)"),
      from: origin(remaining.from)
    ).reckoned(.product(["gross", "remaining"])).of(people: people).noting(
      remaining.deadweight.sourceNote(
        Text("Deadweight", nl: "Anders ook"), amounting: remaining.deadweight.asPercentage)
    ).noting(
      remaining.displacement.sourceNote(
        Text("Displacement", nl: "Verdringing"), amounting: remaining.displacement.asPercentage))
  }

  private func measureNetCost() -> Measure {
    guard let remaining else { return Self.netCost.notMeasurable(Self.noParts) }
    return cost(Self.netCost, per: gross * remaining.part, using: remaining.from)
  }

  private func cost(
    _ card: MeasureCard, per jobs: Double, using parts: [ParameterValue]
  ) -> Measure {
    guard let publicCost, publicCost.value >= 0 else { return card.notMeasurable(Self.noCost) }
    guard people >= SmallGroups.fewest else { return card.notMeasurable(Self.tooFew) }
    return card.mean(
      sum: publicCost.value, count: jobs * work.period.years, from: origin([publicCost] + parts)
    ).of(people: people).noting(
      publicCost.sourceNote(Text("Public cost", nl: "Publieke kosten")))
  }

  private func origin(_ parameters: [ParameterValue]) -> Origin {
    .combined(
      [
        .selection(contracts.selection(columns: ["start", "end", "hours_per_week"])),
        work.norm.origin,
      ] + parameters.map(\.origin))
  }

  private static let noParts = Text(
    "it is not known which part of the jobs is the project’s: add rows “employment.deadweight” and “employment.displacement” with a source to the table “parameters”",
    nl:
      "het is niet bekend welk deel van de banen door het project komt: zet rijen ‘employment.deadweight’ en ‘employment.displacement’ met een bron in de tabel ‘parameters’"
  )
  private static let noCost = Text(
    "the public cost is not known: add a row “employment.public_cost” to the table “parameters”",
    nl:
      "de publieke kosten zijn niet bekend: zet een rij ‘employment.public_cost’ in de tabel ‘parameters’"
  )
  private static let tooFew = Text(
    "fewer than five people have a contract", nl: "minder dan vijf mensen hebben een contract")
}
