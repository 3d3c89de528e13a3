import ExportKit
import Foundation

/// Why a report could not be written.
public struct WritingFailure: Error, Sendable {
  /// What is the matter and what to do, in words that a project lead understands.
  public let message: Text
}

/// Writes a report with every registered export.
///
/// All files are written beside their places first and renamed when every one is complete, so
/// that an interrupted run leaves earlier reports whole.
struct ReportWriter {
  let registry: Registry
  let report: Report

  /// Writes the files into a folder and gives their places, in the order of the registry.
  ///
  /// - Throws: `WritingFailure` where a file cannot be written.
  func write(
    to folder: URL, progress: (String) -> Void
  ) throws(WritingFailure) -> [URL] {
    var written: [(scratch: URL, final: URL)] = []
    var described: [WrittenExport] = []
    defer { for file in written { try? FileManager.default.removeItem(at: file.scratch) } }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for exporter in registry.exporters {
        let card = type(of: exporter).card
        let name = "\(baseName).\(card.fileExtension)"
        progress(name)
        let scratch = folder.appending(
          path: ".\(name).\(ProcessInfo.processInfo.processIdentifier).part")
        written.append((scratch, folder.appending(path: name)))
        try exporter.write(report, beside: described, to: scratch)
        described.append(WrittenExport(export: card.id, name: name, file: scratch))
      }
      for file in written { try ReportWriter.rename(file.scratch, to: file.final) }
    } catch {
      throw WritingFailure(message: ReportWriter.message(error, folder))
    }
    return written.map(\.final)
  }

  /// The name of the files without their ending: the project and the period.
  private var baseName: String {
    let safe = report.project.id.map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
        ? character : "-"
    }
    return String(safe) + "-" + report.project.period.folderName
  }

  /// Puts a file in the place of another in one step.
  private static func rename(_ scratch: URL, to final: URL) throws {
    guard Foundation.rename(scratch.path, final.path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  private static func message(_ error: any Error, _ folder: URL) -> Text {
    let reason = DiskTrouble.reason(error)
    return Text(
      "The report could not be written to \(folder.path): \(reason.english). Earlier reports are as they were; choose another place with --output.",
      nl:
        "Het verslag kon niet worden geschreven in \(folder.path): \(reason.dutch). Eerdere verslagen zijn ongewijzigd; kies een andere plek met --output."
    )
  }
}
