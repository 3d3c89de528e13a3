import ImpactModel
import Yams

/// Collects the findings of one settings file.
final class SettingsLog {
  let file: String
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  func add(
    _ code: String, _ message: Text, help: Text, line: Int?, key: String,
    severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        code, severity, message, help: help,
        at: Address(file: file, line: line, heading: key)))
  }
}

/// One value of the settings with its place.
struct SettingsValue {
  let text: String
  let line: Int?
  /// The whole key, as in `value_map.discount_rate`.
  let key: String
}

/// One mapping of the settings: hands out its values and says what is missing or unknown.
struct SettingsSection {
  private let mapping: Node.Mapping
  private let path: String
  private let line: Int?
  /// The keys that the file lacks, by the unknown key that probably means each one.
  private let mistyped: [String: Node]
  let log: SettingsLog

  /// Takes a mapping, which stands under the key at `line`; an unexpected key is a warning.
  init(
    _ mapping: Node.Mapping, path: String, keys: [String], line: Int?, log: SettingsLog
  ) {
    self.mapping = mapping
    self.path = path
    self.log = log
    self.line = line
    let present = mapping.compactMap { $0.key.scalar?.string }
    let absent = keys.filter { !present.contains($0) }
    var mistyped: [String: Node] = [:]
    var unknown: [Node] = []
    for (key, _) in mapping where !keys.contains(key.scalar?.string ?? "") {
      if let near = Nearest.match(key.scalar?.string ?? "", in: absent), mistyped[near] == nil {
        mistyped[near] = key
      } else {
        unknown.append(key)
      }
    }
    self.mistyped = mistyped
    for key in unknown { addUnknown(key, keys) }
  }

  /// The place of a key that has no value: that of its section.
  func whole(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// A section inside this one; a missing one is a finding where it is required.
  func section(_ key: String, keys: [String], isRequired: Bool = true) -> SettingsSection? {
    guard let node = node(key) else {
      addAbsent(key, isRequired: isRequired)
      return nil
    }
    guard let inner = node.mapping else {
      addWrong(
        key, node, Text("must hold settings of its own", nl: "moet eigen instellingen bevatten"),
        help: Text(
          "Write under it: \(keys.joined(separator: ", ")).",
          nl: "Schrijf eronder: \(keys.joined(separator: ", "))."))
      return nil
    }
    return SettingsSection(
      inner, path: whole(key), keys: keys, line: lineOf(key), log: log)
  }

  /// The sections of a list.
  func sections(_ key: String, keys: [String], isRequired: Bool = true) -> [SettingsSection]? {
    guard let node = node(key) else {
      addAbsent(key, isRequired: isRequired)
      return isRequired ? nil : []
    }
    let items = node.sequence.map(Array.init)
    if items?.isEmpty == true, !isRequired { return [] }
    let mappings = (items ?? []).compactMap(\.mapping)
    guard let items, !items.isEmpty, mappings.count == items.count else {
      addWrong(
        key, node, Text("must be a list", nl: "moet een lijst zijn"),
        help: Text(
          "Start each item with a hyphen and give it: \(keys.joined(separator: ", ")).",
          nl: "Begin elk onderdeel met een streepje en geef het: \(keys.joined(separator: ", "))."))
      return nil
    }
    return mappings.map {
      SettingsSection(
        $0, path: whole(key), keys: keys, line: $0.first?.key.mark?.line ?? lineOf(key), log: log)
    }
  }

  /// A single value, or `nil` where it is empty; an absent one is a finding where it is required.
  func value(_ key: String, isRequired: Bool = true) -> SettingsValue? {
    guard let node = node(key) else {
      addAbsent(key, isRequired: isRequired)
      return nil
    }
    guard let scalar = node.scalar else {
      addWrong(
        key, node, Text("must be a single value", nl: "moet één waarde zijn"),
        help: Text(
          "Write one value behind the colon.", nl: "Schrijf één waarde achter de dubbele punt."))
      return nil
    }
    return SettingsValue(text: scalar.string.trimmingSpaces(), line: lineOf(key), key: whole(key))
  }

  /// A list of values, or one value as a list of one.
  func list(_ key: String) -> [SettingsValue] {
    guard let node = node(key) else {
      addAbsent(key, isRequired: false)
      return []
    }
    let items = node.sequence.map(Array.init) ?? [node]
    let values = items.compactMap { item in
      item.scalar.map {
        SettingsValue(
          text: $0.string.trimmingSpaces(), line: item.mark?.line ?? lineOf(key), key: whole(key))
      }
    }
    guard values.count == items.count else {
      addWrong(
        key, node, Text("must be a list of values", nl: "moet een lijst van waarden zijn"),
        help: Text("Write as in [one, two].", nl: "Schrijf zoals in [een, twee]."))
      return []
    }
    return values.filter { !$0.text.isEmpty }
  }

  /// A value that a reading turns into something, with a finding where it cannot.
  func read<Value>(
    _ key: String, isRequired: Bool = true, _ problem: Text, help: Text,
    _ reading: (String) -> Value?
  ) -> Value? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    return read(value, problem, help: help, reading)
  }

  /// As above, of a value that is at hand.
  func read<Value>(
    _ value: SettingsValue, _ problem: Text, help: Text, _ reading: (String) -> Value?
  ) -> Value? {
    if let result = reading(value.text) { return result }
    let shown = quoted(value.text)
    log.add(
      "settings.invalid",
      Text(
        "\(shown.english) \(problem.english).", nl: "\(shown.dutch) \(problem.dutch)."),
      help: help, line: value.line, key: value.key)
    return nil
  }

  /// The line of a key.
  func lineOf(_ key: String) -> Int? {
    mapping.first { $0.key.scalar?.string == key }?.key.mark?.line ?? line
  }

  private func node(_ key: String) -> Node? {
    guard let node = mapping.first(where: { $0.key.scalar?.string == key })?.value else {
      return nil
    }
    if let scalar = node.scalar, scalar.style == .plain || scalar.style == .any {
      return ["", "~", "null"].contains(scalar.string) ? nil : node
    }
    return node.scalar?.string.trimmingSpaces().isEmpty == true ? nil : node
  }

  private func addUnknown(_ node: Node, _ keys: [String]) {
    let key = node.scalar?.string ?? ""
    let shown = quoted(key)
    let list = keys.joined(separator: ", ")
    log.add(
      "settings.unknown_key",
      Text(
        "The key \(shown.english) is not known here.",
        nl: "De sleutel \(shown.dutch) is hier niet bekend."),
      help: Text("Known are: \(list).", nl: "Bekend zijn: \(list)."),
      line: node.mark?.line ?? line, key: whole(key), severity: .warning)
  }

  /// Says what is to be said of a key without a value; a mistyped key is one finding, not two.
  private func addAbsent(_ key: String, isRequired: Bool) {
    guard let node = mistyped[key] else {
      if isRequired { addMissing(key) }
      return
    }
    let typed = quoted(node.scalar?.string ?? "")
    log.add(
      isRequired ? "settings.missing" : "settings.unknown_key",
      isRequired
        ? Text("“\(whole(key))” is missing.", nl: "‘\(whole(key))’ ontbreekt.")
        : Text(
          "The key \(typed.english) is not known here.",
          nl: "De sleutel \(typed.dutch) is hier niet bekend."),
      help: Text(
        "Rename \(typed.english) to “\(key)”.", nl: "Hernoem \(typed.dutch) tot ‘\(key)’."),
      line: node.mark?.line ?? line, key: whole(key), severity: isRequired ? .error : .warning)
  }

  private func addMissing(_ key: String) {
    log.add(
      "settings.missing",
      Text("“\(whole(key))” is missing.", nl: "‘\(whole(key))’ ontbreekt."),
      help: Text("Add the key and its value.", nl: "Voeg de sleutel en de waarde toe."),
      line: lineOf(key), key: whole(key))
  }

  private func addWrong(_ key: String, _ node: Node, _ problem: Text, help: Text) {
    log.add(
      "settings.invalid",
      Text("“\(whole(key))” \(problem.english).", nl: "‘\(whole(key))’ \(problem.dutch)."),
      help: help, line: lineOf(key), key: whole(key))
  }
}
