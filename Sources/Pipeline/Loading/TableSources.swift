import IndicatorKit

/// The readings of a project, one per table: the rows of two files are never put together.
///
/// Of two files with one table nobody can tell whether the second repeats the first or goes on
/// where it ends; both at once are an error, and a draft is made with the first, `tables/` before
/// `imports/`. A file without rows, as a new project has for every table, gives way to another.
struct TableSources {
  /// The readings, the first one of each table, in the order of their files.
  let readings: [TableReading]
  /// What is wrong: one finding per file that is one too many.
  let findings: [Finding]

  init(_ all: [TableReading]) {
    var first: [String: TableReading] = [:]
    var kept: [TableReading] = []
    var found: [Finding] = []
    let ordered = all.sorted { left, right in
      (left.isImported ? 1 : 0, left.file, left.table)
        < (right.isImported ? 1 : 0, right.file, right.table)
    }
    let filled = Set(all.filter { !$0.isBare }.map(\.table))
    for reading in ordered where !(reading.isBare && filled.contains(reading.table)) {
      if let earlier = first[reading.table] {
        found.append(Self.second(reading, after: earlier))
      } else {
        first[reading.table] = reading
        kept.append(reading)
      }
    }
    readings = kept
    findings = found
  }

  private static let oneTable = Text(
    "Keep one of the two files, with all rows in it; copy what the other has and this lacks.",
    nl: "Houd één van de twee bestanden, met alle rijen erin; neem over wat er ontbreekt.")

  /// What a lead can do who cannot put rows into a file of another format.
  private static func oneImport(_ table: String) -> Text {
    Text(
      "Keep one of the two files; rows of both can stand together in tables/\(table).csv, which takes the place of imports.",
      nl:
        "Houd één van de twee bestanden; rijen van beide kunnen samen in tables/\(table).csv staan, dat in de plaats komt van imports."
    )
  }

  private static func second(_ reading: TableReading, after first: TableReading) -> Finding {
    Finding(
      "table.two_sources", .error,
      Text(
        "The rows of the table “\(reading.table)” come from \(first.place) already.",
        nl: "De rijen van de tabel ‘\(reading.table)’ komen al uit \(first.place)."),
      help: reading.isImported ? Self.oneImport(reading.table) : Self.oneTable,
      at: Address(file: reading.file, sheet: reading.content?.sheet))
  }
}

extension TableReading {
  /// The file, and the sheet of a workbook.
  fileprivate var place: String {
    content?.sheet.map { "\(file), \($0)" } ?? file
  }

  /// Whether it is a sound table without any row.
  fileprivate var isBare: Bool {
    guard let content, !isDamaged else { return false }
    return content.rows.isEmpty && content.rejectedRows == 0
  }

  fileprivate var isImported: Bool { file.hasPrefix("imports/") }
}
