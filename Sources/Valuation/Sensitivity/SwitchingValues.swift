import ImpactModel

/// The values of one number of a map at which the ratio is a target, all else as it is.
public struct SwitchingValues: Sendable, Hashable {
  /// The number.
  public let part: MapPart
  /// What it is now; of a share of all rows, the one share that gives the same present value.
  public let current: Double
  /// The values, ascending; of a discount rate there may be several.
  public let values: [Double]
  /// Why there is none.
  public let absence: Text?
}

extension ValueMap {
  /// Finds at which values of one number alone the ratio is a target.
  ///
  /// Quantity, proxy, deadweight, displacement, attribution and an input's amount have a closed
  /// form, drop-off a bisection. Of periods it is the smallest whole number at which the ratio
  /// has come to the other side of the target, seen from 1 period. Of the discount rate all are
  /// given from −99 % to 1,000 %, of two that lie within 0.2 % of each other's 1 + rate perhaps
  /// none.
  ///
  /// - Returns: `nil` where the map has no such part.
  /// - Throws: `ValuationError` where the map itself cannot be valued.
  public func switchingValues(
    of part: MapPart, target: Double = 1
  ) throws(ValuationError) -> SwitchingValues? {
    SwitchingSearch(try MapSums(self), target: target).values(of: part)
  }

  /// Finds the switching values of every number of the map: rows, shares of all rows, inputs, rate.
  ///
  /// - Throws: `ValuationError` where the map itself cannot be valued.
  public func switchingValues(target: Double = 1) throws(ValuationError) -> [SwitchingValues] {
    let search = SwitchingSearch(try MapSums(self), target: target)
    let ofRows = rows.flatMap { row in MapPart.RowPart.allCases.map { MapPart.row(row.id, $0) } }
    let parts =
      MapPart.CommonShare.allCases.map { MapPart.everyRow($0) } + ofRows
      + inputs.map { MapPart.input($0.id) } + [.discountRate]
    return parts.compactMap { search.values(of: $0) }
  }
}
