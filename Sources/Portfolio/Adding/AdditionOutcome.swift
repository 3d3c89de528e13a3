import ImpactModel

/// What came of handing in one document.
public struct AdditionOutcome: Sendable, Hashable, Encodable {
  /// What was done with a document; the raw value is stable.
  public enum Status: String, Sendable, Hashable, Encodable, CaseIterable {
    /// It was added, the first of its project and period.
    case added
    /// It was added and supersedes an earlier revision, which stays readable.
    case supersedes
    /// It was added as an earlier revision of one that is there.
    case earlier
    /// The same bytes or the same report in another form are there already.
    case alreadyThere = "already_there"
    /// It is the archive’s record of another file and no report, which is no failure.
    case passedOver = "passed_over"
    /// It was not taken.
    case refused
  }

  /// The name of the document.
  public let file: String
  /// What was done with it.
  public let status: Status
  /// The number of the report in the portfolio, of one that is there.
  public let report: Int64?
  /// The project, the period and the revision, as far as they are known.
  public let subject: String?
  /// The code of the reason, of one that was refused.
  public let code: String?
  /// What a reader should know; empty where there is nothing to say.
  public let message: Text

  private enum CodingKeys: CodingKey {
    case file, status, report, subject, code, message
  }

  /// Writes the outcome with its message in English, for machines.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(report, forKey: .report)
    try container.encodeIfPresent(subject, forKey: .subject)
    try container.encodeIfPresent(code, forKey: .code)
    if !message.english.isEmpty { try container.encode(message.english, forKey: .message) }
  }
}
