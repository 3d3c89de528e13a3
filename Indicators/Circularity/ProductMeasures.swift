import IndicatorKit

/// How circular products are.
struct ProductMeasures {
  static let circularity = MeasureCard(
    "mci", Text("Material circularity", nl: "Materiaalcirculariteit"),
    help: Text(
      "The Material Circularity Indicator of all measured products as one: 1 is fully restorative, 0.1 is linear with an average life, and it is cut off at 0; products lacking a value are left out and named. A product with parts has the flows of its parts. For a range of products the methodology itself weighs them, as the next figures do.",
      nl:
        "De Material Circularity Indicator van alle gemeten producten als één geheel: 1 is volledig circulair, 0,1 is lineair met een gemiddelde levensduur, en onder 0 wordt afgekapt; producten waarvan een waarde ontbreekt vallen erbuiten en worden genoemd. Een product met onderdelen heeft de stromen van die onderdelen. Voor een reeks producten weegt de methode zelf ze, zoals de volgende cijfers."
    ),
    kind: .computed, unit: .circularity, aggregation: .none)

  static let unclamped = MeasureCard(
    "mci_unclamped",
    Text("Material circularity, not cut off", nl: "Materiaalcirculariteit, niet afgekapt"),
    help: Text(
      "The same indicator before it is cut off at 0: below 0 for products that are linear and live shorter or are used less than average.",
      nl:
        "Dezelfde indicator vóór het afkappen op 0: onder 0 bij producten die lineair zijn en korter meegaan of minder gebruikt worden dan gemiddeld."
    ),
    kind: .computed, unit: .circularity, aggregation: .none)

  static let cards = [circularity, unclamped] + PortfolioMeasures.cards

  static let products = DetailCard(
    "products", Text("Circularity of each product", nl: "Circulariteit van elk product"),
    summary: Text(
      "A row per measured product with its flows, before they are added up.",
      nl: "Een rij per gemeten product met de stromen, voordat die worden opgeteld."),
    columns: [
      DetailColumn("product", Text("Identifier of its row", nl: "Id van de rij"), .identifier),
      DetailColumn("name", Text("Product", nl: "Product"), .text),
      DetailColumn("mass", Text("Mass (M)", nl: "Massa (M)"), .number, unit: .kilogram),
      DetailColumn(
        "virgin", Text("Virgin feedstock (V)", nl: "Nieuwe grondstof (V)"), .number,
        unit: .kilogram),
      DetailColumn(
        "waste", Text("Unrecoverable waste (W)", nl: "Niet terug te winnen afval (W)"), .number,
        unit: .kilogram),
      DetailColumn("utility", Text("Utility (X)", nl: "Nut (X)"), .number),
      DetailColumn(
        "linear_flow_index", Text("Linear flow index (LFI)", nl: "Lineaire-stroomindex (LFI)"),
        .number),
      DetailColumn(
        "mci", Text("Material Circularity Indicator", nl: "Materiaalcirculariteit"), .number),
      DetailColumn(
        "mci_unclamped", Text("The same, not cut off at 0", nl: "Idem, niet afgekapt op 0"),
        .number),
    ])

  /// More products than this are not named one by one.
  private static let mostNamed = 20

  let products: Rows<Product>
  let isMissing: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] {
    if isMissing { return absent(Absence.missing(Product.table.id)) }
    if products.isEmpty { return absent(Absence.empty(Product.table.id)) }
    let bill = BillOfMaterials(products)
    let measures =
      MaterialCircularity(whole: bill.assessed.compactMap(\.flows)).map { whole in
        let rows = products.filter { bill.measuredRows.contains($0.id) }
        let portfolio = PortfolioMeasures(assessed: bill.assessed, rows: rows)
        return [describe(whole, bill.assessed, rows), uncut(whole, rows)] + portfolio.all
      } ?? absent(Self.nothingMeasured)
    return measures.map { note(bill.assessed, on: $0) }
  }

  private func absent(_ reason: Text) -> [Measure] {
    Self.cards.map { $0.notMeasurable(reason) }
  }

  private func describe(
    _ whole: MaterialCircularity, _ assessed: [ProductAssessment], _ rows: Rows<Product>
  ) -> Measure {
    Self.circularity.computed(
      whole.value, inputs: Self.inputs(whole), rule: Self.rule, from: .selection(rows.selection())
    ).broken(down: Self.perProduct(assessed))
      .detailed(Detail(Self.products, rows: assessed.compactMap(Self.row)))
  }

  private func uncut(_ whole: MaterialCircularity, _ rows: Rows<Product>) -> Measure {
    let inputs = Self.inputs(whole).filter { ["linear_flow_index", "utility"].contains($0.id) }
    return Self.unclamped.computed(
      whole.unclamped, inputs: inputs, rule: Self.uncutRule, from: .selection(rows.selection())
    ).reckoned(
      .difference(
        .number(1), .quotient(.product([.number(0.9), "linear_flow_index"]), "utility")))
  }

  private static func row(_ assessment: ProductAssessment) -> Detail.Row? {
    guard let flows = assessment.flows else { return nil }
    let product = assessment.product
    return Detail.Row([
      .text(product.id.description), .text(product.product), .number(flows.mass),
      .number(flows.virgin), .number(flows.waste), .number(flows.utility),
      .number(flows.linearFlowIndex), .number(flows.value), .number(flows.unclamped),
    ])
  }

  private static func perProduct(_ assessed: [ProductAssessment]) -> Breakdown {
    var entries: [Breakdown.Entry] = []
    for assessment in assessed {
      guard let flows = assessment.flows else { continue }
      let product = assessment.product
      entries.append(
        Breakdown.Entry(
          id: product.id.description, label: Text(verbatim: product.product), value: flows.value))
    }
    return Breakdown(
      id: "product", label: Text("Product", nl: "Product"), unit: .circularity, entries: entries)
  }

  /// Names what is not measured beside the first figure, and counts it beside the others.
  private func note(_ assessed: [ProductAssessment], on measure: Measure) -> Measure {
    let absences = assessed.compactMap(\.absence)
    if absences.isEmpty { return measure }
    if measure.card.id != Self.circularity.id { return measure.noting(Self.left(absences.count)) }
    let unnamed = absences.count - Self.mostNamed
    let notes = Array(absences.prefix(Self.mostNamed)) + (unnamed > 0 ? [Self.more(unnamed)] : [])
    return notes.reduce(measure) { $0.noting($1) }
  }

  private static func inputs(_ whole: MaterialCircularity) -> [NamedNumber] {
    [
      NamedNumber("mass", Text("Mass (M)", nl: "Massa (M)"), whole.mass, unit: .kilogram),
      NamedNumber(
        "virgin", Text("Virgin feedstock (V)", nl: "Nieuwe grondstof (V)"), whole.virgin,
        unit: .kilogram),
      NamedNumber(
        "uncollected", Text("Not recovered after use (W0)", nl: "Niet teruggewonnen (W0)"),
        whole.uncollected, unit: .kilogram),
      NamedNumber(
        "recycling_waste",
        Text("Waste of recycling after use (WC)", nl: "Recyclingafval na gebruik (WC)"),
        whole.recyclingWaste, unit: .kilogram),
      NamedNumber(
        "feedstock_waste",
        Text("Waste of making recycled feedstock (WF)", nl: "Afval van gerecyclede grondstof (WF)"),
        whole.feedstockWaste, unit: .kilogram),
      NamedNumber(
        "utility", Text("Utility (X), weighed by mass", nl: "Nut (X), gewogen naar massa"),
        whole.utility, unit: .circularity),
      NamedNumber(
        "linear_flow_index", Text("Linear flow index (LFI)", nl: "Lineaire-stroomindex (LFI)"),
        whole.linearFlowIndex, unit: .circularity),
      NamedNumber(
        "unclamped",
        Text("Indicator before it is cut off at 0", nl: "Indicator vóór afkappen op 0"),
        whole.unclamped, unit: .circularity),
    ]
  }

  private static let rule = Text(
    "max(0, 1 − LFI × 0.9 ÷ X), LFI = (V + W) ÷ (2M + (WF − WC) ÷ 2), W = W0 + (WF + WC) ÷ 2",
    nl:
      "max(0, 1 − LFI × 0,9 ÷ X), LFI = (V + W) ÷ (2M + (WF − WC) ÷ 2), W = W0 + (WF + WC) ÷ 2")

  private static let uncutRule = Text("1 − LFI × 0.9 ÷ X", nl: "1 − LFI × 0,9 ÷ X")

  private static let nothingMeasured = Text(
    "no product of the table “materials” has all the values that it needs",
    nl: "geen product in de tabel ‘materials’ heeft alle waarden die nodig zijn")

  private static func left(_ count: Int) -> Text {
    Text(
      "Products and parts that are not measured, named beside the first figure: \(count).",
      nl: "Producten en onderdelen die niet gemeten zijn, genoemd bij het eerste cijfer: \(count).")
  }

  private static func more(_ count: Int) -> Text {
    Text(
      "\(count) more products are not measured.", nl: "Nog \(count) producten zijn niet gemeten.")
  }
}

extension Unit {
  /// An index of circularity, of which three decimals are shown.
  static let circularity = Unit(code: "1", symbol: Text(verbatim: ""), decimals: 3)
}
