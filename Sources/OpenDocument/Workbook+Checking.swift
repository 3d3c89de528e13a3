import Foundation

extension Workbook {
  /// Refuses what cannot be written well, before a byte is written.
  func check() throws(SpreadsheetError) {
    guard !sheets.isEmpty else { throw SpreadsheetError(.noSheets) }
    guard sheets.contains(where: { !$0.isHidden }) else { throw SpreadsheetError(.allHidden) }
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
      try check(areasOf: sheet)
    }
    for sheet in sheets {
      for chart in sheet.charts { try check(chart, on: sheet) }
      for area in sheet.areas { try check(area.validation, on: sheet) }
    }
  }

  private func check(areasOf sheet: Sheet) throws(SpreadsheetError) {
    for (index, area) in sheet.areas.enumerated() {
      guard Workbook.fits(area.range, on: sheet) else {
        throw SpreadsheetError(.rangeBeyondSheet(area.range), sheet: sheet.name)
      }
      if let problem = area.format?.problem {
        throw SpreadsheetError(problem, sheet: sheet.name, cell: area.range.first)
      }
      for other in sheet.areas[..<index] where other.range.overlaps(area.range) {
        throw SpreadsheetError(.overlappingAreas(area.range), sheet: sheet.name)
      }
    }
  }

  private func check(_ chart: Chart, on sheet: Sheet) throws(SpreadsheetError) {
    if let problem = chart.problem {
      throw SpreadsheetError(problem, sheet: sheet.name, cell: chart.anchor)
    }
    guard Workbook.fits(CellRange(chart.anchor, to: chart.anchor), on: sheet) else {
      throw SpreadsheetError(.chartSize(chart.title), sheet: sheet.name, cell: chart.anchor)
    }
    let ranges =
      [chart.categories] + chart.series.map(\.values)
      + chart.series.map { CellRange($0.label, to: $0.label) }
    let source = try sheetNamed(chart.sheet ?? sheet.name, for: sheet)
    for range in ranges where !Workbook.fits(range, on: source) {
      throw SpreadsheetError(.rangeBeyondSheet(range), sheet: source.name)
    }
  }

  private func check(_ validation: Validation?, on sheet: Sheet) throws(SpreadsheetError) {
    guard case .cells(let range, let name) = validation?.rule else { return }
    let source = try sheetNamed(name, for: sheet)
    guard Workbook.fits(range, on: source) else {
      throw SpreadsheetError(.rangeBeyondSheet(range), sheet: source.name)
    }
  }

  private func sheetNamed(
    _ name: String, for user: Sheet
  ) throws(SpreadsheetError) -> Sheet {
    guard let sheet = sheets.first(where: { $0.name == name }) else {
      throw SpreadsheetError(.missingSheet(name), sheet: user.name)
    }
    return sheet
  }

  private static func fits(_ range: CellRange, on sheet: Sheet) -> Bool {
    range.first.column >= 1 && range.first.row >= 1
      && range.last.column <= sheet.columnWidths.count
      && range.last.row <= SheetRows.maximumRows
  }
}

extension CellFormat {
  /// Why it cannot be written, if so.
  fileprivate var problem: SpreadsheetError.Problem? {
    switch self {
    case .text, .date: return nil
    case .number(let decimals), .percentage(let decimals):
      return (0...15).contains(decimals) ? nil : .decimals(decimals)
    case .currency(let code, let decimals):
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
        return .currencyCode(code)
      }
      return (0...15).contains(decimals) ? nil : .decimals(decimals)
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
