import Foundation
import LibXML2

extension Workbook {
  /// The media type of OpenDocument spreadsheets.
  public static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  /// Writes the workbook as an OpenDocument 1.3 package.
  ///
  /// The same workbook gives the same bytes. A file of that name is replaced; where writing fails
  /// an incomplete file is left, so write beside the place and rename.
  ///
  /// - Throws: `SpreadsheetError` where the workbook cannot be written, errors of the file, and
  ///   what the sheets' own closures throw.
  public func write(to file: URL) throws {
    try check()
    let package = try PackageWriter(file: file)
    try package.store("mimetype", Array(Workbook.mediaType.utf8))
    let styles = try writeContent(to: package)
    do {
      try package.add("styles.xml", stylesPart(styles))
      try package.add("meta.xml", metaPart())
      try package.add("settings.xml", settingsPart())
      try package.add("META-INF/manifest.xml", Workbook.manifestPart())
    } catch let error as XMLWriterError {
      throw SpreadsheetError(.controlCharacter(error.character))
    }
    try package.finish()
  }

  private func writeContent(to package: PackageWriter) throws -> CellStyles {
    try package.begin("content.xml")
    let content = ContentStream(package: package)
    try content.xml.startPart("office:document-content")
    try writeColumnStyles(to: &content.xml)
    try content.xml.start("office:body")
    try content.xml.start("office:spreadsheet")
    // Criteria of SUMIF and its kin are plain texts, not patterns.
    try content.xml.element(
      "table:calculation-settings",
      [
        "table:automatic-find-labels": "false", "table:use-regular-expressions": "false",
        "table:use-wildcards": "false",
      ])
    for sheet in sheets { try write(sheet, to: content) }
    try writeNames(content.names, to: &content.xml)
    for _ in 0..<3 { content.xml.end() }
    try content.flush(all: true)
    try package.end()
    return content.styles
  }

  private func write(_ sheet: Sheet, to content: ContentStream) throws {
    try content.xml.start(
      "table:table", ["table:name": sheet.name, "table:style-name": "sheet"])
    for width in sheet.columnWidths {
      try content.xml.element(
        "table:table-column", ["table:style-name": Workbook.columnStyle(width)])
    }
    var rows = SheetRows(sheet, content: content)
    try sheet.rows(&rows)
    try rows.finish()
    content.xml.end()
  }

  private func writeNames(_ names: CellNames, to xml: inout XMLWriter) throws {
    guard !names.entries.isEmpty else { return }
    try xml.start("table:named-expressions")
    for entry in names.entries {
      try xml.element(
        "table:named-range",
        [
          "table:name": entry.name, "table:base-cell-address": entry.address,
          "table:cell-range-address": entry.address,
        ])
    }
    xml.end()
  }

  private func writeColumnStyles(to xml: inout XMLWriter) throws {
    try xml.start("office:automatic-styles")
    for width in Set(sheets.flatMap(\.columnWidths)).sorted() {
      try xml.start(
        "style:style",
        ["style:name": Workbook.columnStyle(width), "style:family": "table-column"])
      try xml.element(
        "style:table-column-properties", ["style:column-width": "\(width)mm"])
      xml.end()
    }
    try xml.start("style:style", ["style:name": "row", "style:family": "table-row"])
    try xml.element(
      "style:table-row-properties", ["style:use-optimal-row-height": "true"])
    xml.end()
    // Excel calls a table without a master page damaged.
    try xml.start(
      "style:style",
      [
        "style:name": "sheet", "style:family": "table", "style:master-page-name": "Default",
      ])
    try xml.element("style:table-properties", ["table:display": "true"])
    xml.end()
    xml.end()
  }

  private static func columnStyle(_ width: Double) -> String {
    "column_\(width)"
  }

  private func check() throws(SpreadsheetError) {
    guard !sheets.isEmpty else { throw SpreadsheetError(.noSheets) }
    try language.check()
    var names: Set<String> = []
    for sheet in sheets {
      guard Sheet.canBeNamed(sheet.name) else { throw SpreadsheetError(.sheetName(sheet.name)) }
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw SpreadsheetError(.repeatedSheetName(sheet.name))
      }
      guard (1...1024).contains(sheet.columnWidths.count) else {
        throw SpreadsheetError(.columnCount(sheet.columnWidths.count), sheet: sheet.name)
      }
      for width in sheet.columnWidths where !(width >= 1 && width <= 1000) {
        throw SpreadsheetError(.columnWidth(width), sheet: sheet.name)
      }
    }
  }
}

extension DocumentLanguage {
  fileprivate func check() throws(SpreadsheetError) {
    let isLanguage = language.utf8.allSatisfy { (97...122).contains($0) }
    let isCountry = country.utf8.allSatisfy { (65...90).contains($0) }
    guard isLanguage, isCountry, (2...3).contains(language.utf8.count), country.utf8.count == 2
    else { throw SpreadsheetError(.languageTag(tag)) }
  }
}
