import IndicatorKit

extension AvoidedEmissions {
  static let rule = Text(
    "footprint before use of the things fixed × share that a repair prevents",
    nl: "voetafdruk vóór gebruik van de gerepareerde spullen × deel dat een reparatie voorkomt")

  static let limits = Text(
    "Approximate, meant to teach: materials for the repair, gains in efficiency of newer things and differences in transport are left out, and some factors rest on a single product.",
    nl:
      "Een benadering, bedoeld om van te leren: materiaal voor de reparatie, zuiniger nieuwe spullen en verschillen in vervoer tellen niet mee, en sommige factoren rusten op één product."
  )

  static let noDisplacement = Text(
    "no parameter says which share of a footprint a repair prevents on the last day of the period",
    nl:
      "geen parameter zegt welk deel van een voetafdruk een reparatie op de laatste dag van de periode voorkomt"
  )

  static let noFootprints = Text(
    "of nothing that was fixed is the footprint known",
    nl: "van niets dat gerepareerd is, is de voetafdruk bekend")

  static let noWeights = Text(
    "of nothing that was fixed is the weight known, nor the mean of its kind",
    nl: "van niets dat gerepareerd is, is het gewicht bekend, en ook niet het soortgemiddelde")

  static func withoutFootprint(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) things fixed no footprint is known; they are not in this figure. Fill in the kind, or the weight and whether it is powered.",
      nl:
        "Van \(count) van de \(all) gerepareerde spullen is geen voetafdruk bekend; die zitten niet in dit cijfer. Vul de soort in, of het gewicht en of het elektrisch is."
    )
  }

  static func withoutWeight(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) things fixed no weight is known, nor the mean of their kind; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) gerepareerde spullen is geen gewicht bekend, en ook geen soortgemiddelde; die zitten niet in dit cijfer."
    )
  }

  static func weighed(_ own: Int, by mean: Int) -> Text {
    Text(
      "Things with a weight of their own: \(own); with the mean weight of their kind: \(mean).",
      nl:
        "Spullen met een eigen gewicht: \(own); met het gemiddelde gewicht van hun soort: \(mean)."
    )
  }
}
