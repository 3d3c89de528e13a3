import IndicatorKit

/// Why a table gives no figure.
enum Absence {
  /// The project does not have the table.
  static func missing(_ table: String) -> Text {
    Text("the table “\(table)” is missing", nl: "de tabel ‘\(table)’ ontbreekt")
  }

  /// The table has no rows that count.
  static func empty(_ table: String) -> Text {
    Text(
      "the table “\(table)” has no rows in the period",
      nl: "de tabel ‘\(table)’ heeft geen rijen in de periode")
  }
}
