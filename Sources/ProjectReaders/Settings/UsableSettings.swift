import Foundation
import ImpactModel
import Yams

/// What can be used of settings that have errors, so that tables and books are read all the same.
public struct UsableSettings: Sendable, Hashable {
  /// The language of the report, where the file says it.
  public let language: Language?

  private let country: Country?
  private let currency: Currency?
  private let decimalMark: DecimalMark?

  /// Takes from a settings file what reading needs, and passes over what is wrong.
  public init(_ bytes: Data, file: String) {
    guard case .success(let root) = SettingsDocument.root(bytes, file: file) else {
      (language, country, currency, decimalMark) = (nil, nil, nil, nil)
      return
    }
    func text(_ section: String, _ key: String) -> String? {
      root[section]?.mapping?[key]?.scalar?.string.trimmingSpaces()
    }
    language = text("project", "language").flatMap { Language(rawValue: $0.lowercased()) }
    country = text("where", "country").flatMap { Country(rawValue: $0.uppercased()) }
    currency = text("project", "currency").flatMap { Currency($0) }
    decimalMark = text("numbers", "decimal_mark").flatMap { DecimalMark(rawValue: $0.lowercased()) }
  }

  /// How the tables are to be read; what is not known is taken as in the Netherlands, and
  /// `isReliable` then passes over the findings that hang on it.
  public func readingOptions(personSecret: [UInt8]) -> ReadingOptions {
    ReadingOptions(
      decimalMark: decimalMark, country: country ?? .netherlands, currency: currency ?? .euro,
      personSecret: personSecret)
  }

  /// Whether a finding does not hang on a setting that is not known.
  public func isReliable(_ finding: Finding) -> Bool {
    switch finding.code {
    case "table.impossible_postcode": country != nil
    case "table.other_currency": currency != nil
    default: true
    }
  }
}
