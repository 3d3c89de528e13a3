import IndicatorKit

/// A cost category of the project's own: which accounts belong together, and to whom they leak.
public struct CostCategoryRow: TableRow {
  /// The table `cost_categories`.
  public static let table = TableCard(
    id: "cost_categories", title: Text("Cost categories", nl: "Kostensoorten"),
    summary: Text(
      "Which accounts of the books belong together when the leaks are shown; without it the codes of "
        + "the Dutch reference chart of accounts (RGS) in the books count, else each account.",
      nl:
        "Welke rekeningen bij elkaar horen als de lekken worden getoond; zonder deze tabel tellen "
        + "de RGS-codes in de boekhouding, en anders elke rekening."))

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "k1")
  public var id: RowID
  /// The accounts.
  @Column(
    "Account", nl: "Rekening",
    help: Text(
      "The number or the name of an account, or the start of its number and a star: 42*.",
      nl: "Het nummer of de naam van een rekening, of het begin van het nummer en een ster: 42*."),
    example: "42*")
  public var account: String
  /// The category.
  @Column(
    "Category", nl: "Kostensoort",
    help: Text(
      "What the accounts are together; rows with the same words are one category.",
      nl: "Wat de rekeningen samen zijn; rijen met dezelfde woorden zijn één soort."),
    example: "Housing")
  public var category: String
  /// To whom it goes.
  @Column(
    "Leaks to", nl: "Lekt naar",
    help: Text(
      "To whom these costs go where the table parties does not say; costs without a supplier’s name "
        + "then count as leaving.",
      nl:
        "Naar wie deze kosten gaan als de tabel parties het niet zegt; kosten zonder naam van een "
        + "leverancier tellen dan als weglekkend."),
    example: "landlord")
  public var destination: PartyKind?

  /// Makes the declaration.
  public init() {}
}
