/// A declared table as data: its card and its columns, in the order of their declaration.
public struct TableDeclaration: Sendable, Hashable, Codable {
  /// The table's card.
  public let card: TableCard
  /// The columns.
  public let columns: [ColumnCard]

  /// Reads the declaration of a row type.
  public init<Row: TableRow>(_ row: Row.Type) {
    card = row.table
    columns = Mirror(reflecting: row.init()).children.compactMap { child in
      guard let declaring = child.value as? any ColumnDeclaring, let label = child.label else {
        return nil
      }
      return declaring.card(id: TableDeclaration.columnID(label))
    }
  }

  /// The table's identifier.
  public var id: String { card.id }

  /// The position of a column.
  public func position(of column: String) -> Int? { columns.firstIndex { $0.id == column } }

  /// The column that identifies a row, if the table has one.
  public var keyPosition: Int? { columns.firstIndex { $0.type == .identifier } }

  /// The identifier of a property: `_dropOff` is `drop_off`, `fte2` stays `fte2`.
  static func columnID(_ property: String) -> String {
    var id = ""
    for character in property.drop(while: { $0 == "_" }) {
      if character.isUppercase { id += "_" }
      id += character.lowercased()
    }
    return id
  }
}
