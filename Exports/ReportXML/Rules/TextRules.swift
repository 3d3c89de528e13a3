import ExportKit

/// The rule about texts in two languages.
extension DocumentRule {
  static let textRules = [
    DocumentRule(
      "one_text_per_language",
      Text(
        "A text stands once in each language that it has; one without a language stands alone.",
        nl: "Een tekst staat één keer in elke taal die hij heeft; een zonder taal staat alleen."),
      breaches: oneTextPerLanguage)
  ]

  /// The elements that may stand once per language.
  private static let texts: Set = [
    "label", "absent", "title", "summary", "help", "rule", "text", "remark", "message", "method",
    "symbol", "fromLabel", "toLabel",
  ]

  @Sendable private static func oneTextPerLanguage(_ report: DocumentNode) -> [Breach] {
    report.everything.flatMap { owner -> [Breach] in
      let all = owner.children.filter { $0.children.isEmpty && texts.contains($0.name) }
      guard all.count > 1 else { return [] }
      return Set(all.map(\.name)).sorted().compactMap { name in
        let versions = all.filter { $0.name == name }
        guard versions.count > 1 else { return nil }
        let languages = versions.compactMap { $0["lang"] }
        guard Set(languages).count < versions.count else { return nil }
        return Breach(
          versions[1],
          Text(
            "\(name) stands twice in one language, or beside one without a language",
            nl: "\(name) staat twee keer in één taal, of naast een zonder taal"))
      }
    }
  }
}
