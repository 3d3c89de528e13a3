import ImpactModel

extension ParameterTable {
  /// The values that come with the program; a project's own values stand before them.
  public static let shipped = ParameterTable(shippedPack.values)

  /// The shipped tables as they were read; a test holds that nothing is wrong in them.
  package static let shippedPack = ParameterPack(files: EmbeddedFiles.texts, place: "Wijkwaarde: ")
}
