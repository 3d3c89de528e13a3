import ImpactModel

/// An uncertain map made ready to compute: two sums of products of functions of quantiles.
struct DoubtModel: Sendable {
  /// What moves together.
  struct Group: Sendable {
    let name: String
    let streamName: String
    let members: [FigureID]
  }

  /// The map with its certain numbers.
  let valued: ValuationResult
  /// The groups, by name.
  let groups: [Group]
  /// The rows with doubt, in the order of the map.
  let benefits: [Product]
  /// The sum of the present values of the rows without doubt.
  let certainBenefits: Double
  /// The inputs with doubt, in the order of the map.
  let costs: [Product]
  /// The sum of the present values of the inputs without doubt.
  let certainCosts: Double

  init(_ doubtful: DoubtfulMap) throws(ValuationError) {
    valued = try doubtful.map.valued()
    let doubts = doubtful.doubts.filter { !$0.distribution.isExact }
    try DoubtModel.check(doubtful)
    groups = DoubtModel.groups(doubts)
    let map = DoubtModel.settled(doubtful)
    let settled = map == doubtful.map ? valued : try map.valued()
    let indices = Dictionary(
      groups.enumerated().map { ($1.streamName, $0) }, uniquingKeysWith: { first, _ in first })
    let byPlace = DoubtModel.byRow(doubts, indices)
    var benefits: [Product] = []
    var certainBenefits = 0.0
    for (row, value) in zip(map.rows, settled.rows) {
      if let parts = byPlace.rows[row.id] {
        benefits.append(DoubtModel.product(row, parts, settled.benefitFactors))
      } else {
        certainBenefits += value.presentValue
      }
    }
    var costs: [Product] = []
    var certainCosts = 0.0
    for (input, value) in zip(map.inputs, settled.inputs) {
      if let parts = byPlace.inputs[input.id] {
        costs.append(DoubtModel.product(input.id, value.presentValue, parts))
      } else {
        certainCosts += value.presentValue
      }
    }
    self.benefits = benefits
    self.certainBenefits = certainBenefits
    self.costs = costs
    self.certainCosts = certainCosts
    guard certainBenefits.isFinite, certainCosts.isFinite else { throw .totalNotFinite }
    for product in benefits + costs where !product.constant.isFinite {
      throw .notFinite(row: product.row)
    }
  }

  private typealias RowParts = [Doubt.Part: (Distribution, Int)]
  private typealias InputParts = [(Distribution, Double, Int)]

  /// The map with each exact distribution put in the place of its number.
  private static func settled(_ doubtful: DoubtfulMap) -> ValueMap {
    var map = doubtful.map
    let rows = Dictionary(
      map.rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let inputs = Dictionary(
      map.inputs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for doubt in doubtful.doubts {
      guard case .exact(let number) = doubt.distribution.form else { continue }
      switch doubt.place {
      case .row(let id, let part):
        if let index = rows[id] { map.rows[index][part] = number }
      case .input(let id, let value):
        if let index = inputs[id] { map.inputs[index].amount *= number / value }
      }
    }
    return map
  }

  private static func groups(_ doubts: [Doubt]) -> [Group] {
    var members: [String: [FigureID]] = [:]
    var names: [String: String] = [:]
    for doubt in doubts {
      members[doubt.streamName, default: []].append(doubt.id)
      names[doubt.streamName] = doubt.group
    }
    return members.keys.sorted().map { key in
      var seen: Set<FigureID> = []
      let unique = (members[key] ?? []).sorted().filter { seen.insert($0).inserted }
      return Group(name: names[key] ?? key, streamName: key, members: unique)
    }
  }

  private static func byRow(
    _ doubts: [Doubt], _ indices: [String: Int]
  ) -> (rows: [RowID: RowParts], inputs: [RowID: InputParts]) {
    var rows: [RowID: RowParts] = [:]
    var inputs: [RowID: InputParts] = [:]
    for doubt in doubts {
      let group = indices[doubt.streamName] ?? 0
      switch doubt.place {
      case .row(let id, let part):
        rows[id, default: [:]][part] = (doubt.distribution, group)
      case .input(let id, let value):
        inputs[id, default: []].append((doubt.distribution, value, group))
      }
    }
    return (rows, inputs)
  }

  private static func product(
    _ row: ValueMap.Row, _ parts: RowParts, _ factors: [Double]
  ) -> Product {
    var product = Product(row: row.id, constant: 1, factors: [])
    let first = row.firstPeriod - 1
    let periods = Array(factors[first..<(first + row.benefitPeriods)])
    for part in Doubt.Part.allCases {
      let change: FactorPart.Change
      switch part {
      case .quantity, .proxy: change = .times(1)
      case .deadweight, .displacement, .attribution: change = .retained
      case .dropOff: change = .periods(periods)
      }
      if let (distribution, group) = parts[part] {
        product.multiply(
          by: FactorPart(distribution: distribution, change: change), group: group)
      } else if let certain = Distribution.exact(row[part]) {
        product.constant *= FactorPart(distribution: certain, change: change).value(row[part])
      }
    }
    product.factors.sort { $0.group < $1.group }
    return product
  }

  private static func product(
    _ id: RowID, _ presentValue: Double, _ parts: InputParts
  ) -> Product {
    var product = Product(row: id, constant: presentValue, factors: [])
    for (distribution, value, group) in parts {
      product.multiply(
        by: FactorPart(distribution: distribution, change: .times(1 / value)), group: group)
    }
    product.factors.sort { $0.group < $1.group }
    return product
  }
}

extension DoubtModel {
  /// Refuses doubts without a place, twice at one place, or beyond what their number can be.
  fileprivate static func check(_ doubtful: DoubtfulMap) throws(ValuationError) {
    let rows = Set(doubtful.map.rows.map(\.id))
    let inputs = Set(doubtful.map.inputs.map(\.id))
    var taken: Set<Doubt.Place> = []
    var takenInputs: [RowID: Set<FigureID>] = [:]
    for doubt in doubtful.doubts {
      switch doubt.place {
      case .row(let id, let part):
        guard rows.contains(id) else { throw .doubtWithoutPlace(doubt.id) }
        guard taken.insert(doubt.place).inserted else { throw .doubtTwice(doubt.id) }
        if part.isShare, !doubt.distribution.lies(within: 0...1) {
          throw .impossibleDoubt(doubt.id)
        }
      case .input(let id, let value):
        guard inputs.contains(id) else { throw .doubtWithoutPlace(doubt.id) }
        guard takenInputs[id, default: []].insert(doubt.id).inserted else {
          throw .doubtTwice(doubt.id)
        }
        guard value.isFinite, value != 0, (1 / value).isFinite else {
          throw .impossibleDoubt(doubt.id)
        }
      }
    }
  }
}

extension ValueMap.Row {
  /// A number of the row by its name.
  subscript(part: Doubt.Part) -> Double {
    get {
      switch part {
      case .quantity: quantity
      case .proxy: proxy
      case .deadweight: deadweight
      case .displacement: displacement
      case .attribution: attribution
      case .dropOff: dropOff
      }
    }
    set {
      switch part {
      case .quantity: quantity = newValue
      case .proxy: proxy = newValue
      case .deadweight: deadweight = newValue
      case .displacement: displacement = newValue
      case .attribution: attribution = newValue
      case .dropOff: dropOff = newValue
      }
    }
  }
}
