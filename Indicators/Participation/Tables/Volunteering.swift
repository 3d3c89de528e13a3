import IndicatorKit

/// Hours that volunteers gave to one activity, up to one day.
struct Volunteering: TableRow {
  static let table = TableCard(
    id: "volunteering", title: Text("Volunteer hours", nl: "Vrijwilligersuren"),
    summary: Text(
      "Hours of volunteers, one row per list or month; no names.",
      nl: "Uren van vrijwilligers, één rij per lijst of maand; geen namen."), date: "date")

  @Column(
    "Date", nl: "Datum",
    help: Text("The last day of the list.", nl: "De laatste dag van de lijst."),
    example: "2025-03-31")
  var date: Day
  @Column(
    "Activity", nl: "Activiteit", help: Text("What they did.", nl: "Wat zij deden."),
    example: "Wijkkeuken")
  var activity: String
  @Column(
    "Hours", nl: "Uren", unit: .hour, bounds: 0...1_000_000,
    help: Text("The hours of all of them together.", nl: "De uren van hen allen samen."),
    example: "212", aliases: ["vrijwilligersuren", "volunteer hours"])
  var hours: Double
  @Column(
    "Volunteers", nl: "Vrijwilligers", unit: .people, bounds: 0...1_000_000,
    help: Text("How many people gave them.", nl: "Hoeveel mensen die gaven."), example: "24")
  var volunteers: Int?
}
