import ImpactModel

/// The books are kept in the currency of the report.
enum BooksCurrencyCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let currency = project.description.currency
    let books = project.ledger?.books ?? []
    return books.filter { $0.currency != currency }.map { book in
      Finding(
        "books.other_currency", .error,
        Text(
          "These books are kept in \(book.currency), the report is made in \(currency).",
          nl: "Deze boekhouding is in \(book.currency), het verslag in \(currency)."),
        help: book.form == .invoices ? invoice(currency) : otherBooks, at: Address(file: book.file))
    }
  }

  private static let otherBooks = Text(
    "Mend the currency in project.yaml, or take these books away.",
    nl: "Verbeter de munt in project.yaml, of haal deze boekhouding weg.")

  /// An invoice in another currency was paid in that of the account.
  private static func invoice(_ currency: Currency) -> Text {
    Text(
      "Take the bank statements as the basis (books: basis: bank), which have what was paid in "
        + "\(currency); or move the invoice out of the folder and put what was paid in the books or "
        + "the table “payments” that you use instead.",
      nl:
        "Neem de bankafschriften als basis (books: basis: bank): die hebben wat in \(currency) is "
        + "betaald; of haal de factuur uit de map en zet wat is betaald in de boekhouding of de "
        + "tabel ‘payments’ die u in plaats daarvan gebruikt.")
  }
}
