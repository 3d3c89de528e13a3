import ImpactModel

/// One setting as the sheet of settings shows it.
struct SettingsKey {
  /// What the value is.
  enum Kind {
    case text
    case day
    /// One of some words, each with what readers see.
    case choice([(id: String, label: Text)])
  }

  /// Its key in `project.yaml`, from the root: `where.country`.
  let key: String
  let label: Text
  let help: Text
  var kind = Kind.text
  var isRequired = false
  /// Whether it may stand in several rows.
  var isList = false

  /// The section of the sheet that it belongs to: the first part of its key.
  var section: String { String(key.prefix { $0 != "." }) }

  /// What a cell holds for a word of the list, which may be typed in either language.
  func id(of word: String) -> String {
    guard case .choice(let options) = kind else { return word }
    let folded = Heading.folded(word)
    let found = options.first { option in
      [option.id, option.label.english, option.label.dutch].contains {
        Heading.folded($0) == folded
      }
    }
    return found?.id ?? word
  }

  /// What readers see of a word of the list.
  func shown(_ id: String, in language: Language) -> String {
    guard case .choice(let options) = kind else { return id }
    return options.first { $0.id == id }?.label[language] ?? id
  }
}
