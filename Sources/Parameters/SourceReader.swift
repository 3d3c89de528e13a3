import ImpactModel
import Yams

/// Reads `sources.yaml`: a mapping of names to records with a closed set of keys.
struct SourceReader {
  /// The keys of a record; the first three must be there.
  private enum Key: String, CaseIterable {
    case title, citation, licence, publisher, published, accessed, attribution, printable

    static let required: [Key] = [.title, .citation, .licence]
  }

  private let file: String
  /// The records that could be read, by their names.
  private(set) var sources: [String: ParameterSource] = [:]
  /// The names of records that could not be read, each with a finding.
  private(set) var rejected: Set<String> = []
  /// What is wrong in the file.
  private(set) var findings: [Finding] = []
  /// Whether the file as a whole could be read.
  private(set) var isReadable = true

  init(_ yaml: String, file: String) {
    self.file = file
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return }
      guard let mapping = root.mapping else {
        unreadable(
          line: 1, "it does not start with the name of a source",
          nl: "het begint niet met de naam van een bron")
        return
      }
      for (name, entry) in mapping { read(name, entry) }
    } catch let error as YamlError {
      let (line, problem) = SourceReader.place(of: error)
      unreadable(line: line, problem, nl: problem)
    } catch {
      unreadable(line: 1, "it is not YAML", nl: "het is geen YAML")
    }
  }

  private mutating func read(_ key: Node, _ entry: Node) {
    let name = key.scalar?.string ?? ""
    let found = findings.count
    let fields = texts(of: entry, source: name)
    let missing = Key.required.filter { fields[$0] == nil }
    if findings.count == found, !missing.isEmpty {
      let keys = missing.map(\.rawValue).joined(separator: ", ")
      add(
        "parameter.source_incomplete", line: key.mark?.line,
        Text("The source “\(name)” lacks: \(keys).", nl: "De bron ‘\(name)’ mist: \(keys)."),
        help: Text(
          "Add the lines; a value without a complete source is not used.",
          nl: "Voeg de regels toe; een waarde zonder volledige bron wordt niet gebruikt."))
    }
    let published = day(.published, of: fields, source: name)
    let accessed = day(.accessed, of: fields, source: name)
    let isPrintable = isPrintable(fields, source: name)
    guard findings.count == found, let title = fields[.title], let citation = fields[.citation],
      let licence = fields[.licence]
    else {
      rejected.insert(name)
      return
    }
    sources[name] = ParameterSource(
      title: title.text, publisher: fields[.publisher]?.text, citation: citation.text,
      published: published, accessed: accessed, licence: licence.text,
      attribution: fields[.attribution]?.text, isPrintable: isPrintable)
  }

  /// Whether values may be printed; they may where the key is not there.
  private mutating func isPrintable(
    _ fields: [Key: (text: String, line: Int?)], source name: String
  ) -> Bool {
    guard let field = fields[.printable] else { return true }
    if ["yes", "no"].contains(field.text) { return field.text == "yes" }
    add(
      "parameter.source_printable", line: field.line,
      Text(
        "“\(field.text)” does not say whether values of “\(name)” may be printed.",
        nl: "‘\(field.text)’ zegt niet of waarden van ‘\(name)’ afgedrukt mogen worden."),
      help: Text(
        "Write yes, or no where the licence keeps them with you.",
        nl: "Schrijf yes, of no als ze volgens de licentie bij u moeten blijven."))
    return false
  }

  /// The texts of a record by key; unknown keys and anything but a text give findings.
  private mutating func texts(
    of entry: Node, source name: String
  ) -> [Key: (text: String, line: Int?)] {
    guard let mapping = entry.mapping else {
      add(
        "parameter.source_shape", line: entry.mark?.line,
        Text(
          "The source “\(name)” is not a list of keys.",
          nl: "De bron ‘\(name)’ is geen lijst van sleutels."),
        help: SourceReader.keysHelp)
      return [:]
    }
    var texts: [Key: (text: String, line: Int?)] = [:]
    for (key, value) in mapping {
      let word = key.scalar?.string ?? ""
      guard let known = Key(rawValue: word) else {
        add(
          "parameter.source_key", line: key.mark?.line,
          Text(
            "The source “\(name)” has a key “\(word)” that is not known.",
            nl: "De bron ‘\(name)’ heeft een onbekende sleutel ‘\(word)’."),
          help: SourceReader.keysHelp)
        continue
      }
      guard let text = value.scalar?.string, text.contains(where: { !$0.isWhitespace }) else {
        add(
          "parameter.source_text", line: key.mark?.line,
          Text(
            "The key “\(word)” of the source “\(name)” has no text.",
            nl: "De sleutel ‘\(word)’ van de bron ‘\(name)’ heeft geen tekst."),
          help: Text(
            "Write a text behind it, or leave the key out.",
            nl: "Zet er een tekst achter, of laat de sleutel weg."))
        continue
      }
      texts[known] = (text, key.mark?.line)
    }
    return texts
  }

  private mutating func day(
    _ key: Key, of fields: [Key: (text: String, line: Int?)], source name: String
  ) -> Day? {
    guard let field = fields[key] else { return nil }
    if let day = Day(iso: field.text) { return day }
    add(
      "parameter.source_day", line: field.line,
      Text(
        "“\(field.text)” of the source “\(name)” is not a day.",
        nl: "‘\(field.text)’ van de bron ‘\(name)’ is geen dag."),
      help: Text("Write it as 2025-12-31.", nl: "Schrijf het als 2025-12-31."))
    return nil
  }

  private static let keysHelp: Text = {
    let keys = Key.allCases.map(\.rawValue).joined(separator: ", ")
    return Text("The keys are: \(keys).", nl: "De sleutels zijn: \(keys).")
  }()

  private mutating func unreadable(line: Int?, _ problem: String, nl dutch: String) {
    isReadable = false
    add(
      "parameter.sources_unreadable", line: line,
      Text(
        "The file of sources cannot be read: \(problem).",
        nl: "Het bestand met bronnen is niet te lezen: \(dutch)."),
      help: Text(
        "Mend it at this line; no value of the table is used until then.",
        nl: "Herstel het op deze regel; tot dan wordt geen waarde van de tabel gebruikt."))
  }

  private mutating func add(_ code: String, line: Int?, _ message: Text, help: Text) {
    findings.append(
      Finding(code, .error, message, help: help, at: Address(file: file, line: line)))
  }

  /// The line and the words of a fault in YAML; the library words it in English only.
  private static func place(of error: YamlError) -> (line: Int?, problem: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .reader(let problem, _, _, _): (nil, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      (context.mark.line, "double key \(keys.sorted().joined(separator: ", "))")
    default: (nil, "not YAML")
    }
  }
}
