/// Invoices in UBL for the tests, made up from nothing.
enum Invoices {
  /// 100.00 and −10.00 of lines, 5.00 of charges, 9 % of VAT (8.55): 103.55.
  static func text(
    isCredit: Bool = false, profile: String = "urn:fdc:nen.nl:nlcius:v1.0",
    seller: String = Invoices.seller
  ) -> String {
    let kind = isCredit ? "CreditNote" : "Invoice"
    let type =
      isCredit
      ? "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>"
      : "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(kind) xmlns="urn:oasis:names:specification:ubl:schema:xsd:\(kind)-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
        <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#\(profile)</cbc:CustomizationID>
        <cbc:ID>F-17</cbc:ID><cbc:IssueDate>2025-02-03</cbc:IssueDate>\(type)<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:AccountingCost>KANTINE</cbc:AccountingCost>
        <cac:AccountingSupplierParty><cac:Party>\(seller)</cac:Party></cac:AccountingSupplierParty>
        <cac:AccountingCustomerParty><cac:Party><cbc:EndpointID schemeID="0208">0000000097</cbc:EndpointID><cac:PostalAddress><cbc:PostalZone>9000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>BE</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>Buurtbedrijf (fictief)</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
        <cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:PostalZone>1111AA</cbc:PostalZone></cac:Address></cac:DeliveryLocation></cac:Delivery>
        <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>NL00WIJK0000000003</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
        <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">8.55</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">95.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">8.55</cbc:TaxAmount></cac:TaxSubtotal></cac:TaxTotal>
        <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">99.00</cbc:TaxAmount></cac:TaxTotal>
        <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">90.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">95.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">103.55</cbc:TaxInclusiveAmount><cbc:ChargeTotalAmount currencyID="EUR">5.00</cbc:ChargeTotalAmount><cbc:PrepaidAmount currencyID="EUR">3.55</cbc:PrepaidAmount><cbc:PayableAmount currencyID="EUR">100.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
        <cac:\(kind)Line><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">100</cbc:LineExtensionAmount><cac:Item><cbc:Name>Brood</cbc:Name></cac:Item></cac:\(kind)Line>
        <cac:\(kind)Line><cbc:ID>2</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">-10.00</cbc:LineExtensionAmount><cbc:AccountingCost>ZAAL</cbc:AccountingCost><cac:Item><cbc:Name>Korting</cbc:Name><cac:AdditionalItemProperty><cbc:Name>Kleur</cbc:Name></cac:AdditionalItemProperty></cac:Item></cac:\(kind)Line>
      </\(kind)>

      """
  }

  static let seller = """
    <cac:PartyName><cbc:Name>Buurtbakker (fictief)</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>Ovenstraat 7</cbc:StreetName><cbc:PostalZone>9999XB</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>NL000000000B00</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme><cbc:CompanyID>999</cbc:CompanyID><cac:TaxScheme><cbc:ID>LOC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>Buurtbakker BV (fictief)</cbc:RegistrationName><cbc:CompanyID schemeID="0106">00000003</cbc:CompanyID></cac:PartyLegalEntity>
    """
}
