import Crypto
import Foundation
import ImpactModel

/// What a project's settings say about the reading of its tables.
public struct ReadingOptions: Sendable, Hashable {
  /// The decimal mark of all tables, or `nil` where each column must prove its own.
  public var decimalMark: DecimalMark?
  /// The country whose postcodes are possible.
  public var country: Country
  /// The currency of all amounts.
  public var currency: Currency
  /// The key under which persons are hashed.
  public var personSecret: [UInt8]

  /// Makes options.
  public init(
    decimalMark: DecimalMark?, country: Country, currency: Currency, personSecret: [UInt8]
  ) {
    self.decimalMark = decimalMark
    self.country = country
    self.currency = currency
    self.personSecret = personSecret
  }

  /// A text that differs where the options read differently; it does not give the secret away.
  var fingerprint: String {
    let secret = HMAC<SHA256>.authenticationCode(
      for: Data("fingerprint of the person secret".utf8), using: SymmetricKey(data: personSecret))
    return [
      decimalMark?.rawValue ?? "", country.rawValue, currency.code, hexadecimal(secret),
    ].joined(separator: "|")
  }
}

/// The bytes in hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
