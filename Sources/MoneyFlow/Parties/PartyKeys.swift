import Foundation
import ImpactModel

/// The forms in which numbers and names of parties are compared.
enum PartyKeys {
  /// A number without spaces and points; one without a digit other than 0 is no number.
  ///
  /// Bookkeepers fill in 00000000 or NL000000000B00 where they have none.
  static func number(_ text: String?) -> String? {
    guard let text else { return nil }
    let key = String(text.uppercased().filter { $0.isLetter || $0.isNumber })
    return key.contains { $0.isNumber && $0 != "0" } ? key : nil
  }

  /// A number of a register with the register before it, so that no two registers mix.
  ///
  /// - Parameters:
  ///   - code: the register by ISO 6523; none is the register of the country.
  ///   - country: the country of the project.
  static func commerce(_ text: String?, register code: String?, country: Country) -> String? {
    guard var number = number(text) else { return nil }
    let register =
      switch code {
      case nil, "": country.rawValue
      case "0106": Country.netherlands.rawValue
      case "0208": Country.belgium.rawValue
      case let other?: other
      }
    // Enterprise numbers of before 2008 were written with nine digits.
    if register == Country.belgium.rawValue, number.count == 9 { number = "0" + number }
    return register + separator + number
  }

  /// The number without the register.
  static func shown(commerce key: String) -> String {
    key.split(separator: separator, maxSplits: 1).last.map(String.init) ?? key
  }

  /// A VAT number; a Dutch one without its country is written with it.
  static func tax(_ text: String?) -> String? {
    guard let number = number(text) else { return nil }
    let isDutch =
      number.count == 12 && number.dropFirst(9).first == "B"
      && (number.prefix(9) + number.suffix(2)).allSatisfy(\.isNumber)
    return isDutch ? Country.netherlands.rawValue + number : number
  }

  /// An account number; one too short to be anybody's own is none.
  static func account(_ text: String?) -> String? {
    number(text).flatMap { $0.count >= 8 ? $0 : nil }
  }

  /// A name in small letters and digits only, without accents; an empty one is no name.
  static func name(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { $0 < 128 }
    let plain = isPlain ? text : text.folding(options: .diacriticInsensitive, locale: nil)
    let key = String(plain.lowercased().filter { $0.isLetter || $0.isNumber })
    return key.isEmpty ? nil : key
  }

  /// Stands between the parts of a key and in none of them.
  static let separator = "\u{1F}"
}
