import IndicatorKit

/// Reads files of the Open Repair Data Standard, version 0.3, into the table `repairs`.
///
/// The standard's identifier `fixitclinic-1690` becomes `fixitclinic_1690`, as files have it too;
/// where the standard's own category is empty, the partner's stands for it. What was wrong with a
/// thing, its brand and its age are left alone.
struct OpenRepairImporter: TableImporter {
  static let card = ImporterCard(
    id: "open_repair",
    title: Text(
      "Repairs under the Open Repair Data Standard",
      nl: "Reparaties volgens de Open Repair Data Standard"),
    summary: Text(
      "Identifier, day, category and outcome of each repair; the standard has no weights, so that kilograms stay unknown.",
      nl:
        "Kenmerk, dag, categorie en uitkomst van elke reparatie; de standaard heeft geen gewichten, zodat kilo’s onbekend blijven."
    ),
    fileExtensions: ["csv"], tables: [Repair.self], version: 1)

  /// The declared column for each heading of the standard that is read.
  private static let columns = [
    "id": "id", "event_date": "date", "product_category": "product_category",
    "repair_status": "repair_status",
  ]

  /// The codes that the standard also knows for an outcome.
  private static let outcomes = [
    "0": "unknown", "1": "fixed", "2": "repairable", "3": "end_of_life",
  ]

  func recognises(_ opening: String) -> Bool {
    let records = DelimitedText(opening, separator: ",").records
    return Set(records.first?.fields ?? []).isSuperset(of: Self.columns.keys)
  }

  func read(_ text: String, file: String) -> ImportedFile {
    let split = DelimitedText(text, separator: ",")
    let records = split.records.filter { !$0.isBlank }
    guard let heading = records.first else {
      return ImportedFile(failed: Self.empty(file))
    }
    if let line = split.unclosedQuote {
      return ImportedFile(failed: Self.unclosedQuote(file, line))
    }
    let headings = heading.fields
    let table = ImportedTable(
      table: Repair.table.id,
      columns: headings.enumerated().map { index, heading in
        ImportedTable.Column(Self.columns[heading], heading: heading, position: index + 1)
      },
      rows: records.dropFirst().map { Self.row($0, headings) }, headingLine: heading.line)
    return ImportedFile(tables: [table])
  }

  private static func row(_ record: DelimitedText.Record, _ headings: [String]) -> ImportedTable.Row
  {
    var cells = record.fields
    for (index, heading) in headings.enumerated() where cells.indices.contains(index) {
      switch heading {
      case "id": cells[index] = cells[index].lowercased().replacing("-", with: "_")
      case "repair_status": cells[index] = outcomes[cells[index]] ?? cells[index]
      case "product_category" where cells[index].isEmpty:
        let partner = headings.firstIndex(of: "partner_product_category")
        cells[index] = partner.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      default: break
      }
    }
    return ImportedTable.Row(line: record.line, cells: cells)
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
