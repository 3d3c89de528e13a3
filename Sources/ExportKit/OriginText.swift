/// An origin in words.
public struct OriginText {
  private let origin: Origin

  /// Takes an origin.
  public init(_ origin: Origin) { self.origin = origin }

  /// Gives the words in a language.
  ///
  /// - Parameters:
  ///   - language: the language of the words.
  ///   - namesSources: whether a parameter's source is told beside its value; a page that tells
  ///     each source once elsewhere leaves it out.
  public func words(in language: Language, namesSources: Bool = true) -> String {
    switch origin {
    case .cell(let address): return address.text(in: language)
    case .selection(let selection): return OriginText.words(for: selection, in: language)
    case .ledger(let ledger):
      let files = ledger.files.joined(separator: ", ")
      let accounts = ledger.accounts.isEmpty ? "" : " (\(ledger.accounts.joined(separator: ", ")))"
      let lines = Text("\(ledger.lines) lines", nl: "\(ledger.lines) regels")[language]
      return "\(files)\(accounts), \(lines)"
    case .parameter(let id, let value, let source):
      let number = "\(id) = \(DecimalText.exact(value))"
      return namesSources ? "\(number), \(source)" : number
    case .computation(let rule, let inputs):
      let from = OriginText.words(for: inputs, in: language)
      return from.isEmpty ? rule[language] : "\(rule[language]) ← \(from)"
    case .combined(let origins):
      let words = origins.map { OriginText($0).words(in: language, namesSources: namesSources) }
        .filter { !$0.isEmpty }
      return words.isEmpty ? "–" : words.joined(separator: "; ")
    }
  }

  /// The most figures that one origin names in words; a cell of a spreadsheet ends at some point.
  static let mostFigures = 100

  private static func words(for figures: [FigureID], in language: Language) -> String {
    let names = figures.prefix(mostFigures).map(\.description).joined(separator: ", ")
    let more = figures.count - mostFigures
    guard more > 0 else { return names }
    return names + Text(" and \(more) more", nl: " en nog \(more)")[language]
  }

  private static func words(for selection: Selection, in language: Language) -> String {
    let shown = selection.rows.prefix(8).map {
      $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)–\($0.upperBound)"
    }
    let more = selection.rows.count > shown.count ? ", …" : ""
    let isOne = selection.rows.count == 1 && selection.count == 1
    let word = isOne ? Text("row", nl: "rij") : Text("rows", nl: "rijen")
    let rows = word[language] + " " + shown.joined(separator: ", ") + more
    let columns = selection.columns.isEmpty ? "" : " (\(selection.columns.joined(separator: ", ")))"
    let place = selection.sheet.map { "\(selection.file), \($0)" } ?? selection.file
    return place.isEmpty || shown.isEmpty ? place + columns : "\(place), \(rows)\(columns)"
  }
}
