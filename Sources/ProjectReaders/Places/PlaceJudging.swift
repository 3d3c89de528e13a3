import ImpactModel

/// Judges where postcodes lie by the shares that tables of places give them.
///
/// Of a whole postcode in a table of addresses the place with the most addresses decides, and one
/// that lies in several places is counted as spanning. A table without addresses cannot tell the
/// most, and half a postcode has no place of its own: both are known where all their places lie on
/// one side of the boundary.
public struct PlaceJudging: Sendable {
  /// Where postcodes lie.
  public private(set) var positions: [Postcode: PostcodeArea.Position] = [:]
  /// How many whole postcodes lie on both sides of the boundary.
  public private(set) var spanning = 0

  private let codes: [PlaceCode]
  private let country: Country

  /// Starts with nothing.
  ///
  /// - Parameters:
  ///   - codes: the codes that make up the neighbourhood.
  ///   - country: the country of the postcodes.
  public init(codes: [PlaceCode], country: Country) {
    self.codes = codes
    self.country = country
  }

  /// Judges a postcode by the table that wins: the project's own list, else the first of addresses.
  ///
  /// - Parameter tables: the shares of the postcode, a list per table, with whether it is of
  ///   addresses.
  public mutating func judge(
    _ postcode: Postcode, by tables: [(isWeighted: Bool, shares: [PlaceShare])]
  ) {
    guard let table = tables.first(where: { !$0.isWeighted }) ?? tables.first,
      !table.shares.isEmpty
    else { return }
    let inside = table.shares.filter(isInside)
    if inside.count == table.shares.count || inside.isEmpty {
      positions[postcode] = inside.isEmpty ? .outside : .inside
      return
    }
    guard table.isWeighted, isWhole(postcode) else {
      positions[postcode] = .unknown
      return
    }
    spanning += 1
    let most = table.shares.map(\.addresses).max() ?? 0
    let leading = table.shares.filter { $0.addresses == most }
    let leadingInside = leading.count(where: isInside)
    positions[postcode] =
      leadingInside == leading.count ? .inside : leadingInside == 0 ? .outside : .unknown
  }

  private func isInside(_ share: PlaceShare) -> Bool { codes.contains { $0.contains(share) } }

  private func isWhole(_ postcode: Postcode) -> Bool {
    switch country {
    case .netherlands: postcode.description.count == 6
    case .belgium: true
    case .unitedKingdom: postcode.description.count > 4
    }
  }
}
