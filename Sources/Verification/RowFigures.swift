/// The numbers of one row of a foreign map, as they count: shares as fractions.
struct RowFigures {
  let quantity: Interval?
  let proxy: Interval?
  let shares: [(name: String, share: Interval)]
  let dropOff: Interval?
  let start: Int?
  let duration: Int?
  let gross: Interval?
  let multiplier: Interval?
  let afterDeadweight: Interval?
  let afterDisplacement: Interval?
  let impact: Interval?
  /// The values of the periods that are stated.
  let periods: [Int: Interval]
  let presentValue: Interval?

  /// Reads a row.
  ///
  /// - Parameter isLoose: whether what the author typed may have been rounded too.
  init(_ row: MapLayout.Row, in map: MapLayout, isLoose: Bool) {
    func given(_ column: MapColumn) -> Interval? {
      guard let cell = row.cells[column]?.cell, let number = cell.number else { return nil }
      let unit = column.isShare && !cell.isPercentage ? map.shareUnits[column] ?? 1 : 1
      let exact = unit == 1 ? number : number / 100
      return isLoose ? RowFigures.unrounded(exact, cell, column) : Interval(exact)
    }
    func stated(_ column: MapColumn) -> Interval? {
      row.cells[column].flatMap { place in
        column.isShare ? map.statedShare(place.cell, column) : Interval(rounded: place.cell)
      }
    }
    // A column that the map has and the row leaves empty takes nothing off.
    func share(_ column: MapColumn) -> Interval? {
      map.columns.contains(column) ? given(column) ?? Interval(0) : nil
    }
    quantity = given(.quantity)
    proxy = given(.proxy)
    shares =
      ([
        ("deadweight", .deadweight), ("displacement", .displacement), ("attribution", .attribution),
      ] as [(String, MapColumn)]).compactMap { name, column in share(column).map { (name, $0) } }
    dropOff = share(.dropOff)
    start = row.cells[.start]?.cell.number.flatMap { Int(exactly: $0) }
    duration = row.cells[.duration]?.cell.number.flatMap { Int(exactly: $0) }
    gross = stated(.gross)
    multiplier = stated(.multiplier)
    afterDeadweight = stated(.afterDeadweight)
    afterDisplacement = stated(.afterDisplacement)
    impact = stated(.impact)
    presentValue = stated(.presentValue)
    var periods: [Int: Interval] = [:]
    for period in map.periods { periods[period] = stated(.period(period)) }
    self.periods = periods
  }

  /// What a typed number may have been before it was rounded.
  ///
  /// Whole counts and small whole amounts are typed as they are, and so are shares but those of a
  /// plain fraction: 33 % may be a third, and 10 % is 10 %.
  private static func unrounded(
    _ exact: Double, _ cell: Grid.Cell, _ column: MapColumn
  ) -> Interval {
    if column.isShare {
      let half = min(
        cell.isPercentage || cell.number == exact ? cell.halfUnit : cell.halfUnit / 100, 0.005)
      let fraction = fractions.first { ($0 - exact).magnitude <= half }
      return Interval(low: exact, high: fraction ?? exact)
    }
    let isTyped = exact == exact.rounded() && (column == .quantity || exact.magnitude < 1_000)
    return isTyped
      ? Interval(exact) : Interval(low: exact - cell.halfUnit, high: exact + cell.halfUnit)
  }

  /// The fractions of up to twelve parts that no two decimals write, the plainest first.
  private static let fractions: [Double] = [3, 6, 7, 8, 9, 11, 12].flatMap { parts in
    (1..<parts).map { Double($0) / Double(parts) }
  }

  /// What remains after all deductions.
  var kept: Interval { shares.map(\.share.kept).product() }

  /// The values from which the deductions are taken: as stated, and as they follow.
  var bases: [Interval] {
    let product = quantity.flatMap { quantity in proxy.map { quantity * $0 } }
    return [gross, product].compactMap(\.self)
  }

  /// The ways in which the impact follows, the usual one first.
  var impacts: [Interval] {
    var ways: [Interval] = []
    if let multiplier { ways += bases.map { $0 * multiplier } }
    if let afterDisplacement, let attribution = share("attribution") {
      ways.append(afterDisplacement * attribution.kept)
    }
    if multiplier == nil || !shares.isEmpty { ways += bases.map { $0 * kept } }
    return ways
  }

  /// The impact as stated, else as it follows.
  var knownImpact: Interval? { impact ?? impacts.first }

  func share(_ name: String) -> Interval? { shares.first { $0.name == name }?.share }
}

extension MapLayout {
  /// A stated share with what rounding of its digits allows.
  func statedShare(_ cell: Grid.Cell, _ column: MapColumn) -> Interval? {
    let unit = cell.isPercentage ? 1 : shareUnits[column] ?? 1
    guard let interval = Interval(rounded: cell) else { return nil }
    return unit == 1 ? interval : Interval(low: interval.low / 100, high: interval.high / 100)
  }
}
