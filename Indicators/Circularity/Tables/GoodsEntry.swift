import IndicatorKit

/// What an amount of goods in the mass balance is.
enum GoodsMoment: String, Choice {
  case received
  case stockAtStart = "stock_at_start"
  case stockAtEnd = "stock_at_end"

  var label: Text {
    switch self {
    case .received: Text("Received", nl: "Ontvangen")
    case .stockAtStart: Text("Stock at the start", nl: "Voorraad aan het begin")
    case .stockAtEnd: Text("Stock at the end", nl: "Voorraad aan het eind")
    }
  }

  var aliases: [String] {
    switch self {
    case .received: ["ingezameld", "binnengekomen", "collected"]
    case .stockAtStart: ["beginvoorraad"]
    case .stockAtEnd: ["eindvoorraad"]
    }
  }
}

/// Goods that came in or lie in stock, against which waste streams are balanced.
struct GoodsEntry: TableRow {
  static let table = TableCard(
    id: "goods_in", title: Text("Goods taken in", nl: "Ingenomen goederen"),
    summary: Text(
      "What came in and what lay in stock at the start and the end of the period, for the mass balance with the waste streams; leave the stock out where there is none.",
      nl:
        "Wat er binnenkwam en wat er aan het begin en het eind van de periode in voorraad lag, voor de massabalans met de afvalstromen; laat de voorraad weg als die er niet is."
    ), date: "date")

  @Column(
    "Date", nl: "Datum",
    help: Text(
      "A day in the period; for stock its first or its last day.",
      nl: "Een dag in de periode; voor voorraad de eerste of de laatste."),
    example: "2025-03-31")
  var date: Day
  @Column(
    "Goods", nl: "Goederen", help: Text("What it was.", nl: "Wat het was."), example: "Meubels",
    aliases: ["stroom", "soort"])
  var goods: String
  @Column(
    "Moment", nl: "Moment",
    help: Text(
      "Received, or stock at the start or the end of the period.",
      nl: "Ontvangen, of voorraad aan het begin of het eind van de periode."),
    example: "ontvangen", aliases: ["wat"])
  var moment: GoodsMoment
  @Column(
    "Mass", nl: "Massa", unit: .kilogram, bounds: 0...1e12,
    help: Text("In kilograms.", nl: "In kilogram."), example: "340",
    aliases: ["kg", "gewicht", "massa (kg)", "gewicht (kg)"])
  var mass: Double
}
