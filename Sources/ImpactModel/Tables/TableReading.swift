/// What came of reading one table's file: the rows, the findings, and what other checks need.
public struct TableReading: Sendable, Hashable, Codable {
  /// A reference in a row that left the table for another reason; it is still checked.
  public struct Reference: Sendable, Hashable, Codable {
    /// The identifier of the column.
    public let column: String
    /// The identifier that the cell names.
    public let target: String
    /// Where it stands.
    public let address: Address

    /// Makes a reference.
    public init(column: String, target: String, address: Address) {
      self.column = column
      self.target = target
      self.address = address
    }
  }

  /// The table's identifier.
  public let table: String
  /// The file, relative to the project's folder.
  public let file: String
  /// The usable rows, or `nil` where the table is damaged.
  public let content: TableContent?
  /// What is wrong, in the order of the file.
  public let findings: [Finding]
  /// The identifiers of all rows that were seen, also of those that left the table.
  public let keys: [String]
  /// Whether the table as a whole could not be read, so that references into it are not checked.
  public let isDamaged: Bool
  /// Whether some row's identifier is doubled, missing or not one, so that a reference to a row
  /// that is not there may be the same mistake.
  public let hasUncertainKeys: Bool
  /// The references of rows that left the table.
  public let rejectedReferences: [Reference]

  /// Makes a reading.
  public init(
    table: String, file: String, content: TableContent?, findings: [Finding], keys: [String],
    isDamaged: Bool, hasUncertainKeys: Bool = false, rejectedReferences: [Reference] = []
  ) {
    self.table = table
    self.file = file
    self.content = content
    self.findings = findings
    self.keys = keys
    self.isDamaged = isDamaged
    self.hasUncertainKeys = hasUncertainKeys
    self.rejectedReferences = rejectedReferences
  }
}
