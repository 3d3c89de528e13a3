import Foundation
import IndicatorKit
import ProjectReaders

extension ProjectLoader {
  /// Reads a project from its workbook, with the books and other files beside it.
  ///
  /// - Throws: `ProjectUnreadable` where the workbook cannot be read or has no settings, or a file
  ///   or the disk failed.
  func load(
    _ url: URL, store place: StorePlace
  ) throws(ProjectUnreadable) -> (project: LoadedProject?, findings: [Finding], language: Language?)
  {
    let workbook: ProjectWorkbook
    do throws(WorkbookUnreadable) {
      workbook = try ProjectWorkbook(url, tables: registry.tables)
    } catch {
      throw ProjectUnreadable(message: error.message)
    }
    let read = workbook.settings(standardDiscountRate: ProjectLoader.standardDiscountRate)
    guard let read else { throw ProjectLoader.withoutSettings(workbook) }
    do {
      let files = try folder.tableFiles().map(folder.relativePath)
      let places = WorkbookPlaces(workbook, tables: registry.tables, except: files)
      guard let settings = read.settings else {
        let session = try LoadingSession(self, .memory, workbook: workbook) {
          read.usable.readingOptions(personSecret: $0)
        }
        let found = read.findings + (try session.findings().filter(read.usable.isReliable))
        return (nil, found.map(places.placed), read.usable.language)
      }
      let session = try LoadingSession(self, place, workbook: workbook) {
        settings.readingOptions(personSecret: $0)
      }
      var project = try session.project(
        settings,
        source: ReportSourceFile(
          file: workbook.file, kind: "settings", sha256: try Fingerprint.of(fileAt: url), rows: 0,
          rejectedRows: 0))
      project.places = places
      return (project, read.findings + project.findings, project.description.language)
    } catch {
      throw ProjectUnreadable(message: ProjectLoader.message(error, folder))
    }
  }

  private static func withoutSettings(_ workbook: ProjectWorkbook) -> ProjectUnreadable {
    ProjectUnreadable(
      message: Text(
        "\(workbook.file) is no workbook of a project: it has no sheet “Settings”. Make one with: wijkwaarde new my-project.ods",
        nl:
          "\(workbook.file) is geen werkmap van een project: er is geen blad ‘Instellingen’. Maak er een met: wijkwaarde new mijn-project.ods"
      ))
  }
}
