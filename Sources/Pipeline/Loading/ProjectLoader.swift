import Foundation
import IndicatorKit
import ProjectReaders
import ProjectStore

/// Reads a project's folder through the store, so that unchanged files are not read again.
struct ProjectLoader {
  /// Where what was read is kept.
  enum StorePlace {
    /// In memory: nothing is written.
    case memory
    /// In the cache beside the project.
    case cache
  }

  let folder: ProjectFolder
  let registry: Registry
  let progress: ProgressListener
  /// Whether the books are read; who only looks up parameters need not wait for them.
  var readsBooks = true

  /// Reads everything.
  ///
  /// - Returns: the project, `nil` where its settings cannot be understood; what was found; and the
  ///   language of the report, where the settings say it.
  /// - Throws: `ProjectUnreadable` where there is no project, or a file or the disk failed.
  func load(
    store place: StorePlace
  ) throws(ProjectUnreadable) -> (project: LoadedProject?, findings: [Finding], language: Language?)
  {
    if let workbook = folder.workbook { return try load(workbook, store: place) }
    guard FileManager.default.fileExists(atPath: folder.settings.path) else {
      throw ProjectLoader.noProject(folder)
    }
    do {
      let bytes = try Data(contentsOf: folder.settings)
      let (settings, findings) = SettingsReader.read(
        bytes, file: "project.yaml", standardDiscountRate: ProjectLoader.standardDiscountRate)
      guard let settings else {
        let usable = UsableSettings(bytes, file: "project.yaml")
        return (nil, findings + (try findingsWithout(usable)), usable.language)
      }
      let session = try LoadingSession(self, place) { settings.readingOptions(personSecret: $0) }
      let read = try session.project(
        settings,
        source: ReportSourceFile(
          file: "project.yaml", kind: "settings", sha256: Fingerprint.of(bytes), rows: 0,
          rejectedRows: 0))
      let places = ProjectPlaces(folder, store: place, progress: progress)
      let project =
        readsBooks ? try places.placing(read, declarations: registry.tables) : read
      return (project, findings + project.findings, project.description.language)
    } catch {
      throw ProjectUnreadable(message: ProjectLoader.message(error, folder))
    }
  }

  /// What is wrong in the tables and books of a project whose settings have errors, so that one run
  /// shows all.
  private func findingsWithout(_ usable: UsableSettings) throws -> [Finding] {
    let session = try LoadingSession(self, .memory) { usable.readingOptions(personSecret: $0) }
    return try session.findings().filter(usable.isReliable)
  }

  /// The rate that a country prescribes for projects that end on a day.
  static func standardDiscountRate(
    _ country: Country, _ day: Day
  ) -> (rate: Double, origin: Origin)? {
    ParameterTable.shipped.value(ParameterCard.discountRate(country).id, on: day).map {
      ($0.value, $0.origin)
    }
  }

  private static func noProject(_ folder: ProjectFolder) -> ProjectUnreadable {
    ProjectUnreadable(
      message: Text(
        "There is no project in \(folder.url.path): it has no project.yaml. Make one with: wijkwaarde new \(folder.url.lastPathComponent)",
        nl:
          "Er is geen project in \(folder.url.path): er staat geen project.yaml. Maak er een met: wijkwaarde new \(folder.url.lastPathComponent)"
      ))
  }

  static func message(_ error: any Error, _ folder: ProjectFolder) -> Text {
    let reason = DiskTrouble.reason(error)
    return Text(
      "The project in \(folder.url.path) could not be read: \(reason.english)",
      nl: "Het project in \(folder.url.path) kon niet worden gelezen: \(reason.dutch)")
  }
}
