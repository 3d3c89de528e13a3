import ImpactModel

extension ValueMap {
  /// Gives the map with one number changed.
  ///
  /// - Returns: `nil` where the map has no such part, or the value is not finite or, for periods,
  ///   not whole; whether it is possible otherwise is for `valued()` to say.
  public func setting(_ part: MapPart, to value: Double) -> ValueMap? {
    guard value.isFinite else { return nil }
    var map = self
    switch part {
    case .row(let id, let part):
      guard let index = rows.firstIndex(where: { $0.id == id }),
        let row = rows[index].setting(part, to: value)
      else { return nil }
      map.rows[index] = row
    case .everyRow(let share):
      guard !rows.isEmpty else { return nil }
      for index in map.rows.indices { map.rows[index].set(share, to: value) }
    case .input(let id):
      guard let index = inputs.firstIndex(where: { $0.id == id }) else { return nil }
      map.inputs[index].amount = value
    case .discountRate: map.rate = value
    }
    return map
  }
}

extension ValueMap.Row {
  /// Gives the row with one number changed, or `nil` where a number of periods is not whole.
  func setting(_ part: MapPart.RowPart, to value: Double) -> ValueMap.Row? {
    var row = self
    switch part {
    case .quantity: row.quantity = value
    case .proxy: row.proxy = value
    case .deadweight: row.deadweight = value
    case .displacement: row.displacement = value
    case .attribution: row.attribution = value
    case .dropOff: row.dropOff = value
    case .firstPeriod:
      guard let whole = Int(exactly: value) else { return nil }
      row.firstPeriod = whole
    case .benefitPeriods:
      guard let whole = Int(exactly: value) else { return nil }
      row.benefitPeriods = whole
    }
    return row
  }

  /// Sets a share that all rows have.
  mutating func set(_ share: MapPart.CommonShare, to value: Double) {
    switch share {
    case .deadweight: deadweight = value
    case .displacement: displacement = value
    case .attribution: attribution = value
    }
  }

  /// The number that a part has now.
  public func value(of part: MapPart.RowPart) -> Double {
    switch part {
    case .quantity: quantity
    case .proxy: proxy
    case .deadweight: deadweight
    case .displacement: displacement
    case .attribution: attribution
    case .dropOff: dropOff
    case .firstPeriod: Double(firstPeriod)
    case .benefitPeriods: Double(benefitPeriods)
    }
  }

  /// What the row is worth in its first period with a benefit, not discounted.
  var impact: Double {
    quantity * proxy * (1 - deadweight) * (1 - displacement) * (1 - attribution)
  }

  /// The present value, in the very steps of `ValuedRow` and without memory per period.
  ///
  /// - Parameter factors: the factors of at least the periods that the row reaches.
  func presentValue(factors: [Double]) -> Double {
    var value = impact
    var sum = 0.0
    for factor in factors.dropFirst(firstPeriod - 1).prefix(benefitPeriods) {
      sum += value * factor
      value *= 1 - dropOff
    }
    return sum
  }
}
