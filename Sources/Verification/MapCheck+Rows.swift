import ImpactModel

extension MapCheck {
  /// Holds each stated figure of a row against what it is made of.
  func check(_ row: MapLayout.Row, _ score: inout MapScore) {
    let exact = RowFigures(row, in: map, isLoose: false)
    let loose = RowFigures(row, in: map, isLoose: true)
    checkGross(row, exact, loose, &score)
    checkSteps(row, exact, loose, &score)
    checkImpact(row, exact, loose, &score)
    checkPeriods(row, exact, loose, &score)
    checkRowTotal(row, exact, loose, &score)
    checkPresentValue(row, &score)
  }

  private func checkGross(
    _ row: MapLayout.Row, _ exact: RowFigures, _ loose: RowFigures,
    _ score: inout MapScore
  ) {
    guard let place = row.cells[.gross], let quantity = exact.quantity, let proxy = exact.proxy
    else {
      return
    }
    let product = quantity * proxy
    score.judge(
      place, words("gross value", "bruto waarde", row), ways: [product],
      loose: loose.bases.dropFirst().map(\.self)
    ) { stated in
      [100, 0.01].contains { stated.meets(product * Interval($0)) } ? [.percentAsNumber] : []
    }
  }

  private func checkSteps(
    _ row: MapLayout.Row, _ exact: RowFigures, _ loose: RowFigures,
    _ score: inout MapScore
  ) {
    if let place = row.cells[.multiplier], !exact.shares.isEmpty {
      score.judge(
        place, words("multiplier", "vermenigvuldiger", row), isShare: true,
        stated: exact.multiplier, ways: [exact.kept], loose: [loose.kept],
        diagnose: DeductionFaults(exact, bases: [Interval(1)]).diagnosis)
    }
    if let place = row.cells[.afterDeadweight], let share = exact.share("deadweight") {
      score.judge(
        place, words("value after deadweight", "waarde na deadweight", row),
        ways: exact.bases.map { $0 * share.kept },
        loose: loose.bases.map { $0 * (loose.share("deadweight") ?? share).kept })
    }
    if let place = row.cells[.afterDisplacement], let share = exact.share("displacement"),
      let before = exact.afterDeadweight
        ?? exact.share("deadweight").flatMap({ deadweight in
          exact.bases.first.map { $0 * deadweight.kept }
        })
    {
      score.judge(
        place, words("value after displacement", "waarde na verdringing", row),
        ways: [before * share.kept],
        loose: [before * (loose.share("displacement") ?? share).kept])
    }
  }

  private func checkImpact(
    _ row: MapLayout.Row, _ exact: RowFigures, _ loose: RowFigures,
    _ score: inout MapScore
  ) {
    guard let place = row.cells[.impact] else { return }
    score.judge(
      place, words("impact", "impact", row), ways: exact.impacts, loose: loose.impacts,
      diagnose: DeductionFaults(exact, bases: exact.bases).diagnosis)
  }

  // MARK: Periods

  private func checkPeriods(
    _ row: MapLayout.Row, _ exact: RowFigures, _ loose: RowFigures,
    _ score: inout MapScore
  ) {
    let stated = periods.columns.filter { row.cells[.period($0)] != nil }
    guard !stated.isEmpty, let impact = exact.knownImpact,
      let (start, duration) = periods.span(of: exact), let dropOff = exact.dropOff
    else { return }
    let span = start..<(start + duration)
    func values(_ first: Interval, _ kept: (Int) -> Interval) -> [Int: Interval] {
      Dictionary(
        uniqueKeysWithValues: stated.map { column in
          (column, span.contains(column) ? first * kept(column - start) : Interval(0))
        })
    }
    let expected = values(impact) { dropOff.kept.raised(to: $0) }
    let faulty = stated.filter { !follows($0, exact, expected, start: start, dropOff: dropOff) }
    let known = knownFault(exact, stated: stated, span: span, impact: impact, dropOff: dropOff)
    if let first = faulty.first, let known, let place = row.cells[.period(first)] {
      return score.judge(
        place, value(of: row, in: first), ways: expected[first].map { [$0] } ?? []
      ) { _ in [known] }
    }
    let wide = loose.dropOff.flatMap { dropOff in
      loose.knownImpact.map { impact in values(impact) { dropOff.kept.raised(to: $0) } }
    }
    for column in stated {
      guard let place = row.cells[.period(column)], let way = expected[column] else { continue }
      if faulty.contains(column) {
        score.judge(
          place, value(of: row, in: column), ways: [way],
          loose: wide?[column].map { [$0] } ?? [])
      } else {
        score.follows()
      }
    }
  }

  private func value(of row: MapLayout.Row, in column: Int) -> Text {
    words("value in period \(column)", "waarde in periode \(column)", row)
  }

  /// Whether a value follows from the impact, or from the stated value of the period before.
  private func follows(
    _ column: Int, _ row: RowFigures, _ expected: [Int: Interval], start: Int, dropOff: Interval
  ) -> Bool {
    guard let stated = row.periods[column], let way = expected[column] else { return true }
    if stated.meets(way) { return true }
    guard column > start, let before = row.periods[column - 1], !way.meets(Interval(0)) else {
      return false
    }
    return stated.meets(before * dropOff.kept)
  }

  /// The fault that gives all stated values of a row.
  private func knownFault(
    _ row: RowFigures, stated: [Int], span: Range<Int>, impact: Interval, dropOff: Interval
  ) -> Diagnosis? {
    func fits(_ value: (Int) -> Interval) -> Bool {
      stated.allSatisfy { column in
        let k = column - span.lowerBound
        let way = span.contains(column) ? impact * value(k) : Interval(0)
        return row.periods[column].map { $0.meets(way) } ?? true
      }
    }
    let share = dropOff.middle
    if share != 0, fits({ dropOff.kept.raised(to: $0 + 1) }) { return .firstPeriodDropOff }
    if share != 0, fits({ Interval(max(0, 1 - Double($0) * share)) }) { return .linearDropOff }
    if share != 0, fits({ dropOff.raised(to: $0) }) { return .retainedShare(["drop-off"]) }
    if share != 0, fits({ Interval(1 - 100 * share).raised(to: $0) }) { return .percentAsNumber }
    if share != 0, fits({ Interval(1 - share / 100).raised(to: $0) }) { return .percentAsNumber }
    if share != 0, fits({ _ in Interval(1) }) { return .deductionLeftOut(["drop-off"]) }
    let shown = stated.filter { row.periods[$0].map { !$0.meets(Interval(0)) } ?? false }
    guard let first = shown.first, first != span.lowerBound else { return nil }
    let isShifted = shown.allSatisfy { column in
      let way = impact * dropOff.kept.raised(to: max(0, column - first))
      return row.periods[column].map { $0.meets(way) } ?? false
    }
    return isShifted ? .shiftedPeriods : nil
  }

  private func checkRowTotal(
    _ row: MapLayout.Row, _ exact: RowFigures, _ loose: RowFigures,
    _ score: inout MapScore
  ) {
    guard let place = row.cells[.rowTotal] else { return }
    let stated = periods.columns.filter { row.cells[.period($0)] != nil }
    var ways: [Interval] = []
    if !stated.isEmpty { ways.append(stated.compactMap { exact.periods[$0] }.sum()) }
    if stated.isEmpty, let span = periods.span(of: exact), let dropOff = exact.dropOff,
      let impact = exact.knownImpact
    {
      ways.append((0..<span.duration).map { impact * dropOff.kept.raised(to: $0) }.sum())
    }
    guard !ways.isEmpty else { return }
    score.judge(place, words("total", "totaal", row), ways: ways, loose: loose.bases)
  }

  private func checkPresentValue(_ row: MapLayout.Row, _ score: inout MapScore) {
    guard let place = row.cells[.presentValue], let timing else { return }
    let others = MapTiming.allCases.filter { $0 != timing }
    score.judge(
      place, words("present value", "contante waarde", row),
      ways: presentValues(of: row, timing, isLoose: false),
      loose: presentValues(of: row, timing, isLoose: true)
    ) { stated in
      others.first { other in
        presentValues(of: row, other, isLoose: false).contains { stated.meets($0) }
      }.map { [.otherTiming($0)] } ?? []
    }
  }
}
