import ImpactModel

/// What an anchor institution, or any organisation, pays one supplier.
public struct AnchorPurchase: Sendable, Hashable {
  /// The amount.
  public let amount: Double
  /// Where the supplier is.
  public let locality: Locality
  /// Its postcode, where it is known.
  public let postcode: Postcode?
  /// Whether it is a small firm, where that is known.
  public let isSmall: Bool?
  /// Whether it is a social enterprise, where that is known.
  public let isSocial: Bool?

  /// Makes a purchase.
  public init(
    amount: Double, locality: Locality, postcode: Postcode? = nil, isSmall: Bool? = nil,
    isSocial: Bool? = nil
  ) {
    self.amount = amount
    self.locality = locality
    self.postcode = postcode
    self.isSmall = isSmall
    self.isSocial = isSocial
  }
}

/// A part of a whole of which a third part is not known.
public struct PartlyKnown: Sendable, Hashable {
  /// What is known to belong.
  public let part: Double
  /// What is known to belong or not.
  public let known: Double
  /// What could not be judged.
  public let unknown: Double

  /// The part of what is known, or `nil` where nothing is.
  public var share: Double? { known > 0 ? part / known : nil }

  /// Sums amounts by whether they belong.
  public init(_ amounts: [(amount: Double, belongs: Bool?)]) {
    part = amounts.reduce(0) { $0 + ($1.belongs == true ? $1.amount : 0) }
    known = amounts.reduce(0) { $0 + ($1.belongs != nil ? $1.amount : 0) }
    unknown = amounts.reduce(0) { $0 + ($1.belongs == nil ? $1.amount : 0) }
  }
}

/// How an anchor institution buys and hires (CLES, annual spend analysis with Manchester City
/// Council: paid invoices by postcode, firm size and kind, each year anew).
public struct AnchorSpending: Sendable, Hashable {
  /// What was bought at the start of a postcode.
  public struct Area: Sendable, Hashable {
    /// The start of the postcodes: four digits, or the outward code.
    public let postcode: String
    /// The amount.
    public let amount: Double
  }

  /// What was bought nearby.
  public let local: PartlyKnown
  /// What was bought from small firms.
  public let small: PartlyKnown
  /// What was bought from social enterprises.
  public let social: PartlyKnown
  /// What was bought by area, the largest first; suppliers without a postcode are left out.
  public let areas: [Area]

  /// Divides purchases by place, size and kind.
  public init(_ purchases: [AnchorPurchase]) {
    local = PartlyKnown(
      purchases.map { ($0.amount, $0.locality == .unknown ? nil : $0.locality == .local) })
    small = PartlyKnown(purchases.map { ($0.amount, $0.isSmall) })
    social = PartlyKnown(purchases.map { ($0.amount, $0.isSocial) })
    var sums: [String: Double] = [:]
    for purchase in purchases {
      if let postcode = purchase.postcode { sums[postcode.areaCode, default: 0] += purchase.amount }
    }
    areas = sums.map { Area(postcode: $0.key, amount: $0.value) }
      .sorted { ($1.amount, $0.postcode) < ($0.amount, $1.postcode) }
  }

  /// The share of people hired who live nearby; people whose home is not known are in neither part.
  public static func hiring(_ homes: [Locality]) -> PartlyKnown {
    PartlyKnown(homes.map { (1, $0 == .unknown ? nil : $0 == .local) })
  }
}

extension Postcode {
  /// The part that names an area: four digits, or of a British postcode what stands before the space.
  public var areaCode: String {
    if description.first?.isNumber == true { return String(description.prefix(4)) }
    let inward = description.suffix(3)
    let isWhole =
      description.count > 4 && inward.first?.isNumber == true
      && inward.dropFirst().allSatisfy(\.isLetter)
    return String(isWhole ? description.dropLast(3) : description[...])
  }
}
