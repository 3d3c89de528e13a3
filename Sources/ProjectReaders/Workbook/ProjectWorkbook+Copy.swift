import ImpactModel
import OpenDocument

extension ProjectWorkbook {
  /// The most columns of a sheet that is written.
  private static let widestSheet = 1_024

  /// Makes a copy of the workbook, every cell at its own place.
  ///
  /// Values, formulas, comments, names and order of sheets stay, and the tables get their lists and
  /// bounds anew. Colours, widths, merged cells, hidden rows and columns, pictures, charts and rules
  /// on sheets that are no table of the program do not.
  ///
  /// - Parameters:
  ///   - title: the title of the document.
  ///   - language: the language of what the program adds.
  ///   - currency: the currency of the project.
  ///   - generator: the name and version of the program.
  public func copy(
    title: String, language: Language, currency: Currency, generator: String
  ) -> WorkbookDraft {
    let found = tableSheets.compactMap { sheet, table in
      SheetTable(sheet, table).map { (sheet: sheet, table: table, layout: $0) }
    }
    let names = safeNames(in: language)
    let plans = found.map { sheet, table, layout in
      TablePlan(
        declaration: table, sheet: names[sheet.name] ?? sheet.name, headingRow: layout.headingRow,
        columns: table.columns.indices.map { column in
          layout.columns.firstIndex(of: column).map { layout.fileColumns[$0] }
        }, lastRow: sheet.rows.last?.number ?? 1)
    }
    var forms = ColumnForms(plans: plans, currency: currency, language: language)
    var drafts: [SheetDraft] = []
    for sheet in sheets where !isReplaced(sheet) {
      let name = names[sheet.name] ?? sheet.name
      let plan = plans.first { $0.sheet == name }
      var draft = copy(sheet, plan)
      draft.name = name
      if let plan { draft.areas = forms.areas(of: plan) }
      if kind(of: sheet) == .settings { formSettings(&draft, &forms) }
      drafts.append(draft)
    }
    if drafts.allSatisfy(\.isHidden), !drafts.isEmpty { drafts[0].isHidden = false }
    return WorkbookDraft(
      title: title, language: language, generator: generator,
      sheets: drafts + [forms.lists.sheet(in: language)], places: DraftPlaces(renamed: names))
  }

  /// New names for sheets whose old ones cannot be written.
  private func safeNames(in language: Language) -> [String: String] {
    var names: [String: String] = [:]
    for (index, sheet) in sheets.enumerated()
    where !OpenDocument.Sheet.canBeNamed(sheet.name) {
      names[sheet.name] = "\(Text("Sheet", nl: "Blad")[language]) \(index + 1)"
    }
    return names
  }

  /// Whether the program writes a sheet anew: its lists, and the findings of an earlier copy.
  private func isReplaced(_ sheet: Sheet) -> Bool {
    SheetWords.means(sheet.name, SheetWords.lists)
      || SheetWords.means(sheet.name, SheetWords.findings)
  }

  private func copy(_ sheet: Sheet, _ plan: TablePlan?) -> SheetDraft {
    let headings = plan?.headingRow ?? (kind(of: sheet) == .settings ? settingsHeading(sheet) : 0)
    var draft = SheetDraft(name: sheet.name, widths: widths(of: sheet, plan))
    draft.headingRow = headings
    draft.isHidden = sheet.isHidden
    for row in sheet.rows {
      for cell in row.cells where cell.column <= ProjectWorkbook.widestSheet {
        let role = role(of: cell, row: row.number, headings: headings, plan)
        draft[row.number, cell.column] = CopiedCell.cell(cell, role: role)
      }
    }
    return draft
  }

  /// Gives the values of settings their look and their lists anew.
  private func formSettings(_ draft: inout SheetDraft, _ forms: inout ColumnForms) {
    guard let settingsSheet else { return }
    let sheet = SettingsSheet(settingsSheet, file: file)
    guard let column = sheet.valueColumn, column <= ProjectWorkbook.widestSheet else { return }
    for (key, row) in sheet.keys {
      draft.areas.append(forms.area(ofSetting: key, at: CellAddress(column: column, row: row)))
      draft[row, column]?.role = .inputText
    }
  }

  private func settingsHeading(_ sheet: Sheet) -> Int {
    let row = sheet.rows.first { row in
      row.cells.contains { SheetWords.means(SheetCell.field($0, for: nil).text, SheetWords.value) }
    }
    return row?.number ?? 0
  }

  private func widths(of sheet: Sheet, _ plan: TablePlan?) -> [Double] {
    let last = min(
      ProjectWorkbook.widestSheet, sheet.rows.compactMap { $0.cells.last?.column }.max() ?? 1)
    switch kind(of: sheet) {
    case .settings: return [60, 85, 110, 62]
    case .ownPage: return [8, 62, 125]
    case .table, .unknown: break
    }
    var widths = [Double](repeating: SheetDraft.usualWidth, count: max(1, last))
    guard let plan else { return widths }
    for (column, position) in zip(plan.declaration.columns, plan.columns) {
      guard let position, widths.indices.contains(position - 1) else { continue }
      widths[position - 1] = ColumnForms.width(of: column)
    }
    return widths
  }

  private func role(
    of cell: ReadCell, row: Int, headings: Int, _ plan: TablePlan?
  ) -> CellRole {
    if row == headings {
      let column = plan?.columns.firstIndex(of: cell.column)
      return column.flatMap { plan?.declaration.columns[$0] }
        .map { TableForm.headingRole(of: $0) } ?? .heading
    }
    if case .text(let text) = cell.value, text.count > 20 { return .wrapped }
    return .plain
  }
}
