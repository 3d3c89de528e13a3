import ImpactModel

/// Why a document was not taken into a portfolio.
public struct PortfolioRefusal: Error, Sendable, Hashable {
  /// What kind of reason; the raw value is stable.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadable = "portfolio.unreadable"
    /// The file is larger than a report can be.
    case tooLarge = "portfolio.too_large"
    /// The file is no report of this program.
    case notAReport = "portfolio.not_a_report"
    /// The file is damaged, or of a version that is not known.
    case damaged = "portfolio.damaged"
    /// The form does not hold all that a portfolio needs.
    case otherForm = "portfolio.other_form"
    /// The file is not valid under its schema.
    case notValid = "portfolio.not_valid"
    /// Figures do not follow from the inputs in the file.
    case doesNotFollow = "portfolio.does_not_follow"
    /// The file was changed after it was written, or nothing vouches for it.
    case unproved = "portfolio.unproved"
    /// The report is a draft.
    case draft = "portfolio.draft"
    /// The report does not say which project, period or revision it is of.
    case incomplete = "portfolio.incomplete"
    /// Another report of the same project, period and revision is there.
    case sameRevision = "portfolio.same_revision"
    /// Another organisation's project has the same identifier.
    case otherOrganisation = "portfolio.other_organisation"
    /// The archive is damaged, too large, or holds another archive.
    case archive = "portfolio.archive"
    /// The file is the archive’s record of another, and no report: it is passed over.
    case archiveMetadata = "portfolio.archive_metadata"
  }

  /// The kind of reason.
  public let code: Code
  /// What is the matter and what to do.
  public let message: Text

  init(_ code: Code, _ message: Text) {
    self.code = code
    self.message = message
  }
}
