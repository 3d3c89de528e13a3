import ExportKit

/// An over-claiming check: looks at a finished report for what makes a value too large.
///
/// It informs and forbids nothing; an author can answer it with a reason, which is printed.
protocol ClaimCheck: Sendable {
  /// What it is, for the report and for the reference page.
  static var card: ClaimCard { get }
  /// The clean example with a change that this check, and no other, speaks of.
  static var firing: ClaimExample { get }
  /// The clean example with a change that comes near and is fine.
  static var silent: ClaimExample { get }

  /// What it finds, in the order of the tables.
  static func found(in view: ClaimView) -> [FoundClaim]
}

/// What an over-claiming check is.
public struct ClaimCard: Sendable, Hashable {
  /// The stable code, as in `over_claiming.dominant_row`.
  public let code: String
  /// What it finds, in a few words.
  public let title: Text
  /// What it looks at, and where it draws the line.
  public let looksAt: Text
  /// Why that matters.
  public let why: Text
  /// Who says so.
  public let source: String
  /// What the author can do.
  public let remedy: Text

  init(
    _ name: String, _ title: Text, looksAt: Text, why: Text, source: String, remedy: Text
  ) {
    code = "over_claiming.\(name)"
    self.title = title
    self.looksAt = looksAt
    self.why = why
    self.source = source
    self.remedy = remedy
  }
}

/// What a check found, before the author's answer.
struct FoundClaim: Sendable, Hashable {
  /// The identifier of the row that it is about, absent where it is the whole map.
  let subject: String?
  /// Where it is.
  let address: Address?
  /// What was found, in one sentence.
  let message: Text

  /// Something about the whole map.
  init(_ message: Text) {
    subject = nil
    address = nil
    self.message = message
  }

  /// Something about an outcome, best seen at one of its numbers.
  init(_ row: ReportOutcome, at given: ReportOutcome.Given, _ message: Text) {
    subject = row.id.description
    address = row.origin(of: given).cell
    self.message = message
  }

  /// Something about a stakeholder.
  init(_ stakeholder: ReportStakeholder, _ message: Text) {
    subject = stakeholder.id.description
    address = nil
    self.message = message
  }
}

extension Origin {
  /// The cell, where it is one.
  fileprivate var cell: Address? {
    if case .cell(let address) = self { address } else { nil }
  }
}

/// Where the checks take their rules from.
enum ClaimSource {
  static let guide =
    "Cabinet Office, A Guide to Social Return on Investment, 2009"
  static let principles = "Social Value International, The Principles of Social Value"
  static let published =
    "J. C. Muñoz-Mora, sroi-meta-analysis: 383 published reports, extracted with a language "
    + "model and so indicative only"
}
