/// What a party is, where that tells to whom money leaks.
public enum PartyKind: String, Choice {
  /// A chain with its seat elsewhere.
  case chain
  /// Gas, water, electricity and heat.
  case energy
  /// A landlord.
  case landlord
  /// A bank.
  case bank
  /// The state: taxes, levies, permits.
  case state
  /// Anything else.
  case other

  /// What readers see.
  public var label: Text {
    switch self {
    case .chain: Text("Chain", nl: "Keten")
    case .energy: Text("Energy and water", nl: "Energie en water")
    case .landlord: Text("Landlord", nl: "Verhuurder")
    case .bank: Text("Bank", nl: "Bank")
    case .state: Text("State", nl: "Overheid")
    case .other: Text("Other", nl: "Anders")
    }
  }
}

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
  /// The file in which the books know it so.
  @Column(
    "Only in file", nl: "Alleen in bestand",
    help: Text(
      "A file of the folder books, where one number or name stands for different parties.",
      nl: "Een bestand uit de map books, als één nummer of naam voor verschillende partijen staat."
    ), example: "2025.xaf")
  public var bookFile: String?
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
  /// The postcode of its invoices.
  @Column(
    "Invoice postcode", nl: "Postcode factuur",
    help: Text(
      "The address on its bills; leave empty where the books have it right.",
      nl: "Het adres op de rekeningen; leeg laten als het in de boekhouding klopt."),
    example: "1234 AB")
  public var invoicePostcode: Postcode?
  /// The postcode of its registered seat.
  @Column(
    "Seat postcode", nl: "Postcode zetel",
    help: Text(
      "The registered seat, as the trade register has it.",
      nl: "De statutaire zetel, zoals in het handelsregister."), example: "1234 AB")
  public var seatPostcode: Postcode?
  /// The country of its registered seat.
  @Column(
    "Seat country", nl: "Land zetel",
    help: Text(
      "Two letters, where the seat is in another country: LU.",
      nl: "Twee letters, als de zetel in een ander land is: LU."), example: "NL")
  public var seatCountry: String?
  /// The postcode of its owner's home.
  @Column(
    "Owner’s postcode", nl: "Postcode eigenaar",
    help: Text(
      "Where the owner lives, or where the group behind it has its seat. Never shown.",
      nl: "Waar de eigenaar woont, of waar het concern erachter zetelt. Wordt nooit getoond."),
    example: "1234 AB")
  public var ownerPostcode: Postcode?
  /// The country of its owner's home.
  @Column(
    "Owner’s country", nl: "Land eigenaar",
    help: Text(
      "Two letters, where the owner is in another country: US.",
      nl: "Twee letters, als de eigenaar in een ander land zit: US."), example: "NL")
  public var ownerCountry: String?
  /// What it is.
  @Column(
    "Kind of party", nl: "Soort partij",
    help: Text(
      "Tells to whom money leaks; leave empty where none of these fits.",
      nl: "Zegt naar wie geld weglekt; leeg laten als niets past."), example: "other")
  public var kind: PartyKind?
  /// Who owns it.
  @Column(
    "Owner", nl: "Eigenaar",
    help: Text(
      "The business or group behind it; the same words for parties of one owner. Never shown.",
      nl: "Het bedrijf of concern erachter; dezelfde woorden bij partijen van één eigenaar. Wordt "
        + "nooit getoond."), example: "Bakkersgroep", aliases: ["concern"])
  public var owner: String?
  /// The categories that it sells.
  @Column(
    "Sells", nl: "Verkoopt",
    help: Text(
      "What you could buy there: accounts of your books by number or name, parted by semicolons.",
      nl: "Wat u er zou kunnen kopen: grootboekrekeningen met nummer of naam, met puntkomma's "
        + "ertussen."), example: "4400; Catering")
  public var sells: String?
  /// Whether it is a small firm.
  @Column(
    "Small firm", nl: "Klein bedrijf",
    help: Text(
      "Fewer than 50 people work there.", nl: "Er werken minder dan 50 mensen."), example: "yes")
  public var isSmall: Bool?
  /// Whether it is a social enterprise.
  @Column(
    "Social enterprise", nl: "Sociale onderneming",
    help: Text(
      "It exists for a purpose in society: a co-operative, foundation or social firm.",
      nl: "Het bestaat voor een maatschappelijk doel: een coöperatie, stichting of sociale firma."),
    example: "no")
  public var isSocial: Bool?
  /// The rows that speak of the same party.
  @Column(
    "Same as", nl: "Zelfde als",
    help: Text(
      "Ids of rows that are this very party, parted by semicolons; they count as one.",
      nl: "Id’s van rijen die dezelfde partij zijn, met puntkomma’s ertussen; ze tellen als één."),
    example: "bakery2")
  public var sameAs: String?
  /// The rows that speak of another party.
  @Column(
    "Not the same as", nl: "Niet zelfde als",
    help: Text(
      "Ids of rows that are somebody else, though they share a number or an account.",
      nl: "Id’s van rijen die een ander zijn, ook al delen ze een nummer of rekening."),
    example: "holding")
  public var notSameAs: String?

  /// Makes the declaration.
  public init() {}

  /// The identifiers in a list that semicolons, commas or spaces part.
  public static func rows(in list: String?) -> [String] {
    (list ?? "").split { $0 == ";" || $0 == "," || $0.isWhitespace }.map(String.init)
  }
}
