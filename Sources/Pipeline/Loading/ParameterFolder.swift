import Foundation
import IndicatorKit
import ProjectReaders

/// A folder of parameters that was read: a project's own, or one that the user brought.
struct ParameterFolder {
  /// The largest file that is read; a table of parameters has a hundredth of that.
  private static let largestFile = 16_000_000

  /// The values.
  let values: [ParameterValue]
  /// What is wrong.
  let findings: [Finding]
  /// The files that were read.
  let sources: [ReportSourceFile]

  /// Reads the project's own folder, where there is one, and those that the user brought.
  ///
  /// - Throws: an error of the file system, where a folder that was named is not there.
  static func all(of project: ProjectFolder) throws -> [ParameterFolder] {
    var folders: [ParameterFolder] = []
    if FileManager.default.fileExists(atPath: project.parameters.path) {
      folders.append(try ParameterFolder(project.parameters))
    }
    return try folders + project.parameterFolders.map { try ParameterFolder($0) }
  }

  /// Reads the tables of a folder; it is named by its last part, wherever it lies.
  init(_ folder: URL) throws {
    let place = folder.lastPathComponent + "/"
    var texts: [String: String] = [:]
    var found: [Finding] = []
    var read: [ReportSourceFile] = []
    for file in try Self.files(in: folder) {
      let name = file.lastPathComponent
      let bytes = try Self.bytes(of: file)
      let text: String
      switch bytes.map({ TextDecoding.decode($0, file: place + name) }) {
      case .success(let decoded): text = decoded
      case .failure(let failure):
        found.append(failure.finding)
        continue
      case nil:
        found.append(Self.tooLarge(place + name))
        continue
      }
      texts[name] = text
      read.append(
        ReportSourceFile(
          file: place + name, kind: "parameters", sha256: Fingerprint.of(bytes ?? Data()), rows: 0,
          rejectedRows: 0))
    }
    if texts[ParameterPack.sourcesFile] == nil, let table = texts.keys.min() {
      found.append(Self.withoutSources(place + table, place + ParameterPack.sourcesFile))
    }
    let pack = ParameterPack(files: texts, place: place)
    values = pack.values
    findings = found + pack.findings
    sources = read.map { source in
      let rows = pack.values.count { $0.address?.file == source.file }
      return ReportSourceFile(
        file: source.file, kind: source.kind, sha256: source.sha256, rows: rows, rejectedRows: 0)
    }
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.fileSizeKey], options: .skipsHiddenFiles
    )
    .filter { $0.pathExtension == "csv" || $0.lastPathComponent == ParameterPack.sourcesFile }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The bytes of a file, `nil` where it is too large to be a table of parameters.
  private static func bytes(of file: URL) throws -> Data? {
    let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    return size <= largestFile ? try Data(contentsOf: file) : nil
  }

  private static func tooLarge(_ file: String) -> Finding {
    Finding(
      "parameter.file_too_large", .error,
      Text(
        "This file is larger than 16 MB, which no table of parameters is.",
        nl: "Dit bestand is groter dan 16 MB, wat geen tabel met parameters is."),
      help: Text(
        "Keep only the values that you need.", nl: "Houd alleen de waarden die u nodig heeft."),
      at: Address(file: file))
  }

  private static func withoutSources(_ table: String, _ sources: String) -> Finding {
    Finding(
      "parameter.no_sources", .error,
      Text(
        "There is no \(sources), so that no value of this table has a source.",
        nl: "Er is geen \(sources), zodat geen waarde van deze tabel een bron heeft."),
      help: Text(
        "Write it, with a title, a citation and a licence for each source that the table cites.",
        nl: "Schrijf het, met titel, citaat en licentie voor elke bron die de tabel noemt."),
      at: Address(file: table))
  }
}
