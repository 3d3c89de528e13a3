/// Words, English and Dutch, by which a check knows what an author writes about.
struct Vocabulary: Sendable {
  /// Parts of words, found anywhere: Dutch writes words together.
  let parts: [String]
  /// Whole words, too short to look for inside others.
  let whole: [String]

  init(parts: [String], whole: [String] = []) {
    self.parts = parts
    self.whole = whole
  }

  /// Whether one of the words occurs in a text, in capitals or not.
  func occurs(in text: String) -> Bool { first(in: text) != nil }

  /// The first of the words that occurs in a text.
  func first(in text: String) -> String? {
    let small = text.lowercased()
    if let part = parts.first(where: { small.contains($0) }) { return part }
    let words = Set(small.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return whole.first { words.contains($0) }
  }

  /// Units that count people.
  static let people = Vocabulary(
    parts: [
      "people", "person", "resident", "participant", "volunteer", "member", "client", "neighbour",
      "child", "adult", "visitor", "student", "employee", "mensen", "bewoner", "deelnemer",
      "vrijwillig", "cliënt", "jongere",
      "kinderen", "oudere", "buren", "omwonende", "bezoeker", "leerling", "medewerker",
    ],
    whole: ["leden"])

  /// Units that count what was done, not what changed.
  static let outputs = Vocabulary(
    parts: [
      "visit", "meeting", "workshop", "session", "flyer", "leaflet", "bezoek", "bijeenkomst",
      "sessie", "evenement", "consult", "activiteit", "activities", "training", "deelname",
    ],
    whole: ["event", "events"])

  /// Flows of money through an economy.
  static let moneyFlow = Vocabulary(
    parts: [
      "turnover", "revenue", "multiplier", "gross domestic", "value added", "gross value",
      "omzet", "bruto binnenlands", "toegevoegde waarde", "geldstroom", "economic impact",
    ],
    whole: ["gdp", "gva", "bbp", "lm3"])

  /// The clause in procurement.
  static let socialReturn = Vocabulary(
    parts: ["bouwblok", "inspanningswaarde", "social-return", "sociaal rendement"],
    whole: [])

  /// Money that only changes hands.
  static let transfers = Vocabulary(
    parts: ["subsid", "donati", "sponsor", "fondsenwerving", "fundrais"],
    whole: ["grant", "grants", "legaat"])

  /// Health and income, which wellbeing valuation holds already.
  static let healthAndIncome = Vocabulary(
    parts: [
      "health", "medic", "hospital", "depress", "income", "salary", "earnings", "gezond",
      "zorgkosten", "zorggebruik", "thuiszorg", "jeugdzorg",
      "huisarts", "ziekenhuis", "inkomen", "salaris", "uitkering",
    ],
    whole: ["care", "zorg", "wage", "wages", "loon", "ggz", "qaly", "gp"])

  /// Sources that are the author's own.
  static let ownEstimate = Vocabulary(
    parts: [
      "own estimate", "own assumption", "our estimate", "eigen raming", "eigen schatting",
      "eigen aanname", "eigen inschatting",
    ])

  /// People who give their time.
  static let volunteers = Vocabulary(parts: ["volunteer", "vrijwillig"])
}
