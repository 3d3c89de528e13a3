import IndicatorKit

/// Reads files of the Open Repair Data Standard, version 0.3, into the table `repairs`.
///
/// Files of partners differ from the standard: identifiers as `fixitclinic-1690`, `FC 1690` and
/// `1690` become ones of this program; where the standard's own category is empty, the partner's
/// stands for it; an empty outcome is an unknown one, as code 0 is. What was wrong with a thing,
/// its brand and its age are left alone.
struct OpenRepairImporter: TableImporter {
  static let card = ImporterCard(
    id: "open_repair",
    title: Text(
      "Repairs under the Open Repair Data Standard",
      nl: "Reparaties volgens de Open Repair Data Standard"),
    summary: Text(
      "Identifier, day, category, outcome and barrier of each repair, separated by commas, semicolons or tabs; an empty outcome counts as unknown. The standard has no weights, so that kilograms stay unknown.",
      nl:
        "Kenmerk, dag, categorie, uitkomst en belemmering van elke reparatie, gescheiden door komma’s, puntkomma’s of tabs; een lege uitkomst telt als onbekend. De standaard heeft geen gewichten, zodat kilo’s onbekend blijven."
    ),
    fileExtensions: ["csv", "tsv"], tables: [Repair.self], version: 3)

  /// The codes that the standard also knows for an outcome.
  private static let outcomes = [
    "": "unknown", "0": "unknown", "1": "fixed", "2": "repairable", "3": "end_of_life",
  ]

  func recognises(_ opening: String) -> Bool { OpenRepairHeading(opening).isOfStandard }

  func read(_ text: String, file: String) -> ImportedFile {
    let heading = OpenRepairHeading(text)
    let split = DelimitedText(text, separator: heading.separator)
    let records = split.records.filter { !$0.isBlank }
    guard let first = records.first else {
      return ImportedFile(failed: Self.empty(file))
    }
    if let line = split.unclosedQuote {
      return ImportedFile(failed: Self.unclosedQuote(file, line))
    }
    let columns = zip(heading.columns, heading.written).enumerated().map { index, column in
      ImportedTable.Column(column.0, heading: column.1, position: index + 1)
    }
    let data = records.dropFirst()
    let dates = heading.dayPosition
    let table = ImportedTable(
      table: Repair.table.id, columns: columns,
      rows: data.map { Self.row($0, heading.names, dayAt: dates) }, headingLine: first.line)
    let strange = data.first { record in
      dates.map { record.fields.indices.contains($0) && Self.hasDayFirst(record.fields[$0]) }
        ?? false
    }
    let countries = Self.countries(Array(data), heading)
    return ImportedFile(
      tables: [table],
      findings: [
        strange.map { Self.dayFirst(file, $0.line) },
        countries.count > 1 ? Self.severalCountries(file, first.line, countries) : nil,
      ].compactMap(\.self))
  }

  /// How many things were brought in each country of the file, the most first.
  private static func countries(
    _ records: [DelimitedText.Record], _ heading: OpenRepairHeading
  ) -> [(code: String, count: Int)] {
    guard let position = heading.names.firstIndex(of: "country") else { return [] }
    var counts: [String: Int] = [:]
    for record in records where record.fields.indices.contains(position) {
      let code = trimmed(record.fields[position]).uppercased()
      if !code.isEmpty { counts[code, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (code: $0.key, count: $0.value) }
  }

  private static func row(
    _ record: DelimitedText.Record, _ names: [String], dayAt dayPosition: Int?
  ) -> ImportedTable.Row {
    var cells = record.fields
    if let dayPosition, cells.indices.contains(dayPosition) {
      cells[dayPosition] = day(trimmed(cells[dayPosition]))
    }
    for (index, name) in names.enumerated() where cells.indices.contains(index) {
      let cell = trimmed(cells[index])
      switch name {
      case "id": cells[index] = identifier(cell)
      case "repair_status": cells[index] = outcomes[cell] ?? cell
      case "product_category" where cell.isEmpty:
        let partner = names.firstIndex(of: "partner_product_category")
        cells[index] = partner.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      default: break
      }
    }
    return ImportedTable.Row(line: record.line, cells: cells)
  }

  /// An identifier in small letters, digits and underscores that starts with a letter.
  private static func identifier(_ text: String) -> String {
    let folded = String(text.lowercased().map { "- ./".contains($0) ? "_" : $0 })
    return folded.first?.isNumber == true ? "r\(folded)" : folded
  }

  /// The day of `2025-03-08T10:00:00Z`, `2025/03/08` or `20250308`; anything else stays as it is.
  private static func day(_ text: String) -> String {
    let rest = text.dropFirst(10)
    let day = rest.first == "T" || rest.first == " " ? text.prefix(10) : text[...]
    let parts = day.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0].count == 4 { return parts.joined(separator: "-") }
    guard day.count == 8, day.allSatisfy({ ("0"..."9").contains($0) }) else { return String(day) }
    return "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
  }

  /// Whether a day is one whose order of day and month cannot be seen.
  private static func hasDayFirst(_ text: String) -> Bool {
    let parts = trimmed(text).split { $0 == "/" || $0 == "-" }.map(\.count)
    return parts.count == 3 && parts[0] <= 2 && parts[2] == 4
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func dayFirst(_ file: String, _ line: Int) -> Finding {
    Finding(
      "import.day_first", .warning,
      Text(
        "Days of this file are not written as in the standard, and are read with the day before the month.",
        nl:
          "Dagen in dit bestand staan er niet zoals in de standaard, en worden gelezen met de dag vóór de maand."
      ),
      help: Text(
        "If the month comes first here, write days as 2025-12-31.",
        nl: "Staat hier de maand voorop, schrijf dagen dan als 2025-12-31."),
      at: Address(file: file, line: line))
  }

  private static func severalCountries(
    _ file: String, _ line: Int, _ countries: [(code: String, count: Int)]
  ) -> Finding {
    let most = 5
    let list = countries.prefix(most).map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    let shown = countries.count > most ? list + ", …" : list
    return Finding(
      "import.several_countries", .warning,
      Text(
        "The file has repairs of \(countries.count) countries, and all of them count: \(shown).",
        nl:
          "Het bestand heeft reparaties uit \(countries.count) landen, die allemaal meetellen: \(shown)."
      ),
      help: Text(
        "If the project works in one of them, keep the rows of that country alone.",
        nl: "Werkt het project in één daarvan, houd dan alleen de rijen van dat land."),
      at: Address(file: file, line: line, heading: "country"))
  }

  private static func empty(_ file: String) -> Finding {
    Finding(
      "import.empty", .error,
      Text("The file is empty.", nl: "Het bestand is leeg."),
      help: Text(
        "Download it again, or delete it.", nl: "Download het opnieuw, of verwijder het."),
      at: Address(file: file))
  }

  private static func unclosedQuote(_ file: String, _ line: Int) -> Finding {
    Finding(
      "import.unclosed_quote", .error,
      Text(
        "A double quote is opened here and never closed, so that the file is not whole.",
        nl: "Hier begint een aanhalingsteken dat nergens sluit, zodat het bestand niet heel is."),
      help: Text("Download the file again.", nl: "Download het bestand opnieuw."),
      at: Address(file: file, line: line))
  }
}
