import Foundation
import ImpactModel
import Yams

extension SettingsEntry {
  /// The values of a settings file under their keys, in the order of the file.
  ///
  /// - Returns: the entries, or what keeps the file from being read.
  static func all(
    in bytes: Data, file: String
  ) -> Result<[SettingsEntry], SettingsFailure> {
    SettingsDocument.root(bytes, file: file).map { entries(in: .mapping($0), under: "") }
  }

  private static func entries(in node: Node, under key: String) -> [SettingsEntry] {
    switch node {
    case .mapping(let mapping):
      return mapping.flatMap { name, value in
        let part = name.scalar?.string ?? ""
        return entries(in: value, under: key.isEmpty ? part : "\(key).\(part)")
      }
    case .sequence(let sequence): return sequence.flatMap { entries(in: $0, under: key) }
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isEmpty = isPlain && ["", "~", "null"].contains(scalar.string)
      return isEmpty ? [] : [SettingsEntry(key: key, text: scalar.string.trimmingSpaces())]
    case .alias: return []
    }
  }

  /// The values with which a new project begins.
  static func initial(
    id: String, name: String, year: Int, language: Language
  ) -> [SettingsEntry] {
    let isDutch = language == .dutch
    return [
      ("project.id", id), ("project.revision", "1"), ("project.name", name),
      ("project.perspective", "evaluation"), ("project.language", language.rawValue),
      ("project.currency", isDutch ? "EUR" : "GBP"), ("organisation.name", name),
      ("where.neighbourhood", name), ("where.country", isDutch ? "NL" : "GB"),
      ("periods.from", "\(year)-01-01"), ("periods.until", "\(year)-12-31"),
      ("value_map.discount_rate", "standard"), ("value_map.benefit_timing", "start_of_period"),
      ("value_map.input_timing", "start_of_period"), ("value_map.price_base_year", "\(year)"),
    ].map { SettingsEntry(key: $0.0, text: $0.1) }
  }
}
