import IndicatorKit

/// How much food was saved, and how much of it people ate.
struct FoodMeasures {
  static let eaten = MeasureCard(
    "food_eaten", Text("Saved food that went to people", nl: "Gered voedsel dat naar mensen ging"),
    help: Text(
      "Kilograms of food that would have been thrown away and went to people as food, cooked or handed out; what they then left is not known. Animal feed and compost are in the breakdown alone.",
      nl:
        "Kilo’s voedsel dat anders was weggegooid en als eten naar mensen ging, bereid of uitgedeeld; wat zij ervan overlieten is niet bekend. Veevoer en compost staan alleen in de verdeling."
    ),
    kind: .sum, unit: .kilogram, aggregation: .sum, feedsValueMap: true)

  static let eatenShare = MeasureCard(
    "food_eaten_rate",
    Text("Saved food to people, share", nl: "Gered voedsel naar mensen, aandeel"),
    help: Text(
      "Kilograms that went to people as food, out of all saved kilograms with a known destination.",
      nl:
        "Kilo’s die als eten naar mensen gingen, van alle geredde kilo’s met een bekende bestemming."
    ),
    kind: .share, partsUnit: .kilogram, aggregation: .pooled)

  static let cards = [eaten, eatenShare]

  let rows: Rows<FoodSaved>
  let isMissing: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] {
    if isMissing { return absent(Absence.missing(FoodSaved.table.id)) }
    if rows.isEmpty { return absent(Absence.empty(FoodSaved.table.id)) }
    let known = rows.filter { $0.destination != nil }
    if known.isEmpty { return absent(Self.noDestinations) }
    let eaten = known.filter { $0.destination == .people }.sum(\.mass)
    let unknown = rows.filter { $0.destination == nil }.sum(\.mass)
    let origin = Origin.selection(rows.selection(columns: ["mass", "destination"]))
    let sum = Measure(
      card: Self.eaten, result: .measured(.sum(eaten, rows: known.count)), origin: origin
    ).broken(down: destinations(known))
    return [
      unknown == 0 ? sum : sum.noting(Self.withoutDestination(unknown)),
      Self.eatenShare.share(
        numerator: eaten, denominator: known.sum(\.mass), unknown: unknown, from: origin),
    ]
  }

  private func absent(_ reason: Text) -> [Measure] {
    Self.cards.map { $0.notMeasurable(reason) }
  }

  private func destinations(_ known: Rows<FoodSaved>) -> Breakdown {
    Breakdown(
      id: "destination", label: Text("Destination", nl: "Bestemming"), unit: .kilogram,
      entries: FoodDestination.allCases.map { destination in
        Breakdown.Entry(
          id: destination.rawValue, label: destination.label,
          value: known.filter { $0.destination == destination }.sum(\.mass))
      })
  }

  private static let noDestinations = Text(
    "of no saved food is known where it went",
    nl: "van geen gered voedsel is bekend waar het heen ging")

  private static func withoutDestination(_ mass: Double) -> Text {
    Text(
      "Of \(DecimalText.rounded(mass, decimals: 1, in: .english)) kg it is not known where they went; they are not in this figure.",
      nl:
        "Van \(DecimalText.rounded(mass, decimals: 1, in: .dutch)) kg is niet bekend waar ze heen gingen; die zitten niet in dit cijfer."
    )
  }
}
