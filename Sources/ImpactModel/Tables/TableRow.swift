/// A row of a declared table: a struct whose properties are columns.
///
/// From it follow the template, reading and checking with addresses, the typed rows and the
/// reference page.
public protocol TableRow: Decodable, Sendable {
  /// The table's own card.
  static var table: TableCard { get }
  /// Makes the bare declaration.
  init()
}

/// What a table is called, and how its rows lie in time.
public struct TableCard: Sendable, Hashable, Codable {
  /// How the rows of a table lie in time, by the identifiers of the columns that say so.
  public enum Time: Sendable, Hashable, Codable {
    /// Every row counts in every period.
    case timeless
    /// A row belongs to the period that holds its day.
    case date(String)
    /// A row counts where its stretch of days meets the period; an empty end is open.
    case between(String, String)
  }

  /// The identifier, which is also the file's name: one segment.
  public let id: String
  /// What readers see.
  public let title: Text
  /// What the table is for, in one sentence.
  public let summary: Text?
  /// How its rows lie in time.
  public let time: Time

  /// Declares a table whose rows count in every period.
  public init(id: String, title: Text, summary: Text? = nil) {
    self.init(id: id, title: title, summary: summary, time: .timeless)
  }

  /// Declares a table whose rows belong to the period of a day.
  public init(id: String, title: Text, summary: Text? = nil, date: String) {
    self.init(id: id, title: title, summary: summary, time: .date(date))
  }

  /// Declares a table whose rows last from one day to another.
  public init(id: String, title: Text, summary: Text? = nil, from: String, to: String) {
    self.init(id: id, title: title, summary: summary, time: .between(from, to))
  }

  private init(id: String, title: Text, summary: Text?, time: Time) {
    self.id = id
    self.title = title
    self.summary = summary
    self.time = time
  }
}
