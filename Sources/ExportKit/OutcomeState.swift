import ImpactModel

/// Whether an outcome has a price, and why not where it has none.
public enum OutcomeState: String, Choice {
  /// It has a financial proxy and counts in the ratio.
  case priced
  /// It matters in itself and nobody wants to put a price on it.
  case intrinsic
  /// It stays out of the ratio until there is evidence.
  case excluded

  /// What readers see.
  public var label: Text {
    switch self {
    case .priced: Text("priced", nl: "geprijsd")
    case .intrinsic: Text("held as intrinsic", nl: "waarde op zich")
    case .excluded: Text("excluded pending evidence", nl: "buiten de telling tot er bewijs is")
    }
  }
}

/// How a financial proxy was found (Guide to Social Return on Investment, 2009, stage 3.4).
public enum ValuationMethod: String, Choice {
  /// People said what they would pay or accept.
  case statedPreference = "stated_preference"
  /// What people spend on it or for it.
  case revealedPreference = "revealed_preference"
  /// What it would cost otherwise, or what is not spent.
  case avoidedCost = "avoided_cost"
  /// From what it does to life satisfaction.
  case wellbeing
  /// Ranked by stakeholders beside something with a price.
  case anchoring
  /// From a published list of values.
  case priceList = "price_list"
  /// The author’s own estimate.
  case ownEstimate = "own_estimate"

  /// What readers see.
  public var label: Text {
    switch self {
    case .statedPreference: Text("stated preference", nl: "gezegde voorkeur")
    case .revealedPreference: Text("revealed preference", nl: "getoonde voorkeur")
    case .avoidedCost: Text("replacement or avoided cost", nl: "vervangende of vermeden kosten")
    case .wellbeing: Text("wellbeing valuation", nl: "waardering naar welbevinden")
    case .anchoring: Text("anchoring and weighting", nl: "ankeren en wegen")
    case .priceList: Text("published price list", nl: "gepubliceerde prijslijst")
    case .ownEstimate: Text("own estimate", nl: "eigen raming")
    }
  }
}

/// An outcome that is on the map without a price.
public struct ReportUnpricedOutcome: Sendable, Hashable {
  /// The identifier of its row.
  public let id: RowID
  /// Who experiences it.
  public let stakeholder: RowID
  /// The outcome, as the stakeholder would say it.
  public let description: String
  /// The theme, in the lead's own words.
  public let theme: String?
  /// Intrinsic or excluded; never priced.
  public let state: OutcomeState
  /// Why.
  public let reason: String?
  /// How much it matters to them, from 0 to 10.
  public let weight: Double?
  /// How much changed, as far as known: `outcome.<id>.quantity`.
  public let quantity: Figure
  /// What the quantity counts.
  public let quantityUnit: String?
  /// How the quantity was known.
  public let evidence: String?
  /// Whether it was meant to happen.
  public let isIntended: Bool

  /// Makes an outcome without a price.
  public init(
    id: RowID, stakeholder: RowID, description: String, theme: String?, state: OutcomeState,
    reason: String?, weight: Double?, quantity: Figure, quantityUnit: String?, evidence: String?,
    isIntended: Bool
  ) {
    self.id = id
    self.stakeholder = stakeholder
    self.description = description
    self.theme = theme
    self.state = state
    self.reason = reason
    self.weight = weight
    self.quantity = quantity
    self.quantityUnit = quantityUnit
    self.evidence = evidence
    self.isIntended = isIntended
  }
}
