import ImpactModel

/// Recomputes each stated figure of a foreign map from what stands before it in the map.
///
/// A figure is held against the figures it is made of as they are stated, so that one mistake
/// gives one deviation and not a trail. What authors type counts as exact; only where nothing
/// else explains a figure may what they typed have been rounded too.
struct MapCheck {
  let map: MapLayout
  let periods: MapPeriods
  let rate: Double?
  private(set) var timing: MapTiming?
  let statedTiming: MapTiming?

  init(_ map: MapLayout) {
    self.map = map
    periods = MapPeriods(map)
    rate = MapCheck.rate(of: map)
    statedTiming =
      map.lines.lazy.filter { $0.label == .timing }.compactMap(\.text)
      .compactMap(MapCheck.timing).first
    timing = statedTiming
    if timing == nil { timing = usualTiming }
  }

  /// Recomputes everything that the map states.
  var score: MapScore {
    var score = MapScore(grid: map.grid)
    for row in map.rows { check(row, &score) }
    for total in map.totals { check(total, &score) }
    checkLines(&score)
    return score
  }

  func words(_ english: String, _ dutch: String, _ row: MapLayout.Row) -> Text {
    let name = row.name.prefix(60)
    return Text("\(english) of “\(name)”", nl: "\(dutch) van ‘\(name)’")
  }

  // MARK: Conventions

  private static func rate(of map: MapLayout) -> Double? {
    // ‘Discontering; 3,5 %’ names the rate with a word that others use for the timing.
    let line =
      map.lines.first { $0.label == .discountRate }
      ?? map.lines.first { $0.label == .timing && $0.scalar?.cell.isPercentage == true }
    let cell = line?.scalar?.cell
    guard let cell, let number = cell.number, number > -1 else { return nil }
    // No study discounts at 30 % a year or more, and many write 3.5 for 3.5 %.
    let rate = cell.isPercentage || number < 0.3 ? number : number / 100
    return rate.isFinite && rate < 10 ? rate : nil
  }

  private static func timing(_ text: String) -> MapTiming? {
    let words = Words(text)
    if words.has(["mid", "middle", "midden", "halverwege", "halfway"]) { return .middle }
    if words.has(["end", "einde", "eind"]) { return .end }
    if words.has(["start", "begin", "undiscounted", "not discounted", "niet verdisconteerd"]) {
      return .start
    }
    return nil
  }

  /// The timing under which most present values of the map follow.
  private var usualTiming: MapTiming? {
    guard rate != nil else { return hasGrowingFactors ? .forward : nil }
    var best: (timing: MapTiming, score: Int)?
    for timing in MapTiming.allCases {
      let score = presentValueMatches(timing)
      if score > (best?.score ?? 0) { best = (timing, score) }
    }
    return best?.timing
  }

  /// Whether the map states factors above 1, which compound forward and do not discount.
  private var hasGrowingFactors: Bool {
    map.lines.contains { line in
      line.label == .discountFactor && line.cells.values.contains { ($0.cell.number ?? 0) > 1 }
    }
  }

  private func presentValueMatches(_ timing: MapTiming) -> Int {
    let rows = map.rows.count { row in
      guard let stated = row.cells[.presentValue].flatMap({ Interval(rounded: $0.cell) }) else {
        return false
      }
      return presentValues(of: row, timing, isLoose: false).contains { stated.meets($0) }
    }
    let totals = map.lines.filter { $0.label == .presentValue }.reduce(0) { count, line in
      count + presentValueMatches(line, timing)
    }
    return rows + totals
  }

  private func presentValueMatches(_ line: MapLayout.Line, _ timing: MapTiming) -> Int {
    var count = 0
    for (column, place) in line.cells {
      guard let stated = Interval(rounded: place.cell),
        let value = presentValue(ofPeriod: column, timing)
      else { continue }
      if stated.meets(value) { count += 1 }
    }
    if let stated = line.scalar.flatMap({ Interval(rounded: $0.cell) }),
      totalPresentValues(timing).contains(where: { stated.meets($0) })
    {
      count += 1
    }
    return count
  }

  // MARK: Values

  /// The discount factor of a period column, as the map states it, else after its rate.
  func factor(ofColumn column: Int, _ timing: MapTiming) -> Interval? {
    let line = map.lines.first { $0.label == .discountFactor && !$0.cells.isEmpty }
    if let place = line?.cells[.period(column)] { return Interval(rounded: place.cell) }
    return factor(periods.period(column), timing)
  }

  func factor(_ period: Int, _ timing: MapTiming) -> Interval? {
    guard let rate, period <= MapPeriods.longest * 2 else { return nil }
    let factor = timing.factor(period: period, rate: rate, last: periods.last)
    return factor.isFinite ? Interval(factor) : nil
  }

  /// The ways in which the present value of a row follows.
  func presentValues(
    of row: MapLayout.Row, _ timing: MapTiming, isLoose: Bool
  ) -> [Interval] {
    let figures = RowFigures(row, in: map, isLoose: isLoose)
    var ways: [Interval] = []
    let stated = figures.periods.filter { row.cells[.period($0.key)] != nil }
    if !stated.isEmpty {
      let terms = stated.compactMap { column, value in
        factor(ofColumn: column, timing).map { value * $0 }
      }
      if terms.count == stated.count { ways.append(terms.sum()) }
    }
    // Where periods have columns a benefit beyond the last one is not in the map.
    if let (start, duration) = periods.span(of: figures), let dropOff = figures.dropOff,
      let impact = figures.knownImpact
    {
      var terms: [Interval] = []
      var value = impact
      for k in 0..<duration {
        let column = start + k
        if let last = periods.columns.last, column > last { break }
        let factor =
          periods.columns.isEmpty ? self.factor(column, timing) : factor(ofColumn: column, timing)
        guard let factor else { return ways }
        terms.append(value * factor)
        value = value * dropOff.kept
      }
      ways.append(terms.sum())
    }
    return ways
  }

  /// The sum of the rows in a column, or of the total that is stated under it.
  func columnTotal(_ column: MapColumn) -> Interval? {
    let grand = map.totals.last {
      $0.cells[column] != nil && $0.nearest.count == $0.wholeTable.count
    }
    if let place = grand?.cells[column] { return Interval(rounded: place.cell) }
    let values = map.rows.compactMap { $0.cells[column] }.compactMap { Interval(rounded: $0.cell) }
    return values.isEmpty ? nil : values.sum()
  }

  func presentValue(ofPeriod column: MapColumn, _ timing: MapTiming) -> Interval? {
    guard case .period(let number) = column, let total = columnTotal(column),
      let factor = factor(ofColumn: number, timing)
    else { return nil }
    return total * factor
  }

  /// The ways in which the present value of the whole map follows.
  func totalPresentValues(_ timing: MapTiming?) -> [Interval] {
    var ways: [Interval] = []
    if let total = columnTotal(.presentValue) { ways.append(total) }
    if let line = map.lines.first(where: { $0.label == .presentValue && !$0.cells.isEmpty }) {
      ways.append(line.cells.values.compactMap { Interval(rounded: $0.cell) }.sum())
    }
    guard let timing else { return ways }
    let columns = periods.columns.compactMap { presentValue(ofPeriod: .period($0), timing) }
    if !columns.isEmpty, columns.count == periods.columns.count { ways.append(columns.sum()) }
    let rows = map.rows.filter { $0.cells[.inputValue] == nil || $0.cells.count > 1 }
      .compactMap { presentValues(of: $0, timing, isLoose: false).last }
    if !rows.isEmpty, rows.count == outcomeRows.count { ways.append(rows.sum()) }
    return ways
  }

  /// The rows that are no mere inputs.
  var outcomeRows: [MapLayout.Row] {
    map.rows.filter { $0.cells[.inputValue] == nil || $0.cells.count > 1 }
  }
}
