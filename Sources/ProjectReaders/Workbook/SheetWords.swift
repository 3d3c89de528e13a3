import ImpactModel

/// The names and headings that the program itself gives to sheets and columns of a workbook.
enum SheetWords {
  /// The first sheet, which explains.
  static let guide = Text("Start here", nl: "Begin hier")
  /// The sheet with the settings.
  static let settings = Text("Settings", nl: "Instellingen")
  /// The hidden sheet with the lists to choose from.
  static let lists = Text("Lists", nl: "Keuzelijsten")
  /// The sheet that lists all findings.
  static let findings = Text("Findings", nl: "Bevindingen")

  /// The heading of the column in which a row says that it is an example.
  static let rowMark = Text("Row", nl: "Rij")
  /// The word in that column.
  static let example = Text("example", nl: "voorbeeld")

  /// The heading of the settings.
  static let setting = Text("Setting", nl: "Instelling")
  /// The heading of their values.
  static let value = Text("Value", nl: "Waarde")
  /// The heading of what they mean.
  static let meaning = Text("What to fill in", nl: "Wat u invult")
  /// The heading of their keys.
  static let key = Text("Key", nl: "Sleutel")

  /// Whether a text is one of ours in either language, whatever its capitals and spaces.
  static func means(_ text: String, _ word: Text) -> Bool {
    let folded = Heading.folded(text)
    return folded == Heading.folded(word.english) || folded == Heading.folded(word.dutch)
  }

  /// The title of a table as it fits on a tab, in one language.
  static func name(of table: TableDeclaration, in language: Language) -> String {
    let refused: Set<Character> = ["[", "]", "*", "?", ":", "/", "\\"]
    let title = table.card.title[language].filter { !refused.contains($0) && !$0.isNewline }
    let name = shortened(title)
    return name.isEmpty || name.first == "'" || name.last == "'" ? table.id : name
  }

  /// A title of at most 31 characters: without what stands in brackets, then without last words.
  private static func shortened(_ title: String) -> String {
    if title.count <= 31 { return title.trimmingSpaces() }
    let bare = String(title.prefix { $0 != "(" }).trimmingSpaces()
    if !bare.isEmpty, bare.count <= 31 { return bare }
    let start = title.prefix(32)
    let end = start.lastIndex(of: " ") ?? start.index(before: start.endIndex)
    return String(start[..<end]).trimmingSpaces()
  }

  /// Whether a tab is that of a table: by its title in either language, or its identifier.
  static func isName(_ name: String, of table: TableDeclaration) -> Bool {
    let folded = Heading.folded(name)
    return folded == Heading.folded(table.id)
      || Language.allCases.contains { language in
        folded == Heading.folded(table.card.title[language])
          || folded == Heading.folded(SheetWords.name(of: table, in: language))
      }
  }
}
