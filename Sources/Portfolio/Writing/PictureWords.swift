import ExportKit

/// Words for codes of reports that several tables show.
enum PictureWords {
  /// Forecast or evaluation.
  static func perspective(_ code: String, _ language: Language) -> String {
    switch code {
    case "forecast": Text("forecast", nl: "vooruitblik")[language]
    case "evaluation": Text("evaluation", nl: "terugblik")[language]
    default: code
    }
  }

  /// What stands behind a number of a unit; nothing behind one that shows its own sign.
  static func unit(_ code: String, _ language: Language) -> String {
    let known: [Unit] = [
      .count, .people, .ratio, .hour, .fullTimeEquivalent, .kilogram, .year, .month,
    ]
    if code == Unit.percent.code { return "" }
    return known.first { $0.code == code }?.symbol[language] ?? code
  }
}
