/// A country whose postcodes the program knows.
public enum Country: String, Sendable, Hashable, Codable, CaseIterable {
  /// The Netherlands.
  case netherlands = "NL"
  /// Belgium.
  case belgium = "BE"
  /// The United Kingdom.
  case unitedKingdom = "GB"
}

/// A postcode of a possible form, written in one way: `3561 AB` is `3561AB`.
public struct Postcode: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The code in capitals without spaces.
  public let description: String

  /// Reads a postcode of a country, or gives `nil` where no postcode can look so.
  ///
  /// Netherlands: four digits, the first not zero, and two letters that are not SA, SD or SS, or
  /// the four digits alone. Belgium: four digits, the first not zero. United Kingdom: one or two
  /// letters, a digit, an optional digit or letter, and optionally a digit and two letters.
  public init?(_ text: String, country: Country) {
    let code = text.filter { !$0.isWhitespace }.uppercased()
    guard Postcode.isPossible(Array(code.utf8), country: country) else { return nil }
    description = code
  }

  /// Whether the code lies in an area given by the start of its codes: `3561`, `3561A`, `M14`.
  public func lies(in area: PostcodeArea) -> Bool { area.contains(self) }

  private static func isPossible(_ code: [UInt8], country: Country) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    let startsWithNumber =
      code.count >= 4 && code.prefix(4).allSatisfy(isDigit) && code.first != 48
    switch country {
    case .belgium: return startsWithNumber && code.count == 4
    case .netherlands:
      guard startsWithNumber else { return false }
      if code.count == 4 { return true }
      let letters = Array(code.dropFirst(4))
      let forbidden: [[UInt8]] = [[83, 65], [83, 68], [83, 83]]
      return letters.count == 2 && letters.allSatisfy(isLetter) && !forbidden.contains(letters)
    case .unitedKingdom:
      let areaLetters = code.prefix(while: isLetter).count
      guard (1...2).contains(areaLetters), (2...7).contains(code.count) else { return false }
      let rest = Array(code.dropFirst(areaLetters))
      let inward = rest.suffix(3)
      let hasInward =
        rest.count >= 4 && inward.first.map(isDigit) == true
        && inward.dropFirst().allSatisfy(isLetter)
      let district = hasInward ? Array(rest.dropLast(3)) : rest
      guard let first = district.first, isDigit(first), district.count <= 2 else { return false }
      return district.dropFirst().allSatisfy { isDigit($0) || isLetter($0) }
    }
  }
}
