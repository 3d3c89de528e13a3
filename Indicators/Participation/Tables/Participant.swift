import IndicatorKit

/// One person at one gathering.
struct Participant: TableRow {
  static let table = TableCard(
    id: "participants", title: Text("Participants", nl: "Deelnemers"),
    summary: Text(
      "Who came to which gathering: one row per person and gathering.",
      nl: "Wie er bij welke bijeenkomst was: één rij per persoon en bijeenkomst."))

  @Column(
    "Gathering", nl: "Bijeenkomst", references: "gatherings",
    help: Text("The id of the gathering.", nl: "Het id van de bijeenkomst."), example: "g1")
  var gathering: RowID
  @Column(
    "Person", nl: "Persoon",
    help: Text(
      "A name or number, the same at every gathering; it is replaced by a code on reading and never stored.",
      nl:
        "Een naam of nummer, bij elke bijeenkomst hetzelfde; dat wordt bij het lezen vervangen door een code en nooit bewaard."
    ),
    example: "D-017", aliases: ["deelnemer", "naam"])
  var person: PersonKey
  @Column(
    "Age group", nl: "Leeftijdsgroep",
    help: Text("Leave empty where it is not known.", nl: "Leeg laten als die niet bekend is."),
    example: "45-64", aliases: ["leeftijd", "age"])
  var ageGroup: AgeGroup?
  @Column(
    "Gender", nl: "Geslacht",
    help: Text("Leave empty where it is not known.", nl: "Leeg laten als dat niet bekend is."),
    example: "vrouw", aliases: ["gender", "m/v/x"])
  var gender: Gender?
  @Column(
    "Education", nl: "Opleiding",
    help: Text(
      "The highest level that was finished; leave empty where it is not known.",
      nl: "De hoogste afgeronde opleiding; leeg laten als die niet bekend is."),
    example: "mbo", aliases: ["opleidingsniveau", "hoogste opleiding", "level of education"])
  var education: Education?
  @Column(
    "Lives in the neighbourhood", nl: "Woont in de buurt",
    help: Text(
      "Yes or no; leave empty where it is not known.",
      nl: "Ja of nee; leeg laten als het niet bekend is."),
    example: "ja", aliases: ["buurtbewoner", "resident"])
  var livesHere: Bool?
  @Column(
    "Speaking turns", nl: "Spreekbeurten", bounds: 0...10_000,
    help: Text(
      "How often the person spoke; 0 for who did not, and empty where nobody counted.",
      nl: "Hoe vaak de persoon sprak; 0 voor wie dat niet deed, en leeg als niemand telde."),
    example: "3", aliases: ["beurten", "spreekbeurt", "turns"])
  var turns: Int?
}
