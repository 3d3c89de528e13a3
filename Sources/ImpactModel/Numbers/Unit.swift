/// What a number counts, with the sign that readers see.
public struct Unit: Sendable, Hashable, Codable {
  /// A short code for files: `EUR`, `h`, `kg`, `FTE`, `1`.
  public let code: String
  /// What readers see after the number; empty for a pure number.
  public let symbol: Text
  /// How many decimals a reader is shown.
  public let decimals: Int
  /// Whether readers see the number times a hundred with a percent sign.
  public let isPercentage: Bool
  /// Whether the number is an amount of the project's currency.
  public let isMoney: Bool

  /// Makes a unit.
  public init(
    code: String, symbol: Text, decimals: Int, isPercentage: Bool = false, isMoney: Bool = false
  ) {
    self.code = code
    self.symbol = symbol
    self.decimals = decimals
    self.isPercentage = isPercentage
    self.isMoney = isMoney
  }

  /// A count of things.
  public static let count = Unit(code: "count", symbol: Text(verbatim: ""), decimals: 0)
  /// A count of people.
  public static let people = Unit(
    code: "person", symbol: Text("people", nl: "mensen"), decimals: 0)
  /// A ratio or an index without a unit.
  public static let ratio = Unit(code: "1", symbol: Text(verbatim: ""), decimals: 2)
  /// A share, shown as a percentage.
  public static let percent = Unit(
    code: "%", symbol: Text(verbatim: "%"), decimals: 1, isPercentage: true)
  /// Hours.
  public static let hour = Unit(code: "h", symbol: Text("hours", nl: "uur"), decimals: 0)
  /// Full-time equivalents.
  public static let fullTimeEquivalent = Unit(
    code: "FTE", symbol: Text("FTE", nl: "fte"), decimals: 2)
  /// Kilograms.
  public static let kilogram = Unit(code: "kg", symbol: Text(verbatim: "kg"), decimals: 1)
  /// An amount in the project's currency.
  public static let money = Unit(
    code: "money", symbol: Text(verbatim: ""), decimals: 0, isMoney: true)
  /// Years.
  public static let year = Unit(code: "a", symbol: Text("years", nl: "jaar"), decimals: 1)
  /// Months.
  public static let month = Unit(code: "mo", symbol: Text("months", nl: "maanden"), decimals: 1)
}
