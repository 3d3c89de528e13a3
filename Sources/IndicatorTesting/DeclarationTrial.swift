import Foundation
import IndicatorKit

/// Tries whether a declaration is complete: identifiers, both languages, helps and examples.
struct DeclarationTrial {
  private let card: IndicatorCard

  init(_ card: IndicatorCard) { self.card = card }

  /// What is missing, in the order of the card.
  var faults: [String] {
    identifiers + language(card.title, "the title of the card “\(card.id)”")
      + language(card.summary, "the summary of the card “\(card.id)”", isSentence: true)
      + card.tables.flatMap { TableTrial(TableDeclaration($0), card: card).faults }
      + card.measures.flatMap(faults) + card.parameters.flatMap(faults) + importers
      + details + references
  }

  private var identifiers: [String] {
    var faults: [String] = []
    if !FigureID.isSegment(card.id) {
      faults.append(Wording.badIdentifier(card.id, of: "the card"))
    }
    if card.measures.isEmpty { faults.append("“\(card.id)” measures nothing; add a MeasureCard") }
    faults += Wording.doubled(card.measures.map(\.id)).map {
      "“\(card.id)” declares two measures “\($0)”; give one of them another identifier"
    }
    faults += Wording.doubled(card.tables.map { $0.table.id }).map {
      "“\(card.id)” declares the table “\($0)” twice; delete one of the two"
    }
    return faults
  }

  private func faults(of measure: MeasureCard) -> [String] {
    let name = "\(card.id).\(measure.id)"
    let identifier =
      FigureID.isSegment(measure.id)
      ? [] : [Wording.badIdentifier(measure.id, of: "a measure of “\(card.id)”")]
    return identifier + language(measure.label, "the label of the measure “\(name)”")
      + language(measure.help, "the help of the measure “\(name)”", isSentence: true)
  }

  private func faults(of parameter: ParameterCard) -> [String] {
    let segments = parameter.id.split(separator: ".", omittingEmptySubsequences: false)
    let identifier =
      segments.allSatisfy { FigureID.isSegment($0) }
      ? [] : [Wording.badIdentifier(parameter.id, of: "a parameter of “\(card.id)”")]
    return identifier + language(parameter.label, "the label of the parameter “\(parameter.id)”")
  }

  private var importers: [String] {
    let cards = card.importers.map { $0.card }
    let doubled = Wording.doubled(cards.map(\.id)).map {
      "“\(card.id)” has two importers “\($0)”; give one of them another identifier"
    }
    return doubled + cards.flatMap(faults)
  }

  private func faults(of importer: ImporterCard) -> [String] {
    let name = "the importer “\(importer.id)”"
    var faults: [String] = []
    if !FigureID.isSegment(importer.id) {
      faults.append(Wording.badIdentifier(importer.id, of: "an importer of “\(card.id)”"))
    }
    faults += language(importer.title, "the title of \(name)")
    faults += language(importer.summary, "the summary of \(name)", isSentence: true)
    if importer.fileExtensions.isEmpty
      || importer.fileExtensions.contains(where: { $0 != $0.lowercased() || $0.contains(".") })
    {
      faults.append("\(name) needs the endings of its files in small letters, as in [\"csv\"]")
    }
    let declared = Set(card.tables.map { $0.table.id })
    faults += importer.tables.map { $0.table.id }.filter { !declared.contains($0) }.map {
      "\(name) fills the table “\($0)”, which the card does not declare; add it under tables:"
    }
    if importer.tables.isEmpty { faults.append("\(name) fills no table; add one under tables:") }
    return faults
  }

  private var details: [String] {
    let doubled = Wording.doubled(card.details.map(\.id)).map {
      "“\(card.id)” declares the detail “\($0)” twice; delete one of the two"
    }
    return doubled + card.details.flatMap(faults)
  }

  private func faults(of detail: DetailCard) -> [String] {
    let name = "the detail “\(card.id).\(detail.id)”"
    var faults: [String] = []
    if !FigureID.isSegment(detail.id) {
      faults.append(Wording.badIdentifier(detail.id, of: "a detail of “\(card.id)”"))
    }
    faults += language(detail.title, "the title of \(name)")
    faults += language(detail.summary, "the summary of \(name)", isSentence: true)
    if detail.columns.isEmpty { faults.append("\(name) has no columns; add a DetailColumn") }
    faults += Wording.doubled(detail.columns.map(\.id)).map {
      "\(name) has the column “\($0)” twice; give one of them another identifier"
    }
    for column in detail.columns {
      if !FigureID.isSegment(column.id) {
        faults.append(Wording.badIdentifier(column.id, of: "a column of \(name)"))
      }
      faults += language(column.label, "the label of the column “\(column.id)” of \(name)")
    }
    return faults
  }

  private var references: [String] {
    if card.references.isEmpty {
      return ["“\(card.id)” names no source of its method; add one under references:"]
    }
    return card.references.contains { $0.citation.allSatisfy(\.isWhitespace) }
      ? ["“\(card.id)” has a reference without a citation; write author, title and year"] : []
  }

  private func language(_ text: Text, _ what: String, isSentence: Bool = false) -> [String] {
    Wording.language(text, what, isSentence: isSentence)
  }
}

/// What is asked of words: both languages, and identifiers that every export can carry.
enum Wording {
  /// What is missing of a text in English and Dutch.
  ///
  /// A single word may be the same in both languages; a sentence may not, but for one that the
  /// module marks as English only.
  static func language(_ text: Text, _ what: String, isSentence: Bool = false) -> [String] {
    func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    if isBlank(text.english) { return ["\(what) has no English; write Text(\"…\", nl: \"…\")"] }
    if text.isEnglishOnly { return [] }
    if isBlank(text.dutch) {
      return ["\(what) has no Dutch; write Text(\"\(text.english)\", nl: \"…\")"]
    }
    let isLong = isSentence || text.english.split(separator: " ").count > 2
    guard text.english == text.dutch, isLong else { return [] }
    return ["\(what) has no Dutch of its own; write Text(\"\(text.english)\", nl: \"…\")"]
  }

  /// That an identifier cannot stand in every export.
  static func badIdentifier(_ id: String, of what: String) -> String {
    "“\(id)”, the identifier of \(what), must be small letters, digits and underscores, "
      + "a letter first"
  }

  /// What stands in a list more than once.
  static func doubled(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { !seen.insert($0).inserted }
  }

  /// What two words would be for a reader: capitals, spaces, underscores and hyphens do not matter.
  static func folded(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }

  /// Words by which two owners would be known.
  static func ambiguous(_ names: [(owner: String, words: [String])]) -> [String] {
    var owners: [String: String] = [:]
    var faults: [String] = []
    for (owner, words) in names {
      for word in words.map(folded) {
        if let other = owners[word], other != owner {
          faults.append("“\(word)” means “\(other)” and “\(owner)”; change one of the two")
        }
        owners[word] = owners[word] ?? owner
      }
    }
    return faults
  }
}
