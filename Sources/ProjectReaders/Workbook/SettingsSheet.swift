import Foundation
import ImpactModel
import OpenDocument

/// The sheet of settings as a settings file: the same keys, each with the row of its value.
///
/// The rows are written out as the YAML that `project.yaml` would hold, so that there is one reader
/// of settings, and what it finds at a line is led back to the row.
struct SettingsSheet {
  /// The settings as YAML.
  let yaml: String
  /// The row of the sheet that stands behind each line, from 1.
  private let rows: [Int?]
  /// The column of the values.
  let valueColumn: Int?
  /// The row of each key, in the order of the sheet.
  let keys: [(key: String, row: Int)]
  private let sheet: String
  private let file: String
  /// What is wrong with the sheet itself.
  let findings: [Finding]

  /// Takes the rows of a sheet.
  init(_ sheet: ProjectWorkbook.Sheet, file: String) {
    self.sheet = sheet.name
    self.file = file
    guard let columns = Columns(sheet) else {
      (yaml, rows, valueColumn, keys) = ("", [], nil, [])
      findings = [SettingsSheet.noHeadings(sheet, file)]
      return
    }
    valueColumn = columns.value
    var tree = SettingsTree()
    var faults: [Finding] = []
    var keys: [(key: String, row: Int)] = []
    for row in sheet.rows where row.number > columns.row {
      guard let name = columns.name(of: row) else { continue }
      keys.append((name, row.number))
      let cell = row[columns.value]
      let field = cell.map { SheetCell.field($0, for: nil) }
      if let fault = field?.typed?.fault {
        faults.append(
          fault.finding(
            at: Address(
              file: file, sheet: sheet.name, row: row.number, column: columns.value, heading: name))
        )
        continue
      }
      tree.add(name, SettingsSheet.value(field, cell, key: name), row: row.number)
    }
    let lines = tree.lines
    yaml = lines.map(\.text).joined(separator: "\n") + "\n"
    rows = lines.map(\.row)
    findings = faults
    self.keys = keys
  }

  /// The address of a setting, or of the sheet where it has none of that name.
  func address(of key: String?) -> Address {
    let row = key.flatMap { key in
      keys.first { $0.key == key || $0.key.hasPrefix(key + ".") }?.row
    }
    return Address(
      file: file, sheet: sheet, row: row, column: row == nil ? nil : valueColumn, heading: key)
  }

  /// The same address, on the sheet.
  func placed(_ address: Address) -> Address {
    let row = address.line.flatMap { rows.indices.contains($0 - 1) ? rows[$0 - 1] : nil }
    return Address(
      file: file, sheet: sheet, row: row, column: row == nil ? nil : valueColumn,
      heading: address.heading)
  }

  /// The text of a value as a settings file has it.
  private static func value(
    _ field: (text: String, typed: TypedCell?)?, _ cell: ReadCell?, key: String
  ) -> String {
    guard let field else { return "" }
    switch field.typed {
    case .day(let day): return day.description
    case .percentage(let value): return unmistakable(SheetCell.percent(value))
    case .number(let value), .currency(let value, _):
      // A number is a year, a postcode, a version: what it is, not how it is shown, unless the
      // zeros in front of it are shown.
      let isPlain = !field.text.isEmpty && field.text.allSatisfy(\.isASCIIDigit)
      return isPlain ? field.text : unmistakable(DecimalText.exact(value))
    case .duration, .flag, .error, .unreadable, .uncalculated: return field.text
    case nil:
      return SettingsKey.all.first { $0.key == key }?.id(of: field.text) ?? field.text
    }
  }

  /// A number with a point that nobody can take for a mark of thousands.
  private static func unmistakable(_ text: String) -> String {
    let digits = text.prefix { $0.isASCIIDigit || $0 == "." || $0 == "-" }
    guard let point = digits.firstIndex(of: "."),
      digits.distance(from: point, to: digits.endIndex) == 4
    else { return text }
    return digits + "0" + text.dropFirst(digits.count)
  }

  /// Where the headings of the sheet stand.
  private struct Columns {
    let row: Int
    let value: Int
    let key: Int?
    let label: Int?

    init?(_ sheet: ProjectWorkbook.Sheet) {
      for row in sheet.rows.prefix(while: { $0.number <= 30 }) {
        func column(_ word: Text) -> Int? {
          row.cells.first { SheetWords.means(SheetCell.field($0, for: nil).text, word) }?.column
        }
        let (key, label) = (column(SheetWords.key), column(SheetWords.setting))
        guard let value = column(SheetWords.value), key != nil || label != nil else { continue }
        (self.row, self.value, self.key, self.label) = (row.number, value, key, label)
        return
      }
      return nil
    }

    /// The key of a row: as it stands there, or by the words for it in either language.
    func name(of row: ReadRow) -> String? {
      func text(_ column: Int?) -> String {
        column.flatMap { row[$0] }.map { SheetCell.field($0, for: nil).text } ?? ""
      }
      let key = text(key)
      if !key.isEmpty { return key }
      let label = text(label)
      let known = SettingsKey.all.first { SheetWords.means(label, $0.label) }
      if let known { return known.key }
      // The title of a section has no value; a setting that nobody knows is told.
      return label.isEmpty || text(value).isEmpty ? nil : label
    }
  }

  private static func noHeadings(_ sheet: ProjectWorkbook.Sheet, _ file: String) -> Finding {
    Finding(
      "settings.no_headings", .error,
      Text(
        "The sheet of settings has no row with the headings “Key” and “Value”.",
        nl: "Het blad met instellingen heeft geen rij met de koppen ‘Sleutel’ en ‘Waarde’."),
      help: Text(
        "Compare it with a workbook that `wijkwaarde new project.ods` makes.",
        nl: "Vergelijk het met een werkmap die `wijkwaarde new project.ods` maakt."),
      at: Address(file: file, sheet: sheet.name))
  }
}
