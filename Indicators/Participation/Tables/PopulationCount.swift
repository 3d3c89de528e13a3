import IndicatorKit

/// A group of residents that could take part.
enum PopulationGroup: String, Choice {
  case everyone
  case under15 = "age_0_14"
  case from15 = "age_15_24"
  case from25 = "age_25_44"
  case from45 = "age_45_64"
  case from65 = "age_65_plus"
  case women
  case men
  case otherGender = "other_gender"
  case lowerEducation = "education_low"
  case middleEducation = "education_middle"
  case higherEducation = "education_high"

  /// The age group that it is, where it is one.
  var ageGroup: AgeGroup? { AgeGroup(rawValue: rawValue) }

  /// The level of education that it is, where it is one.
  var education: Education? { Education(rawValue: rawValue) }

  /// The gender that it is, where it is one.
  var gender: Gender? {
    switch self {
    case .women: .woman
    case .men: .man
    case .otherGender: .other
    default: nil
    }
  }

  var label: Text {
    switch self {
    case .everyone: Text("Everyone", nl: "Iedereen")
    case .women: Text("Women", nl: "Vrouwen")
    case .men: Text("Men", nl: "Mannen")
    case .otherGender: Text("Other gender", nl: "Ander geslacht")
    default: ageGroup?.label ?? education?.label ?? Text(verbatim: rawValue)
    }
  }

  var aliases: [String] {
    switch self {
    case .everyone: ["totaal", "alle inwoners", "all", "total"]
    default: ageGroup?.aliases ?? education?.aliases ?? []
    }
  }
}

/// How many residents of one group could take part.
struct PopulationCount: TableRow {
  static let table = TableCard(
    id: "population", title: Text("Population", nl: "Bevolking"),
    summary: Text(
      "How many residents could take part, per group: one row per group and year.",
      nl: "Hoeveel buurtbewoners mee konden doen, per groep: één rij per groep en jaar."))

  @Column(
    "Group", nl: "Groep",
    help: Text(
      "Everyone, an age group, a gender or a level of education; list only those who could take part.",
      nl:
        "Iedereen, een leeftijdsgroep, een geslacht of een opleidingsniveau; noem alleen wie mee kon doen."
    ),
    example: "45-64", aliases: ["leeftijdsgroep", "bevolkingsgroep"])
  var group: PopulationGroup
  @Column(
    "Residents", nl: "Inwoners", unit: .people, bounds: 0...20_000_000,
    help: Text(
      "How many live in the neighbourhood.", nl: "Hoeveel er in de buurt wonen."),
    example: "910", aliases: ["aantal", "people", "mensen", "bewoners"])
  var people: Int
  @Column(
    "Year", nl: "Jaar", bounds: 1990...2100,
    help: Text("The year of the count.", nl: "Het jaar van de telling."), example: "2025",
    aliases: ["peiljaar"])
  var year: Int
  @Column(
    "Source", nl: "Bron",
    help: Text("Who counted.", nl: "Wie er telde."),
    example: "CBS, Kerncijfers wijken en buurten 2025")
  var source: String?
}
