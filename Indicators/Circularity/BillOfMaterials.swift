import IndicatorKit

/// The products of a table, each with its parts and their parts.
///
/// Ellen MacArthur Foundation and Granta Design, Circularity Indicators: methodology, 2019,
/// comprehensive approach: the flows of all parts are added up, and life and use are the product's.
struct BillOfMaterials {
  /// How many levels of parts are followed.
  static let deepest = 20
  /// By which share of its mass a product may differ from its parts, for rounded weights.
  static let tolerance = 0.01

  /// The products that are no part of another, and rows that belong to none, in order of their Id.
  let assessed: [ProductAssessment]
  /// The rows that are part of a measured product, and the products themselves.
  let measuredRows: Set<RowID>

  init(_ rows: some Sequence<Product>) {
    // Sorted, so that the order of rows cannot change the last digit of a sum.
    let sorted = rows.sorted { $0.id < $1.id }
    let walk = Walk(parts: Dictionary(grouping: sorted.filter { $0.partOf != nil }, by: \.partOf))
    var assessed: [ProductAssessment] = []
    var measured: Set<RowID> = []
    var reached: Set<RowID> = []
    for product in sorted where product.partOf == nil {
      let below = walk.rows(below: product)
      let assessment = ProductAssessment(product: product, verdict: walk.verdict(of: product))
      reached.formUnion(below)
      if assessment.flows != nil { measured.formUnion(below) }
      assessed.append(assessment)
    }
    // The rows of a ring of parts, or below a row that is not there, are below no product.
    let lost = sorted.filter { $0.partOf != nil && !reached.contains($0.id) }.map {
      ProductAssessment(product: $0, verdict: .notMeasured(ProductReasons.ownerless($0)))
    }
    self.assessed = (assessed + lost).sorted { $0.product.id < $1.product.id }
    measuredRows = measured
  }
}

/// Goes down from products to their parts.
private struct Walk {
  let parts: [RowID?: [Product]]

  /// The identifiers of a row and of everything below it, however deep.
  func rows(below product: Product) -> Set<RowID> {
    var found: Set<RowID> = [product.id]
    var next = parts[product.id] ?? []
    while let row = next.popLast() {
      // A doubled identifier could lead back to where it came from.
      if found.insert(row.id).inserted { next += parts[row.id] ?? [] }
    }
    return found
  }

  /// Assesses a product that is no part of another.
  func verdict(of product: Product) -> ProductAssessment.Verdict {
    let own = parts[product.id] ?? []
    if own.isEmpty {
      return ProductAssessment.verdict(
        of: product, lifetime: product.lifetimeFactor, use: product.useFactor)
    }
    switch sum(of: product, own, level: 1) {
    case .notMeasured(let reason): return .notMeasured(reason)
    case .measured(let whole):
      guard let lifetime = product.lifetimeFactor, let use = product.useFactor else {
        return .notMeasured(ProductAssessment.lackingUtility(product))
      }
      let flows = MaterialCircularity(parts: [whole], lifetimeFactor: lifetime, useFactor: use)
      return flows.map { .measured($0) } ?? .notMeasured(ProductReasons.impossible(product))
    }
  }

  /// Adds up the parts of a row; the life and use of parts do not count.
  private func sum(
    of product: Product, _ own: [Product], level: Int
  ) -> ProductAssessment.Verdict {
    guard level <= BillOfMaterials.deepest else {
      return .notMeasured(ProductReasons.tooDeep(product))
    }
    guard !product.hasShares else {
      return .notMeasured(ProductReasons.twiceDescribed(product))
    }
    var flows: [MaterialCircularity] = []
    for part in own {
      let below = parts[part.id] ?? []
      let verdict =
        below.isEmpty
        ? ProductAssessment.verdict(of: part, lifetime: 1, use: 1)
        : sum(of: part, below, level: level + 1)
      switch verdict {
      case .notMeasured: return verdict
      case .measured(let measured): flows.append(measured)
      }
    }
    guard let whole = MaterialCircularity(whole: flows) else {
      return .notMeasured(ProductReasons.impossible(product))
    }
    let gap = abs(whole.mass - product.mass)
    guard gap <= BillOfMaterials.tolerance * product.mass else {
      return .notMeasured(ProductReasons.unbalanced(product, parts: whole.mass))
    }
    return .measured(whole)
  }
}

extension Product {
  /// Whether a row says itself what it is made of or what becomes of it.
  fileprivate var hasShares: Bool {
    [
      recycledFeedstock, reusedFeedstock, biologicalFeedstock, collectedForRecycling,
      collectedForReuse, collectedForComposting, energyRecovery, energyEfficiency, biogenicShare,
      recyclingEfficiency, feedstockEfficiency,
    ].contains { $0 != nil }
  }
}
