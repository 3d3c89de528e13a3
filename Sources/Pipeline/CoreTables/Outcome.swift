import ExportKit

/// An outcome on the value map: what changed for whom, how much, what it is worth, what is taken off.
///
/// The columns are those of the value map of the SROI Network (Cabinet Office, A Guide to Social
/// Return on Investment, 2009), with the first benefit period and the number of periods explicit.
struct Outcome: TableRow {
  static let table = TableCard(
    id: "outcomes", title: Text("Outcomes", nl: "Effecten"),
    summary: Text(
      "The value map: what changed for whom, how much, what it is worth, and what is taken off.",
      nl: "De waardenkaart: wat er voor wie veranderde, hoeveel, wat dat waard is en wat eraf gaat."
    ))

  @Column("Id", nl: "Id", example: "o1") var id: RowID
  @Column("Stakeholder", nl: "Belanghebbende", references: "stakeholders", example: "participants")
  var stakeholder: RowID
  @Column("Outcome", nl: "Effect", example: "Minder eenzaamheid") var description: String
  @Column(
    "State", nl: "Status",
    help: Text(
      "Priced, held as intrinsic, or excluded pending evidence; empty for priced.",
      nl: "Geprijsd, als waarde op zich, of buiten de telling tot er bewijs is; leeg is geprijsd."))
  var state: OutcomeState?
  @Column(
    "Reason for the state", nl: "Reden van de status",
    help: Text(
      "Why it has no price, or which evidence is missing.",
      nl: "Waarom het geen prijs heeft, of welk bewijs er nog niet is."))
  var stateReason: String?
  @Column(
    "Weight", nl: "Gewicht", bounds: 0...10,
    help: Text(
      "How much it matters to them, from 0 to 10, for those who do not price.",
      nl: "Hoe zwaar het voor hen telt, van 0 tot 10, voor wie niet in geld rekent."))
  var weight: Double?
  @Column("Theme", nl: "Thema") var theme: String?
  @Column("Intended", nl: "Bedoeld", example: "ja") var intended: Bool
  @Column(
    "Quantity", nl: "Aantal", bounds: 0...1e12,
    help: Text(
      "A number, or empty where the next column names a measure.",
      nl: "Een getal, of leeg als de volgende kolom een meting noemt."), example: "24")
  var quantity: Estimate?
  @Column(
    "Quantity from", nl: "Aantal uit meting",
    help: Text(
      "A measure of this report, as in employment.fte.",
      nl: "Een meting uit dit verslag, zoals employment.fte."))
  var quantityFrom: FigureID?
  @Column("Unit", nl: "Eenheid", example: "mensen") var quantityUnit: String?
  @Column("Evidence", nl: "Onderbouwing", example: "Vragenlijst, n=32") var evidence: String?
  @Column(
    "Sample size", nl: "Aantal antwoorden", bounds: 0...10_000_000,
    help: Text(
      "How many people or things the evidence speaks of.",
      nl: "Over hoeveel mensen of dingen de onderbouwing gaat."))
  var sampleSize: Int?
  @Column(
    "Financial proxy", nl: "Financiële proxy", references: "proxies",
    help: Text(
      "Needed where the outcome is priced.", nl: "Nodig als het effect geprijsd is."),
    example: "p1")
  var proxy: RowID?
  @Column(
    "Deadweight", nl: "Zonder ons ook", unit: .percent, bounds: 0...1,
    help: Text(
      "The share that would have happened anyway.", nl: "Het deel dat ook zonder u was gebeurd."),
    example: "20 %", aliases: ["deadweight"])
  var deadweight: Estimate?
  @Column("Reason for deadweight", nl: "Reden zonder ons ook") var deadweightReason: String?
  @Column(
    "Displacement", nl: "Verdringing", unit: .percent, bounds: 0...1,
    help: Text("The share that was moved from elsewhere.", nl: "Het deel dat elders wegviel."),
    example: "0 %")
  var displacement: Estimate?
  @Column("Reason for displacement", nl: "Reden verdringing") var displacementReason: String?
  @Column(
    "Attribution", nl: "Toerekening aan anderen", unit: .percent, bounds: 0...1,
    help: Text(
      "The share that others contributed.", nl: "Het deel dat aan anderen te danken is."),
    example: "25 %", aliases: ["attributie"])
  var attribution: Estimate?
  @Column("Reason for attribution", nl: "Reden toerekening") var attributionReason: String?
  @Column(
    "Drop-off", nl: "Afname per jaar", unit: .percent, bounds: 0...1,
    help: Text(
      "What is lost in each further year.", nl: "Wat er in elk volgend jaar verloren gaat."),
    example: "30 %", aliases: ["dropoff", "drop off"])
  var dropOff: Estimate?
  @Column("Reason for drop-off", nl: "Reden afname") var dropOffReason: String?
  @Column(
    "First benefit period", nl: "Eerste jaar met effect", bounds: 1...100, example: "1")
  var firstPeriod: Int
  @Column(
    "Number of benefit periods", nl: "Aantal jaren met effect", bounds: 1...100, example: "2")
  var benefitPeriods: Int
  @Column("Reason for the duration", nl: "Reden van de duur") var durationReason: String?
  @Column(
    "Shared doubt of the quantity", nl: "Aantal samen onzeker",
    help: Text(
      "One word for outcomes whose quantities come from the same survey.",
      nl: "Eén woord voor effecten waarvan de aantallen uit dezelfde enquête komen."))
  var quantitySharedDoubt: RowLabel?
  @Column(
    "Shared doubt of the deductions", nl: "Aftrek samen onzeker",
    help: Text(
      "One word for outcomes whose deductions were estimated together.",
      nl: "Eén woord voor effecten waarvan de aftrek in één keer is geschat."))
  var deductionsSharedDoubt: RowLabel?

  /// The state, priced where the author left it empty.
  var stateOrPriced: OutcomeState { state ?? .priced }
}
