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
    do {
      let plan = try DocumentPlan(self, isFlat: false)
      let package = try PackageWriter(file: file)
      try package.store("mimetype", Array(Workbook.mediaType.utf8))
      let styles = try writeContent(plan, to: package)
      try package.add("styles.xml", stylesPart(styles))
      try package.add("meta.xml", metaPart())
      try package.add("settings.xml", settingsPart())
      for chart in plan.charts {
        try package.add("\(chart.folder)/content.xml", chart.part.contentPart())
        try package.add("\(chart.folder)/styles.xml", chart.part.stylesPart())
      }
      try package.add("META-INF/manifest.xml", Workbook.manifestPart(plan.charts))
      try package.finish()
    } catch let error as XMLWriterError {
      throw SpreadsheetError(.controlCharacter(error.character))
    }
  }

  private func writeContent(
    _ plan: DocumentPlan, to package: PackageWriter
  ) throws -> CellStyles {
    try package.begin("content.xml")
    let styles = try settledStyles(plan) { !$0.areas.allSatisfy(\.highlights.isEmpty) }
    let content = ContentStream(styles: styles) { try package.write(&$0) }
    try content.xml.startPart("office:document-content")
    try writeAutomaticStyles(plan, styles, to: &content.xml)
    try writeBody(plan, to: content)
    content.xml.end()
    try content.flush(all: true)
    try package.end()
    return content.cells.styles
  }

  /// The styles of the sheets whose rows must be known before they are written.
  func settledStyles(
    _ plan: DocumentPlan, where isNeeded: (Sheet) -> Bool
  ) throws -> CellStyles {
    var styles = CellStyles()
    for (sheet, placement) in zip(sheets, plan.placements) where isNeeded(sheet) {
      let content = ContentStream(styles: styles, output: nil)
      var rows = SheetRows(sheet, placement: placement, content: content)
      try sheet.rows(&rows)
      try rows.finish()
      styles = content.cells.styles
    }
    styles.settle()
    return styles
  }

  /// Writes the body: validations, sheets and names.
  func writeBody(_ plan: DocumentPlan, to content: ContentStream) throws {
    try content.xml.start("office:body")
    try content.xml.start("office:spreadsheet")
    // Criteria of SUMIF and its kin are plain texts, not patterns.
    try content.xml.element(
      "table:calculation-settings",
      [
        "table:automatic-find-labels": "false", "table:use-regular-expressions": "false",
        "table:use-wildcards": "false",
      ])
    try plan.writeValidations(to: &content.xml)
    for (sheet, placement) in zip(sheets, plan.placements) {
      try write(sheet, placement, to: content)
    }
    try writeNames(content.cells.names, to: &content.xml)
    for _ in 0..<2 { content.xml.end() }
  }

  private func write(
    _ sheet: Sheet, _ placement: SheetPlacement, to content: ContentStream
  ) throws {
    try content.xml.start(
      "table:table",
      [
        "table:name": sheet.name, "table:style-name": Workbook.tableStyle(sheet),
        "table:protected": sheet.isProtected ? "true" : nil,
      ])
    try writeColumns(of: sheet, to: &content.xml)
    try content.beginRows()
    var rows = SheetRows(sheet, placement: placement, content: content)
    try sheet.rows(&rows)
    try rows.finish()
    content.xml.end()
  }

  /// Writes the columns; those that stay in sight repeat where a sheet takes several pages.
  private func writeColumns(of sheet: Sheet, to xml: inout XMLWriter) throws {
    let repeated = sheet.page == .wide ? max(0, sheet.frozenColumns) : 0
    for (index, width) in sheet.columnWidths.enumerated() {
      if index == 0, repeated > 0 { try xml.start("table:table-header-columns") }
      try xml.element("table:table-column", ["table:style-name": Workbook.columnStyle(width)])
      if index == min(repeated, sheet.columnWidths.count) - 1 { xml.end() }
    }
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

  private func writeAutomaticStyles(
    _ plan: DocumentPlan, _ styles: CellStyles, to xml: inout XMLWriter
  ) throws {
    try xml.start("office:automatic-styles")
    try writeLayoutStyles(to: &xml)
    try styles.writeHighlights(to: &xml, areas: plan.highlights)
    xml.end()
  }

  /// Writes the styles of columns, rows and sheets.
  func writeLayoutStyles(to xml: inout XMLWriter) throws {
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
    if sheets.contains(where: { !$0.pageBreaks.isEmpty }) {
      try xml.start("style:style", ["style:name": "row_on_page", "style:family": "table-row"])
      try xml.element(
        "style:table-row-properties",
        ["style:use-optimal-row-height": "true", "fo:break-before": "page"])
      xml.end()
    }
    if sheets.contains(where: { !$0.charts.isEmpty }) {
      try xml.start("style:style", ["style:name": "chart_frame", "style:family": "graphic"])
      try xml.element("style:graphic-properties", ["draw:stroke": "none", "draw:fill": "none"])
      xml.end()
    }
    var written: Set<String> = []
    for sheet in sheets where written.insert(Workbook.tableStyle(sheet)).inserted {
      // Excel calls a table without a master page damaged.
      try xml.start(
        "style:style",
        [
          "style:name": Workbook.tableStyle(sheet), "style:family": "table",
          "style:master-page-name": sheet.page.rawValue,
        ])
      try xml.element(
        "style:table-properties", ["table:display": sheet.isHidden ? "false" : "true"])
      xml.end()
    }
  }

  private static func tableStyle(_ sheet: Sheet) -> String {
    let page = sheet.page == .landscape ? "sheet" : "sheet_\(sheet.page.rawValue.lowercased())"
    return sheet.isHidden ? "\(page)_hidden" : page
  }

  private static func columnStyle(_ width: Double) -> String {
    "column_\(width)"
  }
}
