/// The Material Circularity Indicator of a product, by the formulas of 2019.
///
/// Ellen MacArthur Foundation and Granta Design, Circularity Indicators: methodology, 2019. All
/// shares are fractions of the mass. Two products add up to one by adding their flows, so that the
/// linear flow index of the whole is that of its bill of materials.
struct MaterialCircularity: Sendable, Hashable {
  /// What a product is made of.
  struct Feedstock: Sendable, Hashable {
    /// The recycled share, F_R.
    var recycled = 0.0
    /// The reused share, F_U.
    var reused = 0.0
    /// The share from sustained biological production, F_S.
    var biological = 0.0
    /// The efficiency of making recycled feedstock, E_F; needed where there is any.
    var efficiency: Double?
  }

  /// What becomes of a product after its use.
  struct Collection: Sendable, Hashable {
    /// The share collected for recycling, C_R.
    var recycling = 0.0
    /// The share collected for reuse, C_U.
    var reuse = 0.0
    /// The share collected for composting, C_C.
    var composting = 0.0
    /// The share of qualifying energy recovery, C_E.
    var energy = 0.0
    /// The efficiency of recycling, E_C; needed where anything is recycled.
    var efficiency: Double?
  }

  /// The mass, M, in kilograms.
  let mass: Double
  /// The virgin feedstock, V.
  let virgin: Double
  /// What is collected for nothing, W_0.
  let uncollected: Double
  /// The waste of recycling the product after its use, W_C.
  let recyclingWaste: Double
  /// The waste of making its recycled feedstock, W_F.
  let feedstockWaste: Double
  /// The utility, X: life and intensity of use compared with an average product.
  let utility: Double

  /// Computes the flows, or gives `nil` where the numbers cannot belong to a product.
  ///
  /// Mass, life and use are above 0; shares lie in 0...1 and add up to at most 1; recycled
  /// feedstock needs an efficiency above 0, and collection for recycling an efficiency.
  init?(
    mass: Double, feedstock: Feedstock, collection: Collection, lifetimeFactor: Double = 1,
    useFactor: Double = 1
  ) {
    let feedstockShares = [feedstock.recycled, feedstock.reused, feedstock.biological]
    let collectionShares = [
      collection.recycling, collection.reuse, collection.composting, collection.energy,
    ]
    let utility = lifetimeFactor * useFactor
    guard mass > 0, mass.isFinite, lifetimeFactor > 0, useFactor > 0, utility > 0, utility.isFinite,
      Self.arePartsOfOne(feedstockShares), Self.arePartsOfOne(collectionShares),
      let lostAfterUse = Self.lost(collection.recycling, at: collection.efficiency),
      let lostBeforeUse = Self.spilt(feedstock.recycled, at: feedstock.efficiency)
    else { return nil }
    self.init(
      mass: mass, virgin: mass * Self.rest(of: feedstockShares),
      uncollected: mass * Self.rest(of: collectionShares), recyclingWaste: mass * lostAfterUse,
      feedstockWaste: mass * lostBeforeUse, utility: utility)
  }

  /// Adds up products, weighing their utility by mass; `nil` where there are none.
  init?(whole products: [MaterialCircularity]) {
    func sum(_ part: (MaterialCircularity) -> Double) -> Double {
      products.reduce(0) { $0 + part($1) }
    }
    let mass = sum(\.mass)
    guard mass > 0, mass.isFinite else { return nil }
    self.init(
      mass: mass, virgin: sum(\.virgin), uncollected: sum(\.uncollected),
      recyclingWaste: sum(\.recyclingWaste), feedstockWaste: sum(\.feedstockWaste),
      utility: sum { $0.mass * $0.utility } / mass)
  }

  /// Adds up the parts of one product, whose utility is the product's own; `nil` where it has none.
  ///
  /// The comprehensive approach: flows are added over the bill of materials, life and use are
  /// those of the product.
  init?(
    parts: [MaterialCircularity], lifetimeFactor: Double, useFactor: Double
  ) {
    let utility = lifetimeFactor * useFactor
    guard let whole = MaterialCircularity(whole: parts), lifetimeFactor > 0, useFactor > 0,
      utility > 0, utility.isFinite
    else { return nil }
    self.init(
      mass: whole.mass, virgin: whole.virgin, uncollected: whole.uncollected,
      recyclingWaste: whole.recyclingWaste, feedstockWaste: whole.feedstockWaste, utility: utility)
  }

  /// The unrecoverable waste, W: half of each recycling’s waste is the neighbour’s in the loop.
  var waste: Double { uncollected + (feedstockWaste + recyclingWaste) / 2 }

  /// The linear flow index, LFI: 1 for a wholly linear product, 0 for a wholly restorative one.
  var linearFlowIndex: Double {
    (virgin + waste) / (2 * mass + (feedstockWaste - recyclingWaste) / 2)
  }

  /// The indicator before it is cut off at 0; it is negative for linear products of short life.
  var unclamped: Double { 1 - linearFlowIndex * 0.9 / utility }

  /// The indicator, 0 to 1.
  var value: Double { max(0, unclamped) }

  private init(
    mass: Double, virgin: Double, uncollected: Double, recyclingWaste: Double,
    feedstockWaste: Double, utility: Double
  ) {
    self.mass = mass
    self.virgin = virgin
    self.uncollected = uncollected
    self.recyclingWaste = recyclingWaste
    self.feedstockWaste = feedstockWaste
    self.utility = utility
  }

  /// Whether shares lie in 0...1 and add up to at most 1, but for the last bits of a sum.
  private static func arePartsOfOne(_ shares: [Double]) -> Bool {
    shares.allSatisfy { (0...1).contains($0) } && shares.reduce(0, +) <= 1 + 1e-9
  }

  private static func rest(of shares: [Double]) -> Double { max(0, 1 - shares.reduce(0, +)) }

  /// What recycling a share loses: (1 − E) · share.
  private static func lost(_ share: Double, at efficiency: Double?) -> Double? {
    if share == 0 { return 0 }
    guard let efficiency, (0...1).contains(efficiency) else { return nil }
    return (1 - efficiency) * share
  }

  /// What making a recycled share spills: share · (1 − E) / E.
  private static func spilt(_ share: Double, at efficiency: Double?) -> Double? {
    if share == 0 { return 0 }
    guard let efficiency, (0...1).contains(efficiency), efficiency > 0 else { return nil }
    let spilt = share * (1 - efficiency) / efficiency
    return spilt.isFinite ? spilt : nil
  }
}
