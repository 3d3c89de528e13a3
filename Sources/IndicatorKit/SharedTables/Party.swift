/// A business or person that the organisation pays: adds to what the books say of it.
public struct Party: TableRow {
  /// The table `parties`.
  public static let table = TableCard(
    id: "parties", title: Text("Parties", nl: "Partijen"),
    summary: Text(
      "Where those that you pay really are, where your books do not say so or say it otherwise.",
      nl: "Waar degenen die u betaalt echt zitten, als uw boekhouding dat niet of anders zegt."))

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "bakery")
  public var id: RowID
  /// The name.
  @Column(
    "Name", nl: "Naam",
    help: Text("The name as you know it.", nl: "De naam zoals u die kent."), example: "Buurtbakker")
  public var name: String
  /// The number under which the books know the party.
  @Column(
    "Number in the books", nl: "Nummer in de boekhouding",
    help: Text(
      "The supplier number in your bookkeeping program.",
      nl: "Het crediteurnummer in uw boekhoudprogramma."), example: "S001",
    aliases: ["crediteurnummer", "supplier number"])
  public var bookNumber: String?
  /// The number in the trade register.
  @Column(
    "Trade register number", nl: "KvK-nummer",
    help: Text(
      "It tells parties of one name apart; leave empty where it is not known.",
      nl: "Het onderscheidt partijen met dezelfde naam; leeg laten als het niet bekend is."),
    example: "12345678", aliases: ["kvk", "kbo"])
  public var commerceNumber: String?
  /// The postcode of the place that delivers.
  @Column(
    "Postcode", nl: "Postcode",
    help: Text(
      "Where the work is done, not where the bills come from.",
      nl: "Waar het werk wordt gedaan, niet waar de rekeningen vandaan komen."), example: "9999 AB")
  public var postcode: Postcode?

  /// Makes the declaration.
  public init() {}
}
