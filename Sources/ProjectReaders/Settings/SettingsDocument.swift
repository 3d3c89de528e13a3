import Foundation
import ImpactModel
import Yams

/// Turns the bytes of `project.yaml` into nodes, within limits.
///
/// Settings need no anchors and aliases, and a few lines of those can stand for billions of nodes;
/// they are refused before the parser sees them.
enum SettingsDocument {
  static let largestFile = 262_144
  private static let deepestNesting = 40

  static func root(_ bytes: Data, file: String) -> Result<Node.Mapping, SettingsFailure> {
    guard bytes.count <= largestFile else {
      return failure(
        "settings.too_large",
        Text("The settings are larger than 256 kB.", nl: "De instellingen zijn groter dan 256 kB."),
        Address(file: file))
    }
    let text: String
    switch TextDecoding.decode(bytes, file: file) {
    case .success(let decoded): text = decoded
    case .failure(let failed): return .failure(SettingsFailure(finding: failed.finding))
    }
    if let line = lineOfAlias(in: text) {
      return failure(
        "settings.alias",
        Text("Anchors and aliases are not read.", nl: "Ankers en aliassen worden niet gelezen."),
        Address(file: file, line: line))
    }
    guard text.count(where: { $0 == "[" || $0 == "{" }) <= deepestNesting else {
      return failure(
        "settings.too_deep",
        Text(
          "The settings hold more than \(deepestNesting) brackets.",
          nl: "De instellingen bevatten meer dan \(deepestNesting) haken."), Address(file: file))
    }
    return compose(text, file: file)
  }

  private static func compose(
    _ text: String, file: String
  ) -> Result<Node.Mapping, SettingsFailure> {
    let invalid = Text("This is not valid YAML.", nl: "Dit is geen geldige YAML.")
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return failure(
          "settings.empty", Text("The settings are empty.", nl: "De instellingen zijn leeg."),
          Address(file: file, line: 1))
      }
      if let mapping = node.mapping { return .success(mapping) }
      return failure("settings.invalid_yaml", invalid, Address(file: file, line: 1))
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let key = quoted(keys.sorted().first ?? "")
      return failure(
        "settings.double_key",
        Text(
          "The key \(key.english) stands here twice.",
          nl: "De sleutel \(key.dutch) staat hier twee keer."),
        Address(file: file, line: context.mark.line))
    } catch {
      return failure(
        "settings.invalid_yaml", invalid, Address(file: file, line: line(of: error)))
    }
  }

  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    default: return nil
    }
  }

  /// The line of an alias, `*name`, whose anchor, `&name`, stands anywhere in the text.
  private static func lineOfAlias(in text: String) -> Int? {
    let anchors = Set(marked(by: "&", in: text).map(\.name))
    return marked(by: "*", in: text).first { anchors.contains($0.name) }?.line
  }

  /// The names behind a mark that starts a word.
  private static func marked(by mark: Character, in text: String) -> [(name: String, line: Int)] {
    var found: [(name: String, line: Int)] = []
    var line = 1
    var previous: Character = "\n"
    var name: String?
    for character in text {
      if let current = name {
        if character.isWhitespace || ",[]{}".contains(character) {
          if !current.isEmpty { found.append((current, line)) }
          name = nil
        } else {
          name = current + String(character)
        }
      } else if character == mark, previous.isWhitespace || ",[{:-?".contains(previous) {
        name = ""
      }
      if character.isNewline { line += 1 }
      previous = character
    }
    if let name, !name.isEmpty { found.append((name, line)) }
    return found
  }

  private static func failure(
    _ code: String, _ message: Text, _ address: Address
  ) -> Result<Node.Mapping, SettingsFailure> {
    let help = Text(
      "Compare the file with the one that “wijkwaarde new” makes.",
      nl: "Vergelijk het bestand met wat ‘wijkwaarde new’ maakt.")
    return .failure(
      SettingsFailure(finding: Finding(code, .error, message, help: help, at: address)))
  }
}

/// Why settings cannot be read at all.
struct SettingsFailure: Error {
  let finding: Finding
}
