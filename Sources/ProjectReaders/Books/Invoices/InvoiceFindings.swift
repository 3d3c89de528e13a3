import ImpactModel

/// The findings of invoices, in words.
enum InvoiceFindings {
  static func totals(_ names: [String], at address: Address) -> Finding {
    let list = names.joined(separator: ", ")
    return Finding(
      "ledger.totals", .error,
      Text(
        "These totals of the invoice do not follow from its lines and its other totals: \(list).",
        nl: "Deze totalen van de factuur volgen niet uit de regels en de andere totalen: \(list)."),
      help: Text(
        "Ask the seller for a correct invoice.", nl: "Vraag de verkoper om een juiste factuur."),
      at: address)
  }

  static func creditAsInvoice(at address: Address) -> Finding {
    Finding(
      "ledger.type_code", .error,
      Text(
        "The invoice calls itself a credit note (381), which must be a CreditNote.",
        nl: "De factuur noemt zich een creditnota (381), en dat moet een CreditNote zijn."),
      help: Text(
        "Ask the seller for a credit note in the right form.",
        nl: "Vraag de verkoper om een creditnota in de juiste vorm."), at: address)
  }
}
