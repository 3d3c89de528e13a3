import ImpactModel

/// By what two parties are known to be one, the strongest first.
public enum PartyKey: String, Sendable, Hashable, CaseIterable {
  /// A row of the table `parties` says so.
  case row
  /// The number in the trade register.
  case commerceNumber
  /// The VAT number.
  case taxNumber
  /// The bank account.
  case bankAccount
  /// The number and the name in the books of one organisation.
  case bookNumber
  /// The name and the postcode.
  case nameAndPostcode

  /// What readers see: `trade register number`.
  public var label: Text {
    switch self {
    case .row: Text("row of the table “parties”", nl: "rij van de tabel ‘parties’")
    case .commerceNumber: Text("trade register number", nl: "nummer in het handelsregister")
    case .taxNumber: Text("VAT number", nl: "btw-nummer")
    case .bankAccount: Text("bank account", nl: "bankrekening")
    case .bookNumber: Text("number and name in the books", nl: "nummer en naam in de boeken")
    case .nameAndPostcode: Text("name and postcode", nl: "naam en postcode")
    }
  }
}

/// Parties of the books that were taken for one, and by which key.
public struct PartyMerge: Sendable, Hashable {
  /// The key that they share.
  public let key: PartyKey
  /// Those that have it, by file and number.
  public let members: [PartyReference]
  /// The rows of the table `parties` that say so, of a merge by row.
  public let rows: [String]
}

/// Parties that share a key and were not taken for one.
public struct PartyConflict: Sendable, Hashable {
  /// Why they were not.
  public enum Cause: String, Sendable, Hashable {
    /// They have different numbers in the trade register.
    case commerceNumbers
    /// They have different VAT numbers.
    case taxNumbers
    /// A row of the table `parties` says that they are not one.
    case refused
  }

  /// The key that they share.
  public let key: PartyKey
  /// Why they are not one.
  public let cause: Cause
  /// Those that share it, by file and number.
  public let members: [PartyReference]
  /// The rows that refuse, of a merge that was refused.
  public let rows: [String]
}
