import Foundation
import ImpactModel

extension ProjectWorkbook {
  /// The settings of a workbook, as the reader of `project.yaml` reads them.
  public struct SheetSettings: Sendable {
    /// The settings, `nil` where a finding is an error.
    public let settings: Settings?
    /// What can be used of them in any case.
    public let usable: UsableSettings
    /// What was found, each at its cell.
    public let findings: [Finding]
  }

  /// Reads the sheet with the settings; `nil` where there is none.
  ///
  /// - Parameter standardDiscountRate: asked where the settings say `standard`.
  public func settings(
    standardDiscountRate: @escaping SettingsReader.StandardRate
  ) -> SheetSettings? {
    guard let found = settingsSheet else { return nil }
    let sheet = SettingsSheet(found, file: file)
    let bytes = Data(sheet.yaml.utf8)
    let usable = UsableSettings(bytes, file: file)
    guard !sheet.findings.contains(where: { $0.code == "settings.no_headings" }) else {
      return SheetSettings(settings: nil, usable: usable, findings: sheet.findings)
    }
    let (settings, findings) = SettingsReader.read(
      bytes, file: file, standardDiscountRate: standardDiscountRate)
    let placed = findings.map { finding in
      Finding(
        finding.code, finding.severity, finding.message, help: finding.help,
        at: finding.address.map(sheet.placed))
    }
    return SheetSettings(
      settings: sheet.findings.isEmpty ? settings.map { place($0, on: sheet) } : nil,
      usable: usable, findings: sheet.findings + placed)
  }

  /// The address of a setting by its key, or of the sheet of settings.
  public func settingsAddress(of key: String?) -> Address {
    settingsSheet.map { SettingsSheet($0, file: file).address(of: key) } ?? Address(file: file)
  }

  /// The rate may have come from a cell.
  private func place(_ settings: Settings, on sheet: SettingsSheet) -> Settings {
    var description = settings.description
    if case .cell(let address) = description.discountRateOrigin {
      description.discountRateOrigin = .cell(sheet.placed(address))
    }
    return Settings(
      description: description, decimalMark: settings.decimalMark, books: settings.books)
  }
}
