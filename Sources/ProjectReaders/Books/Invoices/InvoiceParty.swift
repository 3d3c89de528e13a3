import ImpactModel

/// The seller or the buyer of an invoice, as far as it was read.
struct InvoiceParty {
  private var name = ""
  private var registeredName = ""
  private var number: (text: String, scheme: String?)?
  private var endpoint: (text: String, scheme: String?)?
  private var taxNumber: String?
  private var openTaxNumber: String?
  private(set) var postcode: String?
  private(set) var country: String?
  var iban: String?

  /// The registers whose numbers an endpoint may have: KvK and KBO.
  private static let registers = ["0106", "0208"]

  /// Takes a value of the party, by its element and the one around it.
  mutating func take(
    _ name: String, in parent: String, around: String, _ text: String,
    scheme: String?
  ) {
    switch (parent, name) {
    case ("PartyName", "Name"): self.name = text
    case ("PartyLegalEntity", "RegistrationName"): registeredName = text
    case ("PartyLegalEntity", "CompanyID"): number = (text, scheme)
    case ("Party", "EndpointID"): endpoint = (text, scheme)
    case ("PostalAddress", "PostalZone"): postcode = text
    case ("Country", "IdentificationCode") where around == "PostalAddress": country = text
    case ("PartyTaxScheme", "CompanyID"): openTaxNumber = text
    // A party may have numbers under other taxes too; only that of VAT identifies it.
    case ("TaxScheme", "ID") where around == "PartyTaxScheme" && text.uppercased() == "VAT":
      taxNumber = openTaxNumber
    default: break
    }
  }

  /// Whether the invoice names it.
  var isNamed: Bool { !name.isEmpty || !registeredName.isEmpty }

  /// The name under which it trades, else the one that is registered.
  var shownName: String { name.isEmpty ? registeredName : name }

  /// The party of the ledger; the number of the register, else an endpoint that is one.
  func party(book: String, id: String) -> LedgerParty {
    var own = number
    if let endpoint, let scheme = endpoint.scheme, InvoiceParty.registers.contains(scheme),
      !InvoiceParty.registers.contains(own?.scheme ?? "")
    {
      own = endpoint
    }
    return LedgerParty(
      book: book, id: id, name: shownName, commerceNumber: own?.text, taxNumber: taxNumber,
      postcode: postcode, country: country, iban: iban, registerCode: own?.scheme)
  }
}
