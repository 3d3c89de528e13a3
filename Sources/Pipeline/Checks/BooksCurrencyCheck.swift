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
        help: Text(
          "Mend the currency in project.yaml, or take these books away.",
          nl: "Verbeter de munt in project.yaml, of haal deze boekhouding weg."),
        at: Address(file: book.file))
    }
  }
}
