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
}
