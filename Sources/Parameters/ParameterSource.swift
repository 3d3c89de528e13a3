import ImpactModel

/// The record of a source that parameter values cite: the keys of one entry of `sources.yaml`.
public struct ParameterSource: Sendable, Hashable, Codable {
  /// The title of the publication or page.
  public let title: String
  /// Who publishes it.
  public let publisher: String?
  /// The source as it is printed beside a value.
  public let citation: String
  /// The day on which it was published.
  public let published: Day?
  /// The day on which the value was looked up.
  public let accessed: Day?
  /// Under which licence the value may be passed on.
  public let licence: String
  /// The words that the licence asks to be printed.
  public let attribution: String?
  /// Whether the licence lets a value be printed; otherwise it is computed with, and only named.
  public let isPrintable: Bool

  /// Makes a record.
  public init(
    title: String, publisher: String?, citation: String, published: Day?, accessed: Day?,
    licence: String, attribution: String?, isPrintable: Bool = true
  ) {
    self.title = title
    self.publisher = publisher
    self.citation = citation
    self.published = published
    self.accessed = accessed
    self.licence = licence
    self.attribution = attribution
    self.isPrintable = isPrintable
  }

  /// The citation, followed by the attribution where the licence asks for one.
  public var printed: String {
    attribution.map { "\(citation) \($0)" } ?? citation
  }
}
