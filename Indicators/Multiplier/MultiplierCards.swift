import IndicatorKit

extension MultiplierIndicator {
  static let allRounds = MeasureCard(
    "all_rounds", Text("Local multiplier over all rounds", nl: "Vermenigvuldiger over alle ronden"),
    help: Text(
      "Irrigation: what one euro of income comes to when every later round keeps as much as the "
        + "third does.",
      nl: "Irrigatie: wat één euro inkomsten wordt als elke latere ronde evenveel vasthoudt als de "
        + "derde."),
    kind: .computed, unit: .ratio, aggregation: .none)

  static let whatIf = MeasureCard(
    "what_if",
    Text("LM3 if more were bought nearby", nl: "LM3 als meer nabij werd gekocht"),
    help: Text(
      "The highest LM3 of the scenarios in the table “what_if”; each stands below it.",
      nl: "De hoogste LM3 van de scenario’s in de tabel ‘what_if’; elk staat eronder."),
    kind: .computed, unit: .ratio, aggregation: .none)

  static let crossPollination = MeasureCard(
    "cross_pollination",
    Text("Leaks that a neighbour could fill", nl: "Lekken die een buurtgenoot kan dichten"),
    help: Text(
      "Cross-pollination: what is bought elsewhere in categories that somebody nearby sells.",
      nl: "Kruisbestuiving: wat elders wordt gekocht in kostensoorten die iemand nabij verkoopt."),
    kind: .computed, unit: .money, direction: .neutral, aggregation: .sum)

  static let forecast = MeasureCard(
    "forecast", Text("LM3 of the plan", nl: "LM3 van het plan"),
    help: Text(
      "What one euro of the budget in the table “payments” would come to in three rounds.",
      nl: "Wat één euro van de begroting in de tabel ‘payments’ in drie ronden zou worden."),
    kind: .computed, unit: .ratio, aggregation: .none)

  static let localPurchases = MeasureCard(
    "local_purchases_share", Text("Bought nearby", nl: "Nabij ingekocht"),
    help: Text(
      "The share of purchases with a known place that goes to suppliers nearby.",
      nl: "Het aandeel van de inkoop met een bekende plaats dat naar leveranciers nabij gaat."),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let smallFirms = MeasureCard(
    "small_firms_share", Text("Bought from small firms", nl: "Ingekocht bij kleine bedrijven"),
    help: Text(
      "The share of purchases from suppliers of known size that goes to small firms.",
      nl:
        "Het aandeel van de inkoop bij leveranciers van bekende grootte dat naar kleine bedrijven "
        + "gaat."), kind: .share, partsUnit: .money, aggregation: .pooled)

  static let socialEnterprises = MeasureCard(
    "social_enterprises_share",
    Text("Bought from social enterprises", nl: "Ingekocht bij sociale ondernemingen"),
    help: Text(
      "The share of purchases from suppliers of known kind that goes to social enterprises.",
      nl:
        "Het aandeel van de inkoop bij leveranciers van bekende aard dat naar sociale ondernemingen "
        + "gaat."), kind: .share, partsUnit: .money, aggregation: .pooled)

  static let effectiveOwners = MeasureCard(
    "effective_owners",
    Text("Owners with whom the money ends up", nl: "Eigenaars bij wie het geld terechtkomt"),
    help: Text(
      "Funnels and umbrellas: the number of equal owners among whom purchases would be as "
        + "concentrated, 1 ÷ the HHI.",
      nl: "Trechters en paraplu’s: het aantal gelijke eigenaars waarbij de inkoop even "
        + "geconcentreerd zou zijn, 1 ÷ de HHI."),
    kind: .computed, unit: .ratio, direction: .neutral, aggregation: .none)

  static let inLoops = MeasureCard(
    "in_loops", Text("Money that can come back", nl: "Geld dat kan terugkomen"),
    help: Text(
      "Of what the joined organisations pay, the share that goes round in loops among them.",
      nl: "Van wat de samengevoegde organisaties betalen, het deel dat onder hen rondgaat."),
    kind: .share, partsUnit: .money, aggregation: .none)
}
