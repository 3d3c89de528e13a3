import IndicatorKit

/// How circular a range of products is, by a normalising factor that is always stated.
///
/// Ellen MacArthur Foundation and Granta Design, Circularity Indicators: methodology, 2019,
/// company level: Σ N · MCI ÷ Σ N over the products, N being their mass or their revenue.
struct PortfolioMeasures {
  static let byMass = MeasureCard(
    "mci_by_mass",
    Text("Material circularity, weighed by mass", nl: "Materiaalcirculariteit, gewogen naar massa"),
    help: Text(
      "The mean of the products’ own indicators, each cut off at 0, weighed by kilograms; parts count within their product.",
      nl:
        "Het gemiddelde van de indicatoren van de producten zelf, elk afgekapt op 0, gewogen naar kilo’s; onderdelen tellen binnen hun product."
    ),
    kind: .computed, unit: .circularity, aggregation: .none)

  static let byRevenue = MeasureCard(
    "mci_by_revenue",
    Text(
      "Material circularity, weighed by revenue",
      nl: "Materiaalcirculariteit, gewogen naar omzet"),
    help: Text(
      "The mean of the products’ own indicators, each cut off at 0, weighed by revenue; products without a revenue are left out and counted in a note.",
      nl:
        "Het gemiddelde van de indicatoren van de producten zelf, elk afgekapt op 0, gewogen naar omzet; producten zonder omzet vallen erbuiten en worden in een noot geteld."
    ),
    kind: .computed, unit: .circularity, aggregation: .none)

  static let cards = [byMass, byRevenue]

  /// A measured product with its indicator.
  private struct Weighed {
    let circularity: Double
    let weight: Double
  }

  let assessed: [ProductAssessment]
  let rows: Rows<Product>

  /// The measures, in the order of their cards.
  var all: [Measure] { [measureByMass, measureByRevenue] }

  private var measureByMass: Measure {
    let weighed = assessed.compactMap { assessment in
      assessment.flows.map { Weighed(circularity: $0.value, weight: $0.mass) }
    }
    return measure(Self.byMass, weighed, unit: .kilogram)
  }

  private var measureByRevenue: Measure {
    let measured = assessed.filter { $0.flows != nil }
    let weighed = measured.compactMap { assessment -> Weighed? in
      guard let flows = assessment.flows, let revenue = assessment.product.revenue else {
        return nil
      }
      return Weighed(circularity: flows.value, weight: revenue)
    }
    let measure = measure(Self.byRevenue, weighed, unit: .money)
    let without = measured.count - weighed.count
    guard measure.value != nil, without > 0 else { return measure }
    return measure.noting(Self.withoutRevenue(without, of: measured.count))
  }

  private func measure(
    _ card: MeasureCard, _ products: [Weighed], unit: Unit
  ) -> Measure {
    let total = products.reduce(0) { $0 + $1.weight }
    guard total > 0, total.isFinite else {
      return card.notMeasurable(card.id == Self.byMass.id ? Self.noMass : Self.noRevenue)
    }
    let sum = products.reduce(0) { $0 + $1.weight * $1.circularity }
    return card.computed(
      sum / total,
      inputs: [
        NamedNumber("weighed", Text("Sum of N × MCI", nl: "Som van N × MCI"), sum, unit: unit),
        NamedNumber(
          "normaliser", Text("Normalising factor (N)", nl: "Normeringsfactor (N)"), total,
          unit: unit),
        NamedNumber(
          "products", Text("Products", nl: "Producten"), Double(products.count), unit: .count),
      ],
      rule: Self.rule, from: .selection(rows.selection())
    ).reckoned(.quotient("weighed", "normaliser"))
  }

  private static let rule = Text("Σ N × MCI ÷ Σ N", nl: "Σ N × MCI ÷ Σ N")

  private static let noMass = Text(
    "no product that is measured has a mass above 0",
    nl: "geen product dat gemeten is, heeft een massa boven 0")

  private static let noRevenue = Text(
    "no product that is measured has a revenue above 0",
    nl: "geen product dat gemeten is, heeft een omzet boven 0")

  private static func withoutRevenue(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) measured products the revenue is not known; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) gemeten producten is de omzet niet bekend; die zitten niet in dit cijfer."
    )
  }
}
