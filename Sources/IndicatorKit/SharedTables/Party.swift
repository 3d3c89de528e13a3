/// A business or person that the organisation pays: adds to what the books say of it.
public struct Party: TableRow {
  /// The table `parties`.
  public static let table = TableCard(
    id: "parties", title: Text("Parties", nl: "Partijen"),
    summary: Text(
      "Where those that you pay really are, where your books do not say so or say it otherwise.",
      nl: "Waar degenen die u betaalt echt zitten, als uw boekhouding dat niet of anders zegt."))

  /// The identifier of the row.
  @Column("Id", nl: "Id", example: "bakery") public var id: RowID
  /// The name.
  @Column("Name", nl: "Naam", example: "Buurtbakker") public var name: String
  /// The number under which the books know the party.
  @Column(
    "Number in the books", nl: "Nummer in de boekhouding",
    help: Text(
      "The supplier number in your bookkeeping program.",
      nl: "Het crediteurnummer in uw boekhoudprogramma."), example: "S001",
    aliases: ["crediteurnummer", "supplier number"])
  public var bookNumber: String?
  /// The number in the trade register.
  @Column("Trade register number", nl: "KvK-nummer", example: "12345678", aliases: ["kvk", "kbo"])
  public var commerceNumber: String?
  /// The postcode of the place that delivers.
  @Column("Postcode", nl: "Postcode", example: "9999 AB") public var postcode: Postcode?

  /// Makes the declaration.
  public init() {}
}
