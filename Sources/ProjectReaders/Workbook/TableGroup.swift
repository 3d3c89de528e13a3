import ImpactModel

/// Tables that belong together, as the first sheet of a workbook lists them.
public struct TableGroup: Sendable {
  /// What they are about.
  public let title: Text
  /// The tables, in the order of their sheets.
  public let tables: [TableDeclaration]

  /// Groups tables.
  public init(title: Text, tables: [TableDeclaration]) {
    self.title = title
    self.tables = tables
  }
}
