import IndicatorKit
import ProjectReaders
import ProjectStore

/// Reads the tables of a workbook through the store, a reading per sheet.
struct WorkbookTables {
  /// Raised whenever sheets are read differently, so that no stored reading is used again.
  private static let version = 1

  let workbook: ProjectWorkbook
  let declarations: [TableDeclaration]
  let options: ReadingOptions

  /// Reads the sheets that are not in the store as they are now.
  ///
  /// - Returns: what stands in the store for each sheet that has rows.
  /// - Throws: where the disk fails.
  func read(checksum: String, into store: ProjectStore) throws -> [String] {
    var keys: [String] = []
    for source in workbook.tableSources {
      guard let declaration = declarations.first(where: { $0.id == source.table }) else { continue }
      let key = "\(workbook.file)|\(source.sheet)"
      let rules = TableReader(declaration: declaration, options: options).fingerprint
      let fingerprint = "\(checksum)|sheet \(WorkbookTables.version)|\(rules)"
      if try store.isCurrent(file: key, fingerprint: fingerprint) {
        keys.append(key)
        continue
      }
      guard let reading = source.read(options) else { continue }
      try store.replace(reading, fingerprint: fingerprint, under: key)
      keys.append(key)
    }
    return keys
  }
}
