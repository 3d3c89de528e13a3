import Crypto
import Foundation
import ImpactModel

/// Reads the cells of one column of words: choices, identifiers, days, postcodes, persons, text.
struct WordCell {
  let column: ColumnCard
  let options: ReadingOptions
  /// The entries of a closed list by every word that means one, the first entry winning.
  private let entries: [String: String]

  init(column: ColumnCard, options: ReadingOptions) {
    self.column = column
    self.options = options
    guard case .choice(let choices) = column.type else {
      entries = [:]
      return
    }
    let words = choices.flatMap { entry in entry.words.map { (Heading.folded($0), entry.id) } }
    entries = Dictionary(words) { first, _ in first }
  }

  /// Reads a cell that is not empty.
  func read(_ text: String) throws(CellFault) -> CellValue {
    switch column.type {
    case .identifier, .label: return .text(try identifier(text))
    case .figure: return .text(try figure(text))
    case .day: return .day(try DayText.read(text))
    case .choice(let entries): return .text(try choice(text, entries))
    case .yesNo: return .flag(try yesNo(text))
    case .postcode: return .text(try postcode(text))
    case .person: return .person(person(text))
    default: return .text(text)
    }
  }

  private func identifier(_ text: String) throws(CellFault) -> String {
    if RowID(text) != nil { return text }
    let text = quoted(text)
    throw CellFault(
      "table.bad_identifier",
      Text(
        "\(text.english) cannot be an identifier.",
        nl: "\(text.dutch) kan geen id zijn."),
      help: Text(
        "Use small letters, digits and underscores, starting with a letter, as in o3.",
        nl: "Gebruik kleine letters, cijfers en underscores, met een letter voorop, zoals o3."))
  }

  private func figure(_ text: String) throws(CellFault) -> String {
    if FigureID(text) != nil { return text }
    let text = quoted(text)
    throw CellFault(
      "table.bad_figure",
      Text(
        "\(text.english) is not the identifier of a figure.",
        nl: "\(text.dutch) is niet de naam van een cijfer uit het verslag."),
      help: Text(
        "Write two words joined by a point, as in employment.fte.",
        nl: "Schrijf twee woorden met een punt ertussen, zoals employment.fte."))
  }

  private func choice(_ text: String, _ entries: [ChoiceOption]) throws(CellFault) -> String {
    if let id = self.entries[Heading.folded(text)] { return id }
    let text = (plain: text, shown: quoted(text))
    let list = entries.map(\.id).joined(separator: ", ")
    // Labels may hold commas themselves.
    let labels = entries.map(\.label.dutch).joined(separator: "; ")
    let help =
      WordCell.suggestion(for: text.plain, entries).map { near in
        Text(
          "Did you mean “\(near.english)”? Allowed are: \(list).",
          nl: "Bedoelt u ‘\(near.dutch)’? Toegestaan zijn: \(labels).")
      } ?? Text("Allowed are: \(list).", nl: "Toegestaan zijn: \(labels).")
    throw CellFault(
      "table.unknown_choice",
      Text(
        "\(text.shown.english) is not one of the values of this column.",
        nl: "\(text.shown.dutch) is geen waarde van deze kolom."), help: help)
  }

  /// The entry that was probably meant, by its identifier or else by its label in each language.
  private static func suggestion(for text: String, _ entries: [ChoiceOption]) -> Text? {
    guard let near = Nearest.match(text, in: entries.flatMap(\.words)),
      let entry = entries.first(where: { $0.words.contains(near) })
    else { return nil }
    return near == entry.id ? Text(verbatim: near) : entry.label
  }

  private func yesNo(_ text: String) throws(CellFault) -> Bool {
    switch text.lowercased() {
    case "yes", "y", "true", "1", "ja", "j", "waar": return true
    case "no", "n", "false", "0", "nee", "onwaar": return false
    default:
      let text = quoted(text)
      throw CellFault(
        "table.not_yes_or_no",
        Text("\(text.english) is neither yes nor no.", nl: "\(text.dutch) is geen ja of nee."),
        help: Text("Fill in yes or no.", nl: "Vul ja of nee in."))
    }
  }

  private func postcode(_ text: String) throws(CellFault) -> String {
    if let code = Postcode(withoutCountry(text), country: options.country) {
      return code.description
    }
    let text = quoted(text)
    let (country, form): (Text, String) =
      switch options.country {
      case .netherlands: (Text("the Netherlands", nl: "Nederland"), "3561 AB")
      case .belgium: (Text("Belgium", nl: "België"), "2060")
      case .unitedKingdom: (Text("the United Kingdom", nl: "het Verenigd Koninkrijk"), "M14 5RB")
      }
    throw CellFault(
      "table.impossible_postcode",
      Text(
        "\(text.english) cannot be a postcode in \(country.english).",
        nl: "\(text.dutch) kan geen postcode in \(country.dutch) zijn."),
      help: Text(
        "Write the postcode as in \(form), or leave the cell empty if it is not known.",
        nl: "Schrijf de postcode zoals \(form), of laat de cel leeg als die niet bekend is."))
  }

  /// A postcode without the sign of the project's country before it, as in B-9000.
  private func withoutCountry(_ text: String) -> String {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    let sign = parts[0].trimmingPrefix { $0.isWhitespace }.uppercased()
    let isOwn = options.country.rawValue == sign || (options.country == .belgium && sign == "B")
    return isOwn ? String(parts[1]) : text
  }

  /// The keyed hash of a name or number; capitals, and spaces around and inside it, do not matter.
  private func person(_ text: String) -> PersonKey {
    let name = text.precomposedStringWithCanonicalMapping.lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(name.utf8), using: SymmetricKey(data: options.personSecret))
    return PersonKey(hash: hexadecimal(code))
  }
}

extension ChoiceOption {
  /// All words that mean the entry.
  fileprivate var words: [String] { [id, label.english, label.dutch] + aliases }
}
