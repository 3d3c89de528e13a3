import ImpactModel

/// A number of a value map that could be another one.
public enum MapPart: Sendable, Hashable {
  /// A number of an outcome's row.
  public enum RowPart: String, Sendable, Hashable, CaseIterable {
    /// How much changed.
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
    /// The first period with a benefit.
    case firstPeriod = "first_period"
    /// How many periods the benefit lasts.
    case benefitPeriods = "benefit_periods"
  }

  /// A share that is taken off, set to one value in all rows.
  public enum CommonShare: String, Sendable, Hashable, CaseIterable {
    /// What would have happened anyway.
    case deadweight
    /// What was moved from elsewhere.
    case displacement
    /// What others contributed.
    case attribution
  }

  /// A number of one row.
  case row(RowID, RowPart)
  /// A share of all rows together.
  case everyRow(CommonShare)
  /// The amount of one input.
  case input(RowID)
  /// The discount rate.
  case discountRate

  /// The identifier: `outcome.<id>.deadweight`, `input.<id>.value`, `sroi.discount_rate`, or
  /// `every_outcome.deadweight`.
  public var id: FigureID {
    switch self {
    case .row(let row, let part): FigureID(joining: "outcome", row.description, part.rawValue)
    case .everyRow(let share): FigureID(joining: "every_outcome", share.rawValue)
    case .input(let input): FigureID(joining: "input", input.description, "value")
    case .discountRate: FigureID(joining: "sroi", "discount_rate")
    }
  }

  /// Reads an identifier, or gives `nil` where it names no number of a value map.
  public init?(_ id: FigureID) {
    let segments = id.description.split(separator: ".").map(String.init)
    guard let kind = segments.first, let last = segments.last else { return nil }
    switch (kind, segments.count) {
    case ("outcome", 3):
      guard let row = RowID(segments[1]), let part = RowPart(rawValue: last) else { return nil }
      self = .row(row, part)
    case ("every_outcome", 2):
      guard let share = CommonShare(rawValue: last) else { return nil }
      self = .everyRow(share)
    case ("input", 3):
      guard let input = RowID(segments[1]), last == "value" else { return nil }
      self = .input(input)
    case ("sroi", 2):
      guard last == "discount_rate" else { return nil }
      self = .discountRate
    default: return nil
    }
  }

  /// What readers see, without the name of the row.
  public var label: Text {
    switch self {
    case .row(_, let part): part.label
    case .everyRow(let share): share.label
    case .input: Text("Value of the input", nl: "Waarde van de inbreng")
    case .discountRate: Text("Discount rate", nl: "Discontovoet")
    }
  }
}

extension MapPart.RowPart {
  /// What readers see.
  public var label: Text {
    switch self {
    case .quantity: Text("Quantity", nl: "Aantal")
    case .proxy: Text("Proxy per unit", nl: "Proxy per eenheid")
    case .deadweight: Text("Deadweight", nl: "Zonder ons ook")
    case .displacement: Text("Displacement", nl: "Verdringing")
    case .attribution: Text("Attribution to others", nl: "Toerekening aan anderen")
    case .dropOff: Text("Drop-off per period", nl: "Afname per periode")
    case .firstPeriod: Text("First benefit period", nl: "Eerste periode met effect")
    case .benefitPeriods: Text("Number of benefit periods", nl: "Aantal perioden met effect")
    }
  }

  /// Whether it counts periods and so is a whole number.
  public var isWhole: Bool { self == .firstPeriod || self == .benefitPeriods }
}

extension MapPart.CommonShare {
  /// What readers see.
  public var label: Text {
    switch self {
    case .deadweight: Text("Deadweight of all outcomes", nl: "Zonder ons ook, alle effecten")
    case .displacement: Text("Displacement of all outcomes", nl: "Verdringing, alle effecten")
    case .attribution:
      Text("Attribution to others of all outcomes", nl: "Toerekening aan anderen, alle effecten")
    }
  }
}
