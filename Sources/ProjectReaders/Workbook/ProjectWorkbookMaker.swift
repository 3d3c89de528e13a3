import Foundation
import ImpactModel
import OpenDocument

/// Makes workbooks of projects: an empty one, or one with what a folder holds.
public struct ProjectWorkbookMaker: Sendable {
  private let groups: [TableGroup]
  private let language: Language
  private let generator: String

  /// Makes a maker.
  ///
  /// - Parameters:
  ///   - groups: the tables, each of which gets a sheet.
  ///   - language: the language of sheets, headings and comments.
  ///   - generator: the name and version of the program.
  public init(groups: [TableGroup], language: Language, generator: String) {
    self.groups = groups
    self.language = language
    self.generator = generator
  }

  private var tables: [TableDeclaration] { groups.flatMap(\.tables) }

  /// Makes the workbook of a new project, with an example on each sheet.
  public func empty(id: String, name: String, year: Int) -> WorkbookDraft {
    let entries = SettingsEntry.initial(id: id, name: name, year: year, language: language)
    return workbook(
      entries, filled: [:], title: name, currency: language == .dutch ? .euro : .pound,
      country: language == .dutch ? .netherlands : .unitedKingdom)
  }

  /// Makes a workbook with the settings and tables of a folder.
  ///
  /// - Parameter folder: the files as they are.
  /// - Throws: `WorkbookUnreadable` where the settings are no settings file.
  public func workbook(of folder: ProjectFiles) throws(WorkbookUnreadable) -> WorkbookDraft {
    let entries: [SettingsEntry]
    switch SettingsEntry.all(in: folder.settings, file: ProjectFiles.settingsFile) {
    case .success(let read): entries = read
    case .failure(let failure): throw WorkbookUnreadable(message: failure.finding.message)
    }
    let usable = UsableSettings(folder.settings, file: ProjectFiles.settingsFile)
    let options = usable.readingOptions(personSecret: [])
    var filled: [String: FilledTable] = [:]
    for table in tables {
      guard let file = folder.tables[table.id] else { continue }
      filled[table.id] = FilledTable(
        file.bytes, path: file.path, declaration: table, options: options, language: language)
    }
    let name = entries.first { $0.key == "project.name" }?.text
    return workbook(
      entries, filled: filled, title: name ?? folder.name, currency: options.currency,
      country: options.country)
  }

  private func workbook(
    _ entries: [SettingsEntry], filled: [String: FilledTable], title: String, currency: Currency,
    country: Country
  ) -> WorkbookDraft {
    let names = sheetNames
    var titles: [String: Text] = [:]
    for table in tables { titles[table.id] = table.card.title }
    let options = ReadingOptions(
      decimalMark: nil, country: country, currency: currency, personSecret: [])
    var sheets: [(table: TableDeclaration, draft: SheetDraft, plan: TablePlan)] = []
    var places = DraftPlaces()
    for table in tables {
      guard let name = names[table.id] else { continue }
      let form = TableForm(
        declaration: table, currency: currency, language: language, titles: titles, options: options
      )
      let made = filled[table.id].map { form.filled($0, sheet: name) } ?? form.empty(sheet: name)
      sheets.append((table, made.draft, made.plan))
      if let file = filled[table.id] {
        places.files[file.path] = DraftPlaces.File(
          sheet: name, headingRow: 1, rows: file.sheetRows)
      }
    }
    var forms = ColumnForms(plans: sheets.map(\.plan), currency: currency, language: language)
    var drafts: [SheetDraft] = []
    for (_, draft, plan) in sheets {
      var draft = draft
      draft.areas = forms.areas(of: plan)
      drafts.append(draft)
    }
    var lists = forms.lists
    let settings = SettingsDraft(entries: entries, language: language).draft(lists: &lists)
    places.files[ProjectFiles.settingsFile] = DraftPlaces.File(
      sheet: settings.sheet.name, headingRow: 1, keys: settings.keys,
      keyColumn: SettingsDraft.valueColumn)
    let guide = GuideSheet(groups: groups, names: names, language: language).draft
    return WorkbookDraft(
      title: title, language: language, generator: generator,
      sheets: [guide, settings.sheet] + drafts + [lists.sheet(in: language)], places: places)
  }

  /// A name of its own for the sheet of each table.
  private var sheetNames: [String: String] {
    let own = [SheetWords.guide, SheetWords.settings, SheetWords.lists, SheetWords.findings]
    var taken = Set(own.flatMap { [$0.english, $0.dutch] }.map { $0.lowercased() })
    var names: [String: String] = [:]
    for table in tables {
      let title = SheetWords.name(of: table, in: language)
      let name = taken.contains(title.lowercased()) ? table.id : title
      guard taken.insert(name.lowercased()).inserted else { continue }
      names[table.id] = name
    }
    return names
  }
}

/// The files of a project's folder that a workbook can hold.
public struct ProjectFiles: Sendable {
  /// One table's file.
  public struct Table: Sendable {
    /// Its path, relative to the folder.
    public let path: String
    /// Its bytes.
    public let bytes: Data

    /// Names a file.
    public init(path: String, bytes: Data) {
      self.path = path
      self.bytes = bytes
    }
  }

  static let settingsFile = "project.yaml"

  let name: String
  let settings: Data
  let tables: [String: Table]

  /// Takes the files.
  ///
  /// - Parameters:
  ///   - name: the name of the folder.
  ///   - settings: the bytes of `project.yaml`.
  ///   - tables: the files of the tables by the tables' identifiers.
  public init(name: String, settings: Data, tables: [String: Table]) {
    self.name = name
    self.settings = settings
    self.tables = tables
  }
}
