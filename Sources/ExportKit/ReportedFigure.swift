/// A figure of a report, computed or given, under the identifier that every export uses for it.
public struct ReportedFigure: Sendable, Hashable {
  /// Its identifier.
  public let id: FigureID
  /// What it is called.
  public let label: Text
  /// The value, absent where it could not be had.
  public let value: Double?
  /// Where it comes from; empty where that is not known.
  public let origin: Origin
  /// What it counts.
  public let unit: Unit
  /// Why there is no value, as far as that is known.
  public let absence: Text?

  /// Makes a figure.
  public init(
    id: FigureID, label: Text, value: Double?, origin: Origin, unit: Unit = .ratio,
    absence: Text? = nil
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.origin = origin
    self.unit = unit
    self.absence = absence
  }

  init(_ figure: Figure) {
    self.init(
      id: figure.id, label: figure.label, value: figure.value, origin: figure.origin,
      unit: figure.unit, absence: figure.absence)
  }

  init(_ reported: ReportMeasure) {
    let measure = reported.measure
    self.init(
      id: reported.id, label: measure.card.label, value: measure.value, origin: measure.origin,
      unit: measure.card.unit, absence: measure.absence)
  }
}

extension Report {
  /// Every figure, results first; of two with one identifier, as a draft may have, the first.
  public var everyFigure: [ReportedFigure] {
    var seen: Set<FigureID> = []
    let figures =
      mapFigures + doubtFigures.map { ReportedFigure($0) }
      + sensitivityFigures.map { ReportedFigure($0) }
      + stakeholders.map { ReportedFigure($0.presentValue) }
      + inputs.flatMap { $0.given + [ReportedFigure($0.value), ReportedFigure($0.presentValue)] }
      + indicators.flatMap(\.measures).map { ReportedFigure($0) }
    return figures.filter { seen.insert($0.id).inserted }
  }

  private var mapFigures: [ReportedFigure] {
    let rate = ReportedFigure(
      id: ProjectDescription.discountRateID, label: Text("Discount rate", nl: "Discontovoet"),
      value: project.discountRate, origin: project.discountRateOrigin, unit: .percent)
    guard let map = valueMap else { return [rate] }
    let results =
      [map.ratio, map.netRatio, map.presentValue, map.inputsPresentValue, map.netPresentValue]
      + map.payback + map.waterfall + map.benefitsPerPeriod + map.domains.map(\.presentValue)
    let rows = map.rows.flatMap { row in
      row.given
        + [row.gross, row.afterDeadweight, row.afterDisplacement, row.impact, row.presentValue]
        .map { ReportedFigure($0) }
    }
    return results.map { ReportedFigure($0) } + [rate] + rows
      + map.unpriced.map { ReportedFigure($0.quantity) }
  }

  private var doubtFigures: [Figure] {
    guard let doubt else { return [] }
    return [
      doubt.ratioLow, doubt.ratioMedian, doubt.ratioHigh, doubt.ratioMean, doubt.presentValueMean,
      doubt.presentValueDeviation, doubt.chanceBelowOne, doubt.shareWithDoubt,
    ] + doubt.drivers.flatMap { [$0.firstOrder, $0.totalEffect] }
  }

  private var sensitivityFigures: [Figure] {
    guard let sensitivity else { return [] }
    let scenarios = sensitivity.scenarios.flatMap {
      [$0.presentValue, $0.inputsPresentValue, $0.ratio, $0.difference] + $0.differenceInterval
    }
    return sensitivity.swings.flatMap { [$0.ratioAtLow, $0.ratioAtHigh] }
      + sensitivity.switches.flatMap(\.values) + scenarios + sensitivity.conventions.map(\.ratio)
  }
}

extension ProjectDescription {
  /// The identifier of the discount rate as a figure.
  public static let discountRateID = FigureID(joining: "sroi", "discount_rate")
}

extension ReportOutcome {
  /// A number that the author of the project gave for an outcome.
  public enum Given: String, Sendable, CaseIterable {
    /// How many.
    case quantity
    /// The value of one unit.
    case proxy
    /// What would have happened anyway.
    case deadweight
    /// What was moved from elsewhere.
    case displacement
    /// What others contributed.
    case attribution
    /// What is lost in each further period.
    case dropOff = "drop_off"

    /// What readers see.
    public var label: Text {
      switch self {
      case .quantity: Text("Quantity", nl: "Aantal")
      case .proxy: Text("Proxy per unit", nl: "Proxy per eenheid")
      case .deadweight: Text("Deadweight", nl: "Zonder ons ook")
      case .displacement: Text("Displacement", nl: "Verdringing")
      case .attribution: Text("Attribution to others", nl: "Toerekening aan anderen")
      case .dropOff: Text("Drop-off per period", nl: "Afname per periode")
      }
    }
  }

  /// The identifier of a number that the author gave: `outcome.<id>.deadweight`.
  public func id(of given: Given) -> FigureID {
    FigureID(joining: "outcome", id.description, given.rawValue)
  }

  /// The number that the author gave, absent where it could not be had.
  public func estimate(of given: Given) -> Estimate? {
    switch given {
    case .quantity: quantity
    case .proxy: proxyID == nil ? nil : proxy
    case .deadweight: deadweight.share
    case .displacement: displacement.share
    case .attribution: attribution.share
    case .dropOff: dropOff.share
    }
  }

  /// Where a number that the author gave stands; empty where that is not known.
  public func origin(of given: Given) -> Origin { origins[given] ?? .combined([]) }

  var given: [ReportedFigure] {
    Given.allCases.map {
      ReportedFigure(
        id: id(of: $0), label: $0.label, value: estimate(of: $0)?.value, origin: origin(of: $0),
        unit: $0.unit)
    }
  }
}

extension ReportOutcome.Given {
  /// What such a number counts.
  public var unit: Unit {
    switch self {
    case .quantity: .count
    case .proxy: .money
    case .deadweight, .displacement, .attribution, .dropOff: .percent
    }
  }
}

extension ReportInput {
  /// A number that the author of the project gave for an input.
  public enum Given: String, Sendable, CaseIterable {
    /// How much or how many.
    case quantity
    /// The value of one unit.
    case rate

    /// What readers see.
    public var label: Text {
      switch self {
      case .quantity: Text("Quantity", nl: "Aantal")
      case .rate: Text("Value per unit", nl: "Waarde per stuk")
      }
    }
  }

  /// The identifier of a number that the author gave: `input.<id>.rate`.
  public func id(of given: Given) -> FigureID {
    FigureID(joining: "input", id.description, given.rawValue)
  }

  /// Where a number that the author gave stands; empty where that is not known.
  public func origin(of given: Given) -> Origin { origins[given] ?? .combined([]) }

  var given: [ReportedFigure] {
    [
      ReportedFigure(
        id: id(of: .quantity), label: Given.quantity.label, value: quantity,
        origin: origin(of: .quantity), unit: kind == .cash ? .money : .count),
      ReportedFigure(
        id: id(of: .rate), label: Given.rate.label, value: rate, origin: origin(of: .rate),
        unit: .money),
    ]
  }
}
