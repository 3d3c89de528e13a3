import Foundation
import IndicatorKit

/// The formats that the modules bring importers for, and which of them a file is.
struct ImportFormats {
  /// How much of a file is looked at to know its format, in bytes.
  private static let openingSize = 4_096

  private let importers: [any TableImporter]

  /// Takes the importers of the registered indicators, each once.
  init(_ registry: Registry) {
    var seen: Set<String> = []
    importers = registry.indicators.flatMap { type(of: $0).card.importers }
      .filter { seen.insert($0.card.id).inserted }.map { $0.init() }
  }

  /// The importer of a file, or the finding that says why there is none.
  ///
  /// - Throws: where the file cannot be read.
  func match(_ file: URL, path: String) throws -> Result<any TableImporter, Unmatched> {
    let ending = file.pathExtension.lowercased()
    let opening = try Self.opening(of: file)
    let fitting = importers.filter {
      type(of: $0).card.fileExtensions.contains(ending) && $0.recognises(opening)
    }
    guard let importer = fitting.first else {
      return .failure(Unmatched(finding: unknown(at: path)))
    }
    guard fitting.count == 1 else {
      return .failure(Unmatched(finding: Self.several(fitting, at: path)))
    }
    return .success(importer)
  }

  /// Why a file has no importer.
  struct Unmatched: Error {
    let finding: Finding
  }

  private static func opening(of file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let bytes = try handle.read(upToCount: openingSize) ?? Data()
    let text = String(decoding: bytes, as: UTF8.self)
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  private func unknown(at path: String) -> Finding {
    let formats = importers.map { type(of: $0).card }
    func list(_ language: Language) -> String {
      formats.map { card in
        let endings = card.fileExtensions.map { "." + $0 }.joined(separator: ", ")
        return "\(card.title[language]) (\(endings))"
      }
      .joined(separator: "; ")
    }
    return Finding(
      "import.unknown_format", .warning,
      Text(
        "No module of this program reads this file.",
        nl: "Geen module van dit programma leest dit bestand."),
      help: formats.isEmpty
        ? Text(
          "Put its rows into the CSV files in tables/.",
          nl: "Zet de rijen in de CSV-bestanden in tables/.")
        : Text(
          "Files in imports/ can be: \(list(.english)).",
          nl: "Bestanden in imports/ kunnen zijn: \(list(.dutch))."),
      at: Address(file: path))
  }

  private static func several(_ importers: [any TableImporter], at path: String) -> Finding {
    let cards = importers.map { type(of: $0).card }
    let english = cards.map { "“\($0.title.english)”" }.joined(separator: ", ")
    let dutch = cards.map { "‘\($0.title.dutch)’" }.joined(separator: ", ")
    return Finding(
      "import.several_formats", .error,
      Text(
        "More than one module takes this file for its own: \(english).",
        nl: "Meer dan één module ziet dit bestand als het hare: \(dutch)."),
      help: Text(
        "Tell the modules' authors: recognises(_:) of one of them takes in too much.",
        nl: "Meld het de makers van de modules: recognises(_:) van een ervan neemt te veel aan."),
      at: Address(file: path))
  }
}
