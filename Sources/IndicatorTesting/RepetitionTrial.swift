import IndicatorKit

/// Tries whether an indicator gives the same result again: in a row, and in tasks side by side.
struct RepetitionTrial {
  private let indicator: any Indicator
  private let card: IndicatorCard

  init(_ indicator: any Indicator) {
    self.indicator = indicator
    card = type(of: indicator).card
  }

  func faults() async -> [String] {
    var faults: [String] = []
    for project in GeneratedProjects.all(card) {
      let indicator = indicator
      let data = project.data()
      let first = Outcome(indicator, data)
      if let difference = first.difference(to: Outcome(indicator, data)) {
        faults.append("“\(card.id)” gives, measured twice, \(difference); \(Self.remedy)")
      }
      async let left = Outcome(indicator, data)
      async let right = Outcome(indicator, data)
      for other in await [left, right] {
        if let difference = first.difference(to: other) {
          faults.append("“\(card.id)” gives, measured side by side, \(difference); \(Self.remedy)")
        }
      }
    }
    return faults.unique
  }

  private static let remedy = "keep no state, and go through no Set or Dictionary in its own order"
}

/// Tries whether the order of the rows changes a result.
struct OrderTrial {
  private let indicator: any Indicator
  private let card: IndicatorCard

  init(_ indicator: any Indicator) {
    self.indicator = indicator
    card = type(of: indicator).card
  }

  var faults: [String] {
    var faults: [String] = []
    for (seed, project) in GeneratedProjects.all(card).enumerated() {
      let first = Outcome(indicator, project.data()).ordered
      for turn in 1...3 {
        let shuffled = project.shuffled(seed: UInt64(seed * 10 + turn))
        let other = Outcome(indicator, shuffled.data()).ordered
        guard let difference = first.difference(to: other) else { continue }
        faults.append(
          "“\(card.id)” gives, with the rows in another order, \(difference); "
            + "sort before you add or choose, and add with sum(_:)")
      }
    }
    return faults.unique
  }
}
