import IndicatorKit

/// A vote of residents on which projects a budget is spent.
struct Voting: TableRow {
  static let table = TableCard(
    id: "votings", title: Text("Participatory budgets", nl: "Burgerbegrotingen"),
    summary: Text(
      "Votes of residents on the spending of a budget, one per row; voters are counted and never kept.",
      nl:
        "Stemmingen van bewoners over de besteding van een budget, één per rij; kiezers worden geteld en nooit bewaard."
    ),
    date: "date")

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "v1")
  var id: RowID
  @Column(
    "Date", nl: "Datum",
    help: Text("The last day of the voting.", nl: "De laatste dag van de stemming."),
    example: "2025-06-15")
  var date: Day
  @Column(
    "Title", nl: "Titel", help: Text("What the voting is called.", nl: "Hoe de stemming heet."),
    example: "Buurtbudget 2025")
  var title: String
  @Column(
    "Budget", nl: "Budget", unit: .money, bounds: 0...1e12,
    help: Text("The money that was divided.", nl: "Het geld dat verdeeld is."), example: "20000")
  var budget: Double
  @Column(
    "Ballots", nl: "Stembiljetten", bounds: 0...1e9,
    help: Text(
      "How many people cast a ballot.", nl: "Hoeveel mensen hun stem hebben uitgebracht."),
    example: "412", aliases: ["stemmen", "votes"])
  var ballots: Int
  @Column(
    "Ballots on paper", nl: "Biljetten op papier", bounds: 0...1e9,
    help: Text(
      "How many of the ballots were on paper; leave empty where it is not known of each.",
      nl: "Hoeveel van de biljetten op papier waren; leeg laten als het niet van elk bekend is."),
    example: "58", aliases: ["op papier", "papier"])
  var paper: Int?
  @Column(
    "Proposals handed in", nl: "Ingediende voorstellen", bounds: 0...1e9,
    help: Text(
      "How many proposals residents handed in, before it was judged which are admissible.",
      nl:
        "Hoeveel voorstellen bewoners indienden, voordat beoordeeld is welke ontvankelijk zijn."),
    example: "31", aliases: ["voorstellen", "ingediend", "proposals"])
  var proposals: Int?
  @Column(
    "Choices on all ballots", nl: "Keuzes op alle biljetten", bounds: 0...1e12,
    help: Text(
      "How many projects stand on all ballots together; a `.pb` file fills it in.",
      nl: "Hoeveel projecten er op alle biljetten samen staan; een `.pb`-bestand vult dit in."),
    example: "1030", aliases: ["aantal keuzes"])
  var choices: Int?
  @Column(
    "Voters with a chosen project", nl: "Kiezers met een gekozen project", bounds: 0...1e9,
    help: Text(
      "How many ballots name at least one project that gets the money.",
      nl: "Op hoeveel biljetten minstens één project staat dat het geld krijgt."), example: "371",
    aliases: ["kiezers met winnaar"])
  var withWinner: Int?
  @Column(
    "Inequality of satisfaction", nl: "Ongelijkheid van tevredenheid", bounds: 0...1,
    help: Text(
      "The Gini coefficient of the number of chosen projects on each ballot; a `.pb` file fills it in.",
      nl:
        "De Gini-coëfficiënt van het aantal gekozen projecten op elk biljet; een `.pb`-bestand vult dit in."
    ), example: "0,32", aliases: ["gini"])
  var inequality: Double?
}

/// A project that was put to the vote.
struct VotingProject: TableRow {
  static let table = TableCard(
    id: "voting_projects",
    title: Text("Projects put to the vote", nl: "Projecten in stemming"),
    summary: Text(
      "What residents could vote for, what it costs, and whether it was chosen.",
      nl: "Waar bewoners op konden stemmen, wat het kost, en of het gekozen is."))

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "p1")
  var id: RowID
  @Column(
    "Voting", nl: "Stemming", references: "votings",
    help: Text(
      "The identifier in the table of participatory budgets.",
      nl: "Het id in de tabel met burgerbegrotingen."), example: "v1")
  var voting: RowID
  @Column(
    "Title", nl: "Titel", help: Text("What the project is.", nl: "Wat het project is."),
    example: "Moestuin")
  var title: String?
  @Column(
    "Cost", nl: "Kosten", unit: .money, bounds: 0...1e12,
    help: Text("What the project costs.", nl: "Wat het project kost."), example: "5000")
  var cost: Double
  @Column(
    "Votes", nl: "Stemmen", bounds: 0...1e9,
    help: Text(
      "How many ballots name it, whatever the points; a `.pb` file fills it in.",
      nl: "Op hoeveel biljetten het staat, hoeveel punten ook; een `.pb`-bestand vult dit in."),
    example: "143", aliases: ["aantal stemmen"])
  var votes: Int?
  @Column(
    "Chosen", nl: "Gekozen",
    help: Text(
      "Whether it gets the money; leave empty where that is not known.",
      nl: "Of het geld krijgt; leeg laten als dat niet bekend is."),
    example: "ja", aliases: ["selected", "winnaar"])
  var isChosen: Bool?
}
