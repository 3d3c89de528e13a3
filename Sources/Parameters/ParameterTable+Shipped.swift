import ImpactModel

extension ParameterTable {
  /// The values that come with the program; a project's own values stand before them.
  public static let shipped = ParameterTable(shippedReading.values)

  /// The shipped tables as they were read; a test holds that nothing is wrong in them.
  package static let shippedReading: (values: [ParameterValue], findings: [Finding]) = {
    let sources = EmbeddedFiles.texts["sources.yaml"] ?? ""
    let tables = EmbeddedFiles.texts.keys.filter { $0.hasSuffix(".csv") }.sorted()
    return tables.reduce(into: (values: [], findings: [])) { all, name in
      let table = ParameterFile.read(
        csv: EmbeddedFiles.texts[name] ?? "", sources: sources, file: name)
      all.values += table.values
      all.findings += table.findings
    }
  }()
}
