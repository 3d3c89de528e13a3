import ImpactModel

/// A worked example of an indicator: rows as a lead would fill them in, and the measures of them.
public struct WorkedExample: Sendable, Hashable {
  /// A table as text: a heading line, and a line per row.
  public struct Block: Sendable, Hashable {
    /// The table's identifier, or the name of an imported file.
    public let table: String
    /// The text, as in a CSV file.
    public let text: String
    /// The line of the example file on which the text starts, from 1.
    public let line: Int

    /// Makes a block.
    public init(table: String, text: String, line: Int) {
      self.table = table
      self.text = text
      self.line = line
    }

    /// Whether it has no row below its headings.
    public var isEmpty: Bool {
      text.split(whereSeparator: \.isNewline).count { $0.contains { !$0.isWhitespace } } < 2
    }
  }

  /// A value of a parameter.
  public struct Parameter: Sendable, Hashable {
    /// The parameter's identifier.
    public let id: String
    /// The value; a percentage is a fraction.
    public let value: Double
    /// The line of the example file, from 1.
    public let line: Int

    /// Makes a value.
    public init(id: String, value: Double, line: Int) {
      self.id = id
      self.value = value
      self.line = line
    }
  }

  /// What a measure must come to.
  public struct Expectation: Sendable, Hashable {
    /// A value, or why there is none.
    public enum Outcome: Sendable, Hashable {
      /// A value, and how far the measure may be from it.
      case value(Double, tolerance: Double)
      /// No value; the reason holds these words, in English or in Dutch.
      case absent(String)
    }

    /// What one group of a breakdown must come to.
    public struct Group: Sendable, Hashable {
      /// The breakdown's identifier.
      public let breakdown: String
      /// The group's identifier.
      public let entry: String
      /// The value, within the tolerance of the measure.
      public let value: Double
      /// The line of the example file, from 1.
      public let line: Int

      /// Makes a group.
      public init(breakdown: String, entry: String, value: Double, line: Int) {
        self.breakdown = breakdown
        self.entry = entry
        self.value = value
        self.line = line
      }
    }

    /// The measure's identifier within its indicator.
    public let measure: String
    /// What it must come to.
    public let outcome: Outcome
    /// What groups of its breakdowns must come to, as far as the example names them.
    public let groups: [Group]
    /// The line of the example file, from 1.
    public let line: Int

    /// Makes an expectation.
    public init(measure: String, outcome: Outcome, groups: [Group] = [], line: Int) {
      self.measure = measure
      self.outcome = outcome
      self.groups = groups
      self.line = line
    }
  }

  /// What it shows, in one sentence.
  public let name: Text
  /// The reporting period.
  public let period: Period
  /// The postcodes of the neighbourhood; none where the example names none.
  public let postcodes: [String]
  /// The parameters; what is not named has the value that is shipped, if there is one.
  public let parameters: [Parameter]
  /// The tables, in the order of the file.
  public let tables: [Block]
  /// The files of other formats, by their names.
  public let imports: [Block]
  /// The books: accounts, parties and lines.
  public let books: [Block]
  /// The measures that are checked.
  public let expectations: [Expectation]
  /// The line of the example file on which it starts, from 1.
  public let line: Int

  /// Makes an example.
  public init(
    name: Text, period: Period, postcodes: [String] = [], parameters: [Parameter] = [],
    tables: [Block] = [], imports: [Block] = [], books: [Block] = [], expectations: [Expectation],
    line: Int
  ) {
    self.name = name
    self.period = period
    self.postcodes = postcodes
    self.parameters = parameters
    self.tables = tables
    self.imports = imports
    self.books = books
    self.expectations = expectations
    self.line = line
  }

  /// Whether it has no data at all, neither rows nor books.
  public var isEmpty: Bool { (tables + imports + books).allSatisfy(\.isEmpty) }
}

/// What is wrong with a worked example, in one sentence for the module's author.
public struct ExampleFault: Sendable, Hashable, CustomStringConvertible {
  /// The file, as `Repairs/examples.yaml`.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong, and what to write.
  public let message: String

  /// Makes a fault.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// The fault as an editor understands it: file, line, message.
  public var description: String { "\(file):\(line): \(message)" }
}
