import IndicatorKit

/// What a criterion of a participation process is about: the three stages of the OECD.
enum ReviewStage: String, Choice {
  case design
  case experience
  case pathways

  var label: Text {
    switch self {
    case .design: Text("Integrity of the design", nl: "Zuivere opzet")
    case .experience: Text("Experience of taking part", nl: "Hoe het meedoen ging")
    case .pathways: Text("Pathways to impact", nl: "Wegen naar resultaat")
    }
  }

  var aliases: [String] {
    switch self {
    case .design: ["opzet", "process design"]
    case .experience: ["beleving", "deliberative experience"]
    case .pathways: ["resultaat", "doorwerking", "impact"]
    }
  }
}

/// How far a criterion was met.
enum ReviewVerdict: String, Choice {
  case met
  case partly
  case notMet = "not_met"

  var label: Text {
    switch self {
    case .met: Text("Met", nl: "Gehaald")
    case .partly: Text("Partly met", nl: "Deels gehaald")
    case .notMet: Text("Not met", nl: "Niet gehaald")
    }
  }

  var aliases: [String] {
    switch self {
    case .met: ["ja", "yes", "voldaan"]
    case .partly: ["deels", "gedeeltelijk"]
    case .notMet: ["nee", "no", "niet voldaan"]
    }
  }
}

/// A criterion by which a participation process was judged.
///
/// OECD, Evaluation Guidelines for Representative Deliberative Processes, 2021: the stages, and that
/// an evaluation is independent and rests on evidence.
struct ProcessReview: TableRow {
  static let table = TableCard(
    id: "process_reviews",
    title: Text("Reviews of processes", nl: "Beoordelingen van processen"),
    summary: Text(
      "Criteria by which a participation process was judged, one per row, with the verdict and what it rests on.",
      nl:
        "Criteria waarop een participatieproces beoordeeld is, één per rij, met het oordeel en waar dat op rust."
    ),
    date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day of the review.", nl: "De dag van de beoordeling."),
    example: "2025-11-20")
  var date: Day
  @Column(
    "Process", nl: "Proces",
    help: Text("Which process was judged.", nl: "Welk proces beoordeeld is."),
    example: "Buurtberaad speelplek", aliases: ["traject"])
  var process: String
  @Column(
    "Stage", nl: "Onderdeel",
    help: Text(
      "The integrity of the design, the experience of taking part, or the pathways to impact.",
      nl: "De zuivere opzet, hoe het meedoen ging, of de wegen naar resultaat."),
    example: "opzet", aliases: ["block", "blok"])
  var stage: ReviewStage
  @Column(
    "Criterion", nl: "Criterium",
    help: Text("What was asked of the process.", nl: "Wat van het proces gevraagd werd."),
    example: "Neutrale vraagstelling", aliases: ["criteria", "vraag"])
  var criterion: String
  @Column(
    "Verdict", nl: "Oordeel",
    help: Text("Met, partly met or not met.", nl: "Gehaald, deels gehaald of niet gehaald."),
    example: "gehaald", aliases: ["score"])
  var verdict: ReviewVerdict
  @Column(
    "Evidence", nl: "Bewijs",
    help: Text(
      "A link or a document that shows it; leave empty where there is none.",
      nl: "Een link of stuk waaruit het blijkt; leeg laten als dat er niet is."),
    example: "https://example.org/verslag", aliases: ["bron", "onderbouwing", "link"])
  var evidence: String?
  @Column(
    "Independent", nl: "Onafhankelijk",
    help: Text(
      "Whether somebody judged who had no part in the process; leave empty where it is not known.",
      nl:
        "Of iemand oordeelde die niet bij het proces betrokken was; leeg laten als het niet bekend is."
    ),
    example: "ja")
  var isIndependent: Bool?
}
