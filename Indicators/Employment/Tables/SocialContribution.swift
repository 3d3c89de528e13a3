import IndicatorKit

/// The social contribution of an organisation on one day, as its PSO assessment states it.
struct SocialContribution: TableRow {
  static let table = TableCard(
    id: "pso_assessments",
    title: Text("PSO assessments", nl: "PSO-metingen"),
    summary: Text(
      "The social contribution by the Prestatieladder Socialer Ondernemen, one row per assessment.",
      nl: "De sociale bijdrage volgens de Prestatieladder Socialer Ondernemen, één rij per meting."),
    date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day of the assessment.", nl: "De dag van de meting."),
    example: "2026-06-30", aliases: ["meetdatum"])
  var date: Day
  @Column(
    "Employees", nl: "Medewerkers", unit: .people, bounds: 2...1_000_000,
    help: Text(
      "How many employees the organisation has; the norm depends on it.",
      nl: "Hoeveel medewerkers de organisatie heeft; de norm hangt ervan af."), example: "20",
    aliases: ["aantal medewerkers", "werknemers"])
  var employees: Int
  @Column(
    "Direct contribution", nl: "Directe bijdrage", unit: .percent, bounds: 0...1,
    help: Text(
      "The share of workers from target groups, weighted by quality, as the assessment states it.",
      nl: "Het aandeel werknemers uit doelgroepen, gewogen naar kwaliteit, volgens de meting."),
    example: "6 %")
  var direct: Double
  @Column(
    "Indirect contribution", nl: "Indirecte bijdrage", unit: .percent, bounds: 0...1,
    help: Text(
      "What purchases from certified and sheltered enterprises add, as the assessment states it.",
      nl: "Wat inkoop bij gecertificeerde en SW-bedrijven toevoegt, volgens de meting."),
    example: "1,5 %")
  var indirect: Double?
  @Column(
    "Norm of step 1", nl: "Norm trede 1", unit: .percent, bounds: 0...1,
    help: Text(
      "The norm for your number of employees in the PSO handbook, where the published table has none.",
      nl: "De norm voor uw aantal medewerkers uit het PSO-handboek, als de tabel er geen heeft."),
    example: "5,7 %")
  var norm1: Double?
  @Column(
    "Norm of step 2", nl: "Norm trede 2", unit: .percent, bounds: 0...1,
    help: Text("As for step 1.", nl: "Zoals bij trede 1."), example: "7,3 %")
  var norm2: Double?
  @Column(
    "Norm of step 3", nl: "Norm trede 3", unit: .percent, bounds: 0...1,
    help: Text("As for step 1.", nl: "Zoals bij trede 1."), example: "10,8 %")
  var norm3: Double?
}
