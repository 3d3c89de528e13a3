import ImpactModel
import OpenDocument

/// A setting with its value, as `project.yaml` has it.
struct SettingsEntry: Hashable {
  let key: String
  let text: String
}

/// The sheet of settings: what each is called, its value, what to fill in, and its key.
struct SettingsDraft {
  /// Empty rows below each list, so that nobody needs to copy one at once.
  private static let spareRows = 2
  static let valueColumn = 2

  let entries: [SettingsEntry]
  let language: Language

  /// Makes the sheet.
  ///
  /// - Parameter lists: takes the words to choose from.
  func draft(lists: inout ChoiceLists) -> (sheet: SheetDraft, keys: [(key: String, row: Int)]) {
    var sheet = SheetDraft(name: SheetWords.settings[language], widths: [60, 85, 110, 62])
    sheet.headingRow = 1
    let headings = [SheetWords.setting, SheetWords.value, SheetWords.meaning, SheetWords.key]
    sheet.put(headings.map { .text($0[language], .heading) }, row: 1)
    var keys: [(key: String, row: Int)] = []
    var row = 1
    var section = ""
    for (key, text) in rows {
      let known = SettingsKey.all.first { $0.key == key }
      let part = known?.section ?? ""
      if part != section, let title = SettingsKey.title(of: part) {
        row += 1
        sheet[row, 1] = .text(title[language], .section)
      }
      section = part
      row += 1
      keys.append((key, row))
      put(text, key, known, row: row, into: &sheet, lists: &lists)
    }
    return (sheet, keys)
  }

  private func put(
    _ text: String, _ key: String, _ known: SettingsKey?, row: Int, into sheet: inout SheetDraft,
    lists: inout ChoiceLists
  ) {
    sheet[row, 1] = .text(known?.label[language] ?? "")
    sheet[row, 3] = .text(known?.help[language] ?? "", .note)
    sheet[row, 4] = .text(key, .note)
    let place = CellAddress(column: SettingsDraft.valueColumn, row: row)
    sheet.areas.append(
      SettingsDraft.area(of: known, at: place, language: language, lists: &lists))
    guard !text.isEmpty else { return }
    if case .day = known?.kind, let day = Day(iso: text) {
      sheet[row, 2] = Cell(.date(year: day.year, month: day.month, day: day.day), .inputText)
    } else {
      sheet[row, 2] = .text(known?.shown(text, in: language) ?? text, .inputText)
    }
  }

  /// What may be typed as the value of a setting, and how it is shown.
  static func area(
    of known: SettingsKey?, at place: CellAddress, language: Language, lists: inout ChoiceLists
  ) -> SheetArea {
    var area = SheetArea(CellRange(place, to: place), role: .inputText, format: .text)
    switch known?.kind {
    case .day: area.format = .date
    case .choice(let options):
      let title = known?.label[language] ?? ""
      area.validation = Validation(
        .cells(
          lists.range(of: options.map { $0.label[language] }, title: title),
          sheet: SheetWords.lists[language]),
        error: .init(
          title: String(title.prefix(32)),
          text: Text("Choose from the list.", nl: "Kies uit de lijst.")[language]))
    case .text, nil: break
    }
    return area
  }

  /// The keys with their values in the order of the sheet: those of one item stay together.
  private var rows: [(key: String, text: String)] {
    var rows: [(key: String, text: String)] = []
    var listed: Set<String> = []
    for known in SettingsKey.all {
      if let list = SettingsKey.itemLists.first(where: { known.key.hasPrefix($0 + ".") }) {
        if listed.insert(list).inserted { rows += items(of: list) }
        continue
      }
      let values = entries.filter { $0.key == known.key }.map(\.text)
      let spare = known.isList ? SettingsDraft.spareRows : values.isEmpty ? 1 : 0
      rows += (values + Array(repeating: "", count: spare)).map { (known.key, $0) }
    }
    let keys = Set(SettingsKey.all.map(\.key))
    return rows + entries.filter { !keys.contains($0.key) }.map { ($0.key, $0.text) }
  }

  /// The items of a list with all their keys; an empty item where there is none.
  private func items(of list: String) -> [(key: String, text: String)] {
    let keys = SettingsKey.all.map(\.key).filter { $0.hasPrefix(list + ".") }
    var items: [[String: String]] = []
    for entry in entries where keys.contains(entry.key) {
      if items.last?[entry.key] != nil || items.isEmpty { items.append([:]) }
      items[items.count - 1][entry.key] = entry.text
    }
    if items.isEmpty { items = [[:]] }
    return items.flatMap { item in keys.map { ($0, item[$0] ?? "") } }
  }
}
