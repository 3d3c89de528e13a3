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

  // Inlined, these two crash the release optimiser of Swift 6.3.1.
  /// Its flows, where it is measured.
  @inline(never)
  var flows: MaterialCircularity? {
    if case .measured(let flows) = verdict { flows } else { nil }
  }

  /// Why it is not measured.
  @inline(never)
  var absence: Text? {
    if case .notMeasured(let reason) = verdict { reason } else { nil }
  }

  /// Assesses a row from its own cells: every cell that it needs must be there, and nothing is
  /// filled in for it.
  ///
  /// - Parameters:
  ///   - product: the row.
  ///   - lifetime: its life compared with the average, where it counts: not that of a part.
  ///   - use: its use compared with the average.
  static func verdict(of product: Product, lifetime: Double?, use: Double?) -> Verdict {
    guard
      let feedstock = feedstock(of: product), let collection = collection(of: product),
      let lifetime, let use
    else {
      let empty = emptyCells(of: product) + emptyUtility(lifetime, use)
      return .notMeasured(ProductReasons.lacking(product, labels(of: empty)))
    }
    let flows = MaterialCircularity(
      mass: product.mass, feedstock: feedstock, collection: collection, lifetimeFactor: lifetime,
      useFactor: use)
    if product.hasTwoEnergyRecoveries { return .notMeasured(ProductReasons.twoEnergies(product)) }
    let spillsAll = feedstock.recycled > 0 && feedstock.efficiency == 0
    return flows.map(Verdict.measured)
      ?? .notMeasured(
        spillsAll ? ProductReasons.withoutYield(product) : ProductReasons.impossible(product))
  }

  /// The reason why a product with measured parts is not measured: its own life or use is empty.
  static func lackingUtility(_ product: Product) -> Text {
    ProductReasons.lacking(
      product, labels(of: emptyUtility(product.lifetimeFactor, product.useFactor)))
  }

  private static func emptyUtility(_ lifetime: Double?, _ use: Double?) -> [String] {
    (lifetime == nil ? ["lifetime_factor"] : []) + (use == nil ? ["use_factor"] : [])
  }

  /// The columns of feedstock and collection that are needed and empty, in the order of the table.
  private static func emptyCells(of product: Product) -> [String] {
    let shares: [(String, Double?)] = [
      ("recycled_feedstock", product.recycledFeedstock),
      ("reused_feedstock", product.reusedFeedstock),
      ("biological_feedstock", product.biologicalFeedstock),
      ("collected_for_recycling", product.collectedForRecycling),
      ("collected_for_reuse", product.collectedForReuse),
      ("collected_for_composting", product.collectedForComposting),
      ("energy_recovery", product.qualifyingEnergyRecovery),
      (
        "recycling_efficiency",
        efficiency(product.recyclingEfficiency, product.collectedForRecycling)
      ),
      ("feedstock_efficiency", efficiency(product.feedstockEfficiency, product.recycledFeedstock)),
    ]
    return shares.filter { $0.1 == nil }.map(\.0)
  }

  /// An efficiency, which is not needed where its share is 0 or not known.
  private static func efficiency(_ efficiency: Double?, _ share: Double?) -> Double? {
    share.map { $0 > 0 } ?? false ? efficiency : 1
  }

  private static func labels(of columns: [String]) -> [Text] {
    let declared = TableDeclaration(Product.self).columns
    return columns.compactMap { id in declared.first { $0.id == id }?.label }
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
      let composting = product.collectedForComposting,
      let energy = product.qualifyingEnergyRecovery,
      recycling == 0 || product.recyclingEfficiency != nil
    else { return nil }
    return MaterialCircularity.Collection(
      recycling: recycling, reuse: reuse, composting: composting, energy: energy,
      efficiency: product.recyclingEfficiency)
  }
}

extension Product {
  /// The share of qualifying energy recovery, C_E: as filled in, or E_E · B_C.
  ///
  /// Ellen MacArthur Foundation and Granta Design, Circularity Indicators: methodology, 2019.
  var qualifyingEnergyRecovery: Double? {
    energyRecovery ?? computedEnergyRecovery
  }

  /// Whether a row gives the share of energy recovery, and numbers that make it another one.
  var hasTwoEnergyRecoveries: Bool {
    guard let energyRecovery, let computedEnergyRecovery else { return false }
    return abs(energyRecovery - computedEnergyRecovery) > 1e-9
  }

  private var computedEnergyRecovery: Double? {
    guard let energyEfficiency, let biogenicShare else { return nil }
    return energyEfficiency * biogenicShare
  }
}
