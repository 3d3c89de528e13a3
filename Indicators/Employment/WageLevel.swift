import IndicatorKit

/// How wages stand to the minimum wage and to the living wage that the project states.
///
/// Neither amount is shipped: both are dated, differ by country and age, and come with a source of
/// the project’s own or of a pack that its user loads.
struct WageLevel {
  static let share = MeasureCard(
    "paid_living_wage",
    Text("People paid a living wage or more", nl: "Mensen met een leefbaar loon of meer"),
    help: Text(
      "People whose lowest gross hourly wage is the stated living wage or more, out of those of whom the wage is known. The living wage and the minimum wage are those on the last day of the period. A wage below the minimum can be lawful, as for young people and apprentices.",
      nl:
        "Mensen van wie het laagste bruto uurloon minstens het opgegeven leefbaar loon is, van wie het loon bekend is. Leefbaar loon en minimumloon zijn die op de laatste dag van de periode. Een loon onder het minimum kan rechtmatig zijn, zoals bij jongeren en leerlingen."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let minimumWage = ParameterCard(
    "employment.minimum_wage",
    Text("Minimum wage per hour", nl: "Minimumloon per uur"), unit: .money)
  static let livingWage = ParameterCard(
    "employment.living_wage",
    Text("Living wage per hour", nl: "Leefbaar loon per uur"), unit: .money)

  static let parameters = [minimumWage, livingWage]

  let staff: PaidPeople
  /// The wages that the project states, each absent where it does not.
  let minimum: ParameterValue?
  let living: ParameterValue?

  /// The share of people with a living wage, split by band.
  var measure: Measure {
    Self.share.attempt(measureShare)
  }

  private func measureShare() throws(NotMeasurable) -> Measure {
    guard let living, living.value > 0 else { throw Self.noLivingWage }
    if let minimum, minimum.value > living.value { throw Self.turnedRound }
    let wages = staff.people.compactMap(\.hourlyWage)
    guard !wages.isEmpty else { throw Self.noWages }
    let enough = wages.count { $0 >= living.value }
    try SmallGroups.require(enough, of: wages.count)
    let measure = Self.share.share(
      numerator: Double(enough), denominator: Double(wages.count),
      unknown: Double(staff.count - wages.count),
      from: .combined(
        [
          .selection(staff.contracts.selection(columns: ["person", "hourly_wage"])), living.origin,
        ] + (minimum.map { [$0.origin] } ?? [])))
    let sourced = measure.broken(down: bands(wages, living: living.value)).noting(
      living.sourceNote(
        Text("Living wage", nl: "Leefbaar loon"), amounting: living.asHourlyAmount))
    let both =
      minimum.map {
        sourced.noting(
          $0.sourceNote(Text("Minimum wage", nl: "Minimumloon"), amounting: $0.asHourlyAmount))
      } ?? sourced
    return both.of(people: wages.count)
  }

  private func bands(_ wages: [Double], living: Double) -> Breakdown {
    let floor = minimum?.value ?? 0
    let enough = wages.count { $0 >= living }
    let below = wages.count { $0 < floor }
    let between = wages.count - enough - below
    let middle =
      minimum == nil
      ? Text("Below the living wage", nl: "Onder het leefbaar loon")
      : Text(
        "From the minimum wage to below the living wage",
        nl: "Van het minimumloon tot onder het leefbaar loon")
    let entries: [(String, Text, Int)] = [
      ("below_minimum", Text("Below the minimum wage", nl: "Onder het minimumloon"), below),
      ("below_living", middle, between),
      ("living", Text("Living wage or more", nl: "Leefbaar loon of meer"), enough),
    ]
    return Breakdown(
      id: "wage_band", label: Text("Gross hourly wage", nl: "Bruto uurloon"), unit: .people,
      entries: entries.filter { $0.2 > 0 }.map {
        Breakdown.Entry(id: $0.0, label: $0.1, value: Double($0.2), people: $0.2)
      })
  }

  private static let noLivingWage = NotMeasurable(
    Text(
      "the living wage is not known: add a row “\(livingWage.id)” with the amount per hour and its source to the table “parameters”",
      nl:
        "het leefbaar loon is niet bekend: zet een rij ‘\(livingWage.id)’ met het bedrag per uur en de bron in de tabel ‘parameters’"
    ))
  private static let turnedRound = NotMeasurable(
    Text(
      "the stated minimum wage is above the stated living wage",
      nl: "het opgegeven minimumloon ligt boven het opgegeven leefbaar loon"))
  private static let noWages = NotMeasurable(
    Text(
      "of nobody in the table “staff” is the gross hourly wage of all contracts known",
      nl: "van niemand in de tabel ‘staff’ is het bruto uurloon van alle contracten bekend"))
}
