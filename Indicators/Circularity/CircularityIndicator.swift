import IndicatorKit

/// Circularity: what products are made of, where waste goes, and what repair keeps in use.
public struct CircularityIndicator: Indicator {
  /// What it reads and measures.
  public static let card = IndicatorCard(
    id: "circularity",
    title: Text("Circularity", nl: "Circulariteit"),
    summary: Text(
      "How circular products are, how much stays out of the bin, and how many things repair cafés keep in use.",
      nl:
        "Hoe circulair producten zijn, hoeveel er uit het restafval blijft, en hoeveel spullen repaircafés in gebruik houden."
    ),
    tables: [Product.self, WasteStream.self, Repair.self],
    measures: ProductMeasures.cards + WasteMeasures.cards + RepairMeasures.cards,
    references: [
      Reference(
        "Ellen MacArthur Foundation and Granta Design, Circularity Indicators: methodology, 2019"),
      Reference(
        "Potting et al., Circular Economy: Measuring innovation in the product chain, PBL 2017"),
      Reference("Open Repair Alliance, Open Repair Data Standard", version: "0.3"),
    ], importers: [OpenRepairImporter.self], details: [ProductMeasures.products])

  /// Makes the indicator; it has no state.
  public init() {}

  /// Measures products, waste and repairs of the reporting period.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let products = ProductMeasures(
      products: try project.rows(Product.self), isMissing: !project.has(Product.self))
    let waste = WasteMeasures(
      streams: try project.rows(WasteStream.self), isMissing: !project.has(WasteStream.self))
    let repairs = RepairMeasures(
      rows: try project.rows(Repair.self), isMissing: !project.has(Repair.self))
    return products.all + waste.all + repairs.all
  }
}
