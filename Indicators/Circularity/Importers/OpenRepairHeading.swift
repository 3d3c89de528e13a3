import IndicatorKit

/// The heading line of a file of the Open Repair Data Standard, whichever separator it was saved with.
struct OpenRepairHeading {
  /// The columns of version 0.3 of the standard.
  static let standard: Set<String> = [
    "id", "data_provider", "country", "partner_product_category", "product_category",
    "product_category_id", "brand", "year_of_manufacture", "product_age", "repair_status",
    "repair_barrier_if_end_of_life", "group_identifier", "event_date", "record_date", "problem",
  ]
  /// How many columns of the standard beside the outcome tell its files from other tables.
  private static let telling = 3

  /// What stands between the fields.
  let separator: Character
  /// The headings as the standard writes them.
  let names: [String]
  /// The headings as the file writes them.
  let written: [String]

  /// Takes the separator by which the first line has the most columns of the standard.
  init(_ text: String) {
    let line = String(text.prefix { !$0.isNewline })
    let found = [",", ";", "\t"].map { Self.split(line, at: $0) }
    let most = found.map(\.known).max() ?? 0
    let best = found.first { $0.known == most }
    separator = best?.separator ?? ","
    written = best?.fields ?? []
    names = written.map(Self.name)
  }

  /// Whether the file has the outcome of repairs and other columns of the standard.
  var isOfStandard: Bool {
    names.contains("repair_status")
      && Set(names).intersection(Self.standard).count > Self.telling
  }

  /// The declared column of `repairs` for each heading that is read.
  var columns: [String?] {
    let category =
      names.contains("product_category") ? "product_category" : "partner_product_category"
    // Version 0.1 of the standard called the day of the event “date”.
    let day = names.contains("event_date") ? "event_date" : "date"
    let read = [
      "id": "id", day: "date", category: "product_category",
      "repair_status": "repair_status", "repair_barrier_if_end_of_life": "barrier",
    ]
    return names.map { read[$0] }
  }

  /// Where the day of the event stands; `nil` where the file has none.
  var dayPosition: Int? { columns.firstIndex(of: "date") }

  /// A heading without capitals and spaces, for files that went through a spreadsheet.
  private static func name(_ heading: String) -> String {
    heading.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "_")
  }

  private static func split(
    _ line: String, at separator: Character
  ) -> (separator: Character, fields: [String], known: Int) {
    let fields = DelimitedText(line, separator: separator).records.first?.fields ?? []
    return (separator, fields, Set(fields.map(name)).intersection(standard).count)
  }
}
