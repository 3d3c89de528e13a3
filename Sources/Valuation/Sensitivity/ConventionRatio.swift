import ImpactModel

/// The ratio of the same data under another convention of the method.
public struct ConventionRatio: Sendable, Hashable {
  /// One segment.
  public let id: String
  /// What it is, in words.
  public let label: Text
  /// Whether it is what the map itself does.
  public let isOwn: Bool
  /// The ratio, absent where there are no inputs of a value.
  public let ratio: Double?
  /// Why there is no ratio.
  public let absence: Text?
}

extension ValueMap {
  /// Values the same data under the conventions that other studies use.
  ///
  /// Timing of the benefits with the inputs as set, benefits and inputs timed alike, no
  /// discounting, one and at most five benefit periods, deductions added instead of multiplied,
  /// and drop-off in the first period already. Added deductions may exceed the whole; the
  /// negative value is then shown as it is. What would change nothing is left out, but for the
  /// timings.
  ///
  /// - Throws: `ValuationError` where the map itself cannot be valued; a convention that cannot
  ///   be says so in its place.
  public func conventions() throws(ValuationError) -> [ConventionRatio] {
    _ = try valued()
    let timings = DiscountTiming.allCases.map { ($0.conventionID, $0.conventionLabel, timed($0)) }
    let others = otherConventions.filter { $0.2 != self }
    return (timings + others).map { id, label, map in
      do throws(ValuationError) {
        let result = try map.valued()
        return ConventionRatio(
          id: id, label: label, isOwn: map == self, ratio: result.ratio,
          absence: result.ratioAbsence)
      } catch {
        return ConventionRatio(
          id: id, label: label, isOwn: false, ratio: nil, absence: error.message)
      }
    }
  }

  private var otherConventions: [(String, Text, ValueMap)] {
    [
      (
        "inputs_as_benefits",
        Text(
          "Benefits and inputs at the same moment of their period",
          nl: "Effecten en inbreng op hetzelfde moment in hun periode"),
        changed { $0.inputTiming = $0.benefitTiming }
      ),
      (
        "undiscounted", Text("Nothing discounted", nl: "Niets verdisconteerd"),
        changed { $0.rate = 0 }
      ),
      (
        "one_benefit_period",
        Text("Every outcome lasts one period only", nl: "Elk effect duurt maar één periode"),
        lasting(atMost: 1)
      ),
      (
        "five_benefit_periods",
        Text(
          "No outcome lasts over five periods", nl: "Geen effect duurt langer dan vijf perioden"),
        lasting(atMost: 5)
      ),
      (
        "additive_deductions",
        Text(
          "Deductions added up instead of multiplied",
          nl: "Aftrekposten opgeteld in plaats van vermenigvuldigd"), withAddedDeductions
      ),
      (
        "first_period_drop_off",
        Text(
          "Drop-off in the first period already", nl: "Afname al in de eerste periode"),
        withEarlyDropOff
      ),
    ]
  }

  private func changed(_ change: (inout ValueMap) -> Void) -> ValueMap {
    var map = self
    change(&map)
    return map
  }

  private func timed(_ timing: DiscountTiming) -> ValueMap {
    changed { $0.benefitTiming = timing }
  }

  private func lasting(atMost periods: Int) -> ValueMap {
    changed { map in
      for index in map.rows.indices {
        map.rows[index].benefitPeriods = min(periods, map.rows[index].benefitPeriods)
      }
    }
  }

  /// The same value per row as `quantity · proxy · (1 − (deadweight + displacement + attribution))`.
  private var withAddedDeductions: ValueMap {
    changed { map in
      for index in map.rows.indices where map.rows[index].deductionCount > 1 {
        let row = map.rows[index]
        map.rows[index].quantity *= 1 - (row.deadweight + row.displacement + row.attribution)
        map.rows[index].deadweight = 0
        map.rows[index].displacement = 0
        map.rows[index].attribution = 0
      }
    }
  }

  private var withEarlyDropOff: ValueMap {
    changed { map in
      for index in map.rows.indices { map.rows[index].quantity *= 1 - map.rows[index].dropOff }
    }
  }
}

extension ValueMap.Row {
  /// How many of the three deductions are not zero; adding one alone changes nothing.
  fileprivate var deductionCount: Int {
    [deadweight, displacement, attribution].count { $0 != 0 }
  }
}

extension DiscountTiming {
  fileprivate var conventionID: String {
    switch self {
    case .startOfPeriod: "benefits_at_start"
    case .midPeriod: "benefits_at_middle"
    case .endOfPeriod: "benefits_at_end"
    }
  }

  fileprivate var conventionLabel: Text {
    Text("Benefits: \(label.english)", nl: "Effecten: \(label.dutch)")
  }
}
