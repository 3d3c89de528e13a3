/// The names of the elements of an audit file that matter.
enum AuditFileWord: String, CaseIterable {
  case companyNumber = "Commercenr"
  case rgsCode = "RGScode"
  case accDesc
  case accID
  case accTp
  case amnt
  case amntTp
  case bankAccNr
  case bankAccount
  case commerceNr
  case company
  case companyIdent
  case companyName
  case cost
  case costID
  case country
  case curCode
  case custSupID
  case custSupName
  case customerSupplier
  case customerSupplierHistory
  case customersSuppliers
  case endDate
  case generalLedger
  case glAccountHistory
  case header
  case journal
  case jrnID
  case jrnTp
  case ledgerAccount
  case linesCount
  case nr
  case obLine
  case offsetAccID
  case openingBalance
  case postalAddress
  case postalCode
  case projID
  case project
  case startDate
  case streetAddress
  case taxRegIdent
  case totalCredit
  case totalDebit
  case trDt
  case trLine
  case transaction
  case transactions

  /// The words as the file writes them, in the order of the cases.
  static let texts = allCases.map(\.rawValue)
}
