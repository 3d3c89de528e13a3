import ImpactModel

/// Which stated figures of a map follow, and which do not.
struct MapScore {
  let grid: Grid
  private(set) var followed = 0
  private(set) var deviations: [MapDeviation] = []

  init(grid: Grid) { self.grid = grid }

  mutating func follows() { followed += 1 }

  /// Holds a stated figure against the ways in which it can be had.
  ///
  /// - Parameters:
  ///   - loose: the ways with what rounding of typed numbers allows; only asked for at need.
  ///   - diagnose: names the fault that gives the stated value.
  mutating func judge(
    _ place: MapLayout.Place, _ figure: Text, isShare: Bool = false, stated: Interval? = nil,
    ways: [Interval], loose: @autoclosure () -> [Interval] = [],
    diagnose: (Interval) -> [Diagnosis] = { _ in [] }
  ) {
    guard let stated = stated ?? Interval(rounded: place.cell), let usual = ways.first else {
      return
    }
    if ways.contains(where: { stated.meets($0) }) { return follows() }
    var diagnoses = diagnose(stated)
    if diagnoses.isEmpty, loose().contains(where: { stated.meets($0) }) { return follows() }
    if diagnoses.isEmpty { diagnoses = MapScore.rounding(stated, place.cell, ways) }
    deviations.append(
      MapDeviation(
        figure: figure, address: grid.address(place.row, place.column), stated: stated.middle,
        computed: usual.middle, isShare: isShare, diagnoses: diagnoses))
  }

  /// A number of whole units, or with few decimals, that lies up to one unit above what follows.
  private static func rounding(
    _ stated: Interval, _ cell: Grid.Cell, _ ways: [Interval]
  ) -> [Diagnosis] {
    let unit = cell.halfUnit * 2
    let isUp = ways.contains { way in
      unit > 0 && stated.middle > way.high && stated.middle - way.middle < unit
    }
    return isUp ? [.roundedUp] : []
  }
}
