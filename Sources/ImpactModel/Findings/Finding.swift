/// Something that is wrong, doubtful or worth knowing in a user's data, at its place.
///
/// Bad data never throws: readers and checks collect findings and go on, so that one run shows all.
public struct Finding: Sendable, Hashable, Codable {
  /// How much a finding weighs.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// The report is not written until this is mended.
    case error
    /// The report is written; a person should look.
    case warning
    /// Good to know.
    case note
  }

  /// A stable code, `area.problem`, the same in every language and version.
  public let code: String
  /// How much it weighs.
  public let severity: Severity
  /// What is the matter, in one sentence.
  public let message: Text
  /// What to do about it, in one sentence.
  public let help: Text
  /// Where it is.
  public let address: Address?

  /// Makes a finding.
  public init(
    _ code: String, _ severity: Severity, _ message: Text, help: Text, at address: Address?
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.help = help
    self.address = address
  }
}
