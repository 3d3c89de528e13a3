/// The number under which a register knows an organisation, with the register's scheme.
///
/// Schemes are those of org-id.guide: `NL-KVK`, `BE-BCE_KBO`, `GB-COH`, `GB-CHC`; and the Dutch
/// `NL-RSIN` and `NL-OIN`.
public struct OrganisationIdentifier: Sendable, Hashable, Codable, CustomStringConvertible {
  /// A register.
  public enum Scheme: String, Sendable, Hashable, Codable, CaseIterable {
    /// The Dutch trade register: eight digits, no check digit.
    case kvk = "NL-KVK"
    /// The Dutch number of legal entities: nine digits under the eleven-test.
    case rsin = "NL-RSIN"
    /// The Dutch number of organisations in government traffic: twenty digits.
    case oin = "NL-OIN"
    /// The Belgian register of enterprises: ten digits, the last two 97 less the rest modulo 97.
    case kbo = "BE-BCE_KBO"
    /// Companies House: eight characters.
    case companiesHouse = "GB-COH"
    /// The Charity Commission for England and Wales: six or seven digits.
    case charityCommission = "GB-CHC"
  }

  /// The register.
  public let scheme: Scheme
  /// The number, without spaces and points.
  public let number: String

  /// Makes an identifier, or `nil` where the number cannot belong to the scheme.
  public init?(scheme: Scheme, number text: String) {
    let number = text.filter { !$0.isWhitespace && $0 != "." }.uppercased()
    guard OrganisationIdentifier.isPossible(number, in: scheme) else { return nil }
    self.scheme = scheme
    self.number = number
  }

  /// The identifier as org-id.guide writes it: `NL-KVK-12345678`.
  public var description: String { "\(scheme.rawValue)-\(number)" }

  private static func isPossible(_ number: String, in scheme: Scheme) -> Bool {
    let digits = number.compactMap(\.wholeNumberValue)
    let allDigits =
      digits.count == number.count && number.utf8.allSatisfy { (48...57).contains($0) }
    switch scheme {
    case .kvk: return allDigits && digits.count == 8
    case .oin: return allDigits && digits.count == 20
    case .charityCommission: return allDigits && (6...7).contains(digits.count)
    case .companiesHouse:
      return number.count == 8
        && number.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    case .rsin:
      guard allDigits, digits.count == 9 else { return false }
      let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
      return zip(digits, weights).map { $0 * $1 }.reduce(0, +) % 11 == 0
    case .kbo:
      guard allDigits, digits.count == 10 else { return false }
      let body = digits.prefix(8).reduce(0) { $0 * 10 + $1 }
      return digits[8] * 10 + digits[9] == 97 - body % 97
    }
  }
}
