import IndicatorKit

/// A product or kind of product: what it is made of, and what becomes of it.
struct Product: TableRow {
  static let table = TableCard(
    id: "materials", title: Text("Materials", nl: "Materialen"),
    summary: Text(
      "What products are made of and what becomes of them: one row per kind of product. A product is measured where all cells that it needs are filled in; fill in 0 where there is none. Parts and sub-assemblies are rows of their own that name what they are a part of.",
      nl:
        "Waar producten van gemaakt zijn en wat ervan wordt: één rij per soort product. Een product wordt gemeten als alle cellen die het nodig heeft zijn ingevuld; vul 0 in waar er geen is. Onderdelen en samenstellingen zijn eigen rijen die noemen waar ze een onderdeel van zijn."
    ))

  private static let emptyHelp = Text(
    "A share of the mass, 0 where there is none; left empty, the product is not measured.",
    nl: "Een deel van de massa, 0 als er geen is; leeg betekent dat het product niet wordt gemeten."
  )

  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ),
    example: "m1")
  var id: RowID
  @Column(
    "Product", nl: "Product", help: Text("What it is.", nl: "Wat het is."),
    example: "Picknicktafel",
    aliases: ["materiaal", "naam"])
  var product: String
  @Column(
    "Mass", nl: "Massa", unit: .kilogram, bounds: 0...1e12,
    help: Text(
      "The mass of all pieces of this product together, in kilograms.",
      nl: "De massa van alle stuks van dit product samen, in kilogram."),
    example: "120", aliases: ["massa (kg)", "gewicht", "kg", "mass kg"])
  var mass: Double
  @Column(
    "Recycled feedstock", nl: "Gerecycled materiaal", unit: .percent, bounds: 0...1,
    help: emptyHelp, example: "30 %", aliases: ["aandeel gerecycled"])
  var recycledFeedstock: Double?
  @Column(
    "Reused feedstock", nl: "Hergebruikt materiaal", unit: .percent, bounds: 0...1,
    help: emptyHelp, example: "50 %", aliases: ["aandeel hergebruikt"])
  var reusedFeedstock: Double?
  @Column(
    "Biological feedstock", nl: "Biologisch materiaal", unit: .percent, bounds: 0...1,
    help: Text(
      "From sustained production; a share of the mass, 0 where there is none; left empty, the product is not measured.",
      nl:
        "Uit duurzame teelt; een deel van de massa, 0 als er geen is; leeg betekent dat het product niet wordt gemeten."
    ),
    example: "0 %", aliases: ["aandeel biologisch", "hernieuwbaar materiaal"])
  var biologicalFeedstock: Double?
  @Column(
    "Collected for recycling", nl: "Ingezameld voor recycling", unit: .percent, bounds: 0...1,
    help: emptyHelp, example: "40 %", aliases: ["naar recycling"])
  var collectedForRecycling: Double?
  @Column(
    "Collected for reuse", nl: "Ingezameld voor hergebruik", unit: .percent, bounds: 0...1,
    help: emptyHelp, example: "20 %", aliases: ["naar hergebruik"])
  var collectedForReuse: Double?
  @Column(
    "Collected for composting", nl: "Ingezameld voor compostering", unit: .percent, bounds: 0...1,
    help: emptyHelp, example: "0 %", aliases: ["naar compostering"])
  var collectedForComposting: Double?
  @Column(
    "Energy recovery", nl: "Energieterugwinning", unit: .percent, bounds: 0...1,
    help: Text(
      "Only the part that qualifies: biological, uncontaminated, and fit for nothing better; 0 where there is none; left empty, the product is measured only with the next two columns.",
      nl:
        "Alleen het deel dat meetelt: biologisch, schoon en voor niets beters geschikt; 0 als er geen is; leeg betekent dat het product alleen met de volgende twee kolommen wordt gemeten."
    ),
    example: "0 %")
  var energyRecovery: Double?
  @Column(
    "Efficiency of energy recovery", nl: "Rendement energieterugwinning", unit: .percent,
    bounds: 0...1,
    help: Text(
      "Instead of the column “Energy recovery”, with the next one: the energy that is recovered over that in the burnt mass (heating value × mass).",
      nl:
        "In plaats van de kolom ‘Energieterugwinning’, samen met de volgende: de teruggewonnen energie gedeeld door die in de verbrande massa (stookwaarde × massa)."
    ),
    example: "0 %")
  var energyEfficiency: Double?
  @Column(
    "Biogenic share", nl: "Biogeen aandeel", unit: .percent, bounds: 0...1,
    help: Text(
      "The share of the mass that is carbon of sustained biological origin and is burnt for energy; the share that counts is this one times the efficiency.",
      nl:
        "Het deel van de massa dat koolstof uit duurzame teelt is en voor energie wordt verbrand; wat meetelt is dit deel maal het rendement."
    ),
    example: "0 %")
  var biogenicShare: Double?
  @Column(
    "Efficiency of recycling after use", nl: "Rendement recycling na gebruik", unit: .percent,
    bounds: 0...1,
    help: Text(
      "Needed only where something is collected for recycling; left empty then, the product is not measured.",
      nl:
        "Alleen nodig als er iets voor recycling wordt ingezameld; dan betekent leeg dat het product niet wordt gemeten."
    ),
    example: "75 %")
  var recyclingEfficiency: Double?
  @Column(
    "Efficiency of making recycled feedstock", nl: "Rendement maken gerecycled materiaal",
    unit: .percent, bounds: 0...1,
    help: Text(
      "Needed only where there is recycled feedstock; left empty then, the product is not measured.",
      nl:
        "Alleen nodig als er gerecycled materiaal in zit; dan betekent leeg dat het product niet wordt gemeten."
    ),
    example: "80 %")
  var feedstockEfficiency: Double?
  @Column(
    "Life compared with average", nl: "Levensduur t.o.v. gemiddeld", bounds: 0...1000,
    help: Text(
      "The product’s life over that of an average product of its kind: 1 is as long, 2 is twice as long; left empty, the product is not measured.",
      nl:
        "De levensduur gedeeld door die van een gemiddeld product: 1 is even lang, 2 is twee keer zo lang; leeg betekent dat het product niet wordt gemeten."
    ),
    example: "1,5", aliases: ["levensduurfactor", "lifetime factor"])
  var lifetimeFactor: Double?
  @Column(
    "Use compared with average", nl: "Gebruik t.o.v. gemiddeld", bounds: 0...1000,
    help: Text(
      "How intensively it is used over the average: 1 is as much, 2 is twice as much; left empty, the product is not measured.",
      nl:
        "Hoe intensief het gebruikt wordt t.o.v. gemiddeld: 1 is even veel, 2 is twee keer zo veel; leeg betekent dat het product niet wordt gemeten."
    ),
    example: "1", aliases: ["gebruiksfactor", "use factor"])
  var useFactor: Double?
  @Column(
    "Part of", nl: "Onderdeel van", references: "materials",
    help: Text(
      "The Id of the product that this is a part of; a product with parts leaves its own shares empty, and has the mass of its parts together.",
      nl:
        "Het Id van het product waar dit een onderdeel van is; een product met onderdelen laat de eigen aandelen leeg, en heeft de massa van de onderdelen samen."
    ),
    example: "kast", aliases: ["deel van", "hoort bij"])
  var partOf: RowID?
  @Column(
    "Revenue", nl: "Omzet", unit: .money, bounds: 0...1e12,
    help: Text(
      "What the product brings in during the period; needed only to weigh products by revenue.",
      nl:
        "Wat het product in de periode oplevert; alleen nodig om producten naar omzet te wegen."),
    example: "1500")
  var revenue: Double?
}
