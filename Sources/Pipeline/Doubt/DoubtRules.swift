import ExportKit

/// The rules in words of what is computed from doubts without drawing.
enum DoubtRules {
  static let mean = Text(
    "exact: sum over outcomes and periods of the mean of quantity × proxy × what is kept × "
      + "discount factor; means of independent numbers are multiplied",
    nl: "exact: som over effecten en perioden van het gemiddelde van aantal × proxy × wat blijft × "
      + "disconteringsfactor; gemiddelden van onafhankelijke getallen worden vermenigvuldigd")

  static let deviation = Text(
    "exact: square root of the variance, which follows from the means and mean squares of the "
      + "uncertain numbers; shared doubts move together",
    nl: "exact: wortel uit de variantie, die volgt uit de gemiddelden en gemiddelde kwadraten van "
      + "de onzekere getallen; wat samen onzeker is, beweegt samen")

  static let ratioMean = Text(
    "exact: mean of the present value ÷ inputs, which are certain",
    nl: "exact: gemiddelde van de contante waarde ÷ inbreng, die zeker is")

  static let shareWithDoubt = Text(
    "exact: Σ |present value| of the outcomes with a range ÷ Σ |present value| of all outcomes",
    nl: "exact: Σ |contante waarde| van de effecten met een marge ÷ Σ |contante waarde| van alle")

  static let firstOrder = Text(
    "share of the variance of the present value that it explains alone (Sobol)",
    nl: "deel van de variantie van de contante waarde dat het alleen verklaart (Sobol)")

  static let totalEffect = Text(
    "share of the variance of the present value with all that it does together with other doubts "
      + "(Sobol)",
    nl: "deel van de variantie van de contante waarde met alles wat het samen met andere "
      + "onzekerheden doet (Sobol)")
}
