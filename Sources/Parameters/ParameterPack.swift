import ImpactModel

/// Dated values with their sources, as a module, a project or a user brings them.
///
/// A pack is a folder with a `sources.yaml` and tables (`.csv`) beside it; see `ParameterFile`.
public struct ParameterPack: Sendable, Hashable {
  /// The name of the file of sources, which makes a folder a pack.
  public static let sourcesFile = "sources.yaml"

  /// The values, by table and identifier.
  public let values: [ParameterValue]
  /// What is wrong in the files.
  public let findings: [Finding]

  /// Reads every pack among some files; other files are left alone.
  ///
  /// - Parameters:
  ///   - files: the texts by path, with `/` between the parts.
  ///   - place: what findings and addresses show before the path, as in `parameters/`.
  public init(files: [String: String], place: String) {
    var values: [ParameterValue] = []
    var findings: [Finding] = []
    for path in files.keys.sorted() where path.hasSuffix(".csv") {
      let folder = ParameterPack.folder(of: path)
      guard let sources = files[folder + Self.sourcesFile], let csv = files[path] else { continue }
      let table = ParameterFile.read(
        csv: csv, sources: sources, file: place + path,
        sourcesFile: place + folder + Self.sourcesFile)
      values += table.values
      // Tables that share a file of sources would repeat what is wrong there.
      findings += table.findings.filter { !findings.contains($0) }
    }
    self.values = values
    self.findings = findings
  }

  /// The folder of a path with its last stroke, empty at the top.
  private static func folder(of path: String) -> String {
    guard let stroke = path.lastIndex(of: "/") else { return "" }
    return String(path[...stroke])
  }
}
