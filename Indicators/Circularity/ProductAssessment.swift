import IndicatorKit

/// A product of the table with its flows, or the reason why it is not measured.
struct ProductAssessment {
  /// What came of it.
  enum Verdict {
    case measured(MaterialCircularity)
    case notMeasured(Text)
  }

  let product: Product
  let verdict: Verdict

  /// Assesses a product: every cell that it needs must be there, and nothing is filled in for it.
  init(_ product: Product) {
    self.product = product
    guard
      let feedstock = Self.feedstock(of: product), let collection = Self.collection(of: product),
      let lifetime = product.lifetimeFactor, let use = product.useFactor
    else {
      verdict = .notMeasured(Self.lacking(product))
      return
    }
    let flows = MaterialCircularity(
      mass: product.mass, feedstock: feedstock, collection: collection, lifetimeFactor: lifetime,
      useFactor: use)
    let spillsAll = feedstock.recycled > 0 && feedstock.efficiency == 0
    verdict =
      flows.map(Verdict.measured)
      ?? .notMeasured(spillsAll ? Self.withoutYield(product) : Self.impossible(product))
  }

  /// Its flows, where it is measured.
  var flows: MaterialCircularity? {
    if case .measured(let flows) = verdict { flows } else { nil }
  }

  /// Why it is not measured.
  var absence: Text? {
    if case .notMeasured(let reason) = verdict { reason } else { nil }
  }

  private static func feedstock(of product: Product) -> MaterialCircularity.Feedstock? {
    guard let recycled = product.recycledFeedstock, let reused = product.reusedFeedstock,
      let biological = product.biologicalFeedstock,
      recycled == 0 || product.feedstockEfficiency != nil
    else { return nil }
    return MaterialCircularity.Feedstock(
      recycled: recycled, reused: reused, biological: biological,
      efficiency: product.feedstockEfficiency)
  }

  private static func collection(of product: Product) -> MaterialCircularity.Collection? {
    guard let recycling = product.collectedForRecycling, let reuse = product.collectedForReuse,
      let composting = product.collectedForComposting, let energy = product.energyRecovery,
      recycling == 0 || product.recyclingEfficiency != nil
    else { return nil }
    return MaterialCircularity.Collection(
      recycling: recycling, reuse: reuse, composting: composting, energy: energy,
      efficiency: product.recyclingEfficiency)
  }

  private static func lacking(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured, because a cell that it needs is empty.",
      nl: "‘\(product.product)’ is niet gemeten, omdat een cel die nodig is leeg is.")
  }

  private static func withoutYield(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured: it has recycled feedstock made with an efficiency of 0 %, which yields nothing; fill in the real efficiency.",
      nl:
        "‘\(product.product)’ is niet gemeten: het heeft gerecycled materiaal dat met een rendement van 0 % gemaakt zou zijn, en dat levert niets op; vul het echte rendement in."
    )
  }

  private static func impossible(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured, because its numbers cannot be those of a product: mass, life and use are above 0, the shares of feedstock and of collection add up to at most 100 %, and recycled feedstock has an efficiency above 0.",
      nl:
        "‘\(product.product)’ is niet gemeten, omdat de getallen niet bij een product kunnen horen: massa, levensduur en gebruik zijn groter dan 0, de aandelen materiaal en inzameling zijn samen hoogstens 100 %, en gerecycled materiaal heeft een rendement boven 0."
    )
  }
}
