/// A currency by its ISO 4217 code.
public struct Currency: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Three capital letters.
  public let code: String

  /// Makes a currency of a code of three letters, or nothing where the text is no such code.
  public init?(_ code: String) {
    let letters = code.uppercased()
    guard letters.utf8.count == 3, letters.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    self.code = letters
  }

  private init(known code: String) { self.code = code }

  /// The euro.
  public static let euro = Currency(known: "EUR")
  /// The pound sterling.
  public static let pound = Currency(known: "GBP")

  /// The sign that readers know, or the code.
  public var symbol: String {
    switch code {
    case "EUR": "€"
    case "GBP": "£"
    default: code
    }
  }

  /// The code.
  public var description: String { code }
}

/// An amount of booked money: whole cents and a currency.
///
/// Sums are checked: two currencies, or a sum that 64 bits cannot hold, give `nil` and never a
/// wrong amount.
public struct Money: Sendable, Hashable, Codable {
  /// The amount in hundredths of the currency.
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// Makes an amount of cents.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount in whole units, for the arithmetic of rates and present values.
  public var amount: Double { Double(minorUnits) / 100 }

  /// The sum, or `nil` for two currencies or an overflow.
  public func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    return overflow ? nil : Money(minorUnits: sum, currency: currency)
  }

  /// The amount as XML carries it: a point and two decimals, no thousands.
  public var exactText: String {
    let magnitude = minorUnits.magnitude
    let cents = magnitude % 100
    return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
