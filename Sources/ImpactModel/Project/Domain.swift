/// One of the four domains that work together in a neighbourhood.
public enum Domain: String, Choice {
  /// Residents and their own organisations.
  case citizens
  /// Municipality, state and other public bodies.
  case government
  /// Enterprises.
  case business
  /// Education and science.
  case knowledge

  /// What readers see.
  public var label: Text {
    switch self {
    case .citizens: Text("Citizens", nl: "Burgers")
    case .government: Text("Government", nl: "Overheid")
    case .business: Text("Business", nl: "Bedrijven")
    case .knowledge: Text("Education and science", nl: "Onderwijs en wetenschap")
    }
  }
}
