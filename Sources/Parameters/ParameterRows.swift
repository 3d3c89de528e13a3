import ImpactModel

/// The rows of a table of dated values, read one by one.
struct ParameterRows {
  /// A row that could be read.
  struct Row {
    let line: Int
    let value: ParameterValue
  }

  private let file: String
  private let sources: SourceReader
  /// The rows that could be read, in the order of the file.
  private(set) var rows: [Row] = []
  /// What is wrong.
  private(set) var findings: [Finding] = []
  /// The identifiers of rows that are left out, so that no gap is reported where they were.
  private(set) var rejectedIDs: Set<String> = []
  /// Whether a row is left out whose identifier is not known.
  private(set) var hasNamelessRejects = false

  init(file: String, sources: SourceReader) {
    self.file = file
    self.sources = sources
  }

  mutating func read(_ csv: String) {
    let table = DelimitedText(csv, separator: ",")
    if let line = table.unclosedQuote {
      return add(
        "parameter.unclosed_quote", line,
        Text(
          "A quotation mark is opened on line \(line) and never closed.",
          nl: "Op regel \(line) begint een aanhalingsteken dat nergens sluit."),
        help: Text("Close it.", nl: "Sluit het."))
    }
    let records = table.records.filter { !$0.isBlank }
    guard let heading = records.first, heading.fields == ParameterFile.columns else {
      let columns = ParameterFile.columns.joined(separator: ",")
      return add(
        "parameter.headings", records.first?.line ?? 1,
        Text(
          "The first row is not “\(columns)”.", nl: "De eerste rij is niet ‘\(columns)’."),
        help: Text(
          "Write these headings, in this order.", nl: "Schrijf deze koppen, in deze volgorde."))
    }
    for record in records.dropFirst() { read(record) }
  }

  private mutating func read(_ record: DelimitedText.Record) {
    guard record.fields.count == ParameterFile.columns.count else {
      hasNamelessRejects = true
      let count = record.fields.count
      return add(
        "parameter.fields", record.line,
        Text(
          "Row \(record.line) has \(count) fields and not \(ParameterFile.columns.count).",
          nl: "Rij \(record.line) heeft \(count) velden en niet \(ParameterFile.columns.count)."),
        help: Text(
          "Check the commas; a text that holds one stands in quotation marks.",
          nl: "Controleer de komma’s; een tekst met een komma staat tussen aanhalingstekens."))
    }
    let fields = record.fields.map { $0.trimming(while: \.isWhitespace) }
    let id = fields[0]
    guard ParameterRows.isIdentifier(id) else {
      hasNamelessRejects = true
      return add(
        "parameter.id", record.line, column: 0,
        Text("“\(id)” cannot be the name of a parameter.", nl: "‘\(id)’ kan geen parameter heten."),
        help: Text(
          "Write small letters, digits and underscores, with points between the parts.",
          nl: "Schrijf kleine letters, cijfers en lage streepjes, met punten tussen de delen."))
    }
    guard let value = value(of: fields, id: id, line: record.line) else {
      rejectedIDs.insert(id)
      return
    }
    rows.append(Row(line: record.line, value: value))
  }

  /// The value of a row, or `nil` with one finding for the first field that cannot be read.
  private mutating func value(of fields: [String], id: String, line: Int) -> ParameterValue? {
    guard let number = number(fields[1], unit: fields[2], line: line),
      let from = day(fields[3], column: 3, line: line)
    else { return nil }
    var until: Day?
    if !fields[4].isEmpty {
      guard let last = day(fields[4], column: 4, line: line) else { return nil }
      guard from <= last else {
        add(
          "parameter.days", line, column: 4,
          Text(
            "The value ends on \(last), before it starts on \(from).",
            nl: "De waarde eindigt op \(last), voordat die begint op \(from)."),
          help: Text("Correct one of the two days.", nl: "Verbeter een van de twee dagen."))
        return nil
      }
      until = last
    }
    guard let source = source(fields[5], line: line) else { return nil }
    return ParameterValue(
      id: id, value: number, from: from, until: until, source: source.printed,
      origin: ParameterRows.origin(id, number, source), unit: fields[2], record: source,
      address: Address(file: file, row: line))
  }

  /// The origin of a value, which names it without printing it where the licence asks for that.
  private static func origin(_ id: String, _ value: Double, _ source: ParameterSource) -> Origin {
    guard !source.isPrintable else {
      return .parameter(id: id, value: value, source: source.printed)
    }
    return .computation(
      rule: Text(
        "The parameter “\(id)” (\(source.printed)), whose licence lets it be named but not printed.",
        nl:
          "De parameter ‘\(id)’ (\(source.printed)), die volgens zijn licentie wel genoemd maar niet afgedrukt mag worden."
      ), inputs: [])
  }

  private mutating func number(_ text: String, unit: String, line: Int) -> Double? {
    guard ParameterRows.isNumber(text), let number = Double(text), number.isFinite else {
      add(
        "parameter.number", line, column: 1,
        Text("“\(text)” is not a number.", nl: "‘\(text)’ is geen getal."),
        help: Text(
          "Write digits with a point as decimal mark: 0.0225.",
          nl: "Schrijf cijfers met een punt als decimaalteken: 0.0225."))
      return nil
    }
    guard !unit.isEmpty, unit != "%" else {
      add(
        "parameter.unit", line, column: 2,
        Text("“\(unit)” is not a unit.", nl: "‘\(unit)’ is geen eenheid."),
        help: Text(
          "Write a unit; 2.25 % is the value 0.0225 with the unit fraction.",
          nl: "Schrijf een eenheid; 2,25 % is de waarde 0.0225 met de eenheid fraction."))
      return nil
    }
    guard unit != "fraction" || number.magnitude <= 1 else {
      add(
        "parameter.fraction", line, column: 1,
        Text(
          "\(text) is more than the whole.", nl: "\(text) is meer dan het geheel."),
        help: Text(
          "2.25 % is the value 0.0225 with the unit fraction.",
          nl: "2,25 % is de waarde 0.0225 met de eenheid fraction."))
      return nil
    }
    return number
  }

  private mutating func day(_ text: String, column: Int, line: Int) -> Day? {
    if let day = Day(iso: text) { return day }
    add(
      "parameter.day", line, column: column,
      Text("“\(text)” is not a day.", nl: "‘\(text)’ is geen dag."),
      help: Text("Write it as 2025-12-31.", nl: "Schrijf het als 2025-12-31."))
    return nil
  }

  private mutating func source(_ name: String, line: Int) -> ParameterSource? {
    if let source = sources.sources[name] { return source }
    // A source with a fault has its own finding, which says that its values are not used.
    if sources.rejected.contains(name) { return nil }
    add(
      "parameter.unknown_source", line, column: 5,
      Text(
        "There is no source “\(name)” in the file of sources.",
        nl: "Er is geen bron ‘\(name)’ in het bestand met bronnen."),
      help: Text(
        "Add it there; a value without a source is not used.",
        nl: "Voeg die daar toe; een waarde zonder bron wordt niet gebruikt."))
    return nil
  }

  private mutating func add(
    _ code: String, _ line: Int, column: Int? = nil, _ message: Text, help: Text
  ) {
    let address = Address(
      file: file, row: line, column: column.map { $0 + 1 },
      heading: column.map { ParameterFile.columns[$0] })
    findings.append(Finding(code, .error, message, help: help, at: address))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false)
      .allSatisfy { FigureID.isSegment($0) }
  }

  /// Whether a text is digits with at most one point, and a minus where it is below zero.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      }
  }
}

extension String {
  /// The text without what stands at its ends.
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
    let start = drop(while: isTrimmed)
    guard let end = start.lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(start[...end])
  }
}
