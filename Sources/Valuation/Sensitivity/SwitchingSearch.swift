import ImpactModel

/// Finds switching values in a map that was valued once.
struct SwitchingSearch {
  private let sums: MapSums
  private let target: Double
  /// What all rows together must be worth.
  private let needed: Double
  /// Factors of all periods that a benefit may reach, as far as they are numbers.
  private let longFactors: [Double]

  init(_ sums: MapSums, target: Double) {
    self.sums = sums
    self.target = target
    needed = target * sums.result.inputsPresentValue
    longFactors = SwitchingSearch.factors(sums.map)
  }

  /// The switching values of a part, or `nil` where the map has no such part.
  func values(of part: MapPart) -> SwitchingValues? {
    guard let current = sums.current(part) else { return nil }
    var found = needed.isFinite ? search(part).filter(\.isFinite) : []
    if found.isEmpty, sums.result.ratio == target { found = [current] }
    return SwitchingValues(
      part: part, current: current, values: found,
      absence: found.isEmpty ? SwitchingSearch.none(target) : nil)
  }

  private func search(_ part: MapPart) -> [Double] {
    switch part {
    case .discountRate: return RateSearch(sums.map, sums.result, target: target).rates
    case .input(let id): return amount(id).map { [$0] } ?? []
    case .everyRow(let share): return common(share).map { [$0] } ?? []
    case .row(let id, let part):
      guard sums.result.ratio != nil, let (row, rest) = sums.row(id) else { return [] }
      return value(part, of: row, rest: rest).map { [$0] } ?? []
    }
  }

  private func value(
    _ part: MapPart.RowPart, of row: ValueMap.Row, rest: Double
  ) -> Double? {
    let own = needed - rest
    switch part {
    case .quantity: return scaled(part, of: row, to: own).flatMap { $0 >= 0 ? $0 : nil }
    case .proxy: return scaled(part, of: row, to: own)
    case .deadweight, .displacement, .attribution: return share(part, of: row, leaving: own)
    case .dropOff: return dropOff(of: row, leaving: own)
    case .benefitPeriods: return periods(of: row, rest: rest)
    case .firstPeriod: return firstPeriod(of: row, rest: rest)
    }
  }

  /// The quantity or the proxy at which a row is worth an amount.
  private func scaled(
    _ part: MapPart.RowPart, of row: ValueMap.Row, to own: Double
  ) -> Double? {
    guard let unit = row.setting(part, to: 1) else { return nil }
    let value = unit.presentValue(factors: sums.result.benefitFactors)
    return value == 0 ? nil : own / value
  }

  /// The share at which a row is worth an amount: what is left is the amount over the value
  /// without the share.
  private func share(
    _ part: MapPart.RowPart, of row: ValueMap.Row, leaving own: Double
  ) -> Double? {
    guard let whole = row.setting(part, to: 0) else { return nil }
    return SwitchingSearch.share(
      leaving: own, of: whole.presentValue(factors: sums.result.benefitFactors))
  }

  private func common(_ share: MapPart.CommonShare) -> Double? {
    guard sums.result.ratio != nil, let whole = sums.withoutShare(share) else { return nil }
    return SwitchingSearch.share(leaving: needed, of: whole)
  }

  private static func share(leaving own: Double, of whole: Double) -> Double? {
    guard whole != 0 else { return nil }
    let share = 1 - own / whole
    return (0...1).contains(share) ? share : nil
  }

  /// The drop-off at which a row is worth an amount: what is left each period is the root of a
  /// polynomial that only rises.
  private func dropOff(of row: ValueMap.Row, leaving own: Double) -> Double? {
    let impact = row.impact
    var terms = sums.result.benefitFactors.dropFirst(row.firstPeriod - 1)
      .prefix(row.benefitPeriods).map { impact * $0 }
    guard terms.count > 1, impact != 0 else { return nil }
    terms[0] -= own
    guard terms.allSatisfy(\.isFinite) else { return nil }
    if terms[0] == 0 { return 1 }
    return Polynomial(terms).roots(between: [.leastNormalMagnitude, 1]).first.map { 1 - $0 }
  }

  /// The smallest number of periods at which the ratio lies on the other side.
  private func periods(of row: ValueMap.Row, rest: Double) -> Double? {
    var value = row.impact
    var total = rest
    var side: Bool?
    for (count, factor) in longFactors.dropFirst(row.firstPeriod - 1).enumerated() {
      total += value * factor
      guard total.isFinite else { return nil }
      if let side, side != (total >= needed) { return Double(count + 1) }
      side = total >= needed
      value *= 1 - row.dropOff
      if value == 0 { return nil }
    }
    return nil
  }

  /// The smallest first period at which the ratio lies on the other side.
  private func firstPeriod(of row: ValueMap.Row, rest: Double) -> Double? {
    var early = row
    early.firstPeriod = 1
    var own = early.presentValue(factors: longFactors)
    let side = rest + own >= needed
    for first in 1...(ValueMap.maximumPeriods - row.benefitPeriods + 1) {
      let total = rest + own
      guard total.isFinite else { return nil }
      if (total >= needed) != side { return Double(first) }
      own /= 1 + sums.map.rate
    }
    return nil
  }

  /// The amount of an input at which all inputs are worth the present value over the target.
  private func amount(_ id: RowID) -> Double? {
    guard let (_, factor, rest) = sums.input(id), target != 0 else { return nil }
    let all = sums.result.presentValue / target
    let amount = (all - rest) / factor
    return all > 0 && amount >= 0 ? amount : nil
  }

  /// The factors of all periods, up to the first that is too large to be a number.
  private static func factors(_ map: ValueMap) -> [Double] {
    let timing = map.benefitTiming
    let all = try? timing.factors(rate: map.rate, periods: ValueMap.maximumPeriods)
    // A negative rate may overflow far away; what the map itself reaches is known to be fine.
    let reached = map.rows.map { $0.firstPeriod + $0.benefitPeriods - 1 }.reduce(1, max)
    return all ?? (try? timing.factors(rate: map.rate, periods: reached)) ?? []
  }

  private static func none(_ target: Double) -> Text {
    let english = DecimalText.exact(target)
    return Text(
      "no value of this input alone brings the ratio to \(english)",
      nl: "geen waarde van dit gegeven alleen brengt de ratio op "
        + english.replacing(".", with: ","))
  }
}
