/// A table of who pays whom, as it is published or kept: an input–output table, a matrix of flows.
///
/// A column is somebody who pays, a row somebody who is paid. Who is both is inside the economy that
/// the table is of; a row without a column is where money leaves, a column without a row where it
/// comes from.
public struct FlowTable: Sendable, Hashable {
  /// Who pays, in the order of the columns.
  public let payers: [String]
  /// Who is paid, in the order of the rows.
  public let payees: [String]
  /// What each payee is paid by each payer: a row of amounts per payee, 0 where the cell is empty.
  public let amounts: [[Double]]
  /// What payers received in all, where the table has a row that says it: by name.
  public let receipts: [String: Double]

  /// Whether a name is one that the table gives to households.
  public static func isHousehold(_ name: String) -> Bool {
    ["household", "households", "huishouden", "huishoudens"].contains(name.lowercased())
  }

  /// Whether a name is that of the row of all receipts.
  static func isReceipts(_ name: String) -> Bool {
    ["receipts", "output", "ontvangsten", "productie"].contains(name.lowercased())
  }
}
